"""What counts as a score on a test of the method in use: a mark, a percentage, points of points, or a word for it.

A method has no scale that is known here, so nothing is computed from it; but parents read it, so it must be a score.
"""

import re
from typing import Final

HOOGSTE: Final = 100  # a mark or a percentage; more points than that are written as 150/200
WOORDEN: Final = frozenset(
    {
        *("o", "m", "v", "rv", "g", "zg"),
        *("onvoldoende", "zwak", "matig", "voldoende", "ruim voldoende", "goed", "zeer goed", "uitstekend"),
    }
)
_GETAL: Final = re.compile(r"([0-9]{1,3}(?:[,.][0-9]{1,2})?) ?%?")
_PUNTEN: Final = re.compile(r"([0-9]{1,4}(?:[,.]5)?) ?(?:/|van) ?([0-9]{1,4})")


def is_methodescore(score: str) -> bool:
    """True for what can be the score of a test of the method in use.

    >>> [is_methodescore(een) for een in ("7,5", "80%", "34/40", "goed")]
    [True, True, True, True]
    >>> [is_methodescore(een) for een in ("acht", "150", "41/40", "<b>")]
    [False, False, False, False]
    """
    if score.lower() in WOORDEN:
        return True
    if getal := _GETAL.fullmatch(score):
        return _als_getal(getal[1]) <= HOOGSTE
    punten = _PUNTEN.fullmatch(score)
    return punten is not None and _als_getal(punten[1]) <= _als_getal(punten[2])


def _als_getal(tekst: str) -> float:
    return float(tekst.replace(",", "."))
