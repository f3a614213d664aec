"""Saving one part or one decision as somebody types: an answer for the line under it, or what another wrote first."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passend.leerlingen.permissions import visible_stukken
from passend.overleggen.actions.blad import (
    Besluitgegevens,
    DichtError,
    GelijktijdigError,
    complete_besluit,
    put_besluit,
    remove_besluit,
    save_besluit,
    save_deel,
    set_stuk,
)
from passend.overleggen.actions.overleg import OverlegError
from passend.overleggen.queries.blad import Besluit, get_besluit, get_besluit_met_sleutel
from passend.overleggen.queries.overleggen import get_deelnemer, list_leerlingen_van
from passend.web.leerlingen.verzoek import lees_dag
from passend.web.overleggen.blad import deel_of_404, maak_blad
from passend.web.overleggen.verzoek import Overlegbezoek, bij_overleg
from passend.web.overleggen.woorden import kop_van
from passend.web.verzoek import LEZEND, heel_getal, lees_of_stuur
from passend.web.zinnen import vertaal

BEWAARD, GEWEIGERD, BOTSING = 200, 422, 409


@bij_overleg("open_overleg", is_deel=True)
@lees_of_stuur
def deel(request: HttpRequest, bezoek: Overlegbezoek) -> HttpResponse:
    """Save a part of the sheet, or show it as it stands now."""
    if request.method in LEZEND:
        een = deel_of_404(bezoek, request.GET.get("deel", ""))
        return render(request, "overleggen/deel.jinja", {**maak_blad(bezoek), "een": een})
    een = deel_of_404(bezoek, request.POST.get("deel", ""))
    return _bewaar(
        request,
        lambda: save_deel(
            actor=bezoek.account,
            deel=een,
            tekst=request.POST.get("waarde", ""),
            versie=_versie(request),
            op=bezoek.op,
        ),
        {"bezoek": bezoek, "deel": een.pk, "kop": kop_van(een)},
    )


@bij_overleg("open_overleg", is_deel=True)
@lees_of_stuur
def besluit(request: HttpRequest, bezoek: Overlegbezoek) -> HttpResponse:
    """Add a decision, save one, or take one away; or show all as they stand now."""
    if request.method in LEZEND:
        return besluitenlijst(request, bezoek)
    if sleutel := _sleutel(request):
        return _van_scherm(request, bezoek, sleutel)
    een = _besluit_of_404(bezoek, request)
    if request.POST.get("weg"):
        try:
            remove_besluit(actor=bezoek.account, besluit=een, op=bezoek.op)
        except OverlegError as fout:
            return render(
                request, "fout_deel.jinja", {"titel": _("Niet weggehaald"), "uitleg": vertaal(fout)}, status=GEWEIGERD
            )
        return besluitenlijst(request, bezoek)
    return _bewaar(
        request,
        lambda: save_besluit(
            actor=bezoek.account,
            besluit=een,
            gegevens=_gegevens(request, bezoek),
            versie=_versie(request),
            op=bezoek.op,
        ),
        {"bezoek": bezoek, "deel": 0, "kop": ""},
    )


def _van_scherm(request: HttpRequest, bezoek: Overlegbezoek, sleutel: UUID) -> HttpResponse:
    """A decision that the screen made and named: sent as often as it takes, it is added, saved or taken away once."""

    def bewaar() -> Besluit | None:
        een = get_besluit_met_sleutel(overleg=bezoek.overleg, sleutel=sleutel)
        if not request.POST.get("weg"):
            return put_besluit(
                actor=bezoek.account,
                overleg=bezoek.overleg,
                sleutel=sleutel,
                gegevens=_gegevens(request, bezoek),
                versie=_versie(request),
                op=bezoek.op,
            )
        if een is not None:
            een.overleg = bezoek.overleg
            remove_besluit(actor=bezoek.account, besluit=een, op=bezoek.op)
        return None

    return _bewaar(request, bewaar, {"bezoek": bezoek, "deel": 0, "kop": ""})


def besluitenlijst(request: HttpRequest, bezoek: Overlegbezoek) -> HttpResponse:
    """All decisions as they stand now."""
    return render(request, "overleggen/besluiten.jinja", maak_blad(bezoek))


@bij_overleg()
@require_POST
def gedaan(request: HttpRequest, bezoek: Overlegbezoek) -> HttpResponse:
    """Say that what was decided is done, or take that back."""
    een = _besluit_of_404(bezoek, request)
    complete_besluit(
        actor=bezoek.account, besluit=een, op=bezoek.op, is_gedaan=request.POST.get("gedaan", "ja") == "ja"
    )
    return bezoek.naar("besluiten")


@bij_overleg()
@require_POST
def stuk(request: HttpRequest, bezoek: Overlegbezoek) -> HttpResponse:
    """Lay a piece of the file on the sheet, or take it off."""
    bezoek.require_beheer()
    inzage, leerling = bezoek.recht.inzage, bezoek.overleg.leerling
    if inzage is None or leerling is None:
        raise Http404
    een = visible_stukken(inzage, leerling).filter(pk=heel_getal(request.POST.get("stuk", ""))).first()
    if een is None:
        raise Http404
    try:
        set_stuk(
            actor=bezoek.account,
            overleg=bezoek.overleg,
            stuk=een,
            ligt_erop=request.POST.get("ligt_erop") == "ja",
            op=bezoek.op,
        )
    except OverlegError as fout:
        messages.error(request, vertaal(fout))
    return bezoek.naar("bekend")


def _besluit_of_404(bezoek: Overlegbezoek, request: HttpRequest) -> Besluit:
    een = get_besluit(overleg=bezoek.overleg, pk=heel_getal(request.POST.get("besluit", "")))
    if een is None:
        raise Http404
    een.overleg = bezoek.overleg
    return een


def _sleutel(request: HttpRequest) -> UUID | None:
    """What the screen called a decision it made itself; None for one the server laid out."""
    try:
        return UUID(request.POST.get("sleutel", ""))
    except ValueError:
        return None


def _gegevens(request: HttpRequest, bezoek: Overlegbezoek) -> Besluitgegevens:
    eigenaar = get_deelnemer(overleg=bezoek.overleg, pk=heel_getal(request.POST.get("eigenaar", "")))
    leerling = None
    if bezoek.overleg.leerling is None and (sleutel := request.POST.get("leerling", "")):
        alle = list_leerlingen_van(overleg=bezoek.overleg)
        leerling = next((een for een in alle if str(een.sleutel) == sleutel), None)
    return Besluitgegevens(
        wat=request.POST.get("wat", ""),
        eigenaar=eigenaar,
        uiterlijk_op=lees_dag(request.POST.get("uiterlijk_op", "")),
        leerling=leerling,
    )


def _versie(request: HttpRequest) -> int:
    """The version the writer saw; `kies_versie` when they saw another's words and keep their own."""
    return heel_getal(request.POST.get("kies_versie") or request.POST.get("versie", "0"))


def _bewaar(request: HttpRequest, bewaar: Callable[[], Any], context: dict[str, Any]) -> HttpResponse:
    context = {"versie": _versie(request), "huidig": None, "dicht": None, "fout": "", **context}
    try:
        rij = bewaar()
    except GelijktijdigError as fout:
        return render(request, "overleggen/opslag.jinja", context | {"huidig": fout.huidig}, status=BOTSING)
    except DichtError as fout:
        wie = str(fout.gesloten_door or "")
        return render(request, "overleggen/opslag.jinja", context | {"dicht": wie or True}, status=GEWEIGERD)
    except OverlegError as fout:
        return render(request, "overleggen/opslag.jinja", context | {"fout": vertaal(fout)}, status=GEWEIGERD)
    return render(request, "overleggen/opslag.jinja", context | {"versie": rij.versie if rij else 0}, status=BEWAARD)
