"""A teacher at the end of a round, and a worry that becomes a plan that becomes an evaluation."""

import re
from collections.abc import Callable

import pypdfium2
import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import Mens, overtredingen

from passend.web.plannen.druk import Rijmaat, kies_regels

pytestmark = [pytest.mark.browser]
GROEP = "/school/99AA00/groepen"
VUL = """([rijen, regels]) => {
  const blad = document.querySelector(".overzicht tbody"), woorden = "heel veel woorden over wat er is ".repeat(20);
  while (blad.rows.length > rijen) blad.lastElementChild.remove();
  while (blad.rows.length < rijen) blad.append(blad.rows[0].cloneNode(true));
  blad.closest("table").className = `overzicht stapel druk-${regels}`;
  [...blad.rows].forEach((rij) => {
    const factoren = rij.querySelector(".factoren"), nodig = factoren.nextElementSibling;
    factoren.innerHTML = `<div>${woorden}</div><div>${woorden}</div>`;
    for (const cel of [nodig, nodig.nextElementSibling]) cel.innerHTML = `<div>${woorden}</div>`;
  });
}"""


def _bewaard(page: Page, aantal: int) -> None:
    expect(page.locator(".opslag .goed")).to_have_count(aantal)


def test_group_plan_at_the_end_of_a_round(mens: Callable[..., Mens]) -> None:
    """Next round's plan takes three choices, three sentences, and one button."""
    leerkracht = mens("leerkracht@voorbeeld.nl")
    page = leerkracht.page
    leerkracht.ga(GROEP)
    page.get_by_role("link", name="Plan rekenen").click()
    page.get_by_role("heading", level=1, name="Groepsplan rekenen").wait_for()
    ronde = int(re.findall(r"Ronde (\d)", page.get_by_text(re.compile(r"^Ronde \d")).inner_text())[0])

    page.get_by_label("Pip Kwast", exact=True).select_option("intensief")
    expect(page.get_by_label("Pip Kwast", exact=True)).to_have_value("intensief")
    for nummer, cluster in enumerate(("Verdiept", "Basis", "Intensief"), start=1):
        deel = page.get_by_role("region", name=f"Hoe ging het? {cluster}")
        deel.get_by_label("deels behaald").check()
        deel.get_by_label("Hoe ging het?").fill(f"Met {cluster.lower()} ging het vooruit.")
        _bewaard(page, 2 * nummer)
    page.get_by_label("Wat werkte?").last.fill("Kort en elke dag.")
    _bewaard(page, 7)
    eerder = page.get_by_label(re.compile("Ik sluit haar nu al af"))
    if eerder.count():  # on most days of the year the round has weeks to go
        eerder.check()
    page.get_by_role("button", name="Sluit af en maak de volgende ronde").click()

    page.get_by_text("Wat werkte, staat hier al.").wait_for()
    page.get_by_text(re.compile(rf"^Ronde {ronde + 1}:")).wait_for()
    expect(page.get_by_label("Aanpak").last).to_have_value("Kort en elke dag.")
    expect(page.get_by_text("Met intensief ging het vooruit.")).to_have_count(1)
    expect(page.get_by_label("Pip Kwast", exact=True)).to_have_value("intensief")
    assert overtredingen(page) == []


def test_two_teachers_write_in_the_overview_at_once_and_lose_nothing(mens: Callable[..., Mens]) -> None:
    leerkracht, ib = mens("leerkracht@voorbeeld.nl"), mens("ib@voorbeeld.nl")
    leerkracht.ga(GROEP)
    adres = leerkracht.page.url
    ib.page.goto(adres)
    for iemand in (leerkracht, ib):
        iemand.page.get_by_role("button", name="Schrijf bij Pip Kwast").click()
        iemand.page.get_by_role("heading", level=2, name="Pip Kwast").wait_for()

    for iemand, woorden in ((leerkracht, "een maatje bij taal"), (ib, "vooraf meelezen")):
        vak = iemand.page.get_by_label("Wat is nodig")
        vak.fill(f"{vak.input_value()}\n{woorden}")
        iemand.page.get_by_text("Opgeslagen").wait_for()
    ib.page.get_by_text("Een collega schreef ook:").wait_for()
    assert overtredingen(ib.page) == []
    ib.page.get_by_role("button", name="Klaar").click()

    rij = ib.page.get_by_role("row", name=re.compile("Pip Kwast"))
    expect(rij).to_contain_text("een maatje bij taal")
    expect(rij).to_contain_text("vooraf meelezen")


def test_worry_becomes_a_plan_becomes_an_evaluation(mens: Callable[..., Mens]) -> None:
    leerkracht, ouder = mens("leerkracht@voorbeeld.nl"), mens("ouder@voorbeeld.nl")
    page = leerkracht.page
    leerkracht.ga(GROEP)
    page.get_by_role("link", name="Pip Kwast").click()
    page.get_by_role("link", name="Hoe het gaat").click()
    page.get_by_label("Ik maak me zorgen").check()
    page.get_by_label("In een paar woorden").fill("Pip hoort de uitleg vaak niet.")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    page.get_by_role("link", name=re.compile("^Maak hier een plan bij")).first.click()

    expect(page.get_by_label("Waarom? Wat ziet u, wat is nodig?")).to_have_value("Pip hoort de uitleg vaak niet.")
    page.get_by_label("Wat kan of doet de leerling straks?").fill("Pip hoort de uitleg in een keer.")
    page.get_by_label(re.compile("^Wat gaan we doen")).last.fill("Vaste plek vooraan")
    page.get_by_label(re.compile("^Wie")).last.fill("leerkracht")
    page.get_by_role("button", name="Begin dit plan").click()
    page.get_by_text("Het plan staat.").wait_for()

    ouder.page.goto(page.url)
    expect(ouder.page.get_by_text("Pip hoort de uitleg in een keer.")).to_have_count(1)
    expect(ouder.page.get_by_text("Vaste plek vooraan")).to_have_count(1)
    assert overtredingen(ouder.page) == []

    plan = page.locator("article").filter(has_text="Vaste plek vooraan")
    plan.get_by_text("Kijk terug").click()
    plan.get_by_label("niet behaald").check()
    plan.get_by_label("Hoe ging het?").fill("Ook vooraan mist Pip veel. De school vraagt een onderzoek aan.")
    plan.get_by_role("button", name="Bewaar de evaluatie").click()
    page.get_by_text("U heeft teruggekeken.").wait_for()
    ouder.page.reload()
    expect(ouder.page.get_by_text("Ook vooraan mist Pip veel.")).to_have_count(1)
    assert overtredingen(page) == []


def test_overview_of_a_full_group_prints_on_one_sheet(mens: Callable[..., Mens]) -> None:
    """Even when nobody stopped writing; what does not fit on paper ends in dots."""
    leerkracht = mens("leerkracht@voorbeeld.nl")
    leerkracht.ga(GROEP)
    leerkracht.page.locator(".overzicht").wait_for()

    vol = Rijmaat(factoren=(19, 19), nodig=26, afgesproken=15)
    bladen = {}
    for rijen in (8, 15, 26, 30):
        leerkracht.page.evaluate(VUL, [rijen, kies_regels([vol] * rijen)])
        bladen[rijen] = len(pypdfium2.PdfDocument(leerkracht.page.pdf(prefer_css_page_size=True)))

    assert bladen == {8: 1, 15: 1, 26: 1, 30: 1}
