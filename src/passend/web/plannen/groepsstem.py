"""What classes say of what the school offers (WPO 13b): by group, without names, and what the school does with it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passend.begrippen.opp import Stemwijze
from passend.begrippen.schooljaar import Schooljaar
from passend.leerlingen.permissions import require
from passend.organisaties.queries import list_groepen
from passend.plannen.actions.opp import OppError
from passend.plannen.actions.stem import answer_groepsstem, record_groepsstem
from passend.plannen.permissions import WIE_HOORT_GROEP, why_may_hear_groep
from passend.plannen.queries.groepsstem import get_groep, get_groepsstem, list_groepsstemmen
from passend.web.kader import maak_kader
from passend.web.leerlingen.verzoek import lees_dag
from passend.web.verzoek import LEZEND, Bezoek, bij_school, heel_getal, lees_of_stuur
from passend.web.zinnen import vertaal


@bij_school
@lees_of_stuur
def groepsstem(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """What was said this school year, and the form to add what a group says."""
    require(why_may_hear_groep(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_HOORT_GROEP)
    if request.method in LEZEND:
        return _toon(request, bezoek)
    dag, wijze = lees_dag(request.POST.get("op", "")), request.POST.get("wijze", "")
    groep = get_groep(
        vestiging=bezoek.vestiging, schooljaar=_jaar(bezoek), pk=heel_getal(request.POST.get("groep", ""))
    )
    if dag is None or groep is None or wijze not in set(Stemwijze):
        return _toon(request, bezoek, fout=_("Kies een groep, een dag en hoe de groep het zei."), status=422)
    try:
        record_groepsstem(
            actor=bezoek.account,
            groep=groep,
            dag=dag,
            wijze=Stemwijze(wijze),
            gezegd=request.POST.get("gezegd", ""),
            op=bezoek.op,
        )
    except OppError as fout:
        return _toon(request, bezoek, fout=vertaal(fout), status=422)
    messages.success(request, _("Dat staat erbij. Vertel de groep straks wat de school ermee doet."))
    return redirect("groepsstem", code=bezoek.vestiging.code)


@bij_school
@require_POST
def groepsstem_antwoord(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """Say what the school does with it, and when the group heard that."""
    require(why_may_hear_groep(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_HOORT_GROEP)
    stem = get_groepsstem(vestiging=bezoek.vestiging, pk=pk)
    if stem is None:
        raise Http404
    try:
        answer_groepsstem(
            actor=bezoek.account,
            stem=stem,
            gedaan=request.POST.get("gedaan", ""),
            teruggekoppeld_op=lees_dag(request.POST.get("teruggekoppeld_op", "")),
            op=bezoek.op,
        )
    except OppError as fout:
        return _toon(request, bezoek, fout=vertaal(fout), bij=pk, status=422)
    messages.success(request, _("Bewaard."))
    return redirect("groepsstem", code=bezoek.vestiging.code)


def _jaar(bezoek: Bezoek) -> str:
    return str(Schooljaar.op(bezoek.vandaag))


def _toon(request: HttpRequest, bezoek: Bezoek, *, status: int = 200, **meer: Any) -> HttpResponse:
    stemmen = list(list_groepsstemmen(vestiging=bezoek.vestiging, schooljaar=_jaar(bezoek)))
    groepen = list(list_groepen(vestiging=bezoek.vestiging, schooljaar=_jaar(bezoek)))
    gehoord = {stem.groep_id for stem in stemmen}
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "code": bezoek.vestiging.code,
        "schooljaar": _jaar(bezoek),
        "vandaag": bezoek.vandaag,
        "stemmen": stemmen,
        "groepen": groepen,
        "nog_niet": [groep for groep in groepen if groep.pk not in gehoord],
        "ingevuld": request.POST,
        "fout": "",
        "bij": 0,
        **meer,
    }
    return render(request, "plannen/groepsstem.jinja", context, status=status)
