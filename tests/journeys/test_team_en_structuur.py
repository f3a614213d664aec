"""The team speaks, the structure is drawn, goals come and go, a region changes its template."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.journeys.conftest import Mens, overtredingen

pytestmark = [pytest.mark.browser]
SJABLOON = Path(__file__).parents[2] / "src" / "passend" / "begrippen" / "sjablonen" / "haaglanden.json"


def test_dissent_of_a_teacher_is_visible_to_the_director(mens: Callable[..., Mens]) -> None:
    leerkracht = mens("leerkracht@voorbeeld.nl")
    leerkracht.ga("/school/99AA00/team")
    rij = leerkracht.page.locator(".rij", has_text="Remedial teaching").first

    rij.locator("summary").first.click()
    rij.get_by_role("button", name="Oneens").click()
    rij.get_by_role("alert").wait_for()
    rij.get_by_label("Waarom?").fill("De uren zijn er niet meer.")
    rij.get_by_role("button", name="Oneens").click()
    rij.get_by_text("De uren zijn er niet meer.").wait_for()

    directeur = mens("directeur@voorbeeld.nl")
    directeur.ga("/school/99AA00/team")
    expect(directeur.page.get_by_text("De uren zijn er niet meer.")).to_have_count(1)
    assert overtredingen(directeur.page) == []


def test_the_structure_is_drawn_while_it_is_typed(mens: Callable[..., Mens]) -> None:
    directeur = mens("directeur.duinpad@voorbeeld.nl")
    directeur.ga("/school/99AD00/profiel")
    directeur.page.get_by_role("button", name="Leeg beginnen").click()
    directeur.ga("/school/99AD00/structuur?voorbeeld=1")

    directeur.page.locator("[name=naam]").first.fill("Vader en moeder")

    directeur.page.locator("#tekening svg").get_by_text("Vader en moeder").first.wait_for(state="attached")
    assert overtredingen(directeur.page) == []
    directeur.ga("/school/99AD00/profiel")
    expect(directeur.page.locator(".tekening svg")).to_have_count(1)


def test_each_kind_is_asked_its_own_questions_and_no_word_is_lost_on_the_way(mens: Callable[..., Mens]) -> None:
    directeur = mens("directeur@voorbeeld.nl")
    directeur.ga("/school/99AA00/structuur")
    rij = directeur.page.locator("[data-rij]", has=directeur.page.locator("[name=naam][value='Leerkracht']"))

    rij.get_by_label("Soort").select_option("stap")
    expect(rij.get_by_label("Wat gebeurt er in deze stap?")).to_have_value("eerste aanspreekpunt")
    expect(rij.get_by_label("Plek")).to_be_hidden()
    rij.get_by_label("Soort").select_option("overleg")
    expect(rij.get_by_label("Wie zitten erbij, en hoe vaak?")).to_have_value("eerste aanspreekpunt")
    expect(rij.get_by_label("Wat gebeurt er in deze stap?")).to_be_hidden()
    rij.get_by_label("Soort").select_option("mens")

    expect(rij.get_by_label("Wat doet deze persoon?")).to_have_value("eerste aanspreekpunt")
    assert overtredingen(directeur.page) == []


def test_a_cleared_name_takes_nothing_away_until_the_row_is_left_blank(mens: Callable[..., Mens]) -> None:
    directeur = mens("directeur@voorbeeld.nl")
    directeur.ga("/school/99AA00/structuur")
    page = directeur.page
    naam, rol = page.locator("[name=naam]").nth(2), page.locator("[name=rol]").nth(2)
    getekend = page.locator("figure.tekening svg").get_by_text("Leerkracht", exact=True)

    naam.fill("")
    page.get_by_text("Opgeslagen", exact=True).wait_for()
    page.get_by_text("Zonder naam blijft de oude naam staan.").locator("visible=true").wait_for()
    expect(getekend).to_have_count(1)
    rol.fill("")
    page.locator("[name=naam]").nth(4).focus()

    getekend.wait_for(state="detached")
    expect(page.locator("[data-rij]").nth(2)).to_be_visible()
    directeur.ga("/school/99AA00/structuur")
    expect(page.locator("[name=naam][value='Leerkracht']")).to_have_count(0)


def test_a_goal_is_set_and_looked_back_on(mens: Callable[..., Mens]) -> None:
    directeur = mens("directeur@voorbeeld.nl")
    directeur.ga("/school/99AA00/doelen")
    directeur.page.fill("#id-doel", "Meer uren taalhulp")
    directeur.page.fill("#id-eigenaar", "Intern begeleider")
    directeur.page.get_by_role("button", name="Zet dit doel erbij").click()
    doel = directeur.page.locator("li", has_text="Meer uren taalhulp").last

    doel.locator("summary", has_text="Terugkijken").click()
    doel.get_by_label("Hoe staat het ermee?").select_option("behaald")
    doel.get_by_label("Hoe ging het?").fill("Twee uur erbij.")
    doel.get_by_role("button", name="Bewaren").click()

    directeur.page.get_by_text("Twee uur erbij.").first.wait_for()
    assert overtredingen(directeur.page) == []


def test_a_new_template_of_the_region_works_without_a_release(mens: Callable[..., Mens], tmp_path: Path) -> None:
    definitie = json.loads(SJABLOON.read_text(encoding="utf-8"))
    definitie |= {"naam": "Sjabloon met een nieuw begin", "geldig_van": "2026-08-01"}
    bestand = tmp_path / "sjabloon.json"
    bestand.write_text(json.dumps(definitie), encoding="utf-8")
    adviseur = mens("samenwerkingsverband@voorbeeld.nl")
    adviseur.ga("/sjablonen")

    adviseur.page.set_input_files("#bestand", bestand)
    adviseur.page.get_by_role("button", name="Voeg toe").click()

    adviseur.page.get_by_role("heading", name="Sjabloon met een nieuw begin").wait_for()


def test_a_template_that_is_wrong_is_refused_with_its_place(mens: Callable[..., Mens], tmp_path: Path) -> None:
    bestand = tmp_path / "sjabloon.json"
    bestand.write_text('{"code": "x"}', encoding="utf-8")
    adviseur = mens("samenwerkingsverband@voorbeeld.nl")
    adviseur.ga("/sjablonen")

    adviseur.page.set_input_files("#bestand", bestand)
    adviseur.page.get_by_role("button", name="Voeg toe").click()

    expect(adviseur.page.get_by_role("alert")).not_to_be_empty()


def test_two_people_who_draw_at_once_choose_what_stays(mens: Callable[..., Mens]) -> None:
    adres = "/school/99AA00/structuur"
    directeur, begeleider = mens("directeur@voorbeeld.nl"), mens("ib@voorbeeld.nl")
    directeur.ga(adres)
    begeleider.ga(adres)
    directeur.page.locator("[name=naam]").first.fill("De ouders van nu")
    directeur.page.get_by_text("Opgeslagen", exact=True).wait_for()

    begeleider.page.locator("[name=naam]").first.fill("Vader en moeder")
    botsing = begeleider.page.locator(".botsing")
    botsing.wait_for()
    expect(begeleider.page.locator("figure.tekening").get_by_text("De ouders van nu").first).to_be_attached()
    expect(begeleider.page.locator("[name=naam]").first).to_have_value("Vader en moeder")
    assert overtredingen(begeleider.page) == []
    botsing.get_by_role("button", name="Houd wat ik schreef").click()

    begeleider.page.get_by_text("Opgeslagen", exact=True).wait_for()
    directeur.ga(adres)
    expect(directeur.page.locator("[name=naam]").first).to_have_value("Vader en moeder")


def test_enter_after_a_word_of_why_is_never_agreement(mens: Callable[..., Mens]) -> None:
    directeur, leerkracht = mens("directeur@voorbeeld.nl"), mens("leerkracht@voorbeeld.nl")
    leerkracht.ga("/school/99AA00/team")
    rij = leerkracht.page.locator(".rij", has=leerkracht.page.locator("form")).last

    rij.locator("summary").click()
    rij.get_by_label("Waarom?").fill("Bij ons in de groep nog niet.")
    rij.get_by_label("Waarom?").press("Enter")

    leerkracht.page.get_by_text("Bij ons in de groep nog niet.").first.wait_for()
    directeur.ga("/school/99AA00/team")
    gezegd = directeur.page.locator(".reactie", has_text="Bij ons in de groep nog niet.").first
    expect(gezegd).to_have_text(re.compile(r"^\s*oneens"))
