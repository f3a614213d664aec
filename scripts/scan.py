"""Attacks a real server with made-up data, as a stranger and as somebody who is signed in; fails on what it finds.

Somebody who is signed in first walks the pages, and keeps one address of every shape; Wapiti sends to each of them, and
to every field on them, what an attacker would send. It works on this computer alone: the server has its own folder and
port, and the scanner may reach nothing else.
"""

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from html import unescape
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import requests

WORTEL = Path(__file__).resolve().parents[1]
WAPITI = WORTEL / ".venv" / "scan" / "wapiti" / "bin" / "wapiti"
AANVAARD = WORTEL / "scripts" / "scan" / "aanvaard.toml"
# what needs a list from the internet, a certificate, or a server that listens elsewhere is left out
MODULES = "crlf,exec,file,permanentxss,redirect,sql,upload,xss,xxe"
# what ends the session, or the role it lives on, or makes it somebody else's
NIET = ("afmelden*", "aanmelden/demo*", "school/*/mensen/rol-eindigen*", "account/wachtwoord*", "static/*")
OPENBAAR = ("?*", "scholen/*", "vergelijk*", "taal*")  # a stranger was there already
WIE = ("directeur@", "ib@", "ouder@")  # who reads and writes most: a school's own people, and who comes for a child
SECONDEN_PER_AANVAL = 45
SECONDEN_LOPEN = 20
MEESTE_BLADEN = 400  # that somebody opens while walking
_NUMMER = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d{2}[A-Z]{2}\d{2}|\d+")


@contextmanager
def server(var: Path) -> Iterator[str]:
    """Passend with the made-up region, in a folder of its own, on a free port."""
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        poort = proef.getsockname()[1]
    omgeving = {**os.environ, "PASSEND_VAR": str(var), "DJANGO_SETTINGS_MODULE": "zonder_grens"}
    omgeving["PYTHONPATH"] = str(WORTEL / "scripts" / "scan")
    for elders in ("DATABASE_URL", "MAIL_HOST", "OIDC_SERVER"):  # an attack stays on this computer
        omgeving.pop(elders, None)
    passend = str(WORTEL / ".venv" / "bin" / "passend")
    for opdracht in (["migrate"], ["demo", "laden"]):
        subprocess.run([passend, *opdracht], env=omgeving, check=True, stdout=subprocess.DEVNULL)
    with (var / "server.log").open("wb") as log:
        dienst = subprocess.Popen([passend, "serve", "--port", str(poort)], env=omgeving, stdout=log, stderr=log)
        try:
            adres = f"http://127.0.0.1:{poort}/"
            _wacht_op(adres)
            yield adres
        finally:
            dienst.terminate()
            dienst.wait(timeout=20)


def _wacht_op(adres: str) -> None:
    for _poging in range(100):
        try:
            requests.get(adres, timeout=5)
        except (requests.ConnectionError, requests.Timeout):
            time.sleep(0.2)
        else:
            return
    raise SystemExit("De server begint niet.")


def meld_aan(adres: str, wie: str) -> requests.Session:
    """Somebody who signed in with one click, with the key of the form like any browser."""
    browser = requests.Session()
    pagina = browser.get(f"{adres}aanmelden", timeout=10).text
    sleutel = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', pagina)
    namen = re.findall(r'name="account" value="([^"]+)"', pagina)
    naam = next((naam for naam in namen if naam.startswith(wie)), None)
    if sleutel is None or naam is None:
        raise SystemExit(f"De pagina om aan te melden heeft niemand die met {wie} begint.")
    velden = {"csrfmiddlewaretoken": sleutel[1], "account": naam}
    antwoord = browser.post(f"{adres}aanmelden/demo", velden, headers={"Referer": adres}, timeout=10)
    if not urlsplit(antwoord.url).path.startswith(("/start", "/kinderen", "/school")):
        raise SystemExit(f"Aanmelden als {naam} lukt niet: {antwoord.url}")
    return browser


def is_buiten(pad: str) -> bool:
    """True for what is left out on purpose, or was looked at by the stranger; `?` is a question mark here."""
    return any(fnmatch(pad, patroon.replace("?", "[?]")) for patroon in (*NIET, *OPENBAAR))


def wandel(adres: str, browser: requests.Session) -> list[str]:
    """One address of each shape that somebody meets on the way, themselves followed from page to page."""
    wacht, vormen, gevonden = [f"{adres}start"], set[str](), []
    while wacht and len(gevonden) < MEESTE_BLADEN:
        plek = wacht.pop(0)
        vorm = _NUMMER.sub("#", plek.removeprefix(adres))
        if vorm in vormen or is_buiten(plek.removeprefix(adres)):
            continue
        vormen.add(vorm)
        antwoord = browser.get(plek, timeout=30)
        if antwoord.status_code != HTTPStatus.OK or not antwoord.headers.get("Content-Type", "").startswith(
            "text/html"
        ):
            continue
        gevonden.append(plek)
        for href in re.findall(r' href="([^"#]+)', antwoord.text):
            verder = urljoin(plek, unescape(href))
            if verder.startswith(adres):
                wacht.append(verder)
    return gevonden


def scan(adres: str, map_: Path, browser: requests.Session | None) -> list[dict[str, str]]:
    """What Wapiti finds, as a stranger or as who is signed in."""
    map_.mkdir()
    opdracht = [str(WAPITI), "-u", adres, "-m", MODULES, "--scope", "folder", "-d", "3", "--flush-session"]
    opdracht += [
        "--max-links-per-page",
        "60",
        "--max-files-per-dir",
        "40",
        "--max-parameters",
        "12",
        "-S",
        "aggressive",
    ]
    opdracht += ["--max-scan-time", str(SECONDEN_LOPEN), "--max-attack-time", str(SECONDEN_PER_AANVAL)]
    opdracht += ["-t", "10", "-dr", "1", "--no-bugreport", "-v", "0", "-f", "json", "-o", str(map_ / "verslag.json")]
    opdracht += ["--store-session", str(map_ / "sessie"), "--store-config", str(map_ / "config")]
    opdracht += [deel for pad in NIET for deel in ("-x", f"{adres}{pad}")]
    if browser is not None:
        opdracht += ["-C", "; ".join(f"{koekje.name}={koekje.value}" for koekje in browser.cookies)]
        opdracht += [deel for plek in wandel(adres, browser) for deel in ("-s", plek)]
        opdracht += [deel for pad in OPENBAAR for deel in ("-x", f"{adres}{pad}")]
    af = subprocess.run(opdracht, check=True, capture_output=True, text=True, env={**os.environ, "HOME": str(map_)})
    afgekapt = re.findall(r"[Mm]ax attack time.*?module (\w+)", af.stdout)
    verslag = json.loads((map_ / "verslag.json").read_text(encoding="utf-8"))
    paden = {urlsplit(pagina["request"]["url"]).path for pagina in verslag["infos"]["crawled_pages"]}
    print(f"{len(paden)} adressen, waarvan {sum(pad.startswith('/school/') for pad in paden)} van de school zelf")
    print(f"niet af binnen {SECONDEN_PER_AANVAL} s: {', '.join(afgekapt) or 'geen'}")
    if browser is not None and not any(pad.startswith("/school/") for pad in paden):
        raise SystemExit("De aanval kwam niet binnen, en zegt dus niets.")
    return [
        {"soort": soort, "adres": vondst["path"], "wat": vondst["info"], "hoe": vondst.get("curl_command", "")}
        for deel in ("vulnerabilities", "anomalies", "additionals")
        for soort, vondsten in verslag[deel].items()
        for vondst in vondsten
    ]


def is_aanvaard(vondst: dict[str, str], aanvaard: list[dict[str, str]]) -> bool:
    """True for a finding that is on the list, each with its reason."""
    return any(
        regel["soort"] == vondst["soort"]
        and re.search(regel["wat"], vondst["wat"])
        and re.search(regel.get("adres", ""), vondst["adres"])
        for regel in aanvaard
    )


def is_toeval(vondst: dict[str, str], browser: requests.Session | None) -> bool:
    """True for SQL that is said to work since a page differed once, and that gives one page for true and for false.

    Wapiti attacks a page while others change what it shows. A question that reaches the database would go on answering
    `1=1` and `1=2` differently.
    """
    adres = re.search(r'curl "(http[^"]+)"', vondst["hoe"])
    gelijk = re.search(r"(\d+)%3D\1(?!\d)", adres[1]) if adres else None
    if vondst["soort"] != "SQL Injection" or adres is None or gelijk is None:
        return False
    vraag = requests.Session() if browser is None else browser
    onwaar = adres[1].replace(gelijk[0], f"{gelijk[1]}%3D{int(gelijk[1]) + 1}")
    return len({_blad(vraag, plek) for plek in (adres[1], onwaar) for _keer in range(3)}) == 1


def _blad(vraag: requests.Session, plek: str) -> tuple[int, str]:
    """A page without what differs each time: keys of forms and of scripts, and what was asked."""
    antwoord = vraag.get(plek, timeout=30)
    return antwoord.status_code, re.sub(r"[\w-]{22,}|\d+(%3D|=)\d+", "", antwoord.text)


def main() -> int:
    """Scan as a stranger and as each of `WIE`; 1 when something is found that is not on the list."""
    aanvaard = tomllib.loads(AANVAARD.read_text(encoding="utf-8"))["vondst"]
    over = 0
    with tempfile.TemporaryDirectory() as map_, server(Path(map_)) as adres:
        for wie in ("vreemde", *WIE):
            begin = time.monotonic()
            browser = None if wie == "vreemde" else meld_aan(adres, wie)
            vondsten = scan(adres, Path(map_) / wie.rstrip("@"), browser)
            toeval = [vondst for vondst in vondsten if is_toeval(vondst, browser)]
            nieuw = [vondst for vondst in vondsten if vondst not in toeval and not is_aanvaard(vondst, aanvaard)]
            for vondst in toeval:
                print(f"- nagevraagd, waar en onwaar geven dezelfde bladzijde: {vondst['hoe']}")
            print(f"{wie}: {len(vondsten)} vondsten, {len(nieuw)} nieuw, in {time.monotonic() - begin:.0f} s")
            for vondst in nieuw:
                print(f"- {vondst['soort']}: {vondst['adres']}: {vondst['wat']}\n  {vondst['hoe']}")
            over += len(nieuw)
        stuk = [
            regel for regel in Path(map_, "server.log").read_text(encoding="utf-8").splitlines() if " ERROR " in regel
        ]
        print(f"{len(stuk)} fouten van de server", *stuk[:20], sep="\n")
        over += len(stuk)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
