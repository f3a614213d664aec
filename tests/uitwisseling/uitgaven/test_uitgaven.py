"""All forms of an edition, and the open data."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.documenten.zetten.uitgaven import (
    PEILDATUM,
    STRUCTUUR,
    WORTEL,
    andere_regio,
    gelezen_uitgave,
    gepubliceerde_uitgave,
    lege_uitgave,
    metrij,
    metveld,
    volle_uitgave,
)

from passend.begrippen.profielinhoud import Profielinhoud, Profiellezing
from passend.begrippen.uitgave import Stap, Stapsoort, Uitgave, Verband
from passend.documenten.zetten.sopopbouw import bouw_sop
from passend.uitwisseling.uitgaven import Vorm, maak, ouders_fragment, schoolgids_fragment, uitgave_uit_lezing

SCHEMA = json.loads((WORTEL / "docs" / "schema" / "ondersteuningsaanbod-1.json").read_text(encoding="utf-8"))


def als_json(uitgave: Uitgave) -> Any:
    return json.loads(maak(uitgave, Vorm.AANBOD_JSON))


def als_rijen(uitgave: Uitgave) -> list[dict[str, str]]:
    tekst = maak(uitgave, Vorm.AANBOD_CSV).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(tekst, newline=""), delimiter=";"))


def test_every_form_has_its_own_file_name_and_a_name_for_its_link() -> None:
    assert [vorm.bestandsnaam for vorm in Vorm] == [
        "sop.pdf",
        "sop.docx",
        "schoolgids.html",
        "schoolgids.docx",
        "poster.pdf",
        "ouders.nl.html",
        "ouders.en.html",
        "aanbod.json",
        "aanbod.csv",
    ]
    assert len({vorm.naam for vorm in Vorm}) == len(Vorm)


@pytest.mark.parametrize("vorm", Vorm)
@pytest.mark.parametrize("welke", [gepubliceerde_uitgave, lege_uitgave, andere_regio])
def test_every_form_can_be_made_of_every_edition(vorm: Vorm, welke: Callable[[], Uitgave]) -> None:
    begin = {"pdf": b"%PDF-1.7", "docx": b"PK", "html": b"<!DOCTYPE html>", "json": b"{", "csv": b"\xef\xbb\xbfschool;"}
    assert maak(welke(), vorm).startswith(begin[vorm.bestandsnaam.rsplit(".", 1)[1]])


@pytest.mark.parametrize(
    ("vorm", "fragment"),
    [
        (Vorm.OUDERS_NL, lambda uitgave: ouders_fragment(uitgave, "nl")),
        (Vorm.OUDERS_EN, lambda uitgave: ouders_fragment(uitgave, "en")),
        (Vorm.SCHOOLGIDS_HTML, schoolgids_fragment),
    ],
)
def test_a_page_is_its_fragment_and_asks_nothing_of_the_network(vorm: Vorm, fragment: Callable[[Uitgave], str]) -> None:
    pagina = maak(gelezen_uitgave(), vorm).decode()
    assert fragment(gelezen_uitgave()) in pagina
    assert not any(woord in pagina for woord in ("<link", "<script", "@import", "url(", "<img"))
    assert f'<html lang="{"en" if vorm is Vorm.OUDERS_EN else "nl"}">' in pagina


@pytest.mark.parametrize("welke", [gelezen_uitgave, gepubliceerde_uitgave, lege_uitgave, volle_uitgave, andere_regio])
def test_open_data_follows_its_published_schema(welke: Callable[[], Uitgave]) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    controle = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [fout.message for fout in controle.iter_errors(als_json(welke()))] == []


def test_schema_describes_every_property() -> None:
    velden = [*SCHEMA["properties"].values(), *SCHEMA["$defs"]["rij"]["properties"].values()]
    assert [veld for veld in velden if "description" not in veld and "$ref" not in veld] == []


def test_open_data_says_everything_about_a_row() -> None:
    uitgave = gepubliceerde_uitgave()
    rijen = als_json(uitgave)["tabellen"]
    assert len(rijen) == len(uitgave.inhoud.tabellen)
    assert rijen[0] == {
        "tabel": "hgw",
        "tabel_titel": "Uitgangspunten HGW",
        "rij": "algemeen",
        "is_eigen": False,
        "label": "Handelingsgericht werken is een actuele werkwijze binnen onze school.",
        "waarde": "op_orde",
        "waarde_label": "Op orde",
        "cellen": {"op_orde": True, "in_ontwikkeling": False, "nog_op_te_starten": False},
        "omvang": None,
        "periode": None,
        "soort_ondersteuning": "hgw",
        "soortgroep": "werkwijze",
        "opmerking": None,
        "onderbouwing": [{"wat": "Groepsplannen in alle groepen", "sinds": "2025-09-01"}],
        "bevestigd_op": "2026-05-18",
        "zekerheid": rijen[0]["zekerheid"],
    }


def test_open_data_names_no_people() -> None:
    tekst = maak(gepubliceerde_uitgave(), Vorm.AANBOD_JSON).decode() + maak(
        gepubliceerde_uitgave(), Vorm.AANBOD_CSV
    ).decode("utf-8-sig")
    namen = ("Zandstra", "Okonjo", "van der Veer", "Achterberg", "Team onderbouw")
    assert [naam for naam in namen if naam in tekst] == []
    assert {"soort": "mens", "naam": "intern begeleider", "rol": None, "ring": 2} in als_json(gepubliceerde_uitgave())[
        "structuur"
    ]


def test_open_data_says_which_picture_is_missing() -> None:
    assert als_json(gelezen_uitgave())["ontbreekt"] == ["ondersteuningsstructuur"]
    assert als_json(gepubliceerde_uitgave())["ontbreekt"] == []


def test_csv_has_one_line_for_every_row() -> None:
    uitgave = gepubliceerde_uitgave()
    rijen = als_rijen(uitgave)
    assert [rij["label"] for rij in rijen] == [rij.label for rij in uitgave.inhoud.tabellen]
    remedial = next(rij for rij in rijen if rij["label"] == "Remedial teaching")
    assert (remedial["omvang_getal"], remedial["omvang_eenheid"], remedial["waarde"]) == ("0,8", "fte", "ja")
    assert remedial["cellen"] == "ja_nee: ja, uren_beschikbaar: 0,8 FTE"


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_the_csv_is_a_formula(begin: str) -> None:
    kwaad = f"{begin}HYPERLINK(1);x"
    uitgave = metveld(metrij(gelezen_uitgave(), "aanbod", kwaad), "schoolnaam", kwaad)
    (eigen,) = (rij for rij in als_rijen(uitgave) if rij["label"].endswith(kwaad))
    cellen = [cel for rij in als_rijen(uitgave) for cel in rij.values()]
    assert (eigen["label"], eigen["school"]) == (f"'{kwaad}", f"'{kwaad}")
    assert [cel for cel in cellen if cel.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def lezing(bestuur_op: str | None) -> Profiellezing:
    uit = metveld(gelezen_uitgave(), "bestuur_op", bestuur_op or "").inhoud
    velden = tuple(replace(v, waarde=v.waarde or None) for v in uit.velden)
    return Profiellezing(
        bestand="x.docx",
        bestandssoort="docx",
        sha256="0" * 64,
        sjabloonzekerheid=1,
        inhoud=replace(uit, velden=velden, structuur=STRUCTUUR),
        ontbrekende_figuren=("ondersteuningsstructuur",),
    )


def test_a_document_with_a_decision_of_the_board_is_adopted() -> None:
    uitgave = uitgave_uit_lezing(lezing("2026-06-24"), PEILDATUM)
    assert (uitgave.status, uitgave.nummer, uitgave.ontbrekende_figuren) == (
        "vastgesteld",
        None,
        ("ondersteuningsstructuur",),
    )
    assert uitgave.stappen == (
        Stap(soort=Stapsoort.MR_ADVIES, op=date(2026, 6, 10), door="Dhr. F. Okonjo"),
        Stap(soort=Stapsoort.BESTUUR_VASTGESTELD, op=date(2026, 6, 24), door="Mw. L. van der Veer"),
    )


@pytest.mark.parametrize("bestuur_op", [None, "in juni"])
def test_a_document_without_a_decision_of_the_board_is_a_concept(bestuur_op: str | None) -> None:
    uitgave = uitgave_uit_lezing(lezing(bestuur_op), PEILDATUM)
    assert uitgave.status == "concept"
    assert [stap.soort for stap in uitgave.stappen] == [Stapsoort.MR_ADVIES]


def test_a_document_of_a_template_of_its_own_region_needs_that_template() -> None:
    eigen = replace(gelezen_uitgave().sjabloon, code="eigen")
    gelezen = replace(lezing(None), inhoud=Profielinhoud(sjabloon="eigen", schooljaar=None))
    assert uitgave_uit_lezing(gelezen, PEILDATUM, [eigen]).sjabloon is eigen


def test_templates_of_the_outputs_are_part_of_the_package() -> None:
    map_ = WORTEL / "src" / "passend" / "documenten" / "zetten"
    gegevens = {pad.relative_to(map_).as_posix() for pad in map_.rglob("*") if pad.suffix in {".typ", ".jinja"}}
    assert {naam for naam in gegevens if "/" in naam} == {"html/pagina.jinja", "html/stukken.jinja"}
    assert {naam for naam in gegevens if "/" not in naam} == {
        *("dossier.typ", "groepsplan.typ", "opp.typ", "poster.typ", "sop.typ"),
    }
    assert '"passend.documenten.zetten" = ["*.typ", "html/*.jinja"]' in (WORTEL / "pyproject.toml").read_text()


@pytest.mark.parametrize(
    ("geschreven", "waarde", "woorden"),
    [("begin juni", None, "begin juni"), ("2026-06-10", "2026-06-10", None), ("", None, None)],
)
def test_field_for_a_day_claims_no_day_where_words_stand(
    geschreven: str, waarde: str | None, woorden: str | None
) -> None:
    open_data = als_json(metveld(gelezen_uitgave(), "mr_op", geschreven))

    Draft202012Validator(SCHEMA).validate(open_data)
    (veld,) = (veld for veld in open_data["velden"] if veld["veld"] == "mr_op")
    assert (veld["waarde"], veld["woorden"]) == (waarde, woorden)


def test_outputs_name_the_samenwerkingsverband_of_the_school_and_whose_form_it_is() -> None:
    uit = replace(gelezen_uitgave(), verband=Verband(nummer="PO9901", naam="Samenwerkingsverband Duinrand"))
    open_data = als_json(uit)

    Draft202012Validator(SCHEMA).validate(open_data)
    assert (open_data["samenwerkingsverband"]["nummer"], open_data["sjabloon"]["regio"]) == ("PO9901", "Haaglanden")
    assert {rij["samenwerkingsverband"] for rij in als_rijen(uit)} == {"PO9901"}
    assert "Onze school hoort bij samenwerkingsverband Duinrand (PO9901)." in schoolgids_fragment(uit)
    assert "jeugdsteunpunt van samenwerkingsverband Duinrand geeft" in ouders_fragment(uit, "nl")
    assert "school partnership Duinrand gives" in ouders_fragment(uit, "en")
    assert bouw_sop(uit).verband == "Samenwerkingsverband Duinrand, in het format van Haaglanden"


def test_document_alone_names_the_samenwerkingsverband_of_its_form() -> None:
    uit = gelezen_uitgave()

    assert (als_json(uit)["samenwerkingsverband"], bouw_sop(uit).verband) == (None, "Samenwerkingsverband Haaglanden")
    assert "Onze school hoort bij samenwerkingsverband Haaglanden (PO2815)." in schoolgids_fragment(uit)
