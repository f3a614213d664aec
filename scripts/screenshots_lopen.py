"""Two walks of the documentation, from first click to last: an MDO with an OPP, and the next round of a group."""

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pypdfium2
from playwright.sync_api import Page

if TYPE_CHECKING:
    from screenshots import Camera

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
VRAAG = "Hoe krijgt Noor genoeg uitdaging bij rekenen, zonder bang te zijn voor fouten?"
GEPROBEERD = "Een moeilijke som per dag. Noor begint er graag aan, en stopt als het niet meteen lukt."
KIND = "Moeilijke sommen vind ik leuk, als we ze samen nakijken."
OUDER = "Thuis rekent Noor graag. Boos worden om een fout is er minder bij."
BESLUITEN = (("Elke dag een moeilijke som, samen met een maatje", 2, 14), ("Thuis vertellen wat er goed ging", 3, 21))


def mdo_met_opp(ib: Page, leerkracht: Page, school: str, camera: "Camera") -> None:
    """From a sheet that lies ready to minutes, and from the minutes to the forms of the plan."""
    dossier = _dossier(ib, school, "Noor Helmgras")
    begint = datetime.now(AMSTERDAM) + timedelta(minutes=1)
    blad = _zet_klaar(ib, dossier, begint)
    camera.neem(ib, "mdo-klaar", "breed")
    leerkracht.goto(blad)
    _schrijf_samen(ib, leerkracht)
    camera.neem(leerkracht, "mdo-samen", "breed")
    _besluit(ib, begint)
    ib.reload()
    camera.neem(ib, "mdo-besluit", "breed")
    while not ib.get_by_role("button", name="Iedereen was er").count():  # it begins in a minute
        ib.wait_for_timeout(3_000)
        ib.reload()
    ib.get_by_role("button", name="Iedereen was er").click()
    ib.get_by_text("aanwezig", exact=True).first.wait_for()
    ib.get_by_role("link", name="Sluit het overleg").click()
    ib.get_by_role("heading", name="Dit overleg sluiten?").wait_for()
    camera.neem(ib, "mdo-sluiten", "breed", hoogte=420)
    ib.get_by_role("button", name=re.compile("^Sluit")).click()
    ib.get_by_text("Het blad is nu het verslag").wait_for()
    _verslag(ib, camera, f"{blad}/verslag.pdf")
    ib.goto(f"{dossier}/opp?gesprek={blad.rsplit('/', 1)[1]}")
    camera.neem(ib, "opp-gesprek", "breed", bij="#ouders details[open]")
    ib.goto(f"{_dossier(ib, school, 'Pip Kwast')}/opp")
    adres = ib.locator("#terugkijken a[href*='terugblik=']").first.get_attribute("href")
    ib.goto(str(adres))
    camera.neem(ib, "opp-terugblik", "breed", bij="#terugkijken")


def volgende_ronde(page: Page, school: str, camera: "Camera") -> None:
    """Look back on the plan of this round, and the next one lies ready."""
    page.goto(f"{school}/groepen")
    page.get_by_role("link", name="Plan rekenen").first.click()
    page.get_by_role("heading", level=1, name="Groepsplan rekenen").wait_for()
    zinnen = ("De raadsels lukken in tweetallen.", "De tafels zitten er vlot in.", "Rekenen met het rekenrek lukt.")
    for cluster, uitkomst, zin in zip(
        ("Verdiept", "Basis", "Intensief"), ("behaald", "behaald", "deels behaald"), zinnen, strict=True
    ):
        deel = page.get_by_role("region", name=f"Hoe ging het? {cluster}")
        deel.get_by_label(uitkomst, exact=True).check()
        deel.get_by_label("Hoe ging het?").fill(zin)
        deel.get_by_text("Opgeslagen", exact=True).nth(1).wait_for()
    camera.neem(page, "ronde-terugkijken", "breed", bij="#afsluiten")
    eerder = page.get_by_label(re.compile("Ik sluit haar nu al af"))
    if eerder.count():
        eerder.check()
    page.get_by_role("button", name="Sluit af en maak de volgende ronde").click()
    page.get_by_text("Wat werkte, staat hier al.").wait_for()
    camera.neem(page, "ronde-volgende", "breed", bij="h2:has-text('Wat gaan we doen?')")


def _dossier(ib: Page, school: str, naam: str) -> str:
    ib.goto(f"{school}/leerlingen")
    ib.get_by_role("link", name=naam).click()
    ib.get_by_role("heading", level=1, name=naam).wait_for()
    return ib.url


def _zet_klaar(ib: Page, dossier: str, begint: datetime) -> str:
    ib.goto(f"{dossier}/overleg")
    ib.get_by_role("link", name="Plan een overleg").click()
    ib.get_by_label("Dag", exact=True).fill(f"{begint:%Y-%m-%d}")
    ib.get_by_label("Tijd", exact=True).fill(f"{begint:%H:%M}")
    ib.get_by_label("Waar?").fill("Kamer 4")
    ib.get_by_role("button", name="Zet klaar").click()
    ib.get_by_role("heading", level=1, name="MDO Noor Helmgras").wait_for()
    return ib.url


def _schrijf_samen(ib: Page, leerkracht: Page) -> None:
    ib.get_by_label("Wat is de vraag?", exact=True).fill(VRAAG)
    ib.get_by_label("Wat vindt het kind?", exact=True).fill(KIND)
    ib.get_by_label("Wat vindt Ilse Zeegras?", exact=True).fill(OUDER)
    ib.get_by_role("button", name=re.compile("Neem over.*Waar willen we naartoe")).click()
    leerkracht.get_by_label("Wat is geprobeerd, en wat hielp het?", exact=True).fill(GEPROBEERD)
    leerkracht.wait_for_function("vraag => document.querySelector('.deel-vraag textarea').value === vraag", arg=VRAAG)
    leerkracht.wait_for_function("zin => document.querySelector('.deel-ouders textarea').value === zin", arg=OUDER)


def _besluit(ib: Page, begint: datetime) -> None:
    for wat, wie, dagen in BESLUITEN:
        ib.get_by_role("button", name="Besluit", exact=True).click()
        rij = ib.locator("#besluitrijen > .besluit").last
        rij.get_by_label("Wat is besloten?").fill(wat)
        rij.get_by_label("Wie doet het?").select_option(index=wie)
        rij.get_by_label("Uiterlijk wanneer?").fill(f"{begint + timedelta(days=dagen):%Y-%m-%d}")
        rij.get_by_label("Uiterlijk wanneer?").blur()
        rij.get_by_text("Opgeslagen", exact=True).wait_for()
    ib.wait_for_function("() => !document.querySelector('form[data-vuil], form.htmx-request')")


def _verslag(ib: Page, camera: "Camera", adres: str) -> None:
    with pypdfium2.PdfDocument(ib.request.get(adres).body()) as pdf:
        camera.bewaar("mdo-verslag", pdf[0].render(scale=1.3).to_pil())
