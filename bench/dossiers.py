"""Who may see which pupil, with 60,290 of them: the list of each person, and pages with their log."""

import json
import subprocess
import sys
from collections.abc import Iterator

from bench.databank import bestand_voor, omgeving
from bench.document import WORTEL
from bench.meten import Meting, middelste, verhouding

LIJST, BLAD = 2.0, 1.5
WIE = ("ib", "leerkracht", "ouder")
ZONDER = "zonder reden en logboek"


def meet_dossiers(rondes: int) -> Iterator[Meting]:
    """Seconds with a reason against seconds without, in the same run."""
    with bestand_voor("leerlingen") as bestand:
        opdracht = [sys.executable, "-m", "bench.dossierwerker", str(rondes)]
        af = subprocess.run(opdracht, env=omgeving(bestand), cwd=WORTEL, check=True, capture_output=True, text=True)
    uit = json.loads(af.stdout)
    tijden, aantal = uit["tijden"], uit["aantal"]
    for wie in WIE:
        met, kaal = tijden[f"lijst van {wie}"], tijden[f"lijst van {wie}, kaal"]
        yield middelste(f"dossiers: lijst van {wie}, {aantal} leerlingen", [tijd * 1000 for tijd in met], "ms")
        yield verhouding(f"dossiers: lijst van {wie}, tegen dezelfde zonder te vragen wie het is", met, kaal)
        met, kaal = tijden[f"vraag van {wie}"], tijden[f"vraag van {wie}, kaal"]
        yield verhouding(f"dossiers: de vraag die zegt wat {wie} mag zien, tegen de kale vraag", met, kaal, LIJST)
    for naam in [naam for naam in tijden if f"{naam}, {ZONDER}" in tijden]:
        met, zonder = tijden[naam], tijden[f"{naam}, {ZONDER}"]
        yield middelste(f"dossiers: bladzijde {naam}", [tijd * 1000 for tijd in met], "ms")
        yield verhouding(f"dossiers: bladzijde {naam}, tegen dezelfde {ZONDER}", met, zonder, BLAD)
