"""What every answer tells the browser about itself, also a picture, a style sheet and a page for what went wrong."""

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
WIS = '"cache", "storage"'  # not cookies: the language that was chosen stays


class KoppenMiddleware:
    """Stands before everything else, so that nothing leaves without these."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; a request that asks to be repeated word for word is not, for it holds the key of a session."""
        if request.method == "TRACE":
            antwoord = HttpResponse(status=HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": "GET, HEAD, POST"})
        else:
            antwoord = self.get_response(request)
        antwoord.headers.setdefault("Permissions-Policy", GEEN_TOESTELLEN)
        antwoord.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            # a refusal is made outside the view, and so outside `aangemeld`, which says this of every page itself
            antwoord.headers.setdefault("Cache-Control", "private, no-store")
        return antwoord


def wis_browser(antwoord: HttpResponse) -> HttpResponse:
    """Let a browser forget what it kept of this site: the next person at this computer goes back to nothing."""
    antwoord["Clear-Site-Data"] = WIS
    return antwoord
