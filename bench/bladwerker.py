"""A process that serves pages from one database: a round of all of them for each line it is sent.

Beside each page it does what the page cannot do without: its queries again, raw, with all rows fetched; and its
template again, with the same context and nothing else.
"""

import json
import sys
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import Any
from unittest.mock import patch

import django

django.setup()

from django.conf import settings  # noqa: E402 -- Django first

settings.ACCOUNT_RATE_LIMITS = False  # one address that asks for everything, over and over, is what is measured here

from django.db import connection  # noqa: E402 -- Django first
from django.template.backends.jinja2 import Template  # noqa: E402 -- Django first
from django.test import Client  # noqa: E402 -- Django first
from django.utils import translation  # noqa: E402 -- Django first

from bench.bladen import AANGEMELD, OPENBAAR, Blad  # noqa: E402 -- Django first
from bench.meten import klok  # noqa: E402 -- Django first
from passend.toegang.queries import get_account  # noqa: E402 -- Django first

GOED = 200


class Bladmeter:
    """One page, and its bare equivalent as it was seen the first time."""

    def __init__(self, blad: Blad) -> None:
        self.blad = blad
        self._bezoeker = Client()
        if blad.wie:
            account = get_account(gebruikersnaam=blad.wie)
            if account is None:
                raise RuntimeError(f"{blad.wie} is er niet.")
            self._bezoeker.force_login(account)
        self._vraag()  # what is made once and kept, is not part of a page
        self.vragen: list[tuple[str, Any]] = []
        self._sjablonen: list[tuple[Template, Any, Any]] = []
        self._taal = "nl"
        self._neem_op()

    def meet(self, *, eerst_kaal: bool) -> dict[str, float]:
        """Seconds of the page, of its queries and of its template; the first of them would pay for waking up."""
        self._vraag()
        taken = [("blad", self._vraag), ("vragen", self._vragen_kaal), ("sjabloon", self._sjabloon_kaal)]
        tijden: dict[str, float] = {}
        for naam, taak in reversed(taken) if eerst_kaal else taken:
            with translation.override(self._taal):
                tijden[naam] = klok(taak)
        return tijden | {"aantal": float(len(self.vragen))}

    def _vraag(self) -> None:
        antwoord = self._bezoeker.get(self.blad.adres, headers=self.blad.koppen)
        if antwoord.status_code != GOED:
            raise RuntimeError(f"{self.blad.naam} ({self.blad.adres}) gaf {antwoord.status_code}.")

    def _neem_op(self) -> None:
        zet = Template.render

        def render(sjabloon: Template, context: Any = None, request: Any = None) -> str:
            self._sjablonen.append((sjabloon, context, request))
            self._taal = translation.get_language() or "nl"
            return zet(sjabloon, context, request)

        def voer_uit(execute: Callable[..., Any], sql: str, waarden: Any, *rest: Any) -> Any:
            if sql.startswith("SELECT"):  # a line of the log can be written once, and makes the bare side only stricter
                self.vragen.append((sql, waarden))
            return execute(sql, waarden, *rest)

        with ExitStack() as samen:
            samen.enter_context(patch.object(Template, "render", render))
            samen.enter_context(connection.execute_wrapper(voer_uit))
            self._vraag()
        if not self._sjablonen:
            raise RuntimeError(f"{self.blad.naam} gebruikt geen sjabloon.")

    def _vragen_kaal(self) -> None:
        with connection.cursor() as lezer:
            for sql, waarden in self.vragen:
                lezer.execute(sql, waarden)
                if lezer.description is not None:
                    lezer.fetchall()

    def _sjabloon_kaal(self) -> None:
        for sjabloon, context, request in self._sjablonen:
            sjabloon.render(context, request)


def main() -> None:
    """Serve the pages of schools."""
    serveer((*OPENBAAR, *AANGEMELD))


def serveer(bladen: Iterable[Blad]) -> None:
    """Answer every line with a round; the first round warms up and is thrown away by who asks."""
    meters = [Bladmeter(blad) for blad in bladen]
    for nummer, _regel in enumerate(sys.stdin):
        ronde = {meter.blad.naam: meter.meet(eerst_kaal=nummer % 2 == 1) for meter in meters}
        print(json.dumps(ronde), flush=True)


if __name__ == "__main__":
    main()
