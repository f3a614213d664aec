"""Whoever tries a key, a form, a file or a number that is not theirs leaves one line in the log, and never the key."""

import re
from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.factories.paginas import adres, maak_regio, meld_aan
from tests.factories.profielen import School, maak_school
from tests.factories.toegang import maak_account

from passend.toegang.actions import create_account
from passend.toegang.models import Account, Installatieregel, Logregel, Uitnodiging

pytestmark = [pytest.mark.django_db]
EMAIL, GOED = "sam@school.example", "een-lang-wachtwoord"
type Regel = tuple[str, str, str, int | None]


def _regels() -> list[Regel]:
    """What was refused: what, about what, why, and by whom; of a board and of none."""
    velden = ("handeling", "onderwerp", "reden", "account")
    return [
        regel
        for tabel in (Logregel, Installatieregel)
        for regel in tabel.objects.filter(handeling__startswith="geweigerd:").order_by("pk").values_list(*velden)
    ]


def _brief(vorm: str) -> str:
    gevonden = re.search(rf"http://testserver({vorm}\S+)", str(mail.outbox[-1].body))
    assert gevonden is not None
    return gevonden[1]


def _nodig_uit(school: School) -> str:
    meld_aan(school.directeur).post(adres("uitnodigen", school), {"email": EMAIL, "soort": "leerkracht"})
    return _brief("/uitnodiging/")


def test_forged_invitation_leaves_a_line_of_no_board_and_one_that_was_never_tried_leaves_none() -> None:
    client = Client()
    client.get("/uitnodiging")
    assert _regels() == []

    for sleutel in ("a" * 43, "b" * 43):
        assert client.get(f"/uitnodiging/{sleutel}", follow=True).status_code == 404

    assert _regels() == [("geweigerd:uitnodiging", "uitnodiging:onbekend", "uitnodiging_onbekend", None)]


def test_invitation_that_is_used_withdrawn_old_or_of_another_leaves_a_line_with_its_board() -> None:
    school = maak_school()
    pad, rij = _nodig_uit(school), Uitnodiging.objects.get()
    ander = maak_account("ander")
    nu = timezone.now()

    meld_aan(ander).get(pad, follow=True)  # nobody has this address yet, and so it is nobody's but the one invited
    Uitnodiging.objects.update(gebruikt_op=nu)
    Client().get(pad, follow=True)
    Uitnodiging.objects.update(gebruikt_op=None, ingetrokken_op=nu)
    Client().get(pad, follow=True)
    Uitnodiging.objects.update(ingetrokken_op=None, verloopt_op=nu)
    Client().get(pad, follow=True)

    assert [(onderwerp, reden, wie) for _handeling, onderwerp, reden, wie in _regels()] == [
        (f"uitnodiging:{rij.pk}", "uitnodiging_voor_een_ander", ander.pk),
        (f"uitnodiging:{rij.pk}", "uitnodiging_gebruikt", None),
        (f"uitnodiging:{rij.pk}", "uitnodiging_ingetrokken", None),
        (f"uitnodiging:{rij.pk}", "uitnodiging_verlopen", None),
    ]
    assert set(Logregel.objects.filter(handeling="geweigerd:uitnodiging").values_list("bestuur", flat=True)) == {
        school.vestiging.bestuur_id
    }


def test_password_link_that_is_forged_reused_or_of_another_account_is_not_there_and_leaves_a_line() -> None:
    een, twee = (
        create_account(gebruikersnaam=naam, voornaam="Sam", achternaam="Bos", wachtwoord=GOED)
        for naam in (EMAIL, "twee@school.example")
    )
    Client().post("/wachtwoord/vergeten", {"email": EMAIL})
    pad = _brief("/wachtwoord/nieuw/")
    uid, sleutel = pad.rpartition("/")[2].split("-", 1)
    van_twee = pad.replace(f"/{uid}-", f"/{_woord(twee)}-")

    statussen = [
        Client().get(een_pad, follow=True).status_code
        for een_pad in (van_twee, f"{pad[:-3]}abc", f"/wachtwoord/nieuw/zzzzzzzzzzzzzzzzzz-{sleutel}")
    ]

    assert statussen == [404, 404, 404]
    assert _regels() == [
        ("geweigerd:wachtwoord", f"account:{twee.pk}", "geen_reden", None),
        ("geweigerd:wachtwoord", f"account:{een.pk}", "geen_reden", None),
        ("geweigerd:wachtwoord", "account:onbekend", "geen_reden", None),
    ]
    assert Client().get(pad, follow=True).status_code == 200


def _woord(account: Account) -> str:
    from allauth.account.utils import user_pk_to_url_str

    return str(user_pk_to_url_str(account))


def test_form_without_its_key_leaves_a_line_of_the_page_and_the_board_it_was_for() -> None:
    school = maak_school()
    client = Client(enforce_csrf_checks=True)
    client.force_login(school.directeur)

    for _keer in range(3):
        assert client.post(adres("uitnodigen", school), {"email": EMAIL}).status_code == 403
    Client(enforce_csrf_checks=True).post("/taal", {"language": "en"})

    assert _regels() == [
        ("geweigerd:formulier", "pagina:uitnodigen", "geen_reden", school.directeur.pk),
        ("geweigerd:formulier", "pagina:taal", "geen_reden", None),
    ]


def test_number_that_is_not_of_this_school_leaves_one_line_a_quarter_of_an_hour(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    school, nu = maak_regio().eigen, timezone.now()
    client = meld_aan(school.directeur)

    for nummer in range(1, 9):
        assert client.get(adres("overstapbestand", school, pk=nummer)).status_code == 404
    assert client.post(adres("rol_eindigen", school), {"rol": "999"}).status_code == 404
    assert client.get(f"/school/{school.vestiging.code}/bestaat-niet").status_code == 404
    assert Client().get(adres("overstapbestand", school, pk=1)).status_code == 302
    eerst = _regels()
    monkeypatch.setattr(timezone, "now", lambda: nu + timedelta(minutes=16))
    client.get(adres("overstapbestand", school, pk=1))

    wie = school.directeur.pk
    assert eerst == [
        ("geweigerd:nummer", "pagina:overstapbestand", "geen_reden", wie),
        ("geweigerd:nummer", "pagina:rol_eindigen", "geen_reden", wie),
    ]
    assert _regels() == [*eerst, eerst[0]]


def test_flood_of_tries_from_one_address_does_not_fill_the_log(vaste_tijd: datetime) -> None:
    for nummer in range(1, 40):
        create_account(gebruikersnaam=f"n{nummer}", voornaam="N", achternaam="N", wachtwoord=None)
    for account in Account.objects.all():
        Client().get(f"/wachtwoord/nieuw/{_woord(account)}-abc-def")

    assert len(_regels()) == 20


def test_file_that_was_changed_on_its_way_leaves_a_line_of_the_school() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)
    client.post(adres("sleutels", school), {"maak": "1"})
    for naam, inhoud in (
        ("o.passend", b'{"formaat": "passend-overstapbestand-1", "aan": "iemand anders"}'),
        ("o.xml", b"niets"),
    ):
        antwoord = client.post(adres("overstap", school), {"bestand": SimpleUploadedFile(naam, inhoud)})
        assert antwoord.status_code == 422

    waar = f"vestiging:{school.vestiging.pk}"
    assert _regels() == [("geweigerd:overstapbestand", waar, "geen_reden", school.directeur.pk)]
