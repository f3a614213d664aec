"""The days on which no school of a region has lessons: the school holidays that the minister sets, by region.

The dates come from the package `holidays`, which has those of 2020 up to and including 2030. Of a year that it has not,
no day is free: then a window of teaching weeks is shorter than it could be, and a warning late; the tests turn red a
year before that.
"""

from datetime import date, timedelta
from functools import cache

from passend.begrippen.vakantieregio import Vakantieregio

DAG = timedelta(days=1)


@cache
def schoolvakanties(regio: Vakantieregio, jaar: int) -> frozenset[date]:
    """The days of school holidays in a calendar year.

    >>> date(2026, 10, 20) in schoolvakanties(Vakantieregio.MIDDEN, 2026)
    True
    """
    import holidays  # slow import: every country of the world

    vakanties = holidays.country_holidays("NL", subdiv=regio.value.capitalize(), years=jaar, categories=("school",))
    return frozenset(vakanties)


def vakanties_tussen(regio: Vakantieregio, van: date, tot_en_met: date) -> frozenset[date]:
    """The days of school holidays from a day until and including another."""
    dagen = (van + nummer * DAG for nummer in range((tot_en_met - van).days + 1))
    return frozenset(dag for dag in dagen if dag in schoolvakanties(regio, dag.year))
