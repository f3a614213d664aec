"""The individual plans of pupils, and when they are looked at again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Prefetch, QuerySet

from passend.leerlingen.models import Leerling
from passend.plannen.models import Leerlingkenmerk, Plan, Planregel
from passend.regels.planevaluatie import Evaluatiestand, evaluatiestand


@dataclass(frozen=True, slots=True, kw_only=True)
class Planbeeld:
    """A plan with its lines, where its evaluation stands, and the needs its lines are for by their key."""

    plan: Plan
    regels: list[Planregel]
    stand: Evaluatiestand
    behoeften: dict[int, str]
    heeft_vervolg: bool


def list_plannen(*, leerling: Leerling, peildatum: date) -> list[Planbeeld]:
    """Every plan of a pupil, those that run first and then the newest."""
    plannen = list(_met_regels(Plan.objects.filter(leerling=leerling).select_related("door", "geevalueerd_door")))
    behoeften = dict(Leerlingkenmerk.objects.filter(leerling=leerling).values_list("pk", "tekst")) if plannen else {}
    beelden = [_beeld(plan, plannen, behoeften, peildatum) for plan in plannen]
    return sorted(beelden, key=lambda beeld: beeld.stand is Evaluatiestand.GEDAAN)


def get_plan(*, leerling: Leerling, pk: int) -> Plan | None:
    """One plan of this pupil; None when it is another's."""
    return Plan.objects.filter(leerling=leerling, pk=pk).select_related("gewijzigd_door").first()


def get_planregel(*, plan: Plan, pk: int) -> Planregel | None:
    """One line of this plan; None when it is another's."""
    return Planregel.objects.filter(plan=plan, pk=pk).first()


def list_lopende_plannen(*, leerlingen: Collection[Leerling]) -> dict[int, list[Plan]]:
    """The plans without an evaluation of these pupils with their lines, by the key of the pupil; what is due first."""
    open_ = Plan.objects.filter(leerling__in=leerlingen, geevalueerd_op__isnull=True)
    per_leerling: dict[int, list[Plan]] = {leerling.pk: [] for leerling in leerlingen}
    for plan in _met_regels(open_.order_by("geldig_tot_en_met", "pk")):
        per_leerling[plan.leerling_id].append(plan)
    return per_leerling


def _met_regels(plannen: QuerySet[Plan]) -> QuerySet[Plan]:
    return plannen.prefetch_related(Prefetch("regels", queryset=Planregel.objects.filter(plan__bestuur=F("bestuur"))))


def _beeld(plan: Plan, plannen: Collection[Plan], behoeften: dict[int, str], peildatum: date) -> Planbeeld:
    return Planbeeld(
        plan=plan,
        regels=list(plan.regels.all()),
        stand=evaluatiestand(plan.geldig_tot_en_met, geevalueerd_op=plan.geevalueerd_op, peildatum=peildatum),
        behoeften=behoeften,
        heeft_vervolg=any(ander.reeks == plan.reeks and ander.pk > plan.pk for ander in plannen),
    )
