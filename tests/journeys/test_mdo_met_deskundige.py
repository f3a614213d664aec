"""An MDO with an external expert: asked with permission, written by two people over a lost connection, closed, read."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import Mens, overtredingen

pytestmark = [pytest.mark.browser]
DIGIBORD = (1280, 800)
IS_HEEL_TE_ZIEN = """(el) => {
  const onder = el.getBoundingClientRect().bottom;
  const vakken = []; for (let vak = el.parentElement; vak !== document.body; vak = vak.parentElement) vakken.push(vak);
  const knipt = (vak) => getComputedStyle(vak).overflowY !== "visible" && onder > vak.getBoundingClientRect().bottom;
  return !vakken.some(knipt);
}"""
PAST_OP_HET_BORD = "(hoogte) => document.querySelector('.overlegblad').getBoundingClientRect().bottom <= hoogte"
SCHOOL = "/school/99AA00"
HALF_UUR = 30 * 60 * 1000
DRIE_TELLEN = 9_000  # the page asks every three seconds, on a machine that does more


def _plan(ib: Mens) -> str:
    """An MDO about Noor that begins in a minute; the address of its sheet."""
    page = ib.page
    ib.ga(f"{SCHOOL}/leerlingen")
    page.get_by_role("link", name="Noor Helmgras").click()
    page.get_by_role("link", name="Overleg", exact=True).last.click()
    page.get_by_role("link", name="Plan een overleg").click()
    straks = datetime.now(UTC).astimezone() + timedelta(minutes=1)
    page.get_by_label("Dag", exact=True).fill(f"{straks:%Y-%m-%d}")
    page.get_by_label("Tijd", exact=True).fill(f"{straks:%H:%M}")
    page.get_by_label("Waar?").fill("Kamer 4")
    page.get_by_role("button", name="Zet klaar").click()
    page.get_by_role("heading", level=1, name="MDO Noor Helmgras").wait_for()
    return page.url


def _vraag_toestemming(ib: Mens) -> None:
    page = ib.page
    page.get_by_text("Nog iemand erbij").click()
    page.get_by_label("Naam", exact=True).fill("Iris Roos")
    page.get_by_label("E-mailadres").fill("deskundige@voorbeeld.nl")
    page.get_by_label("Komt als").select_option("schoolmaatschappelijk_werk")
    page.get_by_role("button", name="Zet op de lijst", exact=True).first.click()
    page.get_by_role("button", name="Vraag het de ouders : Iris Roos").click()
    page.get_by_role("button", name="Stuur de uitnodigingen").click()
    page.get_by_text("Niet uitgenodigd: Iris Roos. Eerst zeggen de ouders ja.").wait_for()


def _teken_op_papier(page: Page) -> None:
    page.get_by_text("Een ouder tekende op papier").click()
    page.get_by_label("Op welke dag?").fill(f"{datetime.now(UTC).astimezone():%Y-%m-%d}")
    page.get_by_role("button", name="Noteer de handtekening").click()
    page.get_by_text("Genoteerd. De ouders lezen").wait_for()


def _vak(page: Page, kop: str) -> Page:
    return page.get_by_label(kop, exact=True)  # type: ignore[return-value] # a locator does what a page does here


def test_mdo_from_invitation_to_minutes(mens: Callable[..., Mens]) -> None:
    ib, deskundige = mens("ib@voorbeeld.nl", DIGIBORD), mens("deskundige@voorbeeld.nl")
    page = ib.page
    adres = _plan(ib)
    _vraag_toestemming(ib)
    antwoord = deskundige.page.goto(adres)
    assert antwoord is not None
    assert antwoord.status == 403

    _teken_op_papier(page)
    page.goto(adres)
    page.get_by_role("button", name="Stuur de uitnodigingen").click()
    page.get_by_text(re.compile("uitnodiging(en)? gestuurd")).wait_for()
    page.wait_for_function(PAST_OP_HET_BORD, arg=DIGIBORD[1])
    assert overtredingen(page) == []

    leerkracht = mens("leerkracht@voorbeeld.nl")
    leerkracht.page.goto(adres)
    _schrijf_samen(page, leerkracht.page)
    _verlies_de_verbinding(page, leerkracht.page)
    _besluit_en_sluit(page, leerkracht.page)

    deskundige.page.goto(adres)
    deskundige.page.get_by_text("Noor krijgt een rustige plek").wait_for()
    expect(deskundige.page.locator("textarea")).to_have_count(0)
    assert overtredingen(deskundige.page) == []
    _ziet_niets_anders(deskundige, page)
    leerkracht.ga("/agenda")
    leerkracht.page.get_by_role("link", name=re.compile("Noor krijgt een rustige plek")).click()
    leerkracht.page.get_by_role("button", name=re.compile("Dit is gedaan")).click()
    leerkracht.page.get_by_text("gedaan", exact=True).wait_for()


def _schrijf_samen(page: Page, ander: Page) -> None:
    """Two people in two parts see each other's words; in one part the second chooses."""
    _vak(page, "Wat is de vraag?").fill("Wat helpt Noor bij toetsen?")
    _vak(ander, "Wat is geprobeerd, en wat hielp het?").fill("Een koptelefoon.")
    expect(_vak(ander, "Wat is de vraag?")).to_have_value("Wat helpt Noor bij toetsen?")
    expect(_vak(page, "Wat is geprobeerd, en wat hielp het?")).to_have_value("Een koptelefoon.")

    ander.route("**/nieuws*", lambda weg: weg.abort())
    _vak(page, "Waar willen we naartoe?").fill("Rust.")
    page.locator(".deel-doelen").get_by_text("Opgeslagen", exact=True).wait_for()
    _vak(ander, "Waar willen we naartoe?").fill("Vertrouwen.")
    knop = ander.locator(".deel-doelen .botsing").get_by_role("button", name="Zet ze onder elkaar")
    ander.wait_for_function(IS_HEEL_TE_ZIEN, arg=knop.element_handle())
    knop.click()
    ander.locator(".deel-doelen").get_by_text("Opgeslagen", exact=True).wait_for()
    ander.unroute("**/nieuws*")
    expect(_vak(page, "Waar willen we naartoe?")).to_have_value("Rust.\n\nVertrouwen.")


def _verlies_de_verbinding(page: Page, ander: Page) -> None:
    """What is typed without a connection stays for half an hour, nothing of it is on the disk, and it arrives then.

    What a colleague wrote in the meantime comes in too.
    """
    page.clock.install()
    page.context.set_offline(True)
    _vak(page, "Wat vindt het kind?").fill("Ik schrik als iedereen praat.")
    page.get_by_text("Nog niet opgeslagen: er is geen verbinding.").wait_for()
    page.get_by_role("button", name="Besluit", exact=True).click()
    page.get_by_label("Wat is besloten?").fill("Noor krijgt een rustige plek")
    page.get_by_text("Nog niet verstuurd: er is geen verbinding.").wait_for()
    page.wait_for_function("localStorage.length + sessionStorage.length === 0")
    _vak(ander, "Wat is geprobeerd, en wat hielp het?").fill("Een koptelefoon, en rust.")
    ander.locator(".deel-geprobeerd").get_by_text("Opgeslagen", exact=True).wait_for()
    page.clock.run_for(HALF_UUR)
    expect(_vak(page, "Wat vindt het kind?")).to_have_value("Ik schrik als iedereen praat.")
    page.get_by_text("Nog niet opgeslagen: er is geen verbinding.").wait_for()
    expect(page.get_by_label("Wat is besloten?")).to_have_value("Noor krijgt een rustige plek")
    page.wait_for_function("localStorage.length + sessionStorage.length === 0")
    expect(ander.get_by_label("Wat is besloten?")).to_have_count(0)
    page.context.set_offline(False)
    page.clock.run_for(DRIE_TELLEN)
    expect(ander.get_by_label("Wat is besloten?")).to_have_value("Noor krijgt een rustige plek")
    page.locator(".deel-kind").get_by_text("Opgeslagen", exact=True).wait_for()
    expect(_vak(ander, "Wat vindt het kind?")).to_have_value("Ik schrik als iedereen praat.")
    expect(_vak(page, "Wat is geprobeerd, en wat hielp het?")).to_have_value("Een koptelefoon, en rust.")


def _besluit_en_sluit(page: Page, ander: Page) -> None:
    """A decision without an owner keeps the meeting open; with one it can be closed once the meeting began."""
    page.wait_for_function("() => !document.querySelector('form[data-vuil]')")
    for _poging in range(30):
        page.reload()
        if page.get_by_role("link", name="Sluit het overleg").count():
            break
        page.wait_for_timeout(3_000)
    page.get_by_role("link", name="Sluit het overleg").click()
    page.get_by_text("Een besluit heeft nog niemand die het doet").wait_for()
    page.get_by_role("link", name="Terug naar het blad").click()
    page.get_by_label("Wie doet het?").select_option(label="Mila Brouwer")
    page.get_by_label("Uiterlijk wanneer?").fill(f"{datetime.now(UTC).astimezone() + timedelta(days=9):%Y-%m-%d}")
    page.locator(".besluit").get_by_text("Opgeslagen", exact=True).wait_for()
    page.wait_for_timeout(1_500)
    _sluit_terwijl_iemand_schrijft(page, ander)
    assert overtredingen(page) == []


def _sluit_terwijl_iemand_schrijft(page: Page, ander: Page) -> None:
    """Closing waits for who is typing; what was typed after it stays there, and is saved when it opens again."""
    _vak(ander, "Wat vindt Ilse Zeegras?").fill("Noor hoort alles.")
    ander.locator(".deel-ouders").get_by_text("Opgeslagen", exact=True).wait_for()
    page.get_by_role("link", name="Sluit het overleg").click()
    page.get_by_text("Mila Brouwer schrijft nog.").wait_for()
    _vak(ander, "Wat vindt Ilse Zeegras?").press_sequentially(" Ook de klok", delay=20)
    page.get_by_role("button", name="Sluit toch").click()
    page.get_by_text("Gesloten. Het blad is nu het verslag").wait_for()
    _vak(ander, "Wat vindt Ilse Zeegras?").fill("Noor hoort alles. Ook de klok en de gang.")
    ander.get_by_text("sloot dit overleg.").wait_for()
    ander.wait_for_timeout(DRIE_TELLEN)
    expect(_vak(ander, "Wat vindt Ilse Zeegras?")).to_have_value("Noor hoort alles. Ook de klok en de gang.")
    assert overtredingen(ander) == []

    page.get_by_role("button", name="Open het overleg weer").click()
    ander.locator(".deel-ouders").get_by_text("Opgeslagen", exact=True).wait_for()
    expect(_vak(page, "Wat vindt Ilse Zeegras?")).to_have_value("Noor hoort alles. Ook de klok en de gang.")
    page.get_by_role("link", name="Sluit het overleg").click()
    page.get_by_role("button", name="Sluit toch").click()
    page.get_by_text("Gesloten. Het blad is nu het verslag").wait_for()


def _ziet_niets_anders(deskundige: Mens, page: Page) -> None:
    """Of this pupil the expert sees the sheet, and the pieces that lay on it; of others nothing new."""
    dossier = str(page.get_by_role("link", name="Naar het dossier").get_attribute("href"))
    for pad in (f"{SCHOOL}/overleg", f"{SCHOOL}/leerlingen", f"{dossier}/ingezien", f"{SCHOOL}/groepsoverleg/3"):
        antwoord = deskundige.page.goto(deskundige.adres + pad)
        assert antwoord is not None
        assert (pad, antwoord.status) == (pad, 403)
    deskundige.ga(dossier)
    expect(deskundige.page.locator("main")).not_to_contain_text("Zorg over thuis")
