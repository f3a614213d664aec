"""A part of the file of a pupil as plain data, the same for a machine and for paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubriek:
    """One kind of thing that a file holds, with everything of it.

    Attributes:
        naam: what a machine calls it, as `toetsresultaten`.
        kop: what a person reads above it.
        velden: what a person calls each value, in the order in which it is shown.
        regels: the values by field; a day or moment in ISO 8601.
        is_doorlopend: True when the values are long, and read better under each other than in a table.
    """

    naam: str
    kop: str
    velden: Mapping[str, str]
    regels: Sequence[Mapping[str, str | int | float | bool | None]]
    is_doorlopend: bool = False
