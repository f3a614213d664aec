"""Saving one element as somebody types: an answer for the line under it, or what a colleague wrote first."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passend.begrippen.sjabloon import Tabel
from passend.profielen.actions.onderdelen import (
    add_rij,
    remove_rij,
    rename_rij,
    restore_rij,
    save_rij,
    save_tekst,
    save_veld,
)
from passend.profielen.actions.profiel import GelijktijdigError, OnderdeelError
from passend.profielen.actions.team import add_onderbouwing, remove_onderbouwing
from passend.profielen.queries.werk import Onderdeel, Ondersteuningsprofiel, get_onderdeel, get_sjabloon
from passend.uitwisseling.sop.soortherkenning import herken_soort
from passend.web.cellen import cellen_uit_formulier
from passend.web.profielen.onderdelen import dom_id
from passend.web.profielen.profiel import maak_bouwstenen
from passend.web.verzoek import LEZEND, Bezoek, bij_school, heel_getal, lees_of_stuur
from passend.web.zinnen import vertaal

BEWAARD, GEWEIGERD, BOTSING = 200, 422, 409


@bij_school
@lees_of_stuur
def veld(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Save a field, or show it as it stands now."""
    if request.method in LEZEND:
        return _toon(request, bezoek)
    profiel, code = bezoek.profiel_of_404(), _code(request)
    waarde, versie = request.POST.get("waarde", ""), _versie(request)
    return _bewaar(
        request,
        lambda: save_veld(actor=bezoek.account, profiel=profiel, veld=code, waarde=waarde, versie=versie, op=bezoek.op),
    )


@bij_school
@lees_of_stuur
def tekst(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Save prose, or show it as it stands now."""
    if request.method in LEZEND:
        return _toon(request, bezoek)
    profiel, code = bezoek.profiel_of_404(), _code(request)
    waarde, versie = request.POST.get("waarde", ""), _versie(request)
    return _bewaar(
        request,
        lambda: save_tekst(actor=bezoek.account, profiel=profiel, code=code, tekst=waarde, versie=versie, op=bezoek.op),
    )


@bij_school
@lees_of_stuur
def rij(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Save the cells of a row, or show it as it stands now."""
    if request.method in LEZEND:
        return _toon(request, bezoek)
    profiel, sleutel = bezoek.profiel_of_404(), request.POST.get("sleutel", "")
    tabel, stand = _tabel(profiel, _code(request)), get_onderdeel(profiel=profiel, sleutel=sleutel)
    huidig = stand.inhoud.get("cellen", {}) if stand else {}
    return _bewaar(
        request,
        lambda: save_rij(
            actor=bezoek.account,
            profiel=profiel,
            sleutel=sleutel,
            cellen=cellen_uit_formulier(tabel, request.POST, huidig),
            opmerking=request.POST.get("opmerking"),
            versie=_versie(request),
            op=bezoek.op,
        ),
    )


def _tabel(profiel: Ondersteuningsprofiel, code: str) -> Tabel:
    try:
        return get_sjabloon(profiel=profiel).tabel(code)
    except KeyError as fout:
        raise Http404 from fout


def _code(request: HttpRequest) -> str:
    delen = request.POST.get("sleutel", "").split(":")
    if len(delen) < 2:  # noqa: PLR2004 -- kind and code
        raise Http404
    return delen[1]


def _versie(request: HttpRequest) -> int:
    """The version the writer saw; `kies_versie` when they saw a colleague's words and keep their own."""
    gekozen = request.POST.get("kies_versie") or request.POST.get("versie", "0")
    return heel_getal(gekozen)


def _bewaar(request: HttpRequest, bewaar: Callable[[], Onderdeel]) -> HttpResponse:
    sleutel = request.POST.get("sleutel", "")
    context: dict[str, Any] = {"versie": _versie(request), "sleutel": sleutel, "huidig": None, "fout": ""}
    try:
        onderdeel = bewaar()
    except KeyError as fout:
        raise Http404 from fout
    except GelijktijdigError as fout:
        context |= {"huidig": fout.huidig, "adres": request.path}
        context["dom_id"] = dom_id(fout.huidig.sleutel)
        return render(request, "profielen/opslag.jinja", context, status=BOTSING)
    except OnderdeelError as fout:
        return render(request, "profielen/opslag.jinja", context | {"fout": vertaal(fout)}, status=GEWEIGERD)
    context |= {"versie": onderdeel.versie, "onderdeel": onderdeel}
    return render(request, "profielen/opslag.jinja", context, status=BEWAARD)


def _toon(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    element = maak_bouwstenen(bezoek.profiel_of_404(), bezoek.vandaag).zoek(request.GET.get("sleutel", ""))
    if element is None:
        raise Http404
    context = {"element": element, "code": bezoek.vestiging.code, "mag_schrijven": bezoek.mag_schrijven, "naamfout": ""}
    return render(request, "profielen/element.jinja", context)


@bij_school
@require_POST
def rij_nieuw(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Add a row of the school's own; its kind of support is proposed from its words."""
    profiel, label = bezoek.profiel_of_404(), request.POST.get("label", "")
    tabel, soort = request.POST.get("tabel", ""), request.POST.get("soort") or herken_soort(label)
    _tabel(profiel, tabel)
    try:
        nieuw = add_rij(
            actor=bezoek.account, profiel=profiel, tabel=tabel, label=label[:200], soort=soort, op=bezoek.op
        )
    except OnderdeelError as fout:
        messages.error(request, vertaal(fout))
        return _terug(bezoek, f"t-{tabel}")
    return _terug(bezoek, dom_id(nieuw.sleutel))


@bij_school
@require_POST
def rij_naam(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Give a row of the school's own other words or a kind; what cannot be is told in the row as it stands now."""
    profiel, sleutel, fout, status = bezoek.profiel_of_404(), request.POST.get("sleutel", ""), "", BEWAARD
    try:
        sleutel = rename_rij(
            actor=bezoek.account,
            profiel=profiel,
            sleutel=sleutel,
            label=request.POST.get("label", ""),
            soort=request.POST.get("soort"),
            op=bezoek.op,
        ).sleutel
    except OnderdeelError as bezwaar:
        fout, status = vertaal(bezwaar), GEWEIGERD
    element = maak_bouwstenen(profiel, bezoek.vandaag).zoek(sleutel)
    if element is None:
        raise Http404
    context = {"element": element, "code": bezoek.vestiging.code, "mag_schrijven": True, "naamfout": fout}
    if fout:
        context["ingevuld"] = request.POST
    return render(request, "profielen/element.jinja", context, status=status)


@bij_school
@require_POST
def rij_weg(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Take away a row of the school's own; it can be put back."""
    profiel = bezoek.profiel_of_404()
    try:
        weg = remove_rij(
            actor=bezoek.account,
            profiel=profiel,
            sleutel=request.POST.get("sleutel", ""),
            versie=_versie(request),
            op=bezoek.op,
        )
    except (OnderdeelError, GelijktijdigError) as fout:
        return render(
            request, "fout_deel.jinja", {"titel": _("Niet weggehaald"), "uitleg": vertaal(fout)}, status=BOTSING
        )
    return render(request, "profielen/weg.jinja", {"code": bezoek.vestiging.code, "onderdeel": weg})


@bij_school
@require_POST
def rij_terug(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Put a row back that was just taken away."""
    profiel = bezoek.profiel_of_404()
    try:
        terug = restore_rij(
            actor=bezoek.account, profiel=profiel, sleutel=request.POST.get("sleutel", ""), op=bezoek.op
        )
    except OnderdeelError as fout:
        bezwaar = {"titel": _("Niet teruggezet"), "uitleg": vertaal(fout)}
        return render(request, "fout_deel.jinja", bezwaar, status=GEWEIGERD)
    element = maak_bouwstenen(profiel, bezoek.vandaag).zoek(terug.sleutel)
    context = {"element": element, "code": bezoek.vestiging.code, "mag_schrijven": True, "naamfout": ""}
    return render(request, "profielen/element.jinja", context)


@bij_school
@require_POST
def onderbouwing(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Add evidence to a row: what can be seen, and when that was."""
    profiel, sleutel = bezoek.profiel_of_404(), request.POST.get("sleutel", "")
    try:
        add_onderbouwing(
            actor=bezoek.account,
            profiel=profiel,
            sleutel=sleutel,
            wat=request.POST.get("wat", ""),
            wanneer=_dag(request.POST.get("wanneer", "")),
            op=bezoek.op,
        )
    except OnderdeelError as fout:
        ingevuld = {naam: request.POST.get(naam, "") for naam in ("wat", "wanneer")}
        return _bewijs(request, bezoek, sleutel, fout=vertaal(fout), ingevuld=ingevuld)
    return _bewijs(request, bezoek, sleutel)


@bij_school
@require_POST
def onderbouwing_weg(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Take evidence away again."""
    regel, profiel = heel_getal(request.POST.get("regel", "")), bezoek.profiel_of_404()
    remove_onderbouwing(actor=bezoek.account, profiel=profiel, regel=regel, op=bezoek.op)
    return _bewijs(request, bezoek, request.POST.get("sleutel", ""))


def _bewijs(
    request: HttpRequest, bezoek: Bezoek, sleutel: str, fout: str = "", ingevuld: Mapping[str, str] | None = None
) -> HttpResponse:
    element = maak_bouwstenen(bezoek.profiel_of_404(), bezoek.vandaag).zoek(sleutel)
    if element is None:
        raise Http404
    context = {"element": element, "code": bezoek.vestiging.code, "mag_schrijven": True, "fout": fout}
    context["ingevuld"] = ingevuld or {}
    return render(request, "profielen/bewijs.jinja", context, status=GEWEIGERD if fout else BEWAARD)


def _dag(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise OnderdeelError(_("Vul de dag in waarop dit te zien was.")) from fout


def _terug(bezoek: Bezoek, anker: str) -> HttpResponse:
    antwoord = redirect("profiel", code=bezoek.vestiging.code)
    antwoord["Location"] += f"#{anker}"
    return antwoord
