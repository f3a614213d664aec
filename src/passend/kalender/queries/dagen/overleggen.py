"""Meetings, and what was decided at them."""

from datetime import date, datetime

from passend.begrippen.agenda import Agendasoort
from passend.kalender.queries.dagen.regel import Agendaregel
from passend.overleggen.models import Besluit, Overleg
from passend.overleggen.permissions import visible_overleggen
from passend.overleggen.queries.blad import list_mijn_besluiten, list_mijn_overleggen
from passend.overleggen.queries.overleggen import mijn_deelnames
from passend.toegang.queries import Account


def van_overleggen(account: Account, op: datetime) -> list[Agendaregel]:
    """The meetings that somebody takes part in and what they do after them, as far as they may read those."""
    deelnames = list(mijn_deelnames(account=account))
    if not deelnames:
        return []
    overleggen = list_mijn_overleggen(deelnames=deelnames, vanaf=op.date())
    besluiten = list_mijn_besluiten(deelnames=deelnames)
    sleutels = {een.pk for een in overleggen} | {een.overleg_id for een in besluiten}
    zichtbaar = set(visible_overleggen(account, op=op).filter(pk__in=sleutels).values_list("pk", flat=True))
    return [
        *(_van_overleg(een, op) for een in overleggen if een.pk in zichtbaar),
        *(_van_besluit(een, een.uiterlijk_op) for een in besluiten if een.overleg_id in zichtbaar and een.uiterlijk_op),
    ]


def _van_overleg(overleg: Overleg, op: datetime) -> Agendaregel:
    begint = overleg.begint_op.astimezone(op.tzinfo)
    return Agendaregel(
        soort=Agendasoort.OVERLEG,
        sleutel=f"overleg:{overleg.pk}",
        uid=str(overleg.sleutel),
        dag=begint.date(),
        begint_op=begint,
        minuten=overleg.minuten,
        plaats=overleg.plaats,
        volgnummer=overleg.volgnummer,
        vestiging=overleg.vestiging,
        over=str(overleg.leerling or overleg.groep),
        wat=overleg.soort,
        leerling=overleg.leerling,
        overleg=overleg,
    )


def _van_besluit(besluit: Besluit, dag: date) -> Agendaregel:
    overleg = besluit.overleg
    return Agendaregel(
        soort=Agendasoort.BESLUIT,
        sleutel=f"besluit:{besluit.pk}",
        dag=dag,
        vestiging=overleg.vestiging,
        wat=besluit.wat,
        over=str(overleg.leerling or overleg.groep),
        leerling=overleg.leerling,
        overleg=overleg,
    )
