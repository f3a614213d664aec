"""Choosing a language: Dutch unless somebody asked otherwise, on the page where they are, without a script."""

import pytest
from django.conf import settings
from django.test import Client
from lxml import html
from tests.factories.paginas import adres, maak_regio, meld_aan

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def _boom(antwoord: object) -> html.HtmlElement:
    return html.fromstring(antwoord.content.decode())  # type: ignore[attr-defined]


def _klik_taal(client: Client, pad: str) -> str:
    """Press the button as a browser without scripts does; the address it leads to."""
    [formulier] = _boom(client.get(pad)).xpath("//form[contains(@class, 'taal') or .//button[@name='language']]")
    [knop] = formulier.xpath(".//button[@name='language']")
    velden = {veld.get("name"): veld.get("value") for veld in formulier.iterfind(".//input")}
    assert (formulier.get("method"), knop.get("type", "submit")) == ("post", "submit")
    antwoord = client.post(formulier.get("action"), velden | {"language": knop.get("value")})
    assert antwoord.status_code == 302
    return str(antwoord["Location"])


@pytest.mark.parametrize("wens", ["en-GB,en;q=0.9", "", "nl"])
def test_site_begins_in_dutch_whatever_the_browser_asks(wens: str) -> None:
    antwoord = Client().get("/", headers={"Accept-Language": wens})

    assert _boom(antwoord).get("lang") == "nl"
    assert antwoord["Content-Language"] == "nl"
    assert "Welke hulp geeft een school?" in antwoord.content.decode()


def test_language_changes_where_one_is_and_stays() -> None:
    client, pad = Client(enforce_csrf_checks=True), "/?q=duin&plaats=Vlierdam"

    assert _klik_taal(client, pad) == pad
    engels = client.get(pad)
    assert (_boom(engels).get("lang"), engels["Content-Language"]) == ("en", "en")
    assert "What help does a school give?" in engels.content.decode()
    assert _boom(client.get("/aanmelden")).get("lang") == "en"
    assert _klik_taal(client, pad) == pad
    assert _boom(client.get(pad)).get("lang") == "nl"


def test_language_changes_on_a_page_of_the_school() -> None:
    school = maak_regio().eigen
    client, pad = meld_aan(school.directeur, enforce_csrf_checks=True), adres("vaststelling", school)

    assert _klik_taal(client, pad) == pad
    assert "From draft to public" in client.get(pad).content.decode()


def test_button_is_in_the_language_it_leads_to() -> None:
    client = Client()
    for taal, knop in (("nl", ("English", "en")), ("en", ("Nederlands", "nl"))):
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = taal
        [gevonden] = _boom(client.get("/")).xpath("//button[@name='language']")
        assert (gevonden.text, gevonden.get("lang")) == knop


@pytest.mark.parametrize("vreemd", ["fr", "nl-BE", "", "../en"])
def test_language_that_is_not_there_is_dutch(vreemd: str) -> None:
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = vreemd

    assert _boom(client.get("/")).get("lang") == "nl"


def test_error_page_is_english_too() -> None:
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    antwoord = client.get("/bestaat-niet")

    assert antwoord.status_code == 404
    assert _boom(antwoord).findtext(".//h1") == "This page does not exist"
    assert _boom(antwoord).findtext(".//title") == "This page does not exist · Passend"


def test_what_a_school_wrote_is_announced_as_dutch_on_an_english_page() -> None:
    school = maak_regio().eigen
    client = meld_aan(school.directeur)
    client.post(adres("profiel_nieuw", school))
    kop = "//section[@class='hoofdstuk']/h2"
    assert {kop.get("lang") for kop in _boom(client.get(adres("profiel", school))).xpath(kop)} == {None}

    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert {kop.get("lang") for kop in _boom(client.get(adres("profiel", school))).xpath(kop)} == {"nl"}
