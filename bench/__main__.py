"""`python -m bench`: measure everything or some parts, print it, and keep it in `var/bench`."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bench.dagronde import meet_dagronde
from bench.dienst import meet_dienst
from bench.document import WORTEL, maak_proefdocument
from bench.dossiers import meet_dossiers
from bench.geheugen import meet_goede_invoer, meet_slechte_invoer
from bench.groei import meet_groei
from bench.invoer import meet_invoer, meet_toetsen
from bench.lezen import meet_lezen, meet_voorbeelden
from bench.meten import Meting
from bench.openbaar import meet_bladen
from bench.regels import meet_regels
from bench.uitgaven import meet_uitgaven
from bench.verslag import Deel, als_json, als_markdown, als_tabel, bewaar, haal, vernieuw, waar_en_wanneer

MAP = WORTEL / "var" / "bench"
PAGINA = WORTEL / "docs" / "developer" / "reference" / "bench.md"
HERHALINGEN, RONDES, GEHEUGENRONDES = 7, 15, 5
SNEL = 2


@dataclass(frozen=True, kw_only=True)
class Omstandigheden:
    """Where a part may write, and how often it measures."""

    map_: Path
    herhalingen: int = HERHALINGEN
    rondes: int = RONDES
    geheugenrondes: int = GEHEUGENRONDES

    @cached_property
    def document(self) -> Path:
        """The document that is read and set; made once for all parts that ask for it."""
        return maak_proefdocument(self.map_)


def _lezen(bij: Omstandigheden) -> Iterator[Meting]:
    yield from meet_lezen(bij.document, bij.herhalingen)
    yield from meet_voorbeelden(bij.herhalingen)


def _invoer(bij: Omstandigheden) -> Iterator[Meting]:
    yield from meet_invoer(bij.map_, bij.herhalingen)
    yield from meet_toetsen(bij.map_, bij.herhalingen)


def _geheugen(bij: Omstandigheden) -> Iterator[Meting]:
    yield from meet_goede_invoer(bij.document, bij.map_, bij.geheugenrondes)
    yield from meet_slechte_invoer(bij.map_)


DELEN: dict[str, Callable[[Omstandigheden], Iterator[Meting]]] = {
    "regels": lambda bij: meet_regels(bij.herhalingen),
    "lezen": _lezen,
    "uitgaven": lambda bij: meet_uitgaven(bij.document, bij.map_, bij.herhalingen),
    "bladen": lambda bij: meet_bladen(bij.rondes),
    "dossiers": lambda bij: meet_dossiers(bij.rondes),
    "groei": lambda bij: meet_groei(bij.rondes),
    "dagronde": lambda bij: meet_dagronde(bij.herhalingen),
    "invoer": _invoer,
    "geheugen": _geheugen,
    "dienst": lambda bij: meet_dienst(bij.rondes),
}


def main() -> int:
    """Measure; a goal that was missed is said, and is no error."""
    opties = _opties()
    MAP.mkdir(parents=True, exist_ok=True)
    namen = opties.delen or list(DELEN)
    with tempfile.TemporaryDirectory(prefix="passend-bench-") as map_:
        bij = _omstandigheden(Path(map_), is_snel=opties.snel)
        for naam in namen:
            _meet(naam, bij, is_snel=opties.snel)
    bewaard = [deel for naam in DELEN if (deel := haal(MAP, naam)) is not None]
    (MAP / "latest.json").write_text(als_json([meting for deel in bewaard for meting in deel.metingen]), "utf-8")
    if opties.docs:
        PAGINA.write_text(vernieuw(PAGINA.read_text(encoding="utf-8"), als_markdown(bewaard)), encoding="utf-8")
    gemeten = [meting for deel in bewaard if deel.naam in namen for meting in deel.metingen]
    print(als_tabel(gemeten))
    print(_slot(gemeten))
    return 0


def _opties() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Meet snelheid en geheugen van Passend.")
    parser.add_argument("delen", nargs="*", metavar="deel", help=f"alleen dit meten: {', '.join(DELEN)}")
    parser.add_argument("--snel", action="store_true", help="minder herhalingen: alleen om te zien of alles loopt")
    parser.add_argument("--docs", action="store_true", help=f"zet de cijfers in {PAGINA.relative_to(WORTEL)}")
    opties = parser.parse_args()
    if onbekend := set(opties.delen) - set(DELEN):
        parser.error(f"Dit deel is er niet: {', '.join(sorted(onbekend))}. Kies uit: {', '.join(DELEN)}.")
    return opties


def _omstandigheden(map_: Path, *, is_snel: bool) -> Omstandigheden:
    if is_snel:
        return Omstandigheden(map_=map_, herhalingen=SNEL, rondes=SNEL, geheugenrondes=1)
    return Omstandigheden(map_=map_)


def _meet(naam: str, bij: Omstandigheden, *, is_snel: bool) -> None:
    """One part, kept as soon as it is done, so that stopping halfway loses only this one."""
    metingen = []
    for meting in DELEN[naam](bij):
        metingen.append(meting)
        sys.stderr.write(f"\r\033[K{naam}: {meting.naam}" if sys.stderr.isatty() else "")
    sys.stderr.write("\r\033[K" if sys.stderr.isatty() else "")
    bewaar(MAP, Deel(naam=naam, gemeten=waar_en_wanneer(is_snel=is_snel), metingen=tuple(metingen)))


def _slot(metingen: list[Meting]) -> str:
    met_doel = [meting for meting in metingen if meting.doel is not None]
    gehaald = sum(meting.gehaald is True for meting in met_doel)
    druk = os.getloadavg()[0]
    return (
        f"\n{gehaald} van {len(met_doel)} doelen gehaald. Ook in {MAP.relative_to(WORTEL)}/latest.json. "
        f"(Drukte op deze machine: {druk:.1f} bij {os.cpu_count()} kernen.)"
    )


if __name__ == "__main__":
    sys.exit(main())
