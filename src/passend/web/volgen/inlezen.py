"""A file with test results is dropped, looked at and carried out; nothing changes before the last button."""

from functools import partial
from typing import IO, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.opgave import Invoersoort
from passend.begrippen.rollen import Logsoort
from passend.begrippen.toetsopgave import Toetsopgave
from passend.leerlingen.actions.invoer import Aanlevering, InvoerError, Invoerkeuze, discard_invoer
from passend.leerlingen.actions.leerlingen import WIE_BEHEERT
from passend.leerlingen.permissions import require, why_may_manage
from passend.leerlingen.queries.invoer import GEZIEN, Invoer, is_open
from passend.regels.opgavecontrole import melding_vestiging
from passend.regels.toetsinvoer import Resultaatregel, Toetsvergelijking
from passend.uitwisseling.tabel.formaat import pak_tabel_in
from passend.uitwisseling.tabel.lezen import read_tabel, soort_van
from passend.uitwisseling.tabel.toetskolommen import herken_toetskolommen, is_toetskop
from passend.uitwisseling.tabel.toetsopgave import maak_toetsopgave as uit_tabel
from passend.uitwisseling.uwlr.bestand import pak_bestand_in
from passend.uitwisseling.uwlr.opgave import kies_toetsen
from passend.uitwisseling.uwlr.opgave import maak_toetsopgave as uit_uwlr
from passend.uitwisseling.uwlr.reader import read_uwlr
from passend.volgen.actions.invoer import (
    VAN_TOETS,
    execute_toetsinvoer,
    prepare_toetsinvoer,
)
from passend.volgen.queries.invoer import (
    get_toetsinvoer,
    get_toetskoppeling,
    get_toetsopgave,
    get_toetsvergelijking,
    list_toetsinvoeren,
)
from passend.volgen.queries.resultaten import VAKNAMEN
from passend.web.bestand import meeste_mb
from passend.web.kader import maak_kader
from passend.web.leerlingen.inlezen import TE_TONEN, geweigerd_csv, ontvang, schrijf_op
from passend.web.leerlingen.invoerwoorden import AANTALWOORDEN
from passend.web.verzoek import Bezoek, bij_school, lees_of_stuur
from passend.web.volgen.invoerwoorden import INSTRUMENTEN, UITSLAGNAMEN
from passend.web.zinnen import vertaal

_BEGIN = 4096


@bij_school
@lees_of_stuur
def toetsen_inlezen(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """One large place to drop a file; it is read at once, and of the results nothing changes yet."""
    require(why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BEHEERT)
    nieuw, fout, status = ontvang(request, partial(_lever_in, bezoek))
    if nieuw is not None:
        return redirect("toetsinvoer", code=bezoek.vestiging.code, pk=nieuw.pk)
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "fout": fout,
        "invoeren": [(een, is_open(een, op=bezoek.op)) for een in list_toetsinvoeren(vestiging=bezoek.vestiging)],
        "meeste_mb": meeste_mb(),
    }
    return render(request, "volgen/inlezen.jinja", context, status=status)


@bij_school
@require_safe
def toetsinvoer(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """What a file would change, or what became of it; first its columns or tests when these are not known."""
    gevonden = zoek_toetsinvoer(bezoek, pk)
    if is_open(gevonden, op=bezoek.op) and get_toetsopgave(gevonden) is None:
        return redirect("toetsinvoer_kolommen", code=bezoek.vestiging.code, pk=pk)
    schrijf_op(bezoek, gevonden)
    return _toon(request, bezoek, gevonden)


@bij_school
@require_POST
def toetsinvoer_uitvoeren(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """Take over what was looked at, whole or not at all."""
    gevonden = zoek_toetsinvoer(bezoek, pk)
    keuze = Invoerkeuze(
        kenmerk=request.POST.get("kenmerk", ""),
        overslaan=frozenset(request.POST.getlist("overslaan")) | _ongezien(request, bezoek, gevonden),
        is_heel="heel" in request.POST,
    )
    try:
        execute_toetsinvoer(actor=bezoek.account, invoer=gevonden, keuze=keuze, op=bezoek.op)
    except InvoerError as fout:
        return _toon(request, bezoek, zoek_toetsinvoer(bezoek, pk), fout=vertaal(fout), status=422)
    return redirect("toetsinvoer", code=bezoek.vestiging.code, pk=pk)


@bij_school
@require_POST
def toetsinvoer_weg(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """Throw a file away without taking anything over."""
    try:
        discard_invoer(actor=bezoek.account, invoer=zoek_toetsinvoer(bezoek, pk), op=bezoek.op)
    except InvoerError as fout:
        messages.error(request, vertaal(fout))
    else:
        messages.success(request, _("Het bestand is weg. Aan de toetsen is niets veranderd."))
    return redirect("toetsen_inlezen", code=bezoek.vestiging.code)


@bij_school
@require_safe
def toetsinvoer_geweigerd(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """The lines that are refused, to put right where the file was made."""
    gevonden = zoek_toetsinvoer(bezoek, pk)
    opgave = get_toetsopgave(gevonden)
    if opgave is None or not is_open(gevonden, op=bezoek.op):
        raise Http404
    vergelijking = get_toetsvergelijking(vestiging=bezoek.vestiging, opgave=opgave, peildatum=bezoek.vandaag)
    schrijf_op(bezoek, gevonden, "export_geweigerd", Logsoort.UITVOER)
    return geweigerd_csv(vergelijking.geweigerd)


def zoek_toetsinvoer(bezoek: Bezoek, pk: int) -> Invoer:
    """A file with results of this school, for who keeps its pupils."""
    require(why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BEHEERT)
    gevonden = get_toetsinvoer(vestiging=bezoek.vestiging, pk=pk)
    if gevonden is None:
        raise Http404
    return gevonden


def _lever_in(bezoek: Bezoek, bron: IO[bytes], naam: str) -> Invoer:
    aanlevering = _lees(bezoek, bron, naam)
    return prepare_toetsinvoer(actor=bezoek.account, vestiging=bezoek.vestiging, aanlevering=aanlevering, op=bezoek.op)


def _lees(bezoek: Bezoek, bron: IO[bytes], naam: str) -> Aanlevering[Toetsopgave]:
    """A file as it is kept: its cells or its tests, and what it says when it is known what these are."""
    bron.seek(0)
    soort = soort_van(bron.read(_BEGIN), xml="UWLR")
    bron.seek(0)
    eerder = get_toetskoppeling(vestiging=bezoek.vestiging)
    if soort is Invoersoort.EDEXML:  # whatever begins as XML does
        return _uwlr(bron, naam, {veld: wat for veld, wat in eerder.items() if veld.startswith(VAN_TOETS)})
    tabel = read_tabel(bron.read(), soort, is_toetskop)
    gezien = eerder.pop(GEZIEN, ())
    kolommen = {veld: kop for veld, kop in eerder.items() if not veld.startswith(VAN_TOETS)}
    herkend = herken_toetskolommen(tabel, kolommen, naam, gezien)
    return Aanlevering(
        soort=soort,
        bestandsnaam=naam,
        tabel=pak_tabel_in(tabel),
        opgave=uit_tabel(tabel, herkend.koppeling, soort) if herkend.is_onthouden else None,
        koppeling=herkend.koppeling,
    )


def _uwlr(bron: IO[bytes], naam: str, eerder: dict[str, str]) -> Aanlevering[Toetsopgave]:
    bestand = read_uwlr(bron)
    keuzes = kies_toetsen(bestand, {veld.removeprefix(VAN_TOETS): wat for veld, wat in eerder.items()})
    return Aanlevering(
        soort=Invoersoort.UWLR,
        bestandsnaam=naam,
        tabel=pak_bestand_in(bestand),
        opgave=uit_uwlr(bestand, keuzes) if all(keuze.is_heel for keuze in keuzes.values()) else None,
        koppeling={f"{VAN_TOETS}{code}": str(keuze) for code, keuze in keuzes.items()},
    )


def _ongezien(request: HttpRequest, bezoek: Bezoek, gevonden: Invoer) -> frozenset[str]:
    """The doubts for which the page had no room: nobody looked at them, so they wait unless somebody asks for them."""
    opgave = get_toetsopgave(gevonden) if is_open(gevonden, op=bezoek.op) else None
    if opgave is None or "meer_twijfels" not in request.POST or "alle_twijfels" in request.POST:
        return frozenset()
    vergelijking = get_toetsvergelijking(vestiging=bezoek.vestiging, opgave=opgave, peildatum=bezoek.vandaag)
    return frozenset(een.kenmerk for een in _twijfels(vergelijking)[TE_TONEN:])


def _twijfels(vergelijking: Toetsvergelijking) -> list[Resultaatregel]:
    return [een for een in (*vergelijking.gewijzigd, *vergelijking.nieuw) if een.twijfels]


def _toon(request: HttpRequest, bezoek: Bezoek, gevonden: Invoer, *, fout: str = "", status: int = 200) -> HttpResponse:
    opgave = get_toetsopgave(gevonden) if is_open(gevonden, op=bezoek.op) else None
    context: dict[str, Any] = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "invoer": gevonden,
        "is_vervallen": gevonden.stand != "uitgevoerd" and opgave is None,
        "fout": fout,
        "vakken": VAKNAMEN,
        "instrumenten": INSTRUMENTEN,
        "uitslagnamen": UITSLAGNAMEN,
        "woorden": AANTALWOORDEN,
        "te_tonen": TE_TONEN,
        "ingevuld": request.POST,
    }
    if opgave is not None:
        v = get_toetsvergelijking(vestiging=bezoek.vestiging, opgave=opgave, peildatum=bezoek.vandaag)
        context |= {
            "opgave": opgave,
            "andere_vestiging": melding_vestiging(opgave.brin, code=bezoek.vestiging.code),
            "v": v,
            "twijfels": _twijfels(v),
            "gewijzigd": [een for een in v.gewijzigd if not een.twijfels],
            "nieuw": [een for een in v.nieuw if not een.twijfels],
        }
    return render(request, "volgen/invoer.jinja", context, status=status)
