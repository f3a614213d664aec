"""People who sign in for real: a password, a code of an app."""

import re
import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from passend.toegang.actions import create_account
from passend.toegang.models import Account

NAAM, GOED = "tess@school.example", "een-lang-wachtwoord"


def maak_mens(naam: str = NAAM) -> Account:
    """An account with a password, without a role."""
    return create_account(gebruikersnaam=naam, voornaam="Tess", achternaam="Zandstra", wachtwoord=GOED)


def wachtwoord(client: Client, naam: str = NAAM) -> str:
    """Give the password; where one is led to."""
    return str(client.post("/aanmelden", {"login": naam, "password": GOED})["Location"])


def code(geheim: str, verschuiving: int = 0) -> str:
    """The code that an app shows now, or some half minutes from now."""
    return format_hotp_value(hotp_value(geheim, int(time.time()) // 30 + verschuiving))


def koppel_app(client: Client) -> str:
    """Link an app; its secret."""
    pagina = client.get("/account/app").content.decode()
    gevonden = re.search(r'<code class="sleutel">(\w+)</code>', pagina)
    assert gevonden is not None, "no secret on the page"
    antwoord = client.post("/account/app", {"code": code(gevonden[1])})
    assert antwoord.status_code == 302, antwoord.content.decode()
    return gevonden[1]
