"""Lists of pupils: those of a school that somebody may see, and the children of a parent."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from passend.begrippen.inzage import Inzagegrond
from passend.begrippen.overleg import Overlegstand
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.termijn import Termijn
from passend.leerlingen.actions.dossier import log_kinderen, log_lijst, log_zoeken
from passend.leerlingen.actions.leerlingen import (
    WIE_BEHEERT,
    LeerlingError,
    Leerlinggegevens,
    place_leerling,
    register_leerling,
)
from passend.leerlingen.permissions import (
    ALS_GAST,
    require,
    visible_leerlingen,
    why_may_break_glass,
    why_may_manage,
)
from passend.leerlingen.queries.dossier import list_eigen_verzoeken, list_verzoeken
from passend.leerlingen.queries.leerlingen import (
    Leerling,
    find_leerlingen,
    list_besturen_van,
    list_groepsnamen,
    zoek_leerlingen,
)
from passend.leerlingen.queries.toestemming import list_wachtend_op_ouder
from passend.organisaties.queries import in_bestuur, list_groepen
from passend.overleggen.permissions import visible_overleggen
from passend.overstap.queries.ouders import list_rapportvragen
from passend.plannen.permissions import visible_groepen
from passend.plannen.queries.opplijst import list_oppvragen
from passend.regels.verzoek import antwoord_uiterlijk_op
from passend.toegang.queries import Account
from passend.toelating.queries.schorsing import list_geschorst, list_verwijderdagen
from passend.web.bladeren import blad_van
from passend.web.groepsvraag import wie_geeft_groepen
from passend.web.kader import maak_kader
from passend.web.leerlingen.verzoek import lees_dag
from passend.web.verzoek import Bezoek, aangemeld, account_van, bij_school, heel_getal
from passend.web.zinnen import vertaal

ANTWOORD_ZICHTBAAR = timedelta(days=92)  # so long an answer stands on the page of a parent
VERSLAG_NIEUW = timedelta(days=31)
WIE_LIJST = "wie lesgeeft, begeleidt of leidt op deze school"


@bij_school
@require_safe
def leerlingen(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """The pupils of this school that somebody may see; what they search for is not kept, that they did is."""
    return _pagina(request, bezoek)


@bij_school
@require_http_methods(["GET", "HEAD", "POST"])
def leerling_nieuw(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Take in one pupil by hand."""
    if request.method != "POST":
        return _nieuw(request, bezoek)
    require(why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BEHEERT)
    geboren_op, ingeschreven_op = (lees_dag(request.POST.get(naam, "")) for naam in ("geboren_op", "ingeschreven_op"))
    voornaam, achternaam = (request.POST.get(naam, "").strip() for naam in ("voornaam", "achternaam"))
    if not (geboren_op and ingeschreven_op and voornaam and achternaam):
        fout = _("Vul de naam in en twee bestaande datums.")
        return _nieuw(request, bezoek, fout=fout, status=422)
    groepen = list_groepen(vestiging=bezoek.vestiging, schooljaar=str(Schooljaar.op(bezoek.vandaag)))
    groep = groepen.filter(pk=heel_getal(request.POST.get("groep", ""))).first()
    gegevens = Leerlinggegevens(
        voornaam=voornaam, achternaam=achternaam, geboren_op=geboren_op, ingeschreven_op=ingeschreven_op
    )
    if not request.POST.get("toch") and find_leerlingen(
        vestiging=bezoek.vestiging, voornaam=voornaam, achternaam=achternaam, geboren_op=geboren_op
    ):
        return _nieuw(request, bezoek, is_dubbel=True, status=422)
    try:
        leerling = register_leerling(actor=bezoek.account, vestiging=bezoek.vestiging, gegevens=gegevens, op=bezoek.op)
    except LeerlingError as fout:
        return _nieuw(request, bezoek, fout=vertaal(fout), status=422)
    if groep is not None:
        place_leerling(actor=bezoek.account, leerling=leerling, groep=groep, geldig_van=ingeschreven_op, op=bezoek.op)
    messages.success(request, _("Ingeschreven. Noteer hier ook de ouders."))
    return redirect("dossier", code=bezoek.vestiging.code, sleutel=leerling.sleutel)


@bij_school
@require_safe
def verzoeken(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """What parents asked to put right, and by when the school answers."""
    reden = require(why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BEHEERT)
    log_zoeken(actor=bezoek.account, vestiging=bezoek.vestiging, reden=reden, op=bezoek.op)
    zichtbaar = visible_leerlingen(bezoek.account, op=bezoek.op).filter(vestiging=bezoek.vestiging)
    wensen = [
        (wens, antwoord_uiterlijk_op(timezone.localtime(wens.ingediend_op).date()))
        for wens in list_verzoeken(leerlingen=list(zichtbaar), vestiging=bezoek.vestiging)
    ]
    context = {"kader": maak_kader(request, bezoek.vestiging), "vestiging": bezoek.vestiging, "verzoeken": wensen}
    return render(request, "leerlingen/verzoeken.jinja", context)


def _pagina(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    zichtbaar = visible_leerlingen(bezoek.account, op=bezoek.op).filter(vestiging=bezoek.vestiging)
    beheer = why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op)
    vervanging = why_may_break_glass(bezoek.account, bezoek.vestiging, op=bezoek.op)
    reden = require(beheer or vervanging, WIE_LIJST)
    if woorden := request.GET.get("q", "").strip():
        log_zoeken(actor=bezoek.account, vestiging=bezoek.vestiging, reden=reden, op=bezoek.op)
        zichtbaar = zoek_leerlingen(zichtbaar, vestiging=bezoek.vestiging, woorden=woorden)
    else:
        log_lijst(actor=bezoek.account, vestiging=bezoek.vestiging, reden=reden, op=bezoek.op)
    blad = blad_van(zichtbaar, request.GET.get("blad"))
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "leerlingen": blad,
        "groepsnamen": list_groepsnamen(leerlingen=blad.rijen, peildatum=bezoek.vandaag),
        "geschorst": list_geschorst(leerlingen=blad.rijen, op=bezoek.vandaag),
        "vandaag": bezoek.vandaag,
        "woorden": woorden,
        "mag_beheren": beheer is not None,
        "te_vragen": None if beheer or blad.rijen or _heeft_groep(bezoek) else wie_geeft_groepen(bezoek),
    }
    return render(request, "leerlingen/lijst.jinja", context)


def _heeft_groep(bezoek: Bezoek) -> bool:
    return visible_groepen(bezoek.account, bezoek.vestiging, op=bezoek.op).exists()


def _nieuw(
    request: HttpRequest, bezoek: Bezoek, *, fout: str = "", is_dubbel: bool = False, status: int = 200
) -> HttpResponse:
    require(why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BEHEERT)
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "groepen": list_groepen(vestiging=bezoek.vestiging, schooljaar=str(Schooljaar.op(bezoek.vandaag))),
        "ingevuld": request.POST,
        "fout": fout,
        "is_dubbel": is_dubbel,
    }
    return render(request, "leerlingen/nieuw.jinja", context, status=status)


@aangemeld
@require_safe
def kinderen(request: HttpRequest) -> HttpResponse:
    """The children of a parent, and the pupils an expert may see something of."""
    account, op = account_van(request), timezone.localtime()
    with in_bestuur(*list_besturen_van(account=account)):
        mijn = list(visible_leerlingen(account, op=op, gronden=ALS_GAST).select_related("vestiging"))
        log_kinderen(actor=account, leerlingen=mijn, op=op)
        verzoeken = list_eigen_verzoeken(leerlingen=mijn, account=account, sinds=op - ANTWOORD_ZICHTBAAR)
        verslagen = visible_overleggen(account, op=op).filter(
            leerling__in=mijn, stand=Overlegstand.GESLOTEN.value, gesloten_op__gte=op - VERSLAG_NIEUW
        )
        context = {
            "kader": maak_kader(request),
            "kinderen": mijn,
            "verslagen": list(verslagen.order_by("-gesloten_op")),
            "vragen": list_wachtend_op_ouder(leerlingen=mijn, account=account, op=op),
            "rapportvragen": list_rapportvragen(account=account, leerlingen=mijn, peildatum=op.date()),
            "oppvragen": list_oppvragen(account=account, leerlingen=mijn, peildatum=op.date()),
            "verwijderdagen": _verwijderdagen(account, mijn, op),
            "verzoeken": verzoeken,
            "uiterlijk_op": {
                wens.pk: antwoord_uiterlijk_op(timezone.localtime(wens.ingediend_op).date()) for wens in verzoeken
            },
        }
    return render(request, "leerlingen/kinderen.jinja", context)


def _verwijderdagen(account: Account, kinderen: Collection[Leerling], op: datetime) -> dict[int, Termijn]:
    """The next date of a removal, for parents with authority alone."""
    dagen = list_verwijderdagen(leerlingen=kinderen, op=op.date())
    if not dagen:
        return {}
    eigen = visible_leerlingen(account, op=op, gronden=(Inzagegrond.OUDER,)).filter(pk__in=dagen)
    return {een.pk: dagen[een.pk] for een in eigen}
