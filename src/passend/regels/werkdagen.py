"""Days on which an office is open: what a last day comes to when it is not one (Algemene termijnenwet 1 and 3)."""

from datetime import date, timedelta
from functools import cache

ZATERDAG = 5
EEN_DAG = timedelta(days=1)


def is_werkdag(dag: date) -> bool:
    """True for a day from Monday to Friday that is no public holiday.

    >>> is_werkdag(date(2026, 10, 26)), is_werkdag(date(2026, 12, 25)), is_werkdag(date(2026, 10, 24))
    (True, False, False)
    """
    return dag.weekday() < ZATERDAG and dag not in _feestdagen(dag.year)


def laatste_werkdag(dag: date) -> date:
    """The day itself, or the last one before it on which an office is open: who acts by then is never too late.

    >>> laatste_werkdag(date(2026, 12, 27))
    datetime.date(2026, 12, 24)
    """
    while not is_werkdag(dag):
        dag -= EEN_DAG
    return dag


@cache
def _feestdagen(jaar: int) -> frozenset[date]:
    import holidays  # slow import: every country of the world

    return frozenset(holidays.country_holidays("NL", years=jaar, categories=("public", "optional")))
