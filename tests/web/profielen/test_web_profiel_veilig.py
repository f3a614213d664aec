"""What people type is shown as words: in every field, on every page and in every document made of it."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from tests.factories.paginas import HTMX, adres, bestand, maak_inlezing, meld_aan
from tests.factories.profielen import HGW, School, maak_profiel, maak_school

from passend.begrippen.meegeleverd import load_definitie
from passend.begrippen.sjabloon import Veldsoort
from passend.begrippen.sjabloonformaat import sjabloon_uit_dict
from passend.profielen.models import Aanbodregel, Editie

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
KWAAD = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}"
GEVAARLIJK = re.compile(r"<script>alert|<img src=x|alert\(2\)&gt;49")
SJABLOON = sjabloon_uit_dict(load_definitie("haaglanden"))
VRIJ = [deel.code for deel in SJABLOON.onderdelen() if getattr(deel, "soort", None) == Veldsoort.TEKST]


def _vul_alles_met_kwaad(school: School, client: Client) -> Iterator[int]:
    """Post the same words into every field that takes any, and give the answers."""
    for code in VRIJ:
        velden = {"sleutel": f"veld:{code}", "waarde": KWAAD, "versie": 1}
        yield client.post(adres("veld", school), velden, headers=HTMX).status_code
    for code in ("visie", "extra", "financien", "evaluatie"):
        velden = {"sleutel": f"tekst:{code}", "waarde": KWAAD, "versie": 1}
        yield client.post(adres("tekst", school), velden, headers=HTMX).status_code
    for naam, velden in {
        "rij": {"sleutel": "rij:expertise:rt", "cel-ja_nee": "ja", "cel-uren_beschikbaar": KWAAD, "versie": 1},
        "rij_nieuw": {"tabel": "aanbod", "label": KWAAD, "soort": "gedrag"},
        "onderbouwing": {"sleutel": HGW, "wat": KWAAD, "wanneer": "2026-10-01"},
        "structuur": {
            "soort": "mens",
            "naam": KWAAD[:80],
            "rol": KWAAD,
            "ring": "1",
            "toelichting": KWAAD,
            "versie": 1,
        },
        "ronde": {"vraag": KWAAD},
        "reactie": {"sleutel": HGW, "soort": "oneens", "toelichting": KWAAD},
        "doelen": {"sleutel": HGW, "doel": KWAAD, "actie": KWAAD, "eigenaar": KWAAD, "onderbouwing": KWAAD},
    }.items():
        yield client.post(adres(naam, school), velden, headers=HTMX).status_code
    stap = {"op": "2026-10-12", "door": KWAAD, "hoe": KWAAD, "gezegd": KWAAD, "gedaan": KWAAD}
    document = bestand(b"a", KWAAD.replace("/", "") + ".txt")
    for soort in ("leerlingen_gehoord", "mr_gevraagd", "mr_advies"):
        document.seek(0)
        velden = {"soort": soort, **stap, "document": document}
        yield client.post(adres("stap", school), velden).status_code
    waarom = {"soort": "bestuur_vastgesteld", "sla_over": "1", "waarom": KWAAD}
    yield client.post(adres("stap", school), waarom).status_code
    yield client.post(adres("stap", school), {"soort": "gepubliceerd"}).status_code


def test_words_that_look_like_code_are_words_on_every_page_and_in_every_document() -> None:
    school = maak_school()
    maak_profiel(school)
    client = meld_aan(school.directeur)
    statussen = set(_vul_alles_met_kwaad(school, client))
    inlezing = maak_inlezing(school)
    inlezing.bestandsnaam = KWAAD
    inlezing.lezing["ongelezen"].append({"tekst": KWAAD, "sectie": None, "na": None, "bron": {}})
    inlezing.document["blokken"].append(
        {"soort": "regel", "nummer": 999, "pagina": None, "tekst": KWAAD, "stijl": None}
    )
    inlezing.save()

    assert statussen == {200, 302}
    assert Editie.objects.count() == 1
    assert Aanbodregel.objects.filter(label__contains="<script>").exists()
    paginas = {
        pad: client.get(pad).content.decode()
        for pad in (
            *(adres(naam, school) for naam in ("profiel", "structuur", "team", "vaststelling", "doelen", "inleveren")),
            adres("nakijken", school, pk=inlezing.pk),
            adres("profiel_nieuws", school) + "?sinds=2020-01-01T00:00:00",
            adres("rij", school) + f"?sleutel={HGW}",
            "/start",
            *(f"/school/99AA00/documenten/{naam}" for naam in ("schoolgids.html", "ouders.nl.html", "ouders.en.html")),
            "/scholen/99AA00",
            "/scholen/99AA00/editie/1",
            *(f"/scholen/99AA00/editie/1/{naam}" for naam in ("schoolgids.html", "ouders.nl.html")),
            "/",
        )
    }
    met_kwaad = [pad for pad, pagina in paginas.items() if "&lt;script&gt;" in pagina]
    assert len(met_kwaad) >= 12
    assert {pad: gevonden for pad, pagina in paginas.items() if (gevonden := GEVAARLIJK.findall(pagina))} == {}


@pytest.mark.parametrize("naam", ["sop.pdf", "poster.pdf", "sop.docx", "schoolgids.docx", "aanbod.json", "aanbod.csv"])
def test_document_is_still_made_of_words_that_look_like_code(naam: str) -> None:
    school = maak_school()
    maak_profiel(school)
    client = meld_aan(school.directeur)
    assert set(_vul_alles_met_kwaad(school, client)) == {200, 302}

    concept = client.get(adres("document", school, bestandsnaam=naam))
    editie = client.get(f"/scholen/99AA00/editie/1/{naam}")

    assert (concept.status_code, editie.status_code) == (200, 200)
    assert len(concept.content) > 500


def test_words_of_a_row_stay_inside_the_attribute_they_stand_in() -> None:
    school = maak_school()
    maak_profiel(school)
    client = meld_aan(school.directeur)
    client.post(adres("rij_nieuw", school), {"tabel": "aanbod", "label": "a' hx-get='/x\" onclick=\"alert(1)"})

    pagina = client.get(adres("profiel", school)).content.decode()

    assert "a&#39; hx-get=&#39;/x&#34; onclick=&#34;alert(1)" in pagina
    assert ' onclick="alert(1)' not in pagina


def test_sheet_of_numbers_starts_no_formula() -> None:
    school = maak_school()
    maak_profiel(school)
    client = meld_aan(school.directeur)
    client.post(adres("rij_nieuw", school), {"tabel": "aanbod", "label": "=HYPERLINK(1)"})

    blad = client.get(adres("document", school, bestandsnaam="aanbod.csv")).content.decode()

    assert "HYPERLINK" in blad
    assert re.findall(r'(?:^|[;,])"?[=+@]', blad, flags=re.MULTILINE) == []


def test_document_of_a_step_comes_back_as_a_file_and_never_as_a_page() -> None:
    school = maak_school()
    maak_profiel(school)
    client = meld_aan(school.directeur)
    velden = {
        "soort": "leerlingen_gehoord",
        "op": "2026-10-12",
        "door": "Raad",
        "hoe": "x",
        "gezegd": "y",
        "gedaan": "z",
    }
    inhoud = b"Kijk: <script>alert(1)</script>"
    client.post(adres("stap", school), {**velden, "document": bestand(inhoud, 'brief.txt"\r\nX: y;.txt')})

    antwoord = client.get(adres("stapstuk", school, soort="leerlingen_gehoord"))

    assert antwoord.content == inhoud
    assert antwoord["Content-Type"] == "application/octet-stream"
    assert antwoord["Content-Disposition"].startswith("attachment; filename*=UTF-8''brief")
    assert "X" not in antwoord.headers
    assert antwoord["X-Content-Type-Options"] == "nosniff"
