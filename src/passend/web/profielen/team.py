"""Team rounds: colleagues agree, challenge or propose, row by row; who thinks otherwise stays visible."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.sjabloon import Tabel
from passend.profielen.actions.profiel import WIE_SCHRIJFT, OnderdeelError
from passend.profielen.actions.team import WIE_REAGEERT, add_reactie, close_ronde, open_ronde, reopen_ronde
from passend.profielen.permissions import require, why_may_edit_profiel, why_may_react
from passend.profielen.queries.team import get_gesloten_ronde, get_open_ronde, list_rondes, list_standen_van
from passend.web.kader import maak_kader
from passend.web.profielen.onderdelen import Element
from passend.web.profielen.profiel import maak_bouwstenen
from passend.web.verzoek import Bezoek, bij_school, heel_getal
from passend.web.zinnen import vertaal

MEESTE_OUDE = 3


@bij_school
@require_safe
def team(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """The rows with what colleagues say of them; the contested ones first."""
    require(why_may_react(bezoek.account, bezoek.vestiging, peildatum=bezoek.vandaag), WIE_REAGEERT)
    profiel = bezoek.profiel()
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "code": bezoek.vestiging.code,
        "mag_schrijven": bezoek.mag_schrijven,
        "profiel": profiel,
        "ronde": None,
    }
    if profiel is not None:
        bouwstenen, rondes = maak_bouwstenen(profiel), list_rondes(profiel=profiel)
        ronde = get_open_ronde(profiel=profiel)
        tabellen = [
            (
                tabel,
                [e for sleutel in bouwstenen.onderdelen if (e := _rij(bouwstenen.zoek(sleutel), tabel)) is not None],
            )
            for tabel in bouwstenen.sjabloon.tabellen()
        ]
        oude = [oud for oud in rondes if oud.gesloten_op is not None][:MEESTE_OUDE]
        standen = list_standen_van(rondes=oude)
        omstreden = [e for _t, rijen in tabellen for e in rijen if e.stand is not None and e.stand.is_omstreden]
        titels = {sleutel: deel.inhoud.get("label", "") for sleutel, deel in bouwstenen.onderdelen.items()}
        context |= {
            "ronde": ronde,
            "tabellen": tabellen,
            "gesloten": [(oud, standen[oud.pk]) for oud in oude],
            "omstreden": omstreden,
            "titels": titels,
            "account": bezoek.account,
        }
    return render(request, "profielen/team.jinja", context)


def _rij(element: Element | None, tabel: Tabel) -> Element | None:
    return element if element is not None and element.deel is tabel else None


@bij_school
@require_POST
def ronde(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Begin a round with a question, or end the one that is open."""
    require(why_may_edit_profiel(bezoek.account, bezoek.vestiging, peildatum=bezoek.vandaag), WIE_SCHRIJFT)
    profiel, vraag = bezoek.profiel_of_404(), request.POST.get("vraag", "").strip()[:200]
    lopend = get_open_ronde(profiel=profiel)
    try:
        if request.POST.get("sluit"):
            if lopend is not None:
                close_ronde(actor=bezoek.account, ronde=lopend, op=bezoek.op)
            messages.success(request, _("De ronde is gesloten. Wat er is gezegd, blijft te lezen."))
        elif heropen := get_gesloten_ronde(profiel=profiel, ronde=heel_getal(request.POST.get("heropen", ""))):
            reopen_ronde(actor=bezoek.account, ronde=heropen, op=bezoek.op)
            messages.success(request, _("De ronde is weer open."))
        elif open_ronde(actor=bezoek.account, profiel=profiel, vraag=vraag, op=bezoek.op).vraag == vraag:
            messages.success(request, _("De ronde is begonnen. Collega's zien die op hun eerste scherm."))
        else:
            messages.warning(request, _("Er loopt al een ronde. Sluit die eerst."))
    except OnderdeelError as fout:
        messages.error(request, vertaal(fout))
    return redirect("team", code=bezoek.vestiging.code)


@bij_school
@require_POST
def reactie(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Say what one thinks of a row."""
    profiel = bezoek.profiel_of_404()
    lopend, sleutel = get_open_ronde(profiel=profiel), request.POST.get("sleutel", "")
    fout = ""
    try:
        if lopend is None:
            raise OnderdeelError(_("Er is nu geen ronde open. Praat erover met de intern begeleider."))
        add_reactie(
            actor=bezoek.account,
            ronde=lopend,
            sleutel=sleutel,
            soort=request.POST.get("soort", ""),
            toelichting=request.POST.get("toelichting", "")[:500],
            op=bezoek.op,
        )
    except OnderdeelError as bezwaar:
        fout = vertaal(bezwaar)
    element = maak_bouwstenen(profiel).zoek(sleutel)
    if element is None or element.soort != "rij":
        raise Http404
    context = {
        "e": element,
        "code": bezoek.vestiging.code,
        "fout": fout,
        "account": bezoek.account,
    }
    return render(request, "profielen/teamrij.jinja", context, status=422 if fout else 200)
