"""Sentences of the rooms below, in the language of the page.

Rules and refusals speak Dutch and have the facts in them already; the warnings on a document are even stored that way.
The catalogue holds each of their sentences with a place for every fact, in the context "zin". Here a spoken sentence
finds its own entry back, and its facts go into the translation of it. What is in no catalogue stays as it was said.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from babel.messages.mofile import read_mo
from django.conf import settings
from django.utils.translation import get_language, pgettext

CONTEXT = "zin"
_CONTEXT = {CONTEXT, CONTEXT.encode()}  # Babel reads a context from a compiled catalogue as bytes
_PLAATS = re.compile(r"%\((\w+)\)s")


def vertaal(zin: object) -> str:
    """A sentence of a room below in the language of the page, with the facts it was spoken with.

    A refusal for more than one reason has a sentence for each; they are found back one by one.
    """
    if isinstance(zin, Exception) and len(zin.args) > 1:
        return " ".join(vertaal(reden) for reden in zin.args)
    tekst = str(zin)
    taal = get_language() or settings.LANGUAGE_CODE
    if not tekst or taal == settings.LANGUAGE_CODE:
        return tekst
    if (vast := pgettext(CONTEXT, tekst)) != tekst:
        return vast
    for vorm, msgid in _vormen(tuple(str(map_) for map_ in settings.LOCALE_PATHS), taal):
        if gevonden := vorm.fullmatch(tekst):
            feiten = {naam: _feit(feit) for naam, feit in gevonden.groupdict().items()}
            return pgettext(CONTEXT, msgid) % feiten
    return tekst


def _feit(feit: str) -> str:
    """A fact in a sentence: who may and names of steps are words of ours, everything else stays as it is."""
    heel = vertaal(feit)
    return heel if heel != feit else ", ".join(_woord(woord) for woord in feit.split(", "))


def _woord(woord: str) -> str:
    """One word of a row of words; the name of a step has lost its capital there."""
    groot = woord[:1].upper() + woord[1:]
    vertaald = vertaal(groot)
    return woord if vertaald == groot else vertaald[:1].lower() + vertaald[1:]


@cache
def _vormen(mappen: Iterable[str], taal: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The sentences with a place for a fact, the longest first: so that the one that says most is found."""
    msgids = {msgid for map_ in mappen for msgid in _msgids(Path(map_) / taal / "LC_MESSAGES" / "django.mo")}
    return tuple((_vorm(msgid), msgid) for msgid in sorted(msgids, key=len, reverse=True))


def _msgids(pad: Path) -> Iterable[str]:
    if not pad.exists():
        return
    with pad.open("rb") as bestand:
        for bericht in read_mo(bestand):
            if bericht.context in _CONTEXT and isinstance(bericht.id, str) and _PLAATS.search(bericht.id):
                yield bericht.id


def _vorm(msgid: str) -> re.Pattern[str]:
    stukken = _PLAATS.split(msgid)
    vorm = "".join(f"(?P<{stuk}>.*?)" if nummer % 2 else re.escape(stuk) for nummer, stuk in enumerate(stukken))
    return re.compile(vorm.replace("%%", "%"), re.DOTALL)
