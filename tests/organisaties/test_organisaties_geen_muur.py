"""A user of PostgreSQL who stands above every policy gets a sentence; nothing is made, filled or served for them."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

BAAS = os.environ.get("TEST_DATABASE_URL", "").replace("//passend_app@", "//passend@")
pytestmark = pytest.mark.skipif(
    not BAAS.startswith("postgres"), reason="only PostgreSQL has users; scripts/with_postgresql.sh starts one"
)


@pytest.mark.parametrize("opdracht", [["migrate"], ["demo", "laden"], ["serve", "--port", "65123"], ["herinneringen"]])
def test_user_above_the_wall_is_refused_before_anything_is_made(opdracht: list[str], tmp_path: Path) -> None:
    omgeving = {
        **os.environ,
        "PASSEND_VAR": str(tmp_path),
        "DATABASE_URL": BAAS,
        "DJANGO_SETTINGS_MODULE": "passend.config.settings.base",
    }

    af = subprocess.run(
        [sys.executable, "-m", "passend.cli", *opdracht],
        env=omgeving, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip

    assert af.returncode == 1
    assert af.stderr.startswith("Passend mag niet als beheerder van PostgreSQL draaien: dan geldt geen muur")
    assert "Traceback" not in af.stderr
    with psycopg.connect(BAAS) as verbinding:
        tabellen = verbinding.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    assert tabellen == (0,)
