"""A passkey in a real browser with an authenticator that Chromium plays: made, and used to sign in."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.journeys.conftest import Mens, overtredingen

pytestmark = pytest.mark.browser
MAAK = """
import django; django.setup()
from datetime import date
from passend.begrippen.rollen import Rolsoort
from passend.organisaties.queries import list_vestigingen
from passend.toegang.actions import create_account, grant_rol
wie = {"gebruikersnaam": "tess@school.example", "voornaam": "Tess", "achternaam": "Z"}
account = create_account(**wie, wachtwoord="een-lang-wachtwoord")
grant_rol(account=account, soort=Rolsoort.DIRECTEUR, bij=list_vestigingen().first(), geldig_van=date(2020, 8, 1))
"""


def _maak_directeur(database: Path) -> None:
    """Somebody real, with a role for which a second step is obligatory."""
    omgeving = {**os.environ, "DATABASE_URL": f"sqlite:///{database}"}
    omgeving["DJANGO_SETTINGS_MODULE"] = "passend.config.settings.base"
    subprocess.run([sys.executable, "-c", MAAK], env=omgeving, check=True)


def _speel_sleutel(pagina: Page) -> None:
    """Have the browser play a computer with a fingerprint reader."""
    proef = pagina.context.new_cdp_session(pagina)
    proef.send("WebAuthn.enable")
    opties = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    proef.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": {**opties, "isUserVerified": True, "automaticPresenceSimulation": True}},
    )


@pytest.mark.parametrize("maat", [(1280, 900), (390, 844)], ids=["wide", "narrow"])
def test_passkey_is_made_and_opens_the_first_screen(
    mens: Callable[..., Mens], tmp_path: Path, maat: tuple[int, int]
) -> None:
    database = tmp_path / "passend.sqlite3"
    _maak_directeur(database)
    tess = mens(maat=maat)
    tess.adres = tess.adres.replace("127.0.0.1", "localhost")  # a passkey belongs to a name, not to a number
    pagina = tess.page
    _speel_sleutel(pagina)

    tess.ga("/aanmelden")
    fouten = overtredingen(pagina)
    pagina.fill("#id-login", "tess@school.example")
    pagina.fill("#id-password", "een-lang-wachtwoord")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/account")
    fouten += overtredingen(pagina)
    pagina.click("text=Maak een toegangssleutel")
    fouten += overtredingen(pagina)
    pagina.click("text=Maak de sleutel")
    pagina.wait_for_url("**/account/herstelcodes")
    fouten += overtredingen(pagina)
    pagina.click("text=Ik heb ze bewaard")
    pagina.wait_for_url("**/start")
    pagina.click("summary")
    pagina.click("text=Afmelden")
    tess.ga("/aanmelden")
    pagina.click("text=Meld aan met een toegangssleutel")
    pagina.wait_for_url("**/start")

    assert fouten == []
    with sqlite3.connect(database) as rijen:
        redenen = [reden for (reden,) in rijen.execute("select reden from toegang_logregel where handeling='sign_in'")]
    assert redenen == ["password", "webauthn"]
