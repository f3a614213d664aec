"""Signing in and out, and the sessions of one account."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.views import LoginView
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.rollen import Reden
from passend.toegang.actions import end_sessies, record_aanmelding, record_geweigerde_aanmelding
from passend.toegang.queries import find_account, list_demo_accounts
from passend.web.kader import demo_accounts
from passend.web.koppen import wis_browser
from passend.web.sessieduur import is_voorbij
from passend.web.verzoek import aangemeld, account_van

DEMO = "demo"
EIGEN_ACCOUNT = Reden("eigen_account", "Dit is uw eigen account.")


class Aanmelden(LoginView):
    """Ask for a name and a password; the demonstration shows its people."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the page shows besides its form."""
        return {**super().get_context_data(**kwargs), "demo": demo_accounts(), "verder": self.get_next_url() or ""}  # type: ignore[no-untyped-call]

    def form_invalid(self, form: Any) -> HttpResponse:
        """Refuse in one sentence, and write down that somebody tried."""
        if form.data.get("login"):
            record_geweigerde_aanmelding(account=find_account(naam=form.data["login"]), op=timezone.now())
        return self.render_to_response(self.get_context_data(form=form), status=422)


aanmelden = Aanmelden.as_view()


@require_POST
def demo(request: HttpRequest) -> HttpResponse:
    """Sign in as somebody of the demonstration, without a second step; other accounts are never opened this way."""
    if not settings.DEMONSTRATIE:
        raise Http404
    account = list_demo_accounts().filter(username=request.POST.get("account", "")).first()
    if account is None:
        return redirect("account_login")
    login(request, account)
    UserSession.objects.create_from_request(request)
    record_aanmelding(account=account, hoe=DEMO, op=timezone.now())
    return redirect("start")


@require_safe
@never_cache
def nog_aangemeld(request: HttpRequest) -> JsonResponse:
    """Say to a page that lies open who is signed in now, if anybody, and by which mark its forms are taken.

    So that who typed a long text is told before it is sent, and lost, that the session ended elsewhere.
    """
    is_hier = request.user.is_authenticated and not is_voorbij(request)
    return JsonResponse({"wie": str(request.user.pk) if is_hier else "", "merk": get_token(request)})


@require_POST
def afmelden(request: HttpRequest) -> HttpResponse:
    """Sign out and go to the public page."""
    logout(request)
    return wis_browser(redirect("openbaar"))


@aangemeld
@require_POST
def overal_afmelden(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere, here too; it works at once for every browser."""
    account = account_van(request)
    end_sessies(actor=account, account=account, reden=EIGEN_ACCOUNT, op=timezone.now())
    get_adapter().logout(request)
    messages.success(request, _("U bent overal afgemeld."))
    return wis_browser(redirect("account_login"))
