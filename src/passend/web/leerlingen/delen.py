"""Where a parent says that something in the file is not right, whatever part of the file it is (AVG 16)."""

from itertools import groupby

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from passend.begrippen.inzage import Inzagegrond
from passend.leerlingen.actions.delen import add_deelzienswijze
from passend.leerlingen.actions.dossier import WIE_OUDER
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.permissions import require
from passend.leerlingen.queries.delen import Dossierdeel, get_deel, list_delen
from passend.leerlingen.queries.dossier import Zienswijze
from passend.regels.verzoek import antwoord_uiterlijk_op
from passend.web.kader import maak_kader
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling
from passend.web.verzoek import LEZEND, lees_of_stuur
from passend.web.weergave import datum
from passend.web.zinnen import vertaal

_PLEKKEN = {
    "plannen": "leerlingplannen",
    "kenmerken": "leerlingplannen",
    "clusters": "leerlingplannen",
    "toetsresultaten": "volgen",
    "verzuim": "volgen",
    "rapporten": "rapport",
}
_VAN_SCHOOL = {"gegevens": "gegevens", "schorsingen": "schorsing", "opp": "opp"}
_VAN_OUDERS = {"opp": "opp_ouder"}


@bij_leerling("open_dossier")
@require_safe
def klopt_niet(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Every part of the file, for a parent to say what is not right in it."""
    require(bezoek.inzage.reden_als({Inzagegrond.OUDER}), WIE_OUDER)
    delen = list_delen(leerling=bezoek.leerling, klassen=bezoek.inzage.leesbaar, peildatum=bezoek.vandaag)
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "bezoek": bezoek,
        "plek": bezoek.plek,
        "koppen": [(kop, list(groep)) for kop, groep in groupby(delen, key=lambda deel: deel.kop)],
        "beelden": bezoek.deelbeelden,
    }
    return render(request, "leerlingen/klopt_niet.jinja", context)


@bij_leerling("open_dossier")
@lees_of_stuur
def klopt_deel(request: HttpRequest, bezoek: Dossierbezoek, soort: str, nr: int) -> HttpResponse:
    """One part as it is now, and a place for the words of a parent."""
    require(bezoek.inzage.reden_als({Inzagegrond.OUDER}), WIE_OUDER)
    sleutel = f"{soort}:{nr}"
    deel = get_deel(leerling=bezoek.leerling, klassen=bezoek.inzage.leesbaar, sleutel=sleutel, peildatum=bezoek.vandaag)
    if deel is None:
        raise Http404
    if request.method in LEZEND:
        return _toon(request, bezoek, deel)
    try:
        zienswijze = add_deelzienswijze(
            actor=bezoek.account,
            leerling=bezoek.leerling,
            deel=sleutel,
            tekst=request.POST.get("zienswijze", ""),
            is_verzoek=bool(request.POST.get("is_verzoek")),
            op=bezoek.op,
        )
    except LeerlingError as fout:
        return _toon(request, bezoek, deel, fout=vertaal(fout), status=422)
    if zienswijze.ingediend_op < bezoek.op:
        vertel_al_gevraagd(request, zienswijze)
    else:
        messages.success(request, _("Uw woorden horen nu bij dit deel van het dossier."))
    antwoord: HttpResponse = redirect("stuk", pk=zienswijze.stuk_id, **bezoek.plek)
    return antwoord


def vertel_al_gevraagd(request: HttpRequest, verzoek: Zienswijze) -> None:
    """Say that the same request was here already, and by when the answer comes."""
    ingediend_op = timezone.localtime(verzoek.ingediend_op).date()
    zin = _("Dit vroeg u al op %(dag)s. Uw verzoek staat er; de school antwoordt uiterlijk op %(uiterlijk)s.")
    messages.info(request, zin % {"dag": datum(ingediend_op), "uiterlijk": datum(antwoord_uiterlijk_op(ingediend_op))})


def adres_van_deel(bezoek: Dossierbezoek, sleutel: str) -> str:
    """Where somebody reads a part, and who keeps the file puts it right."""
    soort, _streep, nr = sleutel.partition(":")
    if soort == "gesprekken":
        return reverse("overleg", kwargs={**bezoek.plek, "nr": int(nr)})
    eigen = _VAN_SCHOOL if bezoek.inzage.is_school else _VAN_OUDERS if bezoek.inzage.is_ouder else {}
    return reverse(_PLEKKEN.get(soort) or eigen.get(soort) or "dossier", kwargs=bezoek.plek)


def _toon(
    request: HttpRequest, bezoek: Dossierbezoek, deel: Dossierdeel, *, fout: str = "", status: int = 200
) -> HttpResponse:
    soort, _streep, nr = deel.sleutel.partition(":")
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "bezoek": bezoek,
        "plek": bezoek.plek,
        "deel": deel,
        "soort": soort,
        "nr": int(nr),
        "beeld": bezoek.deelbeelden.get(deel.sleutel),
        "ingevuld": request.POST,
        "fout": fout,
    }
    return render(request, "leerlingen/klopt_deel.jinja", context, status=status)
