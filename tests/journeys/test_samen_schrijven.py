"""The profile is written by more than one person, and nobody loses a word."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from tests.journeys.conftest import Mens, overtredingen

pytestmark = [pytest.mark.browser]
PROFIEL = "/school/99AA00/profiel"
VISIE = "#o-tekst-visie"
EERSTE_BLIJFT_ONDERWEG = """() => {
  const echt = window.fetch;
  window.onderweg = 0;
  window.fetch = (...wat) => window.onderweg++ ? echt(...wat) : new Promise(() => {});
}"""


def opgeslagen(iemand: Mens, vak: str) -> None:
    iemand.page.locator(vak).get_by_text("Opgeslagen", exact=True).wait_for()


def test_what_is_typed_is_stored_while_typing(mens: Callable[..., Mens]) -> None:
    directeur = mens("directeur@voorbeeld.nl")
    directeur.ga(PROFIEL)

    directeur.page.locator(f"{VISIE} textarea").fill("Ieder kind hoort erbij.")
    opgeslagen(directeur, VISIE)

    directeur.ga(PROFIEL)
    expect(directeur.page.locator(f"{VISIE} textarea")).to_have_value("Ieder kind hoort erbij.")


def test_saving_stops_when_nothing_changes(mens: Callable[..., Mens]) -> None:
    directeur = mens("directeur@voorbeeld.nl")
    directeur.ga(PROFIEL)
    verzoeken: list[str] = []
    directeur.page.on("request", lambda v: verzoeken.append(v.url) if v.method == "POST" else None)

    directeur.page.locator(f"{VISIE} textarea").press_sequentially(" Samen.", delay=30)
    opgeslagen(directeur, VISIE)
    directeur.page.locator(f"{VISIE} textarea").blur()
    directeur.page.wait_for_timeout(2500)

    assert len(verzoeken) <= 2


def test_words_typed_without_a_connection_are_saved_when_it_returns(mens: Callable[..., Mens]) -> None:
    directeur = mens("directeur@voorbeeld.nl")
    directeur.ga(PROFIEL)

    directeur.page.context.set_offline(True)
    directeur.page.locator(f"{VISIE} textarea").fill("Geschreven in de trein.")
    directeur.page.locator(VISIE).get_by_text("Nog niet opgeslagen: er is geen verbinding.").wait_for()
    directeur.page.context.set_offline(False)
    opgeslagen(directeur, VISIE)

    directeur.ga(PROFIEL)
    expect(directeur.page.locator(f"{VISIE} textarea")).to_have_value("Geschreven in de trein.")


def test_words_typed_just_before_leaving_are_saved(mens: Callable[..., Mens]) -> None:
    directeur = mens("directeur@voorbeeld.nl")
    directeur.ga(PROFIEL)

    directeur.page.locator(f"{VISIE} textarea").press_sequentially("Nog net op tijd. ")
    directeur.ga("/start")

    is_begin_van_visie(directeur, "Nog net op tijd.")


def test_words_typed_while_saving_and_just_before_leaving_are_saved(mens: Callable[..., Mens]) -> None:
    directeur = mens("directeur@voorbeeld.nl")
    directeur.ga(PROFIEL)
    vak = directeur.page.locator(f"{VISIE} textarea")
    directeur.page.evaluate(EERSTE_BLIJFT_ONDERWEG)

    vak.fill("Eerst dit.")
    directeur.page.wait_for_timeout(1000)  # longer than the page waits for the end of a word
    directeur.page.wait_for_function("window.onderweg === 1")
    vak.fill("Eerst dit. En toen dat.")
    directeur.page.wait_for_timeout(1000)  # it stands in the queue behind the first
    directeur.ga("/start")

    is_begin_van_visie(directeur, "Eerst dit. En toen dat.")


def is_begin_van_visie(iemand: Mens, tekst: str) -> None:
    """What is sent while leaving may arrive a moment after the next page; it does arrive."""
    for _ in range(20):
        iemand.ga(PROFIEL)
        if iemand.page.locator(f"{VISIE} textarea").input_value().startswith(tekst):
            return
        iemand.page.wait_for_timeout(500)
    raise AssertionError(f"{tekst!r} was not stored")


def test_a_slow_answer_is_no_conflict_with_oneself(mens: Callable[..., Mens]) -> None:
    directeur = mens("directeur@voorbeeld.nl")
    directeur.page.route("**/tekst", lambda weg: (time.sleep(1.5), weg.continue_()))
    directeur.ga(PROFIEL)

    vak = directeur.page.locator(f"{VISIE} textarea")
    vak.fill("Eerst dit.")
    with directeur.page.expect_request("**/tekst"):
        pass
    vak.fill("Eerst dit. En toen dat.")
    directeur.page.wait_for_timeout(5000)

    expect(directeur.page.locator(f"{VISIE} .botsing")).to_have_count(0)
    directeur.ga(PROFIEL)
    expect(vak).to_have_value("Eerst dit. En toen dat.")


def test_the_second_writer_sees_the_first_and_chooses(mens: Callable[..., Mens]) -> None:
    directeur, begeleider = mens("directeur@voorbeeld.nl"), mens("ib@voorbeeld.nl")
    directeur.ga(PROFIEL)
    begeleider.ga(PROFIEL)

    directeur.page.locator(f"{VISIE} textarea").fill("Van de directeur.")
    opgeslagen(directeur, VISIE)
    begeleider.page.locator(f"{VISIE} textarea").fill("Van de intern begeleider.")

    botsing = begeleider.page.locator(f"{VISIE} .botsing")
    botsing.wait_for()
    expect(botsing).to_contain_text("Van de directeur.")
    expect(begeleider.page.locator(f"{VISIE} textarea")).to_have_value("Van de intern begeleider.")
    assert overtredingen(begeleider.page) == []
    botsing.get_by_role("button", name="Houd wat ik schreef").click()
    opgeslagen(begeleider, VISIE)
    directeur.ga(PROFIEL)
    expect(directeur.page.locator(f"{VISIE} textarea")).to_have_value("Van de intern begeleider.")


def test_the_second_writer_can_take_over_what_the_first_wrote(mens: Callable[..., Mens]) -> None:
    directeur, begeleider = mens("directeur@voorbeeld.nl"), mens("ib@voorbeeld.nl")
    begeleider.ga(PROFIEL)
    directeur.ga(PROFIEL)
    directeur.page.locator(f"{VISIE} textarea").fill("Van de directeur.")
    opgeslagen(directeur, VISIE)
    begeleider.page.locator(f"{VISIE} textarea").fill("Iets anders.")

    begeleider.page.locator(f"{VISIE} .botsing").get_by_role("button", name="Neem dat over").click()

    begeleider.page.locator(f"{VISIE} .botsing").wait_for(state="detached")
    expect(begeleider.page.locator(f"{VISIE} textarea")).to_have_value("Van de directeur.")


def test_a_colleague_at_work_is_announced(mens: Callable[..., Mens]) -> None:
    directeur, begeleider = mens("directeur@voorbeeld.nl"), mens("ib@voorbeeld.nl")
    begeleider.ga(PROFIEL)
    directeur.ga(PROFIEL)

    directeur.page.locator(f"{VISIE} textarea").fill("Nieuw van de directeur.")
    opgeslagen(directeur, VISIE)

    nieuws = begeleider.page.locator("#nieuws")
    nieuws.get_by_text("Een collega is ook bezig").wait_for()
    nieuws.get_by_role("button", name="laat zien").click()
    expect(begeleider.page.locator(f"{VISIE} textarea")).to_have_value("Nieuw van de directeur.")


def test_a_row_of_the_school_is_added_taken_away_and_put_back(mens: Callable[..., Mens]) -> None:
    directeur = mens("directeur@voorbeeld.nl")
    directeur.ga(PROFIEL)

    directeur.page.locator("summary", has_text="Voeg een eigen rij toe").first.click()
    directeur.page.locator("#label-expertise").fill("Rots en Water")
    directeur.page.locator("form", has=directeur.page.locator("#label-expertise")).get_by_role(
        "button", name="Voeg toe"
    ).click()
    rij = directeur.page.locator("#o-rij-expertise---rots-en-water, [id*='rots']").first
    rij.wait_for()
    expect(rij).to_contain_text("Gedrag")
    rij.get_by_role("button", name="haal deze rij weg").click()
    directeur.page.get_by_role("button", name="Ongedaan maken").click()

    directeur.page.get_by_role("button", name=re.compile("haal deze rij weg ?: Rots en Water")).wait_for()


def test_evidence_takes_the_warning_away(mens: Callable[..., Mens]) -> None:
    directeur = mens("directeur@voorbeeld.nl")
    directeur.ga(PROFIEL)
    naam = directeur.page.locator(".rij", has_text="zonder onderbouwing").first.get_attribute("id")
    rij = directeur.page.locator(f"[id='{naam}']")

    rij.locator("summary", has_text="Waar is dit te zien?").click()
    rij.get_by_label("Wat is er te zien?").fill("Verslag van de groepsbespreking")
    rij.get_by_label("Wanneer was dat?").fill("2026-03-02")
    rij.get_by_role("button", name="Voeg toe").click()
    rij.get_by_text("Verslag van de groepsbespreking", exact=True).wait_for()
    rij.get_by_text("onderbouwd", exact=True).wait_for()

    directeur.ga(PROFIEL)
    expect(rij.get_by_text("onderbouwd", exact=True)).to_have_count(1)


def test_two_texts_are_put_one_after_the_other(mens: Callable[..., Mens]) -> None:
    directeur, begeleider = mens("directeur@voorbeeld.nl"), mens("ib@voorbeeld.nl")
    begeleider.ga(PROFIEL)
    directeur.ga(PROFIEL)
    directeur.page.locator(f"{VISIE} textarea").fill("Van de directeur.")
    opgeslagen(directeur, VISIE)
    begeleider.page.locator(f"{VISIE} textarea").fill("Van de intern begeleider.")

    begeleider.page.locator(f"{VISIE} .botsing").get_by_role("button", name="Zet ze onder elkaar").click()

    opgeslagen(begeleider, VISIE)
    directeur.ga(PROFIEL)
    expect(directeur.page.locator(f"{VISIE} textarea")).to_have_value("Van de directeur.\n\nVan de intern begeleider.")


def test_enter_in_a_field_saves_and_stays(mens: Callable[..., Mens]) -> None:
    directeur = mens("directeur@voorbeeld.nl")
    directeur.ga(PROFIEL)
    veld = directeur.page.locator("#o-veld-telefoon")

    veld.locator("input[name=waarde]").fill("000-7654321")
    veld.locator("input[name=waarde]").press("Enter")
    opgeslagen(directeur, "#o-veld-telefoon")

    expect(directeur.page).to_have_url(directeur.adres + PROFIEL)
