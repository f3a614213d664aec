"""A walk over the whole site in English: every answer is read, whatever it is an answer to."""

import re
from collections import deque
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.test import Client
from lxml import html
from tests.web.taal.gegevens import Gegevens
from tests.web.taal.proefvertaling import is_vertaald, zonder_vertaald
from tests.web.taal.schermwoorden import Woorden, lees

from passend.toegang.models import Account

TE_VEEL = re.compile(r"[?&]bladzijde=|/uitgave|\.(?:pdf|docx|json|csv|html|png)$|^/static/")
# the law as a template of the region names it, in the title of a label
_ARTIKEL = "<span title>"


@dataclass
class Rondgang:
    """What was visited, and what it said that it should not."""

    klachten: dict[str, str] = field(default_factory=dict)  # each once, with the first place where it was heard
    bezocht: set[str] = field(default_factory=set)
    gelezen: int = 0
    _gegevens: Gegevens | None = None
    _is_geschreven: bool = False

    def lees(self, antwoord: Any, waar: str) -> None:
        """Read an answer; what is no page has no words."""
        if not antwoord.get("Content-Type", "").startswith("text/html") or not antwoord.content:
            return
        if (gevonden := antwoord.wsgi_request.resolver_match) is not None:
            self.bezocht.add(gevonden.url_name)
        self.gelezen += 1
        for woorden in lees(antwoord.content.decode(), "en"):
            if self._fout(woorden) and (fout := self._fout(woorden, is_opnieuw=True)):
                self.klachten.setdefault(fout, f"{waar} ({antwoord.status_code})")

    def _fout(self, woorden: Woorden, *, is_opnieuw: bool = False) -> str:
        """Reading everything that was written takes long: so again only for words that may be new."""
        if self._gegevens is None or (is_opnieuw and self._is_geschreven):
            self._gegevens, self._is_geschreven = Gegevens(), False
        return fout_in(woorden, self._gegevens)

    def lees_gegevens_opnieuw(self) -> None:
        """Somebody wrote something."""
        self._is_geschreven = True


def fout_in(woorden: Woorden, gegevens: Gegevens) -> str:
    """What is wrong with a text, or nothing."""
    rest = zonder_vertaald(woorden.tekst)
    if woorden.taal == "nl":
        if is_vertaald(woorden.tekst):
            return f"{woorden.plek} announced as Dutch: {woorden.tekst}"
        vreemd = gegevens.rest_buiten_geschreven(rest)
        return f"{woorden.plek} nobody wrote this: {vreemd}" if vreemd else ""
    if woorden.plek == _ARTIKEL or woorden.taal == "en-GB":  # what a school wrote in English says so this way
        vreemd = gegevens.rest_buiten_geschreven(rest)
        return f"{woorden.plek} not translated: {vreemd}" if vreemd else ""
    vreemd = gegevens.rest_buiten_namen(rest)
    return f"{woorden.plek} not translated: {vreemd}" if vreemd else ""


class Bezoeker:
    """Somebody who walks around in English."""

    def __init__(self, rondgang: Rondgang, account: str | None = None) -> None:
        self.rondgang, self.naam = rondgang, account or "anonymous"
        self.client = Client()
        if account:
            self.client.force_login(Account.objects.get(username=account))
        self.client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    def ga(self, pad: str, **opties: Any) -> Any:
        """Open an address."""
        antwoord = self.client.get(pad, **opties)
        self.rondgang.lees(antwoord, f"{self.naam} GET {pad}")
        return antwoord

    def stuur(self, pad: str, velden: dict[str, Any] | None = None, **opties: Any) -> Any:
        """Send a form, and go where it leads."""
        antwoord = self.client.post(pad, velden or {}, **opties)
        self.rondgang.lees_gegevens_opnieuw()
        self.rondgang.lees(antwoord, f"{self.naam} POST {pad} {velden}")
        if antwoord.status_code in {301, 302, 303}:
            self.ga(antwoord["Location"].split("#")[0])
        return antwoord

    def loop(self, *begin: str, meeste: int = 80) -> None:
        """Follow every link that leads to a page of ours."""
        rij, gezien = deque(begin), set(begin)
        while rij and len(gezien) < meeste:
            pad = rij.popleft()
            antwoord = self.ga(pad)
            if antwoord.status_code >= 300 or not antwoord["Content-Type"].startswith("text/html"):
                continue
            for link in html.fromstring(antwoord.content.decode()).iterfind(".//a[@href]"):
                doel = urlsplit(urljoin(f"http://testserver{pad}", link.get("href")))
                adres = doel.path + (f"?{doel.query}" if doel.query else "")
                if doel.netloc == "testserver" and adres not in gezien and not TE_VEEL.search(adres):
                    gezien.add(adres)
                    rij.append(adres)
