"""The paper of a registration on a page: looked at, kept, and given back only as a download; and letters in English."""

import io
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import School, maak_school
from tests.factories.toelating import maak_beleid

from passend.organisaties.queries import in_bestuur
from passend.toelating.models import Aanmelding, Aanmeldscan, Brief

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
VELDEN = {
    "weg": "papier",
    "verzocht_op": "2026-10-01",
    "ontvangen_op": "2026-10-02",
    "voornaam": "Noa",
    "achternaam": "Zeegras",
    "geboren_op": "2021-03-14",
    "hulpvraag": "extra",
    "toelichting": "Noa hoort slecht.",
    "ouder1_naam": "Sanne Zeegras",
    "ouder1_gezag": "1",
}


def _foto() -> SimpleUploadedFile:
    uit = io.BytesIO()
    Image.new("RGB", (60, 40), "white").save(uit, "PNG")
    return SimpleUploadedFile("Noa Zeegras.png", uit.getvalue())


@pytest.fixture
def school() -> Any:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        maak_beleid(school)
        yield school


def _noteer(school: School, **anders: Any) -> Any:
    return meld_aan(school.intern_begeleider).post(adres("aanmelding_nieuw", school), VELDEN | anders)


def _zaak(naam: str, **meer: int) -> str:
    return reverse(naam, kwargs={"code": "99AA00", "zaak": Aanmelding.objects.get().sleutel, **meer})


def test_paper_is_a_download_that_names_nobody(school: School) -> None:
    _noteer(school, scan=_foto())

    antwoord = meld_aan(school.directeur).get(_zaak("aanmeldscan", pk=Aanmeldscan.objects.get().pk))

    assert antwoord.content.startswith(b"\x89PNG")
    assert {naam: antwoord[naam] for naam in ("Content-Type", "Content-Disposition", "Content-Security-Policy")} == {
        "Content-Type": "image/png",
        "Content-Disposition": 'attachment; filename="aanmelding.png"',
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    assert antwoord["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"MZ\x90 een programma", "Dit is geen plaatje maar een programma of een webpagina."),
        (b"<html><script>alert(1)</script></html>", "Dit is geen plaatje maar een programma of een webpagina."),
        (b"%PDF-1.7 en verder niets", "PDF"),
        (b"\x89PNG\r\n\x1a\n half", "beschadigd"),
        (b"", "leeg"),
    ],
)
def test_file_that_is_no_scan_is_refused_and_what_was_typed_stays(school: School, inhoud: bytes, zin: str) -> None:
    antwoord = _noteer(school, scan=SimpleUploadedFile("scan.pdf", inhoud))

    bron = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert zin in inhoud_van(antwoord)
    assert "Kies de scan hieronder opnieuw" in bron
    assert "Noa hoort slecht." in bron
    assert not Aanmelding.objects.exists()


def test_forgotten_scan_comes_later_and_the_parents_see_it(school: School) -> None:
    _noteer(school)
    client, stap = meld_aan(school.intern_begeleider), _zaak("aanmelding_stap")
    assert client.post(stap, {"stap": "scan"}).status_code == 422

    client.post(stap, {"stap": "scan", "scan": _foto()})

    pk = Aanmeldscan.objects.get().pk
    link = re.search(
        r"http://testserver(/\S+/volgen/[^\s<]+)", client.post(stap, {"stap": "sleutel"}, follow=True).content.decode()
    )
    assert link is not None
    ouder = Client()
    assert f"/volgen/scan/{pk}" in ouder.get(link[1], follow=True).content.decode()
    assert ouder.get(adres("mijn_scan", school, pk=pk)).content.startswith(b"\x89PNG")
    assert ouder.get(adres("mijn_scan", school, pk=pk + 1)).status_code == 404


def test_choice_of_language_counts_for_the_next_letter(school: School) -> None:
    _noteer(school, oudertaal="en")
    assert "Thank you." in Brief.objects.get().vertaling

    client = meld_aan(school.intern_begeleider)
    client.post(_zaak("aanmelding_stap"), {"stap": "oudertaal", "oudertaal": "nl"})

    assert Aanmelding.objects.get().oudertaal == "nl"
    assert client.get(_zaak("aanmeldbrief", pk=Brief.objects.get().pk)).content.startswith(b"%PDF")


def test_page_of_parents_speaks_english_and_offers_letters_in_it(school: School) -> None:
    client = Client()
    assert 'value="nl" checked' in client.get(adres("kind_aanmelden", school)).content.decode()

    client.post(reverse("taal"), {"language": "en"})

    bron = client.get(adres("kind_aanmelden", school)).content.decode()
    assert '<html lang="en"' in bron
    assert 'name="oudertaal" value="en" checked' in bron


def test_next_step_of_a_case_stands_on_top_for_who_does_it(school: School) -> None:
    _noteer(school)
    ib = meld_aan(school.intern_begeleider)
    assert 'href="#noteren">Kijk wat het kind nodig heeft' in ib.get(_zaak("aanmelding")).content.decode()

    velden = {"stap": "onderzoek", "op": "2026-10-05", "bevinding": "geen", "tekst": "Gesprek op school."}
    ib.post(_zaak("aanmelding_stap"), velden)

    assert 'href="#besluit">Naar het besluit' in ib.get(_zaak("aanmelding")).content.decode()
    assert "Naar het besluit" not in meld_aan(school.bestuurder).get(_zaak("aanmelding")).content.decode()


def test_objection_is_decided_on_the_page_once_the_parents_were_heard(school: School) -> None:
    _noteer(school)
    stap, directeur = _zaak("aanmelding_stap"), meld_aan(school.directeur)
    velden = {"stap": "onderzoek", "op": "2026-10-05", "bevinding": "geen", "tekst": "Gesprek op school."}
    directeur.post(stap, velden)
    nee = {"stap": "besluit", "besluit": "geweigerd:anders", "op": "2026-10-05", "motivering": "Het past niet."}
    assert directeur.post(stap, nee).status_code == 302
    directeur.post(stap, {"stap": "bezwaar", "op": "2026-10-05", "tekst": "Niet eens."})
    bron = directeur.get(_zaak("aanmelding")).content.decode()
    assert "Hoor eerst de ouders over hun bezwaar" in bron
    assert "Beslis op het bezwaar" not in bron
    directeur.post(stap, {"stap": "ouders_gehoord", "op": "2026-10-05", "tekst": "Zij legden het uit."})
    ja = {"stap": "bezwaar_beslist", "op": "2026-10-05", "tekst": "Wij keken opnieuw."}
    assert directeur.post(stap, ja).status_code == 422
    assert meld_aan(school.intern_begeleider).post(stap, ja | {"uitkomst": "toegelaten"}).status_code == 403

    directeur.post(stap, ja | {"uitkomst": "toegelaten"})

    bron = directeur.get(_zaak("aanmelding")).content.decode()
    assert "uw kind is toch toegelaten" in bron
    assert 'href="#inschrijven"' in bron
    assert Brief.objects.latest("pk").soort == "bezwaar"


def test_who_decides_writes_to_the_parents_what_the_board_does_with_an_opinion(school: School) -> None:
    _noteer(school)
    stap, directeur = _zaak("aanmelding_stap"), meld_aan(school.directeur)
    directeur.post(stap, {"stap": "onderzoek", "op": "2026-10-05", "bevinding": "geen", "tekst": "Gesprek op school."})
    directeur.post(stap, {"stap": "besluit", "besluit": "geweigerd:anders", "op": "2026-10-05", "motivering": "Nee."})
    directeur.post(stap, {"stap": "gpo_gevraagd", "op": "2026-10-05"})
    directeur.post(stap, {"stap": "gpo_oordeel", "op": "2026-10-05", "tekst": "De school moet meer doen."})
    knop, reactie = "Schrijf het, met een brief", {"stap": "gpo_reactie", "tekst": "Wij volgen het."}
    bron, ib = directeur.get(_zaak("aanmelding")).content.decode(), meld_aan(school.intern_begeleider)
    assert 'href="#oordeel">Het oordeel van de geschillencommissie' in bron
    assert knop in bron
    assert knop not in ib.get(_zaak("aanmelding")).content.decode()
    assert ib.post(stap, reactie).status_code == 403

    assert directeur.post(stap, reactie).status_code == 302

    bron = directeur.get(_zaak("aanmelding")).content.decode()
    assert knop not in bron
    assert "Reactie op het oordeel van de commissie" in bron
    assert Brief.objects.latest("pk").soort == "gpo_reactie"
