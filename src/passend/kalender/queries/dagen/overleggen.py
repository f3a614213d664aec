"""Meetings, and what was decided at them."""

from collections.abc import Iterator
from datetime import date, datetime

from passend.begrippen.agenda import Agendasoort
from passend.kalender.queries.dagen.kring import Dag, Kring
from passend.kalender.queries.dagen.regel import Agendaregel
from passend.overleggen.models import Besluit, Overleg
from passend.overleggen.permissions import list_lezers
from passend.overleggen.queries.blad import list_mijn_besluiten, list_mijn_overleggen
from passend.overleggen.queries.overleggen import deelnames_van, wie_is


def van_overleggen(kring: Kring) -> Iterator[Dag]:
    """The meetings that people take part in and what they do after them, as far as they may read those."""
    rijen = deelnames_van(accounts=list(kring.rollen)).prefetch_related("ouder", "toestemming")
    deelnames = {een.pk: een for een in rijen}
    overleggen = list_mijn_overleggen(deelnames=deelnames.values(), vanaf=kring.op.date())
    besluiten = list_mijn_besluiten(deelnames=deelnames.values())
    over = {een.pk: een for een in (*(besluit.overleg for besluit in besluiten), *overleggen)}
    lezers = list_lezers(overleggen=over.values(), deelnames=deelnames.values(), rollen=kring.rollen, op=kring.op)
    for overleg in overleggen:
        regel = _van_overleg(overleg, kring.op)
        yield from ((account, regel) for account in lezers[overleg.pk])
    for besluit in besluiten:
        if besluit.uiterlijk_op and besluit.eigenaar_id:
            regel = _van_besluit(besluit, besluit.uiterlijk_op)
            eigenaren = wie_is(deelnames[besluit.eigenaar_id])
            yield from ((account, regel) for account in eigenaren & lezers[besluit.overleg_id])


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
