"""What the files of pupils ask of somebody today."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Min, QuerySet
from django.utils import timezone

from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.models import Noodinzage, Vernietigingslijst, Zienswijze
from passend.regels.verzoek import antwoord_uiterlijk_op

NOODINZAGE, VERZOEK, VERNIETIGING = "noodinzage", "verzoek", "vernietiging"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerlingtaak:
    """One thing at one site, how often it is there, and by when it must be done."""

    soort: str
    vestiging: int
    aantal: int
    uiterlijk_op: date | None = None


def list_leerlingtaken(*, rollen: Mapping[int, Collection[Rolsoort]]) -> list[Leerlingtaak]:
    """What waits at the sites of somebody, by the roles they have there; what must be done first stands first."""

    def bij(*soorten: Rolsoort) -> list[int]:
        return [vestiging for vestiging, eigen in rollen.items() if set(soorten) & set(eigen)]

    directeur, school = bij(Rolsoort.DIRECTEUR), bij(Rolsoort.DIRECTEUR, Rolsoort.INTERN_BEGELEIDER)
    taken = [
        *_verzoeken(school),
        *_tel(NOODINZAGE, Noodinzage.objects.filter(gezien_op__isnull=True), directeur, "leerling__"),
        *_tel(VERNIETIGING, Vernietigingslijst.objects.filter(afgehandeld_op__isnull=True), bij(Rolsoort.BESTUURDER)),
    ]
    return sorted(taken, key=lambda taak: taak.uiterlijk_op or date.max)


def _verzoeken(vestigingen: Collection[int]) -> list[Leerlingtaak]:
    if not vestigingen:
        return []
    open_ = Zienswijze.objects.filter(
        is_verzoek=True,
        besloten_op__isnull=True,
        stuk__bestuur=F("bestuur"),
        stuk__leerling__bestuur=F("bestuur"),
        stuk__leerling__vestiging__in=vestigingen,
    )
    per_school = open_.order_by().values_list("stuk__leerling__vestiging").annotate(Count("pk"), Min("ingediend_op"))
    return [
        Leerlingtaak(
            soort=VERZOEK,
            vestiging=vestiging,
            aantal=aantal,
            uiterlijk_op=antwoord_uiterlijk_op(timezone.localtime(eerste).date()),
        )
        for vestiging, aantal, eerste in per_school
    ]


def _tel(soort: str, rijen: QuerySet[Any], vestigingen: Collection[int], pad: str = "") -> list[Leerlingtaak]:
    if not vestigingen:
        return []
    hier: dict[str, Any] = {f"{pad}vestiging__in": vestigingen}
    if pad:
        hier[f"{pad}bestuur"] = F("bestuur")
    per_school = rijen.filter(**hier).order_by().values_list(f"{pad}vestiging").annotate(Count("pk"))
    return [Leerlingtaak(soort=soort, vestiging=vestiging, aantal=aantal) for vestiging, aantal in per_school]
