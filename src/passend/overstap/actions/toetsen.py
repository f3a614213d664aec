"""The results of tests that came along: they become results here, so that growth goes on where it was."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import datetime

from django.conf import settings
from django.utils import translation

from passend.begrippen.overstap import Overstapopgave
from passend.leerlingen.models import Leerling
from passend.regels.instrumenten import Resultaatgegevens, ToetsresultaatError, check_resultaat
from passend.toegang.models import Account
from passend.volgen.actions.resultaten import import_toetsresultaten
from passend.volgen.queries.resultaten import VAKNAMEN


def take_over_toetsen(*, actor: Account, leerling: Leerling, opgave: Overstapopgave, op: datetime) -> int:
    """Store what came along and can be stored; the same result twice is one. The others stay in the words of the piece.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
    """
    regels = [(leerling, een) for een in _gegevens(leerling, opgave, op)]
    if regels:
        import_toetsresultaten(actor=actor, vestiging=leerling.vestiging, regels=regels, op=op)
    return len(regels)


def _gegevens(leerling: Leerling, opgave: Overstapopgave, op: datetime) -> Iterator[Resultaatgegevens]:
    with translation.override(settings.LANGUAGE_CODE):  # a file has the names in the language of what is kept
        vakken = {str(naam): code for code, naam in VAKNAMEN.items()}
    for een in opgave.toetsen:
        if een.vak not in vakken:
            continue
        gegevens = replace(Resultaatgegevens(**asdict(een)), vak=vakken[een.vak])
        try:
            check_resultaat(gegevens, geboren_op=leerling.geboren_op, peildatum=op.date())
        except ToetsresultaatError:
            continue
        yield gegevens
