"""Who teaches which group of this school year: given, taken, and groups that came from no file."""

from http import HTTPStatus

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.rollen import Rolsoort
from passend.begrippen.schooljaar import Schooljaar
from passend.leerlingen.permissions import require
from passend.organisaties.queries import Groep, list_groepen
from passend.toegang.actions import GroepstaakError, add_groep, end_groep, give_groep
from passend.toegang.permissions import WIE_GEEFT_GROEP, why_may_give_groep, why_may_give_rol
from passend.toegang.queries import Account, Groepstaak, get_groepstaak, list_groepstaken, list_mensen
from passend.web.kader import maak_kader
from passend.web.leerlingen.verzoek import lees_dag
from passend.web.verzoek import Bezoek, bij_school, heel_getal
from passend.web.zinnen import vertaal


@bij_school
@require_safe
def leerkrachten(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """The groups, each with who teaches it now or later."""
    return _toon(request, bezoek)


@bij_school
@require_POST
def geven(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Give somebody a group, from a day and perhaps until one."""
    _require(bezoek)
    van, tot_tekst = lees_dag(request.POST.get("van", "")), request.POST.get("tot", "")
    tot = lees_dag(tot_tekst)
    groep = _groepen(bezoek).filter(pk=heel_getal(request.POST.get("groep", ""))).select_related("vestiging").first()
    wie = {een.pk: een for een in _leerkrachten(bezoek)}.get(heel_getal(request.POST.get("leerkracht", "")))
    if groep is None or wie is None:
        return _toon(request, bezoek, fout=_("Kies een leerkracht en een groep."), bij="geven")
    if van is None or (tot_tekst and tot is None):
        return _toon(request, bezoek, fout=_("Vul een bestaande datum in."), bij="geven")
    try:
        give_groep(actor=bezoek.account, account=wie, groep=groep, geldig_van=van, geldig_tot_en_met=tot, op=bezoek.op)
    except GroepstaakError as fout:
        return _toon(request, bezoek, fout=vertaal(fout), bij="geven")
    messages.success(
        request,
        _("%(naam)s geeft les aan groep %(groep)s.") % {"naam": wie, "groep": groep.naam}
        if van <= bezoek.vandaag
        else _("%(naam)s geeft straks les aan groep %(groep)s.") % {"naam": wie, "groep": groep.naam},
    )
    return _terug(bezoek)


@bij_school
@require_POST
def eindigen(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Take a group from somebody at once."""
    _require(bezoek)
    taak = get_groepstaak(pk=heel_getal(request.POST.get("taak", "")), vestiging=bezoek.vestiging)
    if taak is None:
        raise Http404
    end_groep(actor=bezoek.account, taak=taak, op=bezoek.op)
    messages.success(
        request,
        _("%(naam)s ziet groep %(groep)s niet meer.") % {"naam": taak.account, "groep": taak.groep.naam},
    )
    return _terug(bezoek)


@bij_school
@require_POST
def nieuw(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Make a group."""
    _require(bezoek)
    try:
        add_groep(actor=bezoek.account, vestiging=bezoek.vestiging, naam=request.POST.get("naam", ""), op=bezoek.op)
    except GroepstaakError as fout:
        return _toon(request, bezoek, fout=vertaal(fout), bij="nieuw")
    messages.success(request, _("De groep is er. Zet leerlingen erin, en geef haar een leerkracht."))
    return _terug(bezoek)


def _toon(request: HttpRequest, bezoek: Bezoek, *, fout: str = "", bij: str = "") -> HttpResponse:
    _require(bezoek)
    taken = list(
        list_groepstaken(
            vestiging=bezoek.vestiging, schooljaar=str(Schooljaar.op(bezoek.vandaag)), peildatum=bezoek.vandaag
        )
    )
    alle = _leerkrachten(bezoek)
    met_groep = {taak.account_id for taak in taken}
    jaar = Schooljaar.op(bezoek.vandaag)
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "code": bezoek.vestiging.code,
        "schooljaar": jaar,
        "einde": jaar.eindigt_op.isoformat(),
        "vandaag": bezoek.vandaag,
        "groepen": [(groep, _taken_van(groep, taken)) for groep in _groepen(bezoek)],
        "leerkrachten": alle,
        "zonder": [een for een in alle if een.pk not in met_groep],
        "nodigt_uit": _nodigt_uit(bezoek),
        "ingevuld": request.POST if bij else {},
        "fout": fout,
        "bij": bij,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if fout else HTTPStatus.OK
    return render(request, "plannen/leerkrachten.jinja", context, status=status)


def _taken_van(groep: Groep, taken: list[Groepstaak]) -> list[Groepstaak]:
    return [taak for taak in taken if taak.groep_id == groep.pk]


def _groepen(bezoek: Bezoek) -> QuerySet[Groep]:
    return list_groepen(vestiging=bezoek.vestiging, schooljaar=str(Schooljaar.op(bezoek.vandaag)))


def _leerkrachten(bezoek: Bezoek) -> list[Account]:
    """Who teaches at this school, by name; each once."""
    rollen = list_mensen(vestiging=bezoek.vestiging, peildatum=bezoek.vandaag).filter(soort=Rolsoort.LEERKRACHT.value)
    return list({rol.account_id: rol.account for rol in rollen}.values())


def _nodigt_uit(bezoek: Bezoek) -> bool:
    reden = why_may_give_rol(bezoek.account, bezoek.vestiging, soort=Rolsoort.LEERKRACHT, peildatum=bezoek.vandaag)
    return reden is not None


def _require(bezoek: Bezoek) -> None:
    require(why_may_give_groep(bezoek.account, bezoek.vestiging, peildatum=bezoek.vandaag), WIE_GEEFT_GROEP)


def _terug(bezoek: Bezoek) -> HttpResponse:
    return redirect("groepsleerkrachten", code=bezoek.vestiging.code)
