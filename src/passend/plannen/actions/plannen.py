"""The individual plan: from a worry or a need to a plan, to an evaluation, to what follows."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from passend.begrippen.hgw import Uitkomst
from passend.begrippen.rollen import Reden
from passend.leerlingen.actions.leerlingen import log_leerling
from passend.leerlingen.actions.vorig import keep_dag, keep_nieuw, keep_weg
from passend.leerlingen.models import Leerling
from passend.plannen.actions.groepsplannen import GelijktijdigPlanError
from passend.plannen.actions.kenmerken import PlanError, check_op_school, mag_schrijven
from passend.plannen.models import Leerlingkenmerk, Plan, Planregel
from passend.plannen.queries.beloften import list_beloften
from passend.plannen.queries.plannen import get_planmerk
from passend.regels.groepsplannen import neem_mee
from passend.regels.planevaluatie import Planfeiten, check_evaluatie, check_plan
from passend.regels.planregels import MEESTE_REGELS
from passend.regels.tekstmerk import gaat_verder, schone_tekst, tekstmerk
from passend.toegang.models import Account

PLANTEKSTEN = ("doel", "gewone_woorden", "gewone_woorden_engels")
LANGSTE_REGEL, LANGSTE_WIE, LANGSTE_PLANTEKST = 300, 120, 2000
GEDAAN = "Dit plan is geëvalueerd, en blijft zoals het was. Maak een vervolg als er meer nodig is."


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelgegevens:
    """One thing that is done; `kenmerk` is the key of a need, `onderdeel` of a row of the profile."""

    aanpak: str
    wie: str
    hoe_vaak: str = ""
    kenmerk: int = 0
    onderdeel: str = ""


@transaction.atomic
def add_plan(
    *,
    actor: Account,
    leerling: Leerling,
    feiten: Planfeiten,
    regels: Collection[Regelgegevens],
    op: datetime,
    bron: str = "",
) -> Plan:
    """Make a plan with its first lines.

    Raises:
        GeenToegangError: the actor does not write in this file.
        PlanError: something is missing, or too long, or the pupil left.
    """
    reden = mag_schrijven(actor, leerling, op)
    check_op_school(leerling, op)
    _check(feiten)
    plan = _create(leerling, feiten, actor, op, bron=bron)
    for regel in regels:
        _add_regel(plan, regel)
    log_leerling(actor, leerling, "add_plan", reden, op)
    return plan


@transaction.atomic
def save_doel(*, actor: Account, plan: Plan, doel: str, merk: str, op: datetime) -> Plan:
    """Let a plan that runs want something else; `merk` is the mark of the words that the writer saw.

    Raises:
        GeenToegangError: the actor does not write in this file.
        PlanError: the plan is evaluated, or there are no words.
        GelijktijdigPlanError: a colleague was first.
    """
    reden = mag_schrijven(actor, plan.leerling, op)
    _lock(plan)
    _check(_feiten(plan, doel=schone_tekst(doel)))
    _save_tekst(actor, plan, reden, op, veld="doel", tekst=doel, merk=merk)
    return plan


@transaction.atomic
def save_gewone_woorden(
    *, actor: Account, plan: Plan, tekst: str, merk: str, op: datetime, is_engels: bool = False
) -> Plan:
    """Save what parents read first of a plan; `merk` is the mark of the words that the writer saw.

    Raises:
        GeenToegangError: the actor does not write in this file.
        PlanError: the plan is evaluated, or it is too long.
        GelijktijdigPlanError: a colleague was first.
    """
    reden = mag_schrijven(actor, plan.leerling, op)
    _lock(plan)
    _check_lengte(tekst, LANGSTE_PLANTEKST)
    veld = "gewone_woorden_engels" if is_engels else "gewone_woorden"
    was = getattr(plan, veld)
    _save_tekst(actor, plan, reden, op, veld=veld, tekst=tekst, merk=merk)
    if not is_engels and plan.gewone_woorden != was:
        plan.gewone_woorden_merk = get_planmerk(plan=plan)
        plan.save(update_fields=["gewone_woorden_merk"])
    return plan


@transaction.atomic
def add_planregel(*, actor: Account, plan: Plan, regel: Regelgegevens, op: datetime) -> Planregel:
    """Add something that is done.

    Raises:
        GeenToegangError: the actor does not write in this file.
        PlanError: the plan is evaluated, or what is done or by whom is missing or too long.
    """
    reden = mag_schrijven(actor, plan.leerling, op)
    _lock(plan)
    nieuw = _add_regel(plan, regel)
    keep_nieuw([nieuw], op=op)
    log_leerling(actor, plan.leerling, "change_plan", reden, op)
    return nieuw


@transaction.atomic
def remove_planregel(*, actor: Account, regel: Planregel, op: datetime) -> None:
    """Take away something that is not done after all.

    Raises:
        GeenToegangError: the actor does not write in this file.
        PlanError: the plan is evaluated.
    """
    reden = mag_schrijven(actor, regel.plan.leerling, op)
    _lock(regel.plan)
    keep_weg([regel], op=op)
    regel.delete()
    log_leerling(actor, regel.plan.leerling, "change_plan", reden, op)


@transaction.atomic
def evaluate_plan(*, actor: Account, plan: Plan, uitkomst: str, evaluatie: str, wat_werkte: str, op: datetime) -> Plan:
    """Look back: was the goal reached, how did it go, and what of it is worth keeping; it becomes final.

    Raises:
        GeenToegangError: the actor does not write in this file.
        PlanError: it was done before, or does not say whether and how it helped.
    """
    reden = mag_schrijven(actor, plan.leerling, op)
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    if bezwaar := check_evaluatie(uitkomst=uitkomst, evaluatie=evaluatie, geevalueerd_op=plan.geevalueerd_op):
        raise PlanError(bezwaar.zin)
    if uitkomst not in set(Uitkomst):
        raise PlanError("Kies of het doel is behaald.")
    _check_lengte(evaluatie, LANGSTE_PLANTEKST)
    _check_lengte(wat_werkte, LANGSTE_PLANTEKST)
    plan.uitkomst, plan.evaluatie, plan.wat_werkte = uitkomst, schone_tekst(evaluatie), schone_tekst(wat_werkte)
    plan.geevalueerd_op, plan.geevalueerd_door = op.date(), actor
    plan.save(update_fields=["uitkomst", "evaluatie", "wat_werkte", "geevalueerd_op", "geevalueerd_door"])
    log_leerling(actor, plan.leerling, "evaluate_plan", reden, op)
    return plan


@transaction.atomic
def continue_plan(*, actor: Account, plan: Plan, geldig_tot_en_met: date, op: datetime, doel: str = "") -> Plan:
    """Go on after an evaluation: what worked comes along, and a goal that was not reached; one that was makes place.

    What worked becomes what is done; without words of it the lines of the plan go on, unless the goal was missed. A
    goal that was reached asks for a new one: `doel`.

    Raises:
        GeenToegangError: the actor does not write in this file.
        PlanError: the plan is not evaluated yet, goes on already, needs a new goal, or the pupil left.
    """
    reden = mag_schrijven(actor, plan.leerling, op)
    check_op_school(plan.leerling, op)
    Plan.objects.select_for_update().get(pk=plan.pk)
    if plan.geevalueerd_op is None:
        raise PlanError("Kijk eerst terug op dit plan. Daarna neemt u mee wat werkte.")
    if Plan.objects.filter(reeks=plan.reeks, leerling=plan.leerling, pk__gt=plan.pk).exists():
        raise PlanError("Dit plan heeft al een vervolg. Werk daarin verder.")
    uitkomst = Uitkomst(plan.uitkomst)
    mee = neem_mee(uitkomst, doel=plan.doel, aanpak="", wat_werkte=plan.wat_werkte)
    if uitkomst is Uitkomst.BEHAALD and not doel.strip():
        raise PlanError("Het doel is behaald. Schrijf een nieuw doel voor het vervolg: wat kan de leerling daarna?")
    behaald = f"Behaald: {plan.doel} " if uitkomst is Uitkomst.BEHAALD else ""
    feiten = Planfeiten(
        aanleiding=f"{behaald}{plan.evaluatie}"[:LANGSTE_PLANTEKST],
        doel=doel if doel.strip() else mee.doel,
        niveau=plan.niveau,
        geldig_van=op.date(),
        geldig_tot_en_met=geldig_tot_en_met,
    )
    _check(feiten)
    vervolg = _create(plan.leerling, feiten, actor, op, bron=f"plan:{plan.pk}")
    vervolg.reeks = plan.reeks
    vervolg.save(update_fields=["reeks"])
    _neem_regels_mee(plan, vervolg, mee.aanpak)
    log_leerling(actor, plan.leerling, "continue_plan", reden, op)
    return vervolg


def _neem_regels_mee(plan: Plan, vervolg: Plan, wat_werkte: str) -> None:
    """What worked comes first; the old lines go on while they work, and make place for it when the goal was reached."""
    oud = list(plan.regels.filter(bestuur=plan.bestuur_id))
    werkte = [" ".join(regel.split())[:LANGSTE_REGEL] for regel in wat_werkte.splitlines() if regel.strip()]
    nieuw = [
        Planregel(
            bestuur_id=plan.bestuur_id,
            plan=vervolg,
            aanpak=aanpak,
            wie=oud[0].wie if oud else "leerkracht",
            hoe_vaak=oud[0].hoe_vaak if oud else "",
        )
        for aanpak in werkte
    ]
    weg = {Uitkomst.NIET} | ({Uitkomst.BEHAALD} if werkte else set())
    blijft = [] if Uitkomst(plan.uitkomst) in weg else [regel for regel in oud if regel.aanpak not in werkte]
    for regel in blijft:
        regel.pk, regel.plan = None, vervolg
    Planregel.objects.bulk_create([*nieuw, *blijft][:MEESTE_REGELS])


def _create(leerling: Leerling, feiten: Planfeiten, actor: Account, op: datetime, *, bron: str) -> Plan:
    return Plan.objects.create(
        bestuur_id=leerling.bestuur_id,
        leerling=leerling,
        niveau=feiten.niveau,
        aanleiding=schone_tekst(feiten.aanleiding),
        doel=schone_tekst(feiten.doel),
        geldig_van=feiten.geldig_van,
        geldig_tot_en_met=feiten.geldig_tot_en_met,
        vastgelegd_op=op,
        door=actor,
        gewijzigd_op=op,
        gewijzigd_door=actor,
        bron=bron,
    )


def _save_tekst(  # noqa: PLR0913 -- a text of a plan has this many facts
    actor: Account, plan: Plan, reden: Reden, op: datetime, *, veld: str, tekst: str, merk: str
) -> None:
    huidig, nieuw = getattr(plan, veld), schone_tekst(tekst)
    if nieuw == huidig:
        return
    if tekstmerk(huidig) != merk and not gaat_verder(huidig, nieuw):
        raise GelijktijdigPlanError(huidig, str(plan.gewijzigd_door))
    keep_dag([plan], PLANTEKSTEN, eerder=plan.gewijzigd_op, op=op)
    setattr(plan, veld, nieuw)
    plan.gewijzigd_op, plan.gewijzigd_door = op, actor
    plan.save(update_fields=[veld, "gewijzigd_op", "gewijzigd_door"])
    log_leerling(actor, plan.leerling, "change_plan", reden, op)


def _add_regel(plan: Plan, gegevens: Regelgegevens) -> Planregel:
    regel = check_regel(gegevens, al=Planregel.objects.filter(plan=plan).count())
    kenmerk, belofte = wijs_aan(plan.leerling, regel)
    return Planregel.objects.create(
        bestuur_id=plan.bestuur_id,
        plan=plan,
        aanpak=regel.aanpak,
        wie=regel.wie,
        hoe_vaak=regel.hoe_vaak,
        kenmerk=kenmerk,
        onderdeel=regel.onderdeel if belofte else "",
        belofte=belofte,
    )


def check_regel(regel: Regelgegevens, *, al: int) -> Regelgegevens:
    """A line without blanks around its words; `al` is how many there are already.

    Raises:
        PlanError: what is done or by whom is missing or too long, or there are too many lines.
    """
    aanpak, wie, hoe_vaak = (" ".join(tekst.split()) for tekst in (regel.aanpak, regel.wie, regel.hoe_vaak))
    schoon = replace(regel, aanpak=aanpak, wie=wie, hoe_vaak=hoe_vaak)
    if not schoon.aanpak or not schoon.wie:
        raise PlanError("Zeg wat u gaat doen en wie het doet. Vul aan wat leeg is.")
    _check_lengte(schoon.aanpak, LANGSTE_REGEL)
    _check_lengte(schoon.wie, LANGSTE_WIE)
    _check_lengte(schoon.hoe_vaak, LANGSTE_WIE)
    if al >= MEESTE_REGELS:
        raise PlanError(
            f"Een plan heeft hoogstens {MEESTE_REGELS} regels: meer houdt niemand bij. Haal er eerst een weg."
        )
    return schoon


def wijs_aan(leerling: Leerling, regel: Regelgegevens) -> tuple[Leerlingkenmerk | None, str]:
    """The need of this pupil that a line is for, and what the row of the profile says; without what is not there."""
    kenmerk = Leerlingkenmerk.objects.filter(leerling=leerling, pk=regel.kenmerk).first()
    belofte = list_beloften(vestiging=leerling.vestiging).get(regel.onderdeel, "") if regel.onderdeel else ""
    return kenmerk, belofte


def _feiten(plan: Plan, *, doel: str) -> Planfeiten:
    return Planfeiten(
        aanleiding=plan.aanleiding,
        doel=doel,
        niveau=plan.niveau,
        geldig_van=plan.geldig_van,
        geldig_tot_en_met=plan.geldig_tot_en_met,
    )


def _check(feiten: Planfeiten) -> None:
    if bezwaar := check_plan(feiten):
        raise PlanError(bezwaar.zin)
    _check_lengte(feiten.aanleiding, LANGSTE_PLANTEKST)
    _check_lengte(feiten.doel, LANGSTE_PLANTEKST)


def _check_lengte(tekst: str, meeste: int) -> None:
    if len(tekst.strip()) > meeste:
        raise PlanError(f"Dit is te lang: houd het bij {meeste} tekens. Maak het korter en probeer het opnieuw.")


def _lock(plan: Plan) -> None:
    if Plan.objects.select_for_update().get(pk=plan.pk).geevalueerd_op is not None:
        raise PlanError(GEDAAN)
