"""Files with test results as they are handed in, and what waits of them."""

import io
from datetime import datetime

from tests.factories.invoer import MAP
from tests.factories.profielen import OP, School

from passend.begrippen.opgave import Invoersoort
from passend.begrippen.toetsopgave import Toetsopgave, Toetsregel
from passend.leerlingen.actions.invoer import Aanlevering, Invoerkeuze
from passend.leerlingen.models import Invoer
from passend.uitwisseling.uwlr.bestand import pak_bestand_in
from passend.uitwisseling.uwlr.reader import read_uwlr
from passend.volgen.actions.invoer import prepare_toetsinvoer
from passend.volgen.queries.invoer import get_toetsopgave, get_toetsvergelijking

UWLR = (MAP / "toetsen.uwlr.xml").read_bytes()
TOETSLIJST = b"""Leerlingnummer;Leerling;Toets;Afnamedatum;Vaardigheidsscore;Niveau
L1;Pip Duinmans;Rekenen-Wiskunde 3.0 M5;20-01-2026;212,5;II
L9;Ot Helm;Rekenen-Wiskunde 3.0 M5;20-01-2026;198;III
"""


def lever_toetsen_in(school: School, *regels: Toetsregel, op: datetime = OP, brin: str = "") -> Invoer:
    """A file that was read and waits."""
    aanlevering = Aanlevering(
        soort=Invoersoort.UWLR,
        bestandsnaam="toetsen.xml",
        tabel=pak_bestand_in(read_uwlr(io.BytesIO(UWLR))),
        opgave=Toetsopgave(soort=Invoersoort.UWLR, brin=brin, regels=list(regels)),
    )
    return prepare_toetsinvoer(
        actor=school.intern_begeleider, vestiging=school.vestiging, aanlevering=aanlevering, op=op
    )


def toetskeuze_van(invoer: Invoer, *overslaan: int) -> Invoerkeuze:
    """The choice of somebody who looked just now."""
    opgave = get_toetsopgave(invoer)
    assert opgave is not None
    vergelijking = get_toetsvergelijking(vestiging=invoer.vestiging, opgave=opgave, peildatum=OP.date())
    alle = (*vergelijking.nieuw, *vergelijking.gewijzigd)
    weg = frozenset(een.kenmerk for een in alle if een.opgave.regel in overslaan)
    return Invoerkeuze(kenmerk=vergelijking.kenmerk, overslaan=weg)
