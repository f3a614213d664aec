"""The figures as a table on the screen, as JSON, and as a table for the documentation."""

import json
import os
import platform
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bench.meten import Meting

KOP = "## Latest figures"
_TEKEN = {True: "ja", False: "NEE", None: "-"}


def als_json(metingen: Sequence[Meting]) -> str:
    """A list of objects."""
    return json.dumps([meting.als_dict() for meting in metingen], ensure_ascii=False, indent=1) + "\n"


def als_tabel(metingen: Sequence[Meting]) -> str:
    """Lines for a screen."""
    breedte = max((len(meting.naam) for meting in metingen), default=0)
    kop = f"{'naam':<{breedte}}  {'waarde':>12}  {'doel':>8}  gehaald"
    regels = (
        f"{meting.naam:<{breedte}}  {getal(meting.waarde) + ' ' + meting.eenheid:>12}  {_doel(meting):>8}  "
        f"{_TEKEN[meting.gehaald]}"
        for meting in metingen
    )
    return "\n".join((kop, *regels))


def als_markdown(metingen: Sequence[Meting], *, is_snel: bool) -> str:
    """A table for `docs/developer/reference/bench.md`, with when and where it was measured."""
    kop = "| What | Figure | Least to most | Rounds | Goal | Met |\n|---|---:|---:|---:|---:|---|"
    regels = (
        f"| {meting.naam} | {getal(meting.waarde)} {meting.eenheid} | {_spreiding(meting)} | {meting.herhalingen} "
        f"| {_doel(meting)} | {_TEKEN[meting.gehaald]} |"
        for meting in metingen
    )
    return "\n".join((waar_en_wanneer(is_snel=is_snel), "", kop, *regels)) + "\n"


def vernieuw(pagina: str, tabel: str) -> str:
    """The page with everything below its heading of figures replaced."""
    begin, kop, _oud = pagina.partition(KOP)
    if not kop:
        raise ValueError(f"De pagina heeft geen kop {KOP!r}.")
    return f"{begin}{kop}\n\n{tabel}"


def waar_en_wanneer(*, is_snel: bool) -> str:
    """The day and the machine, in a sentence."""
    dag = datetime.now().astimezone().date()
    soort = " with `--snel`" if is_snel else ""
    return (
        f"Measured on {dag}{soort}: {os.cpu_count()} cores of {_processor()}, {platform.system()}, "
        f"Python {platform.python_version()}; at the end {os.getloadavg()[0]:.1f} processes wanted a core."
    )


def getal(waarde: float) -> str:
    """Three digits that matter."""
    return f"{waarde:.0f}" if abs(waarde) >= 100 else f"{waarde:.3g}"


def _doel(meting: Meting) -> str:
    return "-" if meting.doel is None else f"<= {meting.doel:g}"


def _spreiding(meting: Meting) -> str:
    return "-" if meting.spreiding is None else " to ".join(getal(grens) for grens in meting.spreiding)


def _processor() -> str:
    bestand = Path("/proc/cpuinfo")
    regels = bestand.read_text().splitlines() if bestand.exists() else []
    namen = (regel.partition(":")[2].strip() for regel in regels if regel.startswith("model name"))
    return next(namen, platform.processor() or platform.machine())
