"""Signing in with a school account, as Entree Federatie gives it: keyed on `uid`, never on an e-mail address."""

import logging
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from passend.regels.schoolaccount import Schoolbezwaar, check_schoolaccount
from passend.toegang.actions import record_geweigerde_aanmelding
from passend.toegang.queries import Account, list_vestigingen_van
from passend.web.aanmelden.federatie import Schoolgesprek, bezwaar_van, check_nonce

logger = logging.getLogger(__name__)
BEWAARD = ("uid",)
ONBRUIKBAAR = (OAuth2Error, OSError, KeyError, TypeError, ValueError, AttributeError)  # none, or not as it must be
VAN_HIER = frozenset({"same-origin", ""})  # old browsers do not say where a click came from


class Schooladapter(DefaultSocialAccountAdapter):
    """The half of allauth that is about school accounts."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """People come by invitation."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Refuse who may not come in, before anything else happens; keep nothing of what was told but the key.

        Raises:
            ImmediateHttpResponse: a page that says why.
        """
        check_nonce(sociallogin)
        claims = _claims(sociallogin)
        account = _account(request, sociallogin)
        bezwaar = check_schoolaccount(
            soorten=_lijst(claims.get("eduPersonAffiliation")),
            instelling=next(iter(_lijst(claims.get("nlEduPersonHomeOrganizationId"))), ""),
            codes=None if account is None else _codes(account),
        )
        if bezwaar is not None:
            record_geweigerde_aanmelding(account=account, waarom=bezwaar.value, op=timezone.now())
            raise ImmediateHttpResponse(geweigerd(request, _zin(bezwaar)))
        sociallogin.account.extra_data = {"userinfo": {naam: claims[naam] for naam in BEWAARD if naam in claims}}

    def on_authentication_error(
        self, request: HttpRequest, *_feiten: Any, exception: Exception | None = None, **_meer: Any
    ) -> None:
        """Say in our words that it went wrong on the way; write it down where the federation had a part in it.

        Raises:
            ImmediateHttpResponse: that page.
        """
        raise ImmediateHttpResponse(
            geweigerd(request, _mislukt()) if exception is None else ongeloofd(request, exception)
        )

    def get_requests_session(self) -> Any:
        """How the federation is asked: where the settings and its metadata say, and nowhere it sends us on to."""
        sessie = super().get_requests_session()  # type: ignore[no-untyped-call]
        sessie.max_redirects = 0
        return sessie

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:
        """Back to the page about signing in."""
        return reverse("mfa_index")


def heen(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To the federation, for who clicked here; another site that sends somebody gets no session made for them."""
    if request.headers.get("Sec-Fetch-Site", "") not in VAN_HIER:
        return redirect("account_login")
    return _ga(OAuth2LoginView, request, provider_id)


def terug(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Where the federation sends somebody back to; an answer that lacks what it must hold is refused."""
    return _ga(OAuth2CallbackView, request, provider_id)


def _ga(stap: Any, request: HttpRequest, provider_id: str) -> HttpResponse:
    """A step of allauth with our conversation."""
    try:
        antwoord: HttpResponse = stap.adapter_view(Schoolgesprek(request, provider_id))(request)
    except SocialApp.DoesNotExist as fout:
        raise Http404 from fout
    except ONBRUIKBAAR as fout:
        return ongeloofd(request, fout)
    return antwoord


def ongeloofd(request: HttpRequest, fout: Exception) -> HttpResponse:
    """Refuse an answer of the federation, and write down why: for the book of acts, and for who runs the server."""
    bezwaar = bezwaar_van(fout)
    logger.warning("the answer of the federation was refused: %s", bezwaar.value, exc_info=fout)
    record_geweigerde_aanmelding(account=None, waarom=bezwaar.value, op=timezone.now())
    return geweigerd(request, _mislukt())


def geweigerd(request: HttpRequest, zin: str) -> HttpResponse:
    """The page that says why a school account does not open anything."""
    return render(request, "aanmelden/geweigerd.jinja", {"zin": zin}, status=403)


def _claims(sociallogin: SocialLogin) -> dict[str, Any]:
    gegevens: dict[str, Any] = sociallogin.account.extra_data
    return {**(gegevens.get("id_token") or {}), **(gegevens.get("userinfo") or {})}


def _account(request: HttpRequest, sociallogin: SocialLogin) -> Account | None:
    """The account that is opened, or that somebody who is signed in links; never one of the demonstration."""
    kandidaat: object = sociallogin.user if sociallogin.is_existing else None
    if kandidaat is None and sociallogin.state.get("process") == "connect" and heeft_bewezen(request):
        kandidaat = request.user
    return kandidaat if isinstance(kandidaat, Account) and kandidaat.is_active and not kandidaat.is_demo else None


def heeft_bewezen(request: HttpRequest) -> bool:
    """True for who came in with a proof of their own."""
    return request.user.is_authenticated and bool(get_authentication_records(request, request.user))


def _codes(account: Account) -> list[str]:
    vandaag = timezone.localdate()
    return [vestiging.code for vestiging in list_vestigingen_van(account=account, peildatum=vandaag)]


def _lijst(waarde: Any) -> list[str]:
    return [str(deel) for deel in waarde] if isinstance(waarde, list) else [str(waarde)] if waarde else []


def _mislukt() -> str:
    return _("Er kwam geen bruikbaar antwoord van uw school. Probeer het opnieuw, of meld u aan met een wachtwoord.")


def _zin(bezwaar: Schoolbezwaar) -> str:
    return {
        Schoolbezwaar.LEERLING: _("Dit is een account van een leerling. Passend is alleen voor wie er werkt."),
        Schoolbezwaar.GEEN_SCHOOL: _("Uw schoolaccount zegt niet van welke school u bent. Vraag het uw beheerder."),
        Schoolbezwaar.ANDERE_SCHOOL: _(
            "Dit schoolaccount is van een andere school dan uw account in Passend. Meld u aan met een wachtwoord."
        ),
        Schoolbezwaar.ONBEKEND: _(
            "Dit schoolaccount is nog niet gekoppeld. Meld u aan met uw wachtwoord en kies Aanmelden en beveiliging. "
            "Heeft u nog geen wachtwoord? Vraag uw directeur om een uitnodiging."
        ),
    }[bezwaar]
