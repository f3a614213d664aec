"""The most memory that reading, making outputs, bad input and a server take; of bad input its time too."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.documenten.lezen.slecht import MEGABYTE, SLECHT, pdf_met_veel_lijnen

from bench.document import WORTEL, Proefdocument
from bench.meten import Meting, middelste

MEGABYTES, SECONDEN = 512.0, 5.0
_ZWAAR = ("pdf-bom", "docx-bom", "docx-bom in relaties", "pdf van 2000 bladzijden", "te groot", "eindeloze tekst")
_KB = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Piek:
    """What a command took, and what it said when it refused."""

    megabytes: float
    seconden: float
    code: int
    zin: str


def meet_goede_invoer(document: Proefdocument, map_: Path, herhalingen: int) -> Iterator[Meting]:
    """Reading the document in each of its forms, and making all outputs of it."""
    for soort, pad in document.vormen.items():
        pieken = [_piek(["read", str(pad), "--json"], code=0) for _keer in range(herhalingen)]
        naam = f"geheugen: lezen, {document.naam}, {soort}"
        yield middelste(naam, [piek.megabytes for piek in pieken], "MB", MEGABYTES)
    render = ["render", str(document.tekst), "--out", str(map_ / "uit")]
    pieken = [_piek(render, code=0) for _keer in range(herhalingen)]
    yield middelste("geheugen: alle negen uitgaven", [piek.megabytes for piek in pieken], "MB")


def meet_slechte_invoer(map_: Path) -> Iterator[Meting]:
    """Files built to do harm, once each: the limits are hard, so there is little to spread."""
    for geval in _ZWAAR:
        naam, maak, begin = SLECHT[geval]
        bestand = map_ / naam
        bestand.write_bytes(maak())
        yield from _weigering(geval, bestand, begin)
    reus = map_ / "reus.pdf"
    with reus.open("wb") as leeg:
        leeg.truncate(200 * MEGABYTE)
    yield from _weigering("200 MB", reus, "Dit bestand is groter dan 50 MB.")
    lijnen = map_ / "lijnen.pdf"
    lijnen.write_bytes(pdf_met_veel_lijnen())
    yield from _weigering("bladzijde vol lijnen", lijnen, "")


def _weigering(geval: str, bestand: Path, begin: str) -> Iterator[Meting]:
    piek = _piek(["read", str(bestand), "--json"], code=1)
    if not piek.zin.startswith(begin) or "Traceback" in piek.zin:
        raise RuntimeError(f"{geval}: {piek.zin!r} is niet de zin die er hoort te staan.")
    yield Meting(naam=f"geheugen: slechte invoer, {geval}", waarde=piek.megabytes, eenheid="MB", doel=MEGABYTES)
    yield Meting(naam=f"tijd: slechte invoer, {geval}", waarde=piek.seconden, eenheid="s", doel=SECONDEN)


def _piek(argumenten: list[str], *, code: int) -> Piek:
    opdracht = [sys.executable, "-m", "bench.piek", sys.executable, "-m", "passend.cli", "profiel", *argumenten]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, check=True, cwd=WORTEL)
    uit = json.loads(klaar.stdout)
    if uit["code"] != code:
        raise RuntimeError(f"{' '.join(argumenten)} gaf {uit['code']}: {uit['zin']}")
    eenheid = _KB * _KB if sys.platform == "darwin" else _KB  # macOS counts bytes, Linux kilobytes
    return Piek(megabytes=uit["kb"] / eenheid, seconden=uit["seconden"], code=code, zin=uit["zin"])
