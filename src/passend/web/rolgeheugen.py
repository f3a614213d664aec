"""What roles somebody has is asked once for a page, though many rules and the menu want to know."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from passend.toegang.queries import onthoud_rollen
from passend.web.verzoek import LEZEND


class RolgeheugenMiddleware:
    """Remember roles while a page is read, for reading changes none; what is sent is judged by the roles of now."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in LEZEND:
            return self.get_response(request)
        with onthoud_rollen():
            return self.get_response(request)
