"""What a file says of the pupils of a school: plain values, whatever the file was."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class OnleesbaarError(ValueError):
    """A file of which nothing can be taken; the text says on which line, why, and what to do."""


class GeweigerdBestandError(OnleesbaarError):
    """A file that is sealed, and that does not come from who it says, is for another, or was changed on its way."""


def kort_kenmerk(waarde: object) -> str:
    """A short word that is the same for the same facts, and another for others.

    >>> kort_kenmerk((2, "Pip")) == kort_kenmerk((2, "Pip")), kort_kenmerk((2, "Pip")) == kort_kenmerk((3, "Pip"))
    (True, False)
    """
    return hashlib.sha256(repr(waarde).encode()).hexdigest()[:16]


def bij_vestiging(opgave: "Opgave", sleutel: str) -> "Opgave":
    """The same with the pupils of one of its sites, and the groups they are in; who is at no site stays."""
    leerlingen = [een for een in opgave.leerlingen if een.vestiging in {"", sleutel}]
    hier = {een.groep for een in leerlingen}
    elders = {een.groep for een in opgave.leerlingen} - hier
    return replace(
        opgave,
        leerlingen=leerlingen,
        groepen=tuple(groep for groep in opgave.groepen if groep in hier),
        leerkrachten=[
            replace(een, groepen=tuple(groep for groep in een.groepen if groep not in elders))
            for een in opgave.leerkrachten
        ],
    )


class Invoersoort(StrEnum):
    """What kind of file it was."""

    EDEXML = "edexml"
    UWLR = "uwlr"
    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ouderopgave:
    """A parent; `heeft_gezag` is None where the file does not say it."""

    naam: str
    email: str = ""
    heeft_gezag: bool | None = None


class Invoerinhoud(StrEnum):
    """What a file is about."""

    LEERLINGEN = "leerlingen"
    TOETSRESULTATEN = "toetsresultaten"


class Leerlingopgave(NamedTuple):
    """A pupil as a line of the file has it; `sleutel` is the key of the administration, empty where there is none.

    A tuple with names, for a file can have a hundred thousand of them, and a frozen dataclass takes six times as long.
    `groep` is the name of the group, None where the file says nothing of groups; `ouders` idem.
    """

    regel: int
    sleutel: str
    voornaam: str
    achternaam: str
    geboren_op: date
    ingeschreven_op: date | None = None
    uitgeschreven_op: date | None = None
    groep: str | None = None
    ouders: tuple[Ouderopgave, ...] | None = None
    vestiging: str = ""

    @property
    def naam(self) -> str:
        """The name as one says it."""
        return f"{self.voornaam} {self.achternaam}"

    @property
    def kenmerk(self) -> str:
        """Tells this line from the others; the number of a line does not, for a file in XML can be of one line."""
        return kort_kenmerk(self)


@dataclass(frozen=True, slots=True)
class Leerkrachtopgave:
    """A teacher, with the names of the groups."""

    regel: int
    naam: str
    email: str
    groepen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weigering:
    """A line that is not taken, whom it is about, and why, in a sentence that says what to do.

    `sleutel` is the key of the pupil in the administration, where the line has one.
    """

    regel: int
    wie: str
    reden: str
    sleutel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgave:
    """Everything a file says, and what could not be read from it.

    `schooljaar` and `brin` are empty where the file does not say them. `vestigingen` gives the key and the name of each
    site that it names. `opmerkingen` are sentences about what was left out on purpose,
    and `twijfel` is one that somebody has to answer before anything is taken over; empty when there is none.
    """

    soort: Invoersoort
    schooljaar: str = ""
    brin: str = ""
    vestigingen: tuple[tuple[str, str], ...] = ()
    groepen: tuple[str, ...] = ()
    leerlingen: list[Leerlingopgave] = field(default_factory=list)
    leerkrachten: list[Leerkrachtopgave] = field(default_factory=list)
    weigeringen: list[Weigering] = field(default_factory=list)
    opmerkingen: tuple[str, ...] = ()
    twijfel: str = ""
