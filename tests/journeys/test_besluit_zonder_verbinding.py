"""What is decided while there is no connection: written at once, kept on the screen, there once when it returns."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Dialog, Locator, Page, Route, expect
from tests.journeys.conftest import BREED, Mens, overtredingen, tot

pytestmark = [pytest.mark.browser]
NIET_VERSTUURD = "Nog niet verstuurd: er is geen verbinding."


def _open_blad(iemand: Mens) -> Page:
    """The meeting about Pip that is still to come."""
    page = iemand.page
    iemand.ga("/school/99AA00/overleg")
    page.get_by_role("link", name=re.compile("MDO Pip")).first.click()
    page.get_by_role("button", name="Besluit", exact=True).wait_for()
    return page


def _nieuwe(page: Page) -> Locator:
    return page.locator("#besluitrijen > .besluit:not([hidden])").last


def _vul(rij: Locator, wat: str) -> None:
    rij.get_by_label("Wat is besloten?").fill(wat)
    rij.get_by_label("Wie doet het?").select_option(index=1)
    rij.get_by_label("Uiterlijk wanneer?").fill("2099-03-02")


def _verlies_het_antwoord(page: Page) -> list[str]:
    """The server gets what is sent first, and this screen does not hear of it."""
    verloren: list[str] = []

    def behandel(weg: Route) -> None:
        if weg.request.method != "POST" or verloren:
            weg.continue_()
            return
        verloren.append(str(weg.request.post_data))
        weg.fetch()
        weg.abort()

    page.route("**/besluit", behandel)
    return verloren


def test_decision_made_without_a_connection_is_there_once_when_it_returns(mens: Callable[..., Mens]) -> None:
    ib, collega = mens("ib@voorbeeld.nl", BREED), mens("leerkracht@voorbeeld.nl")
    page, ander = _open_blad(ib), _open_blad(collega)
    al = page.locator("#besluitrijen > .besluit").count()
    page.context.set_offline(True)
    page.get_by_role("button", name="Besluit", exact=True).click()
    expect(_nieuwe(page).get_by_label("Wat is besloten?")).to_be_focused()
    _vul(_nieuwe(page), "Luisterboeken aanvragen")
    page.get_by_text(NIET_VERSTUURD).wait_for()
    page.get_by_role("button", name="Besluit", exact=True).click()
    page.get_by_role("button", name="Besluit", exact=True).click()  # once too often: the empty one waits already
    expect(page.locator("#besluitrijen > .besluit:not([hidden])")).to_have_count(al + 2)
    expect(_nieuwe(page).get_by_label("Wat is besloten?")).to_be_focused()
    _nieuwe(page).get_by_label("Wat is besloten?").fill("Toch niet nodig")
    _nieuwe(page).get_by_role("button", name="Haal dit besluit weg").click()
    expect(page.locator("#besluitrijen > .besluit:not([hidden])")).to_have_count(al + 1)
    assert overtredingen(page) == []
    vragen: list[str] = []
    page.on("dialog", lambda vraag: _blijf(vraag, vragen))
    page.evaluate("location.assign('/start')")
    tot(page, lambda: vragen == ["beforeunload"])

    verloren = _verlies_het_antwoord(page)
    page.context.set_offline(False)
    expect(page.get_by_text(NIET_VERSTUURD)).to_have_count(0)

    assert len(verloren) == 1
    besluiten = ander.locator("#besluitrijen > .besluit")
    expect(besluiten).to_have_count(al + 1)
    laatste = besluiten.last
    expect(laatste.get_by_label("Wat is besloten?")).to_have_value("Luisterboeken aanvragen")
    expect(laatste.get_by_label("Uiterlijk wanneer?")).to_have_value("2099-03-02")
    expect(laatste.get_by_label("Wie doet het?")).not_to_have_value("")


def test_half_hour_without_a_connection_loses_nothing(mens: Callable[..., Mens]) -> None:
    ib, collega = mens("ib@voorbeeld.nl", BREED), mens("leerkracht@voorbeeld.nl")
    ib.page.clock.install()
    page, ander = _open_blad(ib), _open_blad(collega)
    kind, doel = "Wat vindt het kind?", "Waar willen we naartoe?"
    page.context.set_offline(True)
    page.get_by_label(kind, exact=True).fill("Ik lees liever samen.")
    page.get_by_text("Nog niet opgeslagen: er is geen verbinding.").wait_for()
    ander.get_by_label(doel, exact=True).fill("Weer plezier.")
    ander.get_by_text("Opgeslagen", exact=True).wait_for()

    for _minuten in range(3):
        page.clock.fast_forward("10:00")
        expect(page.get_by_text("Nog niet opgeslagen: er is geen verbinding.")).to_have_count(1)
    page.clock.fast_forward("01:00")
    page.get_by_label(kind, exact=True).fill("Ik lees liever samen, en buiten.")
    page.context.set_offline(False)

    expect(page.get_by_text("Nog niet opgeslagen: er is geen verbinding.")).to_have_count(0)
    expect(ander.get_by_label(kind, exact=True)).to_have_value("Ik lees liever samen, en buiten.")
    expect(page.get_by_label(doel, exact=True)).to_have_value("Weer plezier.")
    page.reload()
    expect(page.get_by_label(kind, exact=True)).to_have_value("Ik lees liever samen, en buiten.")


def _blijf(vraag: Dialog, vragen: list[str]) -> None:
    vragen.append(vraag.type)
    vraag.dismiss()


def test_button_that_moves_while_it_is_pressed_is_clicked(mens: Callable[..., Mens]) -> None:
    """From a text that could not be saved straight to a button: what saving does to the page loses no click."""
    page = _open_blad(mens("ib@voorbeeld.nl", BREED))
    al = page.locator("#besluitrijen > .besluit").count()
    page.context.set_offline(True)
    page.get_by_label("Wat vindt het kind?", exact=True).fill("Ik lees liever samen.")
    page.get_by_text("Nog niet opgeslagen: er is geen verbinding.").wait_for()
    knop = page.get_by_role("button", name="Besluit", exact=True)
    knop.scroll_into_view_if_needed()
    plek = knop.bounding_box()
    assert plek is not None

    page.mouse.move(plek["x"] + plek["width"] / 2, plek["y"] + plek["height"] / 2)
    page.mouse.down()
    page.evaluate("document.querySelector('.blad-midden').style.display = 'none'")
    page.mouse.up()

    expect(page.locator("#besluitrijen > .besluit")).to_have_count(al + 1)


TEL_POGINGEN = """(() => {
  const wachten = new Set();
  const [zet, stop] = [window.setTimeout, window.clearTimeout];
  window.pogingen = { gedaan: 0, meeste: 0 };
  window.setTimeout = (doe, hoe_lang, ...meer) => {
    const nummer = zet(() => { if (wachten.delete(nummer)) pogingen.gedaan += 1; doe(...meer); }, hoe_lang);
    if (hoe_lang === 4000) wachten.add(nummer);
    pogingen.meeste = Math.max(pogingen.meeste, wachten.size);
    return nummer;
  };
  window.clearTimeout = (nummer) => { wachten.delete(nummer); stop(nummer); };
})()"""


def test_all_that_waits_for_a_connection_waits_for_one_attempt(mens: Callable[..., Mens]) -> None:
    """One for each text would start as many for all of them again: in half an hour a storm when the server is back."""
    ib = mens("ib@voorbeeld.nl", BREED)
    page = ib.page
    page.add_init_script(TEL_POGINGEN)
    _open_blad(ib)
    page.context.set_offline(True)
    page.get_by_label("Wat vindt het kind?", exact=True).fill("Ik lees liever samen.")
    page.get_by_label("Waar willen we naartoe?", exact=True).fill("Weer plezier.")
    page.get_by_role("button", name="Besluit", exact=True).click()
    _vul(_nieuwe(page), "Luisterboeken aanvragen")
    expect(page.get_by_text("er is geen verbinding.")).to_have_count(3)

    tot(page, lambda: page.evaluate("pogingen.gedaan") >= 3)

    tot(page, lambda: page.evaluate("pogingen.meeste") == 1)  # the most at one moment: it never comes down again
    page.context.set_offline(False)
    expect(page.get_by_text("er is geen verbinding.")).to_have_count(0)
    page.reload()
    expect(page.get_by_label("Wat vindt het kind?", exact=True)).to_have_value("Ik lees liever samen.")
    expect(page.get_by_label("Waar willen we naartoe?", exact=True)).to_have_value("Weer plezier.")
