"""Children who never came: the directeur proposes that what is left of them goes, beside what is left of pupils."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.bewaren import propose_aanmeldingen
from passend.toelating.queries.bewaren import list_te_vernietigen
from passend.web.verzoek import Bezoek, bij_school
from passend.web.zinnen import vertaal


@bij_school
@require_POST
def aanmeldingen_vernietigen(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Propose what was ticked, or everything that is due; what nobody decided on only when it was ticked."""
    sleutels = {sleutel for tekst in request.POST.getlist("zaak") if (sleutel := _sleutel(tekst)) is not None}
    if request.POST.get("alles"):
        sleutels |= _alles(bezoek)
    try:
        propose_aanmeldingen(actor=bezoek.account, vestiging=bezoek.vestiging, sleutels=sleutels, op=bezoek.op)
    except ToelatingError as fout:
        messages.error(request, vertaal(fout))
    else:
        messages.success(request, _("De lijst ligt nu bij het bestuur. Er verdwijnt niets tot het akkoord is."))
    return redirect("bewaren", code=bezoek.vestiging.code)


def _alles(bezoek: Bezoek) -> set[UUID]:
    zaken = list_te_vernietigen(vestiging=bezoek.vestiging, peildatum=bezoek.vandaag)
    return {een.aanmelding.sleutel for een in zaken if een.mag_weg and not een.is_nooit_afgerond}


def _sleutel(tekst: str) -> UUID | None:
    try:
        return UUID(tekst)
    except ValueError:
        return None
