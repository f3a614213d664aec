"""Pointing from a cluster of a group plan at what the school offers, and at the needs of who is in it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from passend.begrippen.hgw import Cluster
from passend.plannen.actions.groepsplannen import behoefterijen, lock_groepsplan, log_groepsplan, mag_groep
from passend.plannen.models import Clusterbehoefte, Clusterplaats, Groepsplan, Groepsplancluster
from passend.plannen.permissions import visible_in_groep
from passend.plannen.queries.beloften import list_beloften
from passend.plannen.queries.clusterbehoeften import list_behoeften, list_gekozen
from passend.plannen.queries.groepsplannen import get_cluster
from passend.toegang.models import Account


@dataclass(frozen=True, slots=True)
class Clusterkeuze:
    """The row of the profile and the needs that a cluster points at, by their keys."""

    onderdeel: str = ""
    behoeften: frozenset[int] = frozenset()


@transaction.atomic
def point_cluster(
    *, actor: Account, plan: Groepsplan, cluster: Cluster, gekozen: Clusterkeuze, gezien: Clusterkeuze, op: datetime
) -> Groepsplancluster:
    """Say which offer of the school a cluster uses, and for which needs of the pupils in it.

    Only what differs from what the writer saw changes, so that two who choose at once lose nothing. What the school
    does not offer, and a need of nobody in the cluster, is left out.

    Raises:
        GeenToegangError: the actor does not teach or guide this group.
        PlanError: the plan is closed.
    """
    reden = mag_groep(actor, plan.groep, op)
    lock_groepsplan(plan)
    rij = get_cluster(plan=plan, cluster=cluster)
    if gekozen.onderdeel != gezien.onderdeel:
        rij.belofte = list_beloften(vestiging=plan.groep.vestiging).get(gekozen.onderdeel, "")
        rij.onderdeel = gekozen.onderdeel if rij.belofte else ""
    rij.gewijzigd_op, rij.gewijzigd_door = op, actor
    rij.save(update_fields=["onderdeel", "belofte", "gewijzigd_op", "gewijzigd_door"])
    erin = _wie_zit_erin(actor, plan, cluster, op)
    huidig = list_gekozen(plan=plan, leerlingen=erin)
    mogelijk = {een.pk for een in list_behoeften(leerlingen=erin, peildatum=op.date())}
    weg = (gezien.behoeften - gekozen.behoeften) & huidig.keys()
    erbij = ((gekozen.behoeften - gezien.behoeften) & mogelijk) - huidig.keys()
    Clusterbehoefte.objects.filter(groepsplancluster=rij, kenmerk__in=weg).delete()
    Clusterbehoefte.objects.bulk_create(behoefterijen(rij, sorted(erbij)))
    log_groepsplan(actor, plan, "save_clustertekst", reden, op)
    return rij


def _wie_zit_erin(actor: Account, plan: Groepsplan, cluster: Cluster, op: datetime) -> set[int]:
    zichtbaar = set(visible_in_groep(actor, plan.groep, op=op).values_list("pk", flat=True))
    erin = Clusterplaats.objects.filter(groepsplan=plan, cluster=cluster, leerling__in=zichtbaar)
    return set(erin.values_list("leerling", flat=True))
