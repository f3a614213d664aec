"""What the server writes on its screen, and what a report of a fault holds: places, never anything of anybody."""

import logging
import re
import sys
from collections.abc import Iterator
from datetime import datetime
from types import TracebackType
from typing import Any

import pytest
from django.conf import settings
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.converters import IntConverter, StringConverter, UUIDConverter
from django.urls.resolvers import RoutePattern
from django.views.debug import get_exception_reporter_class
from tests.factories.profielen import maak_school

from passend.config.schermlog import OPEN_DELEN, Foutverslag, Regelvorm

SLEUTEL = "aB3-_xQ9zK7mW2vLp0RtYc4dEfGh5jNs8uTq1oIiPkM"
NUMMER = "0193a1f2-0000-7000-8000-00000000000a"
MENS, ZIN = "tess@school.example", "Een zin die niemand mag lezen"
type Fout = tuple[type[BaseException], BaseException, TracebackType]


def _regel(bericht: str, *waarden: object, fout: Fout | None = None) -> str:
    record = logging.LogRecord("passend.proef", logging.ERROR, "x.py", 1, bericht, waarden, fout)
    return Regelvorm().format(record)


def _stuk(opmerking: str) -> None:
    raise ValueError(f"Key (email)=({MENS}) already exists: {opmerking}")


def test_line_says_when_with_its_time_zone_where_and_what() -> None:
    moment, ernst, naam, woorden = _regel("Not Found: %s", "/bestaat-niet").split(" ", 3)

    assert datetime.fromisoformat(moment).utcoffset() is not None
    assert (ernst, naam, woorden) == ("ERROR", "passend.proef", "Not Found: /bestaat-niet")


# far from the constants above, for a report shows the lines of code around a fault
def _fout() -> Fout:
    """A fault as a database tells it, with a local variable beside it."""
    try:
        _stuk(opmerking=ZIN)
    except ValueError:
        soort, fout, spoor = sys.exc_info()
    assert soort is not None
    assert fout is not None
    assert spoor is not None
    return soort, fout, spoor


def test_words_of_a_stranger_never_become_a_line_of_their_own() -> None:
    regel = _regel("Not Found: %s", "/x\r\n2026-01-01 ERROR passend Alles weg\x1b[2J\u2028")

    assert regel.splitlines() == [regel]
    assert regel.endswith(r"/x\r\n2026-01-01 ERROR passend Alles weg\x1b[2J\u2028")


@pytest.mark.parametrize(
    ("bericht", "verwacht"),
    [
        (f"550 <{MENS}> onbekend", "550 <[verborgen]> onbekend"),
        ("Bad Request: /uitnodiging/aB3-_x", "Bad Request: /uitnodiging/[verborgen]"),
        ("Not Found: /wachtwoord/nieuw/4-abc-def?x", "Not Found: /wachtwoord/nieuw/[verborgen]?[verborgen]"),
        ("Not Found: /aanmelden/school/terug?code=geheim", "Not Found: /aanmelden/school/terug?[verborgen]"),
        (f"Not Found: /uitnodigen/{SLEUTEL}/", "Not Found: /uitnodigen/[verborgen]/"),
        (f"Not Found: /school/99AA00/leerling/{NUMMER}", f"Not Found: /school/99AA00/leerling/{NUMMER}"),
        (
            f"Forbidden (Referer https://passend.example/uitnodiging/{SLEUTEL}?q=Tess is anders): /taal",
            "Forbidden (Referer https://passend.example/uitnodiging/[verborgen]?[verborgen] is anders): /taal",
        ),
    ],
)
def test_line_hides_addresses_of_people_and_keys_of_letters(bericht: str, verwacht: str) -> None:
    assert _regel(bericht).endswith(verwacht)


def _alle(patronen: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for patroon in patronen:
        if isinstance(patroon, URLResolver):
            yield from _alle(patroon.url_patterns)
        else:
            yield patroon


def _met_sleutel() -> Iterator[str]:
    """The address of each page that is opened by a key in its address."""
    for patroon in _alle(get_resolver().url_patterns):
        namen = patroon.pattern.regex.groupindex
        if {"geheim", "key"} & set(namen) or isinstance(patroon.pattern.converters.get("sleutel"), StringConverter):
            anders = {"nummer": 7, "code": "99AA00", "uidb36": "4"}
            yield reverse(str(patroon.name), kwargs={naam: anders.get(naam, "aB3-_x") for naam in namen})


def test_every_key_in_an_address_is_hidden() -> None:
    adressen = list(_met_sleutel())

    assert len(adressen) == 4
    assert [adres for adres in adressen if "aB3-_x" in _regel("Not Found: %s", adres)] == []


def _adressen() -> dict[str, dict[str, Any]]:
    """Every address that holds a word of its own, by its route, with what each part of it is made of."""
    return {
        str(patroon.pattern): patroon.pattern.converters
        for patroon in _alle(get_resolver().url_patterns)
        if not isinstance(patroon.pattern, RoutePattern)
        or any(not isinstance(soort, (IntConverter, UUIDConverter)) for soort in patroon.pattern.converters.values())
    }


def _gevuld(route: str, delen: dict[str, Any]) -> str:
    """An address of a route with a key wherever one can stand."""
    if route.startswith("^"):
        return f"/{route[1:].partition('(')[0]}4b-{SLEUTEL}"
    vast = {IntConverter: "12", UUIDConverter: NUMMER}
    return "/" + re.sub(
        r"<(?:\w+:)?(\w+)>",
        lambda deel: vast.get(type(delen[deel[1]]), "99AA00" if deel[1] in OPEN_DELEN else SLEUTEL),
        route,
    )


def test_no_address_that_can_hold_a_key_shows_it_on_a_line_whatever_room_it_is_of() -> None:
    adressen = _adressen()
    namen = {naam for delen in adressen.values() for naam, soort in delen.items()}
    gevuld = {route: _gevuld(route, delen) for route, delen in adressen.items()}
    met_sleutel = {route: pad for route, pad in gevuld.items() if SLEUTEL in pad}

    assert {"agenda/feed/<int:nummer>/<str:geheim>.ics", "uitnodiging/<str:sleutel>"} <= met_sleutel.keys()
    assert [
        pad
        for pad in met_sleutel.values()
        for adres in (pad, f"{pad}/", f"{pad}?next=/", f"{pad} x")
        for woorden in (f"Method Not Allowed (OPTIONS): {adres}", f"Not Found: {adres}")
        if SLEUTEL in _regel(woorden)
    ] == []
    assert namen >= OPEN_DELEN
    assert [naam for naam in OPEN_DELEN if re.search("sleutel|geheim|token|key|merk", naam)] == []


@pytest.mark.django_db
@pytest.mark.parametrize("wijze", ["options", "post", "put", "delete"])
@pytest.mark.parametrize(
    "pad", [f"/agenda/feed/1/{SLEUTEL}.ics", f"/scholen/99AA00/aanmelden/volgen/{SLEUTEL}", f"/uitnodiging/{SLEUTEL}"]
)
def test_valid_key_asked_in_a_strange_way_is_not_on_the_screen(
    wijze: str, pad: str, caplog: pytest.LogCaptureFixture
) -> None:
    maak_school()
    getattr(Client(), wijze)(pad)

    regels = [Regelvorm().format(regel) for regel in caplog.records]
    assert regels
    assert [regel for regel in regels if SLEUTEL in regel] == []


@pytest.mark.django_db
def test_what_somebody_searched_for_is_not_on_the_screen(caplog: pytest.LogCaptureFixture) -> None:
    client = Client()
    client.get("/school/99AA00/bestaat-niet?q=Tess")
    client.get("/school/99AA00/bestaat%3Fq=Tess%20Tester")
    client.options("/afmelden?q=Tess")
    Client(enforce_csrf_checks=True).post(
        "/taal?q=Tess", {"language": "en"}, secure=True, headers={"Referer": "https://x.example/leerlingen?q=Tess"}
    )

    regels = [Regelvorm().format(regel) for regel in caplog.records]
    assert len(regels) == 5
    assert [regel for regel in regels if "Tes" in regel] == []


def test_fault_is_told_by_its_kind_and_its_places_and_not_by_its_words() -> None:
    regels = _regel("Internal Server Error: /start", fout=_fout()).splitlines()

    assert regels[1] == "  builtins.ValueError"
    assert "test_web_schermlog.py:" in regels[2]
    assert regels[2].endswith("_fout")
    assert [woord for woord in (MENS, ZIN, "already exists") if woord in "".join(regels)] == []


def test_every_logger_writes_in_this_way_and_no_other_hand_writes() -> None:
    assert settings.LOGGING["formatters"] == {"kort": {"()": "passend.config.schermlog.Regelvorm"}}
    assert logging.getLogger("django").handlers == []
    assert [
        soort.formatter.__class__ for soort in logging.getLogger().handlers if type(soort) is logging.StreamHandler
    ] == [Regelvorm]


@pytest.mark.django_db
def test_report_of_a_fault_holds_names_of_fields_and_no_values() -> None:
    verzoek = RequestFactory().post(
        f"/school/99AA00/tekst?q={MENS}",
        {"waarde": ZIN},
        headers={"Cookie": "sessionid=geheim", "X-Csrftoken": "geheim"},
    )
    verzoek.user = maak_school().directeur

    verslag = get_exception_reporter_class(verzoek)(verzoek, *_fout())
    geschreven = f"{verslag.get_traceback_text()}{verslag.get_traceback_html()}"

    assert isinstance(verslag, Foutverslag)
    assert "waarde = " in geschreven
    assert "_fout" in geschreven
    verboden = (MENS, "tess%40", ZIN, "sessionid=geheim", "'geheim'", str(verzoek.user))
    assert [woord for woord in verboden if woord in geschreven] == []
