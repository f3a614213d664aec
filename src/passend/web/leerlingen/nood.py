"""Breaking the glass: who stands in opens one file for a day, and the directeur sees it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from passend.leerlingen.actions.dossier import log_lijst, log_zoeken
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.actions.toestemming import WIE_VERVANGT, break_glass, check_waarom, see_noodinzage
from passend.leerlingen.permissions import require, why_may_break_glass, why_may_direct
from passend.leerlingen.queries.leerlingen import find_leerlingen
from passend.leerlingen.queries.toestemming import get_noodinzage, list_noodinzagen
from passend.organisaties.queries import list_vestigingen
from passend.web.kader import maak_kader
from passend.web.leerlingen.verzoek import lees_dag
from passend.web.verzoek import Bezoek, bij_school
from passend.web.zinnen import vertaal


@bij_school
@require_http_methods(["GET", "HEAD", "POST"])
def noodinzage(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Open a file of a school of one's board as a stand-in; the directeur reads here who did at this school."""
    reden = require(why_may_break_glass(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_VERVANGT)
    if request.method != "POST":
        return _toon(request, bezoek)
    gekozen, scholen = request.POST.get("school", ""), list_vestigingen(bestuur=bezoek.vestiging.bestuur)
    waar = next((school for school in scholen if school.code == gekozen), bezoek.vestiging)
    naam = {deel: request.POST.get(deel, "") for deel in ("voornaam", "achternaam")}
    waarom = request.POST.get("waarom", "")
    try:
        if not all(deel.strip() for deel in naam.values()):
            raise LeerlingError(
                _("Vul de voornaam en de achternaam van de leerling in, en waarom u het nu nodig heeft.")
            )
        check_waarom(waarom)  # first, or else who gives no reason would learn who goes to this school
        geboren_op = lees_dag(request.POST.get("geboren_op", ""))
        gevonden = find_leerlingen(vestiging=waar, geboren_op=geboren_op, **naam)
        if len(gevonden) != 1:
            log_zoeken(actor=bezoek.account, vestiging=waar, reden=reden, op=bezoek.op)
            return _niet_een(request, bezoek, is_gevraagd="geboren_op" in request.POST, zijn_er_meer=len(gevonden) > 1)
        leerling = gevonden[0]
        break_glass(actor=bezoek.account, leerling=leerling, waarom=waarom, op=bezoek.op)
    except LeerlingError as fout:
        return _toon(request, bezoek, fout=vertaal(fout), status=422)
    zin = _("U ziet dit dossier 24 uur. De directeur ziet dat u het opende, en waarom. De ouders zien dat u het deed.")
    messages.warning(request, zin)
    return redirect(reverse("dossier", kwargs={"code": waar.code, "sleutel": leerling.sleutel}))


@bij_school
@require_POST
def noodinzage_gezien(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """The directeur saw it."""
    nood = get_noodinzage(vestiging=bezoek.vestiging, pk=pk)
    if nood is None:
        raise Http404
    see_noodinzage(actor=bezoek.account, noodinzage=nood, op=bezoek.op)
    messages.success(request, _("Vastgelegd dat u dit zag."))
    return redirect("noodinzage", code=bezoek.vestiging.code)


def _niet_een(request: HttpRequest, bezoek: Bezoek, *, is_gevraagd: bool, zijn_er_meer: bool) -> HttpResponse:
    """Nobody has this name, or more than one has: then the day of birth says who is meant."""
    if zijn_er_meer and is_gevraagd and request.POST["geboren_op"]:
        fout = _("Er zijn hier twee leerlingen met deze naam en deze geboortedag. Bel de school.")
    elif zijn_er_meer:
        fout = _("Er is hier meer dan een leerling met deze naam. Vul ook de geboortedag in.")
    elif is_gevraagd:
        fout = _("Er is hier geen leerling met deze naam en deze geboortedag. Kijk ze na, of bel de school.")
    else:
        fout = _("Er is hier geen leerling met precies deze naam. Kijk de spelling na, of bel de school.")
    return _toon(request, bezoek, fout=fout, vraag_geboren_op=zijn_er_meer or is_gevraagd, status=422)


def _toon(
    request: HttpRequest, bezoek: Bezoek, *, fout: str = "", vraag_geboren_op: bool = False, status: int = 200
) -> HttpResponse:
    directeur = why_may_direct(bezoek.account, bezoek.vestiging, op=bezoek.op)
    noodinzagen = list(list_noodinzagen(vestiging=bezoek.vestiging)) if directeur is not None else []
    if directeur is not None and noodinzagen:
        log_lijst(
            actor=bezoek.account,
            vestiging=bezoek.vestiging,
            reden=directeur,
            op=bezoek.op,
            handeling="list_noodinzagen",
        )
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "scholen": list_vestigingen(bestuur=bezoek.vestiging.bestuur),
        "noodinzagen": noodinzagen,
        "is_directeur": directeur is not None,
        "ingevuld": request.POST,
        "fout": fout,
        "vraag_geboren_op": vraag_geboren_op or "geboren_op" in request.POST,
    }
    return render(request, "leerlingen/noodinzage.jinja", context, status=status)
