"""Somebody real signs in, sets up a second step, invites and is invited, all in English."""

import re
from datetime import date

from django.core import mail
from tests.web.aanmelden.stappen import GOED, NAAM, code, maak_mens
from tests.web.taal.rondgang import Bezoeker, Rondgang

from passend.begrippen.rollen import Rolsoort
from passend.organisaties.queries import get_vestiging
from passend.toegang.actions import grant_rol

MENSEN = "/school/99AA00/mensen"
NIEUW = {"voornaam": "Sam", "achternaam": "Zandstra", "wachtwoord": "vier-rustige-blauwe-stoelen"}


def _link(vorm: str) -> str:
    gevonden = re.search(rf"http://testserver(/{vorm}/\S+)", str(mail.outbox[-1].body))
    assert gevonden is not None
    return gevonden[1]


def meld_je_aan(rondgang: Rondgang) -> None:
    """Every page about signing in."""
    school = get_vestiging(code="99AA00")
    assert school is not None
    grant_rol(account=maak_mens(), soort=Rolsoort.DIRECTEUR, bij=school, geldig_van=date(2020, 8, 1))
    mens = Bezoeker(rondgang)
    mens.stuur("/wachtwoord/vergeten", {"email": NAAM})
    mens.ga(_link("wachtwoord/nieuw"), follow=True)
    for pad in ("/wachtwoord/vergeten", "/wachtwoord/klaar", "/wachtwoord/nieuw/1-x", "/aanmelden/school/login"):
        mens.ga(pad)
    mens.ga("/aanmelden/school/terug")
    mens.stuur("/aanmelden", {"login": NAAM, "password": GOED})
    geheim = re.search(r'class="sleutel">(\w+)<', mens.ga("/account/app").content.decode())
    assert geheim is not None
    mens.stuur("/account/app", {"code": "x"})
    mens.stuur("/account/app", {"code": code(geheim[1])})
    for pad in ("", "/herstelcodes", "/herstelcodes/nieuw", "/app/weg", "/sleutels/nieuw", "/sleutels/1/weg"):
        mens.ga(f"/account{pad}")
    for pad in ("/bevestigen", "/bevestigen/code", "/bevestigen/sleutel", "/apparaten", "/wachtwoord"):
        mens.ga(f"/account{pad}", follow=True)
    mens.stuur("/account/wachtwoord", {"oldpassword": "x", "password1": "kort", "password2": "kort"})
    mens.stuur(f"{MENSEN}/uitnodigen", {"email": "sam", "soort": "mr_lid"})
    mens.stuur(f"{MENSEN}/uitnodigen", {"email": "sam@school.example", "soort": "mr_lid"})
    mens.stuur(f"{MENSEN}/uitnodigen", {"email": "sam@school.example", "soort": "directeur"})
    mens.stuur(f"{MENSEN}/rol-eindigen", {"rol": "0"})
    mens.stuur(f"{MENSEN}/afmelden", {"mens": "0"})
    gast = Bezoeker(rondgang)
    gast.ga(_link("uitnodiging"), follow=True)
    for velden in ({}, NIEUW, NIEUW):
        gast.stuur("/uitnodiging", velden)
    weer = Bezoeker(rondgang)
    weer.stuur("/aanmelden", {"login": NAAM, "password": GOED})
    weer.stuur("/aanmelden/tweede-stap", {"code": "x"})
