"""Group plans as they are, and as they were the round before."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from passend.begrippen.hgw import Cluster, Uitkomst
from passend.leerlingen.models import Leerling
from passend.organisaties.models import Groep
from passend.plannen.models import Clusterplaats, Groepsplan, Groepsplancluster
from passend.regels.groepsplannen import Clusterfeiten


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusterbeeld:
    """One cluster of a plan: what it says, what it said the round before, and who is in it."""

    cluster: Cluster
    rij: Groepsplancluster
    vorig: Groepsplancluster | None
    plaatsen: list[Clusterplaats]

    @property
    def feiten(self) -> Clusterfeiten:
        """What the rules look at."""
        return Clusterfeiten(
            leerlingen=len(self.plaatsen),
            doel=self.rij.doel,
            aanpak=self.rij.aanpak,
            uitkomst=Uitkomst(self.rij.uitkomst) if self.rij.uitkomst else None,
            evaluatie=self.rij.evaluatie,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepsplanbeeld:
    """A plan whole, as somebody may see it: only pupils who are visible to them."""

    plan: Groepsplan
    clusters: dict[Cluster, Clusterbeeld]
    zonder: list[Leerling]
    eerder: Mapping[int, str]
    volgende: Groepsplan | None

    @property
    def feiten(self) -> Mapping[Cluster, Clusterfeiten]:
        """What the rules look at, by cluster."""
        return {cluster: beeld.feiten for cluster, beeld in self.clusters.items()}


def list_groepsplannen(*, groep: Groep) -> QuerySet[Groepsplan]:
    """The plans of a group, newest round first."""
    plannen = Groepsplan.objects.filter(groep=groep, bestuur=groep.bestuur_id, ronde__bestuur=groep.bestuur_id)
    return plannen.select_related("ronde").order_by("-ronde__nummer", "vak", "pk")


def nu_en_eerder(plannen: Iterable[Groepsplan]) -> tuple[list[Groepsplan], list[Groepsplan]]:
    """The newest plan of each subject, and the others.

    Each subject goes on at its own pace: that one is closed moves no other, so that a plan that runs is always there.
    """
    op_volgorde = sorted(plannen, key=lambda plan: -plan.ronde.nummer)
    nu: dict[str, Groepsplan] = {}
    for plan in op_volgorde:
        nu.setdefault(plan.vak, plan)
    return sorted(nu.values(), key=lambda plan: plan.vak), [plan for plan in op_volgorde if nu[plan.vak] is not plan]


def get_groepsplan(*, groep: Groep, pk: int) -> Groepsplan | None:
    """One plan of a group, with its round; None when it is another's."""
    plan = list_groepsplannen(groep=groep).select_related("ronde", "afgesloten_door").filter(pk=pk).first()
    if plan is not None:
        plan.groep = groep
    return plan


def get_beeld(
    *, plan: Groepsplan, leerlingen: Collection[Leerling], mag_zien: Collection[Leerling] | None = None
) -> Groepsplanbeeld:
    """A plan with everything in it.

    Args:
        plan: the plan.
        leerlingen: who is in the group now, as far as one may see them.
        mag_zien: for a plan of the past, everybody one may see; by default who is in the group now.
    """
    zichtbaar = {leerling.pk: leerling for leerling in (leerlingen if mag_zien is None else mag_zien)}
    plaatsen = Clusterplaats.objects.filter(groepsplan=plan, leerling__in=zichtbaar)
    per_leerling = {plaats.leerling_id: plaats for plaats in plaatsen}
    for pk, plaats in per_leerling.items():
        plaats.leerling = zichtbaar[pk]
    eerder = Clusterplaats.objects.filter(groepsplan=plan.vorige_id, leerling__in=zichtbaar)
    rijen = {rij.cluster: rij for rij in plan.clusters.filter(bestuur=plan.bestuur_id)}
    vorige = Groepsplancluster.objects.filter(groepsplan=plan.vorige_id) if plan.vorige_id else []
    vorig = {rij.cluster: rij for rij in vorige}
    return Groepsplanbeeld(
        plan=plan,
        clusters={
            cluster: Clusterbeeld(
                cluster=cluster,
                rij=rijen[cluster],
                vorig=vorig.get(cluster),
                plaatsen=[
                    per_leerling[pk] for pk in zichtbaar if pk in per_leerling and per_leerling[pk].cluster == cluster
                ],
            )
            for cluster in Cluster
        },
        eerder=dict(eerder.values_list("leerling", "cluster")) if plan.vorige_id else {},
        zonder=[] if plan.afgesloten_op else [een for een in leerlingen if een.pk not in per_leerling],
        volgende=Groepsplan.objects.filter(vorige=plan).first(),
    )


def get_cluster(*, plan: Groepsplan, cluster: Cluster) -> Groepsplancluster:
    """What a plan says of one cluster."""
    return Groepsplancluster.objects.select_related("gewijzigd_door").get(groepsplan=plan, cluster=cluster)


def list_laatste_clusters(*, leerlingen: Collection[Leerling], vak: str) -> dict[int, tuple[Cluster, date]]:
    """Where pupils were in the newest plan for a subject and since which day, in whatever group, by their key."""
    if not leerlingen:
        return {}
    bestuur = next(iter(leerlingen)).bestuur_id
    plaatsen = Clusterplaats.objects.filter(
        leerling__in=leerlingen, groepsplan__bestuur=bestuur, groepsplan__vak=vak, groepsplan__ronde__bestuur=bestuur
    )
    volgorde = plaatsen.order_by("groepsplan__ronde__geldig_van", "pk")
    rijen = volgorde.values_list("leerling", "cluster", "gewijzigd_op")
    return {leerling: (Cluster(cluster), timezone.localtime(op).date()) for leerling, cluster, op in rijen}


def list_clusters_nu(*, plannen: Collection[Groepsplan], leerlingen: Collection[Leerling]) -> dict[int, dict[str, str]]:
    """The cluster of each pupil in these plans: by the key of the pupil, and then by subject."""
    vakken = {plan.pk: plan.vak for plan in plannen}
    nu: dict[int, dict[str, str]] = {leerling.pk: {} for leerling in leerlingen}
    for plaats in Clusterplaats.objects.filter(groepsplan__in=vakken, leerling__in=nu):
        nu[plaats.leerling_id][vakken[plaats.groepsplan_id]] = plaats.cluster
    return nu
