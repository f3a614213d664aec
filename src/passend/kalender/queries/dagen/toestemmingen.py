"""Permissions that are asked of a parent, and those that end."""

from collections.abc import Iterator

from django.db.models import F

from passend.begrippen.agenda import Agendasoort
from passend.begrippen.rollen import Rolsoort
from passend.kalender.queries.dagen.kring import BEHEER, Dag, Kring
from passend.kalender.queries.dagen.regel import KORT_VOORUIT, Agendaregel
from passend.leerlingen.models import Toestemming
from passend.leerlingen.permissions import SCHOOL
from passend.leerlingen.queries.toestemming import list_onbeantwoord
from passend.overleggen.models import Overlegdeelnemer


def toestemmingen_gevraagd(kring: Kring) -> Iterator[Dag]:
    """What parents have not answered yet; of a meeting, by the day of that meeting."""
    kinderen = kring.kinderen()
    if not kinderen:
        return
    ziet, ouders = {een.pk: wie for een, wie in kinderen}, kring.met_rol(Rolsoort.OUDER)
    open_ = list_onbeantwoord(leerlingen=[een for een, _wie in kinderen], accounts=ouders, op=kring.op)
    van_overleg = dict(
        Overlegdeelnemer.objects.filter(
            toestemming__in=[een for een, _wie in open_], overleg__bestuur=F("bestuur")
        ).values_list("toestemming", "overleg__begint_op")
    )
    for toestemming, wie in open_:
        regel = Agendaregel(
            soort=Agendasoort.TOESTEMMING_GEVRAAGD,
            sleutel=f"toestemming_gevraagd:{toestemming.pk}",
            dag=van_overleg[toestemming.pk].astimezone(kring.op.tzinfo).date()
            if toestemming.pk in van_overleg
            else toestemming.geldig_tot_en_met,
            vestiging=toestemming.leerling.vestiging,
            wat=toestemming.doel,
            over=str(toestemming.leerling),
            leerling=toestemming.leerling,
        )
        yield from ((account, regel) for account in wie & ziet[toestemming.leerling_id])


def toestemmingen_eindigen(kring: Kring) -> Iterator[Dag]:
    """What ends soon, for who keeps the files."""
    if not (school := kring.waar(BEHEER)):
        return
    rijen = Toestemming.objects.filter(
        leerling__bestuur=F("bestuur"),
        leerling__vestiging__in=school,
        geldig_tot_en_met__gte=kring.op.date(),
        geldig_tot_en_met__lte=kring.op.date() + KORT_VOORUIT,
    )
    eindigen = list(rijen.select_related("leerling__vestiging"))
    ziet = kring.wie_ziet([een.leerling for een in eindigen], SCHOOL)
    for een in eindigen:
        regel = Agendaregel(
            soort=Agendasoort.TOESTEMMING_EINDIGT,
            sleutel=f"toestemming_eindigt:{een.pk}",
            dag=een.geldig_tot_en_met,
            vestiging=een.leerling.vestiging,
            wat=een.doel,
            over=str(een.leerling),
            leerling=een.leerling,
        )
        yield from ((account, regel) for account in ziet[een.leerling_id])
