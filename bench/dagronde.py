"""The daily round of a region: what everybody must be told, with 60,290 pupils and 5,000 open registrations."""

import json
import subprocess
import sys
from collections.abc import Iterator

from bench.databank import bestand_voor, omgeving
from bench.document import WORTEL
from bench.meten import Meting, middelste

DOEL = 5.0


def meet_dagronde(herhalingen: int) -> Iterator[Meting]:
    """Seconds of a round on a day on which nobody was told yet, in a process of its own."""
    with bestand_voor("dagronde") as bestand:
        opdracht = [sys.executable, "-m", "bench.dagwerker", str(herhalingen)]
        af = subprocess.run(opdracht, env=omgeving(bestand), cwd=WORTEL, check=True, capture_output=True, text=True)
    uit = json.loads(af.stdout)
    titel = f"dagronde: {uit['mensen']} mensen, {uit['leerlingen']} leerlingen, {uit['zaken']} aanmeldingen"
    yield middelste(titel, uit["tijden"], "s", DOEL)
