"""What meetings about a group keep of the group goes when its term is over; of a pupil, it goes with the pupil."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.schooljaar import Schooljaar
from passend.leerlingen.actions.leerlingen import INSTALLATIE
from passend.leerlingen.queries.bewaren import get_keuzes
from passend.overleggen.models import Besluit, Overleg, Overlegdeel, Overlegdeelnemer, Overlegdeelversie
from passend.regels.bewaartermijnen import bewaartermijn
from passend.toegang.actions import log_handeling


@transaction.atomic
def forget_groepsoverleggen(*, bestuur: int, op: datetime) -> int:
    """Destroy the words, the decisions and the participants of meetings about a group, after the term of guidance.

    The term counts from the end of the school year of the meeting, for a group has no day on which it leaves. The line
    of a pupil stays with the file of that pupil, and so does who does what was decided of a pupil. Must be called
    within the scope of that board.

    Returns:
        How many meetings something was destroyed of.
    """
    keuze = get_keuzes(bestuur=bestuur).get(Bewaarklasse.BEGELEIDING)
    voorbij = []
    for overleg in Overleg.objects.filter(bestuur=bestuur, leerling__isnull=True, groep__bestuur=F("bestuur")):
        begin = Schooljaar.op(timezone.localtime(overleg.begint_op).date()).eindigt_op
        termijn = bewaartermijn(
            Bewaarklasse.BEGELEIDING, begin=begin, peildatum=op.date(), is_aangehouden=False, keuze=keuze
        )
        if termijn.vernietigen_uiterlijk_op is not None and termijn.vernietigen_uiterlijk_op <= op.date():
            voorbij.append(overleg)
    aantal = sum(_vergeet(overleg) for overleg in voorbij)
    if aantal:
        log_handeling(
            account=None,
            handeling="forget_groepsoverleggen",
            onderwerp=f"bestuur:{bestuur} overleggen:{aantal}",
            reden=INSTALLATIE,
            op=op,
            bestuur=bestuur,
        )
    return aantal


def _vergeet(overleg: Overleg) -> bool:
    """Destroy what is of the group in one meeting, and the meeting when nothing of a pupil is left in it."""
    van_groep = Overlegdeel.objects.filter(overleg=overleg, leerling__isnull=True)
    weg = [
        Overlegdeelversie.objects.filter(deel__in=van_groep.values("pk"), deel__bestuur=F("bestuur")).delete()[0],
        van_groep.delete()[0],
        Besluit.objects.filter(overleg=overleg, leerling__isnull=True).delete()[0],
    ]
    nog = Besluit.objects.filter(overleg=overleg)
    eigenaren = set(nog.exclude(eigenaar__isnull=True).values_list("eigenaar", flat=True))
    weg.append(Overlegdeelnemer.objects.filter(overleg=overleg).exclude(pk__in=eigenaren).delete()[0])
    if not nog.exists() and not Overlegdeel.objects.filter(overleg=overleg).exists():
        weg.append(overleg.delete()[0])
    return any(weg)
