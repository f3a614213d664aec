"""Where a parent says what they think of something that the school saw."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from passend.begrippen.inzage import Inzagegrond
from passend.leerlingen.actions.dossier import WIE_OUDER
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.permissions import require
from passend.volgen.actions.waarnemingen import VolgenError
from passend.volgen.actions.zienswijze import add_waarnemingzienswijze
from passend.volgen.queries.waarnemingen import Waarneming, get_waarneming
from passend.web.kader import maak_kader
from passend.web.leerlingen.delen import vertel_al_gevraagd
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling
from passend.web.verzoek import LEZEND, lees_of_stuur
from passend.web.zinnen import vertaal


@bij_leerling("open_volgen")
@lees_of_stuur
def waarneming_zienswijze(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """What was seen, and a place for the words of a parent; what has words already is a piece with a page."""
    require(bezoek.inzage.reden_als({Inzagegrond.OUDER}), WIE_OUDER)
    een = get_waarneming(leerling=bezoek.leerling, pk=pk)
    if een is None or een.ingetrokken_op is not None or not _leest(bezoek, een):
        raise Http404
    if request.method in LEZEND:
        return bezoek.naar("stuk", pk=een.stuk_id) if een.stuk_id else _toon(request, bezoek, een)
    een.leerling = bezoek.leerling
    try:
        zienswijze = add_waarnemingzienswijze(
            actor=bezoek.account,
            waarneming=een,
            tekst=request.POST.get("zienswijze", ""),
            is_verzoek=bool(request.POST.get("is_verzoek")),
            op=bezoek.op,
        )
    except (LeerlingError, VolgenError) as fout:
        return _toon(request, bezoek, een, fout=vertaal(fout), status=422)
    if zienswijze.ingediend_op < bezoek.op:
        vertel_al_gevraagd(request, zienswijze)
    else:
        messages.success(request, _("Uw zienswijze hoort nu bij dit stuk."))
    antwoord: HttpResponse = redirect("stuk", pk=zienswijze.stuk_id, **bezoek.plek)
    return antwoord


def _leest(bezoek: Dossierbezoek, een: Waarneming) -> bool:
    """True unless the piece that it became is not for this parent: then nothing of it is there."""
    return een.stuk is None or bezoek.inzage.mag_lezen(een.stuk)


def _toon(
    request: HttpRequest, bezoek: Dossierbezoek, een: Waarneming, *, fout: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "bezoek": bezoek,
        "plek": bezoek.plek,
        "een": een,
        "ingevuld": request.POST,
        "fout": fout,
    }
    return render(request, "volgen/zienswijze.jinja", context, status=status)
