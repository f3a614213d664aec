"""Somebody real for a browser: a directeur with a password, and a computer with a fingerprint reader."""

import os
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page

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


def maak_directeur(database: Path) -> None:
    """Somebody real, with a role for which a second step is obligatory."""
    omgeving = {**os.environ, "DATABASE_URL": f"sqlite:///{database}"}
    omgeving["DJANGO_SETTINGS_MODULE"] = "passend.config.settings.base"
    subprocess.run([sys.executable, "-c", MAAK], env=omgeving, check=True)


def speel_sleutel(pagina: Page) -> None:
    """Have the browser play a computer with a fingerprint reader."""
    proef = pagina.context.new_cdp_session(pagina)
    proef.send("WebAuthn.enable")
    opties = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    proef.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": {**opties, "isUserVerified": True, "automaticPresenceSimulation": True}},
    )
