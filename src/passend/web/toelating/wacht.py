"""How often one address may send the form of parents."""

import hashlib

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

MEEST, SECONDEN = 5, 60 * 60


def is_te_vaak(request: HttpRequest) -> bool:
    """True for the sixth form within an hour from one address; the address itself is kept nowhere."""
    van = hashlib.sha256(get_adapter().get_client_ip(request).encode()).hexdigest()
    sleutel = f"aanmeldformulier:{van}"
    if cache.add(sleutel, 1, SECONDEN):
        return False
    try:
        return int(cache.incr(sleutel)) > MEEST
    except ValueError:  # it went by in between
        return False
