"""`passend account`: sign somebody out everywhere, or everybody; and help who lost every second step."""

import argparse
import sys
from datetime import datetime
from typing import Any

from passend.cli.start import load_settings, niet_klaar

NIET_GEVONDEN = "Er is geen account dat zo heet, of er zijn er meer. Kijk de gebruikersnaam na.\n"


def register(opdrachten: Any) -> None:
    """Add the sub-commands."""
    account = opdrachten.add_parser("account", help="meld iemand overal af, of help wie de tweede stap kwijt is")
    soorten = account.add_subparsers(dest="wat", required=True, metavar="WAT")
    afmelden = soorten.add_parser("afmelden", help="beëindig alle sessies van een account, of van iedereen")
    wie = afmelden.add_mutually_exclusive_group(required=True)
    wie.add_argument("naam", nargs="?", metavar="NAAM", help="de gebruikersnaam of het e-mailadres")
    wie.add_argument("--iedereen", action="store_true", help="alle accounts")
    afmelden.set_defaults(doe=run_afmelden)
    weg = soorten.add_parser("tweede-stap-weg", help="voor wie app, toegangssleutel en herstelcodes kwijt is")
    weg.add_argument("naam", metavar="NAAM", help="de gebruikersnaam of het e-mailadres")
    weg.add_argument(
        "--bewijs",
        required=True,
        choices=("identiteitsbewijs", "directeur"),
        help="hoe u weet wie het is: u zag een identiteitsbewijs, of wie uitnodigde zei het u in een gesprek",
    )
    weg.set_defaults(doe=run_tweede_stap_weg)


def run_afmelden(opties: argparse.Namespace) -> int:
    """End every session of one account or of all; the exit code is 0 when that was done."""
    load_settings()
    from django.db import DatabaseError  # these need the settings

    from passend.toegang.actions.accounts import BEHEERDER_SERVER, end_alle_sessies, end_sessies
    from passend.toegang.queries import find_account

    op, aantal = datetime.now().astimezone(), 1
    try:
        if opties.iedereen:
            aantal = end_alle_sessies(op=op)
        elif account := find_account(naam=opties.naam):
            end_sessies(actor=None, account=account, reden=BEHEERDER_SERVER, op=op)
        else:
            sys.stderr.write(NIET_GEVONDEN)
            return 1
    except DatabaseError:
        sys.stderr.write(niet_klaar())
        return 1
    print(f"Overal afgemeld: {aantal} {'account' if aantal == 1 else 'accounts'}. Aanmelden kan meteen weer.")
    return 0


def run_tweede_stap_weg(opties: argparse.Namespace) -> int:
    """Take the second step of one account away; the exit code is 0 when that was done."""
    load_settings()
    from django.db import DatabaseError  # these need the settings

    from passend.toegang.actions.herstel import BEWIJZEN, forget_tweede_stap
    from passend.toegang.queries import find_account

    try:
        if (account := find_account(naam=opties.naam)) is None:
            sys.stderr.write(NIET_GEVONDEN)
            return 1
        forget_tweede_stap(account=account, bewijs=BEWIJZEN[opties.bewijs], op=datetime.now().astimezone())
    except DatabaseError:
        sys.stderr.write(niet_klaar())
        return 1
    print("De tweede stap is weg, en alle sessies zijn beëindigd. Bij het aanmelden komt er een nieuwe.")
    return 0
