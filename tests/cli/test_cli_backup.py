"""`passend backup`: a whole copy of the database that is used, readable by its owner alone, and never over another."""

import os
import re
import sqlite3
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from tests.vormdatabank import kopieer

from passend.cli.backup import _kopieer

DRAAIT = re.compile(r"De reservekopie van (\S+) staat in (\S+) \(\d+ kB\)\.\n")


def _passend(map_: Path, *woorden: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    eigen = {"PASSEND_VAR": str(map_ / "var"), "DATABASE_URL": f"sqlite:///{map_}/eigen.sqlite3"} | omgeving
    gewoon = {naam: waarde for naam, waarde in os.environ.items() if naam != "DJANGO_SETTINGS_MODULE"}
    opdracht = [sys.executable, "-m", "passend.cli", *woorden]
    return subprocess.run(opdracht, env=gewoon | eigen, capture_output=True, text=True, check=False, cwd=map_)


def test_copy_is_of_the_database_in_the_settings_also_while_somebody_writes(tmp_path: Path) -> None:
    kopieer(tmp_path / "eigen.sqlite3")
    assert _passend(tmp_path, "migrate").returncode == 0
    with sqlite3.connect(tmp_path / "eigen.sqlite3") as open_database:
        open_database.execute("CREATE TABLE proef (woord)")
        open_database.execute("INSERT INTO proef VALUES ('heel')")
        open_database.commit()
        open_database.execute("INSERT INTO proef VALUES ('nog niet klaar')")

        uitkomst = _passend(tmp_path, "backup")

    gezegd = DRAAIT.fullmatch(uitkomst.stdout)
    assert (uitkomst.returncode, uitkomst.stderr) == (0, "")
    assert gezegd is not None
    assert gezegd[1] == str(tmp_path / "eigen.sqlite3")
    kopie = Path(gezegd[2])
    assert list((tmp_path / "var" / "backups").iterdir()) == [kopie]
    assert (kopie.stat().st_mode & 0o777, kopie.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    with sqlite3.connect(kopie) as verbinding:
        assert verbinding.execute("SELECT woord FROM proef").fetchall() == [("heel",)]


def test_new_database_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    _passend(tmp_path, "migrate")

    assert (tmp_path / "eigen.sqlite3").stat().st_mode & 0o777 == 0o600


def test_copy_goes_where_it_was_told_to_go(tmp_path: Path) -> None:
    kopieer(tmp_path / "eigen.sqlite3")
    _passend(tmp_path, "migrate")

    uitkomst = _passend(tmp_path, "backup", "--naar", "elders/kopie")

    assert uitkomst.returncode == 0
    assert len(list((tmp_path / "elders" / "kopie").glob("passend-*.sqlite3"))) == 1


@pytest.mark.parametrize("einde", ["sqlite3", "deel"])
def test_copy_never_takes_the_place_of_another_file(tmp_path: Path, einde: str) -> None:
    bron, moment = tmp_path / "bron.sqlite3", datetime(2026, 11, 24, 14, 5)  # noqa: DTZ001 -- only its digits
    with sqlite3.connect(bron) as verbinding:
        verbinding.execute("CREATE TABLE proef (woord)")
    er_al = tmp_path / f"passend-2026-11-24-140500.{einde}"
    er_al.write_text("van gisteren")

    with pytest.raises(FileExistsError):
        _kopieer(bron, tmp_path, moment)

    assert er_al.read_text() == "van gisteren"
    assert sorted(pad.name for pad in tmp_path.iterdir()) == sorted({"bron.sqlite3", er_al.name})


def test_without_a_database_no_copy_and_no_new_database_is_made(tmp_path: Path) -> None:
    uitkomst = _passend(tmp_path, "backup")

    assert (uitkomst.returncode, uitkomst.stdout) == (1, "")
    assert uitkomst.stderr.startswith("De reservekopie is niet gemaakt (unable to open database file).")
    assert [pad.name for pad in tmp_path.iterdir()] == ["var"]


def test_empty_database_is_no_database_to_copy(tmp_path: Path) -> None:
    (tmp_path / "eigen.sqlite3").touch()

    uitkomst = _passend(tmp_path, "backup")

    assert (uitkomst.returncode, uitkomst.stdout) == (1, "")
    assert uitkomst.stderr.startswith(f"De database {tmp_path}/eigen.sqlite3 is nog niet klaar.")


def test_postgresql_has_a_tool_of_its_own(tmp_path: Path) -> None:
    uitkomst = _passend(tmp_path, "backup", DATABASE_URL="postgres://naam:geheim@127.0.0.1:1/passend")

    assert (uitkomst.returncode, uitkomst.stdout) == (1, "")
    assert uitkomst.stderr.startswith("Dit is een PostgreSQL-database. Maak de kopie met: pg_dump ")
