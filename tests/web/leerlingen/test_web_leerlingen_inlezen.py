"""Somebody drops a file about pupils, looks at what it changes, and takes it over."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from tests.factories.invoer import MAP, lever_in, maak_xlsx
from tests.factories.leerlingen import GEBOREN, SINDS, maak_gezin, maak_leerling
from tests.factories.opgave import opgave_van
from tests.factories.paginas import adres, bestand, inhoud_van, meld_aan
from tests.factories.profielen import School, maak_school

from passend.begrippen.opgave import Leerlingopgave
from passend.leerlingen.models import Groepsplaatsing, Invoer, Leerling, Ouderrelatie
from passend.organisaties.models import Vestiging
from passend.web.leerlingen import inlezen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
VRAGEN = 14
NORM = Path(__file__).resolve().parents[4] / "shared" / "standards" / "edexml"
EDEXML, CSV = (MAP / "wilgenboom.xml").read_bytes(), (MAP / "wilgenboom.csv").read_bytes()
VESTIGINGEN = '<vestiging key="A"><naam>Duin</naam></vestiging><vestiging key="B"><naam>Zee</naam></vestiging>'
TWEE_VESTIGINGEN = (
    EDEXML.decode()
    .replace("<groepen>", f"<vestigingen>{VESTIGINGEN}</vestigingen><groepen>", 1)
    .replace('<groep key="g5"/>\n\t\t\t<instroom', '<groep key="g5"/><vestiging key="A"/><instroom')
    .replace('<groep key="g6"/>', '<groep key="g6"/><vestiging key="B"/>')
    .encode()
)


def _lever_in(client: Client, school: School, inhoud: bytes, naam: str = "") -> Any:
    einde = next((einde for begin, einde in ((b"PK", "xlsx"), (b"<", "xml")) if inhoud.startswith(begin)), "csv")
    bron = bestand(inhoud, naam or f"lijst.{einde}")
    return client.post(adres("leerlingen_inlezen", school), {"bestand": bron}, follow=True)


def _koppel_zoals_herkend(client: Client, pagina: Any) -> Any:
    """Send the page of the columns as it is shown."""
    bron = pagina.content.decode()
    velden = {
        naam: (re.findall(r'value="([^"]*)" selected', keuzes) or [""])[0]
        for naam, keuzes in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', bron, re.DOTALL)
    }
    return client.post(pagina.request["PATH_INFO"], velden, follow=True)


def _voer_uit(client: Client, pagina: Any, **velden: Any) -> Any:
    kenmerk = re.search(r'name="kenmerk" value="(\w+)"', pagina.content.decode())
    assert kenmerk is not None
    return client.post(f"{pagina.request['PATH_INFO']}/uitvoeren", {"kenmerk": kenmerk[1], **velden}, follow=True)


def test_edexml_goes_from_the_file_to_the_list_of_pupils_in_two_pages() -> None:
    school = maak_school()
    client = meld_aan(school.intern_begeleider)

    nakijken = _lever_in(client, school, EDEXML, "edex.xml")
    gezien = inhoud_van(nakijken)

    assert "Wat verandert er?" in gezien
    assert "2 nieuw 0 gewijzigd 0 ongewijzigd 0 niet meer in het bestand 2 geweigerd" in gezien
    assert "regel 42 Ot Helm De geboortedatum '2018-06-31' bestaat niet." in gezien.replace("\xa0", " ")
    assert "Deze groepen zijn nieuw: 5, 6 . Hoort er een niet bij?" in gezien
    assert "Merel Wulp merel@school.example : heeft nog geen account met dit e-mailadres." in gezien
    assert Leerling.objects.count() == 0

    klaar = inhoud_van(_voer_uit(client, nakijken))

    assert "De leerlingen zijn ingelezen" in klaar
    assert "2 nieuw 2 geweigerd 2 nieuwe groepen" in klaar
    assert list(Leerling.objects.values_list("voornaam", flat=True)) == ["Pip", "Zoë"]


@pytest.mark.parametrize(
    ("delen", "vestiging", "aantal", "geweigerd"),
    [
        (("1.0.3", "sample.xml"), "", 396, 4),
        (("1.0.3", "sample-invalid.xml"), "", 380, 21),
        (("examples", "EDEXML.Voorbeeld.2.1.xml"), "VH", 1, 2),
    ],
)
def test_official_example_is_taken_in_once_it_is_of_this_school_and_year(
    delen: tuple[str, ...], vestiging: str, aantal: int, geweigerd: int
) -> None:
    pad = NORM.joinpath(*delen)
    if not pad.exists():
        pytest.skip("the standard does not lie beside the checkout")
    inhoud = re.sub(rb"<brincode>[^<]*", b"<brincode>99AA", pad.read_bytes())
    inhoud = re.sub(rb"<schooljaar>[^<]*", b"<schooljaar>2026-2027", inhoud)
    inhoud = re.sub(rb"<dependancecode>[^<]*", b"<dependancecode>00", inhoud)
    school = maak_school()
    client = meld_aan(school.directeur)

    nakijken = _lever_in(client, school, inhoud, "edex.xml")
    if vestiging:
        nakijken = client.post(nakijken.request["PATH_INFO"], {"vestiging": vestiging}, follow=True)
    gezien = inhoud_van(nakijken)
    klaar = inhoud_van(_voer_uit(client, nakijken))

    assert f"{aantal} nieuw" in gezien
    assert f"{geweigerd} geweigerd" in gezien
    assert "regel " in gezien
    assert "De leerlingen zijn ingelezen" in klaar
    assert Leerling.objects.count() == aantal
    assert "Alles klopt al." in inhoud_van(_lever_in(client, school, inhoud, "edex.xml"))


def test_columns_of_a_list_are_shown_as_recognised_and_the_next_time_they_are_known() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)

    kolommen = _lever_in(client, school, CSV)
    assert "Wat staat er in de kolommen?" in inhoud_van(kolommen)
    assert "Nummers van de overheid neemt Passend niet over: BSN." in inhoud_van(kolommen)
    assert "999999990" not in kolommen.content.decode()

    nakijken = _koppel_zoals_herkend(client, kolommen)
    assert "2 nieuw" in inhoud_van(nakijken)
    _voer_uit(client, nakijken)
    assert list(Ouderrelatie.objects.values_list("naam", "heeft_gezag")) == [
        ("An Duinmans", True),
        ("Bo van het Zeegras", False),
    ]

    opnieuw = inhoud_van(_lever_in(client, school, CSV))
    assert "Wat verandert er?" in opnieuw
    assert "Alles klopt al. Er is niets in te lezen." in opnieuw


def test_new_pupil_is_shown_with_the_first_school_day_and_the_address_of_a_parent() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)
    lijst = (
        b"Roepnaam;Achternaam;Geboortedatum;Instroomdatum;Ouder 1;Email ouder 1;Gezag ouder 1\n"
        b"Pip;Wilg;14-3-2018;1-8-2026;An Wilg;an@wilg.example;ja\n"
    )

    gezien = inhoud_van(_koppel_zoals_herkend(client, _lever_in(client, school, lijst)))

    assert "op school vanaf za 1 augustus 2026 ouder An Wilg , met gezag, an@wilg.example" in gezien


def test_list_with_other_columns_than_the_last_time_says_so_and_workbooks_are_read_too() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)
    _koppel_zoals_herkend(client, _lever_in(client, school, CSV))

    kolommen = _lever_in(client, school, maak_xlsx(["Kind", "Geboortedatum"], ["Pip Duinmans", "14-3-2018"]))

    assert "Dit bestand heeft andere kolommen dan de vorige keer" in inhoud_van(kolommen)


def test_list_with_more_columns_than_the_last_time_shows_which_are_new_and_takes_them_along() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)
    smal = b"Roepnaam;Achternaam;Geboortedatum;Opmerking\nPip;Kind;14-3-2018;lief\n"
    _koppel_zoals_herkend(client, _lever_in(client, school, smal))
    assert "Wat verandert er?" in inhoud_van(_lever_in(client, school, smal))

    breed = b"Roepnaam;Tussenvoegsel;Achternaam;Geboortedatum;Opmerking;Ouder 1\nPip;van den;Kind;14-3-2018;lief;An\n"
    kolommen = _lever_in(client, school, breed)

    assert "andere kolommen dan de vorige keer Nieuw: Tussenvoegsel, Ouder 1 ." in inhoud_van(kolommen)
    assert "Pip van den Kind" in inhoud_van(_koppel_zoals_herkend(client, kolommen))


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({}, "Wijs aan in welke kolom de voornaam en de achternaam staan"),
        ({"kolom-1": "naam", "kolom-3": "naam"}, "Twee kolommen zijn allebei 'hele naam': Roepnaam en Achternaam."),
    ],
)
def test_columns_that_were_told_wrong_are_asked_again_with_what_was_chosen(velden: dict[str, str], zin: str) -> None:
    school = maak_school()
    client = meld_aan(school.directeur)
    kolommen = _lever_in(client, school, CSV)

    antwoord = client.post(kolommen.request["PATH_INFO"], velden)

    assert antwoord.status_code == 422
    assert zin in inhoud_van(antwoord)
    assert antwoord.content.decode().count('value="naam" selected') == len(velden)


def test_file_of_more_sites_asks_which_one_this_is_and_takes_the_pupils_of_that_one() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)

    vraag = _lever_in(client, school, TWEE_VESTIGINGEN, "edex.xml")
    assert "Welke vestiging is dit?" in inhoud_van(vraag)
    assert client.post(vraag.request["PATH_INFO"], {"vestiging": "Z"}).status_code == 422

    nakijken = client.post(vraag.request["PATH_INFO"], {"vestiging": "A"}, follow=True)
    assert "1 nieuw" in inhoud_van(nakijken)
    assert "1 nieuw" in inhoud_van(_lever_in(client, school, TWEE_VESTIGINGEN, "edex.xml"))


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "Er is geen bestand gekozen, of het is leeg."),
        (b"%PDF-1.7", "Dit soort bestand kan Passend hier niet lezen."),
        (b"<EDEX><school>", "Regel 1: het bestand klopt hier niet of breekt af."),
        (EDEXML.replace(b"99AA", b"99ZZ"), "Dit bestand is van school 99ZZ, en u leest in voor school 99AA."),
        (EDEXML.replace(b"2026-2027", b"2014-2015"), "Dit bestand is van schooljaar 2014-2015"),
    ],
)
def test_file_that_cannot_be_taken_is_refused_with_the_reason_and_nothing_is_kept(inhoud: bytes, zin: str) -> None:
    school = maak_school()

    antwoord = _lever_in(meld_aan(school.directeur), school, inhoud)

    assert antwoord.status_code == 422
    assert zin in inhoud_van(antwoord)
    assert Invoer.objects.count() == 0


def test_list_of_another_school_is_taken_in_only_when_somebody_says_that_it_is_of_this_one() -> None:
    school = maak_school()
    for nummer in range(5):
        maak_leerling(school, f"Kind{nummer}", "Wilg")
    client = meld_aan(school.directeur)
    nakijken = _koppel_zoals_herkend(client, _lever_in(client, school, CSV))
    assert "Is dit bestand van deze school?" in inhoud_van(nakijken)

    fout = _voer_uit(client, nakijken)
    assert "Van deze school staat bijna geen leerling in dit bestand." in inhoud_van(fout)
    assert Leerling.objects.count() == 5

    _voer_uit(client, nakijken, van_hier="1")
    assert Leerling.objects.count() == 7


def test_file_with_the_number_of_another_site_says_so_and_is_refused_when_that_site_is_here() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)
    van_01 = EDEXML.replace(b"<dependancecode>00", b"<dependancecode>01").replace(b"99AA<", b"99aa<")

    gezien = inhoud_van(_lever_in(client, school, van_01, "edex.xml"))
    assert "Dit bestand noemt vestiging 01, en deze vestiging heeft nummer 00." in gezien

    Vestiging.objects.create(
        bestuur=school.vestiging.bestuur, brin="99AA", volgnummer="01", naam="De Kiem", plaats="Duinstad"
    )
    antwoord = _lever_in(client, school, van_01, "edex.xml")
    assert antwoord.status_code == 422
    assert "Dit bestand is van vestiging 99AA01, en u leest in voor 99AA00." in inhoud_van(antwoord)


def test_file_that_is_too_large_is_refused(settings: Any) -> None:
    settings.BESTAND_MAX_BYTES = 1024
    school = maak_school()

    antwoord = _lever_in(meld_aan(school.directeur), school, EDEXML)

    assert antwoord.status_code == 413
    assert "Dit bestand is groter dan 0 MB." in inhoud_van(antwoord)


def test_who_is_gone_leaves_only_with_a_tick_and_a_day_and_what_was_ticked_stays_when_it_goes_wrong() -> None:
    school = maak_school()
    weg = maak_leerling(school, "Ot", "Wilg")
    client = meld_aan(school.directeur)
    nakijken = _lever_in(client, school, EDEXML, "edex.xml")
    assert "Ot Wilg is van school" in inhoud_van(nakijken)

    fout = _voer_uit(client, nakijken, uitschrijven=str(weg.sleutel), overslaan="21")
    assert "Vul bij wie van school is de laatste schooldag in." in inhoud_van(fout)
    assert f'value="{weg.sleutel}" checked' in fout.content.decode()
    assert Leerling.objects.count() == 1

    _voer_uit(client, nakijken, uitschrijven=str(weg.sleutel), **{f"weg_{weg.sleutel}": "2026-09-30"})
    weg.refresh_from_db()
    assert str(weg.uitgeschreven_op) == "2026-09-30"


@pytest.mark.parametrize(
    ("dag", "zin"),
    [
        ("2000-01-01", "Ot Wilg: De uitschrijving ligt voor de inschrijving. Kijk de twee datums na."),
        ("2029-01-01", "Ot Wilg: De uitschrijving ligt te ver weg. Kijk het jaar na."),
    ],
)
def test_last_day_that_cannot_be_is_asked_again_with_whose_it_is_and_nothing_is_taken_over(dag: str, zin: str) -> None:
    school = maak_school()
    weg = maak_leerling(school, "Ot", "Wilg")
    client = meld_aan(school.directeur)
    nakijken = _lever_in(client, school, EDEXML, "edex.xml")

    fout = _voer_uit(client, nakijken, uitschrijven=str(weg.sleutel), **{f"weg_{weg.sleutel}": dag})

    assert fout.status_code == 422
    assert zin in inhoud_van(fout)
    assert list(Leerling.objects.values_list("voornaam", "uitgeschreven_op")) == [("Ot", None)]


def test_who_left_by_the_file_stands_apart_from_who_is_in_no_line_and_long_lists_are_cut(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(inlezen, "TE_TONEN", 2)
    school = maak_school()
    maak_leerling(school, "Pip", "Duinmans")
    for nummer in range(3):
        maak_leerling(school, f"Kind{nummer}", "Wilg")
    client = meld_aan(school.directeur)
    lijst = b"Naam;Geboortedatum;Uitstroomdatum\nPip Duinmans;14-3-2018;1-10-2026\n"

    nakijken = _koppel_zoals_herkend(client, _lever_in(client, school, lijst))

    gezien = inhoud_van(nakijken)
    assert "1 van school volgens het bestand 3 niet meer in het bestand" in gezien
    assert "Van school volgens het bestand Vink aan wie van school is." in gezien
    assert nakijken.content.decode().count('name="uitschrijven"') == 3
    assert "en nog 1. Lees dit eerst in" in gezien


def test_group_of_a_pupil_is_asked_after_when_the_file_is_silent_about_it() -> None:
    school = maak_school()
    zonder = EDEXML.replace(b'<groep key="g6"/>', b"", 1)

    gezien = inhoud_van(_lever_in(meld_aan(school.directeur), school, zonder, "edex.xml"))

    assert "Van 1 nieuwe leerling staat de groep niet in het bestand." in gezien


def test_list_that_may_have_broken_off_is_taken_over_only_when_somebody_says_that_it_is_whole() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)
    lijst = b"Naam;Geboortedatum\nPip Wilg;14-03-2018\nOt Helm;03-04-20"

    nakijken = _koppel_zoals_herkend(client, _lever_in(client, school, lijst))
    gezien = inhoud_van(nakijken)
    nog_niet = _voer_uit(client, nakijken)

    assert "Is dit bestand heel?" in gezien
    assert "op regel 3, de laatste, staat bij 'Geboortedatum' alleen '03-04-20'" in gezien
    assert 'name="heel" value="1" required' in nakijken.content.decode()
    assert (nog_niet.status_code, Leerling.objects.count()) == (422, 0)
    assert "De leerlingen zijn ingelezen" in inhoud_van(_voer_uit(client, nakijken, heel="1"))
    nogmaals = inhoud_van(_lever_in(client, school, lijst))
    assert ("Alles klopt al." in nogmaals, "Is dit bestand heel?" in nogmaals) == (True, False)


def test_change_that_the_school_does_not_want_is_skipped_and_the_rest_comes() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)
    kop, rijen = b"Nr;Naam;Geboren;Groep\n", (b"1;Pip Wilg;14-3-2018;%s\n", b"2;Ot Helm;3-4-2018;%s\n")
    for groep in (b"5", b"6"):
        nakijken = _lever_in(client, school, kop + b"".join(rij % groep for rij in rijen))
        if groep == b"5":
            nakijken = _koppel_zoals_herkend(client, nakijken)
            _voer_uit(client, nakijken)
    bron = nakijken.content.decode()
    kenmerk = re.search(r'name="overslaan" value="(\w+)" aria-label="Sla Pip Wilg over"', bron)
    assert kenmerk is not None

    klaar = inhoud_van(_voer_uit(client, nakijken, overslaan=kenmerk[1]))

    assert "1 gewijzigd 1 overgeslagen" in klaar
    groepen = Groepsplaatsing.objects.filter(geldig_tot_en_met=None).order_by("leerling__voornaam")
    assert list(groepen.values_list("leerling__voornaam", "groep__naam")) == [("Ot", "6"), ("Pip", "5")]


def test_file_with_results_is_told_where_it_belongs() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)

    uwlr = inhoud_van(_lever_in(client, school, (MAP / "toetsen.uwlr.xml").read_bytes(), "toetsen.xml"))
    lijst = inhoud_van(_lever_in(client, school, b"Leerling;Geboren;Toets;Score\nPip Wilg;1-2-2018;IEP Rekenen;40\n"))

    assert "Dit is UWLR: daar staan toetsen in. Lees het in bij Toetsen inlezen." in uwlr
    assert "Is dit een lijst met toetsen?" in lijst
    assert "Is dit een lijst met toetsen?" not in inhoud_van(_lever_in(client, school, CSV))


def test_what_changed_meanwhile_is_shown_anew_and_nothing_is_taken_over() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)
    nakijken = _lever_in(client, school, EDEXML, "edex.xml")
    maak_leerling(school)

    antwoord = _voer_uit(client, nakijken)

    assert antwoord.status_code == 422
    assert "Sinds u keek is er iets veranderd in Passend" in inhoud_van(antwoord)
    assert "1 nieuw 1 gewijzigd" in inhoud_van(antwoord)
    assert Leerling.objects.count() == 1


def test_refused_lines_can_be_taken_along_and_hold_no_formula() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)
    _lever_in(client, school, EDEXML.replace(b"<roepnaam>Ot", b"<roepnaam>=Ot"), "edex.xml")
    invoer = Invoer.objects.get()

    antwoord = client.get(adres("invoer_geweigerd", school, pk=invoer.pk))

    assert antwoord.content.decode("utf-8-sig").splitlines()[:2] == [
        "Regel;Leerling;Reden",
        "42;'=Ot Helm;De geboortedatum '2018-06-31' bestaat niet. Schrijf een dag als 2018-03-14, en kijk de maand na.",
    ]
    client.post(adres("invoer_weg", school, pk=invoer.pk))
    assert client.get(adres("invoer_geweigerd", school, pk=invoer.pk)).status_code == 404


def test_file_that_was_thrown_away_is_gone_and_its_page_says_so() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)
    _lever_in(client, school, EDEXML, "edex.xml")
    pk = Invoer.objects.get().pk

    weg = client.post(adres("invoer_weg", school, pk=pk), follow=True)

    assert "Het bestand is weg. Aan uw leerlingen is niets veranderd." in inhoud_van(weg)
    assert "Dit bestand is er niet meer" in inhoud_van(client.get(adres("invoer", school, pk=pk)))
    assert client.get(adres("invoer_kolommen", school, pk=pk)).status_code == 302
    assert "Dit bestand is er niet meer" in inhoud_van(client.post(adres("invoer_weg", school, pk=pk), follow=True))


def test_file_of_another_school_is_not_found() -> None:
    school = maak_school()
    ander = maak_school(school.vestiging.bestuur, brin="99AB", naam="De Kiem")
    invoer = lever_in(ander, opgave_van(Leerlingopgave(2, "L1", "Pip", "Wilg", GEBOREN, SINDS)))

    assert meld_aan(school.directeur).get(adres("invoer", school, pk=invoer.pk)).status_code == 404


def test_list_of_pupils_leads_here_for_who_keeps_them() -> None:
    gezin = maak_gezin()
    plek = reverse("leerlingen_inlezen", kwargs={"code": gezin.school.vestiging.code})

    for wie, ziet in ((gezin.school.intern_begeleider, True), (gezin.school.leerkracht, False)):
        bron = meld_aan(wie).get(adres("leerlingen", gezin.school)).content.decode()
        assert (plek in bron) is ziet


@pytest.mark.parametrize("aantal", [1, 3])
def test_page_asks_the_same_number_of_questions_for_any_number_of_pupils(
    aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    school = maak_school()
    for nummer in range(aantal):
        maak_leerling(school, f"Kind {nummer}", "Wilg")
    nieuw = [Leerlingopgave(n, f"L{n}", f"Nieuw {n}", "Helm", GEBOREN, SINDS, None, "5") for n in range(aantal)]
    invoer = lever_in(school, opgave_van(*nieuw), timezone.now())
    client, plek = meld_aan(school.directeur), adres("invoer", school, pk=invoer.pk)
    client.get(plek)

    with django_assert_num_queries(VRAGEN):
        client.get(plek)
