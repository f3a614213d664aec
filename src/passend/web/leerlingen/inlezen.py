"""A file about pupils is dropped, looked at and carried out; of the pupils nothing changes before the last button."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import IO, TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.opgave import Invoersoort, OnleesbaarError, Opgave, Weigering
from passend.begrippen.rollen import Logsoort
from passend.leerlingen.actions.invoer import (
    Aanlevering,
    InvoerError,
    Invoerkeuze,
    discard_invoer,
    execute_invoer,
    log_invoer,
    prepare_invoer,
)
from passend.leerlingen.actions.leerlingen import WIE_BEHEERT, LeerlingError
from passend.leerlingen.permissions import require, why_may_manage
from passend.leerlingen.queries.invoer import (
    GEZIEN,
    VESTIGING,
    Invoer,
    Leerkrachtbeeld,
    get_invoer,
    get_koppeling,
    get_opgave,
    get_vergelijking,
    is_open,
    list_groepseinden,
    list_invoeren,
    list_leerkrachten,
)
from passend.regels.groepseinden import Groepseinde
from passend.regels.leerlinginvoer import VREEMD, Nieuw, Verdwenen, Vergelijking, Wijziging
from passend.regels.opgavecontrole import melding_vestiging
from passend.uitwisseling.edexml.reader import read_edexml
from passend.uitwisseling.tabel.formaat import pak_tabel_in
from passend.uitwisseling.tabel.kolommen import VELDEN, herken, is_leerlingkop
from passend.uitwisseling.tabel.lezen import read_tabel, soort_van
from passend.uitwisseling.tabel.opgave import maak_opgave
from passend.web.bestand import meeste_mb
from passend.web.bestandsnaam import NaamError, check_naam
from passend.web.beurt import DrukteError, leesbeurten
from passend.web.kader import maak_kader
from passend.web.leerlingen.invoerwoorden import AANTALWOORDEN, VELDNAMEN
from passend.web.leerlingen.verzoek import lees_dag
from passend.web.verzoek import Bezoek, bij_school, heel_getal, lees_of_stuur
from passend.web.zinnen import vertaal

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

_BEGIN = 4096
_UWLR = b"leerresultaten_verzoek"  # what a file with results begins with
TE_TONEN = 200  # of one list; more is read by nobody, and the rest is told in a number


class TeGrootError(OnleesbaarError):
    """A file that is larger than any list of pupils."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nakijkbeeld:
    """What a file would change, in the order in which somebody looks at it."""

    vergelijking: Vergelijking
    twijfels: list[Nieuw | Wijziging]
    gewijzigd: list[Wijziging]
    nieuw: list[Nieuw]
    weg_volgens_bestand: list[Verdwenen]
    niet_genoemd: list[Verdwenen]
    leerkrachten: list[Leerkrachtbeeld]
    einden: list[Groepseinde]

    @property
    def aantal(self) -> int:
        """How many pupils would change."""
        return len(self.vergelijking.nieuw) + len(self.vergelijking.gewijzigd)


@bij_school
@lees_of_stuur
def inlezen(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """One large place to drop a file; it is read at once, and of the pupils nothing changes yet."""
    require(why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BEHEERT)
    nieuw, fout, status = ontvang(request, partial(_lever_in, bezoek))
    if nieuw is not None:
        return redirect("invoer", code=bezoek.vestiging.code, pk=nieuw.pk)
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "fout": fout,
        "invoeren": [(een, is_open(een, op=bezoek.op)) for een in list_invoeren(vestiging=bezoek.vestiging)],
        "meeste_mb": meeste_mb(),
    }
    return render(request, "leerlingen/inlezen.jinja", context, status=status)


@bij_school
@require_safe
def invoer(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """What a file would change, or what became of it; first its columns when these are not known."""
    gevonden = zoek_invoer(bezoek, pk)
    if is_open(gevonden, op=bezoek.op) and get_opgave(gevonden) is None:
        return redirect("invoer_kolommen", code=bezoek.vestiging.code, pk=pk)
    schrijf_op(bezoek, gevonden)
    return _toon(request, bezoek, gevonden)


@bij_school
@require_POST
def uitvoeren(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """Take over what was looked at, whole or not at all."""
    gevonden = zoek_invoer(bezoek, pk)
    try:
        execute_invoer(actor=bezoek.account, invoer=gevonden, keuze=_keuze(request), op=bezoek.op)
    except LeerlingError as fout:
        return _toon(request, bezoek, zoek_invoer(bezoek, pk), fout=vertaal(fout), status=422)
    return redirect("invoer", code=bezoek.vestiging.code, pk=pk)


@bij_school
@require_POST
def weg(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """Throw a file away without taking anything over."""
    try:
        discard_invoer(actor=bezoek.account, invoer=zoek_invoer(bezoek, pk), op=bezoek.op)
    except InvoerError as fout:
        messages.error(request, vertaal(fout))
    else:
        messages.success(request, _("Het bestand is weg. Aan uw leerlingen is niets veranderd."))
    return redirect("leerlingen_inlezen", code=bezoek.vestiging.code)


@bij_school
@require_safe
def geweigerd(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """The lines that are refused, to put right in the administration."""
    gevonden = zoek_invoer(bezoek, pk)
    opgave = get_opgave(gevonden)
    if opgave is None or not is_open(gevonden, op=bezoek.op):
        raise Http404
    vergelijking = get_vergelijking(vestiging=bezoek.vestiging, opgave=opgave, peildatum=bezoek.vandaag)
    schrijf_op(bezoek, gevonden, "export_geweigerd", Logsoort.UITVOER)
    return geweigerd_csv(vergelijking.geweigerd)


def geweigerd_csv(weigeringen: Iterable[Weigering]) -> HttpResponse:
    """The lines that are refused, as a file."""
    uit = io.StringIO()
    blad = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    blad.writerow([_("Regel"), _("Leerling"), _("Reden")])
    blad.writerows([een.regel, _onschuldig(een.wie), vertaal(een.reden)] for een in weigeringen)
    antwoord = HttpResponse("\ufeff" + uit.getvalue(), content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = 'attachment; filename="geweigerd.csv"'
    return antwoord


def zoek_invoer(bezoek: Bezoek, pk: int) -> Invoer:
    """A file of this school, for who keeps its pupils."""
    require(why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BEHEERT)
    gevonden = get_invoer(vestiging=bezoek.vestiging, pk=pk)
    if gevonden is None:
        raise Http404
    return gevonden


def schrijf_op(
    bezoek: Bezoek, gevonden: Invoer, handeling: str = "open_invoer", soort: Logsoort = Logsoort.LEZEN
) -> None:
    """Write down that somebody saw whom a file is about."""
    reden = require(why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BEHEERT)
    log_invoer(bezoek.account, gevonden, handeling, reden, bezoek.op, soort)


def _onschuldig(cel: str) -> str:
    """A cell of which a spreadsheet makes no formula."""
    return f"'{cel}" if cel.startswith(("=", "+", "-", "@")) else cel


def ontvang(request: HttpRequest, bewaar: Callable[[IO[bytes], str], Invoer]) -> tuple[Invoer | None, str, int]:
    """A file that was dropped, kept; or else what is wrong with it, and the status that says so."""
    if request.method != "POST":
        return None, "", HTTPStatus.OK
    try:
        bron, naam = _neem_aan(request.FILES.get("bestand"))
        with leesbeurten.neem():
            _check_naam(bron, naam)
            return bewaar(bron, naam), "", HTTPStatus.OK
    except DrukteError as bezwaar:
        return None, vertaal(bezwaar), HTTPStatus.SERVICE_UNAVAILABLE
    except TeGrootError as bezwaar:
        return None, vertaal(bezwaar), HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    except (OnleesbaarError, InvoerError, NaamError) as bezwaar:
        return None, vertaal(bezwaar), HTTPStatus.UNPROCESSABLE_ENTITY


def _check_naam(bron: IO[bytes], naam: str) -> None:
    """Refuse a name that does not fit; of what is none of these kinds its reader says so better."""
    bron.seek(0)
    with suppress(OnleesbaarError):
        soort = soort_van(bron.read(_BEGIN))
        check_naam(naam, "xml" if soort is Invoersoort.EDEXML else soort.value)
    bron.seek(0)


def _neem_aan(bestand: "UploadedFile[bytes] | None") -> tuple[IO[bytes], str]:
    """The file that was sent, with its name.

    Raises:
        OnleesbaarError: there is none, or it is too large.
    """
    if bestand is None or not bestand.size:
        raise OnleesbaarError(_("Er is geen bestand gekozen, of het is leeg. Kies het bestand opnieuw."))
    if bestand.size > settings.BESTAND_MAX_BYTES:
        raise TeGrootError(
            _("Dit bestand is groter dan %(mb)s MB. Kies een bestand met alleen de leerlingen van deze school.")
            % {"mb": meeste_mb()}
        )
    assert bestand.file is not None  # noqa: S101 -- what was sent has a file behind it
    return bestand.file, bestand.name or ""


def _lever_in(bezoek: Bezoek, bron: IO[bytes], naam: str) -> Invoer:
    aanlevering = _lees(bezoek, bron, naam)
    return prepare_invoer(actor=bezoek.account, vestiging=bezoek.vestiging, aanlevering=aanlevering, op=bezoek.op)


def _lees(bezoek: Bezoek, bron: IO[bytes], naam: str) -> Aanlevering[Opgave]:
    """A file as it is kept: what EDEXML says, or the cells of a table with what they say when that was told before."""
    bron.seek(0)
    begin = bron.read(_BEGIN)
    soort = soort_van(begin)
    if soort is Invoersoort.EDEXML and _UWLR in begin:
        raise OnleesbaarError(_("Dit is UWLR: daar staan toetsen in. Lees het in bij Toetsen inlezen."))
    bron.seek(0)
    eerder = get_koppeling(vestiging=bezoek.vestiging)
    if soort is Invoersoort.EDEXML:
        opgave = read_edexml(bron)
        return Aanlevering(soort=soort, bestandsnaam=naam, opgave=opgave, koppeling=_vestiging(opgave, eerder))
    tabel = read_tabel(bron.read(), soort, is_leerlingkop)
    kolommen = {veld: kop for veld, kop in eerder.items() if veld in VELDEN}
    herkend = herken(tabel, kolommen, bezoek.vandaag, eerder.get(GEZIEN, ()))
    return Aanlevering(
        soort=soort,
        bestandsnaam=naam,
        tabel=pak_tabel_in(tabel),
        opgave=maak_opgave(tabel, herkend.koppeling, soort) if herkend.is_onthouden else None,
        koppeling=herkend.koppeling,
    )


def _vestiging(opgave: Opgave, eerder: Mapping[str, Any]) -> dict[str, str]:
    """Which of the sites of a file is this one, when somebody told it before."""
    sleutel = eerder.get(VESTIGING)
    return {VESTIGING: sleutel} if sleutel in {sleutel for sleutel, _naam in opgave.vestigingen} else {}


def _keuze(request: HttpRequest) -> Invoerkeuze:
    gekozen = {}
    for tekst in request.POST.getlist("uitschrijven"):
        sleutel, dag = _uuid(tekst), lees_dag(request.POST.get(f"weg_{tekst}", ""))
        if sleutel is None or dag is None:
            raise InvoerError(_("Vul bij wie van school is de laatste schooldag in."))
        gekozen[sleutel] = dag
    return Invoerkeuze(
        kenmerk=request.POST.get("kenmerk", ""),
        overslaan=frozenset(request.POST.getlist("overslaan")),
        uitschrijven=gekozen,
        eindigen=frozenset(heel_getal(tekst) for tekst in request.POST.getlist("eindigen")),
        is_van_hier="van_hier" in request.POST,
        is_heel="heel" in request.POST,
    )


def _uuid(tekst: str) -> UUID | None:
    try:
        return UUID(tekst)
    except ValueError:
        return None


def _toon(request: HttpRequest, bezoek: Bezoek, gevonden: Invoer, *, fout: str = "", status: int = 200) -> HttpResponse:
    opgave = get_opgave(gevonden) if is_open(gevonden, op=bezoek.op) else None
    context: dict[str, Any] = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "invoer": gevonden,
        "is_vervallen": gevonden.stand != "uitgevoerd" and opgave is None,
        "fout": fout,
        "veldnamen": VELDNAMEN,
        "woorden": AANTALWOORDEN,
        "te_tonen": TE_TONEN,
        "vandaag": bezoek.vandaag,
        "vreemd": VREEMD,
        "ingevuld": request.POST,
    }
    if opgave is not None:
        een_school = opgave.brin if len(opgave.vestigingen) <= 1 else ""
        context |= {
            "opgave": opgave,
            "beeld": _beeld(bezoek, opgave),
            "andere_vestiging": melding_vestiging(een_school, code=bezoek.vestiging.code),
        }
    return render(request, "leerlingen/invoer.jinja", context, status=status)


def _beeld(bezoek: Bezoek, opgave: Opgave) -> Nakijkbeeld:
    vergelijking = get_vergelijking(vestiging=bezoek.vestiging, opgave=opgave, peildatum=bezoek.vandaag)
    alle: list[Nieuw | Wijziging] = [*vergelijking.gewijzigd, *vergelijking.nieuw]
    return Nakijkbeeld(
        vergelijking=vergelijking,
        twijfels=[een for een in alle if een.twijfels],
        gewijzigd=[een for een in vergelijking.gewijzigd if not een.twijfels],
        nieuw=[een for een in vergelijking.nieuw if not een.twijfels],
        weg_volgens_bestand=[een for een in vergelijking.verdwenen if een.weg_op],
        niet_genoemd=[een for een in vergelijking.verdwenen if not een.weg_op],
        leerkrachten=list_leerkrachten(vestiging=bezoek.vestiging, opgave=opgave, peildatum=bezoek.vandaag),
        einden=list_groepseinden(vestiging=bezoek.vestiging, opgave=opgave, peildatum=bezoek.vandaag),
    )
