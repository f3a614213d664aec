"""Word: real styles, and the same content as the PDF."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from tests.documenten.zetten.uitgaven import (
    PEILDATUM,
    andere_regio,
    gelezen_uitgave,
    gepubliceerde_uitgave,
    lege_uitgave,
    metrij,
    zonder_besluit,
)

from passend.begrippen.meegeleverd import load_sjablonen
from passend.begrippen.profielinhoud import Structuurdeel
from passend.begrippen.uitgave import Uitgave
from passend.documenten.lezen import read_document
from passend.documenten.zetten.schoolgidsword import zet_schoolgids_docx
from passend.documenten.zetten.sopword import zet_sop_docx
from passend.uitwisseling.sop.reader import read_profiel


def open_docx(inhoud: bytes) -> Any:
    return Document(io.BytesIO(inhoud))


def koppen(document: Any, niveau: int) -> list[str]:
    return [alinea.text for alinea in document.paragraphs if alinea.style.name == f"Heading {niveau}"]


@pytest.mark.parametrize("welke", [gepubliceerde_uitgave, andere_regio, lege_uitgave])
def test_sop_in_word_has_the_chapters_of_the_template_as_headings(welke: Callable[[], Uitgave]) -> None:
    uitgave = welke()
    document = open_docx(zet_sop_docx(uitgave))
    hoofdstukken = [f"{s.nummer} {s.titel}".strip() for s in uitgave.sjabloon.secties if s.niveau == 1]
    doelen = ["Doelen van dit schooljaar"] if uitgave.doelen else []
    assert koppen(document, 1) == [*hoofdstukken, *doelen, "Hoe dit profiel tot stand kwam"]


@pytest.mark.parametrize("zet", [zet_sop_docx, zet_schoolgids_docx])
def test_word_document_that_the_board_did_not_adopt_says_so_with_a_sign(zet: Callable[[Uitgave], bytes]) -> None:
    let_op = [alinea.text for alinea in open_docx(zet(zonder_besluit())).paragraphs if alinea.style.name == "Let op"]
    assert let_op == ["⚠ Het bestuur heeft dit aanbod niet vastgesteld: Het bestuur vergadert in mei."]


def test_sop_in_word_lists_its_chapters_in_front() -> None:
    document = open_docx(zet_sop_docx(gepubliceerde_uitgave()))
    inhoud = [alinea.text for alinea in document.paragraphs if alinea.style.name == "Inhoud 1"]
    assert inhoud == koppen(document, 1)


def test_every_table_in_word_repeats_its_header_row_and_keeps_rows_whole() -> None:
    for tabel in open_docx(zet_sop_docx(gepubliceerde_uitgave())).tables:
        assert tabel.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(rij._tr.trPr.find(qn("w:cantSplit")) is not None for rij in tabel.rows[1:])


def test_word_document_is_dutch_has_a_title_and_numbered_pages() -> None:
    document = open_docx(zet_sop_docx(gelezen_uitgave()))
    assert document.core_properties.title == "Schoolondersteuningsprofiel 2026-2027 – Basisschool De Wilgenboom"
    assert {taal.get(qn("w:val")) for taal in document.styles.element.iter(qn("w:lang"))} == {"nl-NL"}
    velden = [veld.text for veld in document.sections[0].footer._element.iter(qn("w:instrText"))]
    assert velden == [" PAGE ", " NUMPAGES "]


def test_pictures_in_word_have_a_description() -> None:
    document = open_docx(zet_sop_docx(gepubliceerde_uitgave()))
    beschrijvingen = [vorm._inline.docPr.get("descr") for vorm in document.inline_shapes]
    assert len(beschrijvingen) == 1
    assert beschrijvingen[0].startswith("In het midden: Sam; Dicht bij het kind: Leerkracht")


def test_sop_in_word_can_be_handed_in_again_and_says_the_same(tmp_path: Path) -> None:
    uitgave = gelezen_uitgave()
    bestand = tmp_path / "sop.docx"
    bestand.write_bytes(zet_sop_docx(uitgave))
    opnieuw = read_profiel(read_document(bestand), load_sjablonen(), PEILDATUM).inhoud
    assert opnieuw.schooljaar == uitgave.inhoud.schooljaar
    for tabel in ("hgw", "experts", "voorzieningen"):
        assert [rij.waarde for rij in opnieuw.rijen(tabel)] == [rij.waarde for rij in uitgave.inhoud.rijen(tabel)]
    for tabel in ("experts", "voorzieningen"):
        assert [rij.rij for rij in opnieuw.rijen(tabel)] == [rij.rij for rij in uitgave.inhoud.rijen(tabel)]


def test_word_takes_words_that_xml_forbids() -> None:
    vreemd = metrij(gelezen_uitgave(), "aanbod", "bel\x07 en <b>\x0b")
    deel = Structuurdeel(soort="mens", naam="\x00IB\x1b")
    document = open_docx(zet_sop_docx(replace(vreemd, inhoud=replace(vreemd.inhoud, structuur=(deel,)))))
    assert "bel en <b>" in [cel.text for tabel in document.tables for cel in tabel.columns[0].cells]
    assert "IB" in [alinea.text for alinea in document.paragraphs]


def test_schoolgids_chapter_in_word_has_headings_links_and_the_drawing() -> None:
    document = open_docx(zet_schoolgids_docx(gepubliceerde_uitgave()))
    assert koppen(document, 1) == ["Ondersteuning op onze school"]
    assert "Zo hebben kinderen meegepraat" in koppen(document, 2)
    adressen = {band.target_ref for band in document.part.rels.values() if band.is_external}
    assert "https://www.wilgenboom.example/schoolgids" in adressen
    assert len(document.inline_shapes) == 1
