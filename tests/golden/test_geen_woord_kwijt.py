"""No word of a document is lost: it is a value, a label, a text, or unread."""

from pathlib import Path

import pytest
from tests.golden.lezing import ECHT, VOORBEELDEN, lees
from tests.golden.woordentelling import verloren_woorden
from tests.uitwisseling.sop.bouw import haaglanden, plein013

from passend.begrippen.meegeleverd import load_sjablonen
from passend.documenten.lezen import read_document

SJABLONEN = {sjabloon.code: sjabloon for sjabloon in load_sjablonen()}
GEMAAKT = sorted(pad for pad in VOORBEELDEN.glob("wilgenboom-*") if pad.suffix != ".json")
ECHTE = [*sorted(ECHT.glob("*.txt")), *sorted(ECHT.glob("plein013/*.txt"))]
MAANDEN = {"mei", "juni", "november", "december", "januari", "maart", "april", "september", "oktober", "februari"}


def _verloren(pad: Path) -> dict[str, int]:
    lezing = lees(pad)
    kwijt = verloren_woorden(read_document(pad), lezing, SJABLONEN[lezing.inhoud.sjabloon])
    return {woord: aantal for woord, aantal in kwijt.items() if woord not in MAANDEN | {"pagina"}}


@pytest.mark.parametrize("pad", GEMAAKT, ids=lambda pad: pad.name)
def test_no_word_of_a_sample_is_lost(pad: Path) -> None:
    assert _verloren(pad) == {}


@pytest.mark.parametrize("nummer", range(len(ECHTE)))
def test_no_word_of_a_real_document_is_lost(nummer: int) -> None:
    assert len(_verloren(ECHTE[nummer])) == 0  # words of a real document do not belong in a report of tests


@pytest.mark.parametrize(
    "tekst",
    [
        "Dat noemen wij bij ons op school\nextra ondersteuning.\nDaarvoor is een coach.\n",
        "Wij hebben ook\n☒ specialistische expertise\n☐ lift\n",
        "Zorgplicht: eigen regels van de Wilgenboom\n",
        "Lift   X\n\n12\n\nkwartel\n",
    ],
)
def test_lines_like_headings_are_kept(tekst: str) -> None:
    for lezing, sjabloon in ((haaglanden(tekst), "haaglanden"), (plein013(tekst), "plein013")):
        document = read_document(tekst.encode(), "profiel.txt")

        assert verloren_woorden(document, lezing, SJABLONEN[sjabloon]) == {}
