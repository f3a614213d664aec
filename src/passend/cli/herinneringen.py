"""`passend herinneringen`: mail who has something within days; run it every day, or let `passend serve` do it."""

import argparse
import os
import sys
import threading
import time as klok
from collections.abc import Mapping
from datetime import datetime, time
from typing import Any
from uuid import UUID

from passend.cli.logterm import MIST, ruim_logboek_op
from passend.cli.start import niet_klaar, start_django

VAN, TOT = time(7), time(20)  # nobody wants a letter of the school at night
UUR = 3600


def register(opdrachten: Any) -> None:
    """Add the sub-command."""
    opdracht = opdrachten.add_parser(
        "herinneringen", help="stuur wie binnenkort iets heeft een e-mail; een tweede keer stuurt niets dubbel"
    )
    opdracht.set_defaults(doe=run_herinneringen)


def run_herinneringen(_opties: argparse.Namespace) -> int:
    """Send what is due, and say how many letters left."""
    start_django()
    from django.db import DatabaseError  # needs Django to be set up

    try:
        verstuurd, mislukt = send_herinneringen(datetime.now().astimezone())
    except DatabaseError:
        sys.stderr.write(niet_klaar())
        return 1
    print(f"{verstuurd} herinneringen gestuurd.")
    if mislukt:
        sys.stderr.write(f"{mislukt} niet: de mailserver nam ze niet aan. Ze gaan de volgende keer mee.\n")
    return 1 if mislukt else 0


def send_herinneringen(nu: datetime) -> tuple[int, int]:
    """Mail everybody who has something within days; made-up people of a demonstration get no letters by themselves.

    Returns:
        How many letters left, and how many could not.
    """
    from django.utils import timezone  # needs Django to be set up

    from passend.kalender.queries.herinneringen import list_kringen, list_te_herinneren
    from passend.organisaties.queries import in_bestuur

    op, uitkomsten = timezone.localtime(nu), []
    for bestuur, accounts in list_kringen(peildatum=op.date()):
        with in_bestuur(bestuur):
            waarover = list_te_herinneren(accounts=accounts, op=op)
        for account in accounts:
            if regels := waarover[account.pk]:
                uitkomsten += _herinner(account, bestuur, regels, op)
    _ruim_op(op)
    _ruim_logboek_op(op)
    return uitkomsten.count(True), uitkomsten.count(False)


def _herinner(account: Any, bestuur: int, regels: Mapping[str, Any], op: datetime) -> list[bool]:
    """Letters for one person at one board: claimed before and finished after, in transactions of their own."""
    from passend.kalender.actions.herinneringen import begin_herinneringen, finish_herinneringen
    from passend.organisaties.queries import in_bestuur

    uitkomsten = []
    with in_bestuur(bestuur):
        brieven = begin_herinneringen(account=account, bestuur=bestuur, waarover=regels, op=op)
    for brief, waarover in brieven.items():
        is_verstuurd = _stuur(account, brief, [regels[een] for een in waarover])
        if is_verstuurd:
            with in_bestuur(bestuur):
                finish_herinneringen(account=account, brief=brief, op=op)
        uitkomsten.append(is_verstuurd)
    return uitkomsten


def _stuur(account: Any, brief: UUID, regels: list[Any]) -> bool:
    from django.core.mail import EmailMessage  # needs Django to be set up

    from passend.kalender.queries.herinneringen import in_woorden
    from passend.overleggen.queries.overleggen import adres_van

    tekst = "\n".join(
        [
            "Binnenkort heeft u:",
            "",
            *(f"- {in_woorden(regel)}" for regel in regels),
            "",
            "Waarover het gaat, staat niet in deze e-mail. Meld u aan bij Passend en kies Agenda.",
            "",
            "Dit bericht komt van Passend. Antwoorden kan niet.",
            "",
        ]
    )
    kop = {"Message-ID": f"<{brief}@passend>"}
    try:
        EmailMessage("Binnenkort op school", tekst, None, [adres_van(account)], headers=kop).send()
    except OSError:
        return False
    return True


def _ruim_logboek_op(op: datetime) -> None:
    """Destroy old lines of the log, and keep where each log ends beside the database.

    Say so on the screen of the server when a log lost lines, or when the database did not let this user destroy any.
    """
    from django.db import DatabaseError  # needs Django to be set up

    try:
        if ruim_logboek_op(op) is None:
            sys.stderr.write(MIST)
    except DatabaseError as fout:
        sys.stderr.write(
            f"Oude regels van het logboek zijn nog niet weg ({type(fout).__name__}). Doe als de gebruiker die de "
            "tabellen maakt: passend audit opruimen\n"
        )


def _ruim_op(op: datetime) -> None:
    """Forget letters of long ago, files that waited longer than a day, what meetings of groups keep, and roles.

    A parent of whom no child is left has no role any more; the term of the account counts from then.
    """
    from passend.kalender.actions.herinneringen import forget_herinneringen
    from passend.leerlingen.actions.gastrollen import end_gastrollen
    from passend.leerlingen.actions.invoer import expire_invoeren
    from passend.organisaties.actions.schrijflog import empty_schrijflog
    from passend.organisaties.queries import in_bestuur, list_besturen
    from passend.overleggen.actions.bewaren import forget_groepsoverleggen
    from passend.overstap.actions.bestand import expire_bestanden
    from passend.toegang.actions import forget_accounts

    forget_accounts(op=op)
    for bestuur in list_besturen():
        with in_bestuur(bestuur.pk):
            forget_herinneringen(op=op)
            expire_invoeren(bestuur=bestuur.pk, op=op)
            forget_groepsoverleggen(bestuur=bestuur.pk, op=op)
            expire_bestanden(bestuur=bestuur.pk, op=op)
            end_gastrollen(bestuur=bestuur.pk, op=op)
    empty_schrijflog()


def start_loop() -> None:
    """Beside the web server: every hour of the day look what is due, until the process ends.

    With PASSEND_HERINNERINGEN=uit it does nothing, for who runs the command by a clock of their own.
    """
    if os.environ.get("PASSEND_HERINNERINGEN", "").lower() not in {"uit", "off", "0"}:
        threading.Thread(target=_loop, name="herinneringen", daemon=True).start()


def _loop() -> None:
    from django.db import connections  # needs Django to be set up

    while True:
        klok.sleep(60)
        nu = datetime.now().astimezone()
        if VAN <= nu.time() <= TOT:
            try:
                send_herinneringen(nu)
            except Exception as fout:  # noqa: BLE001 -- the loop goes on; what is not sent is tried again in an hour
                sys.stderr.write(f"Herinneringen: niet gelukt ({type(fout).__name__}). Over een uur opnieuw.\n")
            finally:
                connections.close_all()
        klok.sleep(UUR - 60)
