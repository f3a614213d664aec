"""Pages at schools of 250, 2,500 and 25,000 pupils: how they grow, and against their own queries and template."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack

from bench.databank import bestand_voor, omgeving
from bench.document import WORTEL
from bench.meten import Meting, middelste, verhouding
from bench.openbaar import Ronde, werker

MATEN = (250, 2_500, 25_000)
BLADEN = (
    *("leerlingenlijst", "zoeken op naam", "leerling", "groepsoverzicht", "groepsplan", "plannen van een leerling"),
    *("ontwikkelingsperspectief", "MDO"),
)
GROEI, KEER_KAAL = 1.2, 8.0


def meet_groei(herhalingen: int) -> Iterator[Meting]:
    """Each page in turns at each size; the first round warms up."""
    with ExitStack() as samen:
        werkers = {}
        for maat in MATEN:
            bestand = samen.enter_context(bestand_voor(f"groei-{maat}"))
            opdracht = [sys.executable, "-m", "bench.groeivuller", str(maat)]
            subprocess.run(opdracht, env=omgeving(bestand), cwd=WORTEL, check=True)
            werkers[maat] = samen.enter_context(werker("groeiwerker", bestand))
        rondes = [{maat: een.ronde() for maat, een in werkers.items()} for _beurt in range(herhalingen + 1)][1:]
    for naam in BLADEN:
        yield from _metingen(naam, rondes)


def _metingen(naam: str, rondes: list[dict[int, Ronde]]) -> Iterator[Meting]:
    tijden = {maat: [ronde[maat][naam]["blad"] for ronde in rondes] for maat in MATEN}
    meeste = [ronde[MATEN[-1]][naam] for ronde in rondes]
    kaal = [meting["vragen"] + meting["sjabloon"] for meting in meeste]
    titel = f"leerlingen: {naam}"
    yield middelste(f"{titel}, {MATEN[-1]} leerlingen", [tijd * 1000 for tijd in tijden[MATEN[-1]]], "ms")
    yield verhouding(f"{titel}, tegen kale vragen en sjabloon", tijden[MATEN[-1]], kaal, KEER_KAAL)
    for maat in MATEN[1:]:
        doel = GROEI if maat == MATEN[-1] else None
        yield verhouding(f"{titel}, {maat} tegen {MATEN[0]} leerlingen", tijden[maat], tijden[MATEN[0]], doel)
