"""One piece of a file: its versions, what parents say of it, and the forms to write."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.leerlingen.actions.dossier import (
    NietVeranderdError,
    add_stuk,
    add_zienswijze,
    decide_zienswijze,
    handeling_met,
    log_geweigerd_stuk,
    log_inzage,
    revise_stuk,
)
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.actions.stukken import move_stuk, withdraw_stuk
from passend.leerlingen.permissions import WIE_SCHRIJFT, get_inzage, require, why_may_withdraw
from passend.leerlingen.queries.dossier import (
    Dossierstuk,
    Dossierversie,
    Zienswijze,
    get_stuk,
    get_stukbestand,
    get_zienswijze,
    list_stukbestanden,
    list_stukken,
    list_versies,
)
from passend.regels.verzoek import antwoord_uiterlijk_op
from passend.web.aanmelden import brieven
from passend.web.bijlage import als_bijlage
from passend.web.kader import maak_kader
from passend.web.leerlingen.delen import adres_van_deel, vertel_al_gevraagd
from passend.web.leerlingen.dossier import toon
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling, lees_dag
from passend.web.leerlingen.woorden import KLASSE_UITLEG, KLASSEN
from passend.web.verzoek import heel_getal
from passend.web.zinnen import vertaal

BESLUITEN = frozenset({"verbeterd", "bijgevoegd"})


@bij_leerling()
@require_POST
def stuk_nieuw(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Put a piece in the file."""
    require(bezoek.inzage.reden if bezoek.inzage.schrijfbaar else None, WIE_SCHRIJFT)
    geldig_van, klasse = lees_dag(request.POST.get("geldig_van", "")), request.POST.get("vertrouwelijkheid", "")
    if geldig_van is None or klasse not in set(Vertrouwelijkheid):
        fout = _("Vul een bestaande dag in en kies wie het mag zien.")
        return toon(request, bezoek, fout=fout, bij="stuk", status=422)
    try:
        add_stuk(
            actor=bezoek.account,
            leerling=bezoek.leerling,
            titel=request.POST.get("titel", ""),
            tekst=request.POST.get("tekst", ""),
            vertrouwelijkheid=Vertrouwelijkheid(klasse),
            geldig_van=geldig_van,
            op=bezoek.op,
        )
    except LeerlingError as fout:
        return toon(request, bezoek, fout=vertaal(fout), bij="stuk", status=422)
    messages.success(request, _("Vastgelegd."))
    return bezoek.naar()


@bij_leerling()
@require_http_methods(["GET", "HEAD", "POST"])
def stuk(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """One piece; who writes in its class sends what it should say from now on."""
    een = _stuk_of_404(bezoek, pk)
    if een.ingetrokken_op is not None and request.method != "POST":
        return bezoek.naar()  # there stands that it was withdrawn, and why
    if request.method != "POST":
        antwoord = _toon(request, bezoek, een)
        log_inzage(
            actor=bezoek.account,
            leerling=bezoek.leerling,
            reden=bezoek.inzage.reden,
            op=bezoek.op,
            handeling=handeling_met("open_stuk", een.vertrouwelijkheid),
        )
        return antwoord
    require(bezoek.inzage.reden if een.vertrouwelijkheid in bezoek.inzage.schrijfbaar else None, WIE_SCHRIJFT)
    geldig_van = lees_dag(request.POST.get("geldig_van", ""))
    if geldig_van is None:
        return _toon(request, bezoek, een, fout=_("Vul een bestaande dag in."), bij="tekst", status=422)
    try:
        revise_stuk(
            actor=bezoek.account,
            stuk=een,
            tekst=request.POST.get("tekst", ""),
            geldig_van=geldig_van,
            nummer=heel_getal(request.POST.get("nummer", "")),
            op=bezoek.op,
        )
    except LeerlingError as fout:
        return _toon(request, bezoek, een, fout=vertaal(fout), bij="tekst", status=422)
    messages.success(request, _("Bewaard. Wat er eerder stond, blijft te zien."))
    return bezoek.naar("stuk", pk=pk)


@bij_leerling()
@require_safe
def stukbestand(request: HttpRequest, bezoek: Dossierbezoek, pk: int, bestand: int) -> HttpResponse:
    """A file that belongs to a piece, for who reads the piece."""
    een = _stuk_of_404(bezoek, pk)
    het = get_stukbestand(stuk=een, pk=bestand)
    if het is None:
        raise Http404
    log_inzage(
        actor=bezoek.account,
        leerling=bezoek.leerling,
        reden=bezoek.inzage.reden,
        op=bezoek.op,
        handeling=handeling_met("open_stuk", een.vertrouwelijkheid),
    )
    return als_bijlage(bytes(het.inhoud), het.extensie, f"bijlage-{het.pk}")


@bij_leerling()
@require_POST
def zienswijze(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """A parent says what they think of a piece."""
    een = _stuk_of_404(bezoek, pk)
    try:
        gezegd = add_zienswijze(
            actor=bezoek.account,
            stuk=een,
            tekst=request.POST.get("zienswijze", ""),
            is_verzoek=bool(request.POST.get("is_verzoek")),
            op=bezoek.op,
        )
    except LeerlingError as fout:
        return _toon(request, bezoek, een, fout=vertaal(fout), bij="zienswijze", status=422)
    if gezegd.ingediend_op < bezoek.op:
        vertel_al_gevraagd(request, gezegd)
    else:
        messages.success(request, _("Uw zienswijze hoort nu bij dit stuk."))
    return bezoek.naar("stuk", pk=pk)


@bij_leerling()
@require_POST
def zienswijze_besluit(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """The school answers a request to put something right."""
    een = get_zienswijze(leerling=bezoek.leerling, pk=pk)
    if een is None or not bezoek.inzage.mag_lezen(een.stuk):
        log_geweigerd_stuk(actor=bezoek.account, leerling=bezoek.leerling, stuk=een.stuk if een else None, op=bezoek.op)
        raise Http404
    besluit = request.POST.get("besluit", "")
    if besluit not in BESLUITEN:
        fout = _("Kies of u het verbeterde, of liet staan. Er is nog niets geantwoord.")
        return _toon(request, bezoek, een.stuk, fout=fout, bij=f"besluit-{een.pk}", status=422)
    try:
        decide_zienswijze(
            actor=bezoek.account,
            zienswijze=een,
            is_verbeterd=besluit == "verbeterd",
            uitleg=request.POST.get("uitleg", ""),
            op=bezoek.op,
        )
    except LeerlingError as bezwaar:
        onveranderd = isinstance(bezwaar, NietVeranderdError)
        bij = f"besluit-{een.pk}"
        return _toon(request, bezoek, een.stuk, fout=vertaal(bezwaar), bij=bij, is_onveranderd=onveranderd, status=422)
    _vertel_antwoord(request, bezoek, een)
    messages.success(request, _("Uw antwoord staat bij het stuk. De ouder leest het daar."))
    return bezoek.naar("stuk", pk=een.stuk_id)


@bij_leerling()
@require_POST
def stuk_soort(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """Put a piece where it belongs: in the ordinary file, with care, or with signs of abuse."""
    bezoek.require_school()
    een, klasse = _stuk_of_404(bezoek, pk), request.POST.get("vertrouwelijkheid", "")
    if klasse not in set(Vertrouwelijkheid):
        return _toon(request, bezoek, een, fout=_("Kies wie het mag zien."), bij="soort", status=422)
    try:
        move_stuk(actor=bezoek.account, stuk=een, naar=Vertrouwelijkheid(klasse), op=bezoek.op)
    except LeerlingError as fout:
        return _toon(request, bezoek, een, fout=vertaal(fout), bij="soort", status=422)
    messages.success(request, _("Verplaatst. Alleen wie dit soort stukken mag lezen, ziet het nu."))
    return bezoek.naar("stuk", pk=pk)


@bij_leerling()
@require_POST
def stuk_intrekken(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """Take a piece that is about another pupil out of this file."""
    een = _stuk_of_404(bezoek, pk)
    try:
        withdraw_stuk(actor=bezoek.account, stuk=een, waarom=request.POST.get("waarom", ""), op=bezoek.op)
    except LeerlingError as fout:
        return _toon(request, bezoek, een, fout=vertaal(fout), bij="intrekken", status=422)
    messages.success(request, _("Ingetrokken. De tekst is weg; dat het er stond en waarom het wegging, blijft."))
    return bezoek.naar()


def _vertel_antwoord(request: HttpRequest, bezoek: Dossierbezoek, wens: Zienswijze) -> None:
    """Write to the parent who asked that there is an answer, while they may read it."""
    inzage = get_inzage(wens.ouder, bezoek.leerling, op=bezoek.op)
    adres = wens.ouder.email
    if adres and inzage is not None and inzage.is_ouder:
        feiten = {"school": bezoek.vestiging, "adres": request.build_absolute_uri(reverse("kinderen"))}
        brieven.stuur_na_bewaren(brieven.ANTWOORD, adres, feiten)


def _stuk_of_404(bezoek: Dossierbezoek, pk: int) -> Dossierstuk:
    """A piece of this file in a class that may be read; another's, and one of another class, is not there.

    Each try at one that is not there is written down alike, and takes as long.
    """
    een = get_stuk(leerling=bezoek.leerling, pk=pk)
    if een is None or not bezoek.inzage.mag_lezen(een):
        log_geweigerd_stuk(actor=bezoek.account, leerling=bezoek.leerling, stuk=een, op=bezoek.op)
        raise Http404
    return een


def _mag_intrekken(bezoek: Dossierbezoek, een: Dossierstuk, versies: list[Dossierversie]) -> bool:
    is_schrijver = versies[0].door_id == bezoek.account.pk
    return why_may_withdraw(bezoek.inzage, een, is_schrijver=is_schrijver) is not None


def _toon(
    request: HttpRequest, bezoek: Dossierbezoek, een: Dossierstuk, *, status: int = 200, fout: str = "", **meer: Any
) -> HttpResponse:
    if een.ingetrokken_op is not None:  # somebody withdrew it while a form about it was open
        messages.error(request, fout)
        return bezoek.naar()
    beeld = list_stukken(stukken=[een], geldig_op=bezoek.vandaag, bekend_op=bezoek.op)[0]
    context: dict[str, Any] = {
        "kader": maak_kader(request, bezoek.vestiging),
        "bezoek": bezoek,
        "plek": bezoek.plek,
        "beeld": beeld,
        "versies": (versies := list_versies(stuk=een)),
        "bestanden": list_stukbestanden(stuk=een),
        "naar_deel": adres_van_deel(bezoek, een.deel) if een.deel else "",
        "klassen": KLASSEN,
        "klasse_uitleg": KLASSE_UITLEG,
        "mag_intrekken": _mag_intrekken(bezoek, een, versies),
        "mag_schrijven": een.vertrouwelijkheid in bezoek.inzage.schrijfbaar,
        "uiterlijk": {
            een.pk: antwoord_uiterlijk_op(timezone.localtime(een.ingediend_op).date()) for een in beeld.zienswijzen
        },
        "ingevuld": request.POST,
        "fout": fout,
        "bij": "",
        "is_onveranderd": False,
        **meer,
    }
    return render(request, "leerlingen/stuk.jinja", context, status=status)
