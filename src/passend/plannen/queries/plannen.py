"""The individual plans of pupils, and when they are looked at again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from passend.leerlingen.models import Leerling
from passend.plannen.models import Leerlingkenmerk, Plan, Planregel
from passend.regels.gewonewoorden import begin_gewoon
from passend.regels.planevaluatie import Evaluatiestand, evaluatiestand
from passend.regels.planregels import Regelfeiten, regelzin
from passend.regels.tekstmerk import tekstmerk


@dataclass(frozen=True, slots=True)
class Lopendplan:
    """A plan without an evaluation, with what is done."""

    plan: Plan
    regels: list[Planregel]


@dataclass(frozen=True, slots=True, kw_only=True)
class Planbeeld:
    """A plan with its lines, where its evaluation stands, and the needs its lines are for by their key."""

    plan: Plan
    regels: list[Planregel]
    stand: Evaluatiestand
    behoeften: dict[int, str]
    heeft_vervolg: bool

    @property
    def is_gewoon_achter(self) -> bool:
        """True when the goal or what is done was changed after the plain words about them."""
        merk = self.plan.gewone_woorden_merk
        return bool(self.plan.gewone_woorden and merk) and merk != _merk(self.plan, self.regels)


def list_plannen(*, leerling: Leerling, peildatum: date) -> list[Planbeeld]:
    """Every plan of a pupil, those that run first and then the newest."""
    plannen = list(Plan.objects.filter(leerling=leerling).select_related("door", "geevalueerd_door"))
    behoeften = list_behoeftewoorden(leerling=leerling) if plannen else {}
    regels = _regels_van(plannen)
    beelden = [
        Planbeeld(
            plan=plan,
            regels=regels[plan.pk],
            stand=evaluatiestand(plan.geldig_tot_en_met, geevalueerd_op=plan.geevalueerd_op, peildatum=peildatum),
            behoeften=behoeften,
            heeft_vervolg=any(ander.reeks == plan.reeks and ander.pk > plan.pk for ander in plannen),
        )
        for plan in plannen
    ]
    return sorted(beelden, key=lambda beeld: beeld.stand is Evaluatiestand.GEDAAN)


def list_behoeftewoorden(*, leerling: Leerling) -> dict[int, str]:
    """What lines of plans can be for, also what does not hold any more, by its key."""
    return dict(Leerlingkenmerk.objects.filter(leerling=leerling).values_list("pk", "tekst"))


def get_plan(*, leerling: Leerling, pk: int) -> Plan | None:
    """One plan of this pupil; None when it is another's."""
    return Plan.objects.filter(leerling=leerling, pk=pk).select_related("gewijzigd_door").first()


def get_planbegin(*, plan: Plan) -> str:
    """A beginning of the plain words, from the goal and the lines of a plan."""
    regels = [
        Regelfeiten(aanpak=een.aanpak, wie=een.wie, hoe_vaak=een.hoe_vaak) for een in _regels_van([plan])[plan.pk]
    ]
    return begin_gewoon(
        voornaam=plan.leerling.voornaam,
        doelen=plan.doel.splitlines(),
        regels=regels,
        terugkijken=plan.geldig_tot_en_met,
    )


def get_planmerk(*, plan: Plan) -> str:
    """The mark of what a plan says now: its goal, and what is done."""
    return _merk(plan, _regels_van([plan])[plan.pk])


def _merk(plan: Plan, regels: Collection[Planregel]) -> str:
    zinnen = [regelzin(Regelfeiten(aanpak=een.aanpak, wie=een.wie, hoe_vaak=een.hoe_vaak)) for een in regels]
    return tekstmerk("\n".join([plan.doel, *zinnen]))


def get_planregel(*, plan: Plan, pk: int) -> Planregel | None:
    """One line of this plan; None when it is another's."""
    return Planregel.objects.filter(plan=plan, pk=pk).first()


def list_lopende_plannen(*, leerlingen: Collection[Leerling]) -> dict[int, list[Lopendplan]]:
    """The plans without an evaluation of these pupils with their lines, by the key of the pupil; what is due first."""
    open_ = Plan.objects.filter(leerling__in=leerlingen, geevalueerd_op__isnull=True)
    plannen = list(open_.order_by("geldig_tot_en_met", "pk"))
    regels = _regels_van(plannen)
    per_leerling: dict[int, list[Lopendplan]] = {leerling.pk: [] for leerling in leerlingen}
    for plan in plannen:
        per_leerling[plan.leerling_id].append(Lopendplan(plan, regels[plan.pk]))
    return per_leerling


def _regels_van(plannen: Collection[Plan]) -> dict[int, list[Planregel]]:
    """The lines of plans in one question, by the key of the plan."""
    regels: dict[int, list[Planregel]] = {plan.pk: [] for plan in plannen}
    for regel in Planregel.objects.filter(plan__in=regels):
        regels[regel.plan_id].append(regel)
    return regels
