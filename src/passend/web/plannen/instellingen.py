"""What a school chooses for all its plans: the rounds of the year, and what its levels of support are called."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.periode import Periode
from passend.begrippen.schooljaar import Schooljaar
from passend.leerlingen.permissions import require
from passend.plannen.actions.kenmerken import PlanError
from passend.plannen.actions.rondes import RONDES_VANZELF, set_clustergrenzen, set_niveaus, set_rondes
from passend.plannen.permissions import WIE_STELT_IN, why_may_configure
from passend.plannen.queries.rondes import get_clustergrenzen, list_niveaus, list_rondes
from passend.regels.clusters import ClusterError, Clustergrenzen
from passend.regels.planevaluatie import HOOGSTE_NIVEAU
from passend.regels.planrondes import MEESTE_RONDES, verdeel
from passend.web.kader import maak_kader
from passend.web.leerlingen.verzoek import lees_dag
from passend.web.verzoek import Bezoek, bij_school, heel_getal
from passend.web.zinnen import vertaal


@bij_school
@require_safe
def instellingen(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """The rounds and the levels as they are."""
    require(why_may_configure(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_STELT_IN)
    return _toon(request, bezoek)


@bij_school
@require_POST
def rondes(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Choose the rounds; a row with two blank days is no round."""
    require(why_may_configure(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_STELT_IN)
    dagen = [
        (request.POST.get(f"van-{nummer}", ""), request.POST.get(f"tot-{nummer}", ""))
        for nummer in range(1, MEESTE_RONDES + 1)
    ]
    gekozen = [(lees_dag(van), lees_dag(tot)) for van, tot in dagen if van or tot]
    if any(van is None or tot is None for van, tot in gekozen):
        return _toon(request, bezoek, fout=_("Vul bij elke ronde twee bestaande datums in."), bij="rondes", dagen=dagen)
    try:
        set_rondes(
            actor=bezoek.account,
            vestiging=bezoek.vestiging,
            schooljaar=Schooljaar.op(bezoek.vandaag),
            rondes=[Periode(van, tot) for van, tot in gekozen if van and tot],
            op=bezoek.op,
        )
    except PlanError as fout:
        return _toon(request, bezoek, fout=vertaal(fout), bij="rondes", dagen=dagen)
    messages.success(request, _("De rondes staan vast voor dit schooljaar."))
    return redirect("planinstellingen", code=bezoek.vestiging.code)


@bij_school
@require_POST
def niveaus(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Say what the levels are called here."""
    require(why_may_configure(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_STELT_IN)
    getypt = {
        nummer: (request.POST.get(f"naam-{nummer}", ""), request.POST.get(f"uitleg-{nummer}", ""))
        for nummer in range(1, HOOGSTE_NIVEAU + 1)
    }
    try:
        set_niveaus(actor=bezoek.account, vestiging=bezoek.vestiging, niveaus=getypt, op=bezoek.op)
    except PlanError as fout:
        return _toon(request, bezoek, fout=vertaal(fout), bij="niveaus", getypt=getypt)
    messages.success(request, _("De niveaus heten nu zo op deze school."))
    return redirect("planinstellingen", code=bezoek.vestiging.code)


@bij_school
@require_POST
def clustergrenzen(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Choose between which percentiles basis is proposed."""
    require(why_may_configure(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_STELT_IN)
    grenzen = Clustergrenzen(
        verdiept_vanaf=heel_getal(request.POST.get("verdiept", "")),
        intensief_tot_en_met=heel_getal(request.POST.get("intensief", "")),
    )
    try:
        set_clustergrenzen(actor=bezoek.account, vestiging=bezoek.vestiging, grenzen=grenzen, op=bezoek.op)
    except ClusterError as fout:
        return _toon(request, bezoek, fout=vertaal(fout), bij="grenzen")
    messages.success(request, _("Bewaard. Een nieuw groepsplan volgt deze grenzen; wat er al is, blijft."))
    return redirect("planinstellingen", code=bezoek.vestiging.code)


def _toon(
    request: HttpRequest,
    bezoek: Bezoek,
    *,
    fout: str = "",
    bij: str = "",
    dagen: list[tuple[str, str]] | None = None,
    getypt: dict[int, tuple[str, str]] | None = None,
) -> HttpResponse:
    schooljaar = Schooljaar.op(bezoek.vandaag)
    rondes = list_rondes(vestiging=bezoek.vestiging, schooljaar=schooljaar)
    perioden = [Periode(ronde.geldig_van, ronde.geldig_tot_en_met) for ronde in rondes]
    staan = [
        (een.van.isoformat(), een.tot_en_met.isoformat() if een.tot_en_met else "")
        for een in perioden or verdeel(schooljaar, RONDES_VANZELF)
    ]
    eigen = {n: (niveau.naam, niveau.uitleg) for n, niveau in list_niveaus(vestiging=bezoek.vestiging).items()}
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "code": bezoek.vestiging.code,
        "schooljaar": str(schooljaar),
        "dagen": dagen or [*staan, *[("", "")] * (MEESTE_RONDES - len(staan))],
        "niveaus": getypt or eigen,
        "gekozen": bool(rondes),
        "grenzen": get_clustergrenzen(vestiging=bezoek.vestiging),
        "ingevuld": request.POST if bij == "grenzen" else {},
        "fout": fout,
        "bij": bij,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if fout else HTTPStatus.OK
    return render(request, "plannen/instellingen.jinja", context, status=status)
