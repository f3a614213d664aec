"""What the page of a pupil shows of meetings: those that are to come."""

from collections.abc import Collection
from datetime import date

from django.utils import timezone

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.overleg import Overlegstand
from passend.leerlingen.models import Leerling
from passend.overleggen.models import Overleg
from passend.volgen.queries.vervolg import Afspraak, Vervolg


def get_overlegvervolg(leerling: Leerling, klassen: Collection[Vertrouwelijkheid], _peildatum: date) -> Vervolg:
    """The meetings about a pupil that are planned."""
    if Vertrouwelijkheid.GEWOON not in klassen:
        return Vervolg()
    gepland = Overleg.objects.filter(leerling=leerling, stand=Overlegstand.GEPLAND.value)
    return Vervolg(
        afspraken=[
            Afspraak(op=timezone.localtime(een.begint_op).date(), wat=str(een.get_soort_display()), is_getypt=False)
            for een in gepland
        ]
    )
