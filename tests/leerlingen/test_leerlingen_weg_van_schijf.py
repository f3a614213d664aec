"""What was destroyed is not in the file of the database any more, nor in what SQLite keeps beside it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from tests.vormdatabank import WORTEL, kopieer

WOORD = "Kwibuszeegras"
MAAK = f"""
import django; django.setup()
from django_scopes import scope
from tests.factories.bewaren import maak_vol_dossier, stel_voor
from tests.factories.leerlingen import maak_stuk
from tests.factories.profielen import maak_school
with scope(bestuur=[]):
    school = maak_school()
    leerling = maak_vol_dossier(school, "{WOORD}")
    maak_stuk(school, leerling, titel="{WOORD}")
    stel_voor(school, leerling)
"""
VOER_UIT = """
import django; django.setup()
from datetime import timedelta
from django_scopes import scope
from tests.factories.profielen import OP
from passend.leerlingen.actions.bewaren import execute_vernietiging
from passend.leerlingen.models import Vernietigingslijst
from passend.organisaties.models import Bestuur
from passend.organisaties.queries import in_bestuur
from passend.toegang.models import Rol
with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
    lijst = Vernietigingslijst.objects.get()
    actor = Rol.objects.get(soort="bestuurder").account
    assert execute_vernietiging(actor=actor, lijst=lijst, op=OP + timedelta(hours=1)).bewijzen
    BLIJF_OPEN
"""
KIJK = """
import pathlib, os
var = pathlib.Path(os.environ["PASSEND_VAR"])
print([pad.name for pad in sorted(var.glob("passend.sqlite3*")) if WOORD.encode() in pad.read_bytes()])
"""


def _python(var: Path, programma: str) -> str:
    omgeving = os.environ | {
        "PASSEND_VAR": str(var),
        "DATABASE_URL": f"sqlite:///{var}/passend.sqlite3",
        "DJANGO_SETTINGS_MODULE": "passend.config.settings.base",
        "PYTHONPATH": str(WORTEL),
    }
    loop = subprocess.run(
        [sys.executable, "-c", programma], env=omgeving, cwd=WORTEL, capture_output=True, text=True, check=False
    )
    assert loop.returncode == 0, loop.stderr
    return loop.stdout


@pytest.mark.django_db
def test_words_of_who_was_destroyed_are_not_in_the_file(tmp_path: Path) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL cleans up by itself, in its own time")
    kopieer(tmp_path / "passend.sqlite3")
    kijk = f"WOORD = {WOORD!r}\n{KIJK.strip()}"

    _python(tmp_path, MAAK)
    eerst = _python(tmp_path, kijk)
    daarna = _python(tmp_path, VOER_UIT.replace("BLIJF_OPEN", ";".join(kijk.splitlines())))

    assert "passend.sqlite3" in eerst
    assert daarna.strip().splitlines()[-1] == "[]"  # also while the connection is open, and its log beside it
