"""The plans of one pupil: from a worry or a need to a plan to an evaluation; parents read the same in plain words."""

from datetime import date, timedelta
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passend.begrippen.hgw import Kenmerksoort
from passend.begrippen.inzage import Vertrouwelijkheid
from passend.leerlingen.permissions import WIE_LEEST, WIE_SCHRIJFT, require, why_may_write
from passend.plannen.actions.kenmerken import PlanError
from passend.plannen.actions.plannen import (
    Regelgegevens,
    add_plan,
    add_planregel,
    continue_plan,
    evaluate_plan,
    remove_planregel,
)
from passend.plannen.queries.beloften import list_beloften
from passend.plannen.queries.clusterbehoeften import list_clusterhulp
from passend.plannen.queries.kenmerken import list_kenmerken
from passend.plannen.queries.plannen import Plan, get_plan, get_planregel, list_plannen
from passend.plannen.queries.rondes import get_ronde_op, list_niveaus
from passend.plannen.queries.voorstellen import list_planvoorstellen
from passend.regels.inschrijving import bezwaar_als_weg
from passend.regels.lesvrij import laatste_lesdag
from passend.regels.planevaluatie import Planfeiten
from passend.regels.tekstmerk import tekstmerk
from passend.volgen.queries.vakanties import vakantiedagen
from passend.volgen.queries.waarnemingen import get_waarneming
from passend.web.kader import maak_kader
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling, lees_dag
from passend.web.plannen.woorden import SOORTEN, STANDEN, TONEN, UITKOMSTEN, UITKOMSTTONEN, VAKKEN
from passend.web.verzoek import heel_getal, lees_of_stuur
from passend.web.zinnen import vertaal

GEWEIGERD = 422
VANZELF = timedelta(weeks=8)
REGELVELDEN = ("aanpak", "wie", "hoe_vaak")


@bij_leerling("open_plannen")
@lees_of_stuur
def plannen(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Every plan of a pupil, and a form for a new one."""
    require(bezoek.inzage.reden if bezoek.inzage.is_heel else None, WIE_LEEST)
    return _nieuw(request, bezoek) if request.method == "POST" else toon(request, bezoek)


def toon(request: HttpRequest, bezoek: Dossierbezoek, *, status: int = HTTPStatus.OK, **meer: Any) -> HttpResponse:
    """The page, with what went wrong in one of its forms."""
    mag_schrijven = why_may_write(bezoek.inzage, Vertrouwelijkheid.GEWOON) is not None
    is_weg = bool(bezwaar_als_weg(bezoek.leerling.uitgeschreven_op, bezoek.vandaag))
    kenmerken = list_kenmerken(leerlingen=[bezoek.leerling], peildatum=bezoek.vandaag)[bezoek.leerling.pk]
    gekozen = heel_getal(request.GET.get("behoefte", ""))
    zorg = get_waarneming(leerling=bezoek.leerling, pk=heel_getal(request.GET.get("zorg", "")))
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "bezoek": bezoek,
        "leerling": bezoek.leerling,
        "inzage": bezoek.inzage,
        "plek": bezoek.plek,
        "plannen": list_plannen(leerling=bezoek.leerling, peildatum=bezoek.vandaag),
        "voorstellen": list_planvoorstellen(leerling=bezoek.leerling) if mag_schrijven and not is_weg else [],
        "kenmerken": kenmerken,
        "soorten_kenmerk": SOORTEN,
        "clusterhulp": list_clusterhulp(leerling=bezoek.leerling),
        "vaknamen": VAKKEN,
        "behoeften": kenmerken[Kenmerksoort.BEHOEFTE],
        "niveaus": list_niveaus(vestiging=bezoek.vestiging),
        "beloften": list_beloften(vestiging=bezoek.vestiging) if mag_schrijven else {},
        "standen": STANDEN,
        "tonen": TONEN,
        "uitkomsten": UITKOMSTEN,
        "uitkomsttonen": UITKOMSTTONEN,
        "mag_schrijven": mag_schrijven,
        "mag_beginnen": mag_schrijven and not is_weg,
        "terugkijken": _terugkijkdag(bezoek),
        "gekozen": gekozen,
        "aanleiding": zorg.tekst
        if zorg
        else next((een.tekst for een in kenmerken[Kenmerksoort.BEHOEFTE] if een.pk == gekozen), ""),
        "bron": f"waarneming:{zorg.pk}" if zorg else "",
        "merk": tekstmerk,
        "ingevuld": request.POST,
        "fout": "",
        "bij": "",
        **meer,
    }
    return render(request, "plannen/leerlingplannen.jinja", context, status=status)


def _terugkijkdag(bezoek: Dossierbezoek) -> date:
    """When one looks back if nobody says so: at the end of the round, or in eight weeks; on a day with lessons."""
    ronde = get_ronde_op(vestiging=bezoek.vestiging, dag=bezoek.vandaag)
    einde = ronde.geldig_tot_en_met if ronde and ronde.geldig_tot_en_met > bezoek.vandaag else bezoek.vandaag + VANZELF
    vrij = vakantiedagen(vestiging=bezoek.vestiging, van=bezoek.vandaag, tot_en_met=einde)
    return laatste_lesdag(einde, vrij=vrij, na=bezoek.vandaag)


def _nieuw(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    require(why_may_write(bezoek.inzage, Vertrouwelijkheid.GEWOON), WIE_SCHRIJFT)
    tot_en_met = lees_dag(request.POST.get("geldig_tot_en_met", ""))
    if tot_en_met is None:
        return toon(request, bezoek, fout=_("Vul de dag in waarop u terugkijkt."), bij="plan", status=GEWEIGERD)
    regels = [lees_regel(request)] if any(request.POST.get(veld, "").strip() for veld in REGELVELDEN) else []
    kenmerk = heel_getal(request.POST.get("kenmerk", ""))
    try:
        add_plan(
            actor=bezoek.account,
            leerling=bezoek.leerling,
            feiten=Planfeiten(
                aanleiding=request.POST.get("aanleiding", ""),
                doel=request.POST.get("doel", ""),
                niveau=heel_getal(request.POST.get("niveau", "")),
                geldig_van=bezoek.vandaag,
                geldig_tot_en_met=tot_en_met,
            ),
            regels=regels,
            bron=request.POST.get("bron", "")[:40] or (f"behoefte:{kenmerk}" if kenmerk else ""),
            op=bezoek.op,
        )
    except PlanError as fout:
        return toon(request, bezoek, fout=vertaal(fout), bij="plan", status=GEWEIGERD)
    messages.success(request, _("Het plan staat. De ouders kunnen het lezen."))
    return bezoek.naar("leerlingplannen")


@bij_leerling()
@require_POST
def regel(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """Add something that is done."""
    plan = plan_of_404(bezoek, pk)
    try:
        add_planregel(actor=bezoek.account, plan=plan, regel=lees_regel(request), op=bezoek.op)
    except PlanError as fout:
        return toon(request, bezoek, fout=vertaal(fout), bij=f"regel-{pk}", status=GEWEIGERD)
    return bezoek.naar("leerlingplannen")


@bij_leerling()
@require_POST
def regel_weg(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """Take away something that is not done after all."""
    plan = plan_of_404(bezoek, pk)
    weg = get_planregel(plan=plan, pk=heel_getal(request.POST.get("regel", "")))
    if weg is not None:
        weg.plan = plan
        try:
            remove_planregel(actor=bezoek.account, regel=weg, op=bezoek.op)
        except PlanError as fout:
            return toon(request, bezoek, fout=vertaal(fout), bij=f"regel-{pk}", status=GEWEIGERD)
    return bezoek.naar("leerlingplannen")


@bij_leerling()
@require_POST
def evaluatie(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """Look back on a plan."""
    plan = plan_of_404(bezoek, pk)
    try:
        evaluate_plan(
            actor=bezoek.account,
            plan=plan,
            uitkomst=request.POST.get("uitkomst", ""),
            evaluatie=request.POST.get("evaluatie", ""),
            wat_werkte=request.POST.get("wat_werkte", ""),
            op=bezoek.op,
        )
    except PlanError as fout:
        return toon(request, bezoek, fout=vertaal(fout), bij=f"evaluatie-{pk}", status=GEWEIGERD)
    messages.success(request, _("U heeft teruggekeken. Wat werkte, gaat mee als u een vervolg maakt."))
    return bezoek.naar("leerlingplannen")


@bij_leerling()
@require_POST
def vervolg(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """Go on after an evaluation, without typing anything again."""
    plan = plan_of_404(bezoek, pk)
    try:
        continue_plan(
            actor=bezoek.account,
            plan=plan,
            geldig_tot_en_met=_terugkijkdag(bezoek),
            doel=request.POST.get("doel", "").strip(),
            op=bezoek.op,
        )
    except PlanError as fout:
        return toon(request, bezoek, fout=vertaal(fout), bij=f"evaluatie-{pk}", status=GEWEIGERD)
    messages.success(request, _("Het vervolg staat. Wat werkte, staat erin. Pas het doel aan als het anders moet."))
    return bezoek.naar("leerlingplannen")


def plan_of_404(bezoek: Dossierbezoek, pk: int) -> Plan:
    """A plan of this pupil, for who writes in the file."""
    require(why_may_write(bezoek.inzage, Vertrouwelijkheid.GEWOON), WIE_SCHRIJFT)
    plan = get_plan(leerling=bezoek.leerling, pk=pk)
    if plan is None:
        raise Http404
    plan.leerling = bezoek.leerling
    return plan


def lees_regel(request: HttpRequest) -> Regelgegevens:
    """One thing that is done, as the form says it."""
    aanpak, wie, hoe_vaak = (request.POST.get(veld, "") for veld in REGELVELDEN)
    return Regelgegevens(
        aanpak=aanpak,
        wie=wie,
        hoe_vaak=hoe_vaak,
        kenmerk=heel_getal(request.POST.get("kenmerk", "")),
        onderdeel=request.POST.get("onderdeel", ""),
    )
