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
        if opties.schema is None:
            print("Het schema is niet nagekeken. Geef het mee met --schema.")
        print(GEEN_AANLEVERPUNT)
    return 1 if bevindingen else 0


def run_lees(opties: argparse.Namespace) -> int:
    """Print what kind of file it is and how much is in it; no name, no number."""
    from passend.uitwisseling.oso.bijlagen import bijlagen_van
    from passend.uitwisseling.oso.controle import profiel_van
    from passend.uitwisseling.oso.lezen import lees_oso  # slow import: lxml

    try:
        lezing = lees_oso(opties.bestand.read_bytes())
    except (OSError, OnleesbaarError) as fout:
        sys.stderr.write(f"{_zin(fout)}\n")
        return 1
    leerling, kop = lezing.bestand.huidigeschool.leerling, lezing.bestand.metadata
    als = f" (gelezen als {lezing.formaat.versie})" if kop.standaardversie != lezing.formaat.versie else ""
    print(f"OSO {kop.standaardversie}{als}, {profiel_van(lezing.boom, lezing.formaat)}, van {kop.datum:%d-%m-%Y}")
    print(f"Schooljaren: {len(leerling.schoolloopbaan)}. Toetsen: {len(leerling.toetsen)}.")
    print(f"Bijlagen: {len(bijlagen_van(leerling))}. Verzorgers: {len(leerling.verzorgers)}.")
    for naam in lezing.overgeslagen:
        print(f"Niet gelezen: {naam}")
    print(GEEN_AANLEVERPUNT)
    return 0


def _bevindingen(bestand: Path, schema: Path | None, regels: Path | None) -> Iterator[Any]:
    from passend.uitwisseling.oso.bevinding import Bevinding
    from passend.uitwisseling.oso.controle import controleer, profiel_van  # slow import: lxml
    from passend.uitwisseling.oso.lezen import lees_oso, open_oso
    from passend.uitwisseling.oso.schema import controleer_officieel, controleer_schema

    inhoud = bestand.read_bytes()
    boom, formaat = open_oso(inhoud)
    volgens_schema = controleer_schema(boom, schema) if schema is not None else []
    yield from volgens_schema
    try:
        eigen = controleer(boom, formaat)
    except OnleesbaarError as fout:  # another kind of file: the schema is all there is to look with
        if schema is None:
            raise
        yield Bevinding(code="profiel", regel=0, zin=str(fout))
        return
    yield from eigen
    if not eigen and not volgens_schema:
        lees_oso(inhoud)  # says what is missing without which there is no file
    if regels is not None and not volgens_schema:  # the official rules take a file that fits the schema for granted
        yield from controleer_officieel(boom, profiel_van(boom, formaat), regels)


def _zin(fout: Exception) -> str:
    if isinstance(fout, FileNotFoundError):
        return f"Er is geen bestand {fout.filename}. Kijk of de naam klopt."
    if isinstance(fout, OSError):
        return f"Het bestand {fout.filename} is niet te openen. Kijk of u het mag lezen, en of het een bestand is."
    return str(fout)
