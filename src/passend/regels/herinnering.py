"""When somebody is reminded of a day: shortly before it, once, and never of what is over."""

from collections.abc import Mapping
from datetime import date

from passend.begrippen.agenda import Agendasoort

DAGEN_VOORAF: Mapping[Agendasoort, int] = {
    Agendasoort.OVERLEG: 1,
    Agendasoort.TOESTEMMING_GEVRAAGD: 7,
    Agendasoort.OPP_MAKEN: 7,
    Agendasoort.OPP_EVALUEREN: 14,
}
ANDERS = 3


def moet_herinneren(soort: Agendasoort, dag: date, *, vandaag: date) -> bool:
    """True from so many days before it until the day itself.

    >>> moet_herinneren(Agendasoort.OVERLEG, date(2026, 10, 6), vandaag=date(2026, 10, 5))
    True
    >>> moet_herinneren(Agendasoort.OVERLEG, date(2026, 10, 4), vandaag=date(2026, 10, 5))
    False
    """
    return 0 <= (dag - vandaag).days <= DAGEN_VOORAF.get(soort, ANDERS)
