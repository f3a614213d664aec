"""What the page for the beheerder tells to type does what it says."""

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.vormdatabank import kopieer

WORTEL = Path(__file__).resolve().parents[2]
PAGINA = (WORTEL / "docs" / "gebruiker" / "beheerder.md").read_text(encoding="utf-8")


def _draai(omgeving: dict[str, str], *opdracht: str) -> str:
    return subprocess.run(
        [sys.executable, *opdracht], env=omgeving, check=True, capture_output=True, text=True, cwd=WORTEL
    ).stdout


def test_the_script_makes_a_school_and_the_command_beside_it_invites_its_first_people(tmp_path: Path) -> None:
    database, script = tmp_path / "passend.sqlite3", tmp_path / "scholen.py"
    omgeving = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{database}",
        "DJANGO_SETTINGS_MODULE": "passend.config.settings.base",
    }
    script.write_text(re.findall(r"```python\n(.*?)```", PAGINA, re.DOTALL)[0], encoding="utf-8")

    kopieer(database)
    _draai(omgeving, "-m", "passend.cli", "migrate")
    _draai(omgeving, str(script))
    nog_eens = subprocess.run(
        [sys.executable, str(script)], env=omgeving, check=False, capture_output=True, text=True, cwd=WORTEL
    )
    brieven = [
        _draai(omgeving, "-m", "passend.cli", *opdracht.split())
        for opdracht in re.findall(r"^\.venv/bin/passend (rol uitnodigen .*)$", PAGINA, re.MULTILINE)
    ]

    with sqlite3.connect(database) as verbinding:
        scholen = verbinding.execute("SELECT naam FROM organisaties_vestiging").fetchall()
        sjablonen = verbinding.execute("SELECT code FROM profielen_sjabloonversie").fetchall()
        mensen = verbinding.execute("SELECT count(*) FROM toegang_account").fetchall()
    assert (nog_eens.returncode, nog_eens.stderr) == (
        1,
        "Dit samenwerkingsverband staat er al. Er is niets veranderd.\n",
    )
    assert scholen == [("De Voorbeeldschool",)]
    assert sjablonen == [("haaglanden",)]
    assert mensen == [(0,)]  # each makes an account by the link
    for brief, aan in zip(brieven, ("bestuur@voorbeeld.example", "adviseur@voorbeeld.example"), strict=True):
        assert f"Aan: {aan}" in brief
        assert re.search(r"^https://passend\.voorbeeld\.example/\S+[^=\s]$", brief, re.MULTILINE)


def test_an_account_is_put_out_of_use_by_the_line_on_the_page(tmp_path: Path) -> None:
    database = tmp_path / "passend.sqlite3"
    omgeving = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{database}",
        "DJANGO_SETTINGS_MODULE": "passend.config.settings.base",
    }
    maak = (
        "from passend.toegang.actions import create_account; create_account(gebruikersnaam="
        "'ib@voorbeeldschool.example', voornaam='Bo', achternaam='Achternaam', wachtwoord=None)"
    )

    kopieer(database)
    _draai(omgeving, "-m", "passend.cli", "migrate")
    _draai(omgeving, "-m", "django", "shell", "-c", maak)
    _draai(omgeving, *_weg_met_account())

    with sqlite3.connect(database) as verbinding:
        mensen = verbinding.execute("SELECT username, is_active FROM toegang_account").fetchall()
    assert mensen == [("ib@voorbeeldschool.example", 0)]


def _weg_met_account() -> tuple[str, ...]:
    gevonden = re.search(r'python (-m) (django) (shell) (-c) "(.*is_active = False.*)"', PAGINA)
    assert gevonden is not None
    return gevonden.groups()


def test_what_is_told_about_putting_a_copy_back_brings_the_day_of_the_copy_back(tmp_path: Path) -> None:
    terugzetten = re.search(r"```sh\n(mkdir weggezet\n.*?)```", PAGINA, re.DOTALL)
    assert terugzetten is not None
    database = tmp_path / "passend.sqlite3"
    omgeving = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{database}",
        "PASSEND_VAR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "passend.config.settings.base",
    }
    kopieer(database)
    _draai(omgeving, "-m", "passend.cli", "migrate")
    _draai(omgeving, "-m", "passend.cli", "backup")
    (kopie,) = (tmp_path / "backups").iterdir()
    with sqlite3.connect(database) as verbinding:
        verbinding.execute("DROP TABLE toegang_account")
    opdracht = re.sub(r"var/backups/\S+", str(kopie), terugzetten[1]).replace("/srv/passend/", f"{tmp_path}/")

    subprocess.run(["/bin/sh", "-ec", opdracht], check=True, cwd=tmp_path)

    with sqlite3.connect(database) as verbinding:
        assert verbinding.execute("SELECT count(*) FROM toegang_account").fetchall() == [(0,)]
    assert database.stat().st_mode & 0o777 == 0o600
