"""What keeps a pupil at a school: rooms that know of something that must come first say so here."""

from collections.abc import Callable
from datetime import date

from passend.leerlingen.models import Leerling

type Uitschrijfpoort = Callable[[Leerling, date], str]
"""Of a pupil on a day: why they cannot be deregistered yet; nothing when they can."""
_POORTEN: dict[str, Uitschrijfpoort] = {}


def register_uitschrijfpoort(naam: str, poort: Uitschrijfpoort) -> None:
    """Let a room say why a pupil stays."""
    _POORTEN[naam] = poort


def why_may_not_leave(leerling: Leerling, *, op: date) -> str:
    """The first thing that must come before a pupil leaves; empty when nothing does."""
    return next((zin for poort in _POORTEN.values() if (zin := poort(leerling, op))), "")
