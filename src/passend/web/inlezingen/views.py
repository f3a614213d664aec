"""Handing in a document, checking what was read beside it, and storing it."""

import hashlib
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.meegeleverd import load_sjablonen
from passend.begrippen.profielformaat import lezing_als_dict
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.sjabloonformaat import sjabloon_uit_dict
from passend.documenten.document import Document, DocumentError, LeegBestandError, TeGrootBestandError
from passend.documenten.lezen.bewaakt import read_bewaakt
from passend.documenten.lezen.weergave import als_blokken, teken_bladzijde
from passend.profielen.actions.inlezingen import (
    Ingeleverd,
    add_inlezing,
    confirm_element,
    list_twijfels,
    remove_inlezing,
    store_inlezing,
    vreemd_onderdeel,
)
from passend.profielen.actions.profiel import WIE_SCHRIJFT, OnderdeelError
from passend.profielen.permissions import require, why_may_edit_profiel
from passend.profielen.queries.inlezingen import Inlezing, get_inlezing, list_inlezingen
from passend.profielen.queries.werk import list_sjablonen
from passend.uitwisseling.sop.herkenning import OnbekendSjabloonError
from passend.uitwisseling.sop.reader import read_profiel
from passend.web.bestand import meeste_mb
from passend.web.bestandsnaam import check_naam
from passend.web.beurt import DrukteError, leesbeurten
from passend.web.inlezingen.gelezen import (
    Gelezen,
    maak_akkoord,
    maak_gelezen,
    maak_groepen,
    maak_verbeterd,
    tel_ongelezen,
)
from passend.web.kader import maak_kader
from passend.web.verzoek import Bezoek, bij_school, lees_of_stuur
from passend.web.zinnen import vertaal

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

_STATUS = {
    TeGrootBestandError: HTTPStatus.REQUEST_ENTITY_TOO_LARGE.value,
    DrukteError: HTTPStatus.SERVICE_UNAVAILABLE.value,
}


@bij_school
@lees_of_stuur
def inleveren(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """One large place to drop a document; it is read at once and nothing is stored but the document itself."""
    require(why_may_edit_profiel(bezoek.account, bezoek.vestiging, peildatum=bezoek.vandaag), WIE_SCHRIJFT)
    fout, status = "", 200
    if request.method == "POST":
        try:
            inlezing, is_nieuw = _lever_in(bezoek, request.FILES.get("bestand"))
        except (DocumentError, OnbekendSjabloonError) as bezwaar:
            fout = vertaal(bezwaar)
            status = next((een for soort, een in _STATUS.items() if isinstance(bezwaar, soort)), 422)
        else:
            adres = reverse("nakijken", kwargs={"code": bezoek.vestiging.code, "pk": inlezing.pk})
            return redirect(adres if is_nieuw else f"{adres}?al=1")
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "code": bezoek.vestiging.code,
        "fout": fout,
        "inlezingen": list_inlezingen(vestiging=bezoek.vestiging),
        "meeste_mb": meeste_mb(),
    }
    return render(request, "inlezingen/inleveren.jinja", context, status=status)


def _lever_in(bezoek: Bezoek, bestand: "UploadedFile[bytes] | None") -> tuple[Inlezing, bool]:
    if bestand is None or not bestand.size:
        raise LeegBestandError(_("Er is geen bestand gekozen, of het is leeg. Kies het document van uw profiel."))
    if bestand.size > settings.BESTAND_MAX_BYTES:
        raise TeGrootBestandError(
            _("Dit bestand is groter dan %(mb)s MB. Een profiel is kleiner. Haal er foto's uit en probeer het opnieuw.")
            % {"mb": meeste_mb()}
        )
    inhoud, naam = bestand.read(), bestand.name or "document"
    with leesbeurten.neem():
        document = read_bewaakt(inhoud, naam)
        check_naam(naam, document.soort)
        ingeleverd = _lees(bezoek, document, inhoud, naam)
    return add_inlezing(actor=bezoek.account, vestiging=bezoek.vestiging, ingeleverd=ingeleverd, op=bezoek.op)


def _lees(bezoek: Bezoek, document: Document, inhoud: bytes, naam: str) -> Ingeleverd:
    eigen = [
        sjabloon_uit_dict(versie.definitie)
        for versie in list_sjablonen(vestiging=bezoek.vestiging, peildatum=bezoek.vandaag)
    ]
    lezing = read_profiel(document, eigen or load_sjablonen(), bezoek.vandaag)
    return Ingeleverd(
        naam=naam,
        sha256=hashlib.sha256(inhoud).hexdigest(),
        bestand=inhoud,
        lezing=lezing_als_dict(lezing),
        document=als_blokken(document),
    )


@bij_school
@require_safe
def nakijken(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """The document beside what was read from it; doubtful things first."""
    inlezing = _inlezing(bezoek, pk)
    elementen = maak_gelezen(inlezing)
    groepen = maak_groepen(elementen, inlezing)
    context = _stand(bezoek, inlezing) | {
        "kader": maak_kader(request, bezoek.vestiging),
        "groepen": groepen,
        "ongelezen": tel_ongelezen(groepen),
        "lezing": inlezing.lezing,
        "document": inlezing.document,
        "telling": _telling(inlezing.lezing),
        "jaren": _jaren(bezoek, inlezing.lezing["schooljaar"]),
        "gekozen_jaar": str(Schooljaar.op(bezoek.vandaag)),
    }
    return render(request, "inlezingen/nakijken.jinja", context)


@bij_school
@require_POST
def antwoord(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """Take one answer: read right, or what it should be."""
    inlezing = _inlezing(bezoek, pk)
    sleutel = request.POST.get("sleutel", "")
    elementen = {element.sleutel: element for element in maak_gelezen(inlezing)}
    try:
        element = elementen.get(sleutel)
        if element is None:
            raise OnderdeelError(_("Dit onderdeel komt niet voor in het document. Laad de pagina opnieuw."))
        verbeterd = maak_akkoord(element) if request.POST.get("akkoord") else maak_verbeterd(element, request.POST)
        inlezing = confirm_element(
            actor=bezoek.account, inlezing=inlezing, sleutel=sleutel, verbeterd=verbeterd, op=bezoek.op
        )
    except OnderdeelError as fout:
        return render(request, "fout_deel.jinja", {"titel": _("Niet opgeslagen"), "uitleg": vertaal(fout)}, status=422)
    nu = maak_gelezen(inlezing)
    nieuw: Gelezen = next(element for element in nu if element.sleutel == sleutel)
    context = _stand(bezoek, inlezing) | {"element": nieuw, "ongelezen": tel_ongelezen(maak_groepen(nu, inlezing))}
    return render(request, "inlezingen/antwoord.jinja", context)


@bij_school
@require_POST
def opslaan(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """Store a checked document in the working copy of a school year."""
    inlezing = _inlezing(bezoek, pk)
    schooljaar = Schooljaar.uit_tekst(request.POST.get("schooljaar", ""))
    code = inlezing.lezing["sjabloon"]
    passend = [
        versie for versie in list_sjablonen(vestiging=bezoek.vestiging, peildatum=bezoek.vandaag) if versie.code == code
    ]
    try:
        if schooljaar is None or str(schooljaar) not in _jaren(bezoek, inlezing.lezing["schooljaar"]):
            raise OnderdeelError(_("Dit schooljaar kan niet. Kies er een uit de lijst."))
        if not passend:
            raise OnderdeelError(_("Uw samenwerkingsverband heeft dit sjabloon niet (meer). Vraag het daar na."))
        store_inlezing(
            actor=bezoek.account, inlezing=inlezing, schooljaar=schooljaar, sjabloon=passend[0], op=bezoek.op
        )
    except OnderdeelError as fout:
        messages.error(request, vertaal(fout))
        return redirect("nakijken", code=bezoek.vestiging.code, pk=pk)
    messages.success(request, _("Het document staat nu in het profiel van %(jaar)s.") % {"jaar": schooljaar})
    return redirect("profiel", code=bezoek.vestiging.code)


@bij_school
@require_POST
def weg(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """Throw away a document that was handed in by mistake."""
    inlezing = _inlezing(bezoek, pk)
    try:
        remove_inlezing(actor=bezoek.account, inlezing=inlezing, op=bezoek.op)
    except OnderdeelError as fout:
        messages.error(request, vertaal(fout))
        return redirect("nakijken", code=bezoek.vestiging.code, pk=pk)
    messages.success(request, _("Het document is weg. Aan uw profiel is niets veranderd."))
    return redirect("inleveren", code=bezoek.vestiging.code)


@bij_school
@require_safe
def bladzijde(request: HttpRequest, bezoek: Bezoek, pk: int, nummer: int) -> HttpResponse:
    """A page of a PDF as a picture; the file itself never goes back to a browser."""
    inlezing = _inlezing(bezoek, pk)
    if inlezing.document["soort"] != "pdf":
        raise Http404
    try:
        beeld = teken_bladzijde(bytes(inlezing.bestand), nummer)
    except IndexError as fout:
        raise Http404 from fout
    return HttpResponse(beeld, content_type="image/png")


def _inlezing(bezoek: Bezoek, pk: int) -> Inlezing:
    require(why_may_edit_profiel(bezoek.account, bezoek.vestiging, peildatum=bezoek.vandaag), WIE_SCHRIJFT)
    inlezing = get_inlezing(vestiging=bezoek.vestiging, inlezing=pk)
    if inlezing is None:
        raise Http404
    return inlezing


def _stand(bezoek: Bezoek, inlezing: Inlezing) -> dict[str, Any]:
    return {
        "code": bezoek.vestiging.code,
        "inlezing": inlezing,
        "open": len(list_twijfels(inlezing)),
        "is_opgeslagen": inlezing.profiel_id is not None,
        "vreemd": vreemd_onderdeel(inlezing),
    }


def _telling(lezing: dict[str, Any]) -> dict[str, int]:
    return {
        "velden": len(lezing["velden"]),
        "tabellen": len({rij["tabel"] for rij in lezing["tabellen"]}),
        "rijen": len(lezing["tabellen"]),
        "teksten": sum(not tekst["is_vast"] for tekst in lezing["teksten"]),
    }


def _jaren(bezoek: Bezoek, gelezen: str | None) -> list[str]:
    nu = Schooljaar.op(bezoek.vandaag)
    return sorted({str(nu), str(nu.volgende), *([gelezen] if gelezen else [])}, reverse=True)
