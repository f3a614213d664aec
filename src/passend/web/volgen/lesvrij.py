"""The days on which a school has no lessons, beside the holidays of its region."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passend.begrippen.periode import Periode
from passend.leerlingen.actions.leerlingen import WIE_BEHEERT
from passend.leerlingen.permissions import require, why_may_manage
from passend.regels.lesvrij import LesvrijError, Lesvrijregel
from passend.volgen.actions.lesvrij import add_lesvrijeperiode, remove_lesvrijeperiode
from passend.volgen.queries.vakanties import get_lesvrijeperiode, list_lesvrij
from passend.web.kader import maak_kader
from passend.web.leerlingen.verzoek import lees_dag
from passend.web.verzoek import LEZEND, Bezoek, bij_school, heel_getal, lees_of_stuur
from passend.web.zinnen import vertaal


@bij_school
@lees_of_stuur
def lesvrij(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """What the school says of its days, and a form to say more."""
    require(why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BEHEERT)
    if request.method in LEZEND:
        return _toon(request, bezoek)
    try:
        regel = _lees(request)
        add_lesvrijeperiode(actor=bezoek.account, vestiging=bezoek.vestiging, regel=regel, op=bezoek.op)
    except LesvrijError as fout:
        return _toon(request, bezoek, fout=vertaal(fout), status=422)
    messages.success(request, _("Bewaard. De teller van verzuim rekent er nu mee."))
    return redirect("lesvrij", code=bezoek.vestiging.code)


@bij_school
@require_POST
def lesvrij_weg(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Take away what was said of some days."""
    require(why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BEHEERT)
    periode = get_lesvrijeperiode(vestiging=bezoek.vestiging, pk=heel_getal(request.POST.get("periode", "")))
    if periode is None:
        raise Http404
    remove_lesvrijeperiode(actor=bezoek.account, periode=periode, op=bezoek.op)
    messages.success(request, _("Weggehaald. De teller van verzuim rekent er niet meer mee."))
    return redirect("lesvrij", code=bezoek.vestiging.code)


def _lees(request: HttpRequest) -> Lesvrijregel:
    van, einde = request.POST.get("van", ""), request.POST.get("tot_en_met", "")
    eerste, laatste = lees_dag(van), lees_dag(einde or van)
    if eerste is None or laatste is None:
        raise LesvrijError(_("Vul een bestaande dag in. De laatste dag mag leeg blijven als het er een is."))
    is_les = request.POST.get("soort") == "les"
    return Lesvrijregel(naam=request.POST.get("naam", ""), periode=Periode(eerste, laatste), is_les=is_les)


def _toon(request: HttpRequest, bezoek: Bezoek, *, status: int = 200, **meer: Any) -> HttpResponse:
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "periodes": list_lesvrij(vestiging=bezoek.vestiging),
        "ingevuld": request.POST,
        "fout": "",
        **meer,
    }
    return render(request, "volgen/lesvrij.jinja", context, status=status)
