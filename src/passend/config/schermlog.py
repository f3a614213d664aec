"""What the server writes on its screen: when, where and what, and nothing of anybody."""

import logging
import re
import traceback
from collections.abc import Iterable
from datetime import UTC, datetime
from types import TracebackType
from typing import Any
from uuid import UUID

from django.core.exceptions import ImproperlyConfigured
from django.urls import Resolver404, ResolverMatch, resolve
from django.views.debug import ExceptionReporter

VERBORGEN = "[verborgen]"
# the only words within an address that tell nothing: every other one may open something, also in a room yet to come
OPEN_DELEN = frozenset({"bestandsnaam", "code", "deelcode", "provider_id", "soort"})
KORTSTE_SLEUTEL = 16
_ADRES = re.compile(r"[^\s@<>\"'(),:;]+@[^\s@<>\"'(),:;]+")
_PAD = re.compile(r"/[^\s?#]*")
_VRAAG = re.compile(r"\?\S+")
_DEEL = re.compile(r"<(?:\w+:)?(\w+)>")
_WOORD = re.compile(r"[a-z-]+|[0-9]+")
_BESTURING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class Regelvorm(logging.Formatter):
    """One line per event, in UTC; a fault is told by its kind and its places, never by its message.

    The message of a fault repeats what somebody typed: a database says which e-mail address was there already.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line, and under it the places of a fault."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        regel = f"{moment} {record.levelname} {record.name} {_schoon(_met_pad(record))}"
        if record.exc_info and record.exc_info[0]:
            regel += _plaatsen(record.exc_info[0], record.exc_info[2])
        return regel


def _met_pad(record: logging.LogRecord) -> str:
    """What a line says, with the address that was asked in its safe form, also when there are spaces in it."""
    woorden, pad = record.getMessage(), str(getattr(getattr(record, "request", None), "path", ""))
    return woorden.replace(pad, _veilig(re.split(r"[?#]", pad, maxsplit=1)[0])) if pad else woorden


def _schoon(tekst: str) -> str:
    """Without addresses of people, keys and what was searched; on one line, so that nobody writes one of their own."""
    verborgen = _PAD.sub(lambda pad: _veilig(pad[0]), _VRAAG.sub(f"?{VERBORGEN}", _ADRES.sub(VERBORGEN, tekst)))
    return _BESTURING.sub(lambda teken: repr(teken[0])[1:-1], verborgen)


def _veilig(pad: str) -> str:
    """An address without what opens something: as it is built when it is one of ours, or else by how a key looks."""
    if pad.startswith("//"):  # of another site, or of ours in full
        naam, streep, rest = pad[2:].partition("/")
        return f"//{naam}{_veilig(streep + rest)}"
    try:
        plek = resolve(pad)
    except (Resolver404, ImproperlyConfigured):  # the latter while the addresses are being read
        return "/".join(map(_deel, pad.split("/")))
    return _uit_route(plek)


def _uit_route(plek: ResolverMatch) -> str:
    if plek.route.startswith("^"):
        return f"/{plek.route[1:].partition('(')[0]}{VERBORGEN}"

    def waarde(deel: re.Match[str]) -> str:
        gezegd = plek.kwargs[deel[1]]
        if isinstance(gezegd, str):
            return _deel(gezegd) if deel[1] in OPEN_DELEN else VERBORGEN
        return str(gezegd)

    return "/" + _DEEL.sub(waarde, plek.route)


def _deel(deel: str) -> str:
    """A part of an address; hidden when it looks like a key, and not like a word, a number or the number of a file."""
    if len(deel) < KORTSTE_SLEUTEL or _WOORD.fullmatch(deel) or _is_nummer(deel):
        return deel
    return VERBORGEN


def _is_nummer(deel: str) -> bool:
    try:
        return str(UUID(deel)) == deel
    except ValueError:
        return False


def _plaatsen(soort: type[BaseException], spoor: TracebackType | None) -> str:
    plaatsen = [f"\n  {plek.filename}:{plek.lineno} {plek.name}" for plek in traceback.extract_tb(spoor)]
    return f"\n  {soort.__module__}.{soort.__qualname__}{''.join(plaatsen)}"


class Foutverslag(ExceptionReporter):
    """What a report of a fault holds, by mail or on the screen of somebody who develops: names of things, no values.

    Django hides what is named as a secret; here a name, a remark or a document is one too.
    """

    def get_traceback_data(self) -> dict[str, Any]:
        """Where it went wrong and with which fields, but not what stood in them."""
        verslag: dict[str, Any] = super().get_traceback_data()
        for naam in verslag.keys() & {"exception_value", "exception_notes", "user_str", "request_insecure_uri"}:
            verslag[naam] = VERBORGEN
        for naam in [naam for naam in verslag if naam.endswith("_items")]:
            verslag[naam] = _namen(verslag[naam])
        verslag["request_meta"] = dict(_namen(verslag.get("request_meta", {}).items()))
        for plek in verslag["frames"]:
            plek["vars"] = _namen(plek["vars"])
            plek["exc_cause"] = plek["exc_cause"] and VERBORGEN
        return verslag


def _namen(paren: Iterable[tuple[str, Any]]) -> list[tuple[str, str]]:
    return [(naam, VERBORGEN) for naam, _waarde in paren]
