"""A part of the file of a pupil as plain data, the same for a machine and for paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubriek:
    """One kind of thing that a file holds, with everything of it.

    Attributes:
        naam: what a machine calls it, as `toetsresultaten`.
        kop: what a person reads above it.
        velden: what a person calls each value, in the order in which it is shown.
        regels: the values by field; a day or moment in ISO 8601.
        sleutels: of each line to which part of the file it belongs, as `plannen:12`; empty of a section without parts.
        titels: what the parts that begin in this section are called, by their key.
        dagen: of which day each of those is, so that the newest stands first in a list of them.
        deelkop: the heading above them in such a list, where it is not `kop`.
        buiten_deel: the fields that are no part of them: what a parent said of it, which nobody else puts right.
        uitgelicht: the fields that such a list shows with each of them, to tell two from each other.
        is_doorlopend: True when the values are long, and read better under each other than in a table.
    """

    naam: str
    kop: str
    velden: Mapping[str, str]
    regels: Sequence[Mapping[str, str | int | float | bool | None]]
    is_doorlopend: bool = False
    sleutels: Sequence[str] = ()
    titels: Mapping[str, str] = field(default_factory=dict)
    dagen: Mapping[str, date] = field(default_factory=dict)
    deelkop: str = ""
    buiten_deel: Sequence[str] = ()
    uitgelicht: Sequence[str] = ()


DEELVELDEN = frozenset({"sleutels", "titels", "dagen", "deelkop", "buiten_deel", "uitgelicht"})
"""What of a section is about its parts: for our own pages, and goes along with nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossierbestand:
    """A file that is part of a file of a pupil: what it is with, what it is called, and what is in it.

    `inhoud` is None when it is locked with a key that is there no more.
    """

    bij: str
    naam: str
    extensie: str
    inhoud: bytes | None = field(repr=False)
