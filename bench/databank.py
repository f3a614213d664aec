"""Databases of many and of few made-up schools, made by the product's own command and kept in `var/bench`."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.document import WORTEL

VEEL, WEINIG = 6_122, 8
_MAP = WORTEL / "var" / "bench"
_BRON = WORTEL / "src" / "passend"
_MAAKT = ("cli/demo*.py", "cli/voorbeelden/*", "*/migrations/*.py", "*/models/*.py", "*/actions/*.py")


def databank(scholen: int) -> Path:
    """The database with so many schools; made again when what makes it was changed."""
    bestand = _MAP / f"scholen-{scholen}-{_kenmerk()}.sqlite3"
    if bestand.exists():
        return bestand
    _MAP.mkdir(parents=True, exist_ok=True)
    for oud in _MAP.glob(f"scholen-{scholen}-*"):
        oud.unlink()
    nieuw = bestand.with_suffix(".deel")
    for opdracht in (["migrate"], ["demo", "laden", "--scholen", str(scholen)]):
        subprocess.run(
            [sys.executable, "-m", "passend.cli", *opdracht], env=omgeving(nieuw), check=True, capture_output=True
        )
    return nieuw.rename(bestand)


@contextmanager
def bestand_voor(wat: str) -> Iterator[Path]:
    """An empty database for who fills it; kept when they succeed, made again when its tables change."""
    bestand = _MAP / f"{wat}-{_kenmerk()}.sqlite3"
    if bestand.exists():
        yield bestand
        return
    _MAP.mkdir(parents=True, exist_ok=True)
    for oud in _MAP.glob(f"{wat}-*"):
        oud.unlink()
    nieuw = bestand.with_suffix(".deel")
    subprocess.run(
        [sys.executable, "-m", "passend.cli", "migrate"], env=omgeving(nieuw), check=True, capture_output=True
    )
    yield nieuw
    nieuw.rename(bestand)


def omgeving(bestand: Path) -> dict[str, str]:
    """The environment of a process that works with this database."""
    return {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{bestand}",
        "DJANGO_SETTINGS_MODULE": "passend.config.settings.base",
        "DEBUG": "false",
    }


def _kenmerk() -> str:
    """Tells one way of making the schools from another."""
    som = hashlib.sha256()
    for pad in sorted({pad for patroon in _MAAKT for pad in _BRON.glob(patroon) if pad.is_file()}):
        som.update(pad.read_bytes())
    return som.hexdigest()[:12]
