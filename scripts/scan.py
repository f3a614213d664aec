"""Attacks a real server with made-up data, as a stranger and as somebody who is signed in; fails on what it finds.

Wapiti crawls the pages and sends to every address and field what an attacker would send. It works on this computer
alone: the server has its own folder and port, and the scanner may reach nothing else.
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
from pathlib import Path
from urllib.parse import urlsplit

import requests

WORTEL = Path(__file__).resolve().parents[1]
WAPITI = WORTEL / ".venv" / "scan" / "wapiti" / "bin" / "wapiti"
AANVAARD = WORTEL / "scripts" / "scan" / "aanvaard.toml"
# what needs a list from the internet, a certificate, or a server that listens elsewhere is left out
MODULES = "crlf,exec,file,permanentxss,redirect,sql,upload,xss,xxe"
# what ends the session, or the role it lives on, or makes it somebody else's
NIET = ("afmelden*", "aanmelden/demo*", "school/*/mensen/rol-eindigen*", "account/wachtwoord*", "static/*")
OPENBAAR = ("?*", "scholen/*", "vergelijk*", "taal*")  # a stranger was there already
WIE = "directeur"
SECONDEN_PER_AANVAL = 15
SECONDEN_LOPEN = 20


@contextmanager
def server(var: Path) -> Iterator[str]:
    """Passend with the made-up region, in a folder of its own, on a free port."""
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        poort = proef.getsockname()[1]
    omgeving = {**os.environ, "PASSEND_VAR": str(var), "DJANGO_SETTINGS_MODULE": "passend.config.settings.base"}
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
        except requests.ConnectionError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("De server begint niet.")


def sessie(adres: str) -> str:
    """The cookies of somebody who signed in with one click, with the key of the form like any browser."""
    browser = requests.Session()
    pagina = browser.get(f"{adres}aanmelden", timeout=10).text
    sleutel = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', pagina)
    namen = re.findall(r'name="account" value="([^"]+)"', pagina)
    naam = next((naam for naam in namen if naam.startswith(WIE)), namen[0] if namen else "")
    if sleutel is None:
        raise SystemExit("De pagina om aan te melden heeft geen formulier.")
    velden = {"csrfmiddlewaretoken": sleutel[1], "account": naam}
    antwoord = browser.post(f"{adres}aanmelden/demo", velden, headers={"Referer": adres}, timeout=10)
    if not antwoord.url.endswith("/start"):
        raise SystemExit(f"Aanmelden als {naam} lukt niet: {antwoord.url}")
    print(f"aangemeld als {naam}")
    return "; ".join(f"{koekje.name}={koekje.value}" for koekje in browser.cookies)


def scan(adres: str, map_: Path, koekjes: str) -> list[dict[str, str]]:
    """What Wapiti finds."""
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
    if koekjes:
        opdracht += ["-C", koekjes, "-s", f"{adres}start"]
        opdracht += [deel for pad in OPENBAAR for deel in ("-x", f"{adres}{pad}")]
    subprocess.run(opdracht, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "HOME": str(map_)})
    verslag = json.loads((map_ / "verslag.json").read_text(encoding="utf-8"))
    paden = {urlsplit(pagina["request"]["url"]).path for pagina in verslag["infos"]["crawled_pages"]}
    print(f"{len(paden)} adressen, waarvan {sum(pad.startswith('/school/') for pad in paden)} van de school zelf")
    if koekjes and not any(pad.startswith("/school/") for pad in paden):
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


def main() -> int:
    """Scan twice; 1 when something is found that is not on the list."""
    aanvaard = tomllib.loads(AANVAARD.read_text(encoding="utf-8"))["vondst"]
    over = 0
    with tempfile.TemporaryDirectory() as map_, server(Path(map_)) as adres:
        for wie, koekjes in (("vreemde", ""), (WIE, sessie(adres))):
            begin = time.monotonic()
            vondsten = scan(adres, Path(map_) / wie, koekjes)
            nieuw = [vondst for vondst in vondsten if not is_aanvaard(vondst, aanvaard)]
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
