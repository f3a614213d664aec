"""What of allauth is ours: nobody signs up, our sentences, our letters, and a line in the log for every sign-in."""

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passend.toegang.actions import record_aanmelding, record_andere_aanmelding
from passend.toegang.queries import Account
from passend.web.aanmelden import brieven
from passend.web.drukte import meld_te_vaak

_FOUT = _(
    "De naam of het wachtwoord klopt niet. Kijk of de hoofdletters goed staan en probeer het opnieuw. "
    "Lukt het niet, vraag dan de beheerder van uw school."
)
_TE_VAAK = frozenset({"too_many_login_attempts", "rate_limited"})


class Aanmeldadapter(DefaultAccountAdapter):
    """The account half of allauth."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _FOUT,
        "email_password_mismatch": _FOUT,
        "account_inactive": _FOUT,
        "incorrect_password": _("Dit wachtwoord klopt niet. Probeer het opnieuw."),
        "enter_current_password": _("Uw oude wachtwoord klopt niet. Probeer het opnieuw."),
        # said when one name failed too often and when one address did, with whatever names
        "too_many_login_attempts": _(
            "Er is hier te vaak een verkeerd wachtwoord ingevuld. Wacht vijf minuten en probeer het opnieuw."
        ),
        "rate_limited": _("Dit is te vaak geprobeerd. Wacht vijf minuten en probeer het opnieuw."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """People come by invitation."""
        return False

    def validation_error(self, code: str, *args: Any) -> Any:
        """What a form says; that somebody tried too often is written down apart."""
        if code in _TE_VAAK:
            meld_te_vaak(context.request, "aanmelden")
        return super().validation_error(code, *args)

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Who this is; a closed account is answered as one that never was."""
        account = super().authenticate(request, **credentials)
        return account if account is not None and account.is_active else None

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Open a session, and write down how somebody came in."""
        assert isinstance(user, Account)  # noqa: S101 -- tells the type checker what an account is here
        reden = hoe_aangemeld(request, user)
        super().login(request, user)
        record_aanmelding(account=user, hoe=reden, op=timezone.now())

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        """A closed account is not opened by another proof either."""
        messages.error(request, _("Dit account is gesloten. Vraag de beheerder van uw school."))
        return redirect("account_login")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send one of our letters."""
        brieven.stuur(template_prefix, email, context)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: AbstractBaseUser,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell the owner of an account what changed; the made-up people of the demonstration get no mail.

        What changed is in the log also when the letter cannot be sent.
        """
        assert isinstance(user, Account)  # noqa: S101 -- tells the type checker what an account is here
        record_andere_aanmelding(account=user, wat=template_prefix.rpartition("/")[2], op=timezone.now())
        if (aan := email or user.email) and not user.is_demo:
            brieven.stuur_als_het_kan(template_prefix, aan, context or {})

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the page about signing in."""
        return reverse("mfa_index")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask again who somebody is, unless they signed in less than five minutes ago."""
        stappen = get_authentication_records(context.request, context.request.user)
        return not stappen or time.time() - stappen[-1]["at"] > app_settings.REAUTHENTICATION_TIMEOUT


def hoe_aangemeld(request: HttpRequest, account: Account) -> str:
    """How somebody proved who they are, as a code for the log."""
    stappen = get_authentication_records(request, account)
    codes = [stap.get("type") if stap["method"] == "mfa" else stap["method"] for stap in stappen]
    return "_".join(dict.fromkeys(str(code) for code in codes)) or "password"
