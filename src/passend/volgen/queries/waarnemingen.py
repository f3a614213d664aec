"""What was seen of a pupil, and on which days they were not there."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta

from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.volgen import Verzuimsoort
from passend.leerlingen.models import Leerling
from passend.organisaties.models import Vestiging
from passend.regels.verzuim import Verzuimdag, Verzuimstand, verzuimstand
from passend.volgen.models import VERZUIMSOORTEN, Verzuim, Waarneming
from passend.volgen.queries.vakanties import vakantiedagen

VERZUIMNAMEN = dict(VERZUIMSOORTEN)
RUIM = timedelta(weeks=12)  # four teaching weeks before the first day of a school year lie within it


def list_waarnemingen(*, leerling: Leerling) -> list[Waarneming]:
    """Everything that was seen of a pupil, newest first; what was taken back too."""
    waarnemingen = Waarneming.objects.filter(bestuur=leerling.bestuur_id, leerling=leerling).select_related("door")
    return list(waarnemingen.order_by("-gezien_op", "-pk"))


def get_waarneming(*, leerling: Leerling, pk: int) -> Waarneming | None:
    """One entry about this pupil; None when it is about another."""
    return Waarneming.objects.filter(leerling=leerling, pk=pk).first()


def list_verzuim(*, leerling: Leerling) -> list[Verzuim]:
    """Every day on which a pupil was not there, newest first."""
    return list(Verzuim.objects.filter(bestuur=leerling.bestuur_id, leerling=leerling).order_by("-op", "-pk"))


def get_verzuimstanden(
    *, leerlingen: Collection[Leerling], vestiging: Vestiging, peildatum: date, is_heel: bool = True
) -> dict[int, Verzuimstand]:
    """How near each pupil comes to what must be reported, by key; one question for any number of pupils.

    Who was never away is left out unless it is asked for whole.
    """
    begin = Schooljaar.op(peildatum).begint_op - RUIM
    dagen: dict[int, list[Verzuimdag]] = defaultdict(list)
    for een in Verzuim.objects.filter(leerling__in=leerlingen, op__gte=begin, op__lte=peildatum):
        dagen[een.leerling_id].append(Verzuimdag(op=een.op, soort=Verzuimsoort(een.soort), uren=een.uren))
    vrij = vakantiedagen(vestiging=vestiging, van=begin - RUIM, tot_en_met=peildatum)
    return {
        leerling.pk: verzuimstand(dagen[leerling.pk], vrij=vrij, peildatum=peildatum)
        for leerling in leerlingen
        if is_heel or leerling.pk in dagen
    }
