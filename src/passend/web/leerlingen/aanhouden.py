"""What keeps a file although its term is over: noted by hand, or known from an objection or a dispute."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passend.begrippen.bewaren import Lopend
from passend.leerlingen.actions.bewaren import end_aanhouding, hold_leerling
from passend.leerlingen.actions.leerlingen import WIE_BEHEERT, LeerlingError
from passend.leerlingen.permissions import require, why_may_manage
from passend.leerlingen.queries.bewaren import Bewaarpost, get_aanhouding
from passend.leerlingen.queries.leerlingen import get_leerling
from passend.web.leerlingen.woorden import AANHOUDBESLUITEN, AANHOUDSTANDEN
from passend.web.verzoek import Bezoek, bij_school, heel_getal
from passend.web.weergave import datum
from passend.web.zinnen import vertaal


def lopend_zin(een: Lopend) -> str:
    """What goes on, in words; what is known by itself ends by itself, once it is written down where it belongs."""
    return str(AANHOUDSTANDEN[een.stand]) % {"besluit": AANHOUDBESLUITEN[een.besluit], "dag": datum(een.dag)}


def lijst_lopend(posten: Iterable[Bewaarpost]) -> list[tuple[Bewaarpost, Lopend]]:
    """What goes on about each pupil who left, once, however much there is of them."""
    eerste = {post.leerling.pk: post for post in posten}
    return [(post, een) for post in eerste.values() for een in post.lopend]


@bij_school
@require_POST
def aanhouden(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Let nothing of a pupil go, because somebody contests something."""
    require(why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BEHEERT)
    sleutel = lees_sleutel(request.POST.get("leerling", ""))
    leerling = get_leerling(vestiging=bezoek.vestiging, sleutel=sleutel) if sleutel else None
    if leerling is None:
        raise Http404
    try:
        hold_leerling(actor=bezoek.account, leerling=leerling, reden=request.POST.get("reden", ""), op=bezoek.op)
    except LeerlingError as fout:
        messages.error(request, vertaal(fout))
    else:
        messages.success(request, _("Vastgelegd. Van deze leerling wordt nu niets vernietigd."))
    return redirect("bewaren", code=bezoek.vestiging.code)


@bij_school
@require_POST
def aanhouding_eindigen(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Say that what went on is over."""
    require(why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BEHEERT)
    aanhouding = get_aanhouding(vestiging=bezoek.vestiging, pk=heel_getal(request.POST.get("aanhouding", "")))
    if aanhouding is None:
        raise Http404
    end_aanhouding(actor=bezoek.account, aanhouding=aanhouding, op=bezoek.op)
    messages.success(request, _("Beëindigd. De gewone termijnen gelden weer."))
    return redirect("bewaren", code=bezoek.vestiging.code)


def lees_sleutel(tekst: str) -> UUID | None:
    """The key of a pupil out of a form; None when it is none."""
    try:
        return UUID(tekst)
    except ValueError:
        return None
