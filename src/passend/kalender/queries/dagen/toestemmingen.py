"""Permissions that are asked of a parent, and those that end."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db.models import F

from passend.begrippen.agenda import Agendasoort
from passend.begrippen.inzage import Inzagegrond
from passend.kalender.queries.dagen.regel import KORT_VOORUIT, Agendaregel
from passend.leerlingen.models import Toestemming
from passend.leerlingen.permissions import SCHOOL, visible_leerlingen
from passend.leerlingen.queries.toestemming import list_onbeantwoord
from passend.organisaties.models import Vestiging
from passend.overleggen.models import Overlegdeelnemer
from passend.toegang.queries import Account


def toestemmingen_gevraagd(account: Account, op: datetime) -> Iterable[Agendaregel]:
    """What a parent has not answered yet; of a meeting, by the day of that meeting."""
    kinderen = list(visible_leerlingen(account, op=op, gronden=[Inzagegrond.OUDER]).select_related("vestiging"))
    open_ = list_onbeantwoord(leerlingen=kinderen, account=account, op=op)
    van_overleg = dict(
        Overlegdeelnemer.objects.filter(toestemming__in=open_, overleg__bestuur=F("bestuur")).values_list(
            "toestemming", "overleg__begint_op"
        )
    )
    return [
        Agendaregel(
            soort=Agendasoort.TOESTEMMING_GEVRAAGD,
            sleutel=f"toestemming_gevraagd:{toestemming.pk}",
            dag=van_overleg[toestemming.pk].astimezone(op.tzinfo).date()
            if toestemming.pk in van_overleg
            else toestemming.geldig_tot_en_met,
            vestiging=toestemming.leerling.vestiging,
            wat=toestemming.doel,
            over=str(toestemming.leerling),
            leerling=toestemming.leerling,
        )
        for toestemming in open_
    ]


def toestemmingen_eindigen(school: Collection[Vestiging], account: Account, op: datetime) -> Iterable[Agendaregel]:
    if not school:
        return []
    zichtbaar = visible_leerlingen(account, op=op, gronden=SCHOOL).filter(vestiging__in=school)
    eindigen = Toestemming.objects.filter(
        leerling__in=zichtbaar.values("pk"),
        leerling__bestuur=F("bestuur"),
        geldig_tot_en_met__gte=op.date(),
        geldig_tot_en_met__lte=op.date() + KORT_VOORUIT,
    )
    return [
        Agendaregel(
            soort=Agendasoort.TOESTEMMING_EINDIGT,
            sleutel=f"toestemming_eindigt:{een.pk}",
            dag=een.geldig_tot_en_met,
            vestiging=een.leerling.vestiging,
            wat=een.doel,
            over=str(een.leerling),
            leerling=een.leerling,
        )
        for een in eindigen.select_related("leerling__vestiging")
    ]
