"""Somebody drops a file with results, says what is in it, looks at what it changes, and takes it over."""

import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.invoer import MAP
from tests.factories.leerlingen import maak_groep, maak_leerling
from tests.factories.paginas import adres, bestand, inhoud_van, meld_aan
from tests.factories.profielen import School, maak_school
from tests.factories.toetsen import TOETSLIJST, UWLR

from passend.leerlingen.models import Leerling
from passend.organisaties.models import Vestiging
from passend.volgen.models import Toetsresultaat
from passend.web.volgen import inlezen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
VRAGEN = 15
NAMEN = (b"Pip", "Zoë".encode(), b"Sien")


def _school() -> School:
    school = maak_school()
    groep = maak_groep(school)
    for nummer, naam in enumerate(("Pip", "Zoë", "Sien"), start=1):
        leerling = maak_leerling(school, naam, groep=groep)
        Leerling.objects.filter(pk=leerling.pk).update(administratiesleutel=f"L{nummer}")
    return school


def _lever_in(client: Client, school: School, inhoud: bytes, naam: str) -> Any:
    return client.post(adres("toetsen_inlezen", school), {"bestand": bestand(inhoud, naam)}, follow=True)


def _zoals_getoond(pagina: Any) -> dict[str, str]:
    """What the form of the columns would send as it is shown."""
    bron = pagina.content.decode()
    keuzes = re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', bron, re.DOTALL)
    return {naam: (re.findall(r'value="([^"]*)"[^>]* selected>', opties) or [""])[0] for naam, opties in keuzes}


def _voer_uit(client: Client, pagina: Any, **velden: Any) -> Any:
    kenmerk = re.search(r'name="kenmerk" value="(\w+)"', pagina.content.decode())
    assert kenmerk is not None
    return client.post(f"{pagina.request['PATH_INFO']}/uitvoeren", {"kenmerk": kenmerk[1], **velden}, follow=True)


def test_uwlr_goes_from_the_file_to_the_results_in_two_pages() -> None:
    school = _school()
    client = meld_aan(school.intern_begeleider)

    nakijken = _lever_in(client, school, UWLR, "uitslagen.xml")

    gezien = inhoud_van(nakijken)
    assert "3 nieuw 0 gewijzigd 0 ongewijzigd 0 geweigerd 1 zonder toets in dit bestand" in gezien
    assert "Pip Duinmans Rekenen M5, di 20 januari 2026 Cito Volgsysteem 3.0 212,5 ruwe score" in gezien
    assert "· II · percentiel 65 · M5 15" in gezien
    assert "1 leerling uit deze groepen staat niet in het bestand" in gezien
    assert Toetsresultaat.objects.count() == 0

    klaar = inhoud_van(_voer_uit(client, nakijken))
    nogmaals = inhoud_van(_lever_in(client, school, UWLR, "uitslagen.xml"))

    assert "De toetsen zijn ingelezen" in klaar
    assert Toetsresultaat.objects.count() == 3
    assert "Alles klopt al. Er is niets in te lezen." in nogmaals


def test_results_with_the_number_of_another_site_say_so_and_are_refused_when_that_site_is_here() -> None:
    school = _school()
    client = meld_aan(school.intern_begeleider)
    van_01 = UWLR.replace(b"<dependancecode>00", b"<dependancecode>01")

    assert "Dit bestand noemt vestiging 01" in inhoud_van(_lever_in(client, school, van_01, "uitslagen.xml"))

    Vestiging.objects.create(
        bestuur=school.vestiging.bestuur, brin="99AA", volgnummer="01", naam="De Kiem", plaats="Duinstad"
    )
    antwoord = _lever_in(client, school, van_01, "uitslagen.xml")
    assert "Dit bestand is van vestiging 99AA01, en u leest in voor 99AA00." in inhoud_van(antwoord)


def test_reference_level_is_shown_before_it_is_taken_over_also_where_there_is_no_score() -> None:
    school = _school()
    client = meld_aan(school.directeur)
    lijst = (
        b"Leerlingnummer;Toets;Afnamedatum;Ruwe score;Referentieniveau\n"
        b"L1;IEP Rekenen;20-01-2026;;1F\nL2;IEP Rekenen;20-01-2026;31;banaan\nL3;IEP Rekenen;20-01-2026;20;1F\n"
    )

    kolommen = _lever_in(client, school, lijst, "iep.csv")
    gezien = inhoud_van(client.post(kolommen.request["PATH_INFO"], _zoals_getoond(kolommen), follow=True))

    assert "IEP referentieniveau 1F 2" in gezien
    assert "IEP ruwe score 20 · referentieniveau 1F 4" in gezien
    assert "Referentieniveau BANAAN bestaat niet. Kies uit: <1F, 1F, 1S, 2F." in gezien


def test_list_with_a_column_that_is_new_asks_about_it_before_it_is_compared() -> None:
    school = _school()
    client = meld_aan(school.directeur)
    for lijst, nieuw in (
        (TOETSLIJST.replace(b"Leerlingnummer;", b"Opmerking;"), ""),
        (TOETSLIJST.replace(b"Leerlingnummer;", b"Opmerking;"), None),
        (TOETSLIJST, "Nieuw: Leerlingnummer ."),
    ):
        pagina = _lever_in(client, school, lijst, "uitslagen.csv")
        if nieuw is None:
            assert "Wat verandert er?" in inhoud_van(pagina)
            continue
        assert nieuw in inhoud_van(pagina)
        velden = {**_zoals_getoond(pagina), "alle-instrument": "cito_lvs"}
        client.post(pagina.request["PATH_INFO"], velden, follow=True)


def test_list_of_results_that_may_have_broken_off_is_taken_over_only_when_it_is_said_to_be_whole() -> None:
    school = _school()
    client = meld_aan(school.directeur)
    lijst = (
        b"Leerlingnummer;Toets;Afnamedatum;Vaardigheidsscore\n"
        b"L1;Cito LVS Rekenen M5;20-01-2026;212,5\nL2;Cito LVS Rekenen M5;20-01-2026;2"
    )

    kolommen = _lever_in(client, school, lijst, "uitslagen.csv")
    nakijken = client.post(kolommen.request["PATH_INFO"], _zoals_getoond(kolommen), follow=True)
    nog_niet = _voer_uit(client, nakijken)

    assert "staat bij 'Vaardigheidsscore' alleen '2'" in inhoud_van(nakijken)
    assert (nog_niet.status_code, Toetsresultaat.objects.count()) == (422, 0)
    assert "De toetsen zijn ingelezen" in inhoud_van(_voer_uit(client, nakijken, heel="1"))


def test_one_subject_of_a_line_is_skipped_and_the_others_come() -> None:
    school = _school()
    client = meld_aan(school.directeur)
    lijst = b"Leerlingnummer;Datum;Rekenen VS;Spelling VS\nL1;20-01-2026;%d;%d\n"
    for eerste, tweede in ((212, 130), (215, 135)):
        pagina = _lever_in(client, school, lijst % (eerste, tweede), "cito_lvs_m5.csv")
        if eerste == 212:
            nakijken = client.post(
                pagina.request["PATH_INFO"], _zoals_getoond(pagina) | {"alle-instrument": "cito_lvs"}, follow=True
            )
            _voer_uit(client, nakijken)
    bron = pagina.content.decode()
    kenmerk = re.search(r'name="overslaan" value="(\w+)" aria-label="Sla spelling van Pip Duinmans op', bron)
    assert kenmerk is not None

    klaar = inhoud_van(_voer_uit(client, pagina, overslaan=kenmerk[1]))

    assert "1 gewijzigd 1 overgeslagen" in klaar
    assert dict(Toetsresultaat.objects.values_list("vak", "schaalscore")) == {"rekenen": 215, "spelling": 130}


def test_list_with_pupils_is_told_where_it_belongs() -> None:
    school = _school()
    client = meld_aan(school.directeur)

    pagina = inhoud_van(_lever_in(client, school, (MAP / "wilgenboom.csv").read_bytes(), "leerlingen.csv"))

    assert "Is dit een lijst met leerlingen?" in pagina
    assert "Is dit een lijst met leerlingen?" not in inhoud_van(_lever_in(client, school, TOETSLIJST, "uitslagen.csv"))


def test_columns_of_a_list_are_shown_as_recognised_put_right_and_known_the_next_time() -> None:
    school = _school()
    client = meld_aan(school.directeur)

    kolommen = _lever_in(client, school, TOETSLIJST, "uitslagen.csv")
    velden = _zoals_getoond(kolommen)
    zonder_maker = client.post(kolommen.request["PATH_INFO"], {**velden, "alle-normschema": ""}, follow=True)
    nakijken = client.post(kolommen.request["PATH_INFO"], {**velden, "alle-instrument": "cito_lvs"}, follow=True)

    assert velden["alle-normschema"] == "cito_romeins"
    assert sorted(filter(None, (velden[f"kolom-{plek}"] for plek in range(6)))) == [
        *("afgenomen_op", "naam", "niveau", "schaalscore", "sleutel", "toets"),
    ]
    assert zonder_maker.status_code == 422
    assert "Kies bij welke indeling de niveaus horen" in inhoud_van(zonder_maker)
    assert "regel 3 Ot Helm Deze leerling staat niet in Passend." in inhoud_van(nakijken).replace("\xa0", " ")
    assert "1 nieuw 0 gewijzigd 0 ongewijzigd 1 geweigerd 2 zonder toets" in inhoud_van(nakijken)

    lijst = client.get(f"{nakijken.request['PATH_INFO']}/geweigerd.csv").content.decode()
    assert lijst.startswith("\ufeffRegel;Leerling;Reden\r\n3;Ot Helm;Deze leerling staat niet in Passend.")

    volgende = _lever_in(client, school, TOETSLIJST.replace(b"212,5", b"213"), "nieuw.csv")
    assert "Wat verandert er?" in inhoud_van(volgende)
    anders = _lever_in(client, school, TOETSLIJST.replace(b"Vaardigheidsscore", b"Uitslag"), "anders.csv")
    assert "Dit bestand heeft andere kolommen dan de vorige keer" in inhoud_van(anders)


def test_test_that_is_not_recognised_is_asked_and_a_maker_without_that_subject_refused() -> None:
    school = _school()
    client = meld_aan(school.intern_begeleider)

    toetsen = _lever_in(client, school, UWLR.replace(b"Cito LVS Rekenen-Wiskunde 3.0 M5", b"Wilgentoets"), "u.xml")
    velden = _zoals_getoond(toetsen)
    pad = toetsen.request["PATH_INFO"]

    assert "Welke toetsen zijn dit?" in inhoud_van(toetsen)
    assert "Kies bij 'Wilgentoets' de maker en het vak" in inhoud_van(client.post(pad, velden))
    fout = client.post(pad, {**velden, "instrument-0": "iep", "vak-0": "engels"})
    assert (fout.status_code, "IEP heeft geen toets voor dit vak." in inhoud_van(fout)) == (422, True)

    nakijken = client.post(pad, {**velden, "instrument-0": "cito_lib"}, follow=True)
    assert "3 nieuw" in inhoud_van(nakijken)


def test_file_that_is_none_is_refused_in_words_and_one_can_be_thrown_away() -> None:
    school = _school()
    client = meld_aan(school.intern_begeleider)

    fout = _lever_in(client, school, b"<EDEX/>", "edex.xml")
    nakijken = _lever_in(client, school, UWLR, "u.xml")
    weg = client.post(f"{nakijken.request['PATH_INFO']}/weg", follow=True)

    assert fout.status_code == 422
    assert "Dit is EDEXML: daar staan leerlingen in. Lees het in bij Leerlingen inlezen." in inhoud_van(fout)
    assert "Het bestand is weg. Aan de toetsen is niets veranderd." in inhoud_van(weg)
    assert Toetsresultaat.objects.count() == 0


@pytest.mark.parametrize("aantal", [1, 3])
def test_number_of_questions_is_the_same_for_any_number_of_results(
    aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    school = _school()
    client = meld_aan(school.intern_begeleider)
    regels = TOETSLIJST.splitlines(keepends=True)
    lijst = regels[0] + b"".join(regels[1].replace(b"L1", b"L%d" % nummer) for nummer in range(1, aantal + 1))
    kolommen = _lever_in(client, school, lijst, "cito_uitslagen.csv")
    nakijken = client.post(kolommen.request["PATH_INFO"], _zoals_getoond(kolommen), follow=True)
    assert f"{aantal} nieuw" in inhoud_van(nakijken)

    with django_assert_num_queries(VRAGEN):
        client.get(nakijken.request["PATH_INFO"])


@pytest.mark.parametrize(("vink", "komt"), [({}, 1), ({"alle_twijfels": "1"}, 3)])
def test_doubts_for_which_the_page_has_no_room_wait_until_somebody_asks_for_them(
    vink: dict[str, str], komt: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inlezen, "TE_TONEN", 1)
    school = _school()
    client = meld_aan(school.directeur)
    lijst = b"Naam;Datum;Rekenen VS\n" + b"".join(b"%s Duinmans;20-01-2026;212\n" % wie for wie in NAMEN)
    kolommen = _lever_in(client, school, lijst, "cito_lvs_m5.csv")
    pagina = client.post(
        kolommen.request["PATH_INFO"], _zoals_getoond(kolommen) | {"alle-instrument": "cito_lvs"}, follow=True
    )

    klaar = inhoud_van(_voer_uit(client, pagina, meer_twijfels="2", **vink))

    assert "Lees ook de 2 twijfels in die hier niet staan" in inhoud_van(pagina)
    assert Toetsresultaat.objects.count() == komt
    assert ("2 overgeslagen" in klaar) is (komt == 1)
