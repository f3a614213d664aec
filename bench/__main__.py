"""`python -m bench`: measure everything, print it, and keep it in `var/bench`."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
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
from bench.verslag import als_json, als_markdown, als_tabel, vernieuw

MAP = WORTEL / "var" / "bench"
PAGINA = WORTEL / "docs" / "developer" / "reference" / "bench.md"
HERHALINGEN, RONDES = 7, 15
SNEL = 2


def main() -> int:
    """Measure; a goal that was missed is said, and is no error."""
    opties = _opties()
    MAP.mkdir(parents=True, exist_ok=True)
    metingen = []
    for meting in _meet(is_snel=opties.snel):
        metingen.append(meting)
        sys.stderr.write(f"\r\033[K{len(metingen)}: {meting.naam}" if sys.stderr.isatty() else "")
    sys.stderr.write("\r\033[K" if sys.stderr.isatty() else "")
    (MAP / "latest.json").write_text(als_json(metingen), encoding="utf-8")
    if opties.docs:
        nieuw = vernieuw(PAGINA.read_text(encoding="utf-8"), als_markdown(metingen, is_snel=opties.snel))
        PAGINA.write_text(nieuw, encoding="utf-8")
    print(als_tabel(metingen))
    print(_slot(metingen))
    return 0


def _opties() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Meet snelheid en geheugen van Passend.")
    parser.add_argument("--snel", action="store_true", help="minder herhalingen: alleen om te zien of alles loopt")
    parser.add_argument("--docs", action="store_true", help=f"zet de cijfers in {PAGINA.relative_to(WORTEL)}")
    return parser.parse_args()


def _meet(*, is_snel: bool) -> Iterator[Meting]:
    herhalingen, rondes = (SNEL, SNEL) if is_snel else (HERHALINGEN, RONDES)
    yield from meet_regels(herhalingen)
    with tempfile.TemporaryDirectory(prefix="passend-bench-") as naam:
        map_ = Path(naam)
        document = maak_proefdocument(map_)
        yield from meet_lezen(document, herhalingen)
        yield from meet_voorbeelden(herhalingen)
        yield from meet_uitgaven(document, map_, herhalingen)
        yield from meet_bladen(rondes)
        yield from meet_dossiers(rondes)
        yield from meet_groei(rondes)
        yield from meet_dagronde(herhalingen)
        yield from meet_invoer(map_, herhalingen)
        yield from meet_toetsen(map_, herhalingen)
        yield from meet_goede_invoer(document, map_, 1 if is_snel else 5)
        yield from meet_slechte_invoer(map_)
        yield from meet_dienst(rondes)


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
