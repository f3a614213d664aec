"""`passend demo laden`: a small made-up region to look around in; on request as many schools as a country has."""

import argparse
import sys
from datetime import date, datetime
from typing import Any

from passend.cli.start import niet_klaar, start_django

DEMO_WACHTWOORD = "passend-demo-2026"
MEESTE_SCHOLEN = 6_122
UIT = (
    "De demonstratie staat hier uit: iedereen kent het wachtwoord van haar verzonnen mensen. Wilt u haar toch? "
    "Neem een eigen database zonder echte gegevens, en zet PASSEND_DEMO=aan.\n"
)
EERSTE = "PO9901"  # the region is loaded whole or not at all, so that its first row tells


def register(opdrachten: Any) -> None:
    """Add the sub-commands."""
    demo = opdrachten.add_parser("demo", help="een verzonnen regio om mee te oefenen")
    soorten = demo.add_subparsers(dest="wat", required=True, metavar="WAT")
    laden = soorten.add_parser("laden", help="laad de verzonnen regio; een tweede keer verandert er niets")
    laden.add_argument(
        "--scholen",
        type=int,
        default=0,
        metavar="N",
        help=f"vul aan tot N verzonnen scholen met een gepubliceerd profiel (hoogstens {MEESTE_SCHOLEN})",
    )
    laden.set_defaults(doe=run_laden)


def run_laden(opties: argparse.Namespace) -> int:
    """Load the region, and more schools when asked."""
    if opties.scholen > MEESTE_SCHOLEN:
        sys.stderr.write(f"Meer dan {MEESTE_SCHOLEN} scholen kan niet. Kies een kleiner getal.\n")
        return 2
    start_django()
    from django.conf import settings  # needs Django to be set up
    from django.db import DatabaseError  # idem

    if not settings.DEMONSTRATIE:
        sys.stderr.write(UIT)
        return 1
    try:
        _laad(opties.scholen, datetime.now().astimezone().date())
    except DatabaseError:
        sys.stderr.write(niet_klaar())
        return 1
    return 0


def _laad(scholen: int, vandaag: date) -> None:
    from passend.organisaties.queries import get_samenwerkingsverband  # needs Django to be set up

    if get_samenwerkingsverband(nummer=EERSTE) is None:
        load_demo(vandaag)
        print("De verzonnen regio Duinrand is geladen: 10 scholen, waarvan 7 met een gepubliceerd profiel.")
    if scholen:
        from passend.cli.demovolume import load_scholen  # slow import

        print(f"{load_scholen(scholen, vandaag)} verzonnen scholen erbij.")


def load_demo(vandaag: date) -> None:
    """Load the region, all of it or nothing; asks for a Django that is set up."""
    from django.db import transaction  # needs Django to be set up

    from passend.cli.demoleerlingen import load_leerlingen  # needs Django to be set up
    from passend.cli.demoopp import load_opps  # slow import: pictures
    from passend.cli.demooverleg import load_overleggen  # needs Django to be set up
    from passend.cli.demooverstap import load_overstap  # slow import: lxml
    from passend.cli.demoplannen import load_plannen  # needs Django to be set up
    from passend.cli.demoregio import load_regio  # slow import: the whole of the records rooms
    from passend.cli.demoschool import CODE, load_wilgenboom  # slow import: the readers of documents
    from passend.cli.demotoelating import load_toelating  # needs Django to be set up
    from passend.cli.demovolgen import load_volgen  # needs Django to be set up
    from passend.organisaties.queries import in_bestuur  # needs Django to be set up

    with transaction.atomic():
        regio = load_regio(vandaag, wachtwoord=DEMO_WACHTWOORD)
        with in_bestuur(regio.organisaties[CODE].bestuur_id):
            load_wilgenboom(regio, vandaag)
        load_leerlingen(regio, vandaag)
        load_volgen(regio, vandaag)
        load_plannen(regio, vandaag)
        load_overleggen(regio, vandaag)
        load_opps(regio, vandaag)
        load_toelating(regio, vandaag)
        load_overstap(regio, vandaag)
