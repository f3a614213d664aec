"""Permissions: asked by the school, given and taken back by parents; and the invitations that go with a file."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.actions.toestemming import (
    ask_toestemming,
    give_toestemming,
    record_toestemming,
    withdraw_toestemming,
)
from passend.leerlingen.permissions import visible_stukken
from passend.leerlingen.queries.leerlingen import get_ouder
from passend.leerlingen.queries.toestemming import get_toestemming
from passend.toegang.actions import invite
from passend.toegang.queries import ROLNAMEN
from passend.web.aanmelden import brieven
from passend.web.leerlingen.dossier import toon
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling, lees_dag
from passend.web.verzoek import heel_getal
from passend.web.zinnen import vertaal


@bij_leerling()
@require_POST
def toestemming_vragen(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Ask the parents, and invite the expert; who sees nothing until the parents agree."""
    bezoek.require_school()
    email, dag = request.POST.get("email", "").strip(), lees_dag(request.POST.get("geldig_tot_en_met", ""))
    try:
        validate_email(email)
    except ValidationError:
        fout = _("Dit is geen e-mailadres. Kijk of er een @ in staat.")
        return toon(request, bezoek, fout=fout, bij="toestemming", status=422)
    if dag is None:
        return toon(request, bezoek, fout=_("Vul een bestaande dag in."), bij="toestemming", status=422)
    gekozen = {heel_getal(waarde) for waarde in request.POST.getlist("stuk")}
    try:
        ask_toestemming(
            actor=bezoek.account,
            leerling=bezoek.leerling,
            email=email,
            doel=request.POST.get("doel", ""),
            geldig_tot_en_met=dag,
            stukken=list(visible_stukken(bezoek.inzage, bezoek.leerling).filter(pk__in=gekozen)),
            op=bezoek.op,
        )
    except LeerlingError as fout:
        return toon(request, bezoek, fout=vertaal(fout), bij="toestemming", status=422)
    _nodig_uit(request, bezoek, Rolsoort.DESKUNDIGE, email)
    messages.success(request, _("De vraag staat bij de ouders. De deskundige is uitgenodigd, en ziet nog niets."))
    return bezoek.naar()


@bij_leerling()
@require_POST
def toestemming_besluit(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """A parent agrees or takes it back; the school notes what a parent signed on paper."""
    toestemming = get_toestemming(leerling=bezoek.leerling, pk=pk)
    if toestemming is None:
        raise Http404
    keuzes = request.POST.getlist("besluit")  # who is parent and school at once has both in one form
    if "geef" in keuzes:
        give_toestemming(actor=bezoek.account, toestemming=toestemming, op=bezoek.op)
    elif "trek_in" in keuzes:
        withdraw_toestemming(actor=bezoek.account, toestemming=toestemming, op=bezoek.op)
    else:
        bezoek.require_school()
        ouder = get_ouder(leerling=bezoek.leerling, pk=heel_getal(request.POST.get("ouder", "")))
        if ouder is None:
            raise Http404
        try:
            record_toestemming(actor=bezoek.account, toestemming=toestemming, ouder=ouder, op=bezoek.op)
        except LeerlingError as fout:
            messages.error(request, vertaal(fout))
    return bezoek.naar()


@bij_leerling()
@require_POST
def ouder_uitnodigen(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Invite a parent to look at the file of their child."""
    bezoek.require_school()
    ouder = get_ouder(leerling=bezoek.leerling, pk=heel_getal(request.POST.get("ouder", "")))
    if ouder is None or not ouder.email:
        raise Http404
    _nodig_uit(request, bezoek, Rolsoort.OUDER, ouder.email)
    messages.success(request, _("De uitnodiging is gestuurd. Zij werkt zeven dagen en een keer."))
    return bezoek.naar()


def _nodig_uit(request: HttpRequest, bezoek: Dossierbezoek, soort: Rolsoort, email: str) -> None:
    sleutel = invite(actor=bezoek.account, vestiging=bezoek.vestiging, soort=soort, email=email, op=bezoek.op)
    adres = request.build_absolute_uri(reverse("uitnodiging_open", kwargs={"sleutel": sleutel}))
    brieven.stuur(brieven.UITNODIGING, email, {"adres": adres, "school": bezoek.vestiging, "rol": ROLNAMEN[soort]})
