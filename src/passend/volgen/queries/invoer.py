"""Reads of files with test results that were handed in, and of what they are compared with."""

from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from passend.begrippen.opgave import Invoerinhoud
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.toetsopgave import Toetsopgave, pak_toetsopgave_uit
from passend.leerlingen.models import Invoer
from passend.leerlingen.queries.invoer import get_invoer, get_koppeling, list_bekenden, list_invoeren
from passend.organisaties.models import Vestiging
from passend.regels.toetsinvoer import UITSLAGVELDEN, Toetsvergelijking, vergelijk_toetsen
from passend.regels.toetstwijfels import ZELFDE_RONDE, Bekenduitslag, Toetssleutel, Uitslag
from passend.volgen.models import Toetsresultaat

TOETSEN = Invoerinhoud.TOETSRESULTATEN
EERSTE_DAG = date(1990, 1, 1)  # a day before it was typed wrong, and is refused
TOETSVELDEN = ("instrument", "instrumentversie", "vak", "afnamemoment", "afgenomen_op")


def list_toetsinvoeren(*, vestiging: Vestiging) -> list[Invoer]:
    """The newest files with results of a site, without what was in them."""
    return list_invoeren(vestiging=vestiging, inhoud=TOETSEN)


def get_toetsinvoer(*, vestiging: Vestiging, pk: int) -> Invoer | None:
    """One file with results of a site; None when it is another's, or about something else."""
    return get_invoer(vestiging=vestiging, pk=pk, inhoud=TOETSEN)


def get_toetskoppeling(*, vestiging: Vestiging) -> dict[str, Any]:
    """What the columns and the tests of such files meant the last time; empty the first time."""
    return get_koppeling(vestiging=vestiging, inhoud=TOETSEN)


def get_toetsopgave(invoer: Invoer) -> Toetsopgave | None:
    """What a file says; None while it is not told what its columns or its tests are, or when nothing is left of it."""
    return pak_toetsopgave_uit(bytes(invoer.opgave)) if invoer.opgave else None


def get_toetsvergelijking(*, vestiging: Vestiging, opgave: Toetsopgave, peildatum: date) -> Toetsvergelijking:
    """What a file would change now."""
    bekenden = list_bekenden(vestiging=vestiging, schooljaar=str(Schooljaar.op(peildatum)), peildatum=peildatum)
    dagen = [een.afgenomen_op for een in opgave.regels if een.afgenomen_op <= peildatum]
    van = max(min(dagen, default=peildatum), EERSTE_DAG) - ZELFDE_RONDE
    tot_en_met = max(dagen, default=peildatum) + ZELFDE_RONDE
    return vergelijk_toetsen(
        opgave,
        bekenden,
        resultaten=_uitslagen(vestiging, van, tot_en_met) if dagen else {},
        ingetrokken=_ingetrokken(vestiging, van, tot_en_met) if dagen else (),
        peildatum=peildatum,
    )


def _uitslagen(vestiging: Vestiging, van: date, tot_en_met: date) -> dict[Toetssleutel, Bekenduitslag]:
    """Every result of a site in a time, by pupil and test."""
    rijen = _rijen(vestiging, van, tot_en_met).filter(ingetrokken_op__isnull=True)
    return {
        (rij[1], *rij[2:7]): Bekenduitslag(rij[0], rij[7:])
        for rij in rijen.values_list("pk", "leerling", *TOETSVELDEN, *UITSLAGVELDEN)
    }


def _ingetrokken(vestiging: Vestiging, van: date, tot_en_met: date) -> set[tuple[Toetssleutel, Uitslag]]:
    """What was taken out of files because it belongs to another pupil."""
    rijen = _rijen(vestiging, van, tot_en_met).filter(ingetrokken_op__isnull=False)
    return {((rij[0], *rij[1:6]), rij[6:]) for rij in rijen.values_list("leerling", *TOETSVELDEN, *UITSLAGVELDEN)}


def _rijen(vestiging: Vestiging, van: date, tot_en_met: date) -> QuerySet[Toetsresultaat]:
    return Toetsresultaat.objects.filter(
        bestuur=vestiging.bestuur_id,
        leerling__bestuur=F("bestuur"),
        leerling__vestiging=vestiging,
        afgenomen_op__range=(van, tot_en_met),
    ).order_by()
