"""What keeps data of a pupil from being destroyed: rooms that know of an objection or a dispute say so here.

This room itself knows of requests of parents to put something right.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime

from django.db.models import F
from django.utils import timezone

from passend.begrippen.bewaren import Lopend
from passend.leerlingen.models import Leerling, Zienswijze
from passend.regels.aanhouding import lopend_verzoek

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


def list_verzoek_lopend(leerlingen: Collection[Leerling], peildatum: date) -> dict[int, list[Lopend]]:
    """Of each of these pupils of whose file parents asked to put something right, and wait for an answer."""
    verzoeken: dict[int, list[tuple[date, date | None]]] = defaultdict(list)
    gevraagd = Zienswijze.objects.filter(is_verzoek=True, stuk__bestuur=F("bestuur"), stuk__leerling__in=leerlingen)
    for leerling, ingediend_op, besloten_op in gevraagd.values_list("stuk__leerling", "ingediend_op", "besloten_op"):
        verzoeken[leerling].append((_dag(ingediend_op), None if besloten_op is None else _dag(besloten_op)))
    lopend = {leerling: lopend_verzoek(eigen, peildatum=peildatum) for leerling, eigen in verzoeken.items()}
    return {leerling: [een] for leerling, een in lopend.items() if een is not None}


def _dag(moment: datetime) -> date:
    return timezone.localtime(moment).date()


def _eerst(een: Lopend) -> tuple[date, str, str]:
    return (een.dag, een.besluit, een.stand)
