"""The number of a pupil: the page opens without it, and shows it after a click that is written down."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from passend.leerlingen.actions.burgerservicenummer import (
    WIE_DIRECTEUR,
    delete_burgerservicenummer,
    read_burgerservicenummer,
    set_burgerservicenummer,
)
from passend.leerlingen.actions.dossier import log_inzage
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.permissions import require, why_may_direct
from passend.leerlingen.queries.leerlingen import Leerling, get_leerling, has_burgerservicenummer
from passend.web.kader import maak_kader
from passend.web.verzoek import Bezoek, bij_school, lees_of_stuur
from passend.web.zinnen import vertaal


@sensitive_post_parameters("nummer")
@bij_school
@lees_of_stuur
def burgerservicenummer(request: HttpRequest, bezoek: Bezoek, sleutel: UUID) -> HttpResponse:
    """Say whether the number is on file; show it, or keep another, when a form asks for it."""
    reden = require(why_may_direct(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_DIRECTEUR)
    leerling = get_leerling(vestiging=bezoek.vestiging, sleutel=sleutel)
    if leerling is None:
        raise Http404
    if request.method == "POST":
        doe = next((doe for naam, doe in {"toon": _toon, "weg": _haal_weg}.items() if naam in request.POST), _bewaar)
        return doe(request, bezoek, leerling)
    log_inzage(actor=bezoek.account, leerling=leerling, reden=reden, op=bezoek.op, handeling="open_burgerservicenummer")
    return _pagina(request, bezoek, leerling)


@sensitive_variables()
def _toon(request: HttpRequest, bezoek: Bezoek, leerling: Leerling) -> HttpResponse:
    try:
        nummer = read_burgerservicenummer(actor=bezoek.account, leerling=leerling, op=bezoek.op)
    except LeerlingError as fout:
        return _pagina(request, bezoek, leerling, leesfout=vertaal(fout), status=422)
    return _pagina(request, bezoek, leerling, nummer=nummer)


def _haal_weg(request: HttpRequest, bezoek: Bezoek, leerling: Leerling) -> HttpResponse:
    try:
        delete_burgerservicenummer(actor=bezoek.account, leerling=leerling, op=bezoek.op)
    except LeerlingError as fout:
        return _pagina(request, bezoek, leerling, leesfout=vertaal(fout), status=422)
    messages.success(request, _("Het burgerservicenummer is weggehaald."))
    return redirect("burgerservicenummer", code=bezoek.vestiging.code, sleutel=leerling.sleutel)


@sensitive_variables()
def _bewaar(request: HttpRequest, bezoek: Bezoek, leerling: Leerling) -> HttpResponse:
    nummer = "".join(request.POST.get("nummer", "").split()).replace(".", "")
    was_bekend = has_burgerservicenummer(leerling=leerling)
    try:
        set_burgerservicenummer(actor=bezoek.account, leerling=leerling, nummer=nummer, op=bezoek.op)
    except LeerlingError as fout:
        return _pagina(request, bezoek, leerling, fout=vertaal(fout), status=422)
    if was_bekend:
        messages.success(request, _("Het nummer dat er stond is vervangen. Het nieuwe is bewaard, versleuteld."))
    else:
        messages.success(request, _("Het burgerservicenummer is bewaard, versleuteld."))
    return redirect("burgerservicenummer", code=bezoek.vestiging.code, sleutel=leerling.sleutel)


@sensitive_variables()
def _pagina(
    request: HttpRequest, bezoek: Bezoek, leerling: Leerling, *, status: int = 200, **gegevens: Any
) -> HttpResponse:
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "leerling": leerling,
        "is_bekend": has_burgerservicenummer(leerling=leerling),
        "nummer": "",
        "fout": "",
        "leesfout": "",
        **gegevens,
    }
    return render(request, "leerlingen/burgerservicenummer.jinja", context, status=status)
