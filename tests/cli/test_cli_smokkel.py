"""Two readers of one stream never disagree where a request ends: the real server, asked byte by byte.

Who gets a request past a proxy as one, and past us as two, speaks for whoever comes next on that connection.
"""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from tests.vormdatabank import kopieer

SECONDEN = 240  # a limit for a busy machine, not a measure
HOST = b"Host: 127.0.0.1\r\n"
ERACHTER = b"GET /meegesmokkeld HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n"
BEGIN = b"POST /taal HTTP/1.1\r\n" + HOST
STUKJES = b"\r\n0\r\n\r\n"


@pytest.fixture(scope="module")
def poort(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Passend on a port of its own."""
    var = tmp_path_factory.mktemp("smokkel")
    kopieer(var / "passend.sqlite3")
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam != "DJANGO_SETTINGS_MODULE"} | {
        "PASSEND_VAR": str(var),
        "DATABASE_URL": f"sqlite:///{var}/passend.sqlite3",
        "PASSEND_HERINNERINGEN": "uit",
    }
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        vrij: int = proef.getsockname()[1]
    passend = [sys.executable, "-m", "passend.cli"]
    subprocess.run([*passend, "migrate"], env=omgeving, check=True, timeout=SECONDEN)
    with (var / "uitvoer").open("w") as uitvoer:
        proces = subprocess.Popen(
            [*passend, "serve", "--port", str(vrij)], env=omgeving, stdout=uitvoer, stderr=uitvoer
        )
        try:
            _wacht_op(vrij)
            yield vrij
        finally:
            proces.terminate()
            proces.wait(timeout=SECONDEN)


def _wacht_op(poort: int) -> None:
    einde = time.monotonic() + SECONDEN
    while time.monotonic() < einde:
        try:
            if _antwoorden(poort, b"GET /aanmelden HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n") == [200]:
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError


def _antwoorden(poort: int, stroom: bytes) -> list[int]:
    """The status of each answer until the server closes the connection."""
    with socket.create_connection(("127.0.0.1", poort), SECONDEN) as lijn:
        lijn.sendall(stroom)
        uit = b""
        while deel := lijn.recv(65_536):
            uit += deel
    return [int(status) for status in re.findall(rb"HTTP/1\.1 (\d{3}) ", uit)]


@pytest.mark.parametrize(
    ("stroom", "status"),
    [
        (BEGIN + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n" + STUKJES, 411),
        (BEGIN + b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n" + STUKJES, 411),
        (BEGIN + b"Transfer-Encoding: xchunked\r\n" + STUKJES, 400),
        (BEGIN + b"Transfer-Encoding: chunked, identity\r\n" + STUKJES, 400),
        (BEGIN + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde", 400),
        (BEGIN + b"Content-Length: 5, 6\r\n\r\nabcde", 400),
        (BEGIN + b"Content-Length: +5\r\n\r\nabcde", 400),
        (BEGIN + b"Content-Length : 5\r\n\r\nabcde", 400),
        (BEGIN + b"X-Iets: een\r\n twee\r\n\r\n", 400),
        (BEGIN + b"Transfer-Encoding:\r\n chunked\r\n" + STUKJES, 400),
    ],
    ids=[
        "a length and then pieces",
        "pieces and then a length",
        "pieces of an unknown kind",
        "pieces that are not the last coding",
        "two lengths",
        "two lengths in one line",
        "a length with a sign",
        "white before the colon",
        "a header on two lines",
        "pieces on a second line",
    ],
)
def test_request_of_which_the_end_can_be_read_in_two_ways_is_refused_and_nothing_behind_it_is_answered(
    poort: int, stroom: bytes, status: int
) -> None:
    assert _antwoorden(poort, stroom + ERACHTER) == [status]


def test_same_length_twice_is_one_length_and_what_comes_behind_is_a_request_of_its_own(poort: int) -> None:
    stroom = BEGIN + b"Content-Length: 5\r\nContent-Length: 5\r\n\r\nabcde"

    assert _antwoorden(poort, stroom + ERACHTER) == [403, 404]  # the form without its key, and a page that is not there


def test_request_in_pieces_alone_is_told_to_say_how_long_it_is(poort: int) -> None:
    stroom = BEGIN + b"Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n"

    assert _antwoorden(poort, stroom) == [411]
