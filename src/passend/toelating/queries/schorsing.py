"""Suspensions, and removals with everything that happened on the way to them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q

from passend.begrippen.aanmelding import Oudertaal
from passend.leerlingen.models import Leerling
from passend.organisaties.models import Vestiging
from passend.regels.schorsing import Schorsingsfeiten
from passend.regels.verwijdering import Verwijderingsfeiten
from passend.toelating.models import Aanmelding, Schorsing, Toelatingsbeleid, Verwijdergebeurtenis, Verwijdering
from passend.toelating.queries.aanmeldingen import get_beleid
from passend.toelating.queries.feiten import get_schorsingsfeiten, get_verwijderingsfeiten

__all__ = ["Schorsing", "Verwijdering"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwijderzaak:
    """A removal with what happened, and the facts of it."""

    verwijdering: Verwijdering
    gebeurtenissen: list[Verwijdergebeurtenis]
    feiten: Verwijderingsfeiten


def get_oudertaal(*, leerling: Leerling) -> Oudertaal:
    """In which language the parents of a pupil read letters, as the newest registration says; Dutch without one."""
    talen = Aanmelding.objects.filter(leerling=leerling).order_by("-ontvangen_op", "-pk")
    return Oudertaal(talen.values_list("oudertaal", flat=True).first() or Oudertaal.NEDERLANDS)


def list_schorsingen(*, leerling: Leerling) -> list[tuple[Schorsing, Schorsingsfeiten]]:
    """The suspensions of a pupil with their facts, newest first."""
    rijen = Schorsing.objects.filter(leerling=leerling).select_related("besloten_door").order_by("-geldig_van", "-pk")
    return [(rij, get_schorsingsfeiten(schorsing=rij)) for rij in rijen]


def list_schorsingen_bij(
    *, vestigingen: Collection[Vestiging], peildatum: date
) -> list[tuple[Schorsing, Schorsingsfeiten]]:
    """The suspensions at these sites with their facts, of which something can still be due; one question."""
    niet_gemeld = Q(inspectie_gemeld_op__isnull=True, geldig_tot_en_met__gt=F("geldig_van"))
    rijen = Schorsing.objects.filter(
        niet_gemeld | Q(geldig_tot_en_met__gte=peildatum),
        leerling__bestuur=F("bestuur"),
        leerling__vestiging__in=vestigingen,
    )
    return [(rij, get_schorsingsfeiten(schorsing=rij)) for rij in rijen.select_related("leerling")]


def get_schorsing(*, leerling: Leerling, pk: int) -> Schorsing | None:
    """One suspension of a pupil."""
    return Schorsing.objects.filter(leerling=leerling, pk=pk).first()


def list_verwijderingen(*, leerling: Leerling) -> list[Verwijdering]:
    """The removals of a pupil, newest first."""
    return list(Verwijdering.objects.filter(leerling=leerling).order_by("-begonnen_op", "-pk"))


def list_verwijderingen_bij(*, vestiging: Vestiging) -> list[Verwijdering]:
    """The removals of a school of pupils who are still there."""
    rijen = Verwijdering.objects.filter(
        leerling__bestuur=F("bestuur"), leerling__vestiging=vestiging, leerling__uitgeschreven_op__isnull=True
    )
    return list(rijen.select_related("leerling"))


def get_verwijdering(*, vestiging: Vestiging, sleutel: UUID) -> Verwijdering | None:
    """One removal at a site; None when it is not there."""
    rijen = Verwijdering.objects.filter(leerling__bestuur=F("bestuur"), leerling__vestiging=vestiging, sleutel=sleutel)
    return rijen.select_related("leerling__vestiging__bestuur__samenwerkingsverband").first()


def list_verwijderzaken(*, vestigingen: Collection[Vestiging]) -> list[Verwijderzaak]:
    """The removals at these sites, each with everything about it; three questions, however many there are."""
    rijen = Verwijdering.objects.filter(leerling__bestuur=F("bestuur"), leerling__vestiging__in=vestigingen)
    verwijderingen = list(rijen.select_related("leerling"))
    if not verwijderingen:
        return []
    gebeurd: dict[int, list[Verwijdergebeurtenis]] = defaultdict(list)
    for een in Verwijdergebeurtenis.objects.filter(verwijdering__in=verwijderingen).order_by("op", "pk"):
        gebeurd[een.verwijdering_id].append(een)
    beleid = {een.vestiging_id: een for een in Toelatingsbeleid.objects.filter(vestiging__in=vestigingen)}
    return [
        Verwijderzaak(
            verwijdering=een,
            gebeurtenissen=gebeurd[een.pk],
            feiten=get_verwijderingsfeiten(
                verwijdering=een, gebeurtenissen=gebeurd[een.pk], beleid=beleid.get(een.leerling.vestiging_id)
            ),
        )
        for een in verwijderingen
    ]


def get_verwijderzaak(*, verwijdering: Verwijdering) -> Verwijderzaak:
    """Everything about one removal."""
    rijen = Verwijdergebeurtenis.objects.filter(verwijdering=verwijdering).select_related("door").order_by("op", "pk")
    gebeurtenissen = list(rijen)
    return Verwijderzaak(
        verwijdering=verwijdering,
        gebeurtenissen=gebeurtenissen,
        feiten=get_verwijderingsfeiten(
            verwijdering=verwijdering,
            gebeurtenissen=gebeurtenissen,
            beleid=get_beleid(vestiging=verwijdering.leerling.vestiging),
        ),
    )
