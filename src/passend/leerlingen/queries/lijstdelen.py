"""What else than pupils can be on a list for the board: rooms above this one say what, and let it go on its yes."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from passend.begrippen.bewaren import Bewaarklasse
from passend.leerlingen.models import Vernietigingslijst
from passend.regels.vernietiging import Vernietigingsbezwaar


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijstregel:
    """One class on a list, as the board sees it: of how many children, and in which year the term began."""

    klasse: Bewaarklasse
    leerlingen: int
    jaren: Mapping[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeluitkomst:
    """What went of one part of a list: of how many children, on which ground, how many rows, and what stayed why."""

    klasse: Bewaarklasse
    grondslag: str
    kinderen: int
    aantallen: Mapping[str, int]
    overgeslagen: Mapping[Vernietigingsbezwaar, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijstdeel:
    """How a room counts what is on lists, by the key of the list; destroys what may go; and takes the rest off a list.

    `vernietig` gives nothing back for a list on which there is nothing of it.
    """

    tel: Callable[[Collection[Vernietigingslijst]], Mapping[int, Lijstregel]]
    vernietig: Callable[[Vernietigingslijst, date], Deeluitkomst | None]
    laat_los: Callable[[Vernietigingslijst], None]


_DELEN: dict[str, Lijstdeel] = {}


def register_lijstdeel(naam: str, deel: Lijstdeel) -> None:
    """Let lists hold what a room above this one keeps."""
    _DELEN[naam] = deel


def list_lijstdelen() -> Iterable[Lijstdeel]:
    """Every part a list can have beside pupils."""
    return _DELEN.values()
