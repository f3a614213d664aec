"""Choosing the rounds of a year and the levels of support of a school."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from passend.begrippen.periode import Periode
from passend.begrippen.schooljaar import Schooljaar
from passend.leerlingen.actions.leerlingen import log_school
from passend.leerlingen.permissions import require
from passend.organisaties.models import Vestiging
from passend.plannen.actions.kenmerken import PlanError
from passend.plannen.models import Clustergrens, Groepsplan, Ondersteuningsniveau, Planronde
from passend.plannen.permissions import WIE_STELT_IN, why_may_configure
from passend.plannen.queries.rondes import list_rondes
from passend.regels.clusters import Clustergrenzen, check_grenzen
from passend.regels.planevaluatie import HOOGSTE_NIVEAU, LAAGSTE_NIVEAU
from passend.regels.planrondes import check_rondes, verdeel
from passend.toegang.models import Account

RONDES_VANZELF = 2
LANGSTE_NAAM, LANGSTE_UITLEG = 60, 200


@transaction.atomic
def set_rondes(
    *, actor: Account, vestiging: Vestiging, schooljaar: Schooljaar, rondes: Sequence[Periode], op: datetime
) -> list[Planronde]:
    """Choose the rounds of a year; plans stay with the number of their round.

    Raises:
        GeenToegangError: the actor does not choose for this school.
        PlanError: the days cannot be rounds, or a round with plans would go.
    """
    reden = require(why_may_configure(actor, vestiging, op=op), WIE_STELT_IN)
    if bezwaar := check_rondes(rondes, schooljaar):
        raise PlanError(bezwaar.zin)
    weg = [ronde for ronde in list_rondes(vestiging=vestiging, schooljaar=schooljaar) if ronde.nummer > len(rondes)]
    if Groepsplan.objects.filter(ronde__in=weg).exists():
        raise PlanError(
            "In een ronde die zou vervallen staan al groepsplannen. Houd die ronde, of verschuif haar dagen."
        )
    for ronde in weg:
        ronde.delete()
    log_school(actor, vestiging, "set_rondes", reden, op)
    return _write(vestiging, schooljaar, rondes)


def ensure_rondes(*, vestiging: Vestiging, schooljaar: Schooljaar) -> list[Planronde]:
    """The rounds of a year; where the school chose none yet, two, so that a teacher can begin."""
    return list_rondes(vestiging=vestiging, schooljaar=schooljaar) or _write(
        vestiging, schooljaar, verdeel(schooljaar, RONDES_VANZELF)
    )


def _write(vestiging: Vestiging, schooljaar: Schooljaar, rondes: Sequence[Periode]) -> list[Planronde]:
    return [
        Planronde.objects.update_or_create(
            bestuur_id=vestiging.bestuur_id,
            vestiging=vestiging,
            schooljaar=str(schooljaar),
            nummer=nummer,
            defaults={"geldig_van": ronde.van, "geldig_tot_en_met": ronde.tot_en_met or ronde.van},
        )[0]
        for nummer, ronde in enumerate(rondes, start=1)
    ]


@transaction.atomic
def set_niveaus(*, actor: Account, vestiging: Vestiging, niveaus: Mapping[int, tuple[str, str]], op: datetime) -> None:
    """Say what a school calls its levels of support; all five have a name.

    Raises:
        GeenToegangError: the actor does not choose for this school.
        PlanError: a name is missing, or a text is too long.
    """
    reden = require(why_may_configure(actor, vestiging, op=op), WIE_STELT_IN)
    for nummer in range(LAAGSTE_NIVEAU, HOOGSTE_NIVEAU + 1):
        naam, uitleg = (tekst.strip() for tekst in niveaus.get(nummer, ("", "")))
        if not naam:
            raise PlanError(f"Geef niveau {nummer} een naam. Een paar woorden zijn genoeg.")
        if len(naam) > LANGSTE_NAAM or len(uitleg) > LANGSTE_UITLEG:
            raise PlanError(
                f"Niveau {nummer} is te lang. Houd de naam bij {LANGSTE_NAAM} tekens en de uitleg bij {LANGSTE_UITLEG}."
            )
        Ondersteuningsniveau.objects.update_or_create(
            bestuur_id=vestiging.bestuur_id,
            vestiging=vestiging,
            nummer=nummer,
            defaults={"naam": naam, "uitleg": uitleg},
        )
    log_school(actor, vestiging, "set_niveaus", reden, op)


@transaction.atomic
def set_clustergrenzen(*, actor: Account, vestiging: Vestiging, grenzen: Clustergrenzen, op: datetime) -> None:
    """Choose between which percentiles a school proposes basis; plans that are there keep their clusters.

    Raises:
        GeenToegangError: the actor does not choose for this school.
        ClusterError: the borders cannot be.
    """
    reden = require(why_may_configure(actor, vestiging, op=op), WIE_STELT_IN)
    check_grenzen(grenzen)
    Clustergrens.objects.update_or_create(
        bestuur_id=vestiging.bestuur_id,
        vestiging=vestiging,
        defaults={
            "verdiept_vanaf": grenzen.verdiept_vanaf,
            "intensief_tot_en_met": grenzen.intensief_tot_en_met,
            "gewijzigd_op": op,
            "door": actor,
        },
    )
    log_school(actor, vestiging, "set_clustergrenzen", reden, op)
