"""What was decided of pupils and is not done yet, for their group, their own page and their next meeting."""

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, QuerySet

from passend.begrippen.overleg import Overlegstand
from passend.leerlingen.models import Leerling
from passend.overleggen.models import Besluit, Overleg


@dataclass(frozen=True, slots=True, kw_only=True)
class Openafspraak:
    """A decision of a pupil: what, who does it, by when, and the meeting that took it."""

    wat: str
    wie: str
    uiterlijk_op: date | None
    overleg: Overleg


def list_open_afspraken(
    *,
    leerlingen: Collection[Leerling],
    zichtbaar: Callable[[], QuerySet[Overleg]],
    op: datetime | None = None,
    behalve: Overleg | None = None,
) -> dict[int, list[Openafspraak]]:
    """The open decisions of meetings that were closed, by the key of the pupil; what is due first on top.

    Args:
        leerlingen: of whom.
        zichtbaar: gives the meetings that somebody may read; it is asked only when there is a decision at all.
        op: what was open at that moment, of meetings closed before it; as it is now when left out.
        behalve: a meeting whose own decisions are left out.
    """
    over = Q(leerling__in=leerlingen) | Q(leerling__isnull=True, overleg__leerling__in=leerlingen)
    toen = Q(gedaan_op__isnull=True)
    if op is not None:
        toen = (toen | Q(gedaan_op__gt=op)) & Q(overleg__gesloten_op__lt=op)
    open_ = Besluit.objects.filter(
        over, toen, overleg__bestuur=F("bestuur"), overleg__stand=Overlegstand.GESLOTEN.value
    ).exclude(wat="")
    if behalve is not None:
        open_ = open_.exclude(overleg=behalve)
    besluiten = list(open_.select_related("overleg").prefetch_related("eigenaar").order_by("uiterlijk_op", "pk"))
    if not besluiten:
        return {}
    leesbaar = set(zichtbaar().filter(pk__in={een.overleg_id for een in besluiten}).values_list("pk", flat=True))
    per_leerling: dict[int, list[Openafspraak]] = defaultdict(list)
    for een in besluiten:
        leerling = een.leerling_id or een.overleg.leerling_id
        if leerling is not None and een.overleg_id in leesbaar:
            per_leerling[leerling].append(
                Openafspraak(
                    wat=een.wat,
                    wie=een.eigenaar.naam if een.eigenaar else "",
                    uiterlijk_op=een.uiterlijk_op,
                    overleg=een.overleg,
                )
            )
    return dict(per_leerling)
