"""Permissions: asked by the school, given and taken back by parents; and the invitations that go with a file."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.actions.toestemming import (
    ask_toestemming,
    give_toestemming,
    record_toestemming,
    retract_papier,
    retract_toestemming,
    withdraw_toestemming,
)
from passend.leerlingen.actions.uitnodigen import invite_deskundige_again, retract_ouderuitnodiging
from passend.leerlingen.permissions import visible_stukken
from passend.leerlingen.queries.leerlingen import get_ouder, list_ouders
from passend.leerlingen.queries.toestemming import Toestemming, get_toestemming, list_nog_gedeeld, list_toestemmingen
from passend.web.aanmelden import brieven
from passend.web.aanmelden.genodigden import BriefError, nodig_uit
from passend.web.leerlingen.dossier import toon
from passend.web.leerlingen.uitnodigen import nodig_deskundigen_uit, stuur_deskundige
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling, lees_dag
from passend.web.verzoek import heel_getal
from passend.web.zinnen import vertaal


@bij_leerling()
@require_POST
def toestemming_vragen(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Ask the parents; the expert is invited when they agree, and sees nothing until then."""
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
        toestemming = ask_toestemming(
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
    vertel_ouders(request, bezoek)
    if toestemming.account_id is None:
        zin = _("De vraag staat bij de ouders. De deskundige krijgt een uitnodiging zodra zij ja zeggen.")
        messages.success(request, zin)
    else:
        messages.success(
            request, _("De vraag staat bij de ouders. De deskundige kan zich aanmelden, en ziet nog niets.")
        )
    return bezoek.naar()


@bij_leerling()
@require_POST
def toestemming_besluit(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """A parent says yes or no, or takes it back; the school notes what was signed, or takes its question back."""
    toestemming = get_toestemming(leerling=bezoek.leerling, pk=pk)
    if toestemming is None:
        raise Http404
    keuzes = request.POST.getlist("besluit")
    try:
        if "geef" in keuzes:
            give_toestemming(actor=bezoek.account, toestemming=toestemming, op=bezoek.op)
            nodig_deskundigen_uit(request, bezoek)
            messages.success(request, _("U gaf toestemming. U kunt haar altijd weer intrekken."))
        elif "trek_in" in keuzes:
            withdraw_toestemming(actor=bezoek.account, toestemming=toestemming, op=bezoek.op)
            messages.success(request, _("Vastgelegd. Hiermee wordt niets gedeeld."))
            _zeg_wat_open_blijft(request, bezoek, toestemming)
        elif "terug" in keuzes:
            bezoek.require_school()
            retract_toestemming(actor=bezoek.account, toestemming=toestemming, op=bezoek.op)
            messages.success(request, _("De vraag is teruggenomen. Hiermee wordt niets meer gedeeld."))
        elif "nodig_uit" in keuzes:
            bezoek.require_school()
            genodigde = invite_deskundige_again(actor=bezoek.account, toestemming=toestemming, op=bezoek.op)
            stuur_deskundige(request, bezoek, genodigde)
            messages.success(request, _("De uitnodiging is opnieuw gestuurd. De vorige werkt niet meer."))
        else:
            return _papier(request, bezoek, toestemming, is_weg="papier_weg" in keuzes)
    except LeerlingError as fout:
        return toon(request, bezoek, fout=vertaal(fout), bij=f"toestemming-{pk}", status=422)
    return _terug(request, bezoek)


def _terug(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """The way back: to the sheet of the meeting where one answered, or else to the file."""
    if nummer := heel_getal(request.POST.get("overleg", "")):
        return HttpResponseRedirect(reverse("overleg", kwargs={**bezoek.plek, "nr": nummer}) + "#deelnemers")
    return bezoek.naar()


def _zeg_wat_open_blijft(request: HttpRequest, bezoek: Dossierbezoek, toestemming: Toestemming) -> None:
    """Say which of these pieces the same person still reads by another permission."""
    beelden = list_toestemmingen(leerling=bezoek.leerling, account=bezoek.account, op=bezoek.op)
    beeld = next(een for een in beelden if een.toestemming == toestemming)
    if titels := list_nog_gedeeld(beelden=beelden, beeld=beeld):
        zin = _("Door een andere toestemming leest %(wie)s nog: %(stukken)s. Trek die ook in als u dat niet wilt.")
        messages.warning(request, zin % {"wie": toestemming.email, "stukken": ", ".join(titels)})


def _papier(request: HttpRequest, bezoek: Dossierbezoek, toestemming: Toestemming, *, is_weg: bool) -> HttpResponse:
    """Note what a parent signed, or take such a note away."""
    bezoek.require_school()
    ouder = get_ouder(leerling=bezoek.leerling, pk=heel_getal(request.POST.get("ouder", "")))
    if ouder is None:
        raise Http404
    feiten: dict[str, Any] = {"actor": bezoek.account, "toestemming": toestemming, "ouder": ouder, "op": bezoek.op}
    if is_weg:
        retract_papier(**feiten)
        messages.success(request, _("De notitie is weg. Deze ouder heeft nu niet geantwoord."))
        return _terug(request, bezoek)
    dag = lees_dag(request.POST.get("getekend_op", ""))
    if dag is None:
        fout = _("Vul in op welke dag de ouder tekende.")
        return toon(request, bezoek, fout=fout, bij=f"toestemming-{toestemming.pk}", status=422)
    record_toestemming(getekend_op=dag, **feiten)
    nodig_deskundigen_uit(request, bezoek)
    messages.success(request, _("Genoteerd. De ouders lezen dat het op papier was, en wie het noteerde."))
    return _terug(request, bezoek)


@bij_leerling()
@require_POST
def ouder_uitnodigen(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Invite a parent to look at the file of their child, or take the invitation back."""
    bezoek.require_school()
    ouder = get_ouder(leerling=bezoek.leerling, pk=heel_getal(request.POST.get("ouder", "")))
    if ouder is None or not ouder.email:
        raise Http404
    if "intrekken" in request.POST:
        retract_ouderuitnodiging(actor=bezoek.account, ouder=ouder, op=bezoek.op)
        messages.success(request, _("De uitnodiging is ingetrokken. De link werkt niet meer."))
        return bezoek.naar()
    try:
        nodig_uit(
            request,
            actor=bezoek.account,
            vestiging=bezoek.vestiging,
            soort=Rolsoort.OUDER,
            email=ouder.email,
            op=bezoek.op,
        )
    except BriefError as mislukt:
        messages.error(request, str(mislukt))
        return bezoek.naar()
    messages.success(request, _("De uitnodiging is gestuurd. De link werkt zeven dagen lang, voor een keer."))
    return bezoek.naar()


def vertel_ouders(request: HttpRequest, bezoek: Dossierbezoek) -> None:
    """Write to each parent with authority and an address that a question waits; not which, and not about whom."""
    feiten = {"school": bezoek.vestiging, "adres": request.build_absolute_uri(reverse("kinderen"))}
    ouders = list_ouders(leerling=bezoek.leerling, peildatum=bezoek.vandaag)
    for email in sorted({ouder.email.lower() for ouder in ouders if ouder.heeft_gezag and ouder.email}):
        brieven.stuur_na_bewaren(brieven.TOESTEMMING, email, feiten)
