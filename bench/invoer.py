"""Pupils out of a file: reading 50 MB of EDEXML beside a bare parser, and carrying it out beside the bare database."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.databank import bestand_voor, omgeving
from bench.document import WORTEL
from bench.meten import Meting, middelste, verhouding

LEZEN, GEHEUGEN = 1.3, 64.0
EXECUTEMANY, COPY = 1 / 0.4, 1 / 0.5
POSTGRESQL = "BENCH_POSTGRESQL_URL"


def meet_invoer(map_: Path, rondes: int) -> Iterator[Meting]:
    """Seconds against the least that must be done; on PostgreSQL too when the environment names one."""
    bestand = maak_edexml(map_ / "groot.xml")
    uit = _werk(["lezen", str(bestand), str(rondes)], omgeving(map_ / "geen.sqlite3"))
    grootte = bestand.stat().st_size / 1e6
    yield middelste(f"invoer: EDEXML van {grootte:.0f} MB lezen", uit["lezen"], "s")
    yield verhouding("invoer: EDEXML lezen, tegen een kale iterparse", uit["lezen"], uit["kaal"], LEZEN)
    yield middelste("geheugen: EDEXML lezen, boven wat er al was", [uit["geheugen"]], "MB", GEHEUGEN)
    with bestand_voor("invoer") as databank:
        yield from _uitvoeren(rondes, omgeving(databank), "executemany van SQLite", EXECUTEMANY)
    if adres := os.environ.get(POSTGRESQL):
        yield from _uitvoeren(rondes, {**omgeving(Path()), "DATABASE_URL": adres}, "COPY van PostgreSQL", COPY)


def _uitvoeren(rondes: int, waar: dict[str, str], tegen: str, doel: float) -> Iterator[Meting]:
    uit = _werk(["uitvoeren", str(rondes)], waar)
    yield middelste(
        f"invoer: {uit['aantal']} nieuwe leerlingen uitvoeren, met {tegen.rsplit(maxsplit=1)[-1]}", uit["ons"], "s"
    )
    yield verhouding(f"invoer: uitvoeren, tegen {tegen} van dezelfde rijen", uit["ons"], uit["kaal"], doel)


def _werk(opdracht: list[str], waar: dict[str, str]) -> dict[str, Any]:
    hele = [sys.executable, "-m", "bench.invoerwerker", *opdracht]
    af = subprocess.run(hele, env=waar, cwd=WORTEL, check=True, capture_output=True, text=True)
    uit: dict[str, Any] = json.loads(af.stdout)
    return uit


def maak_edexml(bestand: Path, aantal: int = 72_000) -> Path:
    """A file with so many pupils, each with what an administration says of one."""
    kop = "<school><schooljaar>2026-2027</schooljaar><brincode>99AA</brincode><xsdversie>2.1</xsdversie></school>"
    groepen = "\n".join(_GROEP.format(n=nummer, j=nummer % 8 + 1) for nummer in range(20))
    with bestand.open("w", encoding="utf-8") as uit:
        uit.write(f"<EDEX>\n{kop}\n<groepen>\n{groepen}\n</groepen>\n<leerlingen>\n")
        for nummer in range(aantal):
            uit.write(_LEERLING.format(n=nummer, g=nummer % 20))
        uit.write("</leerlingen>\n</EDEX>\n")
    return bestand


_GROEP = '<groep key="g{n}"><naam>{n}</naam><jaargroep>{j}</jaargroep></groep>'
_LEERLING = """\t\t<leerling key="{n:05}" eckid="https://ketenid.example/201703/{n:064}">
\t\t\t<achternaam>Achternaam {n}</achternaam>
\t\t\t<voorvoegsel>van</voorvoegsel>
\t\t\t<voorletters-1>W</voorletters-1>
\t\t\t<roepnaam>Kind {n}</roepnaam>
\t\t\t<geboortedatum>2018-06-21</geboortedatum>
\t\t\t<geslacht>9</geslacht>
\t\t\t<jaargroep>4</jaargroep>
\t\t\t<groep key="g{g}"/>
\t\t\t<etniciteit>9</etniciteit>
\t\t\t<land>NL</land>
\t\t\t<land_vader>NL</land_vader>
\t\t\t<land_moeder>NL</land_moeder>
\t\t\t<gewicht_nieuw>0</gewicht_nieuw>
\t\t\t<postcodenl>9999ZZ</postcodenl>
\t\t\t<instroomdatum>2022-08-25</instroomdatum>
\t\t\t<mutatiedatum>2026-10-14T08:47:35</mutatiedatum>
\t\t</leerling>
"""
