"""What rooms above this one have going for a pupil: plans with their period, and days to come.

They hand it in with `register_vervolg`, so that the page of a pupil can show it without this room knowing plans or
meetings.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.leerlingen.models import Leerling


@dataclass(frozen=True, slots=True, kw_only=True)
class Planperiode:
    """That something extra was done for a pupil, from a day until a day; for one subject, or for all when empty."""

    naam: str
    vak: str
    van: date
    tot_en_met: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraak:
    """A day to come, and what is then; `is_getypt` when that is in the words of somebody of the school."""

    op: date
    wat: str
    is_getypt: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Vervolg:
    """What one room hands in, or all of them together; the days in order."""

    periodes: Sequence[Planperiode] = ()
    afspraken: Sequence[Afspraak] = ()


type Vervolggever = Callable[[Leerling, Collection[Vertrouwelijkheid], date], Vervolg]

_GEVERS: dict[str, Vervolggever] = {}


def register_vervolg(kamer: str, gever: Vervolggever) -> None:
    """Let a room hand in what it has going for a pupil, of the classes that the reader may see whole."""
    _GEVERS[kamer] = gever


def get_vervolg(*, leerling: Leerling, klassen: Collection[Vertrouwelijkheid], peildatum: date) -> Vervolg:
    """What goes on for a pupil; of the days only those that are still to come, nearest first."""
    alles = [gever(leerling, klassen, peildatum) for gever in _GEVERS.values()]
    return Vervolg(
        periodes=sorted((een for deel in alles for een in deel.periodes), key=lambda een: (een.van, een.naam)),
        afspraken=sorted(
            (een for deel in alles for een in deel.afspraken if een.op >= peildatum), key=lambda een: (een.op, een.wat)
        ),
    )
