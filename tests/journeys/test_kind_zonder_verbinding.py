"""A child says what it thinks while the connection is gone: what it made stays, and is sent once there is one."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect
from tests.factories.opp import maak_tekening
from tests.journeys.conftest import SMAL, Mens, overtredingen

pytestmark = [pytest.mark.browser]
GEEN_NET = "Er is geen internet. Wat je maakte, staat hier nog."


def _bij_het_kind(ib: Mens) -> Page:
    """Begin a plan, and open the page of the child."""
    page = ib.page
    ib.ga("/school/99AA00/leerlingen")
    page.get_by_role("link", name="Bram Zoutman").click()
    page.get_by_role("link", name="Ontwikkelingsperspectief").click()
    page.get_by_label("Het kind zit hier al, en krijgt nu extra ondersteuning").check()
    page.get_by_label("Op welke dag was dat?").fill(f"{datetime.now(UTC).astimezone():%Y-%m-%d}")
    page.get_by_role("button", name="Begin het plan").click()
    page.get_by_role("link", name="Laat het kind aan het woord").click()
    return page


def test_what_a_child_wrote_drew_or_chose_stays_without_a_connection(mens: Callable[..., Mens]) -> None:
    page = _bij_het_kind(mens("ib@voorbeeld.nl", SMAL))
    stuur = page.get_by_role("button", name="Dit vind ik")
    page.context.set_offline(True)

    page.get_by_text("Met kaarten").click()
    kaart = page.locator("input[name=kaart]").first
    kaart.locator("xpath=..").click()
    stuur.click()
    page.get_by_role("alert").get_by_text(GEEN_NET).wait_for()
    expect(kaart).to_be_checked()

    page.get_by_text("Met een tekening").click()
    tekening = page.get_by_label("Kies je tekening")
    tekening.set_input_files({"name": "tekening.png", "mimeType": "image/png", "buffer": maak_tekening()})
    stuur.click()
    page.get_by_role("alert").get_by_text(GEEN_NET).wait_for()

    page.get_by_text("Met woorden").click()
    page.get_by_label("Wat wil je zeggen?").fill("Ik wil graag naast Noor zitten.")
    stuur.click()
    page.get_by_role("alert").get_by_text(GEEN_NET).wait_for()
    expect(page.get_by_label("Wat wil je zeggen?")).to_have_value("Ik wil graag naast Noor zitten.")
    assert overtredingen(page) == []

    page.context.set_offline(False)
    stuur.click()
    page.get_by_role("heading", name="Dank je wel!").wait_for()


def test_what_a_child_wrote_stays_when_the_school_was_signed_out(mens: Callable[..., Mens]) -> None:
    page = _bij_het_kind(mens("ib@voorbeeld.nl"))
    page.get_by_text("Met woorden").click()
    page.get_by_label("Wat wil je zeggen?").fill("Ik wil graag naast Noor zitten.")
    page.context.clear_cookies()
    page.get_by_role("button", name="Dit vind ik").click()
    page.get_by_role("alert").get_by_text("Je antwoord is nog niet bewaard.").wait_for()
    expect(page.get_by_label("Wat wil je zeggen?")).to_have_value("Ik wil graag naast Noor zitten.")
