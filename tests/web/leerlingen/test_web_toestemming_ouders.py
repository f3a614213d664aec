"""Parents learn that they are asked, say yes or no, and read what is shared and what the school did with it."""

import re
from datetime import timedelta
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import TestCase
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.drukwerk import bladzijden
from tests.factories.dossiers import maak_ook_ouder, plek
from tests.factories.leerlingen import Gezin, maak_gezin, maak_leerling, maak_ouder, maak_stuk
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP
from tests.factories.toegang import maak_account

from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.actions.dossier import add_zienswijze, revise_stuk
from passend.leerlingen.actions.toestemming import ask_toestemming, withdraw_toestemming
from passend.leerlingen.models import Ouderrelatie, Toestemming, Toestemmingsbesluit, Zienswijze
from passend.toegang.models import Account, Uitnodiging

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
VRAAG = {"email": "roos@praktijk.example", "doel": "Een onderzoek", "geldig_tot_en_met": "2026-12-01"}


def _stuur(account: Account, gezin: Gezin, naam: str, velden: dict[str, Any], **waarden: int) -> Any:
    with TestCase.captureOnCommitCallbacks(execute=True):
        return meld_aan(account).post(plek(gezin.leerling, naam, **waarden), velden, follow=True)


def _besluit(account: Account, gezin: Gezin, **velden: object) -> Any:
    return _stuur(account, gezin, "toestemming_besluit", velden, pk=gezin.toestemming.pk)


def _pagina(account: Account, gezin: Gezin) -> str:
    return inhoud_van(meld_aan(account).get(plek(gezin.leerling)))


def test_each_parent_with_authority_and_an_address_gets_a_letter_and_nobody_else() -> None:
    gezin = maak_gezin()
    tweede, _relatie = maak_ouder(gezin.school, gezin.leerling)
    _derde, zonder_adres = maak_ouder(gezin.school, gezin.leerling)
    Ouderrelatie.objects.filter(pk=zonder_adres.pk).update(email="")

    _stuur(gezin.school.directeur, gezin, "toestemming_vragen", VRAAG | {"stuk": [gezin.stuk.pk]})

    aan = [brief.to for brief in mail.outbox]
    assert sorted(aan) == sorted([[gezin.ouder.email], [tweede.email]])


def test_mail_that_fails_does_not_lose_the_question(monkeypatch: pytest.MonkeyPatch) -> None:
    gezin = maak_gezin()

    def weiger(*_args: object) -> None:
        raise SMTPRecipientsRefused({gezin.ouder.email: (550, b"full")})

    monkeypatch.setattr(EmailBackend, "send_messages", weiger)
    antwoord = _stuur(gezin.school.directeur, gezin, "toestemming_vragen", VRAAG | {"stuk": [gezin.stuk.pk]})

    assert "De vraag staat bij de ouders." in inhoud_van(antwoord)
    assert Toestemming.objects.filter(doel="Een onderzoek").count() == 1


def test_expert_with_an_account_at_this_school_is_not_invited_again_and_sees_it_once_parents_agree() -> None:
    gezin = maak_gezin()
    roos = maak_account(Rolsoort.DESKUNDIGE, gezin.school.vestiging)

    antwoord = _stuur(
        gezin.school.directeur, gezin, "toestemming_vragen", VRAAG | {"email": roos.email, "stuk": [gezin.stuk.pk]}
    )

    assert "De deskundige kan zich aanmelden, en ziet nog niets." in inhoud_van(antwoord)
    assert [brief.to for brief in mail.outbox] == [[gezin.ouder.email]]
    vraag = Toestemming.objects.get(doel="Een onderzoek")
    _stuur(gezin.ouder, gezin, "toestemming_besluit", {"besluit": "geef"}, pk=vraag.pk)
    assert meld_aan(roos).get(plek(gezin.leerling)).status_code == 200


def test_permission_that_counts_says_when_the_expert_did_not_accept_yet() -> None:
    gezin = maak_gezin()
    _stuur(gezin.school.directeur, gezin, "toestemming_vragen", VRAAG | {"stuk": [gezin.stuk.pk]})
    vraag = Toestemming.objects.get(doel="Een onderzoek")
    _stuur(gezin.ouder, gezin, "toestemming_besluit", {"besluit": "geef"}, pk=vraag.pk)

    pagina = _pagina(gezin.ouder, gezin)

    zin = "Dit geldt, maar roos@praktijk.example nam de uitnodiging van ma 12 oktober 2026 nog niet aan"
    assert pagina.count(zin) == 1
    assert "Stuur de uitnodiging opnieuw" not in pagina


def test_expert_is_invited_when_the_last_parent_agrees_and_anew_by_the_school_until_they_came_in() -> None:
    gezin = maak_gezin()
    tweede, _relatie = maak_ouder(gezin.school, gezin.leerling)
    ib, email = gezin.school.intern_begeleider, "roos@praktijk.example"
    _stuur(ib, gezin, "toestemming_vragen", VRAAG | {"stuk": [gezin.stuk.pk]})
    pk = Toestemming.objects.get(doel="Een onderzoek").pk
    besluiten = ((ib, "nodig_uit"), (gezin.ouder, "geef"), (tweede, "geef"), (tweede, "geef"), (ib, "nodig_uit"))

    aantallen, paginas = [], []
    for wie, besluit in besluiten:
        paginas.append(inhoud_van(_stuur(wie, gezin, "toestemming_besluit", {"besluit": besluit}, pk=pk)))
        aantallen.append([brief.to for brief in mail.outbox].count([email]))

    assert aantallen == [0, 0, 1, 1, 2]
    assert "Een uitnodiging gaat pas uit als de ouders ja zeggen." in paginas[0]
    assert "De uitnodiging is opnieuw gestuurd. De vorige werkt niet meer." in paginas[-1]
    assert Uitnodiging.objects.filter(email=email, ingetrokken_op__isnull=True).count() == 1


def test_question_that_waits_already_is_not_asked_twice_and_other_questions_are() -> None:
    gezin = maak_gezin()
    vraag = VRAAG | {"stuk": [gezin.stuk.pk]}
    _stuur(gezin.school.directeur, gezin, "toestemming_vragen", vraag)

    dubbel = _stuur(gezin.school.directeur, gezin, "toestemming_vragen", vraag)
    ander = _stuur(gezin.school.directeur, gezin, "toestemming_vragen", vraag | {"doel": "Iets anders"})

    assert (dubbel.status_code, "Deze vraag staat al open bij de ouders." in inhoud_van(dubbel)) == (422, True)
    assert ander.status_code == 200
    assert Toestemming.objects.filter(doel="Een onderzoek").count() == 1


def test_question_stands_on_the_pages_of_a_parent_until_it_is_answered() -> None:
    gezin = maak_gezin()
    maak_ook_ouder(gezin.school, gezin.leerling, gezin.school.leerkracht)  # works here too, so has a first screen
    leerkracht, (tweede, _relatie) = meld_aan(gezin.school.leerkracht), maak_ouder(gezin.school, gezin.leerling)

    vooraf = [inhoud_van(meld_aan(tweede).get("/start", follow=True)), inhoud_van(leerkracht.get("/start"))]
    kinderen = meld_aan(tweede).get("/kinderen").content.decode()
    for account in (tweede, gezin.school.leerkracht):
        _besluit(account, gezin, besluit="trek_in")

    assert "De school vraagt uw toestemming voor Pip wacht op u Onderzoek naar lezen" in vooraf[0]
    assert "Onderzoek naar lezen" in vooraf[1]
    assert f"{plek(gezin.leerling)}#toestemming-{gezin.toestemming.pk}" in kinderen
    daarna = [inhoud_van(meld_aan(tweede).get("/kinderen")), inhoud_van(leerkracht.get("/start"))]
    assert ["Onderzoek naar lezen" in pagina for pagina in daarna] == [False, False]


def test_parent_says_no_beside_yes_and_it_is_told_as_a_no() -> None:
    gezin = maak_gezin()
    tweede, _relatie = maak_ouder(gezin.school, gezin.leerling)
    vooraf = _pagina(tweede, gezin)

    _besluit(tweede, gezin, besluit="trek_in")

    pagina = _pagina(tweede, gezin)
    assert "Ik geef toestemming : Onderzoek naar lezen Nee, ik geef geen toestemming" in vooraf
    assert "Jo Duinmans: nee, 12 okt 11:00" in pagina
    assert "dicht: een ouder zei nee" in pagina
    assert "Nee, ik geef geen toestemming" not in pagina
    gezien = inhoud_van(meld_aan(tweede).get(plek(gezin.leerling, "ingezien")))
    assert "Jo Duinmans ouder gaf geen toestemming ouder met gezag" in gezien


def test_paper_over_a_no_is_refused_in_words_and_the_page_offers_no_such_form() -> None:
    gezin = maak_gezin()
    withdraw_toestemming(actor=gezin.ouder, toestemming=gezin.toestemming, op=OP)

    pagina = _pagina(gezin.school.directeur, gezin)
    velden = {"besluit": "papier", "ouder": gezin.relatie.pk, "getekend_op": "2026-10-08"}
    antwoord = _besluit(gezin.school.directeur, gezin, **velden)

    assert "Een ouder tekende op papier" not in pagina
    assert "Dit blijft dicht, tot wie nee zei zelf ja zegt." in pagina
    assert antwoord.status_code == 422
    assert "Deze ouder zei nee, of trok de toestemming in." in inhoud_van(antwoord)


def test_paper_asks_the_day_and_a_note_that_was_a_mistake_goes() -> None:
    gezin = maak_gezin()
    _tweede, relatie = maak_ouder(gezin.school, gezin.leerling)
    papier, ib = {"besluit": "papier", "ouder": relatie.pk}, gezin.school.intern_begeleider

    zonder_dag = _besluit(ib, gezin, **papier)
    genoteerd = _besluit(ib, gezin, **papier, getekend_op="2026-10-08")
    weg = _besluit(ib, gezin, besluit="papier_weg", ouder=relatie.pk)
    nog_eens = _besluit(ib, gezin, besluit="papier_weg", ouder=relatie.pk)

    assert (zonder_dag.status_code, "Vul in op welke dag de ouder tekende." in inhoud_van(zonder_dag)) == (422, True)
    assert "ja, op papier, do 8 oktober 2026, vastgelegd door Jo Bos" in inhoud_van(genoteerd)
    assert "Jo Duinmans: nog geen antwoord" in inhoud_van(weg)
    assert (nog_eens.status_code, Toestemmingsbesluit.objects.count()) == (422, 1)


def test_school_takes_its_question_back_and_nobody_answers_it_any_more() -> None:
    gezin = maak_gezin()

    antwoord = _besluit(gezin.school.intern_begeleider, gezin, besluit="terug")

    assert "De vraag is teruggenomen. Hiermee wordt niets meer gedeeld." in inhoud_van(antwoord)
    assert meld_aan(gezin.deskundige).get(plek(gezin.leerling)).status_code == 403
    pagina = _pagina(gezin.ouder, gezin)
    assert "teruggenomen door Jo Bos, 12 okt 11:00" in pagina
    assert "Trek mijn toestemming in" not in pagina
    geweigerd = _besluit(gezin.ouder, gezin, besluit="geef")
    assert (geweigerd.status_code, "De school nam deze vraag terug." in inhoud_van(geweigerd)) == (422, True)
    assert [_besluit(wie, gezin, besluit="terug").status_code for wie in (gezin.ouder, gezin.deskundige)] == [403, 403]


def test_parent_reads_exactly_what_is_shared_before_saying_yes() -> None:
    gezin = maak_gezin()
    dag = OP.date()
    revise_stuk(actor=gezin.school.leerkracht, stuk=gezin.stuk, tekst="Nu zo.", geldig_van=dag, nummer=1, op=OP)

    pagina = _pagina(gezin.ouder, gezin)

    assert "wat er nu staat, wat er eerder stond, wat er later bij komt, en de zienswijzen van ouders" in pagina
    assert "Dit wordt gedeeld: Gesprek (2 versies, 1 zienswijze)" in pagina
    assert "Elk stuk zoals het nu is, was en later wordt" in _pagina(gezin.school.directeur, gezin)
    van_deskundige = meld_aan(gezin.deskundige).get(plek(gezin.leerling, "stuk", pk=gezin.stuk.pk))
    assert all(zin in inhoud_van(van_deskundige) for zin in ("Nu zo.", "Wat er staat in Gesprek.", "Dit mis ik."))


def test_ending_access_tells_beforehand_what_stays_closed() -> None:
    gezin = maak_gezin()
    withdraw_toestemming(actor=gezin.ouder, toestemming=gezin.toestemming, op=OP)

    pagina = _pagina(gezin.school.directeur, gezin)

    zin = (
        "Dit blijft dicht, want deze ouder zei nee. Wilt u het toch delen, vraag het dan opnieuw: Onderzoek naar lezen"
    )
    assert pagina.count(zin) == 1


def test_answer_to_a_request_is_told_by_a_letter_and_on_the_page_of_the_parent() -> None:
    gezin = maak_gezin()
    wens = Zienswijze.objects.get()
    velden = {"besluit": "bijgevoegd", "uitleg": "Het was zo."}
    vooraf = inhoud_van(meld_aan(gezin.ouder).get("/kinderen"))
    assert "Een ouder vraagt om iets te verbeteren Pip Duinmans" in inhoud_van(
        meld_aan(gezin.school.directeur).get("/start")
    )

    _stuur(gezin.school.directeur, gezin, "zienswijze_besluit", velden, pk=wens.pk)

    (brief,) = mail.outbox
    assert (brief.to, brief.subject) == ([gezin.ouder.email], "De school antwoordde op uw verzoek")
    assert [woord for woord in ("Pip", "Duinmans", "Gesprek", "Het was zo") if woord in brief.body] == []
    assert "U vroeg iets te verbeteren over Pip Gesprek" in vooraf
    assert re.search(r"de school antwoordt uiterlijk \w\w \d+ \w+ 2026", vooraf)
    pagina = inhoud_van(meld_aan(gezin.ouder).get(reverse("kinderen")))
    assert "De school antwoordde op uw verzoek over Pip bijgevoegd, niet verbeterd Gesprek" in pagina


def test_answer_is_not_told_to_who_may_not_read_it_any_more() -> None:
    gezin = maak_gezin()
    Ouderrelatie.objects.update(geldig_tot_en_met=OP.date())
    velden = {"besluit": "bijgevoegd", "uitleg": "Het was zo."}

    _stuur(gezin.school.directeur, gezin, "zienswijze_besluit", velden, pk=Zienswijze.objects.get().pk)

    assert mail.outbox == []
    assert "verzoek over" not in inhoud_van(meld_aan(gezin.ouder).get("/kinderen"))


def test_paper_of_the_file_says_of_each_permission_whether_it_counts_and_why_not() -> None:
    gezin = maak_gezin()
    maak_ouder(gezin.school, gezin.leerling)

    def papier() -> str:
        antwoord = meld_aan(gezin.ouder).get(plek(gezin.leerling, "dossier_pdf"))
        return " ".join(" ".join(bladzijden(antwoord.content)).split())

    wacht = papier()
    withdraw_toestemming(actor=gezin.ouder, toestemming=gezin.toestemming, op=OP)

    assert "Gevraagde toestemming Onderzoek naar lezen: Gesprek." in wacht
    assert "Dit geldt niet: er is nog geen antwoord van iedereen. Jo Duinmans: ja, 5 oktober 2026." in wacht
    assert "Dit geldt niet: een ouder zei nee, of trok het in." in papier()


@pytest.mark.parametrize("aantal", [1, 3])
def test_children_and_questions_take_the_same_queries_with_one_and_with_three(
    aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    gezin = maak_gezin()
    for nummer in range(aantal):
        kind = maak_leerling(gezin.school, f"Kind {nummer}")
        maak_ouder(gezin.school, kind, account=gezin.ouder)
        stuk = maak_stuk(gezin.school, kind)
        add_zienswijze(actor=gezin.ouder, stuk=stuk, tekst="Anders.", is_verzoek=True, op=OP)
        ask_toestemming(
            actor=gezin.school.directeur,
            leerling=kind,
            email="roos@praktijk.example",
            doel="Gehoor",
            geldig_tot_en_met=OP.date() + timedelta(days=30),
            stukken=[stuk],
            op=OP,
        )
    client = meld_aan(gezin.ouder)

    with django_assert_num_queries(23):
        antwoord = client.get("/kinderen")

    assert inhoud_van(antwoord).count("vraagt uw toestemming voor Kind") == aantal


@pytest.mark.parametrize("aantal", [1, 3])
def test_file_takes_the_same_queries_with_one_permission_and_with_three(
    aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    gezin = maak_gezin()
    for nummer in range(aantal - 1):
        maak_ouder(gezin.school, gezin.leerling)
        ask_toestemming(
            actor=gezin.school.directeur,
            leerling=gezin.leerling,
            email="roos@praktijk.example",
            doel=f"Gehoor {nummer}",
            geldig_tot_en_met=OP.date() + timedelta(days=30),
            stukken=[gezin.stuk],
            op=OP,
        )
    client = meld_aan(gezin.school.directeur)

    with django_assert_num_queries(29):
        antwoord = client.get(plek(gezin.leerling))

    assert inhoud_van(antwoord).count("Dit wordt gedeeld:") == aantal


def test_answer_of_a_parent_whose_access_ended_stays_to_be_read_with_the_name() -> None:
    gezin = maak_gezin()
    maak_ouder(gezin.school, gezin.leerling)
    _stuur(gezin.school.directeur, gezin, "ouder_eindigen", {"ouder": gezin.relatie.pk})

    pagina = _pagina(gezin.school.intern_begeleider, gezin)

    assert re.search(rf"{gezin.relatie.naam} \(\s?heeft nu geen toegang\s?\)\s?: ja, ", pagina) is not None


def test_parent_confirms_and_is_told_what_stays_open_by_another_permission() -> None:
    gezin = maak_gezin()
    tweede = VRAAG | {"email": gezin.toestemming.email, "stuk": [gezin.stuk.pk]}
    _stuur(gezin.school.directeur, gezin, "toestemming_vragen", tweede)
    pk = Toestemming.objects.get(doel="Een onderzoek").pk
    _stuur(gezin.ouder, gezin, "toestemming_besluit", {"besluit": "geef"}, pk=pk)

    vooraf, daarna = _pagina(gezin.ouder, gezin), inhoud_van(_besluit(gezin.ouder, gezin, besluit="trek_in"))

    blijft = f"Door een andere toestemming blijft dit open voor {gezin.toestemming.email}: Gesprek"
    assert (vooraf.count("Ja, trek mijn toestemming in"), vooraf.count(blijft)) == (2, 2)
    assert f"Door een andere toestemming leest {gezin.toestemming.email} nog: Gesprek." in daarna
    laatste = inhoud_van(_stuur(gezin.ouder, gezin, "toestemming_besluit", {"besluit": "trek_in"}, pk=pk))
    assert "Door een andere toestemming" not in laatste
