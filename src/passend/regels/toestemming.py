"""When the permission of parents counts: every parent who has authority at that moment gave it, and none took it back.

A permission is free and specific, and is taken back as easily as it was given (AVG 4 onder 11 and 7 lid 3). The school
asks each parent with authority, and looks anew at each moment who those are: whoever gets authority later is asked
too, and until they answer nothing is shared.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from passend.begrippen.periode import Periode


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitfeiten:
    """What one parent said: when they gave it, and when they took it back."""

    gegeven_op: datetime
    ingetrokken_op: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toestemmingfeiten:
    """What was asked and answered: until when, who has authority and when, and what each of them decided."""

    tot_en_met: date
    gezag: Mapping[int, Periode]
    besluiten: Mapping[int, Besluitfeiten] = field(default_factory=dict)


def ontbrekende_ouders(feiten: Toestemmingfeiten, *, op: datetime) -> tuple[int, ...]:
    """The parents with authority who did not give it, or took it back.

    >>> from datetime import UTC
    >>> steeds, eerder = Periode(date(2020, 1, 1)), Periode(date(2020, 1, 1), date(2024, 1, 1))
    >>> gezag = {1: steeds, 2: eerder, 3: steeds}
    >>> besluiten = {1: Besluitfeiten(gegeven_op=datetime(2026, 9, 1, tzinfo=UTC))}
    >>> feiten = Toestemmingfeiten(tot_en_met=date(2026, 12, 31), gezag=gezag, besluiten=besluiten)
    >>> ontbrekende_ouders(feiten, op=datetime(2026, 9, 2, tzinfo=UTC))
    (3,)
    """
    return tuple(ouder for ouder in _met_gezag(feiten, op) if not _geldt(feiten.besluiten.get(ouder), op))


def toestemming_geldt(feiten: Toestemmingfeiten, *, op: datetime) -> bool:
    """True until the end of its last day, when somebody has authority and everybody who has it agrees."""
    return op.date() <= feiten.tot_en_met and bool(_met_gezag(feiten, op)) and not ontbrekende_ouders(feiten, op=op)


def _met_gezag(feiten: Toestemmingfeiten, op: datetime) -> list[int]:
    return [ouder for ouder, periode in feiten.gezag.items() if periode.bevat(op.date())]


def _geldt(besluit: Besluitfeiten | None, op: datetime) -> bool:
    if besluit is None or besluit.gegeven_op > op:
        return False
    return besluit.ingetrokken_op is None or op < besluit.ingetrokken_op
