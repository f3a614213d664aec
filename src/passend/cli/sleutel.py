"""`passend sleutel`: a new key for what is kept secret, and everything encrypted anew with the newest one."""

import argparse
import os
import secrets
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from passend.cli.start import load_settings, niet_klaar


def register(opdrachten: Any) -> None:
    """Add the sub-commands."""
    sleutel = opdrachten.add_parser("sleutel", help="de sleutels van burgerservicenummers, bestanden en apps met codes")
    soorten = sleutel.add_subparsers(dest="wat", required=True, metavar="WAT")
    nieuw = soorten.add_parser("nieuw", help="maak een nieuwe sleutel; de oude blijven werken")
    nieuw.set_defaults(doe=run_nieuw)
    wissel = soorten.add_parser("wissel", help="versleutel alles opnieuw met de nieuwste sleutel")
    wissel.set_defaults(doe=run_wissel)


def run_nieuw(_opties: argparse.Namespace) -> int:
    """Put a new key in front of those in `var`; print it when the keys come from the environment."""
    load_settings()
    from cryptography.fernet import Fernet  # slow import
    from django.conf import settings  # needs the settings

    nieuw = Fernet.generate_key().decode()
    if os.environ.get("PASSEND_SLEUTELS"):
        print(nieuw)
        sys.stderr.write(
            "Zet deze sleutel vooraan in PASSEND_SLEUTELS, met een komma erachter. Laat de rest staan, en start "
            "Passend opnieuw.\n"
        )
    else:
        bestand: Path = settings.PASSEND_SLEUTELBESTAND
        _schrijf(bestand, [nieuw, *settings.PASSEND_SLEUTELS])
        print(f"De nieuwe sleutel staat vooraan in {bestand}. Bewaar een kopie van dat bestand op een andere plek.")
    sys.stderr.write("Doe nu: passend sleutel wissel\n")
    return 0


def run_wissel(_opties: argparse.Namespace) -> int:
    """Encrypt every secret anew: those of boards one board at a time, then those of second steps.

    Returns:
        0 only when all could be read.
    """
    load_settings()
    from django.db import DatabaseError  # these need the settings

    from passend.leerlingen.actions.kluis import rotate_sleutels
    from passend.organisaties.queries import in_bestuur, list_besturen
    from passend.toegang.actions.stapgeheimen import rotate_stapgeheimen

    vernieuwd = onleesbaar = 0
    try:
        for bestuur in list_besturen():
            with in_bestuur(bestuur.pk):
                wissel = rotate_sleutels(bestuur=bestuur.pk, op=datetime.now().astimezone())
            vernieuwd, onleesbaar = vernieuwd + wissel.vernieuwd, onleesbaar + wissel.onleesbaar
        stappen = rotate_stapgeheimen(op=datetime.now().astimezone())
    except DatabaseError:
        sys.stderr.write(niet_klaar())
        return 1
    print(f"Met de nieuwste sleutel versleuteld: {vernieuwd}.")
    if onleesbaar:
        sys.stderr.write(
            f"Er past geen sleutel op: {onleesbaar}. Die bleven zoals zij waren. "
            "Zet de sleutel van toen erbij in PASSEND_SLEUTELS, en doe dit nog een keer.\n"
        )
    print(f"Apps en herstelcodes met de nieuwste SECRET_KEY versleuteld: {stappen.vernieuwd}.")
    if stappen.onleesbaar:
        sys.stderr.write(
            f"Er past geen SECRET_KEY op: {stappen.onleesbaar}. Die bleven zoals zij waren. "
            "Zet de SECRET_KEY van toen in SECRET_KEY_FALLBACKS, en doe dit nog een keer.\n"
        )
    return 1 if onleesbaar or stappen.onleesbaar else 0


def _schrijf(bestand: Path, sleutels: list[str]) -> None:
    """The keys in their file, whole or as they were."""
    deel = bestand.with_name(f"sleutels-{secrets.token_hex(8)}.deel")
    with os.fdopen(os.open(deel, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as blad:
        blad.write("\n".join(sleutels) + "\n")
        blad.flush()
        os.fsync(blad.fileno())
    deel.replace(bestand)
