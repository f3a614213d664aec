"""A forgotten password: the same page and the same work, whether or not there is an account."""

from typing import Any

from allauth.account.forms import ResetPasswordForm
from allauth.account.utils import url_str_to_user_pk
from allauth.account.views import PasswordResetFromKeyView
from django.http import HttpRequest, HttpResponse

from passend.toegang.queries import has_account
from passend.web.aanmelden import brieven
from passend.web.pogingen import WACHTWOORD, meld_poging


class Vergeetformulier(ResetPasswordForm):
    """Asks for an address; a letter goes out in any case, so that the time taken tells nothing."""

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Send a letter with a link, or one that says there is no account."""
        if self.users:
            return str(super().save(request, **kwargs))
        adres: str = self.cleaned_data["email"]
        brieven.stuur(brieven.ONBEKEND, adres, {})
        return adres


class NieuwWachtwoord(PasswordResetFromKeyView):
    """Takes a new password by the link of a letter; a link that does not work is not there, and is written down."""

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """The form, or a sentence that the link is used, too old, or of another account."""
        if not context.get("token_fail"):
            return super().render_to_response(context, **kwargs)
        meld_poging(self.request, WACHTWOORD, _onderwerp(self.kwargs["uidb36"]))
        return super().render_to_response(context, **{**kwargs, "status": 404})


def _onderwerp(woord: str) -> str:
    """The account that a link names, by its number."""
    try:
        pk = int(url_str_to_user_pk(woord))
        return f"account:{pk if has_account(pk=pk) else 'onbekend'}"
    except (OverflowError, ValueError):
        return "account:onbekend"


nieuw_wachtwoord = NieuwWachtwoord.as_view()
