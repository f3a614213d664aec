"""Lines of the handelingsdeel, one comes and one goes; and a beginning of the plain words made of them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passend.leerlingen.permissions import require
from passend.plannen.actions.opp import save_oppdeel
from passend.plannen.actions.oppregels import add_oppregel, remove_oppregel
from passend.plannen.permissions import WIE_SCHRIJFT_OPP, why_may_write_opp
from passend.plannen.queries.oppregels import get_gewoon_begin
from passend.regels.oppdelen import GEWOON, REGELS
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling
from passend.web.plannen.leerlingplan import lees_regel
from passend.web.plannen.opp import concept_of_404, probeer
from passend.web.verzoek import heel_getal

PLEK = f"d-{REGELS}"


@bij_leerling()
@require_POST
def regel(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Add something that is done."""
    require(why_may_write_opp(bezoek.inzage), WIE_SCHRIJFT_OPP)
    versie, nieuw = concept_of_404(bezoek), lees_regel(request)
    antwoord = probeer(
        request,
        bezoek,
        "regel",
        lambda: add_oppregel(actor=bezoek.account, versie=versie, regel=nieuw, op=bezoek.op),
        _("De regel staat erbij."),
    )
    if isinstance(antwoord, HttpResponseRedirect):
        uit_mdo = heel_getal(request.POST.get("uit_mdo", ""))  # what else was decided there stays in sight
        antwoord["Location"] += (f"?doelen={uit_mdo}" if uit_mdo else "") + f"#{PLEK}"
    return antwoord


@bij_leerling()
@require_POST
def regel_weg(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Take away something that is not done after all."""
    require(why_may_write_opp(bezoek.inzage), WIE_SCHRIJFT_OPP)
    versie, nummer = concept_of_404(bezoek), heel_getal(request.POST.get("regel", ""))
    return probeer(
        request,
        bezoek,
        "regel",
        lambda: remove_oppregel(actor=bezoek.account, versie=versie, nummer=nummer, op=bezoek.op),
        _("De regel is weg."),
        PLEK,
    )


@bij_leerling()
@require_POST
def gewoon(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Begin the plain words with what the plan says; words that stand there already stay."""
    require(why_may_write_opp(bezoek.inzage), WIE_SCHRIJFT_OPP)
    versie = concept_of_404(bezoek)
    begin = get_gewoon_begin(versie)
    gezien = versie.inhoud.get(GEWOON, {})
    if gezien.get("tekst") or not begin:
        messages.info(request, _("Schrijf eerst op wat u wilt bereiken, of welke begeleiding het kind krijgt."))
        return bezoek.naar("opp")
    return probeer(
        request,
        bezoek,
        "gewoon",
        lambda: save_oppdeel(
            actor=bezoek.account,
            versie=versie,
            code=GEWOON,
            tekst=begin,
            gezien=gezien.get("versie", 0),
            op=bezoek.op,
        ),
        _("Dit staat in het plan. Maak er gewone woorden van."),
        f"d-{GEWOON}",
    )
