"""Growth of a pupil against their own norm: the line of their own earlier growth, never that of another.

The norm of a pupil is how much they grew before on the same scale. What is above that line grew faster than this pupil
used to, what is below it slower. Nothing is compared over instruments or versions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import linear_regression

ONGEVEER = 0.1  # of the growth that was expected: within it nobody grew faster or slower
MINSTE_VERSCHIL = 2.0  # on any scale: a point is chance


class Groeistand(StrEnum):
    """How the newest score lies to the own line."""

    BOVEN = "boven"
    OP = "op"
    ONDER = "onder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Eigenlijn:
    """Where a pupil would be by their own earlier growth: the score at the first and at the last measurement."""

    van: float
    tot: float

    def stand(self, score: float) -> Groeistand:
        """Where a score lies to the end of the line; a small difference is none.

        >>> Eigenlijn(van=100, tot=120).stand(112), Eigenlijn(van=100, tot=120).stand(121)
        (<Groeistand.ONDER: 'onder'>, <Groeistand.OP: 'op'>)
        """
        speling = max(MINSTE_VERSCHIL, ONGEVEER * abs(self.tot - self.van))
        if score > self.tot + speling:
            return Groeistand.BOVEN
        return Groeistand.ONDER if score < self.tot - speling else Groeistand.OP


def eigen_lijn(punten: Sequence[tuple[date, float]]) -> Eigenlijn | None:
    """The own line: through the measurements before the last, drawn on to the day of the last (least squares).

    None without measurements on two days before it, for then there is no growth yet to draw on.

    >>> lijn = eigen_lijn([(date(2025, 1, 1), 100), (date(2026, 1, 1), 110), (date(2027, 1, 1), 112)])
    >>> round(lijn.tot)
    120
    """
    if not punten:
        return None
    *eerder, (laatste, _score) = sorted(punten)
    dagen = [(dag - eerder[0][0]).days for dag, _waarde in eerder]
    if not any(dagen):  # one measurement, or all on one day
        return None
    helling, van = linear_regression(dagen, [waarde for _dag, waarde in eerder])
    return Eigenlijn(van=van, tot=van + helling * (laatste - eerder[0][0]).days)
