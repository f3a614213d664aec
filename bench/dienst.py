"""The memory of a real server that gave out every public page and every output of an edition."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from bench.bladen import OPENBAAR, SCHOOL
from bench.databank import VEEL, databank, omgeving
from bench.document import WORTEL
from bench.meten import Meting
from passend.uitwisseling.uitgaven import Vorm

_KB = 1024


def meet_dienst(herhalingen: int) -> Iterator[Meting]:
    """At rest, after pages, and after outputs too; the sum of all its processes, each at its highest."""
    with _dienst() as (proces, adres):
        _vraag(f"{adres}/aanmelden")
        yield _meting(f"geheugen: server, na een bladzijde, {VEEL} scholen", proces)
        for _ronde in range(herhalingen):
            for blad in OPENBAAR:
                _vraag(f"{adres}{blad.adres}", blad.koppen)
        yield _meting(f"geheugen: server, na veel bladzijden, {VEEL} scholen", proces)
        for vorm in Vorm:
            _vraag(f"{adres}/scholen/{SCHOOL}/editie/2/{vorm.bestandsnaam}")
        yield _meting(f"geheugen: server, na alle uitgaven ook, {VEEL} scholen", proces)


def _meting(naam: str, proces: int) -> Meting:
    return Meting(naam=naam, waarde=sum(_hoogste(nummer) for nummer in _met_kinderen(proces)) / _KB, eenheid="MB")


def _vraag(adres: str, koppen: dict[str, str] | None = None) -> None:
    vraag = urllib.request.Request(adres, headers=koppen or {})  # noqa: S310 -- our own server
    with urllib.request.urlopen(vraag, timeout=30) as antwoord:  # noqa: S310 -- our own server
        antwoord.read()


@contextmanager
def _dienst() -> Iterator[tuple[int, str]]:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        poort = proef.getsockname()[1]
    opdracht = [sys.executable, "-m", "passend.cli", "serve", "--port", str(poort)]
    stil = subprocess.DEVNULL
    with subprocess.Popen(opdracht, env=omgeving(databank(VEEL)), cwd=WORTEL, stdout=stil, stderr=stil) as server:
        try:
            _wacht_op(f"http://127.0.0.1:{poort}/aanmelden")
            yield server.pid, f"http://127.0.0.1:{poort}"
        finally:
            server.terminate()


def _wacht_op(adres: str) -> None:
    tot = time.monotonic() + 30
    while True:
        try:
            _vraag(adres)
        except URLError:
            if time.monotonic() > tot:
                raise
            time.sleep(0.1)
        else:
            return


def _met_kinderen(proces: int) -> Iterator[int]:
    yield proces
    for taak in Path(f"/proc/{proces}/task").iterdir():
        for kind in (taak / "children").read_text().split():
            yield from _met_kinderen(int(kind))


def _hoogste(proces: int) -> int:
    """Kilobytes; `VmHWM` counts from when the process became the program it is."""
    return int(Path(f"/proc/{proces}/status").read_text().partition("VmHWM:")[2].split()[0])
