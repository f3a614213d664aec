"""Read documents once for all golden tests."""

from datetime import date
from functools import cache
from pathlib import Path

from passend.begrippen.meegeleverd import load_sjablonen
from passend.begrippen.profielinhoud import Profiellezing
from passend.documenten.lezen import read_document
from passend.uitwisseling.sop.reader import read_profiel

VOORBEELDEN = Path(__file__).resolve().parents[1] / "samples"
ECHT = Path(__file__).resolve().parents[3] / "shared" / "sop"
PEILDATUM = date(2026, 9, 1)


@cache
def lees(bestand: Path) -> Profiellezing:
    """The reading of a file on a fixed day."""
    return read_profiel(read_document(bestand), load_sjablonen(), PEILDATUM)
