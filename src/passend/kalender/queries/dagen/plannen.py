"""Plans to look back on, and development perspective plans."""

from collections.abc import Iterator
from datetime import date

from django.db.models import F
from django.utils import timezone

from passend.begrippen.agenda import Agendasoort
from passend.begrippen.inzage import Inzagegrond
from passend.begrippen.rollen import Rolsoort
from passend.kalender.queries.dagen.kring import BEHEER, Dag, Kring
from passend.kalender.queries.dagen.regel import VOORUIT, Agendaregel
from passend.leerlingen.models import Leerling
from passend.leerlingen.permissions import SCHOOL
from passend.plannen.models import Plan
from passend.plannen.queries.opplijst import list_oppregels


def evaluaties(kring: Kring, *, tot: date) -> Iterator[Dag]:
    """The last day of plans of which nobody said yet whether they helped; too late ones stay until somebody does."""
    if not (school := kring.waar({*BEHEER, Rolsoort.LEERKRACHT})):
        return
    open_ = Plan.objects.filter(
        geevalueerd_op__isnull=True,
        geldig_tot_en_met__lte=tot,
        leerling__bestuur=F("bestuur"),
        leerling__vestiging__in=school,
        leerling__uitgeschreven_op__isnull=True,
    )
    plannen = list(open_.select_related("leerling__vestiging"))
    ziet = kring.wie_ziet([een.leerling for een in plannen], {*SCHOOL, Inzagegrond.EIGEN_GROEP})
    for een in plannen:
        regel = Agendaregel(
            soort=Agendasoort.EVALUATIE,
            sleutel=f"evaluatie:{een.pk}",
            dag=een.geldig_tot_en_met,
            vestiging=een.leerling.vestiging,
            wat=een.doel,
            over=str(een.leerling),
            leerling=een.leerling,
        )
        yield from ((account, regel) for account in ziet[een.leerling_id])


def opps(kring: Kring) -> Iterator[Dag]:
    """By when each development perspective plan must be set or looked at again, and where a parent said no.

    For who keeps the files.
    """
    if not (school := kring.waar(BEHEER)):
        return
    hier = Leerling.objects.filter(vestiging__in=school, uitgeschreven_op__isnull=True)
    tot = kring.op.date() + VOORUIT
    alle = list_oppregels(leerlingen=hier, peildatum=kring.op.date())
    regels = [een for een in alle if een.termijn.dag <= tot or een.geweigerd_op is not None]
    ziet = kring.wie_ziet([een.leerling for een in regels], SCHOOL)
    for een in regels:
        if een.geweigerd_op is not None:
            weigering = Agendaregel(
                soort=Agendasoort.OPP_GEWEIGERD,
                sleutel=f"opp_geweigerd:{een.leerling.pk}:{een.nummer}",
                dag=timezone.localtime(een.geweigerd_op).date(),
                vestiging=kring.vestigingen[een.vestiging],
                over=str(een.leerling),
                leerling=een.leerling,
                is_zonder_einde=True,
            )
            yield from ((account, weigering) for account in ziet[een.leerling.pk])
        if een.termijn.dag > tot:
            continue
        regel = Agendaregel(
            soort=Agendasoort.OPP_EVALUEREN if een.is_vastgesteld else Agendasoort.OPP_MAKEN,
            sleutel=f"opp:{een.leerling.pk}:{een.nummer}:{een.is_vastgesteld}",
            dag=een.termijn.dag,
            vestiging=kring.vestigingen[een.vestiging],
            over=str(een.leerling),
            leerling=een.leerling,
        )
        yield from ((account, regel) for account in ziet[een.leerling.pk])
