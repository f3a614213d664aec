"""Destroying the case of a child that never came, once its term is over and nobody contests it."""

from datetime import datetime

from django.db import transaction

from passend.begrippen.rollen import Logsoort
from passend.leerlingen.actions.leerlingen import log_school
from passend.leerlingen.permissions import why_may_destroy
from passend.organisaties.models import Vestiging
from passend.organisaties.queries import in_vernietiging
from passend.toegang.models import Account
from passend.toelating.models import Aanmelding
from passend.toelating.permissions import WIE_DOORBREEKT, require
from passend.toelating.queries.bewaren import list_te_vernietigen


@transaction.atomic
def destroy_aanmeldingen(*, actor: Account, vestiging: Vestiging, op: datetime) -> int:
    """Destroy every case whose term is over, with its parents, events, letters and keys; only that it was done stays.

    Raises:
        GeenToegangError: the actor does not govern this school.

    Returns:
        How many cases were destroyed.
    """
    reden = require(why_may_destroy(actor, vestiging, op=op), WIE_DOORBREEKT)
    weg = [een.aanmelding.pk for een in list_te_vernietigen(vestiging=vestiging, peildatum=op.date()) if een.mag_weg]
    with in_vernietiging():
        for aanmelding in Aanmelding.objects.filter(pk__in=weg, vestiging=vestiging, leerling__isnull=True):
            aanmelding.delete()
    log_school(actor, vestiging, "destroy_aanmeldingen", reden, op, Logsoort.WIJZIGEN)
    return len(weg)
