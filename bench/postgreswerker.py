"""A process inside a PostgreSQL made for the occasion: makes a database there, then does what another worker does."""

import os
import subprocess
import sys
from urllib.parse import urlsplit

import psycopg

from bench.document import WORTEL

NAAM = "passend_bench"


def main() -> None:
    """Which worker, and what it must do, stand in the arguments; it prints its own JSON."""
    adres = os.environ["TEST_DATABASE_URL"]
    with psycopg.connect(adres, autocommit=True) as verbinding:
        verbinding.execute(f"CREATE DATABASE {NAAM}")
    waar = {**os.environ, "DATABASE_URL": urlsplit(adres)._replace(path=f"/{NAAM}").geturl()}
    migreer = [sys.executable, "-m", "passend.cli", "migrate"]
    subprocess.run(migreer, env=waar, cwd=WORTEL, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([sys.executable, "-m", *sys.argv[1:]], env=waar, cwd=WORTEL, check=True)


if __name__ == "__main__":
    main()
