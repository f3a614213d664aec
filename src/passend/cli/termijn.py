"""`passend termijn`: what the law demands next, as dates with their articles; nothing is stored or looked up."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from passend.begrippen.bewaren import Bewaarklasse, Bewaartermijn
from passend.begrippen.opp import Oppaanleiding
from passend.cli import termijnoverig, termijntoelating
from passend.cli.opdrachtregel import Parser
from passend.cli.termijnvorm import dag, zeg_vooruit, zegt_waarom_niet
from passend.regels.bewaartermijnen import bewaartermijn
from passend.regels.opp import Opptermijn, evaluatie_uiterlijk_op, opp_uiterlijk_op, regionale_evaluatie_op


def register(opdrachten: Any) -> None:
    """Add the sub-commands."""
    termijn = opdrachten.add_parser("termijn", help="reken een termijn van de wet uit")
    _register_soorten(termijn.add_subparsers(dest="wat", required=True, metavar="WAT"))


def build_termijnparser() -> argparse.ArgumentParser:
    """The parser of what comes after `passend termijn`, by itself."""
    parser = Parser(prog="passend termijn")
    _register_soorten(parser.add_subparsers(dest="wat", required=True, metavar="WAT"))
    return parser


def _register_soorten(soorten: Any) -> None:
    bewaren = soorten.add_parser("bewaren", help="hoe lang gegevens blijven")
    bewaren.add_argument("--klasse", required=True, choices=[str(klasse) for klasse in Bewaarklasse])
    bewaren.add_argument(
        "--begin", required=True, type=dag, metavar="DAG", help="bijvoorbeeld de dag van uitschrijving"
    )
    bewaren.add_argument("--peildatum", type=dag, metavar="DAG", help="de dag waarop u het wilt weten; nu is vandaag")
    bewaren.add_argument("--aangehouden", action="store_true", help="er loopt een bezwaar, geschil of klacht")
    bewaren.add_argument("--json", action="store_true", help="als JSON")
    bewaren.set_defaults(doe=zegt_waarom_niet(run_bewaren))
    _register_opp(soorten)
    termijntoelating.register(soorten)
    termijnoverig.register(soorten)


def _register_opp(soorten: Any) -> None:
    opp = soorten.add_parser("opp", help="wanneer een ontwikkelingsperspectief klaar moet zijn")
    begin = opp.add_mutually_exclusive_group(required=True)
    begin.add_argument("--ingeschreven", type=dag, metavar="DAG", help="de dag van inschrijving")
    begin.add_argument("--definitief", type=dag, metavar="DAG", help="de dag waarop de plaatsing definitief werd")
    begin.add_argument("--extra-ondersteuning", type=dag, metavar="DAG", help="de dag waarop die begon")
    opp.add_argument("--vastgesteld", type=dag, metavar="DAG", help="dan ook: wanneer u erop terugkijkt")
    opp.add_argument("--geevalueerd", type=dag, metavar="DAG", action="append", default=[], help="zo vaak als nodig")
    opp.add_argument("--json", action="store_true", help="als JSON")
    opp.set_defaults(doe=zegt_waarom_niet(run_opp))


def run_bewaren(opties: argparse.Namespace) -> int:
    """Print the dates of a term of keeping."""
    termijn = bewaartermijn(
        Bewaarklasse(opties.klasse),
        begin=opties.begin,
        peildatum=opties.peildatum or datetime.now().astimezone().date(),
        is_aangehouden=opties.aangehouden,
    )
    datums = list(_datums(termijn))
    if opties.json:
        print(json.dumps(datums, ensure_ascii=False, indent=1))
    else:
        _print_bewaren(termijn)
    return 0


def _print_bewaren(termijn: Bewaartermijn) -> None:
    for op, wat in (
        (termijn.bewaren_tot, "tot deze dag bewaren"),
        (termijn.vernietigen_uiterlijk_op, "uiterlijk op deze dag weg"),
    ):
        if op is not None:
            print(f"{op:%d-%m-%Y}  {wat} ({termijn.vindplaats})")
    print(f"{termijn.stand.replace('_', ' ')}: {termijn.uitleg}")


def run_opp(opties: argparse.Namespace) -> int:
    """Print by when a plan must be set, and when it is looked at again."""
    begin = {
        Oppaanleiding.INSCHRIJVING: opties.ingeschreven,
        Oppaanleiding.DEFINITIEVE_PLAATSING: opties.definitief,
        Oppaanleiding.EXTRA_ONDERSTEUNING: opties.extra_ondersteuning,
    }
    aanleiding, begonnen_op = next((soort, op) for soort, op in begin.items() if op is not None)
    if bezwaar := _oppbezwaar(begonnen_op, opties.vastgesteld, opties.geevalueerd):
        sys.stderr.write(f"{bezwaar} Kijk de dagen na.\n")
        return 1
    zeg_vooruit(begonnen_op, opties.vastgesteld, *opties.geevalueerd)
    termijnen = [opp_uiterlijk_op(aanleiding, begonnen_op)]
    if opties.vastgesteld:
        termijnen.append(evaluatie_uiterlijk_op(opties.vastgesteld, opties.geevalueerd))
        termijnen.append(regionale_evaluatie_op(opties.vastgesteld, opties.geevalueerd))
    if opties.json:
        print(json.dumps([_oppdatum(termijn) for termijn in termijnen], ensure_ascii=False, indent=1))
    else:
        for termijn in termijnen:
            print(f"{termijn.dag:%d-%m-%Y}  {termijn.uitleg} ({termijn.vindplaats})")
    return 0


def _oppbezwaar(begonnen_op: date, vastgesteld_op: date | None, geevalueerd: Sequence[date]) -> str:
    """Why these days cannot be; empty when they can."""
    if geevalueerd and vastgesteld_op is None:
        return "Een plan wordt geëvalueerd als het is vastgesteld; zeg met --vastgesteld wanneer dat was."
    if vastgesteld_op is not None and vastgesteld_op < begonnen_op:
        return f"Het plan kan niet zijn vastgesteld voor {begonnen_op:%d-%m-%Y}."
    if vastgesteld_op is not None and any(dag < vastgesteld_op for dag in geevalueerd):
        return f"Het plan kan niet zijn geëvalueerd voordat het op {vastgesteld_op:%d-%m-%Y} werd vastgesteld."
    return ""


def _oppdatum(termijn: Opptermijn) -> dict[str, str | bool]:
    return {
        "datum": termijn.dag.isoformat(),
        "wat": termijn.wat,
        "grondslag": str(termijn.vindplaats),
        "is_beleid": termijn.vindplaats.is_beleid,
        "uitleg": termijn.uitleg,
    }


def _datums(termijn: Bewaartermijn) -> list[dict[str, str | bool]]:
    dagen = {"bewaren_tot": termijn.bewaren_tot, "vernietigen_uiterlijk_op": termijn.vernietigen_uiterlijk_op}
    return [
        {
            "datum": dag.isoformat(),
            "wat": wat,
            "stand": str(termijn.stand),
            "grondslag": str(termijn.vindplaats),
            "is_beleid": termijn.vindplaats.is_beleid,
            "uitleg": termijn.uitleg,
        }
        for wat, dag in dagen.items()
        if dag is not None
    ]
