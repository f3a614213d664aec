"""A pupil goes from one installation to another, of another board: by a file on a lock, and by OSO."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Download, Page
from tests.journeys.conftest import SMAL, Mens, overtredingen

pytestmark = [pytest.mark.browser]
NUMMER = "999999990"
HIER, DAAR = "/school/99AA00", "/school/99AD00"
MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)


def _haal(page: Page, knop: str, *, is_link: bool = False) -> Download:
    with page.expect_download() as download:
        page.get_by_role("link" if is_link else "button", name=knop).click()
    return download.value


def _kaart(mens: Mens, school: str, plek: Path) -> Path:
    mens.ga(f"{school}/overstap/sleutels")
    mens.page.get_by_role("button", name="Maak de sleutels van uw school").click()
    _haal(mens.page, "De sleutelkaart van uw school", is_link=True).save_as(plek)
    return plek


def _neem_aan(mens: Mens, school: str, kaart: Path) -> None:
    mens.ga(f"{school}/overstap/sleutels")
    mens.page.set_input_files("#kaart", kaart)
    mens.page.get_by_role("button", name="Neem deze kaart aan").click()
    mens.page.get_by_role("button", name="De code klopt").click()
    mens.page.get_by_text("Deze school is nu bekend.").wait_for()


def _lever_in(mens: Mens, bestand: Path) -> None:
    mens.ga(f"{DAAR}/overstap")
    mens.page.set_input_files("#bestand", bestand)
    mens.page.get_by_role("heading", name="Overstapdossier nakijken").wait_for()


def _neem_plan_over(mens: Mens) -> list[str]:
    """Take the plan that ran over, and see its last day in the agenda."""
    mens.page.get_by_role("link", name="Plannen", exact=True).first.click()
    mens.page.get_by_role("heading", name="Van de vorige school").wait_for()
    fouten = overtredingen(mens.page)
    kaart = mens.page.locator("article", has_text="van de vorige school").first
    doel, dag = kaart.locator("p strong").first.inner_text(), kaart.get_by_label("Wanneer kijkt u terug?").input_value()
    kaart.get_by_role("button", name="Neem dit plan over").click()
    mens.page.get_by_text("Het plan loopt nu bij u.").wait_for()
    mens.ga("/agenda")
    terug = date.fromisoformat(dag)
    in_agenda = mens.page.locator("ol.agenda > li", has_text=f"{terug.day} {MAANDEN[terug.month - 1]} {terug.year}")
    in_agenda.get_by_text(doel).wait_for()
    return fouten


def test_a_pupil_goes_whole_from_one_installation_to_another(
    mens: Callable[..., Mens], tweede_adres: str, tmp_path: Path
) -> None:
    hier = mens("directeur@voorbeeld.nl")
    daar = mens("directeur.duinpad@voorbeeld.nl", SMAL, waar=tweede_adres)
    kaarten = _kaart(hier, HIER, tmp_path / "hier.json"), _kaart(daar, DAAR, tmp_path / "daar.json")
    _neem_aan(hier, HIER, kaarten[1])
    _neem_aan(daar, DAAR, kaarten[0])

    hier.ga(f"{HIER}/leerlingen")
    hier.page.get_by_role("link", name="Pip Kwast").click()
    hier.page.get_by_role("link", name="Overstap").first.click()
    hier.page.get_by_text("Passend-bestand, op slot voor deze school").first.wait_for()
    fouten = overtredingen(hier.page)
    bestand = tmp_path / "pip.passend"
    _haal(hier.page, "Passend-bestand, op slot voor deze school").save_as(bestand)
    _lever_in(daar, bestand)
    daar.page.get_by_text("Hoe het lezen gaat en wat daarbij helpt.").wait_for()  # noted in the case: nobody asks twice
    fouten += overtredingen(daar.page)
    daar.page.get_by_label("Eerste schooldag bij u").fill(timezone.localdate().isoformat())
    daar.page.get_by_role("button", name="Schrijf in en neem over").click()
    daar.page.get_by_role("heading", name="Pip Kwast").wait_for()
    daar.page.get_by_role("link", name="Begeleiding die is gegeven of nodig is (vorige school)").first.wait_for()
    fouten += _neem_plan_over(daar)
    _lever_in(daar, bestand)
    daar.page.get_by_text("Dit bestand is overgenomen").wait_for()
    bewijs = tmp_path / "bewijs.json"
    _haal(daar.page, "Ontvangstbewijs voor de andere school", is_link=True).save_as(bewijs)
    hier.page.reload()
    hier.page.set_input_files("#bewijs", bewijs)
    hier.page.get_by_role("button", name="Lees het bewijs").click()
    hier.page.get_by_text("ontvangen op").wait_for()

    assert b"Kwast" not in bestand.read_bytes()
    assert fouten == []


def test_a_pupil_goes_by_oso_out_of_one_installation_and_into_another(
    mens: Callable[..., Mens], tweede_adres: str, tmp_path: Path
) -> None:
    hier = mens("directeur@voorbeeld.nl", SMAL)
    daar = mens("directeur.duinpad@voorbeeld.nl", waar=tweede_adres)
    bestand = tmp_path / "pip.xml"

    hier.ga(f"{HIER}/leerlingen")
    hier.page.get_by_role("link", name="Pip Kwast").click()
    hier.page.get_by_role("link", name="Overstap").first.click()
    overstap = hier.page.url
    hier.page.get_by_role("button", name="OSO-bestand voor de andere school").click()
    hier.page.get_by_text("Dit kan nog niet").wait_for()
    fouten = overtredingen(hier.page)
    hier.page.get_by_role("link", name="Leg het nummer vast").click()
    hier.page.get_by_label("Burgerservicenummer").fill(NUMMER)
    hier.page.get_by_role("button", name="Bewaar het nummer").click()
    hier.page.get_by_text("Het nummer is bewaard, versleuteld.").wait_for()
    hier.page.goto(overstap)
    _haal(hier.page, "OSO-bestand voor de andere school").save_as(bestand)
    _lever_in(daar, bestand)
    daar.page.get_by_text("de directeur legt het zelf vast, van een officieel stuk").wait_for()
    fouten += overtredingen(daar.page)
    daar.page.get_by_label("Eerste schooldag bij u").fill(timezone.localdate().isoformat())
    daar.page.get_by_role("button", name="Schrijf in en neem over").click()
    daar.page.get_by_role("heading", name="Pip Kwast").wait_for()
    daar.page.get_by_role("link", name="Schoolloopbaan (vorige school)").first.wait_for()
    daar.page.get_by_role("link", name="Onderwijskundig rapport, zoals de ouders het kregen").first.wait_for()

    assert NUMMER.encode() in bestand.read_bytes()
    assert NUMMER not in daar.page.content()
    assert fouten == []
