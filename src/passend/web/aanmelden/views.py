"""Signing in and out."""

from django.contrib.auth import login, logout
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from passend.toegang.queries import list_demo_accounts
from passend.web.kader import demo_accounts
from passend.web.verzoek import lees_of_stuur


@lees_of_stuur
@sensitive_post_parameters("password")
def aanmelden(request: HttpRequest) -> HttpResponse:
    """Ask for a name and a password; the demonstration shows its people."""
    formulier = AuthenticationForm(request, data=request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        login(request, formulier.get_user())
        return redirect(_verder(request))
    context = {
        "naam": request.POST.get("username", ""),
        "is_fout": request.method == "POST",
        "verder": _verder(request),
        "demo": demo_accounts(),
    }
    return render(request, "aanmelden.jinja", context, status=422 if request.method == "POST" else 200)


@require_POST
def demo(request: HttpRequest) -> HttpResponse:
    """Sign in as somebody of the demonstration; other accounts are never opened this way."""
    account = list_demo_accounts().filter(username=request.POST.get("account", "")).first()
    if account is None:
        return redirect("aanmelden")
    login(request, account, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("start")


@require_POST
def afmelden(request: HttpRequest) -> HttpResponse:
    """Sign out and go to the public page."""
    logout(request)
    return redirect("openbaar")


def _verder(request: HttpRequest) -> str:
    """Where to go after signing in; only to pages of our own."""
    doel = request.POST.get("next") or request.GET.get("next") or ""
    is_eigen = url_has_allowed_host_and_scheme(
        doel, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return doel if is_eigen else resolve_url("start")
