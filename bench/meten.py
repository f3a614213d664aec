"""Time things in turns, and say in one line what came out and whether the goal was met."""

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

type Taken = dict[str, Callable[[], object]]
type Tijden = dict[str, list[float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meting:
    """One figure; `doel` is the most it may be, None when nothing was agreed."""

    naam: str
    waarde: float
    eenheid: str
    doel: float | None = None
    spreiding: tuple[float, float] | None = None
    herhalingen: int = 1

    @property
    def gehaald(self) -> bool | None:
        """Whether the goal was met, on the figure itself and not on its rounding; None without a goal."""
        return None if self.doel is None else self.waarde <= self.doel

    def als_dict(self) -> dict[str, Any]:
        """The figure as `latest.json` has it."""
        spreiding = None if self.spreiding is None else [_rond(grens) for grens in self.spreiding]
        return {
            "naam": self.naam,
            "waarde": _rond(self.waarde),
            "eenheid": self.eenheid,
            "doel": self.doel,
            "gehaald": self.gehaald,
            "spreiding": spreiding,
            "herhalingen": self.herhalingen,
        }


def om_en_om(taken: Taken, herhalingen: int) -> Tijden:
    """Seconds of each task per round; one round to warm up first, then all tasks once in every round.

    What slows the machine for a while so slows all tasks of that round, and their ratios stay what they are.
    """
    for taak in taken.values():
        taak()
    tijden: Tijden = {naam: [] for naam in taken}
    for _ronde in range(herhalingen):
        for naam, taak in taken.items():
            tijden[naam].append(klok(taak))
    return tijden


def klok(taak: Callable[[], object]) -> float:
    """Seconds on the clock."""
    begin = time.perf_counter()
    taak()
    return time.perf_counter() - begin


def middelste(naam: str, waarden: Sequence[float], eenheid: str, doel: float | None = None) -> Meting:
    """The median, with the least and the most."""
    return Meting(
        naam=naam,
        waarde=statistics.median(waarden),
        eenheid=eenheid,
        doel=doel,
        spreiding=(min(waarden), max(waarden)),
        herhalingen=len(waarden),
    )


def verhouding(naam: str, teller: Iterable[float], noemer: Iterable[float], doel: float | None = None) -> Meting:
    """The median of the ratios round by round."""
    return middelste(naam, [boven / onder for boven, onder in zip(teller, noemer, strict=True)], "keer", doel)


def _rond(waarde: float) -> float:
    """Four significant digits: more is noise."""
    return float(f"{waarde:.4g}")
