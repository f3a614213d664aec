"""The button that says that a table, or the texts of a section, are still right."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from passend.profielen.actions.bevestiging import confirm_onderdelen
from passend.web.profielen.onderdelen import Nakijkgroep, nakijkgroepen
from passend.web.profielen.profiel import maak_bouwstenen
from passend.web.verzoek import Bezoek, bij_school


@bij_school
@require_POST
def bevestig(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Confirm what belongs together; the answer is the button with the days beside every element of it."""
    code = request.POST.get("groep", "")
    sleutels = [element.onderdeel.sleutel for element in _groep(bezoek, code).elementen]
    confirm_onderdelen(actor=bezoek.account, profiel=bezoek.profiel_of_404(), sleutels=sleutels, op=bezoek.op)
    context = {"groep": _groep(bezoek, code), "code": bezoek.vestiging.code, "mag_schrijven": True}
    return render(request, "profielen/bevestigd.jinja", context)


def _groep(bezoek: Bezoek, code: str) -> Nakijkgroep:
    bouwstenen = maak_bouwstenen(bezoek.profiel_of_404(), bezoek.vandaag)
    for sectie in bouwstenen.sjabloon.secties:
        groepen = nakijkgroepen(sectie, bouwstenen.blokken(sectie, bezoek))
        if code in groepen:
            return groepen[code]
    raise Http404
