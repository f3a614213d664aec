"""What a removal under way asks before a pupil is deregistered."""

from datetime import date

from passend.begrippen.toelating import Verwijderingsstand
from passend.leerlingen.models import Leerling
from passend.regels.verwijdering import verwijderingsstand
from passend.toelating.queries.schorsing import get_verwijderzaak, list_verwijderingen


def why_stays(leerling: Leerling, op: date) -> str:
    """Why a pupil with a removal cannot be deregistered: another school has to enrol it first (LPW 10, WPO 40 lid 11).

    Empty when there is no removal under way, or the evidence of that school is there.
    """
    for rij in list_verwijderingen(leerling=leerling):
        rij.leerling = leerling
        stand = verwijderingsstand(get_verwijderzaak(verwijdering=rij).feiten, peildatum=op).soort
        if stand in {Verwijderingsstand.VOORGENOMEN, Verwijderingsstand.BESLOTEN}:
            return (
                "Er loopt een verwijdering van deze leerling. Het kind blijft hier leerling tot een andere school het "
                "inschreef. Noteer dat eerst bij de verwijdering, met het bewijs, en schrijf het kind dan uit."
            )
    return ""
