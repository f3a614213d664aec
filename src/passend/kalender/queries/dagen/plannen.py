"""Plans to look back on, and development perspective plans."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from django.db.models import F

from passend.begrippen.agenda import Agendasoort
from passend.begrippen.inzage import Inzagegrond
from passend.kalender.queries.dagen.regel import VOORUIT, Agendaregel
from passend.leerlingen.permissions import SCHOOL, visible_leerlingen
from passend.organisaties.models import Vestiging
from passend.plannen.models import Plan
from passend.plannen.queries.opplijst import list_oppregels
from passend.toegang.queries import Account


def evaluaties(account: Account, op: datetime, *, tot: date) -> Iterable[Agendaregel]:
    """The last day of plans of which nobody said yet whether they helped; too late ones stay until somebody does."""
    open_ = Plan.objects.filter(geevalueerd_op__isnull=True, geldig_tot_en_met__lte=tot)
    if not open_.exists():
        return []
    gronden = (*SCHOOL, Inzagegrond.EIGEN_GROEP)
    zichtbaar = visible_leerlingen(account, op=op, gronden=gronden)
    plannen = open_.filter(
        leerling__in=zichtbaar.filter(uitgeschreven_op__isnull=True).values("pk"), leerling__bestuur=F("bestuur")
    )
    return [
        Agendaregel(
            soort=Agendasoort.EVALUATIE,
            sleutel=f"evaluatie:{een.pk}",
            dag=een.geldig_tot_en_met,
            vestiging=een.leerling.vestiging,
            wat=een.doel,
            over=str(een.leerling),
            leerling=een.leerling,
        )
        for een in plannen.select_related("leerling__vestiging")
    ]


def opps(school: Collection[Vestiging], account: Account, op: datetime) -> Iterable[Agendaregel]:
    """By when each development perspective plan must be set or looked at again, for who keeps the files."""
    if not school:
        return []
    scholen = {een.pk: een for een in school}
    zichtbaar = visible_leerlingen(account, op=op, gronden=SCHOOL).filter(vestiging__in=school)
    return [
        Agendaregel(
            soort=Agendasoort.OPP_EVALUEREN if een.is_vastgesteld else Agendasoort.OPP_MAKEN,
            sleutel=f"opp:{een.leerling.pk}:{een.nummer}:{een.is_vastgesteld}",
            dag=een.termijn.dag,
            vestiging=scholen[een.vestiging],
            over=str(een.leerling),
            leerling=een.leerling,
        )
        for een in list_oppregels(leerlingen=zichtbaar.filter(uitgeschreven_op__isnull=True))
        if een.termijn.dag <= op.date() + VOORUIT
    ]
