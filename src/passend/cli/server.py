"""`passend migrate` and `passend serve`: the database up to date, and the pages on an address."""

import argparse
import errno
import os
import signal
import socket
import sys
from typing import Any

from passend.cli.demo import DEMO_WACHTWOORD
from passend.cli.herinneringen import start_loop
from passend.cli.start import first_line, niet_klaar, start_django

HOOGSTE_POORT = 65_535
GEDULD = 5
"""Seconds in which what is being answered is finished after Ctrl-C; what takes longer is broken off."""


def register(opdrachten: Any) -> None:
    """Add the sub-commands."""
    migrate = opdrachten.add_parser("migrate", help="maak de database klaar")
    migrate.set_defaults(doe=run_migrate)
    serve = opdrachten.add_parser("serve", help="start Passend op dit adres")
    serve.add_argument("--host", default=os.environ.get("HOST", "127.0.0.1"))
    serve.add_argument("--port", type=_poort, default=os.environ.get("PORT", "8000"))
    serve.set_defaults(doe=run_serve)


def _poort(tekst: str) -> int:
    if not tekst.isascii() or not tekst.isdigit() or not 0 < int(tekst) <= HOOGSTE_POORT:
        raise argparse.ArgumentTypeError(f"een poort is een getal van 1 tot en met {HOOGSTE_POORT}, niet {tekst!r}")
    return int(tekst)


def run_migrate(_opties: argparse.Namespace) -> int:
    """Bring the database up to date."""
    start_django()
    from django.core.management import call_command  # slow import
    from django.db import DatabaseError

    from passend.organisaties.actions.fout import OrganisatieError

    try:
        call_command("migrate", verbosity=0)
    except OrganisatieError as fout:
        sys.stderr.write(f"{fout}\n")
        return 1
    except DatabaseError as fout:
        sys.stderr.write(f"De database is niet te gebruiken ({first_line(fout)}). Controleer DATABASE_URL.\n")
        return 1
    return 0


def run_serve(opties: argparse.Namespace) -> int:
    """Serve until Ctrl-C; says in one sentence when the address is taken."""
    if not _is_vrij(opties.host, opties.port):
        sys.stderr.write(
            f"Poort {opties.port} is al in gebruik. Start met een andere: make run PORT={opties.port + 1}\n"
        )
        return 1
    from django.db import DatabaseError

    try:
        aanmelden = _hoe_aan_te_melden()
    except DatabaseError:
        sys.stderr.write(niet_klaar())
        return 1
    from django.conf import settings
    from granian import Granian  # slow import
    from granian.constants import Interfaces
    from granian.log import LogLevels

    sys.stdout.write(f"\nPassend draait op http://{opties.host}:{opties.port}\n{aanmelden}\nStoppen met Ctrl-C.\n\n")
    sys.stdout.flush()
    start_loop()
    Granian(
        "passend.config.wsgi.application",
        address=opties.host,
        port=opties.port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=settings.DRADEN,
        workers_kill_timeout=GEDULD,
        log_level=LogLevels.warning,
    ).serve(target_loader=_laad)
    return 0


def _laad(naam: str) -> Any:
    """The application, in the process that answers; it can be stopped while it loads, which takes seconds.

    That process is a copy of the first and has its answer to a signal, which only tells the first itself to stop: until
    Granian puts its own in place a signal was lost, and the first process waited for ever. Ctrl-C, which both would
    get, is for the first only: it stops the other, and who is told twice at once can stop half-way.
    """
    if hasattr(signal, "pthread_sigmask"):  # Windows makes no copies of a process
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    from django.utils.module_loading import import_string  # slow import

    return import_string(naam)


def _hoe_aan_te_melden() -> str:
    """How somebody gets in: the accounts of the demonstration, when they are there.

    Raises:
        NietTeStartenError: a setting is missing or wrong.
        DatabaseError: the database cannot be used, or `passend migrate` was not run.
    """
    start_django()
    from django.db import connections  # needs the settings

    from passend.toegang.queries import list_demo_accounts  # a table, and so after the settings

    is_demo = list_demo_accounts().exists()
    connections.close_all()
    if not is_demo:
        return "Aanmelden: met uw naam en wachtwoord. (Sign in with your name and password.)"
    return (
        "Aanmelden: kies rechtsboven Aanmelden, en klik op iemand van de demo. Wie liever typt: het wachtwoord is "
        f"{DEMO_WACHTWOORD}.\n"
        f"(Sign in: choose Aanmelden, and click somebody of the demo. Or type the password: {DEMO_WACHTWOORD}.)"
    )


def _is_vrij(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind((host, port))
        except OSError as fout:
            return fout.errno != errno.EADDRINUSE
    return True
