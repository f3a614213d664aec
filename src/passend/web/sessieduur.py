"""How long somebody stays signed in: two hours without use, and twelve hours in all, for schools share computers."""

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from passend.regels.klok import KLOKVERSCHIL

STIL = timedelta(hours=2).total_seconds()
HEEL = timedelta(hours=12).total_seconds()
BIJHOUDEN = timedelta(minutes=5).total_seconds()  # not at every page, for each time is a write
BEGONNEN, GEZIEN = "begonnen_op", "gezien_op"
VANZELF = frozenset(
    {"profiel_nieuws", "overleg_nieuws", "groepsoverleg_nieuws"}
)  # a page that lies open asks this by itself; nobody need be there


def is_voorbij(request: HttpRequest) -> bool:
    """True when a session lasted long enough; otherwise remembers that somebody was there."""
    nu, sessie = timezone.now().timestamp(), request.session
    begonnen, gezien = sessie.get(BEGONNEN), sessie.get(GEZIEN)
    if begonnen is not None and gezien is not None:
        if nu - begonnen > HEEL or nu - gezien > STIL:
            return True
        if max(begonnen, gezien) - nu > KLOKVERSCHIL.total_seconds():  # of a clock that was wrong: nobody knows how old
            return True
        if nu - gezien <= BIJHOUDEN or _vanzelf(request):
            return False
    sessie[BEGONNEN], sessie[GEZIEN] = nu if begonnen is None else begonnen, nu
    return False


def _vanzelf(request: HttpRequest) -> bool:
    return request.resolver_match is not None and request.resolver_match.url_name in VANZELF
