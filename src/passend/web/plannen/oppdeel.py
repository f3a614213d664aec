"""Saving one part of a plan as somebody types: an answer for the line under it, or what a colleague wrote first."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from passend.leerlingen.permissions import require
from passend.plannen.actions.opp import OppError, OppGelijktijdigError, save_oppdeel
from passend.plannen.permissions import WIE_SCHRIJFT_OPP, readable_klassen, why_may_write_opp
from passend.plannen.queries.opp import get_oppversie
from passend.regels.oppdelen import OP_CODE, UITSTROOMBESTEMMINGEN
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling
from passend.web.plannen.opp import concept_of_404, stand_van
from passend.web.verzoek import LEZEND, heel_getal, lees_of_stuur
from passend.web.zinnen import vertaal

BOTSING, GEWEIGERD = 409, 422


@bij_leerling("open_opp")
@lees_of_stuur
def deel(request: HttpRequest, bezoek: Dossierbezoek, deelcode: str) -> HttpResponse:
    """Save a part, or show it as it stands now."""
    code = deelcode
    reden, een = why_may_write_opp(bezoek.inzage), OP_CODE.get(code)
    require(reden if een is None or een.klasse in readable_klassen(bezoek.inzage) else None, WIE_SCHRIJFT_OPP)
    versie = concept_of_404(bezoek)
    if een is None or een.soort in {"stem", "regels"}:
        raise Http404
    context: dict[str, Any] = {"plek": bezoek.plek, "deel": een, "fout": "", "huidig": None}
    if request.method in LEZEND:
        context |= {"waarde": versie.inhoud.get(code, {}), "bestemmingen": UITSTROOMBESTEMMINGEN}
        return render(request, "plannen/oppdeel.jinja", context)
    gezien = heel_getal(request.POST.get("kies_versie") or request.POST.get("versie", "0"))
    context["versie"] = gezien
    try:
        nieuw = save_oppdeel(
            actor=bezoek.account,
            versie=versie,
            code=code,
            tekst=request.POST.get("waarde", ""),
            gezien=gezien,
            op=bezoek.op,
        )
    except OppGelijktijdigError as fout:
        context |= {"huidig": fout.huidig, "bestemmingen": UITSTROOMBESTEMMINGEN}
        return render(request, "plannen/oppopslag.jinja", context, status=BOTSING)
    except OppError as fout:
        return render(request, "plannen/oppopslag.jinja", context | {"fout": vertaal(fout)}, status=GEWEIGERD)
    vers = get_oppversie(leerling=bezoek.leerling) or versie
    context |= {"versie": nieuw["versie"], "tekst": nieuw["tekst"], "bezoek": bezoek, **stand_van(bezoek, vers)}
    return render(request, "plannen/oppopslag.jinja", context)
