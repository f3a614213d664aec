"""The figures as a table on the screen, as JSON, and as a table for the documentation."""

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from bench.meten import Meting

KOP = "## Latest figures"
KOLOMMEN = "| What | Figure | Least to most | Rounds | Goal | Met |\n|---|---:|---:|---:|---:|---|"
_TEKEN = {True: "ja", False: "NEE", None: "-"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """What one part of the bench found, with the sentence that says when and where."""

    naam: str
    gemeten: str
    metingen: tuple[Meting, ...]


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


def als_markdown(delen: Sequence[Deel]) -> str:
    """The tables for `docs/developer/reference/bench.md`, each with when and where it was measured."""
    return "\n".join(f"### {deel.naam}\n\n{deel.gemeten}\n\n{_markdowntabel(deel.metingen)}" for deel in delen)


def _markdowntabel(metingen: Sequence[Meting]) -> str:
    regels = (
        f"| {meting.naam} | {getal(meting.waarde)} {meting.eenheid} | {_spreiding(meting)} | {meting.herhalingen} "
        f"| {_doel(meting)} | {_TEKEN[meting.gehaald]} |"
        for meting in metingen
    )
    return "\n".join((KOLOMMEN, *regels)) + "\n"


def bewaar(map_: Path, deel: Deel) -> None:
    """Keep a part until it is measured again."""
    inhoud = json.dumps(asdict(deel), ensure_ascii=False, indent=1)
    (map_ / f"{deel.naam}.json").write_text(inhoud + "\n", encoding="utf-8")


def haal(map_: Path, naam: str) -> Deel | None:
    """A part as it was last measured; None when it never was."""
    bestand = map_ / f"{naam}.json"
    if not bestand.exists():
        return None
    inhoud = json.loads(bestand.read_text(encoding="utf-8"))
    metingen = (een | {"spreiding": een["spreiding"] and tuple(een["spreiding"])} for een in inhoud["metingen"])
    return Deel(naam=naam, gemeten=inhoud["gemeten"], metingen=tuple(Meting(**een) for een in metingen))


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
