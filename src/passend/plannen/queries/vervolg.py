"""What the page of a pupil shows of plans: their periods, the days on which one looks back, and those that passed."""

from collections.abc import Collection, Mapping
from datetime import date

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.leerlingen.models import Leerling
from passend.plannen.models import Plan
from passend.regels.signalen import Evaluatiefeit
from passend.volgen.queries.vervolg import Afspraak, Planperiode, Vervolg


def get_planvervolg(leerling: Leerling, klassen: Collection[Vertrouwelijkheid], peildatum: date) -> Vervolg:
    """The plans of a pupil behind the curves, and the last days of those that nobody looked back on."""
    if Vertrouwelijkheid.GEWOON not in klassen:
        return Vervolg()
    plannen = list(Plan.objects.filter(leerling=leerling, geldig_van__lte=peildatum))
    return Vervolg(
        periodes=[
            Planperiode(naam=plan.doel, vak="", van=plan.geldig_van, tot_en_met=plan.geldig_tot_en_met)
            for plan in plannen
        ],
        afspraken=[
            Afspraak(op=plan.geldig_tot_en_met, wat=plan.doel) for plan in plannen if plan.geevalueerd_op is None
        ],
    )


def list_evaluaties_te_laat(
    leerlingen: Collection[Leerling], peildatum: date
) -> Mapping[int, Collection[Evaluatiefeit]]:
    """The plans of which the last day passed without anybody looking back, by the key of the pupil."""
    te_laat = Plan.objects.filter(leerling__in=leerlingen, geevalueerd_op__isnull=True, geldig_tot_en_met__lt=peildatum)
    per_leerling: dict[int, list[Evaluatiefeit]] = {}
    for sleutel, doel, dag in te_laat.values_list("leerling", "doel", "geldig_tot_en_met"):
        per_leerling.setdefault(sleutel, []).append(Evaluatiefeit(wat=doel, uiterlijk_op=dag))
    return per_leerling
