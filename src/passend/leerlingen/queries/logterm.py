"""Which lines of the log of a board are over their term, and not about somebody of whom nothing may go."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from passend.begrippen.bewaren import Bewaarklasse
from passend.leerlingen.models import Leerling
from passend.leerlingen.queries.bewaren import get_keuzes, list_aangehouden
from passend.leerlingen.queries.leerlingen import list_plaatsingen
from passend.regels.bewaartermijnen import laatste_dag_om, parameter_van
from passend.toegang.queries import find_laatste_om, list_onderwerpen

VAN_LEERLING = "leerling:"


def find_logregels_om(*, bestuur: int | None, peildatum: date) -> int:
    """The number of the last line of a log that may be destroyed on a day; 0 when none may.

    The board can have chosen another term than the guideline; what belongs to no board follows the guideline. Of a
    pupil about whom something is contested no line goes, nor of the groups they were in. Must be called within the
    scope of that board.
    """
    if bestuur is None:
        return find_laatste_om(bestuur=None, laatste_dag=laatste_dag_om(Bewaarklasse.LOGBOEK, peildatum=peildatum))
    keuze = get_keuzes(bestuur=bestuur).get(Bewaarklasse.LOGBOEK)
    dag = laatste_dag_om(Bewaarklasse.LOGBOEK, peildatum=peildatum, keuze=keuze)
    laatste = find_laatste_om(bestuur=bestuur, laatste_dag=dag)
    if not laatste:
        return 0
    over = _leerlingen_van(list_onderwerpen(bestuur=bestuur, tot_en_met=laatste))
    behalve = [
        een
        for leerling in list_aangehouden(leerlingen=over, peildatum=peildatum)
        for een in (
            f"{VAN_LEERLING}{leerling.sleutel.hex}",
            *(f"groep:{groep}" for groep, _van, _tot in list_plaatsingen(leerling=leerling)),
        )
    ]
    return find_laatste_om(bestuur=bestuur, laatste_dag=dag, behalve=behalve) if behalve else laatste


def get_logtermijn(*, bestuur: int, peildatum: date) -> int:
    """How many months a line of the log of a board stays, as the board chose or the guideline says."""
    keuze = get_keuzes(bestuur=bestuur).get(Bewaarklasse.LOGBOEK)
    maanden: int = parameter_van(Bewaarklasse.LOGBOEK).op(peildatum).feiten["maanden"]
    return keuze or maanden


def _leerlingen_van(onderwerpen: Collection[str]) -> list[Leerling]:
    sleutels = [UUID(een.removeprefix(VAN_LEERLING)) for een in onderwerpen if een.startswith(VAN_LEERLING)]
    return list(Leerling.objects.filter(sleutel__in=sleutels))
