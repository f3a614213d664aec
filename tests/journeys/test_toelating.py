"""Admission in a browser: in time, extended, refused, full, a place for the time being, and removal."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.journeys.conftest import Mens, overtredingen

pytestmark = [pytest.mark.browser]
SCHOOL = "/school/99AA00"
DIRECTEUR = "directeur@voorbeeld.nl"


def _dag(dagen: int) -> str:
    return (datetime.now(UTC).astimezone().date() + timedelta(days=dagen)).isoformat()


def _noteer(mens: Mens, naam: str, dagen: int, hulp: str = "Extra hulp nodig", jaar: int = 6) -> None:
    """A registration on paper that came in so many days ago; its case is the page one is at."""
    page = mens.page
    mens.ga(f"{SCHOOL}/aanmeldingen/nieuw")
    for veld in ("De ouders vroegen het op", "De school ontving het op"):
        page.get_by_label(veld).fill(_dag(-dagen))
    page.get_by_label("Voornaam").fill(naam)
    page.get_by_label("Achternaam").fill("Reiziger")
    page.get_by_label("Geboren op").fill(date(datetime.now(UTC).year - jaar, 2, 1).isoformat())
    page.get_by_label(hulp, exact=True).check()
    page.get_by_role("group", name="Ouder of verzorger").first.get_by_label("Naam").fill("Sanne Reiziger")
    _stuur(page, "Noteer de aanmelding")
    page.get_by_role("heading", level=1, name=f"{naam} Reiziger").wait_for()


def _vak(page: Page, titel: str) -> Locator:
    """One of the short forms, opened; that of the next step is open already."""
    vak = page.locator("details", has=page.locator("summary", has_text=re.compile(f"^{titel}")))
    if vak.first.get_attribute("open") is None:
        vak.locator("summary").first.click()
    return vak.first


def _stuur(vak: Page | Locator, knop: str) -> None:
    """Press a button, and be on the page that answers it before anything else is done."""
    pagina = vak if isinstance(vak, Page) else vak.page
    with pagina.expect_navigation():
        vak.get_by_role("button", name=knop).first.click()


def _besluit(page: Page, keuze: str, waarom: str) -> None:
    vak = _vak(page, r"\s*Neem het besluit")
    vak.get_by_label(keuze, exact=True).check()
    vak.get_by_label("Waarom? De ouders lezen dit in de brief.").fill(waarom)
    _stuur(vak, "Leg het besluit vast")


def test_child_is_admitted_in_time_and_becomes_a_pupil(mens: Callable[..., Mens]) -> None:
    directeur = mens(DIRECTEUR)
    page = directeur.page
    _noteer(directeur, "Tijdig", 10)
    expect(page.get_by_role("img", name="De data van deze aanmelding op een lijn.")).to_be_visible()
    assert overtredingen(page) == []

    _besluit(page, "Toelaten", "Welkom.")
    _stuur(page, "Schrijf in")

    page.get_by_role("link", name="Naar het dossier van de leerling").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tijdig Reiziger")
    expect(page.get_by_text("Sanne Reiziger").first).to_be_visible()


def test_term_is_extended_once_with_a_letter(mens: Callable[..., Mens]) -> None:
    directeur = mens(DIRECTEUR)
    page = directeur.page
    _noteer(directeur, "Verlengd", 30)
    vak = _vak(page, "Verleng de termijn")
    vak.get_by_label("Het besluit komt uiterlijk op").fill(_dag(20))
    vak.get_by_label("Waarom? De ouders lezen dit in de brief.").fill("De orthopedagoog komt nog.")
    _stuur(vak, "Verleng, met een brief")

    expect(page.get_by_role("link", name="Verlenging")).to_be_visible()
    expect(page.get_by_text("Verleng de termijn")).to_have_count(0)


def test_child_is_refused_once_another_school_is_willing_and_not_before(mens: Callable[..., Mens]) -> None:
    directeur = mens(DIRECTEUR)
    page = directeur.page
    _noteer(directeur, "Elders", 20)
    keuze = "Weigeren: Een andere school past beter en wil het kind toelaten"
    _besluit(page, keuze, "Een kleine groep past beter.")
    expect(page.get_by_role("alert")).to_contain_text("Overleg eerst met de ouders")

    vak = _vak(page, "Wat heeft het kind nodig")
    vak.get_by_label("Extra hulp nodig", exact=True).check()
    vak.get_by_label("Waar baseert u dat op?").fill("Observatie.")
    _stuur(vak, "Noteer")
    vak = _vak(page, "Gepraat met de ouders")
    vak.get_by_label("Wat zeiden de ouders?").fill("Zij willen een kleine groep.")
    _stuur(vak, "Noteer")
    vak = _vak(page, r"\s*Vraag een school")
    vak.get_by_label("Of typ de naam").fill("De Schelp")
    vak.get_by_label("En de plaats").fill("Zeestad")
    vak.get_by_label("Wat voor school is het?").select_option("sbo")
    _stuur(vak, "Noteer dat u haar vroeg")
    vak = _vak(page, r"\s*Vraag een school")
    vak.get_by_label("Ja, wij laten het kind toe").check()
    vak.get_by_label("Wie zei het, en waarom?").fill("De directeur van De Schelp.")
    vak.get_by_label("De toelaatbaarheidsverklaring is aangevraagd").check()
    _stuur(vak, "Noteer het antwoord")
    _besluit(page, keuze, "Een kleine groep past beter.")

    expect(page.get_by_role("heading", name="Het besluit: geweigerd")).to_be_visible()
    expect(page.locator(".zaakdata").get_by_text("Laatste dag voor bezwaar")).to_be_visible()


def test_full_school_refuses_only_by_a_policy_that_was_public(mens: Callable[..., Mens]) -> None:
    directeur = mens(DIRECTEUR)
    page = directeur.page
    _noteer(directeur, "Vol", 20, jaar=8)
    vak = _vak(page, "De groep is vol")
    vak.get_by_label("Welke groep?").select_option("5")
    vak.get_by_label("Hoeveel plaatsen zijn er, en hoeveel kinderen?").fill("28 plaatsen, 28 kinderen.")
    vak.get_by_label("Het beleid is voor dit kind gevolgd").check()
    _stuur(vak, "Noteer")

    _besluit(page, "Weigeren: Er is geen plaats", "Groep 5 heeft 28 kinderen.")

    expect(page.get_by_role("heading", name="Het besluit: geweigerd")).to_be_visible()


def test_child_without_a_decision_gets_a_place_after_ten_weeks(mens: Callable[..., Mens]) -> None:
    directeur = mens(DIRECTEUR)
    page = directeur.page
    _noteer(directeur, "Wacht", 75)
    expect(page.get_by_text("Er is na tien weken geen besluit")).to_be_visible()

    _stuur(page, "Geef een tijdelijke plek")
    _stuur(page, "Schrijf in")

    expect(page.get_by_role("link", name="Naar het dossier van de leerling")).to_be_visible()


def test_pupil_is_removed_only_when_another_school_has_it(mens: Callable[..., Mens]) -> None:
    directeur = mens(DIRECTEUR)
    page = directeur.page
    directeur.ga(f"{SCHOOL}/leerlingen")
    page.locator("main tbody a").first.click()
    page.get_by_role("link", name="Dossier", exact=True).first.click()
    page.get_by_role("link", name="Schorsen of verwijderen").click()
    vak = _vak(page, r"\s*Begin de weg")
    vak.get_by_label("Waarom wil het bestuur dit?").fill("De school kan geen veilige plek meer bieden.")
    _stuur(vak, "Begin")
    for titel, veld, waarde in (
        ("De leerkracht is gehoord", "Wat zei de leerkracht?", "Alles is geprobeerd."),
        ("De ouders zijn gehoord", "Wat zeiden de ouders?", "Zij begrijpen het."),
    ):
        vak = _vak(page, titel)
        vak.get_by_label(veld).fill(waarde)
        _stuur(vak, "Noteer")
    vak = _vak(page, r"\s*Vraag een school")
    vak.get_by_label("Of typ de naam").fill("De Schelp")
    vak.get_by_label("En de plaats").fill("Duinrand")
    _stuur(vak, "Noteer dat u haar vroeg")
    vak = _vak(page, r"\s*Vraag een school")
    vak.get_by_text("Ja, wij laten het kind toe").click()
    vak.get_by_label("Wie zei het, en waarom?").fill("De directeur, per mail.")
    _stuur(vak, "Noteer het antwoord")
    vak = _vak(page, r"\s*Neem het besluit")
    vak.get_by_label("Waarom? De ouders lezen dit in de brief.").fill("De veiligheid kan niet anders.")
    _stuur(vak, "Leg het besluit vast")
    expect(page.get_by_text("besloten, het kind blijft nog")).to_be_visible()
    for titel, veld, waarde in (
        ("Gemeld aan de gemeente", "Hoe, en waar staat het bewijs?", "Brief van vandaag."),
        ("Het kind staat op een andere school", "Van wie hoorde u dit", "Een mail van De Schelp."),
    ):
        vak = _vak(page, titel)
        vak.get_by_label(veld).fill(waarde)
        _stuur(vak, "Noteer")

    expect(page.get_by_role("link", name="Schrijf het kind nu uit in het dossier")).to_be_visible()
