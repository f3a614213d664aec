"""What is typed in a file is not lost, and the page goes to what is wrong."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import BREED, SMAL, Mens

pytestmark = [pytest.mark.browser]
PAST = "() => document.documentElement.scrollWidth <= window.innerWidth"
IN_BEELD = """() => { const vak = document.activeElement.getBoundingClientRect();
  return vak.top >= 0 && vak.bottom <= window.innerHeight; }"""


def _open_pip(iemand: Mens) -> Page:
    iemand.ga("/school/99AA00/leerlingen")
    iemand.page.get_by_role("link", name="Pip Kwast").click()
    iemand.page.get_by_text("Leg iets vast").click()
    return iemand.page


def test_form_that_was_refused_shows_why_and_stands_open(mens: Callable[..., Mens]) -> None:
    page = _open_pip(mens("ib@voorbeeld.nl", SMAL))
    page.get_by_label("Waarover gaat het?").fill("Een gesprek")
    page.get_by_label("Wat is er?").fill("Wij spraken elkaar.")
    page.get_by_label("Sinds wanneer geldt het?").fill("2001-01-01")
    page.get_by_role("button", name="Leg vast").click()

    melding = page.get_by_role("alert")
    expect(melding).to_have_text("Op deze dag was de leerling nog niet geboren. Kijk het jaar na.")
    expect(melding).to_be_focused()
    page.wait_for_function(IN_BEELD)
    expect(page.get_by_label("Wat is er?")).to_have_value("Wij spraken elkaar.")


def test_text_stays_when_the_session_ended_elsewhere_and_is_sent_after_signing_in_again(
    mens: Callable[..., Mens],
) -> None:
    ib = mens("ib@voorbeeld.nl")
    page = _open_pip(ib)
    page.get_by_label("Waarover gaat het?").fill("Een gesprek")
    page.get_by_label("Wat is er?").fill("Hier is lang aan geschreven.")
    elders = page.context.new_page()
    elders.goto(f"{ib.adres}/start")
    elders.locator("details.ik > summary").click()
    elders.get_by_role("button", name="Afmelden").click()
    elders.wait_for_url(lambda adres: "/start" not in adres)

    page.get_by_role("button", name="Leg vast").click()
    page.get_by_text("U bent niet meer aangemeld. Wat u typte, staat hier nog.").wait_for()
    expect(page.get_by_role("alert")).to_be_focused()

    with page.context.expect_page() as nieuw:
        page.get_by_role("link", name="Aanmelden in een nieuw tabblad").click()
    _kies(nieuw.value, "leerkracht@voorbeeld.nl")
    page.get_by_role("button", name="Leg vast").click()
    page.get_by_text("Er is nu iemand anders aangemeld.").wait_for()

    elders.context.clear_cookies()
    elders.goto(f"{ib.adres}/aanmelden")
    _kies(elders, "ib@voorbeeld.nl")
    page.get_by_role("button", name="Leg vast").click()
    page.get_by_text("Vastgelegd.").wait_for()

    expect(page.get_by_text("Hier is lang aan geschreven.")).to_have_count(1)


def test_what_is_typed_on_the_sheet_of_a_meeting_is_saved_after_signing_in_again(mens: Callable[..., Mens]) -> None:
    ib = mens("ib@voorbeeld.nl")
    ib.ga("/school/99AA00/leerlingen")
    page = ib.page
    pip = page.get_by_role("link", name="Pip Kwast").get_attribute("href") or ""
    ib.ga(f"{pip.partition('/volgen')[0]}/overleg/2")
    vak = page.get_by_role("textbox", name="Wat is bekend?")
    elders = page.context.new_page()
    elders.goto(f"{ib.adres}/start")
    elders.locator("details.ik > summary").click()
    elders.get_by_role("button", name="Afmelden").click()
    elders.wait_for_url(lambda adres: "/start" not in adres)

    page.context.set_offline(True)
    vak.fill("Leest graag over vogels.")
    page.get_by_text("Nog niet opgeslagen: er is geen verbinding.").wait_for()
    page.context.set_offline(False)
    page.get_by_text("U bent niet meer aangemeld. Wat u typte, staat hier nog.").wait_for()
    page.wait_for_timeout(4000)  # what others wrote is asked every three seconds
    for anders in ("Nog niet opgeslagen: er is geen verbinding.", "laad de pagina opnieuw en meld u aan"):
        expect(page.get_by_text(anders)).to_have_count(0)
    elders.goto(f"{ib.adres}/aanmelden")
    _kies(elders, "leerkracht@voorbeeld.nl")
    page.get_by_text("Er is nu iemand anders aangemeld.").wait_for()
    elders.context.clear_cookies()
    elders.goto(f"{ib.adres}/aanmelden")
    _kies(elders, "ib@voorbeeld.nl")
    page.locator("form", has=vak).get_by_text("Opgeslagen").wait_for()

    page.reload()
    expect(vak).to_have_value("Leest graag over vogels.")
    expect(page.get_by_text("Er is nu iemand anders aangemeld.")).to_have_count(0)


def _kies(page: Page, account: str) -> None:
    page.locator(f"button[name=account][value='{account}']").first.click()
    page.wait_for_url("**/start")


@pytest.mark.parametrize("maat", [BREED, SMAL], ids=["wide", "narrow"])
def test_words_without_a_space_break_no_page(mens: Callable[..., Mens], maat: tuple[int, int]) -> None:
    page = _open_pip(mens("ib@voorbeeld.nl", maat))
    page.get_by_label("Waarover gaat het?").fill("t" * 150)
    page.get_by_label("Wat is er?").fill("Woord " * 600 + "w" * 300)
    page.get_by_role("button", name="Leg vast").click()
    page.get_by_text("Vastgelegd.").wait_for()

    page.wait_for_function(PAST)
    page.get_by_role("link", name="t" * 150, exact=True).click()
    page.get_by_role("heading", level=1, name="t" * 150).wait_for()
    page.wait_for_function(PAST)
