"""Dutch unless somebody chose otherwise; the browser's own wish does not count, for schools share computers."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

COOKIE = settings.LANGUAGE_COOKIE_NAME


class TaalMiddleware:
    """Speaks the language of the cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the chosen language."""
        gekozen = request.COOKIES.get(COOKIE, "")
        taal = gekozen if gekozen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(taal):
            request.LANGUAGE_CODE = taal
            antwoord = self.get_response(request)
        antwoord.headers.setdefault("Content-Language", taal)
        return antwoord
