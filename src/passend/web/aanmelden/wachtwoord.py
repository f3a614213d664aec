"""A forgotten password: the same page and the same work, whether or not there is an account."""

import logging
from typing import Any

from allauth.account.forms import ResetPasswordForm
from allauth.account.utils import url_str_to_user_pk
from allauth.account.views import PasswordResetFromKeyView, PasswordResetView
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from passend.toegang.queries import has_account
from passend.web.aanmelden import brieven
from passend.web.pogingen import WACHTWOORD, meld_poging

logger = logging.getLogger(__name__)


class Vergeetformulier(ResetPasswordForm):
    """Asks for an address; a letter goes out in any case, so that the time taken tells nothing."""

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Send a letter with a link, or one that says there is no account."""
        if self.users:
            return str(super().save(request, **kwargs))
        adres: str = self.cleaned_data["email"]
        brieven.stuur(brieven.ONBEKEND, adres, {})
        return adres


class VergetenWachtwoord(PasswordResetView):
    """Takes the address of who forgot their password, and says so when no letter can go out now."""

    def form_valid(self, form: Vergeetformulier) -> HttpResponse:
        """On to the page that says a letter went out, also when there is no account."""
        try:
            antwoord: HttpResponse = super().form_valid(form)
        except OSError:  # all errors of the mail are; what it says can hold an address
            logger.error("a letter about a forgotten password could not be sent")  # noqa: TRY400 -- it can name somebody
            form.add_error(
                None,
                _(
                    "Het bericht ging niet weg, want de mailserver neemt nu niets aan. Probeer het straks opnieuw. "
                    "Lukt het dan nog niet? Vraag de beheerder van uw school."
                ),
            )
            return self.render_to_response(self.get_context_data(form=form), status=503)
        return antwoord


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


vergeten_wachtwoord = VergetenWachtwoord.as_view()
nieuw_wachtwoord = NieuwWachtwoord.as_view()
