"""The group overview: one row a pupil, with everything a teacher looks at before a round."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from passend.leerlingen.models import Leerling
from passend.plannen.models import Groepsplan
from passend.plannen.queries.groepsplannen import list_clusters_nu
from passend.plannen.queries.kenmerken import Kenmerken, list_kenmerken
from passend.plannen.queries.metingen import Groei, list_groei
from passend.plannen.queries.plannen import Lopendplan, list_lopende_plannen
from passend.regels.planevaluatie import Evaluatiestand, evaluatiestand


@dataclass(frozen=True, slots=True, kw_only=True)
class Overzichtsrij:
    """One pupil: growth by subject, phrases, plans that run, the cluster in each subject, and the next day."""

    leerling: Leerling
    groei: Mapping[str, Groei]
    kenmerken: Kenmerken
    plannen: Sequence[Lopendplan]
    clusters: Mapping[str, str]
    volgende_op: date | None
    stand: Evaluatiestand | None


def list_overzicht(
    *, leerlingen: Collection[Leerling], plannen: Sequence[Groepsplan], peildatum: date
) -> list[Overzichtsrij]:
    """A row for each of these pupils, in their order; as many questions for one as for thirty.

    Args:
        leerlingen: who may be seen.
        plannen: the plan of each subject that runs.
        peildatum: the day.
    """
    kenmerken = list_kenmerken(leerlingen=leerlingen, peildatum=peildatum)
    groei = list_groei(leerlingen=leerlingen, peildatum=peildatum)
    lopend = list_lopende_plannen(leerlingen=leerlingen)
    clusters = list_clusters_nu(plannen=plannen, leerlingen=leerlingen)
    einde = min((plan.ronde.geldig_tot_en_met for plan in plannen if plan.afgesloten_op is None), default=None)
    rijen = []
    for leerling in leerlingen:
        eigen = lopend[leerling.pk]
        volgende_op = eigen[0].plan.geldig_tot_en_met if eigen else (einde if clusters[leerling.pk] else None)
        rijen.append(
            Overzichtsrij(
                leerling=leerling,
                groei=groei.get(leerling.pk, {}),
                kenmerken=kenmerken[leerling.pk],
                plannen=eigen,
                clusters=clusters[leerling.pk],
                volgende_op=volgende_op,
                stand=evaluatiestand(volgende_op, geevalueerd_op=None, peildatum=peildatum) if volgende_op else None,
            )
        )
    return rijen
