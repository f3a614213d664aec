"""From nothing to pages: the database, the made-up region, the server; and what is said when that cannot be."""

import base64
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from tests.vormdatabank import kopieer

from passend.cli.__main__ import main

SECONDEN = 240  # a limit for a busy machine, not a measure
WACHT_OP_EINDE = 60  # the same; a server that did not stop, did not in a minute either


def _passend(var: Path, *woorden: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "passend.cli", *woorden],
        env=_omgeving(var) | omgeving,
        capture_output=True,
        text=True,
        timeout=SECONDEN,
        check=False,
    )


def _omgeving(var: Path) -> dict[str, str]:
    gewoon = {naam: waarde for naam, waarde in os.environ.items() if naam != "DJANGO_SETTINGS_MODULE"}
    return gewoon | {"PASSEND_VAR": str(var), "DATABASE_URL": f"sqlite:///{var}/passend.sqlite3"}


def _vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        poort: int = proef.getsockname()[1]
    return poort


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[int, Path]]:
    """Passend on a port of its own, with the made-up region in it; what it prints goes to a file."""
    for woorden in (("migrate",), ("demo", "laden")):
        assert _passend(tmp_path, *woorden).returncode == 0
    poort, uitvoer = _vrije_poort(), tmp_path / "uitvoer"
    with uitvoer.open("w") as doel:
        opdracht = [sys.executable, "-m", "passend.cli", "serve", "--port", str(poort)]
        proces = subprocess.Popen(opdracht, env=_omgeving(tmp_path), stdout=doel, stderr=subprocess.STDOUT)
        try:
            yield poort, uitvoer
        finally:
            proces.terminate()
            proces.wait(timeout=SECONDEN)


def _haal(adres: str) -> tuple[int, str]:
    einde = time.monotonic() + SECONDEN
    while True:
        try:
            with urllib.request.urlopen(adres, timeout=SECONDEN) as antwoord:  # noqa: S310 -- our own server
                return antwoord.status, antwoord.read().decode()
        except urllib.error.URLError:
            if time.monotonic() > einde:
                raise
            time.sleep(0.2)


def test_fresh_folder_becomes_a_site_with_the_made_up_region(server: tuple[int, Path]) -> None:
    poort, uitvoer = server

    status, pagina = _haal(f"http://127.0.0.1:{poort}/")

    assert (status, "OBS De Wilgenboom" in pagina) == (200, True)
    gezegd = uitvoer.read_text()
    assert f"Passend draait op http://127.0.0.1:{poort}\n" in gezegd
    assert "het wachtwoord is passend-demo-2026.\n" in gezegd
    assert "Warning" not in gezegd


def test_port_in_use_is_told_with_another_one_to_try(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        poort = bezet.getsockname()[1]

        code = main(["serve", "--port", str(poort)])

    zin = f"Poort {poort} is al in gebruik. Start met een andere: make run PORT={poort + 1}\n"
    assert (code, capsys.readouterr().err) == (1, zin)


def test_demo_without_a_database_says_what_to_do_first(tmp_path: Path) -> None:
    uitkomst = _passend(tmp_path, "demo", "laden")

    assert (uitkomst.returncode, uitkomst.stdout) == (1, "")
    assert uitkomst.stderr.startswith(f"De database {tmp_path}/passend.sqlite3 is nog niet klaar.")


def test_server_without_a_database_says_what_to_do_first(tmp_path: Path) -> None:
    uitkomst = _passend(tmp_path, "serve", "--port", str(_vrije_poort()))

    assert (uitkomst.returncode, uitkomst.stdout) == (1, "")
    assert uitkomst.stderr.startswith(f"De database {tmp_path}/passend.sqlite3 is nog niet klaar.")


def test_server_with_a_setting_that_is_wrong_says_so(tmp_path: Path) -> None:
    uitkomst = _passend(tmp_path, "serve", "--port", str(_vrije_poort()), PASSEND_BESTAND_MAX_BYTES="veel")

    assert (uitkomst.returncode, uitkomst.stdout) == (1, "")
    assert uitkomst.stderr.startswith("Passend kan niet starten (")
    assert "PASSEND_BESTAND_MAX_BYTES" in uitkomst.stderr


@pytest.mark.parametrize("woorden", [["migrate"], ["demo", "laden"], ["serve"], ["backup"]])
@pytest.mark.parametrize("sleutel", ["", "kort"])
def test_server_for_everybody_asks_for_a_long_key_of_its_own(tmp_path: Path, woorden: list[str], sleutel: str) -> None:
    productie = {"DJANGO_SETTINGS_MODULE": "passend.config.settings.production", "ALLOWED_HOSTS": "passend.example"}
    if woorden == ["serve"]:
        woorden = ["serve", "--port", str(_vrije_poort())]

    uitkomst = _passend(tmp_path, *woorden, **productie, SECRET_KEY=sleutel)

    zin = (
        "Passend kan niet starten (SECRET_KEY moet een willekeurige tekst van minstens 50 tekens zijn en heeft er nu "
        f"{len(sleutel)}). Controleer de instellingen.\n"
    )
    assert (uitkomst.returncode, uitkomst.stdout, uitkomst.stderr) == (1, "", zin)


def test_server_for_everybody_asks_for_a_mail_server_so_that_no_letter_comes_on_its_screen(tmp_path: Path) -> None:
    productie = {"DJANGO_SETTINGS_MODULE": "passend.config.settings.production", "ALLOWED_HOSTS": "passend.example"}
    sleutel = base64.urlsafe_b64encode(b"x" * 32).decode()

    uitkomst = _passend(tmp_path, "migrate", **productie, SECRET_KEY="x" * 50, PASSEND_SLEUTELS=sleutel)

    zin = (
        "Passend kan niet starten (MAIL_HOST ontbreekt; zonder mailserver komen brieven, met adressen en links die "
        "werken, op het scherm van de server, en dus in haar logboek). Controleer de instellingen.\n"
    )
    assert (uitkomst.returncode, uitkomst.stdout, uitkomst.stderr) == (1, "", zin)


def test_a_real_installation_hears_nothing_of_the_demonstration(tmp_path: Path) -> None:
    kopieer(tmp_path / "passend.sqlite3")
    assert _passend(tmp_path, "migrate").returncode == 0
    poort, uitvoer = _vrije_poort(), tmp_path / "uitvoer"
    with uitvoer.open("w") as doel:
        opdracht = [sys.executable, "-m", "passend.cli", "serve", "--port", str(poort)]
        proces = subprocess.Popen(opdracht, env=_omgeving(tmp_path), stdout=doel, stderr=subprocess.STDOUT)
        try:
            status, _pagina = _haal(f"http://127.0.0.1:{poort}/")
        finally:
            proces.terminate()
            proces.wait(timeout=SECONDEN)

    assert (status, "demo" in uitvoer.read_text()) == (200, False)


def _kinderen(proces: int) -> list[int]:
    taak = Path(f"/proc/{proces}/task/{proces}/children")
    return [int(woord) for woord in taak.read_text().split()] if taak.exists() else []


@pytest.fixture
def eigen_groep(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Passend as a shell starts it, alone in its group, to which Ctrl-C goes."""
    kopieer(tmp_path / "passend.sqlite3")
    assert _passend(tmp_path, "migrate").returncode == 0
    poort = _vrije_poort()
    opdracht = [sys.executable, "-m", "passend.cli", "serve", "--port", str(poort)]
    proces = subprocess.Popen(opdracht, env=_omgeving(tmp_path), stderr=subprocess.PIPE, start_new_session=True)
    try:
        yield proces, poort
    finally:
        with suppress(ProcessLookupError):
            os.killpg(proces.pid, signal.SIGKILL)
        proces.communicate()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="how a second process is seen differs")
def test_ctrl_c_stops_the_server_also_while_the_process_that_answers_still_loads(
    eigen_groep: tuple[subprocess.Popen[bytes], int],
) -> None:
    proces, _poort = eigen_groep
    einde = time.monotonic() + SECONDEN
    while not _kinderen(proces.pid) and time.monotonic() < einde:
        time.sleep(0.01)
    time.sleep(0.2)  # it loads for longer than that

    os.killpg(proces.pid, signal.SIGINT)

    _uit, gezegd = proces.communicate(timeout=WACHT_OP_EINDE)
    assert (proces.returncode, gezegd) == (0, b"")


def test_ctrl_c_stops_the_server_also_when_a_browser_holds_its_connection_open(
    eigen_groep: tuple[subprocess.Popen[bytes], int],
) -> None:
    proces, poort = eigen_groep
    _haal(f"http://127.0.0.1:{poort}/")
    with socket.create_connection(("127.0.0.1", poort)) as browser:
        browser.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert browser.recv(15) == b"HTTP/1.1 200 OK"
        time.sleep(0.5)  # until nothing more comes of it

        os.killpg(proces.pid, signal.SIGINT)

        proces.communicate(timeout=WACHT_OP_EINDE)
    assert proces.returncode == 0


def test_database_that_cannot_be_reached_is_told_in_a_sentence(tmp_path: Path) -> None:
    uitkomst = _passend(tmp_path, "migrate", DATABASE_URL=f"sqlite:///{tmp_path}/geen-map/passend.sqlite3")

    zin = "De database is niet te gebruiken (unable to open database file). Controleer DATABASE_URL.\n"
    assert (uitkomst.returncode, uitkomst.stderr) == (1, zin)


@pytest.mark.parametrize("woorden", [[], ["onzin"], ["demo", "laden", "--scholen", "veel"]])
def test_words_that_are_not_understood_are_told(woorden: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(woorden)

    assert (stop.value.code, capsys.readouterr().err[:28]) == (2, "passend: dit begrijp ik niet")


@pytest.mark.parametrize("poort", ["0", "99999", "acht"])
def test_a_port_that_cannot_be_is_told_in_a_sentence(poort: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["serve", "--port", poort])

    assert "een poort is een getal van 1 tot en met 65535" in capsys.readouterr().err


def test_command_that_is_stopped_by_ctrl_c_says_so_and_shows_no_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def onderbreek(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("passend.cli.server.start_django", onderbreek)

    assert main(["migrate"]) == 130
    assert capsys.readouterr().err == "\nGestopt.\n"
