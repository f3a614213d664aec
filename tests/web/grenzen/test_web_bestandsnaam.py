"""What a file is called and what it is agree, wherever one is handed in; of each place one that does not is refused."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from tests.factories.paginas import ZEKER, adres, bestand, inhoud_van, meld_aan, tekst, voorbeeld
from tests.factories.profielen import School, maak_profiel, maak_school
from tests.web.grenzen.wereld import maak_wereld, zonder_logboek

from passend.profielen.models import Inlezing, Vaststellingsstap
from passend.web.bestandsnaam import EINDEN, NaamError, bezwaar_tegen_naam, check_naam

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
ZIN = "De naam van dit bestand past niet bij wat erin zit: hij hoort te eindigen op ."
STAP = {"soort": "leerlingen_gehoord", "op": "2026-10-12", "door": "Raad", "hoe": "x", "gezegd": "y", "gedaan": "z"}


def _plaatje(vorm: str = "PNG") -> bytes:
    uit = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(uit, format=vorm)
    return uit.getvalue()


@pytest.mark.parametrize("soort", EINDEN)
def test_every_kind_has_its_ends_in_any_case_and_no_other(soort: str) -> None:
    anders = {einde for einden in EINDEN.values() for einde in einden} - set(EINDEN[soort])

    assert [einde for einde in EINDEN[soort] if bezwaar_tegen_naam(f"a.b.{einde.upper()}", soort)] == []
    assert [einde for einde in (*anders, "exe", "") if not bezwaar_tegen_naam(f"a.{einde}", soort)] == []
    for naam in ("", "a", f".{EINDEN[soort][0]}", EINDEN[soort][0]):
        with pytest.raises(NaamError, match="hoort te eindigen op"):
            check_naam(naam, soort)


def _leerlingen(school: School) -> tuple[str, dict[str, Any]]:
    return adres("leerlingen_inlezen", school), {"bestand": bestand(b"Voornaam;Achternaam\nPip;Duin\n", "lijst.xlsx")}


def _toetsen(school: School) -> tuple[str, dict[str, Any]]:
    return adres("toetsen_inlezen", school), {"bestand": bestand(b"Voornaam;Toets\nPip;x\n", "toets.xml")}


def _profiel(school: School) -> tuple[str, dict[str, Any]]:
    return adres("inleveren", school), {"bestand": bestand(voorbeeld(ZEKER), "profiel.pdf")}


def _scan(school: School) -> tuple[str, dict[str, Any]]:
    scan = SimpleUploadedFile("scan.pdf", _plaatje())
    return adres("aanmelding_nieuw", school), {"weg": "papier", "voornaam": "Ot", "scan": scan}


def _stuk(school: School) -> tuple[str, dict[str, Any]]:
    maak_profiel(school)
    return adres("stap", school), {**STAP, "document": SimpleUploadedFile("verslag.docx", _plaatje())}


@pytest.mark.parametrize("plek", [_profiel, _leerlingen, _toetsen, _scan, _stuk])
def test_file_that_is_called_something_else_than_it_is_is_refused(
    plek: Callable[[School], tuple[str, dict[str, Any]]],
) -> None:
    school = maak_school()
    (pad, velden), client = plek(school), meld_aan(school.directeur)
    vooraf = zonder_logboek()

    antwoord = client.post(pad, velden)

    assert antwoord.status_code == 422
    assert ZIN in inhoud_van(antwoord)
    assert zonder_logboek() == vooraf


def test_template_of_a_region_is_called_json() -> None:
    school = maak_school()

    antwoord = meld_aan(school.adviseur).post("/sjablonen", {"bestand": bestand(b"{}", "s.txt")}, follow=True)

    assert f"{ZIN}json" in tekst(antwoord)


def test_card_of_another_school_is_called_json() -> None:
    wereld = maak_wereld()
    client, pad = meld_aan(wereld.regio.eigen.directeur), adres("sleutels", wereld.regio.eigen)
    client.post(pad, {"maak": "1"})
    kaart = client.get(adres("sleutelkaart", wereld.regio.eigen)).content

    antwoord = client.post(pad, {"kaart": SimpleUploadedFile("kaart.png", kaart)})

    assert (antwoord.status_code, f"{ZIN}json" in inhoud_van(antwoord)) == (422, True)


@pytest.mark.parametrize("inhoud", [b"<html><script>alert(1)</script>", b"MZ programma", b"PK\x03\x04 zomaar"])
def test_document_of_a_step_that_runs_or_is_a_page_is_refused(inhoud: bytes) -> None:
    school = maak_school()
    maak_profiel(school)

    antwoord = meld_aan(school.directeur).post(
        adres("stap", school), {**STAP, "document": SimpleUploadedFile("verslag.txt", inhoud)}
    )

    assert antwoord.status_code == 422
    assert Vaststellingsstap.objects.count() == 0


def test_picture_that_is_written_anew_is_called_what_it_became() -> None:
    school = maak_school()
    maak_profiel(school)
    document = SimpleUploadedFile("raad.gif", _plaatje("GIF"))

    meld_aan(school.directeur).post(adres("stap", school), {**STAP, "document": document})

    stap = Vaststellingsstap.objects.get()
    assert stap.documentnaam == "raad.png"
    assert (
        meld_aan(school.directeur).get(adres("stapstuk", school, soort="leerlingen_gehoord")).content[:4] == b"\x89PNG"
    )


def test_file_that_is_called_what_it_is_comes_in() -> None:
    school = maak_school()

    antwoord = meld_aan(school.directeur).post(
        adres("inleveren", school), {"bestand": bestand(voorbeeld(ZEKER), "PROFIEL.DOCX")}
    )

    assert (antwoord.status_code, Inlezing.objects.count()) == (302, 1)
