"""What a request is about: the person, the school, the working copy; each refused or not found in one place."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any, Concatenate

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from passend.begrippen.rollen import GeenToegangError
from passend.organisaties.queries import Vestiging, get_vestiging, in_bestuur
from passend.profielen.permissions import why_may_edit_profiel, why_may_read_profiel
from passend.profielen.queries.werk import Ondersteuningsprofiel, get_laatste_profiel
from passend.toegang.queries import Account
from passend.web.fouten import afgemeld
from passend.web.sessieduur import is_voorbij

type Schoolview[**P] = Callable[Concatenate[HttpRequest, "Bezoek", P], HttpResponse]
type Codeview = Callable[..., HttpResponseBase]

LANGSTE_GETAL = 12
lees_of_stuur = require_http_methods(["GET", "HEAD", "POST"])
LEZEND = frozenset({"GET", "HEAD"})
WIE_LEEST = "wie op deze school, bij haar bestuur of bij haar samenwerkingsverband werkt"
NIET_HIER = "Deze pagina is voor mensen die voor deze school werken. Werkt u hier? Vraag de directeur u uit te nodigen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezoek:
    """One person at one school at one moment; the page asks for nothing else about them."""

    account: Account
    vestiging: Vestiging
    op: datetime

    @property
    def vandaag(self) -> date:
        """The day of the visit."""
        return timezone.localtime(self.op).date()

    @property
    def mag_schrijven(self) -> bool:
        """True for who writes the profile of this school."""
        return why_may_edit_profiel(self.account, self.vestiging, peildatum=self.vandaag) is not None

    def profiel(self) -> Ondersteuningsprofiel | None:
        """The newest working copy of the school."""
        return get_laatste_profiel(vestiging=self.vestiging)

    def profiel_of_404(self) -> Ondersteuningsprofiel:
        """The newest working copy; not found when the school has none yet."""
        profiel = self.profiel()
        if profiel is None:
            raise Http404
        return profiel


def account_van(request: HttpRequest) -> Account:
    """The person who is signed in; behind `aangemeld` there always is one."""
    account = request.user
    assert isinstance(account, Account)  # noqa: S101 -- tells the type checker what `aangemeld` promises
    return account


def aangemeld(view: Codeview) -> Codeview:
    """A page for who is signed in; kept by no browser, for schools share computers.

    A form that was sent too late cannot be sent again by going back to its address, so it leads to the first screen.
    """

    @wraps(view)
    def met_account(request: HttpRequest, /, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and is_voorbij(request):
            logout(request)
        if not request.user.is_authenticated:
            return _meld_aan(request)
        antwoord = view(request, *args, **kwargs)
        antwoord.headers.setdefault("Cache-Control", "private, no-store")
        return antwoord

    return met_account


def _meld_aan(request: HttpRequest) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return afgemeld(request)
    return redirect_to_login(request.get_full_path()) if request.method in LEZEND else redirect("account_login")


def heel_getal(tekst: str) -> int:
    """A whole number out of a form; 0 for what is none, or longer than any number of ours."""
    return int(tekst) if tekst.isdecimal() and len(tekst) <= LANGSTE_GETAL else 0


def bij_school[**P](view: Schoolview[P]) -> Codeview:
    """A page of one school: signed in, the school exists, and there is a reason to be there."""

    @aangemeld
    @wraps(view)
    def met_school(request: HttpRequest, /, code: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        vestiging = get_vestiging(code=code)
        if vestiging is None:
            raise Http404
        bezoek = Bezoek(account=account_van(request), vestiging=vestiging, op=timezone.localtime())
        if why_may_read_profiel(bezoek.account, vestiging, peildatum=bezoek.vandaag) is None:
            raise GeenToegangError(NIET_HIER)
        with in_bestuur(vestiging.bestuur_id):
            return view(request, bezoek, *args, **kwargs)

    return met_school
