"""Accepting an invitation: the link works once, for seven days, for one person."""

from datetime import datetime
from typing import Any

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.contrib import messages
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from passend.begrippen.inzage import Inzagegrond
from passend.begrippen.rollen import GASTEN, Reden, Rolsoort
from passend.leerlingen.actions.koppelen import link_account
from passend.leerlingen.permissions import visible_leerlingen
from passend.organisaties.queries import Vestiging, in_bestuur
from passend.regels.uitnodiging import Uitnodigingbezwaar
from passend.toegang.actions import NieuwAccount, UitnodigingError, accept_uitnodiging, bestuur_van
from passend.toegang.queries import Account, Uitnodiging, bezwaar_tegen, find_uitnodiging
from passend.web.pogingen import UITNODIGING, meld_poging
from passend.web.verzoek import lees_of_stuur

type Plaats = tuple[str, dict[str, Any]]
SESSIE = "uitnodiging"


@require_safe
def openen(request: HttpRequest, sleutel: str) -> HttpResponse:
    """Keep the key in the session, so that it stands in no address and no server log any more."""
    request.session[SESSIE] = sleutel
    return redirect("uitnodiging")


@lees_of_stuur
@never_cache
@sensitive_post_parameters("wachtwoord")
def uitnodiging(request: HttpRequest) -> HttpResponse:
    """Show what somebody is invited for, and take their name and password."""
    sleutel, op = str(request.session.get(SESSIE, "")), timezone.localtime()
    account = request.user if isinstance(request.user, Account) else None
    rij = find_uitnodiging(sleutel=sleutel)
    bezwaar = bezwaar_tegen(rij, account=account, op=op)
    if rij is None or bezwaar is not None:
        return _geweigerd(request, rij, bezwaar or Uitnodigingbezwaar.ONBEKEND)
    velden = {naam: request.POST.get(naam, "").strip() for naam in ("voornaam", "achternaam")}
    wachtwoord = request.POST.get("wachtwoord", "")
    fouten = _fouten(velden, wachtwoord, rij.email) if request.method == "POST" and account is None else {}
    if request.method != "POST" or fouten:
        context = {"uitnodiging": rij, "account": account, "velden": velden, "fouten": fouten}
        return render(request, "aanmelden/uitnodiging.jinja", context, status=422 if fouten else 200)
    nieuw = None if account else NieuwAccount(**velden, wachtwoord=wachtwoord)
    try:
        wie = accept_uitnodiging(sleutel=sleutel, account=account, nieuw=nieuw, op=op)
    except UitnodigingError as fout:
        return _geweigerd(request, rij, fout.bezwaar)
    waar = None
    if rij.vestiging is not None:
        with in_bestuur(rij.vestiging.bestuur_id):
            link_account(account=wie, email=rij.email, op=op)
            waar = _waarheen(wie, rij, rij.vestiging, op)
    del request.session[SESSIE]
    if account is not None:
        messages.success(request, _("U heeft er een rol bij."))
        return redirect(reverse(waar[0], kwargs=waar[1]) if waar else reverse("start"))
    login = Login(user=wie, redirect_url=reverse(waar[0], kwargs=waar[1]) if waar else None)
    antwoord: HttpResponse = perform_password_login(request, {"username": wie.username}, login)
    return antwoord


def _waarheen(wie: Account, rij: Uitnodiging, vestiging: Vestiging, op: datetime) -> Plaats | None:
    """The pupil for whom an expert came, or the page that lists them; None for who works here."""
    if rij.soort not in GASTEN:
        return None
    gezien = visible_leerlingen(wie, op=op, gronden=(Inzagegrond.DESKUNDIGE,)).filter(vestiging=vestiging)
    if rij.soort == Rolsoort.DESKUNDIGE and len(leerlingen := list(gezien[:2])) == 1:
        return "dossier", {"code": vestiging.code, "sleutel": leerlingen[0].sleutel}
    return "kinderen", {}


def _fouten(velden: dict[str, str], wachtwoord: str, email: str) -> dict[str, str]:
    fouten = {naam: _("Vul dit in.") for naam, waarde in velden.items() if not waarde or len(waarde) > 150}  # noqa: PLR2004 -- as long as a name may be
    try:
        validate_password(
            wachtwoord, Account(first_name=velden["voornaam"], last_name=velden["achternaam"], email=email)
        )
    except ValidationError as fout:
        fouten["wachtwoord"] = " ".join(fout.messages)
    return fouten


def _geweigerd(request: HttpRequest, rij: Uitnodiging | None, bezwaar: Uitnodigingbezwaar) -> HttpResponse:
    if request.session.get(SESSIE) and bezwaar is not Uitnodigingbezwaar.EERST_AANMELDEN:  # who is asked to sign in may
        meld_poging(
            request,
            UITNODIGING,
            f"uitnodiging:{rij.pk if rij else 'onbekend'}",
            bestuur=bestuur_van(rij.bij) if rij else None,
            reden=Reden(f"uitnodiging_{bezwaar.value}", "Deze uitnodiging telt niet."),
        )
    zin = {
        Uitnodigingbezwaar.ONBEKEND: _("Dit adres klopt niet. Neem het helemaal over uit de e-mail."),
        Uitnodigingbezwaar.GEBRUIKT: _("Deze uitnodiging is al gebruikt. Meld u aan zoals u gewend bent."),
        Uitnodigingbezwaar.INGETROKKEN: _(
            "Deze uitnodiging is ingetrokken, of vervangen door een nieuwe. Kijk of u een nieuwere e-mail heeft."
        ),
        Uitnodigingbezwaar.VERLOPEN: _("Deze uitnodiging is ouder dan zeven dagen. Vraag om een nieuwe."),
        Uitnodigingbezwaar.VOOR_EEN_ANDER: _("Deze uitnodiging is voor iemand anders dan wie nu is aangemeld."),
        Uitnodigingbezwaar.EERST_AANMELDEN: _("Meld u eerst aan en open de uitnodiging daarna opnieuw."),
    }[bezwaar]
    return render(request, "aanmelden/geweigerd.jinja", {"zin": zin}, status=404)
