"""One value out of a file: a day, a name, a code; or a sentence about what is wrong with it."""

import re
from datetime import date
from functools import lru_cache

_DAG = re.compile(r"(-?\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?")  # xs:date, of which the time zone says nothing here
_LENGTE_DAG = 10


class WaardeError(ValueError):
    """A value that cannot be; `wat` is the part of the file it stands in."""

    def __init__(self, wat: str, reden: str) -> None:
        super().__init__(reden)
        self.wat = wat


@lru_cache(maxsize=8192)  # pupils share the days on which they come and are born
def lees_dag(wat: str, tekst: str) -> date:
    """A day of the calendar.

    >>> lees_dag("geboortedatum", "2018-03-14")
    datetime.date(2018, 3, 14)

    Raises:
        WaardeError: the calendar has no such day.
    """
    kaal = tekst
    if len(tekst) != _LENGTE_DAG or tekst[4] != "-":
        gevonden = _DAG.fullmatch(tekst.strip())
        kaal = gevonden[1] if gevonden else ""
    try:
        return date.fromisoformat(kaal)
    except ValueError:
        raise WaardeError(
            wat, f"De {wat} '{tekst}' bestaat niet. Schrijf een dag als 2018-03-14, en kijk de maand na."
        ) from None
