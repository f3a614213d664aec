"""A migrated database made once and copied into memory for each run: the migrations take longer than most tests.

Only for SQLite. The copy is known by everything that makes it: the migrations, the models and the version of Django.
"""

import hashlib
import os
import shutil
import sqlite3
from pathlib import Path

import django
from django.conf import settings
from django.db import connection

WORTEL = Path(__file__).resolve().parents[1]
MAP = WORTEL / "var" / "toetsdatabank"


def vorm() -> Path | None:
    """Where the migrated database of this code is kept; None on a database that is not SQLite."""
    if connection.vendor != "sqlite":
        return None
    som = hashlib.sha256(f"{django.VERSION} {settings.INSTALLED_APPS}".encode())
    for bestand in sorted((WORTEL / "src" / "passend").rglob("*.py")):
        if bestand.parent.name == "migrations" or "models" in bestand.parts or bestand.name == "models.py":
            som.update(bestand.read_bytes())
    return MAP / f"{som.hexdigest()[:16]}.sqlite3"


def vul(bestand: Path) -> None:
    """Put the kept database in the place of the empty one."""
    with sqlite3.connect(f"file:{bestand}?mode=ro", uri=True) as bron:
        connection.ensure_connection()
        bron.backup(connection.connection)
    bron.close()


def kopieer(doel: Path) -> None:
    """A database for a process of its own, so that `passend migrate` has nothing left to do; none when none is kept."""
    kant_en_klaar = vorm()
    if kant_en_klaar is not None and kant_en_klaar.exists():
        doel.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kant_en_klaar, doel)
        doel.chmod(0o600)


def bewaar(bestand: Path) -> None:
    """Keep what was just migrated, and nothing of older code."""
    MAP.mkdir(parents=True, exist_ok=True)
    tijdelijk = bestand.with_suffix(f".{os.getpid()}")
    with sqlite3.connect(tijdelijk) as doel:
        connection.ensure_connection()
        connection.connection.backup(doel)
    doel.close()
    tijdelijk.replace(bestand)
    for oud in MAP.glob("*.sqlite3"):
        if oud != bestand:
            oud.unlink(missing_ok=True)
