"""Take a picture of every screen: all of them in `var/schermen`, those that the documentation shows in `docs/beelden`.

Starts Passend on a free port with a database of its own, and walks through the story of the README in a real browser.
"""

import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, Playwright, sync_playwright
from screenshots_lopen import mdo_met_opp, volgende_ronde

WORTEL = Path(__file__).resolve().parents[1]
ALLE = WORTEL / "var" / "schermen"
BEELDEN = WORTEL / "docs" / "beelden"
DOCUMENT = WORTEL / "docs" / "gebruiker" / "voorbeeld" / "profiel-het-duinpad.pdf"
NAAM = "passend.example"  # documents print the address they come from; a port of the moment would change each time
MEESTE_BYTES, MEESTE_SAMEN = 150_000, 2_500_000

type Vorm = Literal["breed", "breed-donker", "smal", "smal-donker"]
MATEN: dict[Vorm, tuple[int, int, Literal["light", "dark"]]] = {
    "breed": (1280, 860, "light"),
    "breed-donker": (1280, 860, "dark"),
    "smal": (390, 800, "light"),
    "smal-donker": (390, 800, "dark"),
}
DUINPAD, WILGENBOOM = "99AD00", "99AA00"
IN_DOCS = (3,)  # the steps that the documentation shows
STAPPEN = (
    (
        "directeur.duinpad@voorbeeld.nl",
        {
            "door": "Leerlingenraad",
            "hoe": "Een gesprek met de leerlingenraad en een kaartje in elke klas.",
            "gezegd": "Wij willen vaker naar buiten, en een plek waar het stil is.",
            "gedaan": "De natuurklas blijft elke woensdag. In de hal komt een stilteplek.",
        },
    ),
    ("directeur.duinpad@voorbeeld.nl", {"door": "Directeur", "hoe": "Een stilteplek erbij, en expertise dyslexie."}),
    (
        "mr.duinpad@voorbeeld.nl",
        {
            "door": "MR, voorzitter",
            "gezegd": "Positief. Vertel ouders waar de stilteplek is.",
            "gedaan": "Dat komt in de eerste nieuwsbrief.",
        },
    ),
    ("bestuur.vuurbaak@voorbeeld.nl", {"door": "Vereniging De Vuurbaak"}),
)


class Camera:
    """Takes a screen in four forms; keeps those the documentation shows small."""

    def __init__(self) -> None:
        for map_ in (ALLE, BEELDEN):
            map_.mkdir(parents=True, exist_ok=True)
            for oud in map_.glob("*.png"):
                oud.unlink()

    def neem(self, page: Page, naam: str, *voor_docs: Vorm, bij: str = "", hoogte: int = 0) -> None:
        """Picture the page as it is now; `bij` is what should stand at the top, `hoogte` how much of it."""
        for vorm, (breed, hoog, kleuren) in MATEN.items():
            page.set_viewport_size({"width": breed, "height": hoogte or hoog})
            page.emulate_media(color_scheme=kleuren, reduced_motion="reduce")
            _schuif(page, bij)
            page.wait_for_timeout(150)
            png = page.screenshot(animations="disabled", caret="hide")
            (ALLE / f"{naam}-{vorm}.png").write_bytes(png)
            if vorm in voor_docs:
                self.bewaar(naam if vorm == "breed" else f"{naam}-{vorm}", Image.open(io.BytesIO(png)))

    @staticmethod
    def bewaar(naam: str, beeld: Image.Image) -> None:
        """Keep a picture for the documentation, with no more colours than it needs."""
        for kleuren in (192, 96, 48):
            klein = beeld.convert("RGB").quantize(kleuren, dither=Image.Dither.NONE)
            klein.save(BEELDEN / f"{naam}.png", optimize=True)
            if (BEELDEN / f"{naam}.png").stat().st_size < MEESTE_BYTES:
                return


def _schuif(page: Page, bij: str) -> None:
    if not bij:
        page.evaluate("scrollTo(0, 0)")
        return
    kop = page.locator(".bovenbalk").count() and page.locator(".bovenbalk").bounding_box()
    onder = kop["height"] + 12 if kop else 12
    page.locator(bij).first.evaluate("(el, n) => scrollTo(0, el.getBoundingClientRect().top + scrollY - n)", onder)


@contextmanager
def server() -> Iterator[str]:
    """The address of a server on the demo region, gone afterwards."""
    with tempfile.TemporaryDirectory() as map_:
        omgeving = {**os.environ, "DATABASE_URL": f"sqlite:///{map_}/passend.sqlite3"}
        omgeving |= {"ALLOWED_HOSTS": f"127.0.0.1,{NAAM}"}
        omgeving.pop("DJANGO_SETTINGS_MODULE", None)
        passend = [sys.executable, "-m", "passend.cli"]
        for opdracht in (["migrate"], ["demo", "laden"]):
            subprocess.run([*passend, *opdracht], env=omgeving, check=True, stdout=subprocess.DEVNULL)
        with socket.socket() as proef:
            proef.bind(("127.0.0.1", 0))
            poort = proef.getsockname()[1]
        kind = subprocess.Popen([*passend, "serve", "--port", str(poort)], env=omgeving, stdout=subprocess.DEVNULL)
        try:
            _wacht(f"http://127.0.0.1:{poort}/")
            yield f"http://127.0.0.1:{poort}"
        finally:
            kind.terminate()
            kind.wait(timeout=20)


def _wacht(adres: str) -> None:
    for _poging in range(150):
        try:
            with urllib.request.urlopen(adres, timeout=5):  # noqa: S310 -- our own server
                return
        except OSError:
            time.sleep(0.2)
    sys.exit(f"De server op {adres} kwam niet.")


def iemand(browser: Browser, adres: str, account: str = "", *, eerst: str = "start") -> Page:
    """A page of a visitor, or of somebody of the demonstration."""
    context = browser.new_context(base_url=adres, locale="nl-NL", viewport={"width": 1280, "height": 860})
    context.set_default_timeout(20_000)
    page = context.new_page()
    if account:
        page.goto("/aanmelden")
        page.click(f'form button[value="{account}"]')
        page.wait_for_url(f"**/{eerst}")
    return page


def van_document_tot_openbaar(browser: Browser, adres: str, camera: Camera) -> None:
    """The story: hand in, check, have it adopted, publish."""
    page = iemand(browser, adres)
    page.goto("/aanmelden")
    camera.neem(page, "aanmelden", "breed")
    page = iemand(browser, adres, "directeur.duinpad@voorbeeld.nl")
    camera.neem(page, "start", "breed")
    _lever_in(page, camera)
    _kijk_na(page)
    camera.neem(page, "nagekeken", "breed", bij="#teller")
    page.locator("#opslaan").get_by_role("button", name="Opslaan").click()
    page.wait_for_url("**/profiel")
    camera.neem(page, "profiel-nieuw")
    _stel_vast(browser, adres, camera)
    page.goto(f"/school/{DUINPAD}/vaststelling")
    page.get_by_role("button", name="Publiceer als editie").click()
    page.get_by_text("Gepubliceerd als editie 1.").wait_for()
    camera.neem(page, "gepubliceerd", "breed")
    page.goto(f"/scholen/{DUINPAD}")
    camera.neem(page, "openbaar-duinpad")


def _lever_in(page: Page, camera: Camera) -> None:
    """First a photo, which is refused, then the document."""
    page.goto(f"/school/{DUINPAD}/inleveren")
    camera.neem(page, "inleveren")
    foto: FilePayload = {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff\xe0" + b"\0" * 500}
    page.set_input_files("#bestand", foto)
    page.get_by_role("alert").wait_for()
    camera.neem(page, "foutmelding", "breed", hoogte=700)
    page.set_input_files("#bestand", DOCUMENT)
    page.wait_for_url("**/inlezing/**")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("j")
    camera.neem(page, "nakijken", "breed", "smal", bij=".nakijken")


def _stel_vast(browser: Browser, adres: str, camera: Camera) -> None:
    """Four people take a step each."""
    for nummer, (account, antwoorden) in enumerate(STAPPEN, start=1):
        page = iemand(browser, adres, account)
        page.goto(f"/school/{DUINPAD}/vaststelling")
        for naam, waarde in antwoorden.items():
            page.fill(f"#id-{naam}", waarde)
        camera.neem(page, f"vaststelling-{nummer}", *(("breed",) if nummer in IN_DOCS else ()))
        page.get_by_role("button", name="Leg deze stap vast").click()
        page.get_by_text("Vastgelegd:").wait_for()


def _kijk_na(page: Page) -> None:
    """Correct the row with two crosses, agree with the rest or leave it blank."""
    dubbel = page.locator("[data-twijfel]", has_text="5. Ouders en leerkrachten")
    over = page.locator("[data-twijfel]").count()
    dubbel.get_by_label("In ontwikkeling").check()
    dubbel.get_by_role("button", name="Zo is het goed").click()
    while over := _nog_over(page, over - 1):
        page.locator("[data-twijfel] [name=akkoord]").first.click()
    page.wait_for_timeout(300)


def _nog_over(page: Page, aantal: int) -> int:
    page.wait_for_function("n => document.querySelectorAll('[data-twijfel]').length === n", arg=aantal)
    return aantal


def in_de_school(browser: Browser, adres: str, camera: Camera) -> None:
    """What the people of a school see every day."""
    directeur = iemand(browser, adres, "directeur@voorbeeld.nl")
    school = f"/school/{WILGENBOOM}"
    directeur.goto(f"{school}/profiel")
    camera.neem(directeur, "profiel", "breed", "breed-donker", bij="#s-hgw")
    directeur.goto(f"{school}/structuur")
    camera.neem(directeur, "structuur", "breed")
    directeur.goto(f"{school}/doelen")
    camera.neem(directeur, "doelen", "breed")
    directeur.goto(f"{school}/documenten")
    camera.neem(directeur, "documenten", "breed")
    leerkracht = iemand(browser, adres, "leerkracht@voorbeeld.nl")
    leerkracht.goto(f"{school}/team")
    camera.neem(leerkracht, "team", "breed", "smal")
    _botsing(browser, adres, camera)
    bestuur = iemand(browser, adres, "bestuur@voorbeeld.nl")
    bestuur.goto("/overzicht")
    camera.neem(bestuur, "scholen", "breed", hoogte=620)
    adviseur = iemand(browser, adres, "samenwerkingsverband@voorbeeld.nl")
    adviseur.goto("/sjablonen")
    camera.neem(adviseur, "sjablonen", "breed", hoogte=620)


def _botsing(browser: Browser, adres: str, camera: Camera) -> None:
    """Two people in the same text: the second sees what the first wrote."""
    visie = "#o-tekst-visie"
    een, ander = (iemand(browser, adres, f"{wie}@voorbeeld.nl") for wie in ("directeur", "ib"))
    for page in (een, ander):
        page.goto(f"/school/{WILGENBOOM}/profiel")
    een.locator(f"{visie} textarea").fill("Op De Wilgenboom hoort ieder kind erbij. Wij beginnen bij wat een kind kan.")
    een.locator(visie).get_by_text("Opgeslagen", exact=True).wait_for()
    ander.locator(f"{visie} textarea").fill("Ieder kind hoort erbij. Wij kijken samen met ouders wat nodig is.")
    ander.locator(f"{visie} .botsing").wait_for()
    camera.neem(ander, "botsing", "breed", bij=visie, hoogte=620)


def rond_een_leerling(browser: Browser, adres: str, camera: Camera) -> None:
    """The file of a pupil, as the school and a parent see it."""
    ib = iemand(browser, adres, "ib@voorbeeld.nl")
    ib.goto(f"/school/{WILGENBOOM}/leerlingen")
    camera.neem(ib, "leerlingen")
    ib.get_by_role("link", name="Pip Kwast").click()
    camera.neem(ib, "dossier", "breed")
    ouder = iemand(browser, adres, "ouder2@voorbeeld.nl", eerst="kinderen")
    camera.neem(ouder, "kinderen")
    ouder.get_by_role("link", name="Pip Kwast").click()
    camera.neem(ouder, "dossier", "smal")
    ouder.get_by_role("link", name="Wie zag dit dossier?").click()
    camera.neem(ouder, "ingezien", "breed")


def bij_een_groep(browser: Browser, adres: str, camera: Camera) -> None:
    """What a teacher has every day: the group on one screen, and its plan on one page."""
    leerkracht = iemand(browser, adres, "leerkracht@voorbeeld.nl")
    leerkracht.goto(f"/school/{WILGENBOOM}/groepen")
    if "/overzicht" not in leerkracht.url:  # who has one group is there at once
        leerkracht.get_by_role("link", name="Groep 5").first.click()
    camera.neem(leerkracht, "groepsoverzicht", "breed")
    leerkracht.get_by_role("link", name="Plan rekenen").first.click()
    camera.neem(leerkracht, "groepsplan", "breed")
    leerkracht.goto(f"/school/{WILGENBOOM}/noteren")
    camera.neem(leerkracht, "noteren", "smal")
    leerkracht.goto("/agenda")
    camera.neem(leerkracht, "agenda")


def om_een_leerling_heen(browser: Browser, adres: str, camera: Camera) -> None:
    """How a pupil is doing, what is done about it, what the child says, and the meeting about it."""
    ib = iemand(browser, adres, "ib@voorbeeld.nl")
    ib.goto(f"/school/{WILGENBOOM}/leerlingen")
    ib.get_by_role("link", name="Pip Kwast").click()
    dossier = ib.url
    for naam, blad, vormen in (
        ("volgen", "volgen", ("breed",)),
        ("plannen", "plannen", ("breed",)),
        ("opp", "opp", ("breed",)),
        ("overleggen", "overleg", ()),
    ):
        ib.goto(f"{dossier}/{blad}")
        camera.neem(ib, naam, *vormen)
    ib.get_by_role("link", name="MDO").first.click()
    camera.neem(ib, "mdo", "breed")
    ib.goto(f"/school/{WILGENBOOM}/leerlingen")
    ib.get_by_role("link", name="Idris Golfslag").click()  # whose plan is not set yet, so that he can still be heard
    ib.goto(f"{ib.url}/opp/stem")
    camera.neem(ib, "kinderstem", "smal")
    ib.goto(f"/school/{WILGENBOOM}/leerlingen/inlezen")
    camera.neem(ib, "leerlingen-inlezen")
    ib.goto(f"/school/{WILGENBOOM}/aanmeldingen")
    camera.neem(ib, "aanmeldingen", "breed", hoogte=760)
    ib.get_by_role("link", name="Sem Duindoorn").first.click()
    camera.neem(ib, "aanmelding", "breed", "smal")
    ib.goto("/agenda")
    camera.neem(ib, "agenda-ib", "breed", hoogte=760)
    ouder = iemand(browser, adres, "ouder2@voorbeeld.nl", eerst="kinderen")
    ouder.goto(f"{dossier}/opp/ouders")
    camera.neem(ouder, "opp-ouder", "smal")


def op_de_openbare_site(browser: Browser, adres: str, camera: Camera) -> None:
    """What anybody can read."""
    page = iemand(browser, adres)
    page.goto("/")
    camera.neem(page, "zoeken", "breed")
    page.goto(f"/scholen/{WILGENBOOM}")
    camera.neem(page, "school", "breed", "smal-donker")
    camera.neem(page, "school-structuur", "breed", bij="#structuur")
    page.goto(f"/vergelijk?school={WILGENBOOM}&school=99AB00&school=99AC00")
    camera.neem(page, "vergelijk", "breed")
    page.goto(f"/scholen/{WILGENBOOM}/verschil")
    camera.neem(page, "verschil", "breed")
    uitgave = f"/scholen/{WILGENBOOM}/editie/2"
    page.goto(f"{uitgave}/ouders.nl.html")
    camera.neem(page, "ouders", "smal")
    page.goto(f"{uitgave}/schoolgids.html")
    camera.neem(page, "schoolgids")
    for naam, bestand, bladzijden in (("sop", "sop.pdf", (1, 3)), ("poster", "poster.pdf", (1,))):
        vraag = urllib.request.Request(f"{adres}{uitgave}/{bestand}", headers={"Host": NAAM})  # noqa: S310 -- our own
        with urllib.request.urlopen(vraag) as antwoord:  # noqa: S310 -- our own server
            pdf = pypdfium2.PdfDocument(antwoord.read())
        for nummer in range(1, len(pdf) + 1):
            beeld = pdf[nummer - 1].render(scale=1.3).to_pil()
            beeld.save(ALLE / f"{naam}-bladzijde-{nummer}.png")
            if nummer in bladzijden:
                camera.bewaar(f"{naam}-{nummer}", beeld)
        pdf.close()


def _chromium(speler: Playwright) -> Browser:
    namen = ("chromium", "chromium-browser", "google-chrome")
    pad = next((pad for naam in namen if (pad := shutil.which(naam))), None)
    # date fields follow the language of the browser; on Debian the package chromium-l10n has Dutch
    omgeving = {**os.environ, "LANGUAGE": "nl"}
    return speler.chromium.launch(
        executable_path=pad, args=["--no-sandbox", "--disable-gpu", "--lang=nl"], env=omgeving
    )


def main() -> int:
    """Take them all; the exit code says whether those for the documentation are small enough."""
    with server() as adres, sync_playwright() as speler:
        browser, camera = _chromium(speler), Camera()
        op_de_openbare_site(browser, adres, camera)
        in_de_school(browser, adres, camera)
        rond_een_leerling(browser, adres, camera)
        bij_een_groep(browser, adres, camera)
        om_een_leerling_heen(browser, adres, camera)
        ib, leerkracht = (iemand(browser, adres, f"{wie}@voorbeeld.nl") for wie in ("ib", "leerkracht"))
        mdo_met_opp(ib, leerkracht, f"/school/{WILGENBOOM}", camera)
        volgende_ronde(leerkracht, f"/school/{WILGENBOOM}", camera)
        van_document_tot_openbaar(browser, adres, camera)
        browser.close()
    groottes = {beeld.name: beeld.stat().st_size for beeld in sorted(BEELDEN.glob("*.png"))}
    te_groot = [naam for naam, grootte in groottes.items() if grootte > MEESTE_BYTES]
    samen = sum(groottes.values())
    print(f"{len(list(ALLE.glob('*.png')))} beelden in {ALLE.relative_to(WORTEL)}")
    print(f"{len(groottes)} beelden in {BEELDEN.relative_to(WORTEL)}, samen {samen // 1000} kB")
    if te_groot or samen > MEESTE_SAMEN:
        sys.stderr.write(f"Te groot voor de documentatie: {', '.join(te_groot) or 'alles samen'}.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
