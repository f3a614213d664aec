"""Before a command that needs the database: the settings, and a database file that only its owner can read."""

import os
from contextlib import suppress


class NietTeStartenError(Exception):
    """Passend cannot start; the message is a sentence for who typed the command."""


def start_django() -> None:
    """Set up Django for a command that makes the database when it is not there.

    Raises:
        NietTeStartenError: a setting is missing or wrong, or there would be no wall between boards.
    """
    load_settings()
    _keep_database_private()
    _require_muur()


def load_settings() -> None:
    """Set up Django.

    Raises:
        NietTeStartenError: a setting is missing or wrong.
    """
    import django  # slow import: only commands that need the database pay for it

    try:
        django.setup()
    except Exception as fout:  # whatever stops the application from starting is told in a sentence
        raise NietTeStartenError(
            f"Passend kan niet starten ({first_line(fout)}). Controleer de instellingen."
        ) from fout


def niet_klaar() -> str:
    """That the database has no tables yet, and which database that is: often another than somebody thinks."""
    from django.db import connection  # needs the settings

    waar = connection.settings_dict["NAME"]
    return (
        f"De database {waar} is nog niet klaar. Staan uw gegevens ergens anders? Zet dan PASSEND_VAR of DATABASE_URL "
        "ervoor, net als bij het starten. Is zij nieuw? Doe dan eerst: passend migrate.\n"
    )


def _keep_database_private() -> None:
    """SQLite makes its file readable by everybody on the computer; its `-wal` and `-shm` follow the file."""
    from django.db import connection  # needs the settings

    naam = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and not naam.startswith(("file:", ":memory:")):  # those are no paths
        with suppress(OSError):  # there already, or no folder for it: then the database itself says what is wrong
            os.close(os.open(naam, os.O_CREAT | os.O_EXCL, 0o600))


def _require_muur() -> None:
    """Nothing is made, filled or served by a user of PostgreSQL for whom no wall between boards would count."""
    from django.db import DatabaseError  # both need the settings

    from passend.organisaties.actions import GEEN_MUUR
    from passend.organisaties.queries import is_boven_de_muur

    with suppress(DatabaseError):  # no database at all: the command itself says what is wrong
        if is_boven_de_muur():
            raise NietTeStartenError(GEEN_MUUR)


def first_line(fout: Exception) -> str:
    """What went wrong, without what follows it."""
    return next(iter(str(fout).splitlines()), type(fout).__name__)
