"""What every answer tells the browser about itself, also a picture, a style sheet and a page for what went wrong."""

import re
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# Passend asks a browser for none of these; who puts a script in a page after all, cannot either
GEEN_TOESTELLEN = ", ".join(
    f"{toestel}=()"
    for toestel in (
        *("accelerometer", "autoplay", "camera", "display-capture", "geolocation", "gyroscope"),
        *("magnetometer", "microphone", "midi", "payment", "screen-wake-lock", "usb", "xr-spatial-tracking"),
    )
)
GEEN_HTTPS = "Dit adres werkt alleen met https. (This address works with https only.)\n"
_PROGRAMMA = re.compile(r"\.(?:json|csv|ics)$")
WIS = '"cache", "storage"'  # not cookies: the language that was chosen stays


class KoppenMiddleware:
    """Stands before everything else, so that nothing leaves without these."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; a request that asks to be repeated word for word is not, for it holds the key of a session."""
        if request.method == "TRACE":
            antwoord = HttpResponse(status=HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": "GET, HEAD, POST"})
        elif "Transfer-Encoding" in request.headers:
            # no browser sends it, and where a length was sent too the server dropped it before we could see
            antwoord = HttpResponse(status=HTTPStatus.LENGTH_REQUIRED, headers={"Connection": "close"})
        elif _is_programma_zonder_https(request):
            antwoord = HttpResponse(GEEN_HTTPS, status=HTTPStatus.FORBIDDEN, content_type="text/plain; charset=utf-8")
        else:
            antwoord = self.get_response(request)
        antwoord.headers.setdefault("Permissions-Policy", GEEN_TOESTELLEN)
        antwoord.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            # a refusal is made outside the view, and so outside `aangemeld`, which says this of every page itself
            antwoord.headers.setdefault("Cache-Control", "private, no-store")
        return antwoord


def _is_programma_zonder_https(request: HttpRequest) -> bool:
    """True for what a program fetches, where a page would be led on to HTTPS.

    A program that is led on never tells anybody that it sends everything over plain HTTP first, and the address of a
    calendar is a secret.
    """
    is_open = settings.SECURE_SSL_REDIRECT and not request.is_secure()
    return bool(is_open and _PROGRAMMA.search(request.path))


def wis_browser(antwoord: HttpResponse) -> HttpResponse:
    """Let a browser forget what it kept of this site: the next person at this computer goes back to nothing."""
    antwoord["Clear-Site-Data"] = WIS
    return antwoord
