"""The templates of a region: see them, add one as data."""

import json

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from passend.begrippen.rollen import Reden, Rolsoort
from passend.begrippen.sjabloonformaat import SjabloonError, sjabloon_uit_dict
from passend.organisaties.queries import in_bestuur, list_besturen
from passend.profielen.actions.sjablonen import add_sjabloon
from passend.profielen.permissions import require
from passend.profielen.queries.werk import list_regiosjablonen
from passend.toegang.queries import Rol, list_rollen
from passend.web.bestandsnaam import bezwaar_tegen_naam
from passend.web.kader import maak_kader
from passend.web.verzoek import aangemeld, account_van, lees_of_stuur
from passend.web.zinnen import vertaal

MEESTE_BYTES = 2 * 1024 * 1024


@aangemeld
@lees_of_stuur
def sjablonen(request: HttpRequest) -> HttpResponse:
    """The templates of my samenwerkingsverband; a new one comes in as a file."""
    rol = _rol(request)
    if request.method == "POST":
        _voeg_toe(request, rol)
        return redirect("sjablonen")
    versies = list_regiosjablonen(samenwerkingsverband=rol.samenwerkingsverband_id or 0)
    context = {
        "kader": maak_kader(request),
        "sjablonen": [(versie, sjabloon_uit_dict(versie.definitie)) for versie in versies],
    }
    return render(request, "sjablonen.jinja", context)


@aangemeld
@require_safe
def definitie(request: HttpRequest, pk: int) -> HttpResponse:
    """One template as the file it came from, to make the next one of."""
    versies = list_regiosjablonen(samenwerkingsverband=_rol(request).samenwerkingsverband_id or 0)
    versie = next((versie for versie in versies if versie.pk == pk), None)
    if versie is None:
        raise Http404
    antwoord = JsonResponse(versie.definitie, json_dumps_params={"ensure_ascii": False, "indent": 1})
    antwoord["Content-Disposition"] = f'attachment; filename="{versie.code}-{versie.geldig_van}.json"'
    return antwoord


def _rol(request: HttpRequest) -> Rol:
    rollen = list_rollen(account=account_van(request), peildatum=timezone.localdate())
    rol = rollen.filter(soort=Rolsoort.ADVISEUR.value, samenwerkingsverband__isnull=False).first()
    reden = Reden(Rolsoort.ADVISEUR.value, _("U adviseert vanuit het samenwerkingsverband.")) if rol else None
    require(reden, _("wie voor het samenwerkingsverband werkt"))
    assert rol is not None  # noqa: S101 -- refused above
    return rol


def _check_tekens(gegevens: object) -> None:
    """Refuse characters that JSON can name but that no page or database can hold: NUL, and half a pair.

    Raises:
        ValueError: there is one.
    """
    tekst = json.dumps(gegevens, ensure_ascii=False)
    tekst.encode()
    if "\\u0000" in tekst:
        raise ValueError(tekst)


def _voeg_toe(request: HttpRequest, rol: Rol) -> None:
    bestand = request.FILES.get("bestand")
    try:
        if bestand is None or not bestand.size:
            raise SjabloonError(_("Er is geen bestand gekozen. Kies een sjabloon (json)."))
        if bestand.size > MEESTE_BYTES:
            raise SjabloonError(_("Dit bestand is te groot voor een sjabloon. Kies het goede bestand."))
        gegevens = json.loads(bestand.read())
        if bezwaar := bezwaar_tegen_naam(bestand.name or "", "json"):
            raise SjabloonError(bezwaar)
        _check_tekens(gegevens)
        if not isinstance(gegevens, dict) or rol.samenwerkingsverband is None:
            raise SjabloonError(_("Dit is geen sjabloon: het bestand begint niet met een object."))
        besturen = list_besturen(samenwerkingsverband=rol.samenwerkingsverband)
        with in_bestuur(*(bestuur.pk for bestuur in besturen)):  # a template that one of their schools uses stays
            add_sjabloon(
                actor=account_van(request),
                samenwerkingsverband=rol.samenwerkingsverband,
                definitie=gegevens,
                reden=Reden(Rolsoort.ADVISEUR.value, _("U adviseert vanuit het samenwerkingsverband.")),
                op=timezone.localtime(),
            )
    except (ValueError, RecursionError) as fout:
        messages.error(
            request,
            vertaal(fout)
            if isinstance(fout, SjabloonError)
            else _("Dit bestand is geen JSON. Kies het goede bestand."),
        )
    else:
        messages.success(request, _("Het sjabloon staat erbij. Scholen kunnen het gebruiken vanaf de eerste dag."))
