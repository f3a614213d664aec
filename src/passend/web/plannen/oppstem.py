"""Where a child says what it thinks of its plan, together with somebody of the school; and what came of it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.opp import Stemwijze
from passend.documenten.document import DocumentError
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.permissions import require
from passend.plannen.actions.opp import AL_VAST, OppError
from passend.plannen.actions.stem import Stemgegevens, answer_leerlingstem, record_leerlingstem
from passend.plannen.permissions import WIE_LEEST_OPP, WIE_SCHRIJFT_OPP, why_may_read_opp, why_may_write_opp
from passend.plannen.queries.opp import get_oppbestand, get_oppversie, get_stem
from passend.regels.praatkaarten import KOPPEN, PRAATKAARTEN
from passend.web.beurt import DrukteError
from passend.web.bijlage import als_bijlage, lees_bijlage
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling, lees_dag
from passend.web.plannen.opp import concept_of_404, probeer, toon
from passend.web.verzoek import LEZEND, heel_getal, lees_of_stuur
from passend.web.zinnen import vertaal


@bij_leerling("open_leerlingstem")
@lees_of_stuur
def stem(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """The page for the child: large, without a menu, in its own words; kept when it is done."""
    require(why_may_write_opp(bezoek.inzage), WIE_SCHRIJFT_OPP)
    versie = concept_of_404(bezoek)
    if request.method in LEZEND:
        return _toon(request, bezoek, is_vast=versie.is_vastgesteld)
    wijze = request.POST.get("wijze", "")
    van_school = bool(request.POST.get("van_school"))
    try:
        if wijze not in set(Stemwijze):
            raise OppError(_("Kies eerst hoe je het wilt vertellen."))
        gegevens = Stemgegevens(
            op=lees_dag(request.POST.get("op", "")) or bezoek.vandaag,
            wijze=Stemwijze(wijze),
            gezegd=request.POST.get("gezegd", ""),
            steun=request.POST.get("steun", ""),
            praatkaarten=request.POST.getlist("kaart"),
            tekening=lees_bijlage(request, "tekening", is_pdf_goed=False),
            reden=request.POST.get("reden", ""),
        )
        record_leerlingstem(actor=bezoek.account, versie=versie, gegevens=gegevens, op=bezoek.op)
    except (LeerlingError, DocumentError) as fout:
        if van_school:
            return toon(request, bezoek, versie, fout=vertaal(fout), bij="stem", status=422)
        zin = _voor_kind(wijze, fout) if isinstance(fout, DocumentError) else vertaal(fout)
        return _toon(request, bezoek, fout=zin, status=422)
    if van_school:
        messages.success(request, _("Dat staat erbij."))
        antwoord = bezoek.naar("opp")
        antwoord["Location"] += "#stem"
        return antwoord
    return _toon(request, bezoek, is_klaar=True)


def _voor_kind(wijze: str, fout: DocumentError) -> str:
    """What is wrong with a picture, in words for a child."""
    if isinstance(fout, DrukteError):
        return _("Het is even druk. Wacht een minuutje en probeer het dan nog een keer.")
    if wijze != Stemwijze.TEKENING:
        return _("Dit lukt niet. Vraag je juf of meester om te helpen.")
    return _("Dit is geen tekening of foto die we kunnen laten zien. Kies een andere, of vraag om hulp.")


def _toon(request: HttpRequest, bezoek: Dossierbezoek, *, status: int = 200, **meer: Any) -> HttpResponse:
    context = {
        "bezoek": bezoek,
        "plek": bezoek.plek,
        "koppen": KOPPEN,
        "kaarten": PRAATKAARTEN.values(),
        "ingevuld": request.POST,
        "gekozen": request.POST.getlist("kaart"),
        "fout": "",
        "is_klaar": False,
        "is_vast": False,
        "al_vast": vertaal(AL_VAST),
        **meer,
    }
    return render(request, "plannen/stem.jinja", context, status=status)


@bij_leerling()
@require_POST
def stem_antwoord(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """Say what was done with what the child said, and when it was told."""
    require(why_may_write_opp(bezoek.inzage), WIE_SCHRIJFT_OPP)
    versie = get_oppversie(leerling=bezoek.leerling)
    een = get_stem(versie=versie, pk=pk) if versie is not None else None
    if een is None:
        raise Http404
    return probeer(
        request,
        bezoek,
        f"stem-{pk}",
        lambda: answer_leerlingstem(
            actor=bezoek.account,
            stem=een,
            gedaan=request.POST.get("gedaan", ""),
            teruggekoppeld_op=lees_dag(request.POST.get("teruggekoppeld_op", "")),
            op=bezoek.op,
        ),
        _("Bewaard."),
        "stem",
    )


@bij_leerling("open_oppbestand")
@require_safe
def bestand(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """A drawing or a signed paper; always as a download, never a page of ours."""
    require(why_may_read_opp(bezoek.inzage), WIE_LEEST_OPP)
    een = get_oppbestand(leerling=bezoek.leerling, pk=heel_getal(str(pk)))
    if een is None:
        raise Http404
    return als_bijlage(bytes(een.inhoud), een.extensie, een.soort)
