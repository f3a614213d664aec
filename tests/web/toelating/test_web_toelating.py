"""Registrations on a page: the list, the case, the form of parents, and what they see by their link."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.drukwerk import bladzijden
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import SCAN, besluit, gebeur, maak_aanmelding, maak_beleid, maak_weigerbaar
from tests.web.conftest import NU

from passend.begrippen.aanmelding import Gebeurtenissoort
from passend.begrippen.toelating import Toelatingsbesluit
from passend.organisaties.queries import in_bestuur
from passend.toegang.models import Account, Logregel
from passend.toelating.actions.aanmelden import add_aanmeldscan
from passend.toelating.models import Aanmelding, Brief, Groepsruimte
from passend.web.weergave import datum

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
DAGEN = timedelta(days=1)
FORMULIER = {
    "voornaam": "Noa",
    "achternaam": "Zeegras",
    "geboren_op": "2021-03-14",
    "hulpvraag": "extra",
    "toelichting": "Noa hoort slecht.",
    "ouder1_naam": "Sanne Zeegras",
    "ouder1_email": "sanne@ouders.example",
    "ouder1_gezag": "1",
    "voorkeur": "eerste",
    "akkoord": "1",
}


@pytest.fixture
def school() -> Any:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        maak_beleid(school)
        yield school


def _zaak(aanmelding: Aanmelding, naam: str = "aanmelding", **meer: int) -> str:
    return reverse(naam, kwargs={"code": "99AA00", "zaak": aanmelding.sleutel, **meer})


def _lees(account: Account, pad: str) -> str:
    antwoord = meld_aan(account).get(pad)
    assert antwoord.status_code == 200
    return inhoud_van(antwoord)


def _stap(account: Account, aanmelding: Aanmelding, velden: dict[str, str], status: int = 302) -> Any:
    antwoord = meld_aan(account).post(_zaak(aanmelding, "aanmelding_stap"), velden)
    assert antwoord.status_code == status
    return antwoord


def test_list_shows_the_next_date_and_whose_turn_it_is(school: School) -> None:
    maak_aanmelding(school)

    pagina = _lees(school.directeur, adres("aanmeldingen", school))

    assert "Noa Zeegras" in pagina
    assert "ma 16 november 2026" in pagina
    assert "de school" in pagina


@pytest.mark.parametrize("aantal", [1, 3])
def test_list_asks_the_same_for_any_number_of_cases(
    school: School, aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _nummer in range(aantal):
        maak_aanmelding(school)
    client = meld_aan(school.directeur)
    client.get(adres("aanmeldingen", school))

    with django_assert_num_queries(AANTAL):
        client.get(adres("aanmeldingen", school))


AANTAL = 21  # five of them say what of children who never came can be proposed


def test_case_draws_its_dates_and_says_what_is_missing_for_each_decision(school: School) -> None:
    aanmelding = maak_aanmelding(school)

    bron = meld_aan(school.directeur).get(_zaak(aanmelding)).content.decode()

    assert re.findall(r'<g class="punt (\w+)">', bron) == ["gebeurd", "gebeurd", "volgende", "komt", "komt"]
    assert "Er is nog geen school die het kind wil toelaten." in bron
    assert "WPO artikel 40 lid 7" in bron


def test_visit_stands_in_the_log_by_key_and_without_a_name(school: School) -> None:
    aanmelding = maak_aanmelding(school)

    _lees(school.intern_begeleider, _zaak(aanmelding))

    regel = Logregel.objects.latest("pk")
    assert (regel.handeling, regel.onderwerp) == ("open_aanmelding", f"aanmelding:{aanmelding.sleutel.hex}")


def test_form_that_misses_something_keeps_what_was_typed_and_says_what_to_do(school: School) -> None:
    aanmelding = maak_aanmelding(school)

    antwoord = _stap(
        school.intern_begeleider, aanmelding, {"stap": "ouders_gehoord", "op": "2026-10-13", "tekst": "Gepraat"}, 422
    )

    assert "Deze dag is nog niet geweest" in inhoud_van(antwoord)
    assert "Gepraat" in antwoord.content.decode()


def test_second_extension_is_refused_on_the_page(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    velden = {"stap": "verleng", "uiterlijk_op": "2026-11-30", "tekst": "Meer tijd."}
    _stap(school.intern_begeleider, aanmelding, velden)

    _stap(school.intern_begeleider, aanmelding, velden)  # the same sent twice
    antwoord = _stap(school.intern_begeleider, aanmelding, velden | {"tekst": "Nog meer tijd."}, 422)

    assert "maar één keer" in inhoud_van(antwoord)


def test_refusal_by_the_page_needs_its_evidence_and_then_is_a_letter(school: School) -> None:
    dag = OP.date() - 10 * DAGEN
    aanmelding = maak_aanmelding(school, op=OP - 10 * DAGEN, verzocht_op=dag, ontvangen_op=dag)
    velden = {"stap": "besluit", "besluit": "geweigerd:andere_school", "op": "2026-10-05", "motivering": "Beter daar."}
    geweigerd = _stap(school.directeur, aanmelding, velden, 422)
    assert "Overleg eerst met de ouders" in inhoud_van(geweigerd)
    for stap in (
        {"stap": "onderzoek", "bevinding": "extra", "tekst": "Observatie."},
        {"stap": "ouders_gehoord", "tekst": "Goed."},
        {"stap": "school_gevraagd", "school": "De Schelp", "plaats": "Zeestad", "schoolsoort": "sbo"},
        {"stap": "school_bereid", "school": "De Schelp, Zeestad", "tekst": "De directeur.", "tlv": "gevraagd"},
    ):
        _stap(school.directeur, aanmelding, stap | {"op": "2026-10-05"})

    _stap(school.directeur, aanmelding, velden)

    brief = Brief.objects.get(aanmelding=aanmelding, soort="geweigerd")
    papier = meld_aan(school.directeur).get(_zaak(aanmelding, "aanmeldbrief", pk=brief.pk))
    assert papier.content.startswith(b"%PDF")
    assert "Het besluit: geweigerd" in _lees(school.directeur, _zaak(aanmelding))


def test_board_breaks_through_with_a_reason_that_stands_at_the_case(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    velden = {
        "stap": "besluit",
        "besluit": "geweigerd:andere_school",
        "op": "2026-10-05",
        "motivering": "Het kan niet.",
        "doorbreking": "Besproken met de Inspectie.",
    }
    assert "doorbreking" not in meld_aan(school.directeur).get(_zaak(aanmelding)).content.decode()

    _stap(school.bestuurder, aanmelding, velden)

    pagina = _lees(school.directeur, _zaak(aanmelding))
    assert "besloten terwijl er iets ontbrak" in pagina
    assert "Besproken met de Inspectie." in pagina


def test_admitted_child_is_enrolled_with_one_click(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    _stap(school.directeur, aanmelding, {"stap": "besluit", "besluit": "toegelaten", "op": "2026-10-05"})

    _stap(school.intern_begeleider, aanmelding, {"stap": "schrijf_in", "ingeschreven_op": "2026-10-12"})

    assert str(Aanmelding.objects.get(pk=aanmelding.pk).leerling) == "Noa Zeegras"


@pytest.mark.parametrize("stap", ["besluit", "iets"])
def test_step_that_is_none_is_not_done(school: School, stap: str) -> None:
    aanmelding = maak_aanmelding(school)

    _stap(school.directeur, aanmelding, {"stap": stap}, 404 if stap == "iets" else 422)


def test_region_reads_the_whole_case_once_it_is_asked_and_changes_nothing(school: School) -> None:
    aanmelding = maak_aanmelding(school, op=OP - DAGEN, verzocht_op=OP.date() - DAGEN, ontvangen_op=OP.date() - DAGEN)
    assert meld_aan(school.adviseur).get(_zaak(aanmelding)).status_code == 403
    gebeur(school, aanmelding, Gebeurtenissoort.OPGESCHAALD, 0, tekst="Denkt u mee?")

    pagina = _lees(school.adviseur, _zaak(aanmelding))

    assert "Samenwerkingsverband om hulp gevraagd" in pagina
    assert "Noteer wat er gebeurde" not in pagina
    _stap(school.adviseur, aanmelding, {"stap": "sleutel"}, 403)


def test_school_where_the_child_is_now_counts_also_without_the_tick(school: School) -> None:
    velden = FORMULIER | {"weg": "school", "verzocht_op": "2026-10-01", "ontvangen_op": "2026-10-01"}

    meld_aan(school.intern_begeleider).post(
        adres("aanmelding_nieuw", school), velden | {"huidige_school": "De Vlieger"}
    )

    aanmelding = Aanmelding.objects.get()
    assert (aanmelding.is_elders_ingeschreven, aanmelding.huidige_school) == (True, "De Vlieger")


def test_paper_is_noted_with_both_days_and_a_letter_waits(school: School) -> None:
    velden = FORMULIER | {"weg": "papier", "verzocht_op": "2026-10-01", "ontvangen_op": "2026-10-02"}

    antwoord = meld_aan(school.intern_begeleider).post(adres("aanmelding_nieuw", school), velden)

    aanmelding = Aanmelding.objects.get()
    assert antwoord.headers["Location"] == _zaak(aanmelding)
    assert (aanmelding.verzocht_op, aanmelding.ontvangen_op) == (date(2026, 10, 1), date(2026, 10, 2))
    assert Brief.objects.get().soort == "ontvangst"


def test_parents_register_on_the_public_page_and_follow_it_by_the_link_of_the_mail(
    school: School, django_capture_on_commit_callbacks: Any
) -> None:
    client = Client()
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = client.post(adres("kind_aanmelden", school), FORMULIER, follow=True)

    assert antwoord.redirect_chain == [(adres("mijn_aanmelding", school), 302)]
    assert "Uw aanmelding is ontvangen. U krijgt een e-mail als bewijs." in inhoud_van(antwoord)
    assert "Uw aanmelding is ontvangen. U krijgt" not in inhoud_van(client.get(adres("mijn_aanmelding", school)))
    [brief] = mail.outbox
    assert brief.to == ["sanne@ouders.example"]
    assert "23 november 2026" in brief.body
    assert not re.search(r"\bNoa\b", brief.body + brief.subject)
    link = re.search(r"http://testserver(\S+)", brief.body)
    assert link is not None
    pagina = client.get(link[1], follow=True)
    assert "Uw aanmelding van Noa" in inhoud_van(pagina)
    assert pagina.redirect_chain == [(adres("mijn_aanmelding", school), 302)]
    papier = bladzijden(client.get(adres("mijn_tijdlijn_pdf", school)).content)[0]
    assert "Beste Sanne Zeegras," in papier
    assert papier.index("Beste Sanne Zeegras,") < papier.index("De data")
    client.cookies["django_language"] = "en"
    engels = bladzijden(client.get(adres("mijn_tijdlijn_pdf", school)).content)[0]
    assert "Dear Sanne Zeegras," in engels
    assert "De school bekijkt" not in engels
    assert client.get(adres("mijn_brief", school, pk=Brief.objects.get().pk)).content.startswith(b"%PDF")


def test_parents_who_read_english_get_the_mail_in_both_languages(
    school: School, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        Client().post(adres("kind_aanmelden", school), FORMULIER | {"oudertaal": "en"})

    [brief] = mail.outbox
    nederlands, engels = brief.body.split("---")
    assert brief.subject == "Uw aanmelding is ontvangen / Your application was received"
    assert "U hoort uiterlijk op 23 november 2026" in " ".join(nederlands.split())
    assert "23 November 2026" in " ".join(engels.split())
    assert re.findall(r"http://\S+", nederlands) == re.findall(r"http://\S+", engels)


def test_parents_read_their_letters_and_no_notes_of_the_school(school: School) -> None:
    client = Client()
    client.post(adres("kind_aanmelden", school), FORMULIER)
    aanmelding = Aanmelding.objects.get()
    gebeur(school, aanmelding, Gebeurtenissoort.OUDERS_GEHOORD, 7, tekst="Een notitie van de school.")

    pagina = inhoud_van(client.get(adres("mijn_aanmelding", school)))

    assert "De school praatte met u" in pagina
    assert "Een notitie" not in pagina
    assert "Een notitie" in _lees(school.directeur, _zaak(aanmelding))


def test_registration_that_the_school_notes_is_mailed_to_the_parents_with_their_page(
    school: School, django_capture_on_commit_callbacks: Any
) -> None:
    velden = FORMULIER | {"weg": "papier", "verzocht_op": "2026-10-02", "ontvangen_op": "2026-10-02"}

    with django_capture_on_commit_callbacks(execute=True):
        antwoord = meld_aan(school.intern_begeleider).post(adres("aanmelding_nieuw", school), velden)

    assert antwoord.status_code == 302
    [brief] = mail.outbox
    link = re.search(r"http://testserver(\S+)", brief.body)
    assert link is not None
    assert "Uw aanmelding van Noa" in inhoud_van(Client().get(link[1], follow=True))


def test_new_address_is_mailed_to_the_parents(school: School, django_capture_on_commit_callbacks: Any) -> None:
    aanmelding = maak_aanmelding(school)

    with django_capture_on_commit_callbacks(execute=True):
        _stap(school.directeur, aanmelding, {"stap": "sleutel"})

    assert ["Het oude werkt niet meer." in brief.body.replace("\n", " ") for brief in mail.outbox] == [True]


def test_new_link_makes_the_one_before_void(school: School) -> None:
    client = Client()
    client.post(adres("kind_aanmelden", school), FORMULIER)
    eerst = client.get(adres("mijn_aanmelding", school)).status_code

    _stap(school.directeur, Aanmelding.objects.get(), {"stap": "sleutel"})

    assert (eerst, client.get(adres("mijn_aanmelding", school)).status_code) == (200, 404)


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"akkoord": ""}, "Zet een vinkje"),
        ({"ouder1_email": ""}, "Vul een e-mailadres in"),
        ({"ouder1_email": "zzz"}, "geen e-mailadres"),
        ({"geboren_op": "31-02-2021"}, "bestaande datums"),
        ({"geboren_op": "2024-05-05"}, "vanaf de dag waarop het 3 wordt"),
        ({"geboren_op": "0026-05-05"}, "bestaande datums"),
        ({"geboren_op": "9999-10-01"}, "bestaande datums"),
        ({"gewenst_op": "2026-02-30"}, "De gewenste eerste schooldag bestaat niet"),
        ({"gewenst_op": "2031-01-01"}, "meer dan drie jaar vooruit"),
        ({"hulpvraag": "wie weet"}, "Kies of het kind extra hulp"),
    ],
)
def test_form_of_parents_that_cannot_be_is_refused_and_keeps_what_was_typed(
    school: School, anders: dict[str, str], zin: str
) -> None:
    antwoord = Client().post(adres("kind_aanmelden", school), FORMULIER | anders)

    assert antwoord.status_code == 422
    assert zin in inhoud_van(antwoord)
    assert "Noa hoort slecht." in antwoord.content.decode()
    assert Aanmelding.objects.count() == 0


def test_machine_that_fills_in_the_hidden_field_registers_nobody(school: School) -> None:
    antwoord = Client().post(adres("kind_aanmelden", school), FORMULIER | {"website": "https://spam.example"})

    assert antwoord.status_code == 200
    assert Aanmelding.objects.count() == 0


def test_sixth_registration_within_an_hour_waits_with_what_was_typed(school: School) -> None:
    client = Client()
    statussen = [
        client.post(adres("kind_aanmelden", school), FORMULIER | {"voornaam": naam}).status_code for naam in "abcde"
    ]

    zesde = client.post(adres("kind_aanmelden", school), FORMULIER)

    assert statussen == [302, 302, 302, 302, 302]
    assert zesde.status_code == 429
    assert "Noa hoort slecht." in zesde.content.decode()
    assert Aanmelding.objects.count() == 5


def test_mending_a_form_that_was_refused_counts_for_nothing(school: School) -> None:
    client = Client()
    statussen = [client.post(adres("kind_aanmelden", school), {}).status_code for _keer in range(7)]

    assert set(statussen) == {422}
    assert client.post(adres("kind_aanmelden", school), FORMULIER).status_code == 302


def test_school_that_takes_paper_only_has_no_form(school: School) -> None:
    ander = maak_school(school.vestiging.bestuur, brin="99AB", naam="De Strandloper")

    assert "met een brief of e-mail" in inhoud_van(Client().get(adres("kind_aanmelden", ander)))
    Client().post(adres("kind_aanmelden", ander), FORMULIER)
    assert Aanmelding.objects.count() == 0


def test_full_year_group_shows_on_the_public_page_with_its_policy(school: School) -> None:
    velden = {"wat": "ruimte", "leerjaar": "5", "stand": "vol", "geldig_van": "2026-10-01", "toelichting": "28"}
    meld_aan(school.intern_begeleider).post(adres("plaatsruimte", school), velden)

    pagina = inhoud_van(Client().get(adres("kind_aanmelden", school)))

    assert Groepsruimte.objects.get().leerjaar == 5
    assert "Groep 5 vol 28" in pagina
    assert "Lees het toelatingsbeleid" in pagina


def test_room_of_a_day_to_come_is_said_to_show_then_and_a_group_is_not_full_before_it_is(school: School) -> None:
    client, morgen = meld_aan(school.intern_begeleider), NU.date() + DAGEN
    velden = {"wat": "ruimte", "leerjaar": "5", "geldig_van": morgen.isoformat(), "toelichting": "Meer lokalen."}

    vol = client.post(adres("plaatsruimte", school), velden | {"stand": "vol"})
    plaats = client.post(adres("plaatsruimte", school), velden | {"stand": "plaats"}, follow=True)

    assert vol.status_code == 422
    assert "is nog niet geweest: zet het er op die dag bij" in inhoud_van(vol)
    for getypt in ('value="Meer lokalen."', '<option value="5" selected>', f'value="{morgen.isoformat()}"'):
        assert getypt in vol.content.decode()
    assert f"Ouders zien dit vanaf {datum(morgen)} op de pagina van de school." in inhoud_van(plaats)
    assert "nog niet te zien" in inhoud_van(plaats)


def test_next_date_is_in_the_agenda_and_near_ones_on_the_first_screen(school: School) -> None:
    dag = OP.date() - 35 * DAGEN
    maak_aanmelding(school, op=OP - 35 * DAGEN, verzocht_op=dag, ontvangen_op=dag)

    for pad in (reverse("agenda"), reverse("start")):
        pagina = _lees(school.directeur, pad)
        assert "Aanmelding: uiterlijk het besluit" in pagina
        assert "Noa Zeegras" in pagina


def test_decided_case_shows_objection_and_committee_with_their_articles(school: School) -> None:
    dag = OP.date() - 20 * DAGEN
    aanmelding = maak_aanmelding(school, op=OP - 20 * DAGEN, verzocht_op=dag, ontvangen_op=dag)
    maak_weigerbaar(school, aanmelding)
    besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD, dagen=5)

    assert "Laatste dag voor bezwaar" in _lees(school.directeur, _zaak(aanmelding))


def test_page_of_a_registration_is_at_the_place_of_pupils_in_the_menu(school: School) -> None:
    pagina = meld_aan(school.intern_begeleider).get(_zaak(maak_aanmelding(school))).content.decode()

    assert re.findall(r'aria-current="true">.*?<span>(\w+)', pagina, re.DOTALL) == ["Leerlingen"]


@pytest.mark.parametrize("is_ouder", [True, False])
def test_far_first_school_day_is_asked_after_on_both_forms_and_comes_in_when_it_is_right(
    school: School,
    is_ouder: bool,  # noqa: FBT001 -- a case
) -> None:
    client = Client() if is_ouder else meld_aan(school.intern_begeleider)
    pad = adres("kind_aanmelden" if is_ouder else "aanmelding_nieuw", school)
    dagen = {"verzocht_op": OP.date().isoformat(), "ontvangen_op": OP.date().isoformat(), "weg": "school"}
    velden = FORMULIER | dagen | {"gewenst_op": (OP.date() + 400 * DAGEN).isoformat()}

    eerst = client.post(pad, velden)
    daarna = client.post(pad, velden | {"is_ver": "1"})

    assert (eerst.status_code, daarna.status_code) == (422, 302)
    assert "is over meer dan een jaar" in inhoud_van(eerst)
    assert "Deze dag klopt" in inhoud_van(eerst)
    assert "Deze dag klopt" not in inhoud_van(client.get(pad))
    assert Aanmelding.objects.count() == 1


def test_far_first_school_day_of_who_is_enrolled_is_asked_after_on_the_case(school: School) -> None:
    dag = OP.date() - 20 * DAGEN
    aanmelding = maak_aanmelding(school, op=OP - 20 * DAGEN, verzocht_op=dag, ontvangen_op=dag, hulpvraag="geen")
    besluit(school, aanmelding, Toelatingsbesluit.TOEGELATEN, -5)
    velden = {"stap": "schrijf_in", "ingeschreven_op": (OP.date() + 400 * DAGEN).isoformat()}

    antwoord = _stap(school.intern_begeleider, aanmelding, velden, 422)
    _stap(school.intern_begeleider, aanmelding, velden | {"is_ver": "1"})

    assert "Deze dag klopt" in inhoud_van(antwoord)
    aanmelding.refresh_from_db()
    assert aanmelding.leerling is not None


def test_paper_without_a_scan_shows_as_missing_on_the_list_and_the_case_until_it_is_there(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    maak_aanmelding(school, voornaam="Bo", weg="school")
    paden = [adres("aanmeldingen", school), _zaak(aanmelding)]

    def zonder(account: Account) -> list[int]:
        return [_lees(account, pad).count("nog zonder scan") for pad in paden]

    assert zonder(school.intern_begeleider) == [1, 1]
    assert f"{_zaak(aanmelding)}#papier" in meld_aan(school.directeur).get(paden[0]).content.decode()
    assert zonder(school.bestuurder) == [0, 0]
    add_aanmeldscan(actor=school.intern_begeleider, aanmelding=aanmelding, scan=SCAN, op=OP)
    assert zonder(school.intern_begeleider) == [0, 0]


@pytest.mark.parametrize(
    ("velden", "bewaard"),
    [
        ({"stap": "onderzoek", "bevinding": "taal", "tekst": " "}, ['value="taal" required checked', "2026-10-07"]),
        ({"stap": "grondslag_geweigerd", "vooraf_op": "2026-10-06", "tekst": ""}, ["2026-10-06", "2026-10-07"]),
        (
            {"stap": "school_vol", "tekst": "28 van 28", "is_gevolgd": "1"},
            ['name="is_gevolgd" value="1" checked', "28 van"],
        ),
        ({"stap": "school_gevraagd", "school": "De Schelp", "plaats": ""}, ["2026-10-07"]),
        ({"stap": "aanvulling_gevraagd", "uiterlijk_op": "2027-10-20", "tekst": "Een verslag"}, ["2027-10-20"]),
    ],
)
def test_step_that_cannot_be_keeps_all_that_was_typed(
    school: School, velden: dict[str, str], bewaard: list[str]
) -> None:
    bron = _stap(school.intern_begeleider, maak_aanmelding(school), {"op": "2026-10-07"} | velden, 422).content.decode()

    assert [een for een in bewaard if een not in bron] == []
    if velden["stap"] == "aanvulling_gevraagd":
        assert bron.count("2027-10-20") == 1


def test_words_typed_in_an_old_tab_come_back_when_their_form_is_gone(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    verleng = {"stap": "verleng", "uiterlijk_op": "2026-11-30", "tekst": "Het onderzoek is nog niet klaar."}
    _stap(school.intern_begeleider, aanmelding, verleng)

    anders = verleng | {"uiterlijk_op": "2026-12-07", "tekst": "De logopedist <b>belt</b> nog.\r\nEn de arts."}
    bron = _stap(school.intern_begeleider, aanmelding, anders, 422).content.decode()

    assert "Dit typte u" in bron
    woorden = ("ma 7 december 2026", "De logopedist &lt;b&gt;belt&lt;/b&gt; nog.", "En de arts.")
    assert [zin in bron for zin in woorden] == [True] * 3


def test_reason_of_a_second_decision_comes_back_beside_why_it_was_not_taken(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    toelaten = {"stap": "besluit", "besluit": "toegelaten", "op": "2026-10-07"}
    _stap(school.directeur, aanmelding, toelaten)

    weigeren = {"stap": "besluit", "besluit": "geweigerd:anders", "op": "2026-10-06", "motivering": "Te ver weg."}
    bron = _stap(school.directeur, aanmelding, weigeren, 422).content.decode()

    assert re.findall(r"<dd[^>]*>([^<]*)</dd></div></dl></div>", bron) == ["Te ver weg."]
    assert "di 6 oktober 2026" in bron


def test_words_stand_once_where_their_form_is_still_on_the_page(school: School) -> None:
    velden = {"stap": "aanvulling_gevraagd", "uiterlijk_op": "2027-10-20", "tekst": "Een verslag"}
    bron = _stap(school.intern_begeleider, maak_aanmelding(school), velden, 422).content.decode()

    assert (bron.count("Een verslag"), "Dit typte u" in bron) == (1, False)


def test_reason_why_something_does_not_count_comes_back_though_its_form_is_empty(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    _stap(school.directeur, aanmelding, {"stap": "opgeschaald", "op": "2026-10-07", "tekst": "Denk mee."})
    pk = str(aanmelding.gebeurtenissen.get(soort=Gebeurtenissoort.OPGESCHAALD).pk)
    weg = {"stap": "vervallen", "gebeurtenis": pk, "tekst": "Dubbel."}
    _stap(school.directeur, aanmelding, weg)

    bron = _stap(school.directeur, aanmelding, weg | {"tekst": "Stond er al."}, 422).content.decode()

    assert re.findall(r"<dd[^>]*>([^<]*)</dd></div></dl></div>", bron) == ["Stond er al."]


def test_form_with_only_the_day_it_began_with_gives_nothing_back(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    _stap(school.directeur, aanmelding, {"stap": "besluit", "besluit": "toegelaten", "op": "2026-10-07"})

    vandaag = {"stap": "besluit", "besluit": "toegelaten", "op": NU.date().isoformat()}
    bron = _stap(school.directeur, aanmelding, vandaag, 422).content.decode()

    assert "Dit typte u" not in bron
