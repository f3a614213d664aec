"""A process inside a PostgreSQL made for the occasion: makes the tables there, then does what another worker does."""

import os
import subprocess
import sys

from bench.document import WORTEL


def main() -> None:
    """Which worker, and what it must do, stand in the arguments; it prints its own JSON."""
    waar = {**os.environ, "DATABASE_URL": os.environ["TEST_DATABASE_URL"]}
    migreer = [sys.executable, "-m", "passend.cli", "migrate"]
    subprocess.run(migreer, env=waar, cwd=WORTEL, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([sys.executable, "-m", *sys.argv[1:]], env=waar, cwd=WORTEL, check=True)


if __name__ == "__main__":
    main()
