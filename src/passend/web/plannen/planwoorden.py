"""The texts of a plan, saved as they are typed: its goal, and what parents read first."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passend.plannen.actions.groepsplannen import GelijktijdigPlanError
from passend.plannen.actions.kenmerken import PlanError
from passend.plannen.actions.plannen import save_doel, save_gewone_woorden
from passend.plannen.queries.plannen import Plan, get_planbegin
from passend.regels.tekstmerk import tekstmerk
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling
from passend.web.plannen.leerlingplan import GEWEIGERD, plan_of_404
from passend.web.zinnen import vertaal

BOTSING = 409


@bij_leerling()
@require_POST
def doel(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """Save the goal of a plan."""
    plan = plan_of_404(bezoek, pk)

    def bewaar(merk: str) -> str:
        tekst = request.POST.get("tekst", "")
        return save_doel(actor=bezoek.account, plan=plan, doel=tekst, merk=merk, op=bezoek.op).doel

    return _bewaar(request, bewaar, {})


@bij_leerling()
@require_POST
def woorden(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """Save what parents read first, in Dutch or in English."""
    plan, is_engels = plan_of_404(bezoek, pk), request.POST.get("taal") == "en"

    def bewaar(merk: str) -> str:
        tekst = request.POST.get("tekst", "")
        nu = save_gewone_woorden(
            actor=bezoek.account, plan=plan, tekst=tekst, merk=merk, is_engels=is_engels, op=bezoek.op
        )
        return nu.gewone_woorden_engels if is_engels else nu.gewone_woorden

    return _bewaar(request, bewaar, {} if is_engels else {"leesplek": f"plan-{pk}"})


@bij_leerling()
@require_POST
def begin(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """Begin the plain words with what the plan says; words that stand there already stay."""
    plan = plan_of_404(bezoek, pk)
    if not plan.gewone_woorden:
        _begin(request, bezoek, plan)
    antwoord = bezoek.naar("leerlingplannen")
    antwoord["Location"] += f"#gewoon-{pk}"
    return antwoord


def _begin(request: HttpRequest, bezoek: Dossierbezoek, plan: Plan) -> None:
    begint = get_planbegin(plan=plan)
    try:
        save_gewone_woorden(actor=bezoek.account, plan=plan, tekst=begint, merk=tekstmerk(""), op=bezoek.op)
    except PlanError as fout:
        messages.error(request, vertaal(fout))
    else:
        messages.success(request, _("Dit staat in het plan. Maak er gewone woorden van."))


def _bewaar(request: HttpRequest, bewaar: Callable[[str], str], meer: dict[str, Any]) -> HttpResponse:
    merk = request.POST.get("kies_versie") or request.POST.get("versie", "")
    context: dict[str, Any] = {"versie": merk, "fout": "", "huidig": None, "anderen": (), "adres": request.path}
    try:
        tekst = bewaar(merk)
    except GelijktijdigPlanError as fout:
        context |= {"huidig": fout.huidig, "wie": fout.wie, "huidig_versie": tekstmerk(fout.huidig)}
        return render(request, "plannen/opslag.jinja", context, status=BOTSING)
    except PlanError as fout:
        return render(request, "plannen/opslag.jinja", context | {"fout": vertaal(fout)}, status=GEWEIGERD)
    return render(request, "plannen/planopslag.jinja", context | {"versie": tekstmerk(tekst), "tekst": tekst, **meer})
