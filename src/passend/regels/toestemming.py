"""When the permission of parents counts: every parent who has authority gave it, and none ever said no to it.

A permission is free and specific, and is taken back as easily as it was given (AVG 4 onder 11 and 7 lid 3). The school
asks each parent with authority, and looks anew at each moment who those are: whoever gets authority later is asked
too, and until they answer nothing is shared. A no stays a no, also when the authority of who said it ends: else a
school could open again what a parent closed by ending the access of that parent. It must then be asked anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from passend.begrippen.periode import Periode
from passend.regels.bewaartermijnen import over_maanden
from passend.regels.parameterbestand import load_parameters


class Toestemmingsstand(StrEnum):
    """Whether a permission counts, and why it does not."""

    GELDT = "geldt"
    WACHT = "wacht"
    GEWEIGERD = "geweigerd"
    NIEMAND = "niemand"
    VOORBIJ = "voorbij"
    TERUGGENOMEN = "teruggenomen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitfeiten:
    """What one parent said: when they gave it, and when they took it back; both at once when they said no.

    An answer is taken only from who has authority at that moment.
    """

    gegeven_op: datetime
    ingetrokken_op: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toestemmingfeiten:
    """What was asked and answered: until when, who has authority and when, and what each of them decided.

    `ingetrokken_op` is when the school took its question back.
    """

    tot_en_met: date
    gezag: Mapping[int, Periode]
    besluiten: Mapping[int, Besluitfeiten] = field(default_factory=dict)
    ingetrokken_op: datetime | None = None


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


def gesloten_door(feiten: Toestemmingfeiten, *, op: datetime) -> tuple[int, ...]:
    """The parents who said no or took it back, and did not give it again; also who has no authority any more."""
    return tuple(
        ouder
        for ouder, besluit in feiten.besluiten.items()
        if besluit.ingetrokken_op is not None and besluit.ingetrokken_op <= op
    )


def toestemming_stand(feiten: Toestemmingfeiten, *, op: datetime) -> Toestemmingsstand:
    """Whether it counts: until the end of its last day, when somebody has authority, all who have agree, none said no.

    >>> from datetime import UTC
    >>> nee = datetime(2026, 9, 1, tzinfo=UTC)
    >>> besluiten = {1: Besluitfeiten(gegeven_op=nee, ingetrokken_op=nee), 2: Besluitfeiten(gegeven_op=nee)}
    >>> gezag = {1: Periode(date(2020, 1, 1), date(2026, 9, 1)), 2: Periode(date(2020, 1, 1))}
    >>> feiten = Toestemmingfeiten(tot_en_met=date(2026, 12, 31), gezag=gezag, besluiten=besluiten)
    >>> toestemming_stand(feiten, op=datetime(2026, 9, 2, tzinfo=UTC))
    <Toestemmingsstand.GEWEIGERD: 'geweigerd'>
    """
    redenen = {
        Toestemmingsstand.TERUGGENOMEN: feiten.ingetrokken_op is not None and feiten.ingetrokken_op <= op,
        Toestemmingsstand.VOORBIJ: op.date() > feiten.tot_en_met,
        Toestemmingsstand.GEWEIGERD: bool(gesloten_door(feiten, op=op)),
        Toestemmingsstand.NIEMAND: not _met_gezag(feiten, op),
        Toestemmingsstand.WACHT: bool(ontbrekende_ouders(feiten, op=op)),
    }
    return next((stand for stand, is_zo in redenen.items() if is_zo), Toestemmingsstand.GELDT)


def toestemming_geldt(feiten: Toestemmingfeiten, *, op: datetime) -> bool:
    """True when it counts at that moment."""
    return toestemming_stand(feiten, op=op) is Toestemmingsstand.GELDT


def uiterste_dag(gevraagd_op: date) -> date:
    """The last day until which parents can be asked to agree.

    >>> uiterste_dag(date(2026, 10, 5))
    datetime.date(2027, 10, 5)
    """
    return over_maanden(gevraagd_op, _meeste_maanden(gevraagd_op))


def vroegste_handtekening(op: date) -> date:
    """The first day on which a parent can have signed what is noted on this day: what is older would be over by now.

    >>> vroegste_handtekening(date(2026, 10, 5))
    datetime.date(2025, 10, 5)
    """
    dag = over_maanden(op, -_meeste_maanden(op))
    return dag if dag.day == op.day else dag - timedelta(days=1)


def _meeste_maanden(op: date) -> int:
    maanden = load_parameters("rechten")["duur_toestemming"].op(op).feiten["maanden"]
    return int(maanden)


def _met_gezag(feiten: Toestemmingfeiten, op: datetime) -> list[int]:
    return [ouder for ouder, periode in feiten.gezag.items() if periode.bevat(op.date())]


def _geldt(besluit: Besluitfeiten | None, op: datetime) -> bool:
    if besluit is None or besluit.gegeven_op > op:
        return False
    return besluit.ingetrokken_op is None or op < besluit.ingetrokken_op
