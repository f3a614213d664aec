"""Who must have a second step and has none sets one up before anything else."""

from collections.abc import Callable
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from passend.toegang.permissions import why_needs_tweede_stap
from passend.toegang.queries import Account

STERK = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
MAG_ZONDER = frozenset(
    {
        *("openbaar", "vergelijk", "school", "verschil", "editie", "uitgave", "taal"),
        *("account_login", "demo_aanmelden", "afmelden", "overal_afmelden", "mfa_authenticate", "mfa_login_webauthn"),
        *("openid_connect_login", "openid_connect_callback", "uitnodiging", "uitnodiging_open"),
        *("account_reset_password", "account_reset_password_done", "account_set_password"),
        *("account_reset_password_from_key", "account_reset_password_from_key_done"),
        *("account_reauthenticate", "account_change_password", "usersessions_list"),
        *("mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "mfa_list_webauthn", "mfa_view_recovery_codes"),
    }
)


class TweedeStapMiddleware:
    """Stands before every page; what may be opened without a second step is listed, the rest is not."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; the check is made once the address is known."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """Lead somebody who must set up a second step to the page for it."""
        naam = request.resolver_match.url_name if request.resolver_match else None
        if naam in MAG_ZONDER or not moet_instellen(request):
            return None
        if request.headers.get("HX-Request"):
            return HttpResponse(status=204, headers={"HX-Redirect": reverse("mfa_index")})
        return redirect("mfa_index")


def moet_instellen(request: HttpRequest) -> bool:
    """True when this account needs a second step and has none."""
    account = request.user
    if not isinstance(account, Account):
        return False
    if any(stap["method"] == "mfa" for stap in get_authentication_records(request, account)):
        return False
    if account.is_demo or is_mfa_enabled(account, STERK):
        return False
    return why_needs_tweede_stap(account, peildatum=timezone.localdate()) is not None
