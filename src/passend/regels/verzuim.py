"""How near absence without a good reason comes to what a school must report; other absence is counted apart.

A school reports a pupil who missed sixteen hours without a good reason in four teaching weeks that follow each other
(LPW 21a lid 1). A week without lessons is no teaching week. The four weeks can begin on any day, so every day that
can still count does: the warning comes early rather than late.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from passend.begrippen.periode import Periode
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.volgen import Verzuimsoort
from passend.regels.parameterbestand import load_parameters

DAG = timedelta(days=1)
DAGEN_PER_WEEK = 7
VERSTE_TERUG = 366  # days: no school has no lessons for so long
NUL = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzuimdag:
    """Hours of one kind on one day."""

    op: date
    soort: Verzuimsoort
    uren: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzuimsom:
    """What a kind comes to in a school year, and the last day on which it was."""

    keren: int
    uren: Decimal
    laatste_op: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzuimstand:
    """How it stands on a day.

    Attributes:
        uren: hours without a good reason in the window.
        venster: the days that were looked at, from the first of the four teaching weeks.
        bereikt: the highest threshold that was reached, of 8, 12 and 16; 0 for none.
        melden_vanaf: how many hours must be reported.
        gemeld_sinds: the first day of this school year on which so many were reached; None when never.
        laatste_op: the last day without a good reason in the window.
        per_soort: each kind in this school year, apart.
    """

    uren: Decimal
    venster: Periode
    bereikt: int
    melden_vanaf: int
    gemeld_sinds: date | None
    laatste_op: date | None
    per_soort: dict[Verzuimsoort, Verzuimsom]

    @property
    def is_melden(self) -> bool:
        """True when so many hours are in the window that the school must report them."""
        return self.uren >= self.melden_vanaf


def lesvenster(peildatum: date, *, vrij: Collection[date], lesweken: int) -> Periode:
    """The days up to `peildatum` that lie in so many teaching weeks; weeks without lessons in between come extra.

    >>> lesvenster(date(2026, 10, 30), vrij=(), lesweken=4).van
    datetime.date(2026, 10, 3)
    >>> herfst = [date(2026, 10, dag) for dag in range(17, 26)]
    >>> lesvenster(date(2026, 10, 30), vrij=herfst, lesweken=4).van
    datetime.date(2026, 9, 26)
    """
    te_gaan, dag = lesweken * DAGEN_PER_WEEK, peildatum
    for _stap in range(VERSTE_TERUG):
        if not is_vrije_week(dag, vrij):
            te_gaan -= 1
        if te_gaan == 0:
            break
        dag -= DAG
    return Periode(dag, peildatum)


def is_vrije_week(dag: date, vrij: Collection[date]) -> bool:
    """True when from Monday to Friday of that week there are no lessons.

    >>> is_vrije_week(date(2026, 10, 24), [date(2026, 10, dag) for dag in range(19, 24)])
    True
    """
    maandag = dag - dag.weekday() * DAG
    return all(maandag + nummer * DAG in vrij for nummer in range(5))


def verzuimstand(dagen: Collection[Verzuimdag], *, vrij: Collection[date], peildatum: date) -> Verzuimstand:
    """How near the absence of one pupil comes to what must be reported (LPW 21a lid 1).

    Args:
        dagen: the hours of the pupil, by day and kind.
        vrij: the days without lessons for everybody, as the holidays of the region of the school and its own free days;
            hours that were written down for such a day do not count, for there was nothing to miss.
        peildatum: the day that is asked about; what is after it does not count.

    >>> dagen = [Verzuimdag(op=date(2026, 11, 9), soort=Verzuimsoort.ONGEOORLOOFD, uren=Decimal("5.5"))] * 3
    >>> verzuimstand(dagen, vrij=(), peildatum=date(2026, 11, 13)).is_melden
    True
    """
    melding = load_parameters("verzuim")["melding"].op(peildatum).feiten
    drempels = [*load_parameters("verzuim")["waarschuwing"].op(peildatum).feiten["uren"], melding["uren"]]
    jaar = Schooljaar.op(peildatum)
    vrije_dagen, lesweken = frozenset(vrij), melding["lesweken"]
    tot_nu = [dag for dag in dagen if dag.op <= peildatum and dag.op not in vrije_dagen]
    zonder = sorted((dag for dag in tot_nu if dag.soort is Verzuimsoort.ONGEOORLOOFD), key=lambda dag: dag.op)
    venster = lesvenster(peildatum, vrij=vrije_dagen, lesweken=lesweken)
    uren = _uren(zonder, venster)
    eerder = (
        dag.op
        for dag in zonder
        if dag.op >= jaar.begint_op
        and _uren(zonder, lesvenster(dag.op, vrij=vrije_dagen, lesweken=lesweken)) >= melding["uren"]
    )
    return Verzuimstand(
        uren=uren,
        venster=venster,
        bereikt=max((drempel for drempel in drempels if uren >= drempel), default=0),
        melden_vanaf=melding["uren"],
        gemeld_sinds=next(eerder, None),
        laatste_op=max((dag.op for dag in zonder if venster.bevat(dag.op)), default=None),
        per_soort=_per_soort([dag for dag in tot_nu if dag.op >= jaar.begint_op]),
    )


def _uren(dagen: Collection[Verzuimdag], venster: Periode) -> Decimal:
    return sum((dag.uren for dag in dagen if venster.bevat(dag.op)), NUL)


def _per_soort(dagen: Collection[Verzuimdag]) -> dict[Verzuimsoort, Verzuimsom]:
    return {soort: _som([dag for dag in dagen if dag.soort is soort]) for soort in Verzuimsoort}


def _som(dagen: Collection[Verzuimdag]) -> Verzuimsom:
    uren, laatste_op = sum((dag.uren for dag in dagen), NUL), max((dag.op for dag in dagen), default=None)
    return Verzuimsom(keren=len(dagen), uren=uren, laatste_op=laatste_op)
