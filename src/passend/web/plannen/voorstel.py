"""What a previous school gave along of its plans: taken over with one click, or put aside."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passend.begrippen.hgw import Voorstelsoort
from passend.begrippen.inzage import Vertrouwelijkheid
from passend.leerlingen.permissions import WIE_SCHRIJFT, require, why_may_write
from passend.plannen.actions.kenmerken import PlanError
from passend.plannen.actions.voorstellen import decline_voorstel, take_over_opp, take_over_plan
from passend.plannen.permissions import WIE_LEIDT_OPP, why_may_lead_opp
from passend.plannen.queries.opp import get_oppversie
from passend.plannen.queries.voorstellen import Planvoorstel, get_voorstel
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling, lees_dag
from passend.web.plannen import leerlingplan, opp
from passend.web.plannen.oppbegin import geen_begin, lees_begin
from passend.web.zinnen import vertaal


@bij_leerling()
@require_POST
def plan_voorstel(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """Let the plan of the previous school go on here."""
    require(why_may_write(bezoek.inzage, Vertrouwelijkheid.GEWOON), WIE_SCHRIJFT)
    voorstel, dag = _voorstel(bezoek, pk), lees_dag(request.POST.get("geldig_tot_en_met", ""))
    try:
        if dag is None:
            raise PlanError(_("Vul de dag in waarop u terugkijkt."))
        take_over_plan(actor=bezoek.account, voorstel=voorstel, geldig_tot_en_met=dag, op=bezoek.op)
    except PlanError as fout:
        return leerlingplan.toon(request, bezoek, fout=vertaal(fout), bij=f"voorstel-{pk}", status=422)
    messages.success(request, _("Overgenomen. Het plan loopt nu bij u. De dag om terug te kijken staat in de agenda."))
    return bezoek.naar("leerlingplannen")


@bij_leerling()
@require_POST
def opp_voorstel(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """Begin the perspective here with what the previous school wrote, or fill what is empty in a concept."""
    require(why_may_lead_opp(bezoek.inzage), WIE_LEIDT_OPP)
    voorstel, versie = _voorstel(bezoek, pk), get_oppversie(leerling=bezoek.leerling)
    if (gelezen := lees_begin(request.POST)) is None:
        return opp.toon(request, bezoek, versie, fout=geen_begin(), bij="voorstel", status=422)
    return opp.probeer(
        request,
        bezoek,
        "voorstel",
        lambda: take_over_opp(
            actor=bezoek.account,
            voorstel=voorstel,
            **gelezen,
            op=bezoek.op,
        ),
        _("Overgenomen. Dit is uw concept: lees het na, en ga er met ouders en kind mee verder."),
    )


@bij_leerling()
@require_POST
def voorstel_weg(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """Put aside what the previous school gave along."""
    require(why_may_write(bezoek.inzage, Vertrouwelijkheid.GEWOON), WIE_SCHRIJFT)
    voorstel = _voorstel(bezoek, pk)
    try:
        decline_voorstel(actor=bezoek.account, voorstel=voorstel, op=bezoek.op)
    except PlanError as fout:
        messages.error(request, vertaal(fout))
    else:
        messages.success(request, _("Niet overgenomen. Wat de vorige school schreef, staat nog in het dossier."))
    return bezoek.naar("opp" if voorstel.soort == Voorstelsoort.OPP else "leerlingplannen")


def _voorstel(bezoek: Dossierbezoek, pk: int) -> Planvoorstel:
    """What came along for this pupil."""
    voorstel = get_voorstel(leerling=bezoek.leerling, pk=pk)
    if voorstel is None:
        raise Http404
    voorstel.leerling = bezoek.leerling
    return voorstel
