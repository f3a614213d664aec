"""The rounds of a school year: two to four, one after the other, as the school chooses; often closed by a talk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from passend.begrippen.periode import Periode
from passend.begrippen.schooljaar import Schooljaar

MINSTE_RONDES, MEESTE_RONDES = 2, 4
KORTSTE_RONDE = timedelta(days=28)
_EERSTE_MAANDEN = {2: (8, 2), 3: (8, 12, 4), 4: (8, 11, 2, 5)}


@dataclass(frozen=True, slots=True)
class Rondebezwaar:
    """Why rounds cannot be like this, and what to do."""

    code: str
    zin: str


def verdeel(schooljaar: Schooljaar, aantal: int) -> tuple[Periode, ...]:
    """A school year in so many rounds, to begin with; the school moves the days as it likes.

    >>> [str(ronde.van) for ronde in verdeel(Schooljaar(2026), 2)]
    ['2026-08-01', '2027-02-01']
    """
    jaar = schooljaar.beginjaar
    begin = [
        date(jaar if maand >= schooljaar.begint_op.month else jaar + 1, maand, 1) for maand in _EERSTE_MAANDEN[aantal]
    ]
    grenzen = pairwise([*begin, schooljaar.volgende.begint_op])
    return tuple(Periode(van, volgende - timedelta(days=1)) for van, volgende in grenzen)


def check_rondes(rondes: Sequence[Periode], schooljaar: Schooljaar) -> Rondebezwaar | None:
    """Why these cannot be the rounds of a year; None when they can.

    >>> check_rondes(verdeel(Schooljaar(2026), 3), Schooljaar(2026)) is None
    True
    """
    if not MINSTE_RONDES <= len(rondes) <= MEESTE_RONDES:
        return Rondebezwaar("aantal", f"Kies {MINSTE_RONDES} tot {MEESTE_RONDES} rondes in een schooljaar.")
    for nummer, ronde in enumerate(rondes, start=1):
        if ronde.tot_en_met is None or ronde.tot_en_met - ronde.van < KORTSTE_RONDE - timedelta(days=1):
            return Rondebezwaar(
                "te_kort",
                f"Ronde {nummer} is te kort: neem minstens vier weken, en laat de laatste dag na de eerste komen.",
            )
        if ronde.van < schooljaar.begint_op or ronde.tot_en_met > schooljaar.eindigt_op:
            return Rondebezwaar("buiten_jaar", f"Ronde {nummer} valt buiten het schooljaar {schooljaar}.")
    for nummer, (eerst, dan) in enumerate(pairwise(rondes), start=1):
        if eerst.tot_en_met is None or dan.van <= eerst.tot_en_met:
            return Rondebezwaar(
                "overlap", f"Ronde {nummer + 1} begint voordat ronde {nummer} klaar is. Zet de dagen op volgorde."
            )
    return None


def ronde_op(rondes: Sequence[Periode], dag: date) -> int | None:
    """The number of the round that a day is in, or else of the last one before it; None before the first.

    Between two rounds the one before still asks for its evaluation.

    >>> ronde_op(verdeel(Schooljaar(2026), 2), date(2027, 2, 1))
    2
    """
    begonnen = [nummer for nummer, ronde in enumerate(rondes, start=1) if ronde.van <= dag]
    return begonnen[-1] if begonnen else None
