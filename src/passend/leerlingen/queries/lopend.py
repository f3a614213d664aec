"""What keeps data of a pupil from being destroyed: rooms that know of an objection or a dispute say so here."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from datetime import date

from passend.begrippen.bewaren import Lopend
from passend.leerlingen.models import Leerling

type Aanhouder = Callable[[Collection[Leerling], date], Mapping[int, Collection[Lopend]]]
"""Of pupils on a day: what goes on about each of them, by the key of the pupil; the same number of questions always."""
_AANHOUDERS: dict[str, Aanhouder] = {}


def register_aanhouder(naam: str, aanhouder: Aanhouder) -> None:
    """Let a room above this one say what goes on about pupils."""
    _AANHOUDERS[naam] = aanhouder


def list_lopend(*, leerlingen: Collection[Leerling], peildatum: date) -> dict[int, tuple[Lopend, ...]]:
    """What goes on about each of these pupils on a day; a pupil about whom nothing does is not in it."""
    lopend: dict[int, list[Lopend]] = defaultdict(list)
    for aanhouder in _AANHOUDERS.values() if leerlingen else ():
        for leerling, delen in aanhouder(leerlingen, peildatum).items():
            lopend[leerling].extend(delen)
    return {leerling: tuple(sorted(delen, key=_eerst)) for leerling, delen in lopend.items() if delen}


def _eerst(een: Lopend) -> tuple[date, str, str]:
    return (een.dag, een.besluit, een.stand)
