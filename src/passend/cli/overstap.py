"""`passend overstap`: look at a transfer file before it is sent or stored; nothing is stored or sent."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from passend.begrippen.opgave import OnleesbaarError

GEEN_AANLEVERPUNT = (
    "Passend leest en maakt OSO-bestanden. Passend is geen gekwalificeerd OSO-aanleverpunt en verstuurt niets via OSO."
)


def register(opdrachten: Any) -> None:
    """Add the sub-commands."""
    overstap = opdrachten.add_parser("overstap", help="kijk een overstapdossier (OSO) na", epilog=GEEN_AANLEVERPUNT)
    soorten = overstap.add_subparsers(dest="wat", required=True, metavar="WAT")
    check = soorten.add_parser("check", help="klopt dit bestand?", epilog=GEEN_AANLEVERPUNT)
    check.add_argument("bestand", type=Path, metavar="BESTAND")
    check.add_argument("--schema", type=Path, metavar="BESTAND", help="het officiële schema (XSD), als u het hebt")
    check.add_argument("--regels", type=Path, metavar="MAP", help="de officiële regels (XSLT), als u ze hebt")
    check.add_argument("--json", action="store_true", help="als JSON")
    check.set_defaults(doe=run_check)
    lees = soorten.add_parser("lees", help="wat staat erin?", epilog=GEEN_AANLEVERPUNT)
    lees.add_argument("bestand", type=Path, metavar="BESTAND")
    lees.set_defaults(doe=run_lees)


def run_check(opties: argparse.Namespace) -> int:
    """Print what is wrong; the code is 1 when something is."""
    from passend.uitwisseling.oso.schema import GeenRegelsError  # slow import: lxml

    try:
        bevindingen = [
            {"code": een.code, "regel": een.regel, "zin": een.zin}
            for een in _bevindingen(opties.bestand, opties.schema, opties.regels)
        ]
    except (OSError, OnleesbaarError, GeenRegelsError) as fout:
        sys.stderr.write(f"{_zin(fout)}\n")
        return 1
    if opties.json:
        print(json.dumps(bevindingen, ensure_ascii=False, indent=1))
    else:
        for een in bevindingen:
            print(f"regel {een['regel']}: {een['zin']} ({een['code']})")
        print(f"{len(bevindingen)} keer iets mis." if bevindingen else "Niets mis gevonden.")
        print(GEEN_AANLEVERPUNT)
    return 1 if bevindingen else 0


def run_lees(opties: argparse.Namespace) -> int:
    """Print what kind of file it is and how much is in it; no name, no number."""
    from passend.uitwisseling.oso.lezen import lees_oso  # slow import: lxml

    try:
        lezing = lees_oso(opties.bestand.read_bytes())
    except (OSError, OnleesbaarError) as fout:
        sys.stderr.write(f"{_zin(fout)}\n")
        return 1
    leerling, kop = lezing.bestand.huidigeschool.leerling, lezing.bestand.metadata
    print(f"OSO {lezing.formaat.versie}, {kop.overstap or lezing.bestand.overdrachtsoort}, van {kop.datum:%d-%m-%Y}")
    print(f"Schooljaren: {len(leerling.schoolloopbaan)}. Toetsen: {len(leerling.toetsen)}.")
    print(f"Bijlagen: {len(leerling.documenten)}. Verzorgers: {len(leerling.verzorgers)}.")
    for naam in lezing.overgeslagen:
        print(f"Niet gelezen: {naam}")
    print(GEEN_AANLEVERPUNT)
    return 0


def _bevindingen(bestand: Path, schema: Path | None, regels: Path | None) -> Iterator[Any]:
    from passend.uitwisseling.oso.controle import controleer  # slow import: lxml
    from passend.uitwisseling.oso.lezen import lees_oso
    from passend.uitwisseling.oso.schema import controleer_officieel, controleer_schema

    lezing = lees_oso(bestand.read_bytes())
    yield from controleer(lezing.boom, lezing.formaat)
    if schema is not None:
        yield from controleer_schema(lezing.boom, schema)
    if regels is not None:
        profiel = lezing.bestand.metadata.overstap or "POPO"
        yield from controleer_officieel(lezing.boom, profiel, regels)


def _zin(fout: Exception) -> str:
    if isinstance(fout, OSError):
        return f"Het bestand is niet te openen ({fout.strerror}). Kijk of de naam klopt."
    return str(fout)
