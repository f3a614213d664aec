"""axe finds nothing on the pages of pupils and on those of the second step, in both widths and both modes."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.journeys.conftest import BREED, SMAL, Mens, bezwaren
from tests.journeys.echt import maak_directeur, speel_sleutel
from tests.web.aanmelden.stappen import code

pytestmark = [pytest.mark.browser]
SCHOOL = "/school/99AA00"
VOORBEELD = Path(__file__).resolve().parents[2] / "docs" / "gebruiker" / "voorbeeld" / "leerlingen-de-wilgenboom.csv"
SCHERMEN = pytest.mark.parametrize(
    ("maat", "kleuren"),
    [(BREED, "light"), (SMAL, "dark")],  # what fits does not hang on the colours, nor the contrast on the width
    ids=["wide light", "narrow dark"],
)


def _pip(iemand: Mens, lijst: str) -> str:
    """The address of the file of a pupil of the demonstration, as a link on a page leads to it."""
    iemand.ga(lijst)
    return str(iemand.page.get_by_role("link", name="Pip Kwast").get_attribute("href"))


def _noor(ib: Mens) -> str:
    """The address of a plan that waits for a parent."""
    ib.ga(f"{SCHOOL}/opp")
    return str(ib.page.get_by_role("link", name="Noor Helmgras").get_attribute("href"))


def _bram(ouder: Mens) -> str:
    """The address of the file of a pupil with a removal, as the page of the parent leads to it."""
    ouder.ga("/kinderen")
    return str(ouder.page.get_by_role("link", name="Bram Zoutman").first.get_attribute("href"))


def _groepsplan(leerkracht: Mens) -> str:
    """The address of a plan of the group of a teacher, in which clusters point at the profile and at needs."""
    leerkracht.ga(f"{SCHOOL}/groepen")
    return str(leerkracht.page.locator('a[href*="/groepsplan/"]').first.get_attribute("href"))


def _ouder(ib: Mens, dossier: str) -> str:
    """The address of the page on which a parent of a pupil is changed."""
    ib.ga(dossier)
    return str(ib.page.locator('a[href*="/ouder/"]').first.get_attribute("href"))


@SCHERMEN
def test_pages_of_pupils_are_accessible_and_fit_the_screen(
    mens: Callable[..., Mens], maat: tuple[int, int], kleuren: str
) -> None:
    fouten: dict[str, list[str]] = {}

    def kijk(iemand: Mens, naam: str, pad: str) -> None:
        iemand.ga(pad)
        fouten[naam] = bezwaren(iemand, maat[0])

    namen = ("ib", "directeur", "leerkracht", "ouder", "deskundige", "bestuur")
    ib, directeur, leerkracht, ouder, deskundige, bestuur = (
        mens(f"{naam}@voorbeeld.nl", maat, kleuren) for naam in namen
    )
    dossier = _pip(ib, f"{SCHOOL}/leerlingen")
    ib.ga(dossier)
    stuk = str(
        ib.page.locator(".dossier").get_by_role("link", name="Lezen gaat moeizaam", exact=True).get_attribute("href")
    )
    for naam, iemand, pad in (
        ("ib lijst", ib, f"{SCHOOL}/leerlingen"),
        ("ib lijst leeg", ib, f"{SCHOOL}/leerlingen?q=zzz"),
        ("ib inschrijven", ib, f"{SCHOOL}/leerlingen/nieuw"),
        ("ib dossier", ib, dossier),
        ("ib dossier toen", ib, f"{dossier}?geldig_op=2026-01-01&bekend_op=2026-01-01"),
        ("ib stuk", ib, stuk),
        ("ib ingezien", ib, f"{dossier}/ingezien"),
        ("ib volgen", ib, f"{dossier}/volgen"),
        ("leerkracht toets typen", leerkracht, f"{dossier}/toets"),
        ("ib signalen", ib, f"{SCHOOL}/signalen"),
        ("ib lesvrij", ib, f"{SCHOOL}/lesvrij"),
        ("leerkracht noteren", leerkracht, f"{SCHOOL}/noteren"),
        ("leerkracht toets", leerkracht, f"{SCHOOL}/noteren/toets"),
        ("ouder volgen", ouder, f"{dossier}/volgen"),
        ("ib gegevens", ib, f"{dossier}/gegevens"),
        ("ib ouder", ib, _ouder(ib, dossier)),
        ("leerkracht lijst", leerkracht, f"{SCHOOL}/leerlingen"),
        ("leerkracht dossier", leerkracht, dossier),
        ("leerkracht geweigerd", leerkracht, f"{dossier}/ingezien"),
        ("ouder kinderen", ouder, "/kinderen"),
        ("ouder dossier", ouder, dossier),
        ("ouder stuk", ouder, stuk),
        ("ouder ingezien", ouder, f"{dossier}/ingezien"),
        ("deskundige kinderen", deskundige, "/kinderen"),
        ("deskundige dossier", deskundige, dossier),
        ("leerkracht groepsoverzicht", leerkracht, f"{SCHOOL}/groepen"),
        ("leerkracht groepsplan", leerkracht, _groepsplan(leerkracht)),
        ("leerkracht plannen", leerkracht, f"{dossier}/plannen"),
        ("ouder plannen", ouder, f"{dossier}/plannen"),
        ("ib groepen", ib, f"{SCHOOL}/groepen"),
        ("ib leerkrachten", ib, f"{SCHOOL}/groepen/leerkrachten"),
        ("ib rondes", ib, f"{SCHOOL}/plannen/instellingen"),
        ("ib verzoeken", ib, f"{SCHOOL}/verzoeken"),
        ("ib plannen", ib, f"{SCHOOL}/opp"),
        ("ib plan vast", ib, f"{dossier}/opp"),
        ("ib plan concept", ib, _noor(ib)),
        ("ib kind", ib, f"{_noor(ib)}/stem"),
        ("ib plan voor ouders", ib, f"{_noor(ib)}/ouders"),
        ("ib groepen", ib, f"{SCHOOL}/groepsstem"),
        ("ouder plan", ouder, f"{dossier}/opp/ouders"),
        ("ib inlezen", ib, f"{SCHOOL}/leerlingen/inlezen"),
        ("ib toetsen inlezen", ib, f"{SCHOOL}/toetsen/inlezen"),
        ("ib vandaag", ib, "/start"),
        ("directeur bewaren", directeur, f"{SCHOOL}/bewaren"),
        ("directeur nummer", directeur, f"{dossier}/burgerservicenummer"),
        ("bestuur bewaren", bestuur, f"{SCHOOL}/bewaren"),
        ("ib overleg", ib, f"{SCHOOL}/overleg"),
        ("ib overleg van leerling", ib, f"{dossier}/overleg"),
        ("ib blad gepland", ib, f"{dossier}/overleg/2"),
        ("ib blad gesloten", ib, f"{dossier}/overleg/1"),
        ("leerkracht groepsoverleg", leerkracht, f"{SCHOOL}/groepsoverleg/3"),
        ("ouder blad", ouder, f"{dossier}/overleg/2"),
        ("deskundige blad", deskundige, f"{dossier}/overleg/2"),
        ("ib overstap", ib, f"{SCHOOL}/overstap"),
        ("ib overstapbestand", ib, f"{SCHOOL}/overstap/1"),
        ("directeur rapport", directeur, f"{dossier}/overstap"),
        ("ouder rapport", ouder, f"{dossier}/overstap"),
        ("ib agenda", ib, "/agenda"),
        ("ouder agenda", ouder, "/agenda"),
        ("directeur aanmeldingen", directeur, f"{SCHOOL}/aanmeldingen"),
        ("directeur aanmelding", directeur, _aanmelding(directeur)),
        ("directeur nieuwe aanmelding", directeur, f"{SCHOOL}/aanmeldingen/nieuw"),
        ("directeur plaatsruimte", directeur, f"{SCHOOL}/plaatsruimte"),
        ("directeur schorsing", directeur, f"{dossier}/schorsing"),
        ("ouder verwijdering", moeder := mens("ouder4@voorbeeld.nl", maat, kleuren), f"{_bram(moeder)}/verwijdering"),
        ("ouder meldt aan", ouder, "/scholen/99AA00/aanmelden"),
        ("directeur noodinzage", directeur, f"{SCHOOL}/noodinzage"),
        ("directeur mensen", directeur, f"{SCHOOL}/mensen"),
    ):
        kijk(iemand, naam, pad)
    fouten["ib kolommen"], fouten["ib nakijken"] = _lees_in(ib, maat[0])
    elders = mens("ib.zandloper@voorbeeld.nl", maat, kleuren)
    _breek_glas(elders.page, elders)
    fouten["vervanger dossier"] = bezwaren(elders, maat[0])
    kijk(directeur, "directeur leest van de vervanger", f"{SCHOOL}/noodinzage")
    fouten["formulier geweigerd"] = _leeg_stuk(ib, dossier, maat[0])

    assert {naam: gevonden for naam, gevonden in fouten.items() if gevonden} == {}


def _aanmelding(directeur: Mens) -> str:
    """The first case of the list."""
    directeur.ga(f"{SCHOOL}/aanmeldingen")
    adres = directeur.page.locator("main tbody a").first.get_attribute("href")
    assert adres is not None
    return adres


def _lees_in(ib: Mens, breedte: int) -> tuple[list[str], list[str]]:
    """What is found on the page of the columns of a list, and on that of what it changes; nothing is carried out."""
    ib.ga(f"{SCHOOL}/leerlingen/inlezen")
    with ib.page.expect_navigation():
        ib.page.set_input_files("#bestand", VOORBEELD)
    ib.page.wait_for_url("**/kolommen")
    kolommen = bezwaren(ib, breedte)
    ib.page.get_by_role("button", name="Verder naar nakijken").click()
    ib.page.wait_for_load_state()
    gevonden = kolommen, bezwaren(ib, breedte)
    ib.page.get_by_role("link", name="Kolommen aanpassen").wait_for()
    return gevonden


def _breek_glas(page: Page, iemand: Mens) -> None:
    iemand.ga("/school/99AB00/noodinzage")
    page.get_by_label("Bij welke school?").select_option("99AA00")
    page.get_by_label("Voornaam van de leerling").fill("Pip")
    page.get_by_label("Achternaam van de leerling").fill("Kwast")
    page.get_by_label("Waarom heeft u het nu nodig?").fill("De ib-er is ziek en er is nu een gesprek.")
    page.get_by_role("button", name="Open het dossier").click()
    page.get_by_text("U bent hier als vervanger").wait_for()


def _leeg_stuk(ib: Mens, dossier: str, breedte: int) -> list[str]:
    ib.ga(dossier)
    ib.page.get_by_text("Leg iets vast").click()
    ib.page.get_by_label("Waarover gaat het?").fill(" ")
    ib.page.get_by_label("Wat is er?").fill(" ")
    ib.page.get_by_role("button", name="Leg vast").click()
    ib.page.get_by_role("alert").wait_for()
    return bezwaren(ib, breedte)


@SCHERMEN
def test_pages_of_the_second_step_are_accessible_and_fit_the_screen(
    mens: Callable[..., Mens], tmp_path: Path, maat: tuple[int, int], kleuren: str
) -> None:
    maak_directeur(tmp_path / "passend.sqlite3")
    tess = mens(maat=maat, kleuren=kleuren)
    tess.adres = tess.adres.replace("127.0.0.1", "localhost")  # a passkey belongs to a name, not to a number
    page, fouten = tess.page, {}
    speel_sleutel(page)
    _meld_aan(tess)
    geheim = _koppel_app(tess)
    _maak_sleutel(tess)

    tess.ga("/account")
    fouten["overzicht"] = bezwaren(tess, maat[0])
    weg = str(page.get_by_role("link", name=re.compile("Haal weg")).get_attribute("href"))
    for naam, pad in (
        ("app uit", "/account/app/weg"),
        ("sleutel weg", weg),
        ("nieuwe codes", "/account/herstelcodes/nieuw"),
        ("herstelcodes", "/account/herstelcodes"),
        ("code bevestigen", "/account/bevestigen/code"),
        ("sleutel bevestigen", "/account/bevestigen/sleutel"),
        ("nog een sleutel", "/account/sleutels/nieuw"),
        ("apparaten", "/account/apparaten"),
        ("wachtwoord", "/account/wachtwoord"),
    ):
        antwoord = page.goto(tess.adres + pad)
        assert antwoord is not None
        assert (naam, antwoord.status) == (naam, 200)
        fouten[naam] = bezwaren(tess, maat[0])
    tess.page.context.clear_cookies()
    _meld_aan(tess)
    page.wait_for_url("**/aanmelden/tweede-stap")
    fouten["code invoeren"] = bezwaren(tess, maat[0])
    page.get_by_label("Code van uw app").fill("000000")
    page.get_by_role("button", name="Verder").click()
    page.get_by_text("Deze code klopt niet").wait_for()
    fouten["code fout"] = bezwaren(tess, maat[0])
    page.get_by_label("Code van uw app").fill(code(geheim, 1))
    page.get_by_role("button", name="Verder").click()
    page.wait_for_url("**/start")

    assert {naam: gevonden for naam, gevonden in fouten.items() if gevonden} == {}


def _meld_aan(tess: Mens) -> None:
    tess.ga("/aanmelden")
    tess.page.fill("#id-login", "tess@school.example")
    tess.page.fill("#id-password", "een-lang-wachtwoord")
    tess.page.keyboard.press("Enter")
    tess.page.wait_for_url(re.compile("/(account|aanmelden/tweede-stap)$"))


def _koppel_app(tess: Mens) -> str:
    """Link an app; its secret."""
    tess.ga("/account/app")
    geheim = tess.page.locator("code.sleutel").first.inner_text()
    tess.page.get_by_label("Code van uw app").fill(code(geheim))
    tess.page.get_by_role("button", name="Koppel de app").click()
    tess.page.wait_for_url("**/account/herstelcodes")
    return geheim


def _maak_sleutel(tess: Mens) -> None:
    tess.ga("/account/sleutels/nieuw")
    tess.page.click("text=Maak de sleutel")
    tess.page.wait_for_url(re.compile("/account(/herstelcodes)?$"))
