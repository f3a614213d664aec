"""What an element said before, who wrote it, and the way back to it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.profielformaat import zegt_hetzelfde
from passend.profielen.actions.onderdelen import restore_versie
from passend.profielen.actions.profiel import WIE_SCHRIJFT, GelijktijdigError, OnderdeelError
from passend.profielen.permissions import require, why_may_edit_profiel
from passend.profielen.queries.werk import list_versies
from passend.web.profielen.profiel import maak_bouwstenen
from passend.web.verzoek import Bezoek, bij_school, heel_getal
from passend.web.zinnen import vertaal

MEESTE = 20


@bij_school
@require_safe
def versies(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """The newest earlier versions of an element."""
    require(why_may_edit_profiel(bezoek.account, bezoek.vestiging, peildatum=bezoek.vandaag), WIE_SCHRIJFT)
    element = maak_bouwstenen(bezoek.profiel_of_404(), bezoek.vandaag).zoek(request.GET.get("sleutel", ""))
    if element is None:
        raise Http404
    nu = element.onderdeel.inhoud
    eerder = [v for v in list_versies(onderdeel=element.onderdeel) if not zegt_hetzelfde(v.inhoud, nu)][:MEESTE]
    return render(
        request, "profielen/versies.jinja", {"element": element, "versies": eerder, "code": bezoek.vestiging.code}
    )


@bij_school
@require_POST
def terug(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Say again what an element said before."""
    profiel, sleutel = bezoek.profiel_of_404(), request.POST.get("sleutel", "")
    terug_naar, versie = heel_getal(request.POST.get("terug", "")), heel_getal(request.POST.get("versie", ""))
    try:
        restore_versie(
            actor=bezoek.account, profiel=profiel, sleutel=sleutel, terug=terug_naar, versie=versie, op=bezoek.op
        )
    except (OnderdeelError, GelijktijdigError) as fout:
        bezwaar = {"titel": _("Niet teruggezet"), "uitleg": vertaal(fout)}
        return render(request, "fout_deel.jinja", bezwaar, status=409)
    element = maak_bouwstenen(profiel, bezoek.vandaag).zoek(sleutel)
    if element is None:
        raise Http404
    context = {"element": element, "code": bezoek.vestiging.code, "mag_schrijven": True, "naamfout": ""}
    return render(request, "profielen/element.jinja", context)
