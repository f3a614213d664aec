"""The development perspective plans of a school in one list, what must be done first on top."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.actions.dossier import log_zoeken
from passend.leerlingen.permissions import require, visible_leerlingen
from passend.plannen.permissions import OM_HET_WERK, WIE_HOORT_GROEP, why_may_hear_groep
from passend.plannen.queries.opplijst import list_oppregels
from passend.web.kader import maak_kader
from passend.web.verzoek import Bezoek, bij_school


@bij_school
@require_safe
def opps(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """The plans that go on, of the pupils whom somebody sees for their work."""
    reden = require(why_may_hear_groep(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_HOORT_GROEP)
    log_zoeken(actor=bezoek.account, vestiging=bezoek.vestiging, reden=reden, op=bezoek.op)
    zichtbaar = visible_leerlingen(bezoek.account, op=bezoek.op, gronden=OM_HET_WERK)
    leerlingen = zichtbaar.filter(vestiging=bezoek.vestiging, uitgeschreven_op__isnull=True)
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "vandaag": bezoek.vandaag,
        "regels": list_oppregels(leerlingen=leerlingen, peildatum=bezoek.vandaag),
        "is_leerkracht": reden.code == Rolsoort.LEERKRACHT,
    }
    return render(request, "plannen/opps.jinja", context)
