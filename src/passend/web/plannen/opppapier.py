"""A set plan on paper."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from passend.begrippen.rollen import Logsoort
from passend.documenten.zetten.opppdf import zet_opp_pdf
from passend.leerlingen.permissions import require
from passend.plannen.permissions import WIE_LEEST_OPP, readable_klassen, why_may_lead_opp, why_may_read_opp
from passend.plannen.queries.opp import get_oppversie
from passend.plannen.queries.opppapier import get_oppapier
from passend.web.leerlingen.dossier import als_download
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling


@bij_leerling("export_opp", Logsoort.UITVOER)
@require_safe
def opp_pdf(request: HttpRequest, bezoek: Dossierbezoek, nummer: int) -> HttpResponse:
    """One version as a tagged PDF; a concept that is not laid before them is not there for parents."""
    require(why_may_read_opp(bezoek.inzage), WIE_LEEST_OPP)
    versie = get_oppversie(leerling=bezoek.leerling, nummer=nummer)
    is_school = why_may_lead_opp(bezoek.inzage) is not None or not bezoek.inzage.is_ouder
    if versie is None or not (versie.is_vastgesteld or versie.voorgelegd_op or is_school):
        raise Http404
    papier = get_oppapier(versie=versie, klassen=readable_klassen(bezoek.inzage), op=bezoek.op)
    return als_download(zet_opp_pdf(papier), "application/pdf", "ontwikkelingsperspectief.pdf")
