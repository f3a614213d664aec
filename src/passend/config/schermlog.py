"""What the server writes on its screen: when, where and what, and nothing of anybody."""

import logging
import re
import traceback
from collections.abc import Iterable
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from django.views.debug import ExceptionReporter

VERBORGEN = "[verborgen]"
_ADRES = re.compile(r"[^\s@<>\"'(),:;]+@[^\s@<>\"'(),:;]+")
_SLEUTEL = re.compile(r"(/(?:uitnodiging|wachtwoord/nieuw|agenda/feed/\d+|aanmelden/volgen)/)[^\s?]+")
_BESTURING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class Regelvorm(logging.Formatter):
    """One line per event, in UTC; a fault is told by its kind and its places, never by its message.

    The message of a fault repeats what somebody typed: a database says which e-mail address was there already.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line, and under it the places of a fault."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        regel = f"{moment} {record.levelname} {record.name} {_schoon(record.getMessage())}"
        if record.exc_info and record.exc_info[0]:
            regel += _plaatsen(record.exc_info[0], record.exc_info[2])
        return regel


def _schoon(tekst: str) -> str:
    """Without e-mail addresses and keys of letters, and on one line, so that nobody writes a line of their own."""
    verborgen = _SLEUTEL.sub(rf"\1{VERBORGEN}", _ADRES.sub(VERBORGEN, tekst))
    return _BESTURING.sub(lambda teken: repr(teken[0])[1:-1], verborgen)


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
