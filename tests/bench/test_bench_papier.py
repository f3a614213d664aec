"""What a browser prints beside our PDF says the same, and no round sets the same text twice."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from bench.document import DAG, VERVANGER, lees
from bench.papier import GEDRUKT, SOP, zet_html_klaar
from bench.uitgaven import anders

from passend.begrippen.uitgave import Uitgave
from passend.documenten.lezen import read_document
from passend.documenten.zetten.sopopbouw import bouw_sop
from passend.uitwisseling.uitgaven import Vorm, uitgave_uit_lezing


class Lezer(HTMLParser):
    """Collects the words of a page, and how many tables and rows it has."""

    def __init__(self) -> None:
        super().__init__()
        self.woorden = ""
        self.elementen: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.elementen.append(tag)

    def handle_data(self, data: str) -> None:
        self.woorden += f" {data}"


@pytest.fixture(scope="module")
def uitgave() -> Uitgave:
    return uitgave_uit_lezing(lees(read_document(VERVANGER)), DAG)


def test_the_page_for_the_browser_has_every_heading_field_row_and_paragraph(uitgave: Uitgave, tmp_path: Path) -> None:
    lezer = Lezer()
    lezer.feed(zet_html_klaar(uitgave, tmp_path)[SOP].read_text(encoding="utf-8"))
    blokken = [blok for sectie in bouw_sop(uitgave).secties for blok in sectie.blokken]
    rijen = [regel.label for blok in blokken if blok.soort == "tabel" for regel in blok.regels]
    velden = [gegeven.label for blok in blokken if blok.soort == "gegevens" for gegeven in blok.gegevens]
    alineas = [alinea.tekst for blok in blokken if blok.soort == "proza" for alinea in blok.alineas]
    koppen = [sectie.titel for sectie in bouw_sop(uitgave).secties]

    gelezen = " ".join(lezer.woorden.split())

    assert min(len(rijen), len(velden), len(alineas), len(koppen)) > 5
    assert [
        woorden for woorden in (*koppen, *velden, *rijen, *alineas) if " ".join(woorden.split()) not in gelezen
    ] == []
    assert lezer.elementen.count("tr") == len(rijen) + lezer.elementen.count("thead")


def test_every_output_has_a_page_to_print_beside_it(uitgave: Uitgave, tmp_path: Path) -> None:
    klaar = zet_html_klaar(uitgave, tmp_path)

    assert list(GEDRUKT) == list(Vorm)
    assert set(GEDRUKT.values()) == set(klaar)
    assert [pad for pad in klaar.values() if not pad.stat().st_size] == []


def test_every_round_sets_a_text_of_its_own(uitgave: Uitgave) -> None:
    een, twee = anders(uitgave, 1).inhoud, anders(uitgave, 2).inhoud

    assert [rij.label for rij in een.tabellen if rij in twee.tabellen] == []
    assert een.waarde("schoolnaam") != twee.waarde("schoolnaam")
    assert len(een.teksten) == len(uitgave.inhoud.teksten) > 0
    assert [tekst for tekst in een.teksten if tekst in twee.teksten and ". " in tekst.tekst] == []
