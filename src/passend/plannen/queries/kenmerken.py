"""The phrases about pupils that hold on a day."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import F, Q, QuerySet

from passend.begrippen.hgw import Kenmerksoort
from passend.leerlingen.models import Leerling
from passend.plannen.models import Leerlingkenmerk

type Kenmerken = Mapping[Kenmerksoort, list[Leerlingkenmerk]]


def geldige_kenmerken(peildatum: date) -> QuerySet[Leerlingkenmerk]:
    """All phrases in scope that hold on a day, oldest first."""
    geldig = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=peildatum)
    return Leerlingkenmerk.objects.filter(geldig, geldig_van__lte=peildatum)


def list_kenmerken(*, leerlingen: Collection[Leerling], peildatum: date) -> dict[int, Kenmerken]:
    """What holds on a day for each of these pupils, by kind, by the key of the pupil."""
    kenmerken: dict[int, dict[Kenmerksoort, list[Leerlingkenmerk]]] = {
        leerling.pk: {soort: [] for soort in Kenmerksoort} for leerling in leerlingen
    }
    for een in geldige_kenmerken(peildatum).filter(leerling__in=kenmerken):
        kenmerken[een.leerling_id][Kenmerksoort(een.soort)].append(een)
    return dict(kenmerken)


def list_kenmerkverleden(*, leerling: Leerling, peildatum: date) -> list[Leerlingkenmerk]:
    """What held before, newest end first; what was taken back on the day itself never held."""
    voorbij = Leerlingkenmerk.objects.filter(
        leerling=leerling, geldig_tot_en_met__lt=peildatum, geldig_tot_en_met__gte=F("geldig_van")
    )
    return list(voorbij.order_by("-geldig_tot_en_met", "-pk"))
