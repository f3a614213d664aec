"""A stretch of days."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Periode:
    """From a day until and including another; without an end it still goes on."""

    van: date
    tot_en_met: date | None = None

    def bevat(self, dag: date) -> bool:
        """True when a day lies in it.

        >>> Periode(date(2026, 8, 1), date(2026, 8, 2)).bevat(date(2026, 8, 2))
        True
        """
        return self.van <= dag and (self.tot_en_met is None or dag <= self.tot_en_met)
