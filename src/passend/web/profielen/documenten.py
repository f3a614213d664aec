"""Everything that is made from the profile: from the working copy as a concept, from an edition as published."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from passend.begrippen.rollen import Logsoort
from passend.profielen.permissions import require, why_may_read_profiel
from passend.profielen.queries.openbaar import get_editie
from passend.profielen.queries.werk import get_uitgave
from passend.toegang.actions import log_handeling
from passend.uitwisseling.uitgaven import Vorm, maak
from passend.web.bestand import als_bestand
from passend.web.kader import maak_kader
from passend.web.verzoek import WIE_LEEST, Bezoek, bij_school


@bij_school
@require_safe
def documenten(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """The list of documents."""
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "code": bezoek.vestiging.code,
        "profiel": bezoek.profiel(),
        "editie": get_editie(vestiging=bezoek.vestiging),
        "vormen": list(Vorm),
    }
    return render(request, "profielen/documenten.jinja", context)


@bij_school
@require_safe
def download(request: HttpRequest, bezoek: Bezoek, bestandsnaam: str) -> HttpResponse:
    """One document of the working copy; it says of itself that it is a concept."""
    vorm = next((vorm for vorm in Vorm if vorm.bestandsnaam == bestandsnaam), None)
    if vorm is None:
        raise Http404
    reden = require(why_may_read_profiel(bezoek.account, bezoek.vestiging, peildatum=bezoek.vandaag), WIE_LEEST)
    log_handeling(
        account=bezoek.account,
        handeling="download_document",
        onderwerp=f"vestiging:{bezoek.vestiging.pk}",
        reden=reden,
        op=bezoek.op,
        bestuur=bezoek.vestiging.bestuur_id,
        soort=Logsoort.UITVOER,
    )
    uitgave = get_uitgave(profiel=bezoek.profiel_of_404(), peildatum=bezoek.vandaag)
    return als_bestand(maak(uitgave, vorm), vorm, f"{bezoek.vestiging.code}-concept")
