"""Whose data a request may touch: that of no board, until a page knows whose it is about."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django_scopes import scope


class BereikMiddleware:
    """Begin each request without a scope, whatever the thread did before."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with scope(bestuur=None):
            return self.get_response(request)
