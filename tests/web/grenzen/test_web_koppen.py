"""What every answer tells the browser: load nothing from elsewhere, run nothing that stands in the page."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.paginas import maak_regio, meld_aan
from tests.web.grenzen.wereld import maak_wereld

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
OVERAL = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
BELEID = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'"
)
LOSSE_CODE = re.compile(r"<script(?![^>]*\bsrc=)|<style\b|\sstyle=|\son\w+=|javascript:", re.IGNORECASE)


def test_every_page_says_so_and_keeps_to_it() -> None:
    wereld = maak_wereld()
    client = meld_aan(wereld.regio.eigen.directeur)
    beheer = meld_aan(wereld.regio.eigen.adviseur)

    bekeken, anders, losse_code = 0, {}, {}
    for naam, rij in wereld.rijen.items():
        antwoord = (beheer if naam.startswith("sjabl") else client).get(
            reverse(naam, kwargs=rij.waarden or None), rij.velden
        )
        gezegd = {kop: antwoord.get(kop) for kop in (*OVERAL, "Content-Security-Policy")}
        if gezegd != {**OVERAL, "Content-Security-Policy": BELEID}:
            anders[naam] = gezegd
        if antwoord.get("Content-Type", "").startswith("text/html") and antwoord.status_code == 200:
            bekeken += 1
            losse_code[naam] = LOSSE_CODE.findall(antwoord.content.decode())

    assert bekeken >= 19
    assert anders == {}
    assert {naam: gevonden for naam, gevonden in losse_code.items() if gevonden} == {}


@pytest.mark.parametrize("naam", ["schoolgids.html", "ouders.nl.html", "ouders.en.html"])
def test_page_that_is_a_document_may_load_nothing_at_all(naam: str) -> None:
    wereld = maak_wereld()

    antwoord = meld_aan(wereld.regio.eigen.directeur).get(f"/school/99AA00/documenten/{naam}")

    beleid = antwoord["Content-Security-Policy"]
    assert beleid == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert {kop: antwoord.get(kop) for kop in OVERAL} == OVERAL
    assert re.findall(r"<script\b", antwoord.content.decode()) == []


@pytest.mark.parametrize("pad", ["/bestaat-niet", "/school/99AA00/profiel", "/aanmelden/demo"])
def test_error_page_says_so_too(pad: str) -> None:
    regio = maak_regio()

    antwoord = meld_aan(regio.ander.directeur).get(pad)

    assert antwoord.status_code in {403, 404, 405}
    assert {kop: antwoord.get(kop) for kop in OVERAL} == OVERAL
    assert antwoord["Content-Security-Policy"] == BELEID


def test_server_is_reached_over_https_only_and_its_cookies_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "alleen-voor-deze-test" * 3)
    monkeypatch.setenv("ALLOWED_HOSTS", "passend.example")
    from passend.config.settings import production  # reads the environment when it is first imported

    assert (production.SECURE_SSL_REDIRECT, production.SESSION_COOKIE_SECURE, production.CSRF_COOKIE_SECURE) == (
        True,
        True,
        True,
    )
    assert production.SECURE_HSTS_SECONDS >= 31_536_000
    assert production.CSRF_TRUSTED_ORIGINS == ["https://passend.example"]
    assert production.DEBUG is False


def test_cookie_of_the_form_key_stays_on_this_site() -> None:
    koekje = Client().get("/aanmelden").cookies["csrftoken"]

    assert koekje["samesite"] == "Lax"
