"""A real server with the demo region, a real browser, and people to be in it."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.vormdatabank import kopieer

CHROMIUM = next(
    (pad for naam in ("chromium", "chromium-browser", "google-chrome") if (pad := shutil.which(naam))), None
)
BREED, SMAL = (1280, 900), (390, 844)
GEDULD = 30_000  # what a page may take on a machine that does more; nothing here measures time
expect.set_options(timeout=GEDULD)
OPEN_ALLES = "() => document.querySelectorAll('main details').forEach((el) => { el.open = true; })"


def _run(opdracht: list[str], database: Path) -> None:
    omgeving = {**os.environ, "DATABASE_URL": f"sqlite:///{database}"}
    omgeving.pop("DJANGO_SETTINGS_MODULE", None)
    subprocess.run([sys.executable, "-m", "passend.cli", *opdracht], env=omgeving, check=True, capture_output=True)


@pytest.fixture(scope="session")
def gevulde_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the demo region, made once."""
    database = tmp_path_factory.mktemp("regio") / "passend.sqlite3"
    kopieer(database)
    _run(["migrate"], database)
    _run(["demo", "laden"], database)
    return database


@pytest.fixture
def adres(gevulde_database: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a server of its own for each test, on a fresh copy of the demo region."""
    with _serveer(gevulde_database, tmp_path / "passend.sqlite3") as adres:
        yield adres


@pytest.fixture
def tweede_adres(gevulde_database: Path, tmp_path: Path) -> Iterator[str]:
    """A second installation, with a database of its own."""
    with _serveer(gevulde_database, tmp_path / "tweede.sqlite3") as adres:
        yield adres


@contextmanager
def _serveer(gevulde_database: Path, database: Path) -> Iterator[str]:
    shutil.copy(gevulde_database, database)
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        poort = proef.getsockname()[1]
    omgeving = {**os.environ, "DATABASE_URL": f"sqlite:///{database}"}
    omgeving.pop("DJANGO_SETTINGS_MODULE", None)
    server = subprocess.Popen(
        [sys.executable, "-m", "passend.cli", "serve", "--port", str(poort)],
        env=omgeving,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wacht(f"http://127.0.0.1:{poort}/aanmelden")
        yield f"http://127.0.0.1:{poort}"
    finally:
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(timeout=20)
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)  # also the workers, when it did not take them along
        server.wait()


def _wacht(adres: str) -> None:
    for _poging in range(150):
        try:
            with urllib.request.urlopen(adres, timeout=5):  # noqa: S310 -- our own server
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"De server op {adres} kwam niet.")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    if CHROMIUM is None:
        pytest.fail("Er is geen Chromium. Voer 'make test' uit, dat installeert hem.")
    with sync_playwright() as speler:
        open_browser = speler.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield open_browser
        open_browser.close()


@dataclass
class Mens:
    """Somebody at a screen: their page, and what went wrong in it."""

    page: Page
    adres: str
    klachten: list[str]

    def ga(self, pad: str) -> None:
        """Open an address of the site."""
        self.page.goto(self.adres + pad)

    def word(self, account: str) -> None:
        """Sign in as somebody of the demonstration."""
        self.ga("/aanmelden")
        self.page.click(f'button[value="{account}"]')
        self.page.wait_for_url(re.compile("/(start|kinderen)$"))


@pytest.fixture
def mens(browser: Browser, adres: str) -> Iterator[Callable[..., Mens]]:
    """Makes people; afterwards no page may have complained."""
    mensen: list[Mens] = []

    def maak(
        account: str | None = None,
        maat: tuple[int, int] = BREED,
        kleuren: str = "light",
        taal: str = "nl",
        waar: str = adres,
    ) -> Mens:
        context = browser.new_context(
            viewport={"width": maat[0], "height": maat[1]},
            color_scheme="dark" if kleuren == "dark" else "light",
            locale="nl-NL",
            reduced_motion="reduce",
        )
        context.set_default_timeout(GEDULD)
        if taal != "nl":
            context.add_cookies([{"name": "django_language", "value": taal, "url": waar}])
        nieuw = Mens(context.new_page(), waar, [])
        nieuw.page.on("pageerror", lambda fout: nieuw.klachten.append(str(fout)))
        nieuw.page.on(
            "console",
            lambda regel: nieuw.klachten.append(regel.text) if "Content Security Policy" in regel.text else None,
        )
        mensen.append(nieuw)
        if account:
            nieuw.word(account)
        return nieuw

    yield maak
    klachten = [klacht for iemand in mensen for klacht in iemand.klachten]
    for iemand in mensen:
        iemand.page.context.close()
    assert klachten == []


def tot(page: Page, is_zover: Callable[[], bool]) -> None:
    """Let the page go on until something holds that no locator sees."""
    for _poging in range(GEDULD // 100):
        if is_zover():
            return
        page.wait_for_timeout(100)
    pytest.fail("Het kwam niet zover.")


def overtredingen(page: Page) -> list[str]:
    """What axe finds on the page as it is now: rule and place."""
    gevonden = Axe().run(page).response["violations"]
    return [f"{regel['id']}: {knoop['target']}" for regel in gevonden for knoop in regel["nodes"]]


def bezwaren(iemand: Mens, breedte: int) -> list[str]:
    """What is wrong with the page as it stands and with everything on it folded out."""
    gevonden = overtredingen(iemand.page)
    iemand.page.evaluate(OPEN_ALLES)
    gevonden += overtredingen(iemand.page)
    nodig = iemand.page.evaluate("document.documentElement.scrollWidth")
    return gevonden if nodig <= breedte else [*gevonden, f"{nodig} pixels breed"]
