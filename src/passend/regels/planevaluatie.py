"""When the evaluation of a plan is due, and what an individual plan must hold."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

EERDER = timedelta(days=14)
LANGSTE_PLAN = timedelta(days=366)
LAAGSTE_NIVEAU, HOOGSTE_NIVEAU = 1, 5


class Evaluatiestand(StrEnum):
    """Where the evaluation of a plan stands on a day."""

    LOOPT = "loopt"
    BINNENKORT = "binnenkort"
    TE_LAAT = "te_laat"
    GEDAAN = "gedaan"


@dataclass(frozen=True, slots=True)
class Planbezwaar:
    """Why a plan cannot be kept like this, and what to do."""

    code: str
    zin: str


def evaluatiestand(geldig_tot_en_met: date, *, geevalueerd_op: date | None, peildatum: date) -> Evaluatiestand:
    """Due on the last day of the plan, near from two weeks before, and too late the day after.

    >>> evaluatiestand(date(2027, 1, 31), geevalueerd_op=None, peildatum=date(2027, 2, 1))
    <Evaluatiestand.TE_LAAT: 'te_laat'>
    """
    if geevalueerd_op is not None:
        return Evaluatiestand.GEDAAN
    if peildatum > geldig_tot_en_met:
        return Evaluatiestand.TE_LAAT
    return Evaluatiestand.BINNENKORT if peildatum >= geldig_tot_en_met - EERDER else Evaluatiestand.LOOPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Planfeiten:
    """What somebody wants with a pupil: why, what for, how much help, and from when until when."""

    aanleiding: str
    doel: str
    niveau: int
    geldig_van: date
    geldig_tot_en_met: date


def check_plan(plan: Planfeiten) -> Planbezwaar | None:
    """Why a plan cannot be kept like this; None when it can: why, what for, which level, and until which day.

    >>> leeg = Planfeiten(
    ...     aanleiding="Traag", doel="", niveau=2, geldig_van=date(2026, 9, 1), geldig_tot_en_met=date(2026, 12, 1)
    ... )
    >>> check_plan(leeg).code
    'geen_doel'
    """
    if not plan.aanleiding.strip():
        return Planbezwaar("geen_aanleiding", "Zeg waarom dit plan er komt: wat ziet u, wat is nodig?")
    if not plan.doel.strip():
        return Planbezwaar("geen_doel", "Zeg wat de leerling straks kan of doet. Eén zin is genoeg.")
    if not LAAGSTE_NIVEAU <= plan.niveau <= HOOGSTE_NIVEAU:
        return Planbezwaar("niveau", f"Kies een niveau van {LAAGSTE_NIVEAU} tot {HOOGSTE_NIVEAU}.")
    return check_dagen(plan.geldig_van, plan.geldig_tot_en_met)


def check_dagen(geldig_van: date, geldig_tot_en_met: date) -> Planbezwaar | None:
    """Why a plan cannot run like this: it looks back after it began, and within a year."""
    if geldig_tot_en_met <= geldig_van:
        return Planbezwaar(
            "dagen", "De dag waarop u terugkijkt komt na de dag waarop het plan begint. Kies een latere dag."
        )
    if geldig_tot_en_met - geldig_van > LANGSTE_PLAN:
        return Planbezwaar("te_lang", "Een plan duurt hoogstens een jaar. Kies een eerdere dag om terug te kijken.")
    return None


def check_evaluatie(*, uitkomst: str, evaluatie: str, geevalueerd_op: date | None) -> Planbezwaar | None:
    """Why an evaluation cannot be kept: it was done before, or does not say whether and how it helped.

    >>> check_evaluatie(uitkomst="deels", evaluatie="Leest vlotter.", geevalueerd_op=None) is None
    True
    """
    if geevalueerd_op is not None:
        return Planbezwaar(
            "gedaan",
            f"Dit plan is al geëvalueerd, op {geevalueerd_op:%d-%m-%Y}. Maak een vervolg als er meer nodig is.",
        )
    if not uitkomst:
        return Planbezwaar("geen_uitkomst", "Kies of het doel is behaald.")
    if not evaluatie.strip():
        return Planbezwaar("geen_evaluatie", "Schrijf in een zin hoe het ging. De ouders lezen dat.")
    return None
