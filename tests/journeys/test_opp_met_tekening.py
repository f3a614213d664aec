"""A development perspective plan from need to two signatures, with the drawing of the child."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.factories.opp import TEKST, maak_tekening
from tests.journeys.conftest import SMAL, Mens, overtredingen

pytestmark = [pytest.mark.browser]
TWEEDE_OUDER = """
import django; django.setup()
from datetime import date
from django.utils import timezone
from passend.leerlingen.actions.leerlingen import Oudergegevens, add_ouder
from passend.leerlingen.queries.leerlingen import find_leerlingen
from passend.organisaties.queries import get_vestiging, in_bestuur
from passend.toegang.queries import list_demo_accounts
school = get_vestiging(code="99AA00")
accounts = {account.username: account for account in list_demo_accounts()}
with in_bestuur(school.bestuur_id):
    [bram] = find_leerlingen(vestiging=school, voornaam="Bram", achternaam="Zoutman")
    naam = "ouder2@voorbeeld.nl"
    wie = Oudergegevens(naam=str(accounts[naam]), email=naam, heeft_gezag=True, geldig_van=date(2024, 8, 1))
    add_ouder(actor=None, leerling=bram, gegevens=wie, op=timezone.localtime(), account=accounts[naam])
"""
TEKENING = {"name": "tekening.png", "mimeType": "image/png"}


def _geef_bram_een_tweede_ouder(database: Path) -> None:
    omgeving = {**os.environ, "DATABASE_URL": f"sqlite:///{database}"}
    omgeving["DJANGO_SETTINGS_MODULE"] = "passend.config.settings.base"
    subprocess.run([sys.executable, "-c", TWEEDE_OUDER], env=omgeving, check=True)


def test_plan_goes_from_need_to_two_signatures_with_the_drawing_of_the_child(
    mens: Callable[..., Mens], tmp_path: Path
) -> None:
    _geef_bram_een_tweede_ouder(tmp_path / "passend.sqlite3")
    page = _maak_concept(mens("ib@voorbeeld.nl"))
    eerste, tweede = mens("ouder4@voorbeeld.nl", SMAL), mens("ouder2@voorbeeld.nl")
    fouten = _lees_en_stem_in(eerste.page)

    tweede.page.get_by_role("link", name="Een plan voor Bram wacht op uw antwoord").click()
    tweede.page.get_by_text("Ik ben niet akkoord").click()
    tweede.page.get_by_label("Waarom niet?").fill("Ik wil dat Bram ook hulp krijgt bij rekenen.")
    tweede.page.get_by_role("button", name="Stuur dit naar de school").click()
    tweede.page.get_by_text("U bent niet akkoord").wait_for()
    page.reload()
    page.get_by_text("Een ouder is het niet eens: zo gaat het verder").wait_for()
    expect(page.get_by_text("Ik wil dat Bram ook hulp krijgt bij rekenen.")).to_have_count(1)
    expect(page.get_by_role("button", name="Ja, stel het plan voorgoed vast")).to_have_count(0)
    tweede.page.get_by_role("button", name="Ik ben akkoord met het handelingsdeel").click()
    tweede.page.get_by_text("U bent akkoord sinds").wait_for()

    page.reload()
    page.get_by_text("Stel het plan vast", exact=True).click()
    page.get_by_role("button", name="Ja, stel het plan voorgoed vast").click()
    page.get_by_text("Het plan is vastgesteld.").wait_for()
    fouten += overtredingen(page)
    with page.expect_download() as papier:
        page.get_by_role("link", name="Als PDF").click()
    assert papier.value.suggested_filename == "ontwikkelingsperspectief.pdf"
    assert fouten == []


def _maak_concept(ib: Mens) -> Page:
    """Begin a plan, write it, hear the child, and talk it over."""
    page = ib.page
    ib.ga("/school/99AA00/leerlingen")
    page.get_by_role("link", name="Bram Zoutman").click()
    page.get_by_role("link", name="Ontwikkelingsperspectief").click()
    page.get_by_label("Het kind zit hier al, en krijgt nu extra ondersteuning").check()
    page.get_by_label("Op welke dag was dat?").fill(f"{datetime.now(UTC).astimezone():%Y-%m-%d}")
    page.get_by_role("button", name="Begin het plan").click()
    page.get_by_text("Het plan is begonnen.").wait_for()
    _schrijf(page)
    _laat_kind_tekenen(page)
    _bespreek(page)
    return page


def _schrijf(page: Page) -> None:
    """Type every part the law asks; each is saved by itself, and the list of what is missing gets shorter."""
    for code, tekst in TEKST.items():
        rij = page.locator(f"#d-{code}")
        if code == "uitstroom":
            rij.locator("select").select_option(tekst)
        else:
            rij.locator("textarea").fill(tekst)
        rij.get_by_text("Opgeslagen").wait_for()
    expect(page.locator("#oppstand").get_by_text("Vul dit nog in")).to_have_count(0)


def _laat_kind_tekenen(page: Page) -> None:
    """The child chooses a drawing; what is a program is refused with a sentence, and the words stay."""
    page.get_by_role("link", name="Laat het kind aan het woord").click()
    page.get_by_text("Met een tekening").click()
    page.get_by_label("Wat wil je zeggen?").fill("Dit zijn wij in de tent.")
    page.get_by_label("Kies je tekening").set_input_files({**TEKENING, "buffer": b"MZ\x90 een programma"})
    page.get_by_role("button", name="Dit vind ik").click()
    page.get_by_role("alert").get_by_text("Kies een andere, of vraag om hulp").wait_for()
    expect(page.get_by_label("Wat wil je zeggen?")).to_have_value("Dit zijn wij in de tent.")
    page.get_by_label("Kies je tekening").set_input_files({**TEKENING, "buffer": maak_tekening()})
    page.get_by_role("button", name="Dit vind ik").click()
    page.get_by_text("Voor de juf of meester").click()
    page.get_by_role("link", name="Terug naar het plan").click()
    page.get_by_label("Wat deden jullie met wat het kind zei, en waarom?").fill("Bram leest in de tent.")
    page.locator("#stem").get_by_role("button", name="Bewaren").first.click()
    page.get_by_text("nog niet terugverteld aan het kind").wait_for()


def _bespreek(page: Page) -> None:
    """Lay the plan before the parents, and write down the talk with both."""
    page.get_by_role("button", name="Leg het aan de ouders voor").click()
    page.get_by_role("alert").get_by_text("Er staan nog geen gewone woorden in dit plan.").wait_for()
    page.get_by_role("button", name="Leg het toch zo voor").click()
    page.get_by_text("De ouders lezen het plan nu").wait_for()
    page.get_by_text("Schrijf een gesprek met de ouders op").click()
    page.get_by_label("Wat is er gezegd?").fill("Beide ouders waren er.")
    page.locator("#ouders").get_by_role("button", name="Bewaren").first.click()
    page.get_by_text("Het gesprek staat erbij.").wait_for()


def _lees_en_stem_in(page: Page) -> list[str]:
    """A parent on a phone sees the drawing, and agrees."""
    page.get_by_role("link", name="Een plan voor Bram wacht op uw antwoord").click()
    beeld = page.get_by_role("img", name="Tekening van het kind")
    page.wait_for_function("el => el.complete && el.naturalWidth === 120", arg=beeld.element_handle())
    fouten = overtredingen(page)
    page.get_by_role("button", name="Ik ben akkoord met het handelingsdeel").click()
    page.get_by_text(re.compile("U bent akkoord sinds")).wait_for()
    return fouten
