"""Goals of the year on rows of the profile; last year's open ones come back."""

from collections.abc import Mapping
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from passend.profielen.actions.doelen import (
    Doelgegevens,
    add_doel,
    carry_over_doelen,
    change_doel,
    evaluate_doel,
    remove_doel,
    restore_doel,
)
from passend.profielen.actions.profiel import OnderdeelError
from passend.profielen.queries.werk import (
    Doelregel,
    Ondersteuningsprofiel,
    get_vorig_profiel,
    get_weggehaald_doel,
    list_doelen,
    list_onderdelen,
)
from passend.web.kader import maak_kader
from passend.web.verzoek import Bezoek, bij_school, heel_getal, lees_of_stuur
from passend.web.zinnen import vertaal

VELDEN = ("sleutel", "doel", "actie", "eigenaar", "onderbouwing")


@bij_school
@lees_of_stuur
def doelen(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """The goals with the row they hang on; a form for a new one."""
    return _bewaar(request, bezoek) if request.method == "POST" else _bladzijde(request, bezoek)


def _bladzijde(
    request: HttpRequest, bezoek: Bezoek, ingevuld: Mapping[str, str] | None = None, status: int = HTTPStatus.OK
) -> HttpResponse:
    """The page; with what somebody filled in when that was refused, so that they need not type it again."""
    profiel = bezoek.profiel()
    context = {
        "ingevuld": {naam: (ingevuld or {}).get(naam, "") for naam in VELDEN},
        "kader": maak_kader(request, bezoek.vestiging),
        "code": bezoek.vestiging.code,
        "mag_schrijven": bezoek.mag_schrijven,
        "profiel": profiel,
        "doelen": [],
    }
    if profiel is not None:
        onderdelen = list_onderdelen(profiel=profiel)
        vorig = get_vorig_profiel(profiel=profiel)
        eigen = list_doelen(profiel=profiel)
        meegenomen = {doel.vorige_id for doel in eigen}
        vorige = list_doelen(profiel=vorig) if vorig else []
        context |= {
            "doelen": eigen,
            "rijen": {
                sleutel: deel.inhoud["label"] for sleutel, deel in onderdelen.items() if sleutel.startswith("rij:")
            },
            "over": [doel for doel in vorige if doel.stand != "behaald" and doel.pk not in meegenomen],
            "vorig": vorig,
            "weggehaald": _weggehaald(request, profiel),
        }
    return render(request, "profielen/doelen.jinja", context, status=status)


def _weggehaald(request: HttpRequest, profiel: Ondersteuningsprofiel) -> Doelregel | None:
    doel = heel_getal(request.GET.get("weg", ""))
    return get_weggehaald_doel(profiel=profiel, doel=doel) if doel else None


def _bewaar(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    profiel = bezoek.profiel_of_404()
    try:
        if request.POST.get("neem_over"):
            nieuw = carry_over_doelen(actor=bezoek.account, profiel=profiel, op=bezoek.op)
            zin = ngettext("%(n)s doel van vorig jaar gaat mee.", "%(n)s doelen van vorig jaar gaan mee.", len(nieuw))
            messages.success(request, zin % {"n": len(nieuw)})
        else:
            add_doel(actor=bezoek.account, profiel=profiel, gegevens=_gegevens(request), op=bezoek.op)
            messages.success(request, _("Het doel staat erbij."))
    except OnderdeelError as fout:
        messages.error(request, vertaal(fout))
        return _bladzijde(request, bezoek, request.POST, HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect("doelen", code=bezoek.vestiging.code)


def _gegevens(request: HttpRequest) -> Doelgegevens:
    return Doelgegevens(**{naam: request.POST.get(naam, "") for naam in VELDEN})


@bij_school
@require_POST
def anders(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Say a goal in other words."""
    doel, profiel = heel_getal(request.POST.get("pk", "")), bezoek.profiel_of_404()
    try:
        change_doel(actor=bezoek.account, profiel=profiel, doel=doel, gegevens=_gegevens(request), op=bezoek.op)
        messages.success(request, _("Het doel is aangepast."))
    except OnderdeelError as fout:
        messages.error(request, vertaal(fout))
    return redirect("doelen", code=bezoek.vestiging.code)


@bij_school
@require_POST
def weg(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Take a goal away, or bring it back: the page that follows offers the way back."""
    doel, profiel = heel_getal(request.POST.get("pk", "")), bezoek.profiel_of_404()
    antwoord = redirect("doelen", code=bezoek.vestiging.code)
    try:
        if request.POST.get("terug"):
            restore_doel(actor=bezoek.account, profiel=profiel, doel=doel, op=bezoek.op)
        else:
            remove_doel(actor=bezoek.account, profiel=profiel, doel=doel, op=bezoek.op)
            antwoord["Location"] += f"?weg={doel}"
    except OnderdeelError as fout:
        messages.error(request, vertaal(fout))
    return antwoord


@bij_school
@require_POST
def evaluatie(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Say how a goal went."""
    doel = heel_getal(request.POST.get("doel", ""))
    try:
        evaluate_doel(
            actor=bezoek.account,
            profiel=bezoek.profiel_of_404(),
            doel=doel,
            stand=request.POST.get("stand", ""),
            evaluatie=request.POST.get("evaluatie", ""),
            op=bezoek.op,
        )
        messages.success(request, _("De terugblik is bewaard."))
    except OnderdeelError as fout:
        messages.error(request, vertaal(fout))
    return redirect("doelen", code=bezoek.vestiging.code)
