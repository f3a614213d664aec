"""`passend profiel read` and `passend profiel render`: a document in, what it says or its outputs out."""

import argparse
import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

from passend.begrippen.profielformaat import lezing_als_dict
from passend.begrippen.profielinhoud import Profiellezing

TWIJFEL = 0.9


def register(opdrachten: Any) -> None:
    """Add the sub-commands."""
    profiel = opdrachten.add_parser("profiel", help="lees een profiel of maak er documenten van")
    soorten = profiel.add_subparsers(dest="wat", required=True, metavar="WAT")
    read = soorten.add_parser("read", help="lees een document en laat zien wat erin staat; er wordt niets bewaard")
    read.add_argument("bestand", type=Path)
    read.add_argument("--json", action="store_true", help="alles, als JSON")
    read.set_defaults(doe=run_read)
    render = soorten.add_parser("render", help="maak alle documenten uit een profiel")
    render.add_argument("bestand", type=Path)
    render.add_argument("--out", type=Path, required=True, metavar="MAP")
    render.set_defaults(doe=run_render)


def run_read(opties: argparse.Namespace) -> int:
    """Print what a document says."""
    lezing = _lees(opties.bestand)
    if lezing is None:
        return 1
    if opties.json:
        print(json.dumps(lezing_als_dict(lezing), ensure_ascii=False, indent=1))
    else:
        _toon(lezing)
    return 0


def run_render(opties: argparse.Namespace) -> int:
    """Write all outputs of a document into a folder."""
    from passend.uitwisseling.uitgaven import Vorm, maak, uitgave_uit_lezing  # slow import: typst and python-docx

    lezing = _lees(opties.bestand)
    if lezing is None:
        return 1
    uitgave = uitgave_uit_lezing(lezing, _vandaag())
    try:
        opties.out.mkdir(parents=True, exist_ok=True)
        for vorm in Vorm:
            doel = opties.out / vorm.bestandsnaam
            tijdelijk = doel.with_name(f".{doel.name}.deel")
            tijdelijk.write_bytes(maak(uitgave, vorm))
            tijdelijk.replace(doel)
            print(doel)
    except OSError as fout:
        return _fout(f"In de map {opties.out} kan niet worden geschreven ({fout.strerror}). Kies een andere map.")
    return 0


def _vandaag() -> date:
    return datetime.now().astimezone().date()


def _lees(bestand: Path) -> Profiellezing | None:
    from passend.documenten.document import DocumentError
    from passend.uitwisseling.sop.herkenning import OnbekendSjabloonError

    if bestand.exists() and not bestand.is_file():
        _fout(f"{bestand} is een map, of iets anders dan een bestand. Kies het document zelf.")
        return None
    try:
        return _lees_bewaakt(bestand)
    except FileNotFoundError:
        _fout(f"Het bestand {bestand} bestaat niet. Controleer de naam en de map.")
    except OSError as fout:
        _fout(f"Het bestand {bestand} is niet te openen ({fout.strerror}). Kies een bestand dat u zelf kunt openen.")
    except (DocumentError, OnbekendSjabloonError) as fout:
        _fout(str(fout))
    return None


def _lees_bewaakt(bestand: Path) -> Profiellezing:
    """The words come from a process of their own; meanwhile this one gets ready to understand them."""
    from concurrent.futures import ThreadPoolExecutor

    from passend.documenten.lezen.bewaakt import read_bewaakt

    with ThreadPoolExecutor(max_workers=1) as lezer:
        document = lezer.submit(read_bewaakt, bestand)
        from passend.begrippen.meegeleverd import load_sjablonen
        from passend.uitwisseling.sop.reader import read_profiel

        sjablonen = load_sjablonen()
        return read_profiel(document.result(), sjablonen, _vandaag())


def _fout(zin: str) -> int:
    sys.stderr.write(f"{zin}\n")
    return 1


def _toon(lezing: Profiellezing) -> None:
    inhoud = lezing.inhoud
    twijfels = [rij for rij in inhoud.tabellen if rij.zekerheid < TWIJFEL]
    print(f"{lezing.bestand}: gelezen met sjabloon '{inhoud.sjabloon}', schooljaar {inhoud.schooljaar or 'onbekend'}")
    for veld in inhoud.velden:
        print(f"  {veld.label}: {veld.waarde or '(niet ingevuld)'}")
    for rij in inhoud.tabellen:
        merk = " ?" if rij.zekerheid < TWIJFEL else ""
        print(f"  {rij.tabel}: {rij.label} = {rij.waarde or rij.periode or '(niet ingevuld)'}{merk}")
    aantal, ongelezen = len(inhoud.tabellen), len(lezing.ongelezen)
    print(f"{aantal} rijen, waarvan {len(twijfels)} om na te kijken; {ongelezen} stukken ongelezen")
    for melding in lezing.waarschuwingen:
        print(f"! {melding.tekst}")
