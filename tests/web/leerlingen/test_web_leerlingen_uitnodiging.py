"""Parents and experts come in by a letter: once, in time, and no further than the child that names them."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client, TestCase
from django.utils import timezone
from tests.factories.dossiers import maak_buurt, maak_ook_ouder, plek
from tests.factories.leerlingen import Gezin, maak_gezin, maak_leerling, maak_ouder
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import OP, School
from tests.factories.toegang import SINDS, maak_account

from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.actions.leerlingen import Oudergegevens, add_ouder
from passend.leerlingen.models import Leerling, Ouderrelatie, Toestemming
from passend.toegang.actions import create_account
from passend.toegang.models import Account, Logregel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
EMAIL, WACHTWOORD = "oma@thuis.example", "vier-rustige-blauwe-stoelen"
WIE = {"voornaam": "Tineke", "achternaam": "Kok", "wachtwoord": WACHTWOORD}


def _noteer(school: School, leerling: Leerling, *, heeft_gezag: bool = True) -> Ouderrelatie:
    gegevens = Oudergegevens(naam="Oma Kok", email=EMAIL, heeft_gezag=heeft_gezag, geldig_van=SINDS)
    return add_ouder(actor=school.directeur, leerling=leerling, gegevens=gegevens, op=OP)


def _nodig_uit(gezin: Gezin, ouder: Ouderrelatie) -> str:
    """Send the invitation; the address in the letter."""
    ib = meld_aan(gezin.school.intern_begeleider)
    assert ib.post(plek(gezin.leerling, "ouder_uitnodigen"), {"ouder": ouder.pk}).status_code == 302
    return _pad()


def _pad() -> str:
    gevonden = re.search(r"http://testserver(/uitnodiging/\S+)", str(mail.outbox[-1].body))
    assert gevonden is not None
    return gevonden[1]


def _neem_aan(pad: str, client: Client | None = None) -> tuple[Client, Any]:
    client = client or Client()
    client.get(pad)
    return client, client.post("/uitnodiging", WIE, follow=True)


def test_invited_parent_comes_in_and_sees_the_child_at_once() -> None:
    gezin = maak_gezin()
    client, antwoord = _neem_aan(_nodig_uit(gezin, _noteer(gezin.school, gezin.leerling)))

    assert antwoord.redirect_chain[-1][0] == "/kinderen"
    assert "Pip Duinmans De Wilgenboom" in inhoud_van(antwoord)
    assert "U bent ouder van deze leerling, met gezag." in inhoud_van(client.get(plek(gezin.leerling)))
    account = Account.objects.get(username=EMAIL)
    assert [rol.soort for rol in account.rollen.all()] == ["ouder"]
    assert Logregel.objects.get(handeling="link_account").account == account


def test_invited_parent_without_authority_comes_in_and_sees_nothing_and_is_told_why() -> None:
    gezin = maak_gezin()
    zonder = _noteer(gezin.school, gezin.leerling, heeft_gezag=False)
    client, antwoord = _neem_aan(_nodig_uit(gezin, zonder))

    assert "als de school gezag heeft genoteerd" in inhoud_van(antwoord)
    assert client.get(plek(gezin.leerling)).status_code == 403


def test_one_letter_opens_the_children_that_name_the_address_at_this_school_and_none_elsewhere() -> None:
    buurt = maak_buurt()
    gezin, broer = buurt.gezin, maak_leerling(buurt.regio.eigen, "Ot")
    ouder = _noteer(gezin.school, gezin.leerling)
    _noteer(gezin.school, broer)
    _noteer(buurt.regio.ander, buurt.bij_ander)
    _noteer(buurt.regio.buur, buurt.bij_buur)

    client, antwoord = _neem_aan(_nodig_uit(gezin, ouder))

    pagina = inhoud_van(antwoord)
    assert [naam in pagina for naam in ("Pip", "Ot", "Guus", "Saar")] == [True, True, False, False]
    assert [client.get(plek(een)).status_code for een in (buurt.bij_ander, buurt.bij_buur)] == [403, 403]
    bij_buur = inhoud_van(meld_aan(buurt.regio.buur.directeur).get(plek(buurt.bij_buur)))
    assert "oma@thuis.example · heeft nog geen account Nodig uit" in bij_buur


@pytest.mark.parametrize(("eerder", "binnen"), [(timedelta(seconds=1), True), (timedelta(0), False)])
def test_letter_works_until_the_last_second_of_seven_days(
    eerder: timedelta, *, binnen: bool, monkeypatch: pytest.MonkeyPatch, vaste_tijd: datetime
) -> None:
    gezin = maak_gezin()
    pad = _nodig_uit(gezin, _noteer(gezin.school, gezin.leerling))
    monkeypatch.setattr(timezone, "now", lambda: vaste_tijd + timedelta(days=7) - eerder)

    _client, antwoord = _neem_aan(pad)

    assert ("Pip" in inhoud_van(antwoord), "ouder dan zeven dagen" in inhoud_van(antwoord)) == (binnen, not binnen)
    assert Account.objects.filter(username=EMAIL).exists() is binnen


def test_letter_works_once_and_for_nobody_else() -> None:
    gezin = maak_gezin()
    pad = _nodig_uit(gezin, _noteer(gezin.school, gezin.leerling))
    vreemde = meld_aan(maak_account())
    _client, geweigerd = _neem_aan(pad, vreemde)
    _neem_aan(pad)
    _client, nogmaals = _neem_aan(pad)

    assert "Deze uitnodiging is voor iemand anders dan wie nu is aangemeld." in inhoud_van(geweigerd)
    assert "Deze uitnodiging is al gebruikt." in inhoud_van(nogmaals)
    assert vreemde.get(plek(gezin.leerling)).status_code == 403
    assert Account.objects.filter(username=EMAIL).count() == 1


def test_parent_whose_access_ended_before_the_letter_was_opened_cannot_come_in_by_it() -> None:
    gezin = maak_gezin()
    ouder = _noteer(gezin.school, gezin.leerling)
    pad = _nodig_uit(gezin, ouder)
    meld_aan(gezin.school.directeur).post(plek(gezin.leerling, "ouder_eindigen"), {"ouder": ouder.pk})

    client, antwoord = _neem_aan(pad)

    assert "Deze uitnodiging is ingetrokken, of vervangen door een nieuwe." in inhoud_van(antwoord)
    assert client.get(plek(gezin.leerling)).status_code == 302


def test_parent_with_an_account_accepts_when_signed_in_and_keeps_what_they_had() -> None:
    buurt = maak_buurt()
    gezin = buurt.gezin
    account = create_account(gebruikersnaam=EMAIL, voornaam="Tineke", achternaam="Kok", wachtwoord=WACHTWOORD)
    maak_ook_ouder(buurt.regio.buur, buurt.bij_buur, account)
    pad = _nodig_uit(gezin, _noteer(gezin.school, gezin.leerling))

    _client, buiten = _neem_aan(pad)
    client, antwoord = _neem_aan(pad, meld_aan(account))

    assert "Meld u eerst aan en open de uitnodiging daarna opnieuw." in inhoud_van(buiten)
    assert "U heeft er een rol bij." in inhoud_van(antwoord)
    assert [client.get(plek(een)).status_code for een in (gezin.leerling, buurt.bij_buur)] == [200, 200]


def test_expert_is_invited_when_both_parents_agree_lands_at_the_pupil_and_sees_nothing_after_one_takes_it_back() -> (
    None
):
    gezin = maak_gezin()
    tweede, _relatie = maak_ouder(gezin.school, gezin.leerling)
    vraag = {"email": EMAIL, "doel": "Gehoor", "geldig_tot_en_met": "2026-12-01", "stuk": [gezin.stuk.pk]}
    meld_aan(gezin.school.intern_begeleider).post(plek(gezin.leerling, "toestemming_vragen"), vraag)
    toestemming = Toestemming.objects.get(doel="Gehoor")
    pad = plek(gezin.leerling, "toestemming_besluit", pk=toestemming.pk)
    with TestCase.captureOnCommitCallbacks(execute=True):
        for wie in (gezin.ouder, tweede):
            meld_aan(wie).post(pad, {"besluit": "geef"})
    deskundige, eerst = _neem_aan(_pad())
    standen = []

    for wie, besluit in ((gezin.ouder, "trek_in"), (gezin.ouder, "geef"), (tweede, "trek_in")):
        meld_aan(wie).post(pad, {"besluit": besluit})
        standen.append(deskundige.get(plek(gezin.leerling)).status_code)

    assert eerst.redirect_chain[-1][0] == plek(gezin.leerling)
    assert standen == [403, 200, 403]
    assert "Pip" not in inhoud_van(deskundige.get("/kinderen"))


@pytest.mark.parametrize(
    ("moment", "status"),
    [(datetime(2026, 12, 1, 22, 59, 59), 200), (datetime(2026, 12, 1, 23, 0, 0), 403)],  # noqa: DTZ001 -- made aware below
)
def test_permission_ends_at_midnight_of_the_school_and_not_of_the_server(
    moment: datetime, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    gezin = maak_gezin()
    Toestemming.objects.update(geldig_tot_en_met="2026-12-01")
    monkeypatch.setattr(timezone, "now", lambda: moment.replace(tzinfo=timezone.get_fixed_timezone(0)))

    assert meld_aan(gezin.deskundige).get(plek(gezin.leerling)).status_code == status


@pytest.mark.parametrize("soort", [Rolsoort.OUDER, Rolsoort.DESKUNDIGE])
def test_role_of_a_guest_alone_opens_no_file(soort: Rolsoort) -> None:
    gezin = maak_gezin()
    gast = maak_account(soort, gezin.school.vestiging)

    assert meld_aan(gast).get(plek(gezin.leerling)).status_code == 403
    assert "Pip" not in inhoud_van(meld_aan(gast).get("/kinderen"))


@pytest.mark.parametrize(("wie", "namen"), [("directeur", 2), ("bestuurder", 0), ("beheerder", 0)])
def test_guests_of_a_school_are_named_to_the_directeur_and_not_to_board_or_beheerder(wie: str, namen: int) -> None:
    gezin = maak_gezin()
    _nodig_uit(gezin, _noteer(gezin.school, gezin.leerling))

    pagina = inhoud_van(meld_aan(getattr(gezin.school, wie)).get(adres("mensen", gezin.school)))

    assert "Jo Zandstra directeur" in pagina
    assert pagina.count("Duinmans ouder") == namen
    assert (EMAIL in pagina, "externe deskundige" in pagina) == (bool(namen), bool(namen))
