"""Looking at a page changes nothing, and a form without its key is not taken."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.paginas import HTMX, adres, inhoud_van, maak_regio, meld_aan, zet_tweede_stap
from tests.factories.profielen import maak_profiel
from tests.web.grenzen.wereld import maak_wereld, zonder_logboek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
VERLOPEN = (
    "Dit formulier is verlopen U meldde zich opnieuw aan, of de pagina stond lang open. "
    "Ga terug, laad de pagina opnieuw en probeer het. Naar het begin"
)


@pytest.mark.parametrize("wie", ["directeur", "bestuurder", "adviseur"])
def test_walking_past_every_page_changes_no_row(wie: str) -> None:
    wereld = maak_wereld()
    client = meld_aan(getattr(wereld.regio.eigen, wie))
    vooraf = zonder_logboek()

    bekeken = [
        naam
        for naam, rij in wereld.rijen.items()
        for methode in (client.get, client.head)
        if methode(reverse(naam, kwargs=rij.waarden or None), rij.velden).status_code == 200
    ]

    assert len(bekeken) >= 2 * 17
    assert zonder_logboek() == vooraf


def test_form_of_every_address_is_refused_without_its_key_and_stores_nothing() -> None:
    wereld = maak_wereld()
    client = Client(enforce_csrf_checks=True)
    client.force_login(wereld.regio.eigen.directeur)
    zet_tweede_stap(client, wereld.regio.eigen.directeur)
    vooraf = zonder_logboek()

    antwoorden = {
        naam: client.post(reverse(naam, kwargs=rij.waarden or None), rij.velden)
        for naam, rij in wereld.rijen.items()
        if rij.sturen or rij.alles
    }

    assert len(antwoorden) >= 20
    assert {antwoord.status_code for antwoord in antwoorden.values()} == {403}
    assert {inhoud_van(antwoord) for antwoord in antwoorden.values()} == {VERLOPEN}
    assert zonder_logboek() == vooraf  # only the log tells that somebody tried


def test_form_with_the_key_of_its_page_is_taken() -> None:
    school = maak_regio().eigen
    maak_profiel(school)
    client = Client(enforce_csrf_checks=True)
    client.force_login(school.directeur)
    zet_tweede_stap(client, school.directeur)
    pagina = client.get(adres("team", school)).content.decode()
    sleutel = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', pagina)
    assert sleutel is not None

    antwoord = client.post(adres("ronde", school), {"csrfmiddlewaretoken": sleutel[1], "vraag": "Klopt dit?"})

    assert antwoord.status_code == 302
    assert "Klopt dit?" in inhoud_van(client.get(adres("team", school)))


def test_part_of_a_page_is_saved_with_the_key_in_its_frame() -> None:
    school = maak_regio().eigen
    maak_profiel(school)
    client = Client(enforce_csrf_checks=True)
    client.force_login(school.directeur)
    zet_tweede_stap(client, school.directeur)
    pagina = client.get(adres("profiel", school)).content.decode()
    sleutel = re.search(r'"X-CSRFToken": "(\w+)"', pagina)
    assert sleutel is not None
    velden = {"sleutel": "tekst:visie", "waarde": "Wij zien elk kind.", "versie": 1}

    zonder = client.post(adres("tekst", school), velden, headers=HTMX)
    met = client.post(adres("tekst", school), velden, headers={**HTMX, "X-CSRFToken": sleutel[1]})

    assert (zonder.status_code, met.status_code) == (403, 200)
    assert "<html" not in zonder.content.decode()
    assert 'name="versie" value="1"' in zonder.content.decode()
