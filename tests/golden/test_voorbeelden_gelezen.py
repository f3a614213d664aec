"""Every sample, in every format, says what was put into it."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.golden.lezing import VOORBEELDEN, lees

from passend.begrippen.profielinhoud import Methode

BESTANDEN = sorted(pad for pad in VOORBEELDEN.glob("wilgenboom-*") if pad.suffix != ".json")
VERWACHT: list[dict[str, Any]] = json.loads((VOORBEELDEN / "wilgenboom.verwacht.json").read_text(encoding="utf-8"))

alle_bestanden = pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda pad: pad.name)


def _waarde(gezegd: str | None) -> str | None:
    """The sample data name the column; the value of one column is another word."""
    return "aanwezig" if gezegd == "aanwezig_in_de_school" else gezegd


@alle_bestanden
def test_every_cell_of_every_table_is_what_was_put_in(bestand: Path) -> None:
    gelezen = [
        {"tabel": rij.tabel, "label": rij.label, "waarde": rij.waarde, "cellen": dict(rij.cellen)}
        for rij in lees(bestand).inhoud.tabellen
    ]

    assert gelezen == [{**rij, "waarde": _waarde(rij["waarde"])} for rij in VERWACHT]


@alle_bestanden
def test_every_field_is_what_was_put_in(bestand: Path) -> None:
    assert {veld.veld: veld.waarde for veld in lees(bestand).inhoud.velden} == {
        "schooljaar": "2026-2027",
        "schoolnaam": "Basisschool De Wilgenboom",
        "adres": "Rietkade 14, 9999 XA Voorbeeldstad",
        "telefoon": "000-1234567",
        "email": "info@wilgenboom.example",
        "opgesteld_op": "2026-05-18",
        "directeur": "Mw. T. Zandstra",
        "mr_op": "2026-06-10",
        "mr_voorzitter": "Dhr. F. Okonjo",
        "bestuur_op": "2026-06-24",
        "bestuur_voorzitter": "Mw. L. van der Veer",
        "schoolgids": "https://www.wilgenboom.example/schoolgids",
        "schoolplan": "https://www.wilgenboom.example/schoolplan",
    }


@alle_bestanden
def test_own_prose_is_told_apart_from_the_text_of_the_region(bestand: Path) -> None:
    teksten = lees(bestand).inhoud.teksten

    assert [(tekst.sectie, tekst.code, tekst.is_vast) for tekst in teksten] == [
        ("visie", "uitleg_visie", True),
        ("visie", "visie", False),
        ("basis", "basis", True),
        ("basiskwaliteit", "basiskwaliteit", True),
        ("structuur", "structuur_uitleg", True),
        ("hgw", "hgw_uitleg", True),
        ("interventies", "interventies", True),
        ("extra", "extra_uitleg", True),
        ("extra", "extra", False),
        ("zorgplicht", "zorgplicht", True),
        ("financien", "financien_uitleg", True),
        ("financien", "financien", False),
        ("evaluatie", "evaluatie_uitleg", True),
        ("evaluatie", "evaluatie", False),
    ]


@alle_bestanden
def test_prose_comes_back_in_the_words_of_the_school(bestand: Path) -> None:
    bron = Path(__file__).parents[2] / "src" / "passend" / "cli" / "voorbeelden" / "wilgenboom.json"
    gezegd = json.loads(bron.read_text(encoding="utf-8"))
    inhoud = lees(bestand).inhoud

    gelezen = {code: (inhoud.tekst(code) or "").split() for code in ("visie", "extra", "financien", "evaluatie")}

    assert gelezen == {code: gezegd[code].split() for code in gelezen}


@alle_bestanden
def test_warnings_name_the_missing_picture_and_the_fte_under_hours(bestand: Path) -> None:
    assert [(melding.code, melding.sleutel) for melding in lees(bestand).waarschuwingen] == [
        ("afbeelding_ontbreekt", "structuur"),
        ("uren_zijn_fte", "rij:expertise:rt"),
    ]


@alle_bestanden
def test_nothing_of_the_sample_stays_unread(bestand: Path) -> None:
    assert [stuk.tekst for stuk in lees(bestand).ongelezen] == []


@alle_bestanden
def test_every_value_says_where_it_came_from(bestand: Path) -> None:
    lezing = lees(bestand)
    inhoud = lezing.inhoud
    gevuld = [*inhoud.tabellen, *inhoud.teksten, *(veld for veld in inhoud.velden if veld.waarde)]

    zonder_plek = [ding.sleutel for ding in gevuld if ding.bron.regel is None]
    zonder_kader = [
        ding.sleutel
        for ding in gevuld
        if lezing.bestandssoort == "pdf"
        and (ding.bron.pagina is None or ding.bron.kader is None)
        and not ding.sleutel.startswith("veld:school")
    ]

    assert (zonder_plek, zonder_kader) == ([], [])


@pytest.mark.parametrize(
    ("naam", "methoden"),
    [
        ("wilgenboom-rooster.docx", {Methode.CELLEN}),
        ("wilgenboom-rooster.odt", {Methode.CELLEN}),
        ("wilgenboom-rooster.pdf", {Methode.EENSTEMMIG, Methode.LIJNEN}),
        ("wilgenboom-codes.pdf", {Methode.EENSTEMMIG, Methode.CODES}),
        ("wilgenboom-randloos.pdf", {Methode.GEOMETRIE}),
        ("wilgenboom-layout.txt", {Methode.GEOMETRIE}),
        ("wilgenboom-witruimte.txt", {Methode.WITRUIMTE, Methode.TEKST}),
    ],
)
def test_each_format_is_read_by_the_best_witness_it_has(naam: str, methoden: set[Methode]) -> None:
    assert {rij.bron.methode for rij in lees(VOORBEELDEN / naam).inhoud.tabellen} == methoden
