"""A forgotten password: the same page and the same work, whether or not there is an account."""

from typing import Any

from allauth.account.forms import ResetPasswordForm
from django.http import HttpRequest

from passend.web.aanmelden import brieven


class Vergeetformulier(ResetPasswordForm):
    """Asks for an address; a letter goes out in any case, so that the time taken tells nothing."""

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Send a letter with a link, or one that says there is no account."""
        if self.users:
            return str(super().save(request, **kwargs))
        adres: str = self.cleaned_data["email"]
        brieven.stuur(brieven.ONBEKEND, adres, {})
        return adres
