"""Reading a document: in the process itself, behind the guard as when handed in, and as a whole command."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.document import VOORBEELDEN, Proefdocument, lees
from bench.meten import Meting, Taken, middelste, om_en_om
from passend.documenten.lezen import read_document
from passend.documenten.lezen.bewaakt import read_bewaakt

SECONDEN = 0.5
_GEWOON = {".txt", ".pdf", ".docx", ".odt"}


def meet_lezen(document: Proefdocument, herhalingen: int) -> Iterator[Meting]:
    """Every kind of file in every way, and what starting Python and finding words take at least."""
    taken: dict[str, Taken] = {soort: _wegen(pad) for soort, pad in document.vormen.items()}
    alle = {f"{soort}, {weg}": taak for soort, wegen in taken.items() for weg, taak in wegen.items()}
    tijden = om_en_om(alle | _ondergrenzen(document), herhalingen)
    for naam, seconden in tijden.items():
        if naam in alle:
            yield middelste(f"lezen: {document.naam}, {naam}", seconden, "s", SECONDEN)
        else:
            yield middelste(f"lezen: ter vergelijking, {naam}", seconden, "s")


def meet_voorbeelden(herhalingen: int) -> Iterator[Meting]:
    """The samples of the repository, in all looks, as when handed in."""
    taken = {pad.name: _als_ingeleverd(pad) for pad in sorted(VOORBEELDEN.iterdir()) if pad.suffix in _GEWOON}
    for naam, seconden in om_en_om(taken, herhalingen).items():
        yield middelste(f"lezen: voorbeeld {naam}, als ingeleverd", seconden, "s", SECONDEN)


def _wegen(pad: Path) -> Taken:
    inhoud = pad.read_bytes()
    return {
        "in het proces": lambda: lees(read_document(inhoud, pad.name)),
        "als ingeleverd": _als_ingeleverd(pad),
        "hele opdracht": lambda: _draai([sys.executable, "-m", "passend.cli", "profiel", "read", str(pad), "--json"]),
    }


def _als_ingeleverd(pad: Path) -> Callable[[], object]:
    inhoud = pad.read_bytes()
    return lambda: lees(read_bewaakt(inhoud, pad.name))


def _ondergrenzen(document: Proefdocument) -> Taken:
    return {
        "Python starten": lambda: _draai([sys.executable, "-c", "pass"]),
        "Python starten en de PDF-bibliotheek laden": lambda: _draai(
            [sys.executable, "-c", "import passend.documenten.lezen.pdf"]
        ),
        "pdftotext -bbox van de PDF": lambda: _draai(["pdftotext", "-bbox", str(document.pdf), "-"]),
    }


def _draai(opdracht: list[str]) -> None:
    subprocess.run(opdracht, check=True, capture_output=True)
