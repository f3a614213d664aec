"""What Passend sets it reads back: the same words of the school, and nothing of its own."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from tests.documenten.zetten.uitgaven import (
    andere_regio,
    gepubliceerde_uitgave,
    lege_uitgave,
    metrij,
    metveld,
    volle_uitgave,
)
from tests.golden.lezing import ECHT, PEILDATUM, VOORBEELDEN, lees

from passend.begrippen.meegeleverd import load_sjablonen
from passend.begrippen.profielinhoud import Profielinhoud, Profiellezing, Tabelrij
from passend.begrippen.uitgave import Onderbouwing, Uitgave
from passend.documenten.lezen import read_document
from passend.uitwisseling.sop.reader import read_profiel
from passend.uitwisseling.uitgaven import Vorm, maak, uitgave_uit_lezing

WORTEL = Path(__file__).resolve().parents[2]
GEMAAKT = sorted(pad for pad in VOORBEELDEN.glob("wilgenboom-*") if pad.suffix != ".json")
VOOR_GEBRUIKERS = sorted((WORTEL / "docs" / "gebruiker" / "voorbeeld").glob("profiel-*"))
ECHTE = [*sorted(ECHT.glob("*.txt")), *sorted(ECHT.glob("plein013/*.txt"))]
TWIJFEL = 0.9

alle_vormen = pytest.mark.parametrize("vorm", [Vorm.SOP_PDF, Vorm.SOP_DOCX], ids=lambda vorm: vorm.bestandsnaam)


def _lees(inhoud: bytes, naam: str) -> Profiellezing:
    return read_profiel(read_document(inhoud, naam), load_sjablonen(), PEILDATUM)


def _terug(uitgave: Uitgave, vorm: Vorm) -> Profiellezing:
    return _lees(maak(uitgave, vorm), vorm.bestandsnaam)


def _velden(inhoud: Profielinhoud) -> dict[str, str]:
    return {veld.veld: veld.waarde for veld in inhoud.velden if veld.waarde}


def _rij(rij: Tabelrij) -> tuple[Any, ...]:
    gezegd = (rij.tabel, rij.rij, " ".join(rij.label.split()), rij.waarde, sorted(rij.cellen.items()))
    return (*gezegd, rij.omvang, rij.periode, rij.opmerking, rij.zekerheid < TWIJFEL)


def _rijen(inhoud: Profielinhoud) -> list[tuple[Any, ...]]:
    """The rows in the order they are printed in: those of the region first, as the template has them."""
    plek = {
        (tabel.code, rij.code): nummer
        for sjabloon in load_sjablonen()
        for tabel in sjabloon.tabellen()
        for nummer, rij in enumerate(tabel.rijen)
    }
    tabellen = list(dict.fromkeys(rij.tabel for rij in inhoud.tabellen))
    volgorde = sorted(
        inhoud.tabellen, key=lambda rij: (tabellen.index(rij.tabel), plek.get((rij.tabel, rij.rij or ""), 10_000))
    )
    return [_rij(rij) for rij in volgorde]


def _teksten(inhoud: Profielinhoud) -> dict[str, list[str]]:
    """The own texts, paragraph by paragraph and item by item."""
    return {
        tekst.code: [" ".join(regel.split()) for regel in tekst.tekst.splitlines() if regel.strip()]
        for tekst in inhoud.teksten
        if not tekst.is_vast
    }


def _gelijk(uitgave: Uitgave, opnieuw: Profiellezing) -> None:
    assert _velden(opnieuw.inhoud) == _velden(uitgave.inhoud)
    assert _rijen(opnieuw.inhoud) == _rijen(uitgave.inhoud)
    assert _teksten(opnieuw.inhoud) == _teksten(uitgave.inhoud)
    assert [stuk.tekst for stuk in opnieuw.ongelezen] == []


@alle_vormen
@pytest.mark.parametrize("bestand", [*GEMAAKT, *VOOR_GEBRUIKERS], ids=lambda pad: pad.name)
def test_a_document_that_was_set_again_says_the_same(bestand: Path, vorm: Vorm) -> None:
    uitgave = uitgave_uit_lezing(lees(bestand), PEILDATUM)

    _gelijk(uitgave, _terug(uitgave, vorm))


@alle_vormen
@pytest.mark.skipif(not ECHTE, reason="the real documents are not on this machine")
@pytest.mark.parametrize("nummer", range(len(ECHTE)))
def test_a_real_document_that_was_set_again_says_the_same(nummer: int, vorm: Vorm) -> None:
    uitgave = uitgave_uit_lezing(lees(ECHTE[nummer]), PEILDATUM)

    _gelijk(uitgave, _terug(uitgave, vorm))


def _met_alles() -> Uitgave:
    """Evidence, days, goals, steps, a drawing, remarks, a doubtful row, rows and texts of the school's own."""
    uit = gepubliceerde_uitgave()
    eerste, tweede, *verder = uit.inhoud.tabellen
    tweede = replace(tweede, opmerking="alleen in groep 3 en 4; zie het plan van de bovenbouw", zekerheid=0.6)
    rijen = (eerste, tweede, *verder)
    bewijs = Onderbouwing(
        wat="Groepsplannen (in alle groepen), elk half jaar besproken met de ouders", wanneer=date(2025, 9, 1)
    )
    dagen = {rij.sleutel: date(2026, 5, 1 + nummer % 28) for nummer, rij in enumerate(rijen)}
    uit = replace(
        uit,
        inhoud=replace(uit.inhoud, tabellen=rijen),
        onderbouwingen={rij.sleutel: (bewijs, bewijs) for rij in rijen[::3]},
        rijen_op=dagen | {"tekst:visie": date(2026, 5, 2)},
    )
    uit = metrij(uit, "experts", "Jeugdgezondheidszorg/schoolverpleegkundige van de GGD")
    return metrij(uit, "voorzieningen", "Een stille ruimte - achter de aula, met een naam die over regels loopt")


@alle_vormen
@pytest.mark.parametrize("welke", [_met_alles, lege_uitgave, volle_uitgave])
def test_an_edition_comes_back_without_what_is_printed_around_it(welke: Callable[[], Uitgave], vorm: Vorm) -> None:
    _gelijk(welke(), _terug(welke(), vorm))


@alle_vormen
def test_a_row_of_the_region_that_nobody_filled_in_is_blank_and_no_row(vorm: Vorm) -> None:
    uitgave = andere_regio()
    gevuld = tuple(rij for rij in uitgave.inhoud.tabellen if rij.waarde is not None)

    _gelijk(replace(uitgave, inhoud=replace(uitgave.inhoud, tabellen=gevuld)), _terug(uitgave, vorm))


@alle_vormen
def test_two_marks_in_a_row_stay_two_and_doubtful(vorm: Vorm) -> None:
    uit = gepubliceerde_uitgave()
    dubbel = replace(
        uit.inhoud.rijen("hgw")[0],
        waarde=None,
        zekerheid=0.3,
        cellen={"op_orde": True, "in_ontwikkeling": True, "nog_op_te_starten": False},
    )
    uit = replace(uit, inhoud=replace(uit.inhoud, tabellen=(dubbel, *uit.inhoud.tabellen[1:])))

    _gelijk(uit, _terug(uit, vorm))


@alle_vormen
def test_paragraphs_items_and_numbers_of_the_school_stay_what_they_are(vorm: Vorm) -> None:
    lang = " ".join(f"Dit is zin {nummer} van een alinea die over de bladzijde heen kan lopen." for nummer in range(90))
    tekst = f"Zo werken wij:\n\n- samen\n- op tijd, elke dag\n\n1. Eerst kijken.\n2. Dan doen.\n\n{lang}\n\nKlaar."
    uit = gepubliceerde_uitgave()
    teksten = tuple(replace(t, tekst=tekst) if t.code == "visie" else t for t in uit.inhoud.teksten)
    uit = replace(uit, inhoud=replace(uit.inhoud, teksten=teksten))

    _gelijk(uit, _terug(uit, vorm))


@alle_vormen
def test_a_doubtful_field_stays_doubtful_and_long_values_stay_whole(vorm: Vorm) -> None:
    adres = f"https://www.wilgenboom.example/over-ons/{'documenten-en-plannen/' * 4}schoolgids"
    uit = metveld(gepubliceerde_uitgave(), "schoolgids", adres)
    velden = tuple(replace(v, zekerheid=0.6) if v.veld == "schoolplan" else v for v in uit.inhoud.velden)
    opnieuw = _terug(replace(uit, inhoud=replace(uit.inhoud, velden=velden)), vorm)

    assert opnieuw.inhoud.waarde("schoolgids") == adres
    assert [v.veld for v in opnieuw.inhoud.velden if v.zekerheid < TWIJFEL] == ["schoolplan"]


def _bewerk(uitgave: Uitgave, bewerking: Callable[[Any], None]) -> Profiellezing:
    """Read the Word file after a school worked in it."""
    document = docx.Document(io.BytesIO(maak(uitgave, Vorm.SOP_DOCX)))
    bewerking(document)
    uit = io.BytesIO()
    document.save(uit)
    return _lees(uit.getvalue(), "bewerkt.docx")


def test_what_a_school_changes_in_the_word_file_is_read() -> None:
    def bewerking(document: Any) -> None:
        visie = next(alinea for alinea in document.paragraphs if alinea.text == "Onze visie")
        visie._p.addnext(document.add_paragraph("Wij beginnen buiten.")._p)
        gegevens, hgw = document.tables[0], document.tables[1]
        directeur = next(rij for rij in gegevens.rows if rij.cells[0].text == "Directeur")
        directeur.cells[1].paragraphs[0].runs[0].text = "Mw. N. Ieuw"
        for cel, woord in zip(hgw.rows[1].cells[1:], ("", "X", ""), strict=True):
            cel.paragraphs[0].text = woord

    opnieuw = _bewerk(_met_alles(), bewerking).inhoud

    assert (opnieuw.tekst("visie") or "").startswith("Wij beginnen buiten.\n\n")
    assert opnieuw.waarde("directeur") == "Mw. N. Ieuw"
    assert opnieuw.rijen("hgw")[0].waarde == "in_ontwikkeling"


def test_a_cell_that_said_it_was_blank_is_read_when_it_is_filled_in() -> None:
    def bewerking(document: Any) -> None:
        document.tables[2].rows[1].cells[2].paragraphs[0].runs[0].text = "X"
        document.tables[0].rows[2].cells[1].paragraphs[0].runs[0].text = "De Kade"

    opnieuw = _bewerk(lege_uitgave(), bewerking).inhoud

    assert opnieuw.waarde("schoolnaam") == "De Kade"
    assert [(rij.rij, rij.waarde) for rij in opnieuw.tabellen] == [("algemeen", "in_ontwikkeling")]


def test_words_that_a_school_types_among_ours_are_kept() -> None:
    def bewerking(document: Any) -> None:
        noot = next(alinea for alinea in document.paragraphs if alinea.text.startswith("Vaste tekst van"))
        noot.insert_paragraph_before("Dit typten wij in kleine letters.", style=noot.style)
        document.add_paragraph("Vragen? Bel ons.")

    lezing = _bewerk(_met_alles(), bewerking)

    assert (lezing.inhoud.tekst("visie") or "").startswith("Dit typten wij in kleine letters.")
    assert [stuk.tekst for stuk in lezing.ongelezen] == ["Vragen? Bel ons."]


def test_a_table_of_contents_that_word_made_anew_is_not_read() -> None:
    def bewerking(document: Any) -> None:
        for alinea in document.paragraphs:
            if alinea.style.name.startswith("Inhoud "):
                alinea._p.pPr.find(qn("w:pStyle")).set(qn("w:val"), "TOC1")
                alinea.add_run("\t4")

    _gelijk(_met_alles(), _bewerk(_met_alles(), bewerking))


@cache
def _waarschuwingen(vorm: Vorm) -> list[str]:
    return [melding.code for melding in _terug(_met_alles(), vorm).waarschuwingen]


@alle_vormen
def test_it_is_told_what_is_not_read_from_a_document_of_ours(vorm: Vorm) -> None:
    assert "eigen_druk" in _waarschuwingen(vorm)
    assert "afbeelding_ontbreekt" not in _waarschuwingen(vorm)


@alle_vormen
def test_a_blank_profile_comes_back_as_one_that_needs_looking_at(vorm: Vorm) -> None:
    lezing = _terug(lege_uitgave(), vorm)
    codes = [melding.code for melding in lezing.waarschuwingen]

    assert codes[:2] == ["naam_niet_gelezen", "velden_niet_gelezen"]
    assert [veld.veld for veld in lezing.inhoud.velden if veld.zekerheid < TWIJFEL] == ["schoolnaam"]
