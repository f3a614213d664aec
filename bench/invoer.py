"""Pupils out of a file: reading 50 MB of EDEXML beside a bare parser, and carrying it out beside the bare database."""

import json
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
POSTGRESQL = WORTEL / "scripts" / "with_postgresql.sh"


def meet_invoer(map_: Path, rondes: int) -> Iterator[Meting]:
    """Seconds against the least that must be done, on both databases."""
    bestand = maak_edexml(map_ / "groot.xml")
    uit = _werk(["lezen", str(bestand), str(rondes)], omgeving(map_ / "geen.sqlite3"))
    grootte = bestand.stat().st_size / 1e6
    yield middelste(f"invoer: EDEXML van {grootte:.0f} MB lezen", uit["lezen"], "s")
    yield verhouding("invoer: EDEXML lezen, tegen een kale iterparse", uit["lezen"], uit["kaal"], LEZEN)
    yield middelste("geheugen: EDEXML lezen en inpakken, boven wat er al was", [uit["geheugen"]], "MB", GEHEUGEN)
    with bestand_voor("invoer") as databank:
        uit = _werk(["uitvoeren", str(rondes)], omgeving(databank))
        yield from _uitgevoerd(uit, "executemany van SQLite", EXECUTEMANY)
    uit = _werk(["uitvoeren", str(rondes)], omgeving(map_ / "geen.sqlite3"), via=(POSTGRESQL, "postgreswerker"))
    yield from _uitgevoerd(uit, "COPY van PostgreSQL", COPY)


def meet_toetsen(map_: Path, rondes: int) -> Iterator[Meting]:
    """Results of tests out of UWLR: the same two things, on SQLite."""
    bestand = maak_uwlr(map_ / "toetsen.xml")
    uit = _werk(["lezen", str(bestand), str(rondes)], omgeving(map_ / "geen.sqlite3"), "toetswerker")
    grootte = bestand.stat().st_size / 1e6
    yield middelste(f"invoer: UWLR van {grootte:.0f} MB lezen", uit["lezen"], "s")
    yield verhouding("invoer: UWLR lezen, tegen een kale iterparse", uit["lezen"], uit["kaal"], LEZEN)
    yield middelste("geheugen: UWLR lezen, boven wat er al was", [uit["geheugen"]], "MB", GEHEUGEN)
    with bestand_voor("toetsen") as databank:
        uit = _werk(["uitvoeren", str(rondes)], omgeving(databank), "toetswerker")
    yield middelste(f"invoer: {uit['aantal']} nieuwe toetsen uitvoeren", uit["ons"], "s")
    yield verhouding(
        "invoer: toetsen uitvoeren, tegen executemany van dezelfde rijen", uit["ons"], uit["kaal"], EXECUTEMANY
    )


def _uitgevoerd(uit: dict[str, Any], tegen: str, doel: float) -> Iterator[Meting]:
    yield middelste(
        f"invoer: {uit['aantal']} nieuwe leerlingen uitvoeren, met {tegen.rsplit(maxsplit=1)[-1]}", uit["ons"], "s"
    )
    yield verhouding(f"invoer: uitvoeren, tegen {tegen} van dezelfde rijen", uit["ons"], uit["kaal"], doel)


def _werk(
    opdracht: list[str], waar: dict[str, str], werker: str = "invoerwerker", via: tuple[Path, str] | None = None
) -> dict[str, Any]:
    hele = [sys.executable, "-m", f"bench.{werker}", *opdracht]
    if via is not None:  # a script that makes the surroundings, and a worker that is told which one to start in them
        hele = [str(via[0]), sys.executable, "-m", f"bench.{via[1]}", *hele[2:]]
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


def maak_uwlr(bestand: Path, leerlingen: int = 3_000, toetsen: int = 16) -> Path:
    """A file with so many pupils, each with so many results as a maker of tests hands them."""
    ruimte = 'xmlns="http://www.edustandaard.nl/leerresultaten/2/leerresultaten"'
    oso = 'xmlns:oso="http://www.edustandaard.nl/oso_gegevensset/1.2/dossier"'
    with bestand.open("w", encoding="utf-8") as uit:
        uit.write(f"<leerresultaten_verzoek {ruimte} {oso}>\n<school><schooljaar>2025-2026</schooljaar>")
        uit.write("<brincode>99AA</brincode><aanmaakdatum>2026-02-01T10:00:00</aanmaakdatum>")
        uit.write("<xsdversie>2.2</xsdversie></school>\n<toetsafnames>\n")
        for leerling in range(leerlingen):
            uit.write(f"<toetsafname>\n<leerlingid>{leerling:05}</leerlingid>\n<resultaten>\n")
            for nummer in range(toetsen):
                uit.write(_UITSLAG.format(n=leerling * toetsen + nummer, t=nummer, d=nummer % 28 + 1))
            uit.write("</resultaten>\n</toetsafname>\n")
        uit.write("</toetsafnames>\n<toetsen>\n")
        for nummer in range(toetsen):
            uit.write(f"<toets><toetscode>T{nummer}</toetscode><toetsnaam>Cito Spelling</toetsnaam></toets>\n")
        uit.write("</toetsen>\n</leerresultaten_verzoek>\n")
    return bestand


_UITSLAG = """<resultaat key="{n}">
\t<afnamedatum>2026-01-{d:02}</afnamedatum>
\t<toetscode>T{t}</toetscode>
\t<osoresultaat>
\t\t<oso:toetsscore>
\t\t\t<oso:aantalopgaven>96</oso:aantalopgaven>
\t\t\t<oso:aantalgoed>71</oso:aantalgoed>
\t\t\t<oso:vaardigheidsscore>212.5</oso:vaardigheidsscore>
\t\t</oso:toetsscore>
\t\t<oso:referentiescore>
\t\t\t<oso:codereferentiescore>IV</oso:codereferentiescore>
\t\t\t<oso:codevergelijkingsgroep>Landelijk</oso:codevergelijkingsgroep>
\t\t\t<oso:waarde>II</oso:waarde>
\t\t</oso:referentiescore>
\t\t<oso:referentiescore>
\t\t\t<oso:codereferentiescore>FN</oso:codereferentiescore>
\t\t\t<oso:codevergelijkingsgroep>Landelijk</oso:codevergelijkingsgroep>
\t\t\t<oso:waarde>M5</oso:waarde>
\t\t</oso:referentiescore>
\t\t<oso:referentiescore>
\t\t\t<oso:codereferentiescore>Percentiel</oso:codereferentiescore>
\t\t\t<oso:codevergelijkingsgroep>Landelijk</oso:codevergelijkingsgroep>
\t\t\t<oso:waarde>65</oso:waarde>
\t\t</oso:referentiescore>
\t</osoresultaat>
</resultaat>
"""
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
