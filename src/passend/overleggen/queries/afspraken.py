"""What was decided of pupils in meetings and is not done yet, for the overview of their group."""

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from passend.begrippen.overleg import Overlegstand
from passend.leerlingen.models import Leerling
from passend.overleggen.models import Besluit, Overleg


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepsafspraak:
    """A decision of a pupil: what, who does it, and by when."""

    wat: str
    wie: str
    uiterlijk_op: date | None


def list_groepsafspraken(
    *, leerlingen: Collection[Leerling], zichtbaar: Callable[[], QuerySet[Overleg]]
) -> dict[int, list[Groepsafspraak]]:
    """The open decisions of meetings that were closed, by the key of the pupil.

    `zichtbaar` gives the meetings that somebody may read; it is asked only when there is a decision at all.
    """
    over = Q(leerling__in=leerlingen) | Q(leerling__isnull=True, overleg__leerling__in=leerlingen)
    open_ = Besluit.objects.filter(
        over,
        gedaan_op__isnull=True,
        overleg__bestuur=F("bestuur"),
        overleg__stand=Overlegstand.GESLOTEN.value,
    ).exclude(wat="")
    besluiten = list(open_.select_related("overleg").prefetch_related("eigenaar").order_by("uiterlijk_op", "pk"))
    if not besluiten:
        return {}
    leesbaar = set(zichtbaar().filter(pk__in={een.overleg_id for een in besluiten}).values_list("pk", flat=True))
    per_leerling: dict[int, list[Groepsafspraak]] = defaultdict(list)
    for een in besluiten:
        leerling = een.leerling_id or een.overleg.leerling_id
        if leerling is not None and een.overleg_id in leesbaar:
            wie = een.eigenaar.naam if een.eigenaar else ""
            per_leerling[leerling].append(Groepsafspraak(wat=een.wat, wie=wie, uiterlijk_op=een.uiterlijk_op))
    return dict(per_leerling)
