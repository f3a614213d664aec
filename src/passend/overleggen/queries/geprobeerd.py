"""What was tried with a pupil and what came of it: from plans that were looked back on, for the sheet of a meeting."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.leerlingen.models import Leerling
from passend.leerlingen.permissions import Inzage
from passend.plannen.models import Oppevaluatie, Plan
from passend.plannen.permissions import why_may_read_opp

HOOGSTENS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Geprobeerd:
    """One plan that was looked back on.

    `kop` and the first of each of `delen` are of Passend, in the language of who reads; the second is as people wrote
    it. `overname` is the same as one text, in the language of the school, as it comes on the sheet.
    """

    kop: str
    delen: tuple[tuple[str, str], ...]
    op: date
    overname: str


def list_geprobeerd(*, leerling: Leerling, inzage: Inzage, peildatum: date) -> list[Geprobeerd]:
    """The plans and the development perspective plans that were looked back on until a day, the newest three first.

    Each is there only for who may read it where it is kept.
    """
    rijen: list[tuple[date, Plan | Oppevaluatie]] = []
    if Vertrouwelijkheid.GEWOON in inzage.leesbaar:
        plannen = Plan.objects.filter(leerling=leerling, geevalueerd_op__lte=peildatum).order_by("-geevalueerd_op")
        rijen += [(een.geevalueerd_op or peildatum, een) for een in plannen[:HOOGSTENS]]
    if why_may_read_opp(inzage) is not None:
        evaluaties = Oppevaluatie.objects.filter(
            versie__bestuur=leerling.bestuur_id,
            versie__opp__bestuur=leerling.bestuur_id,
            versie__opp__leerling=leerling,
            versie__opp__ingetrokken_op__isnull=True,
            op__lte=peildatum,
        )
        rijen += [(een.op, een) for een in evaluaties.order_by("-op", "-pk")[:HOOGSTENS]]
    nieuwste = sorted(rijen, key=lambda rij: rij[0], reverse=True)[:HOOGSTENS]
    return [_geprobeerd(een, op) for op, een in nieuwste]


def _geprobeerd(een: Plan | Oppevaluatie, op: date) -> Geprobeerd:
    kop, delen = _lees(een)
    with translation.override(settings.LANGUAGE_CODE):
        eigen_kop, eigen_delen = _lees(een)
        regels = [": ".join(filter(None, deel)) for deel in eigen_delen]
        overname = "\n".join([f"{eigen_kop}, {op:%d-%m-%Y}", *regels])
    return Geprobeerd(kop=kop, delen=delen, op=op, overname=overname)


def _lees(een: Plan | Oppevaluatie) -> tuple[str, tuple[tuple[str, str], ...]]:
    return _van_plan(een) if isinstance(een, Plan) else _van_evaluatie(een)


def _van_plan(plan: Plan) -> tuple[str, tuple[tuple[str, str], ...]]:
    delen = ((_("Doel"), plan.doel), (_("Hoe het ging"), plan.evaluatie), (_("Wat werkte"), plan.wat_werkte))
    return ": ".join(filter(None, [_("Plan"), str(plan.get_uitkomst_display())])), _gevuld(delen)


def _van_evaluatie(een: Oppevaluatie) -> tuple[str, tuple[tuple[str, str], ...]]:
    delen = ((_("Werkte, en blijft"), een.werkte), (_("Werkte niet"), een.werkte_niet))
    return f"{_('Ontwikkelingsperspectief')}: {een.get_vervolg_display()}", _gevuld(delen)


def _gevuld(delen: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((label, woorden.strip()) for label, woorden in delen if woorden.strip())
