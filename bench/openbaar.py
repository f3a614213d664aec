"""Pages with 6,122 schools: against their own raw queries plus bare template, and against the same with 8 schools."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from bench.bladen import AANGEMELD, OPENBAAR, Blad
from bench.databank import VEEL, WEINIG, databank, omgeving
from bench.document import WORTEL
from bench.meten import Meting, middelste, verhouding

KEER_KAAL = 8.0
type Ronde = dict[str, dict[str, float]]


def meet_bladen(herhalingen: int) -> Iterator[Meting]:
    """Every page, a round with many schools and a round with few in turns."""
    with werker("bladwerker", databank(VEEL)) as veel, werker("bladwerker", databank(WEINIG)) as weinig:
        paren = [(veel.ronde(), weinig.ronde()) for _beurt in range(herhalingen + 1)][1:]
    groot, klein = [paar[0] for paar in paren], [paar[1] for paar in paren]
    for blad in OPENBAAR:
        yield from _metingen(blad, groot, klein, KEER_KAAL)
    for blad in AANGEMELD:
        yield from _metingen(blad, groot, klein, None)


def _metingen(blad: Blad, groot: list[Ronde], klein: list[Ronde], doel: float | None) -> Iterator[Meting]:
    metingen = [ronde[blad.naam] for ronde in groot]
    tijden = [meting["blad"] for meting in metingen]
    kaal = [meting["vragen"] + meting["sjabloon"] for meting in metingen]
    naam = f"bladzijde: {blad.naam}"
    yield middelste(f"{naam}, {VEEL} scholen", [tijd * 1000 for tijd in tijden], "ms")
    yield verhouding(f"{naam}, tegen kale vragen en sjabloon", tijden, kaal, doel)
    yield middelste(f"{naam}, vragen aan de databank", [meting["aantal"] for meting in metingen], "vragen")
    eerder = [ronde[blad.naam]["blad"] for ronde in klein]
    yield verhouding(f"{naam}, {VEEL} tegen {WEINIG} scholen", tijden, eerder)


class Werker:
    """The other end of a process that serves pages."""

    def __init__(self, proces: subprocess.Popen[str], heen: IO[str], terug: IO[str]) -> None:
        self._proces, self._heen, self._terug = proces, heen, terug

    def ronde(self) -> Ronde:
        """One round of all pages."""
        self._heen.write("ronde\n")
        self._heen.flush()
        antwoord = self._terug.readline()
        if not antwoord:
            raise RuntimeError(f"De werker stopte met code {self._proces.wait()}; zie de melding hierboven.")
        ronde: Ronde = json.loads(antwoord)
        return ronde


@contextmanager
def werker(naam: str, bestand: Path, *argumenten: str) -> Iterator[Werker]:
    """A process that serves pages from a database, one round for each time it is asked."""
    opdracht = [sys.executable, "-m", f"bench.{naam}", *argumenten]
    pijp = subprocess.PIPE
    with subprocess.Popen(opdracht, stdin=pijp, stdout=pijp, text=True, env=omgeving(bestand), cwd=WORTEL) as proces:
        if proces.stdin is None or proces.stdout is None:
            raise RuntimeError("De werker heeft geen pijpen.")
        yield Werker(proces, proces.stdin, proces.stdout)
        proces.stdin.close()
