"""What every answer tells the browser: load nothing from elsewhere, run nothing that stands in the page."""

import base64
import hashlib
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.paginas import maak_regio, meld_aan
from tests.web.grenzen.wereld import maak_wereld

from passend.uitwisseling.uitgaven import Vorm
from passend.web.koppen import GEEN_HTTPS, GEEN_TOESTELLEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
OVERAL = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": GEEN_TOESTELLEN,
}
BELEID = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'"
)
INGELEVERD = (
    "opp_bestand",
    "stukbestand",
    "aanmeldscan",
    "overstap_bijlage",
    "rapport_scan",
)  # what somebody handed in, as it is
STRENGER = dict.fromkeys(INGELEVERD, "default-src 'none'; sandbox")
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
        if gezegd != {**OVERAL, "Content-Security-Policy": STRENGER.get(naam, BELEID)}:
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

    stijl = re.search(rb"<style>(.*?)</style>", antwoord.content, re.DOTALL)
    assert stijl is not None
    som = base64.b64encode(hashlib.sha256(stijl[1]).digest()).decode()
    assert antwoord["Content-Security-Policy"] == (
        f"default-src 'none'; style-src 'sha256-{som}'; img-src data:; object-src 'none'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    )
    assert LOSSE_CODE.findall(antwoord.content.decode().replace("<style>", "", 1)) == []
    assert {kop: antwoord.get(kop) for kop in OVERAL} == OVERAL


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
    monkeypatch.setenv("DEBUG", "true")
    monkeypatch.setenv("MAIL_HOST", "mail.example")
    monkeypatch.setenv("PASSEND_SLEUTELS", "YWxsZWVuLXZvb3ItZGUtdGVzdHMtdmFuLXBhc3NlbmQ=")
    from passend.config.settings import production  # reads the environment when it is first imported

    assert (production.SECURE_SSL_REDIRECT, production.SESSION_COOKIE_SECURE, production.CSRF_COOKIE_SECURE) == (
        True,
        True,
        True,
    )
    assert production.SECURE_HSTS_SECONDS >= 31_536_000
    assert production.SECURE_HSTS_INCLUDE_SUBDOMAINS is True
    assert production.LANGUAGE_COOKIE_SECURE is True
    namen = (production.SESSION_COOKIE_NAME, production.CSRF_COOKIE_NAME, production.LANGUAGE_COOKIE_NAME)
    assert [naam for naam in namen if not naam.startswith("__Host-")] == []
    assert production.CSRF_TRUSTED_ORIGINS == ["https://passend.example"]
    assert production.DEBUG is False
    assert production.DEMONSTRATIE is False


@pytest.mark.parametrize("pad", ["/scholen/99AA00/editie/1/aanbod.json", "/agenda/feed/1/geheim.ics", "/x/aanbod.csv"])
def test_program_that_comes_without_https_is_refused_and_not_led_on(settings: Any, pad: str) -> None:
    settings.SECURE_SSL_REDIRECT = True
    maak_wereld()

    open_ = Client().get(pad)

    assert (open_.status_code, open_["Content-Type"]) == (403, "text/plain; charset=utf-8")
    assert open_.content.decode() == GEEN_HTTPS
    assert "Location" not in open_
    assert Client().get(pad, secure=True).content.decode() != GEEN_HTTPS


def test_person_who_comes_without_https_is_led_on(settings: Any) -> None:
    settings.SECURE_SSL_REDIRECT = True

    antwoord = Client().get("/aanmelden")

    assert (antwoord.status_code, antwoord["Location"]) == (301, "https://testserver/aanmelden")


def test_every_cookie_stays_on_this_site_and_out_of_reach_of_scripts() -> None:
    client = Client()
    client.get("/aanmelden")
    client.post("/taal", {"language": "en", "next": "/"})
    client.force_login(maak_regio().eigen.directeur)
    client.post("/afmelden/overal")  # leaves a message for the next page

    vlaggen = {naam: (koekje["samesite"], koekje["httponly"]) for naam, koekje in client.cookies.items()}
    assert vlaggen == dict.fromkeys(("csrftoken", "django_language", "sessionid"), ("Lax", True))


@pytest.mark.parametrize("pad", ["/static/passend/passend.js", "/static/passend/merk.svg"])
def test_file_beside_the_pages_says_so_too(pad: str) -> None:
    antwoord = Client().get(pad)

    assert antwoord.status_code == 200
    vast = {kop: waarde for kop, waarde in OVERAL.items() if kop != "X-Frame-Options"}  # obsolete beside the policy
    assert {kop: antwoord.get(kop) for kop in vast} == vast
    assert antwoord["Content-Security-Policy"] == BELEID
    assert "Access-Control-Allow-Origin" not in antwoord


def test_every_answer_names_its_kind_and_text_its_alphabet_and_no_other_site_may_read_it() -> None:
    wereld = maak_wereld()
    client, elders = meld_aan(wereld.regio.eigen.directeur), {"Origin": "https://elders.example"}
    paden = [reverse(naam, kwargs=rij.waarden or None) for naam, rij in wereld.rijen.items()]
    paden += [f"/school/99AA00/documenten/{vorm.bestandsnaam}" for vorm in Vorm]
    paden += ["/bestaat-niet", "/static/passend/passend.js", "/static/passend/theme.css", "/static/passend/merk.svg"]

    antwoorden = {pad: client.get(pad, headers=elders) for pad in paden}

    gezegd = {pad: antwoord.get("Content-Type", "") for pad, antwoord in antwoorden.items()}
    met_inhoud = {pad: soort for pad, soort in gezegd.items() if antwoorden[pad].status_code not in {302, 301}}
    assert len(met_inhoud) > 40
    assert [pad for pad, soort in met_inhoud.items() if not re.match(r"(text|application|image)/[\w.+-]+", soort)] == []
    tekst = {pad: soort for pad, soort in met_inhoud.items() if soort.startswith("text/")}
    assert {pad: soort for pad, soort in tekst.items() if not re.search(r'charset="?utf-8', soort)} == {}
    assert [pad for pad, antwoord in antwoorden.items() if "Access-Control-Allow-Origin" in antwoord] == []


@pytest.mark.parametrize("pad", ["/", "/aanmelden", "/static/passend/passend.js", "/taal"])
def test_request_is_never_repeated_word_for_word(pad: str) -> None:
    antwoord = Client().trace(pad, headers={"Cookie": "sessionid=geheim"})

    assert (antwoord.status_code, antwoord["Allow"], antwoord.content) == (405, "GET, HEAD, POST", b"")


def test_no_answer_to_somebody_who_is_signed_in_is_kept_on_the_way(client: Client) -> None:
    wereld = maak_wereld()
    client = meld_aan(wereld.regio.eigen.directeur)

    gezegd = {
        naam: client.get(reverse(naam, kwargs=rij.waarden or None), rij.velden).get("Cache-Control", "")
        for naam, rij in wereld.rijen.items()
    }

    bewaard = {
        naam for naam, kop in gezegd.items() if naam not in {"uitgave", "school", "editie"} and "no-store" not in kop
    }
    assert bewaard == set()
    openbaar = {naam for naam, kop in gezegd.items() if "public" in kop}
    assert openbaar == {"uitgave"}  # an output of an edition is the same for everybody
    assert {naam: kop for naam, kop in gezegd.items() if naam not in openbaar and "private" not in kop} == {}


@pytest.mark.parametrize("pad", ["/school/99AA00/profiel", "/school/99ZZ00/profiel", "/bestaat-niet"])
def test_refusal_to_somebody_who_is_signed_in_is_kept_by_no_browser(pad: str) -> None:
    antwoord = meld_aan(maak_regio().ander.directeur).get(pad)

    assert antwoord.status_code in {403, 404}
    assert antwoord["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("pad", ["/afmelden", "/afmelden/overal"])
def test_browser_forgets_what_it_kept_when_somebody_signs_out(pad: str) -> None:
    client = meld_aan(maak_regio().eigen.directeur)

    assert client.post(pad)["Clear-Site-Data"] == '"cache", "storage"'
    assert "Clear-Site-Data" not in Client().get("/")
