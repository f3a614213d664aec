"""`passend termijn tlv`, `schorsing`, `uitschrijving` and `schooljaar`: the other dates of the law."""

import argparse
import sys
from typing import Any

from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.tlv import Schoolsoort
from passend.cli.termijnvorm import dag, print_termijnen, vandaag, weiger, zeg_vooruit, zegt_waarom_niet
from passend.regels.jaarkalender import jaarkalender, ondersteuningsplan_uiterlijk_op
from passend.regels.overstapdagen import check_uitschrijving, uitschrijving_op
from passend.regels.schorsing import Schorsingsfeiten, check_schorsing, schorsingstermijnen
from passend.regels.tlv import (
    tlv_bezwaar_uiterlijk_op,
    tlv_doorsturen_uiterlijk_op,
    tlv_geldig_tot_en_met,
    tlv_vervolg_vanaf,
)

MEESTE_SCHOOLJAREN = 12  # nobody is longer at a primary school
TE_LAAT = "Let op: bezwaar maken kon tot en met %s. De commissie kijkt of er een goede reden is dat het later kwam."
VERZWEGEN = "op de opdrachtregel niet gevraagd"


def register(soorten: Any) -> None:
    """Add these kinds of terms."""
    tlv = soorten.add_parser("tlv", help="hoe lang een toelaatbaarheidsverklaring geldt")
    tlv.add_argument("--gegeven", required=True, type=dag, metavar="DAG", help="het besluit werd bekend")
    tlv.add_argument("--schooljaren", type=_aantal, default=1, metavar="N", help="hele schooljaren; anders 1")
    tlv.add_argument("--soort", choices=[str(een) for een in Schoolsoort], default="sbo")
    tlv.add_argument("--bezwaar", type=dag, metavar="DAG", help="het samenwerkingsverband ontving een bezwaar")
    _slot(tlv, run_tlv)
    schorsing = soorten.add_parser("schorsing", help="hoe lang een schorsing duurt en wie het weten moet")
    schorsing.add_argument("--van", required=True, type=dag, metavar="DAG", help="de eerste dag")
    schorsing.add_argument("--tot-en-met", type=dag, metavar="DAG", help="de laatste dag; anders dezelfde dag")
    schorsing.add_argument("--besloten", type=dag, metavar="DAG", help="de dag van het besluit; anders de eerste dag")
    _slot(schorsing, run_schorsing)
    uit = soorten.add_parser("uitschrijving", help="de dag waarop een kind is uitgeschreven")
    uit.add_argument("--laatste-dag", required=True, type=dag, metavar="DAG", help="de laatste dag op school")
    uit.add_argument("--einde-schooljaar", action="store_true", help="dat was de laatste schooldag van het jaar")
    uit.add_argument("--elders", type=dag, metavar="DAG", help="de nieuwe school schrijft het kind dan in")
    uit.add_argument("--bericht", type=dag, metavar="DAG", help="de nieuwe school vertelde dat toen")
    _slot(uit, run_uitschrijving)
    jaar = soorten.add_parser("schooljaar", help="de vaste dagen van een schooljaar")
    jaar.add_argument("--begin", required=True, type=int, metavar="JAAR", help="2026 voor schooljaar 2026-2027")
    _slot(jaar, run_schooljaar)


def _slot(soort: Any, doe: Any) -> None:
    soort.add_argument("--json", action="store_true", help="als JSON")
    soort.set_defaults(doe=zegt_waarom_niet(doe))


def run_tlv(opties: argparse.Namespace) -> int:
    """Print how long it holds, when the last year begins, and until when one can object."""
    if opties.bezwaar is not None and opties.bezwaar < opties.gegeven:
        sys.stderr.write("Het bezwaar komt na het besluit. Kijk de dag na.\n")
        return 1
    zeg_vooruit(opties.gegeven, opties.bezwaar)
    soort = Schoolsoort(opties.soort)
    geldig = tlv_geldig_tot_en_met(opties.gegeven, schooljaren=opties.schooljaren, soort=soort)
    bezwaar = tlv_bezwaar_uiterlijk_op(opties.gegeven)
    termijnen = [geldig, tlv_vervolg_vanaf(geldig.dag, soort=soort), bezwaar]
    if opties.bezwaar is not None:
        if opties.bezwaar > bezwaar.dag:
            sys.stderr.write(f"{TE_LAAT % bezwaar.dag.strftime('%d-%m-%Y')}\n")
        termijnen.append(tlv_doorsturen_uiterlijk_op(opties.bezwaar))
    return print_termijnen(termijnen, als_json=opties.json)


def run_schorsing(opties: argparse.Namespace) -> int:
    """Print the dates of a suspension, or why it cannot be like this."""
    feiten = Schorsingsfeiten(
        besloten_op=opties.besloten or opties.van,
        van=opties.van,
        tot_en_met=opties.tot_en_met or opties.van,
        motivering=VERZWEGEN,
    )
    if fout := weiger(check_schorsing(feiten, peildatum=vandaag(None, feiten.van))):
        return fout
    return print_termijnen(schorsingstermijnen(feiten), als_json=opties.json)


def run_uitschrijving(opties: argparse.Namespace) -> int:
    """Print the last day as a pupil, or why the days given cannot be true."""
    dagen = {"elders_op": opties.elders, "bericht_op": opties.bericht}
    if fout := weiger(check_uitschrijving(opties.laatste_dag, **dagen)):
        return fout
    termijn = uitschrijving_op(
        opties.laatste_dag,
        is_laatste_schooldag=opties.einde_schooljaar,
        **dagen,
    )
    return print_termijnen([termijn], als_json=opties.json)


def run_schooljaar(opties: argparse.Namespace) -> int:
    """Print the fixed days of a school year."""
    jaar = Schooljaar(opties.begin)
    return print_termijnen([ondersteuningsplan_uiterlijk_op(jaar), *jaarkalender(jaar)], als_json=opties.json)


def _aantal(tekst: str) -> int:
    try:
        aantal = int(tekst)
    except ValueError:
        aantal = 0
    if not 1 <= aantal <= MEESTE_SCHOOLJAREN:
        raise argparse.ArgumentTypeError(f"'{tekst}' kan niet; schrijf 1 tot en met {MEESTE_SCHOOLJAREN} schooljaren")
    return aantal
