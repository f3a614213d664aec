"""`passend termijn toelating`, `bezwaar`, `verwijdering` and `klacht`: an application, and who does not agree."""

import argparse
import sys
from dataclasses import replace
from datetime import date
from typing import Any

from passend.begrippen.toelating import Toelatingsbesluit
from passend.cli.termijnvorm import dag, dagen, print_termijnen, vandaag, weiger, zeg_vooruit, zegt_waarom_niet
from passend.regels.aanmeldingsfeiten import (
    Aanmeldingsfeiten,
    Besluit,
    Onderbreking,
    Verlenging,
    check_aanmelding,
)
from passend.regels.bezwaar import Bezwaarfeiten, bezwaartermijnen, check_bezwaar, klachtreactie_uiterlijk_op
from passend.regels.toelatingspoorten import FEITELIJK, check_besluit
from passend.regels.toelatingsstand import termijnen_na_besluit
from passend.regels.toelatingstermijnen import besluittermijn, toelatingstermijnen
from passend.regels.verlengingspoort import check_verlenging
from passend.regels.verwijdering import Verwijderingsfeiten, bezwaarfeiten_van_verwijdering
from passend.regels.verwijdertermijnen import check_gemeld, verwijdertermijnen

TE_LAAT = "bezwaar_te_laat"
VERZWEGEN = "op de opdrachtregel niet gevraagd"


def register(soorten: Any) -> None:
    """Add the kinds of terms that have to do with admission."""
    toelating = soorten.add_parser("toelating", help="wanneer een school over een aanmelding beslist")
    toelating.add_argument("--ontvangen", required=True, type=dag, metavar="DAG", help="de school ontving haar")
    toelating.add_argument("--verzocht", type=dag, metavar="DAG", help="de ouders vroegen erom; anders dezelfde dag")
    toelating.add_argument("--verlengd-tot", type=dag, metavar="DAG", action="append", default=[], help="een keer")
    toelating.add_argument("--verlengd-op", type=dag, metavar="DAG", help="de ouders hoorden dat toen")
    toelating.add_argument(
        "--onderbroken",
        type=dagen,
        metavar="DAG:DAG",
        action="append",
        default=[],
        help="gevraagd om aan te vullen, en compleet; zonder tweede dag nog niet compleet; zo vaak als nodig",
    )
    toelating.add_argument("--geboren", type=dag, metavar="DAG", help="de geboortedag van het kind")
    toelating.add_argument("--ingeschreven-elders", action="store_true", help="het kind zit op een andere school")
    toelating.add_argument("--openbaar", action="store_true", help="een openbare school; anders een bijzondere")
    toelating.add_argument("--asielzoeker", action="store_true", help="het kind zoekt asiel")
    toelating.add_argument("--besluit", type=dag, metavar="DAG", help="de dag van het besluit; dan ook wat daarna komt")
    toelating.add_argument("--soort", choices=[str(een) for een in Toelatingsbesluit], help="nu toegelaten")
    toelating.add_argument("--zonder-nummer", action="store_true", help="het kind heeft geen burgerservicenummer")
    _slot(toelating, run_toelating)
    bezwaar = soorten.add_parser("bezwaar", help="wie het niet eens is met een weigering of verwijdering")
    bezwaar.add_argument("--besluit", required=True, type=dag, metavar="DAG", help="de ouders hoorden het besluit")
    bezwaar.add_argument("--ontvangen", type=dag, metavar="DAG", help="het bestuur ontving het bezwaar")
    bezwaar.add_argument("--geschil", type=dag, metavar="DAG", help="de ouders vroegen de commissie om een oordeel")
    bezwaar.add_argument("--oordeel", type=dag, metavar="DAG", help="de commissie gaf haar oordeel")
    bezwaar.add_argument("--openbaar", action="store_true", help="een openbare school; anders een bijzondere")
    _slot(bezwaar, run_bezwaar)
    _register_verwijdering(soorten)
    klacht = soorten.add_parser("klacht", help="wanneer een bestuur zegt wat het met een uitspraak doet")
    klacht.add_argument("--uitspraak", required=True, type=dag, metavar="DAG", help="het bestuur ontving de uitspraak")
    _slot(klacht, run_klacht)


def _register_verwijdering(soorten: Any) -> None:
    verwijdering = soorten.add_parser("verwijdering", help="wat volgt uit een besluit om een leerling te verwijderen")
    verwijdering.add_argument("--besluit", required=True, type=dag, metavar="DAG", help="de dag van de brief")
    verwijdering.add_argument("--gemeld", type=dag, metavar="DAG", help="de gemeente hoorde het")
    verwijdering.add_argument("--bezwaar", type=dag, metavar="DAG", help="het bestuur ontving het bezwaar")
    verwijdering.add_argument(
        "--geschil", type=dag, metavar="DAG", help="de ouders vroegen de commissie om een oordeel"
    )
    verwijdering.add_argument("--oordeel", type=dag, metavar="DAG", help="de commissie gaf haar oordeel")
    verwijdering.add_argument("--openbaar", action="store_true", help="een openbare school; anders een bijzondere")
    _slot(verwijdering, run_verwijdering)


def _slot(soort: Any, doe: Any) -> None:
    soort.add_argument("--peildatum", type=dag, metavar="DAG", help="de dag waarop u het wilt weten; nu is vandaag")
    soort.add_argument("--json", action="store_true", help="als JSON")
    soort.set_defaults(doe=zegt_waarom_niet(doe))


def run_toelating(opties: argparse.Namespace) -> int:
    """Print the dates of an application, or why its days cannot be true."""
    if zin := _half(opties):
        sys.stderr.write(zin)
        return 1
    feiten = _feiten(opties)
    onderbroken = [een for paar in opties.onderbroken for een in paar]
    peildatum = vandaag(opties.peildatum, feiten.verzocht_op, feiten.ontvangen_op, *onderbroken)
    if fout := weiger(check_aanmelding(feiten, peildatum=peildatum)):
        return fout
    for tot in opties.verlengd_tot:
        verlenging = _verlenging(feiten, opties.verlengd_op, tot, peildatum)
        if fout := weiger(check_verlenging(feiten, verlenging, peildatum=peildatum)):
            return fout
        feiten = replace(feiten, verlengd=verlenging)
    termijnen = toelatingstermijnen(feiten, peildatum=peildatum)
    if opties.besluit is not None:
        besluit = Besluit(
            soort=Toelatingsbesluit(opties.soort or "toegelaten"), op=opties.besluit, motivering=VERZWEGEN
        )
        bezwaren = check_besluit(feiten, besluit, peildatum=peildatum)
        if fout := weiger(een for een in bezwaren if een.code in FEITELIJK):
            return fout
        termijnen = termijnen_na_besluit(feiten, besluit, peildatum=peildatum)
    if opties.peildatum is None:  # only once it is sure that there is an answer
        zeg_vooruit(opties.verzocht, opties.ontvangen, opties.verlengd_op, opties.besluit)
    return print_termijnen(termijnen, als_json=opties.json)


def _half(opties: argparse.Namespace) -> str:
    """What is missing beside an option that says nothing alone; empty when nothing is."""
    if opties.verlengd_op and not opties.verlengd_tot:
        return "Zeg met --verlengd-tot ook tot welke dag de school de ouders meer tijd vroeg.\n"
    if opties.soort and opties.besluit is None:
        return "Zeg met --besluit op welke dag het besluit viel. Dan staat er ook wat daarna komt.\n"
    return ""


def run_bezwaar(opties: argparse.Namespace) -> int:
    """Print the dates after a refusal or removal, or why the days given cannot be true."""
    feiten = Bezwaarfeiten(
        besluit_op=opties.besluit,
        is_openbaar=opties.openbaar,
        bezwaar_op=opties.ontvangen,
        geschil_op=opties.geschil,
        oordeel_op=opties.oordeel,
    )
    peildatum = vandaag(opties.peildatum)
    if fout := _weiger_bezwaar(feiten, peildatum):
        return fout
    return print_termijnen(bezwaartermijnen(feiten, peildatum=peildatum), als_json=opties.json)


def run_verwijdering(opties: argparse.Namespace) -> int:
    """Print the dates after a decision to remove, or why the days given cannot be true."""
    feiten = Verwijderingsfeiten(
        voorgenomen_op=opties.besluit,
        besloten_op=opties.besluit,
        is_openbaar=opties.openbaar,
        gemeente_op=opties.gemeld,
        bezwaar_op=opties.bezwaar,
        geschil_op=opties.geschil,
        oordeel_op=opties.oordeel,
    )
    peildatum = vandaag(opties.peildatum)
    if fout := _weiger_bezwaar(bezwaarfeiten_van_verwijdering(feiten, opties.besluit), peildatum):
        return fout
    if fout := weiger(check_gemeld(feiten, peildatum=peildatum)):
        return fout
    return print_termijnen(verwijdertermijnen(feiten, peildatum=peildatum), als_json=opties.json)


def _weiger_bezwaar(feiten: Bezwaarfeiten, peildatum: date) -> int:
    """Say what cannot be of an objection; that it came too late is said, and the board answers all the same."""
    bezwaren = list(check_bezwaar(feiten, peildatum=peildatum))
    if fout := weiger(een for een in bezwaren if een.code != TE_LAAT):
        return fout
    weiger(een for een in bezwaren if een.code == TE_LAAT)
    return 0


def run_klacht(opties: argparse.Namespace) -> int:
    """Print by when a board says what it does with a ruling on a complaint."""
    return print_termijnen([klachtreactie_uiterlijk_op(opties.uitspraak)], als_json=opties.json)


def _feiten(opties: argparse.Namespace) -> Aanmeldingsfeiten:
    return Aanmeldingsfeiten(
        verzocht_op=opties.verzocht or opties.ontvangen,
        ontvangen_op=opties.ontvangen,
        geboren_op=opties.geboren,
        is_openbaar=opties.openbaar,
        is_asielzoeker=opties.asielzoeker,
        is_elders_ingeschreven=opties.ingeschreven_elders,
        is_zonder_pgn=opties.zonder_nummer,
        onderbrekingen=tuple(Onderbreking(van=van, aangevuld_op=tot) for van, tot in opties.onderbroken),
    )


def _verlenging(feiten: Aanmeldingsfeiten, op: date | None, tot: date, peildatum: date) -> Verlenging:
    """Who does not say when the parents heard of it, means that it was in time."""
    termijn = besluittermijn(feiten, peildatum=peildatum)
    laatst = peildatum if termijn is None else min(peildatum, termijn.eerste)
    return Verlenging(op=op or laatst, tot=tot, reden=VERZWEGEN)
