"""Who must have a second step and has none sets one up before anything else; a session that never gave it gives it.

An account with a second step is not enough: a session that was opened before it was set up, with a stolen password
perhaps, has proved no more than that password.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from passend.toegang.permissions import why_needs_tweede_stap
from passend.toegang.queries import Account
from passend.web.aanmelden.tweedestap import list_stappen
from passend.web.verzoek import LEZEND, Codeview, account_van

STERK = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
MAG_ONBEWEZEN = frozenset(
    {
        *("openbaar", "vergelijk", "school", "verschil", "editie", "uitgave", "taal"),
        *("account_login", "demo_aanmelden", "afmelden", "overal_afmelden", "mfa_authenticate", "mfa_login_webauthn"),
        *("openid_connect_login", "openid_connect_callback", "uitnodiging", "uitnodiging_open"),
        *("account_reset_password", "account_reset_password_done", "account_set_password"),
        *("account_reset_password_from_key", "account_reset_password_from_key_done"),
        *("mfa_reauthenticate", "mfa_reauthenticate_webauthn"),
    }
)
MAG_ZONDER = MAG_ONBEWEZEN | frozenset(
    {
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
        """Lead somebody who must set up or give a second step to the page for it."""
        naam = request.resolver_match.url_name if request.resolver_match else None
        if naam in MAG_ONBEWEZEN:
            return None
        if moet_bewijzen(request):
            return _naar(request, _met_terugweg(request, reverse(_bewijsblad(account_van(request)))))
        if naam in MAG_ZONDER or not moet_instellen(request):
            return None
        return _naar(request, reverse("mfa_index"))


def _naar(request: HttpRequest, adres: str) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": adres})
    return redirect(adres)


def _met_terugweg(request: HttpRequest, adres: str) -> str:
    """With the page they asked for, when it can be asked for again."""
    if request.method not in LEZEND or request.headers.get("HX-Request"):
        return adres
    return f"{adres}?{urlencode({'next': request.get_full_path()})}"


def moet_instellen(request: HttpRequest) -> bool:
    """True when this account needs a second step and has none."""
    account = request.user
    if not isinstance(account, Account) or account.is_demo or _gaf_stap(request, account):
        return False
    if is_mfa_enabled(account, STERK):
        return False
    return why_needs_tweede_stap(account, peildatum=timezone.localdate()) is not None


def moet_bewijzen(request: HttpRequest) -> bool:
    """True when this account has a second step, and this session never gave it."""
    account = request.user
    if not isinstance(account, Account) or account.is_demo or _gaf_stap(request, account):
        return False
    return is_mfa_enabled(account, STERK)


def _bewijsblad(account: Account) -> str:
    """Where they give it: with a code, or with the passkey of who has no app."""
    return "mfa_reauthenticate" if is_mfa_enabled(account, [Authenticator.Type.TOTP]) else "mfa_reauthenticate_webauthn"


def _gaf_stap(request: HttpRequest, account: Account) -> bool:
    return any(stap["method"] == "mfa" for stap in get_authentication_records(request, account))


def geeft_stap(view: Codeview) -> Codeview:
    """A page where somebody sets up a second step: who does has just given it, in this session and in no other."""

    @wraps(view)
    def met_stap(request: HttpRequest, /, *args: Any, **kwargs: Any) -> HttpResponseBase:
        account = account_van(request)
        vooraf = set(list_stappen(account, STERK))
        antwoord = view(request, *args, **kwargs)
        for pk, soort in set(list_stappen(account, STERK)) - vooraf:
            record_authentication(request, account, "mfa", id=pk, type=soort)
        return antwoord

    return met_stap
