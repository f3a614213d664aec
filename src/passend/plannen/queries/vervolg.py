"""What plans hand to the room that follows pupils: their periods, the next day, and what should have been evaluated."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.leerlingen.models import Leerling
from passend.plannen.models import Plan
from passend.regels.signalen import Evaluatiefeit
from passend.volgen.queries.vervolg import Afspraak, Planperiode, Vervolg


def get_planvervolg(leerling: Leerling, klassen: Collection[Vertrouwelijkheid], peildatum: date) -> Vervolg:
    """The individual plans of a pupil with their periods, and the days on which those that run are looked at again."""
    if Vertrouwelijkheid.GEWOON not in klassen:
        return Vervolg()
    plannen = list(Plan.objects.filter(leerling=leerling, geldig_van__lte=peildatum))
    return Vervolg(
        periodes=[
            Planperiode(
                naam=plan.doel.rstrip("."),
                vak="",
                van=plan.geldig_van,
                tot_en_met=plan.geevalueerd_op or plan.geldig_tot_en_met,
            )
            for plan in plannen
        ],
        afspraken=[
            Afspraak(op=plan.geldig_tot_en_met, wat=plan.doel.rstrip("."))
            for plan in plannen
            if plan.geevalueerd_op is None
        ],
    )


def list_evaluaties(leerlingen: Collection[Leerling], peildatum: date) -> dict[int, list[Evaluatiefeit]]:
    """The plans that should have been evaluated before this day and were not, by the key of the pupil."""
    feiten: dict[int, list[Evaluatiefeit]] = defaultdict(list)
    plannen = Plan.objects.filter(leerling__in=leerlingen, geevalueerd_op__isnull=True, geldig_tot_en_met__lt=peildatum)
    for plan in plannen:
        feiten[plan.leerling_id].append(Evaluatiefeit(wat=plan.doel, uiterlijk_op=plan.geldig_tot_en_met))
    return dict(feiten)
