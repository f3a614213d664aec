"""A Dutch school year: 1 August up to and including 31 July (WPO 1)."""

import re
from dataclasses import dataclass
from datetime import date

EERSTE_MAAND = 8
_VORM = re.compile(r"\b(20\d{2})\s*[-–/]\s*(20\d{2}|\d{2})\b")


@dataclass(frozen=True, slots=True, order=True)
class Schooljaar:
    """The school year that starts on 1 August of `beginjaar`."""

    beginjaar: int

    @classmethod
    def op(cls, dag: date) -> "Schooljaar":
        """The school year a day falls in.

        >>> str(Schooljaar.op(date(2026, 7, 31))), str(Schooljaar.op(date(2026, 8, 1)))
        ('2025-2026', '2026-2027')
        """
        return cls(dag.year if dag.month >= EERSTE_MAAND else dag.year - 1)

    @classmethod
    def uit_tekst(cls, tekst: str) -> "Schooljaar | None":
        """The first school year named in a text, or None; the two years must follow each other.

        >>> str(Schooljaar.uit_tekst("vastgesteld voor schooljaar 2023-2024"))
        '2023-2024'
        >>> Schooljaar.uit_tekst("periode 2019-2023") is None
        True
        """
        for gevonden in _VORM.finditer(tekst):
            begin, eind = int(gevonden[1]), int(gevonden[2]) % 100
            if eind == (begin + 1) % 100:
                return cls(begin)
        return None

    @property
    def begint_op(self) -> date:
        """The first day, 1 August."""
        return date(self.beginjaar, EERSTE_MAAND, 1)

    @property
    def eindigt_op(self) -> date:
        """The last day, 31 July."""
        return date(self.beginjaar + 1, EERSTE_MAAND - 1, 31)

    @property
    def vorige(self) -> "Schooljaar":
        """The year before."""
        return Schooljaar(self.beginjaar - 1)

    @property
    def volgende(self) -> "Schooljaar":
        """The year after."""
        return Schooljaar(self.beginjaar + 1)

    def __str__(self) -> str:
        return f"{self.beginjaar}-{self.beginjaar + 1}"
