"""A parent with the file of a child: reads it, says what they think, takes permission back, and sees who looked."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import BREED, SMAL, Mens, overtredingen

pytestmark = [pytest.mark.browser]


@pytest.mark.parametrize("maat", [BREED, SMAL], ids=["wide", "narrow"])
def test_parent_reads_speaks_shuts_an_expert_out_and_sees_who_looked(
    mens: Callable[..., Mens], maat: tuple[int, int]
) -> None:
    deskundige = mens("deskundige@voorbeeld.nl")
    deskundige.page.get_by_role("link", name="Pip Kwast").click()
    deskundige.page.get_by_text("De ouders gaven u toestemming voor wat hier staat: het eerste tot en met").wait_for()
    dossier = deskundige.page.url
    ouder = mens("ouder@voorbeeld.nl", maat)
    page = ouder.page

    page.get_by_role("link", name="Pip Kwast").click()
    page.get_by_role("heading", level=1, name="Pip Kwast").wait_for()
    fouten = overtredingen(page)
    _zeg_wat_u_vindt(page)
    fouten += overtredingen(page)

    page.get_by_role("link", name="Dossier van Pip Kwast").click()
    vraag = page.locator("summary", has_text="Trek mijn toestemming in")
    vraag.first.wait_for()  # counted on the page that was clicked to, not on the one before it
    for nog in range(vraag.count() - 1, -1, -1):  # also what was allowed for a meeting
        vraag.first.click()
        page.get_by_role("button", name="Ja, trek mijn toestemming in").first.click()
        expect(vraag).to_have_count(nog)
    page.get_by_role("button", name="Ik geef toestemming").first.wait_for()
    fouten += overtredingen(page)
    antwoord = deskundige.page.goto(dossier)
    assert antwoord is not None
    assert antwoord.status == 403

    page.get_by_role("link", name="Wie zag dit dossier?").click()
    page.get_by_role("heading", level=1, name="Wie zag dit dossier?").wait_for()
    tabel = page.get_by_role("table").inner_text()
    assert "wilde erin, en werd geweigerd" in tabel
    assert "trok de toestemming in" in tabel
    assert "voegde een eigen zienswijze toe" in tabel
    assert fouten + overtredingen(page) == []


def _zeg_wat_u_vindt(page: Page) -> None:
    page.get_by_role("link", name="Zeg wat u hiervan vindt : Lezen gaat moeizaam").click()
    page.get_by_label("Wat vindt u ervan?").fill("Thuis leest hij graag voor.")
    page.get_by_label("Er staat iets dat niet klopt, en ik vraag de school het te verbeteren").check()
    page.get_by_role("button", name="Voeg mijn zienswijze toe").click()
    page.get_by_text("Uw zienswijze hoort nu bij dit stuk.").wait_for()
    expect(page.get_by_text("Thuis leest hij graag voor.")).to_have_count(1)
    expect(page.get_by_text(re.compile("Antwoord uiterlijk op"))).to_have_count(1)


def test_school_answers_the_parent_with_the_keyboard_alone(mens: Callable[..., Mens]) -> None:
    ib = mens("ib@voorbeeld.nl")
    page = ib.page
    ib.ga("/school/99AA00/leerlingen")
    page.get_by_role("link", name="Pip Kwast").focus()
    page.keyboard.press("Enter")
    page.locator(".dossier").get_by_role("link", name="Gesprek met de ouders", exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_label("Uw antwoord aan de ouder").fill("Dat staat er nu bij.")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.get_by_text("Uw antwoord staat bij het stuk.").wait_for()
    expect(page.get_by_text("bijgevoegd, niet verbeterd", exact=True)).to_have_count(1)
    assert overtredingen(page) == []
