"""How often one address may register a child; a form that was refused does not count, so that mending it is free."""

import hashlib
from contextlib import suppress

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

MEEST, SECONDEN = 5, 60 * 60


def is_te_vaak(request: HttpRequest) -> bool:
    """True when this address registered as often as it may within an hour; the address itself is kept nowhere."""
    return int(cache.get(_sleutel(request), 0)) >= MEEST


def tel_mee(request: HttpRequest) -> None:
    """One more registration from this address."""
    sleutel = _sleutel(request)
    if cache.add(sleutel, 1, SECONDEN):
        return
    with suppress(ValueError):  # it went by in between
        cache.incr(sleutel)


def _sleutel(request: HttpRequest) -> str:
    return f"aanmeldformulier:{hashlib.sha256(get_adapter().get_client_ip(request).encode()).hexdigest()}"
