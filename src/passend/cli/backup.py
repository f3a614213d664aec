"""`passend backup`: a copy of the database in a file with the moment in its name, also while Passend runs."""

import argparse
import os
import sqlite3
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from passend.cli.start import load_settings, niet_klaar

WACHTTIJD = 20  # seconds for a writer to finish


def register(opdrachten: Any) -> None:
    """Add the sub-command."""
    backup = opdrachten.add_parser("backup", help="maak een reservekopie van de database")
    backup.add_argument("--naar", type=Path, metavar="MAP", help="waar de kopie komt (anders: var/backups)")
    backup.set_defaults(doe=run_backup)


def run_backup(opties: argparse.Namespace) -> int:
    """Copy the database; what is in the folder already stays as it is."""
    load_settings()
    from django.conf import settings  # both need the settings
    from django.db import connection

    if connection.vendor != "sqlite":
        sys.stderr.write(
            "Dit is een PostgreSQL-database. Maak de kopie met: "
            "pg_dump --username=postgres --format=custom --file=kopie.dump passend\n"
        )
        return 1
    bron, doelmap = Path(connection.settings_dict["NAME"]), opties.naar or settings.VAR / "backups"
    try:
        kopie = _kopieer(bron, doelmap, datetime.now().astimezone())
    except FileExistsError as fout:
        sys.stderr.write(f"Op {fout.filename} staat al iets; dat blijft zo. Probeer het over een seconde opnieuw.\n")
        return 1
    except (OSError, sqlite3.Error) as fout:
        sys.stderr.write(f"De reservekopie is niet gemaakt ({fout}). Controleer DATABASE_URL en de map {doelmap}.\n")
        return 1
    if kopie is None:
        sys.stderr.write(niet_klaar())
        return 1
    print(f"De reservekopie van {bron} staat in {kopie} ({_omvang(kopie)}).")
    return 0


def _kopieer(bron: Path, doelmap: Path, moment: datetime) -> Path | None:
    """The copy, whole or not there at all; nothing when there is nothing to copy.

    Raises:
        FileExistsError: something has this name already.
    """
    with closing(sqlite3.connect(f"{bron.resolve().as_uri()}?mode=rw", uri=True, timeout=WACHTTIJD)) as database:
        if not database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return None
        doelmap.mkdir(parents=True, exist_ok=True, mode=0o700)
        kopie = doelmap.resolve() / f"passend-{moment:%Y-%m-%d-%H%M%S}.sqlite3"
        deel = kopie.with_suffix(".deel")
        blad = os.open(deel, os.O_CREAT | os.O_EXCL, 0o600)  # readable by its owner before anything is in it
        try:
            database.execute("VACUUM INTO ?", (str(deel),))
            os.fsync(blad)
            os.link(deel, kopie)  # unlike a rename, this never takes the place of another file
        finally:
            os.close(blad)
            deel.unlink()
    return kopie


def _omvang(bestand: Path) -> str:
    return f"{bestand.stat().st_size / 1024:.0f} kB"
