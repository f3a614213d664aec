"""The path from concept to a published edition: five stones, who stands where, and the step that comes now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.uitgave import Stapsoort
from passend.documenten.document import DocumentError
from passend.documenten.lezen.bijlage import read_meegekomen
from passend.documenten.zetten.afbeelding import extensie_van
from passend.plannen.permissions import why_may_hear_groep
from passend.plannen.queries.groepsstem import Groepsstemtelling, count_groepsstemmen
from passend.profielen.actions.profiel import OnderdeelError
from passend.profielen.actions.vaststelling import Stapgegevens, publish_profiel, record_stap, skip_stap, undo_stap
from passend.profielen.permissions import why_may_skip_stap, why_may_take_stap
from passend.profielen.queries.besluit import get_besluit, list_na_besluit
from passend.profielen.queries.openbaar import get_editie, list_edities
from passend.profielen.queries.taken import count_veranderd, get_pad
from passend.profielen.queries.vreemd import list_vreemd
from passend.profielen.queries.werk import Onderdeel, Ondersteuningsprofiel, Vaststellingsstap, get_stapdocument
from passend.regels.vaststelling import ARTIKELEN, NAMEN, VOLGORDE, evaluatie_uiterlijk_op, volgende_stap
from passend.web.bestandsnaam import bezwaar_tegen_naam, check_naam
from passend.web.beurt import leesbeurten
from passend.web.kader import maak_kader
from passend.web.profielen.groepsstem import uit_groepsstemmen
from passend.web.profielen.plekken import Plekken, maak_plekken
from passend.web.profielen.profiel import list_open_plekken, maak_bouwstenen
from passend.web.profielen.stapteksten import UITLEG, WIE, Staptekst
from passend.web.verzoek import Bezoek, bij_school
from passend.web.weergave import maand
from passend.web.zinnen import vertaal

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MEESTE_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Steen:
    """One stone on the path."""

    soort: Stapsoort
    naam: str
    nummer: int
    stap: Vaststellingsstap | None
    is_nu: bool
    is_vervallen: bool = False

    @property
    def staat(self) -> str:
        """How the stone looks: set, openly skipped, the one that comes now, or later."""
        if self.stap is not None and not self.is_vervallen:
            return "overgeslagen" if self.stap.is_overgeslagen else "gezet"
        return "nu" if self.is_nu else "later"


@bij_school
@require_safe
def vaststelling(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Where the profile stands, and the form for the step that comes now."""
    return _bladzijde(request, bezoek)


def _bladzijde(
    request: HttpRequest, bezoek: Bezoek, ingevuld: Mapping[str, str] | None = None, status: int = HTTPStatus.OK
) -> HttpResponse:
    """The page; with what somebody filled in when that was refused, so that they need not type it again."""
    profiel = bezoek.profiel()
    context: dict[str, object] = {
        "kader": maak_kader(request, bezoek.vestiging),
        "code": bezoek.vestiging.code,
        "profiel": profiel,
        "edities": list(list_edities(vestiging=bezoek.vestiging)),
        "vandaag": bezoek.vandaag.isoformat(),
        "ingevuld": {},
        "is_overgenomen": False,
    }
    if profiel is not None:
        context |= _pad(bezoek, profiel, van_editie=_gevraagd(request, ingevuld))
        if ingevuld is not None and ingevuld.get("soort") == context["nu"]:
            context["ingevuld"] = ingevuld
        elif context["groepsstemmen"]:
            context["ingevuld"] = uit_groepsstemmen(bezoek)
            context["is_overgenomen"] = bool(context["ingevuld"])
    return render(request, "profielen/vaststelling.jinja", context, status=status)


def _gevraagd(request: HttpRequest, ingevuld: Mapping[str, str] | None) -> bool | None:
    """Whether the steps of the edition are asked for, those of a next one, or simply where it stands."""
    if ingevuld is not None:  # a refused step is shown where it belongs
        return ingevuld["soort"] == Stapsoort.GEEVALUEERD.value
    return {"nieuw": False, "editie": True}.get(request.GET.get("ronde", ""))


def _pad(bezoek: Bezoek, profiel: Ondersteuningsprofiel, *, van_editie: bool | None) -> dict[str, object]:
    stappen = {Stapsoort(stap.soort): stap for stap in get_pad(profiel=profiel, van_editie=van_editie)}
    is_gepubliceerd = Stapsoort.GEPUBLICEERD in stappen
    na_besluit = [] if is_gepubliceerd else list_na_besluit(besluit=get_besluit(profiel=profiel))
    vervallen = {Stapsoort.BESTUUR_VASTGESTELD} if na_besluit else set()
    nu = volgende_stap(stappen.keys() - vervallen)
    stenen = [
        Steen(
            soort=soort,
            naam=vertaal(NAMEN[soort]),
            nummer=nummer,
            stap=stappen.get(soort),
            is_nu=soort is nu,
            is_vervallen=soort in vervallen,
        )
        for nummer, soort in enumerate(VOLGORDE, start=1)
    ]
    editie = get_editie(vestiging=bezoek.vestiging)
    eigen = editie if editie is not None and editie.profiel_id == profiel.pk else None
    return {
        "na_besluit": _plekken(profiel, bezoek, na_besluit) if na_besluit else None,
        **_voor_publicatie(profiel, bezoek, nu),
        "vreemd": [] if nu in (None, Stapsoort.GEEVALUEERD) else list_vreemd(profiel=profiel),
        "groepsstemmen": _groepsstemmen(bezoek) if nu is Stapsoort.LEERLINGEN_GEHOORD else None,
        "hoort_groepen": why_may_hear_groep(bezoek.account, bezoek.vestiging, op=bezoek.op) is not None,
        "eigen_editie": eigen,
        "veranderd": count_veranderd(profiel=profiel, editie=eigen) if eigen is not None else 0,
        "stenen": stenen,
        "nu": nu,
        "zonder_besluit": any(s.soort is Stapsoort.BESTUUR_VASTGESTELD and s.staat == "overgeslagen" for s in stenen),
        "naam": vertaal(NAMEN[nu]) if nu else "",
        "artikel": vertaal(ARTIKELEN[nu]) if nu else "",
        "tekst": UITLEG[nu] if nu else Staptekst(wat="", waarom="", velden=()),
        "wie": str(WIE[nu]) if nu else "",
        "mag": nu is not None
        and why_may_take_stap(bezoek.account, bezoek.vestiging, soort=nu, peildatum=bezoek.vandaag) is not None,
        "mag_overslaan": nu is not None
        and nu is not Stapsoort.GEPUBLICEERD
        and not na_besluit  # there is a decision; it is only of before the change
        and why_may_skip_stap(bezoek.account, bezoek.vestiging, soort=nu, peildatum=bezoek.vandaag) is not None,
        "gezet": [steen for steen in stenen if steen.stap is not None],
        "laatste": _laatste(bezoek, stappen),
        "editie": editie if is_gepubliceerd else None,
        "evaluatie_voor": evaluatie_uiterlijk_op(Schooljaar(int(profiel.schooljaar[:4]))) if is_gepubliceerd else None,
        "voorgesteld": str(bezoek.account),
    }


def _groepsstemmen(bezoek: Bezoek) -> Groepsstemtelling | None:
    """How many classes were heard on the offer, for who may hear them (WPO 13b)."""
    if why_may_hear_groep(bezoek.account, bezoek.vestiging, op=bezoek.op) is None:
        return None
    return count_groepsstemmen(vestiging=bezoek.vestiging, schooljaar=str(Schooljaar.op(bezoek.vandaag)))


def _plekken(profiel: Ondersteuningsprofiel, bezoek: Bezoek, onderdelen: list[Onderdeel]) -> Plekken:
    return maak_plekken(onderdelen, maak_bouwstenen(profiel, bezoek.vandaag), bezoek.vestiging.code)


def _voor_publicatie(profiel: Ondersteuningsprofiel, bezoek: Bezoek, nu: Stapsoort | None) -> dict[str, object]:
    """What somebody should know before it is public and stays so: what is blank, without evidence, or old."""
    telling = list_open_plekken(profiel, bezoek) if nu is Stapsoort.GEPUBLICEERD else {}
    dagen = sorted(element.op for element in telling.get("oud", []) if element.op)
    maanden = [maand(dag) for dag in dagen[:1] + dagen[-1:]]
    return {"telling": telling, "oude_maanden": list(dict.fromkeys(maanden))}


def _laatste(bezoek: Bezoek, stappen: dict[Stapsoort, Vaststellingsstap]) -> Stapsoort | None:
    """The step this person can still take back: the last one, as long as it did not publish."""
    gezet = [soort for soort in VOLGORDE if soort in stappen]
    if not gezet or gezet[-1] is Stapsoort.GEPUBLICEERD:
        return None
    waarom = why_may_skip_stap if stappen[gezet[-1]].is_overgeslagen else why_may_take_stap
    mag = waarom(bezoek.account, bezoek.vestiging, soort=gezet[-1], peildatum=bezoek.vandaag)
    return gezet[-1] if mag is not None else None


@bij_school
@require_POST
def stap(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Take the step, or skip it openly with a reason."""
    profiel, soort = bezoek.profiel_of_404(), _soort(request.POST.get("soort", ""))
    try:
        if request.POST.get("sla_over"):
            waarom = request.POST.get("waarom", "")
            skip_stap(actor=bezoek.account, profiel=profiel, soort=soort, waarom=waarom, op=bezoek.op)
            messages.success(request, _("Overgeslagen. De reden komt in de editie te staan."))
        elif soort is Stapsoort.GEPUBLICEERD and _is_al_gepubliceerd(profiel):
            return redirect("vaststelling", code=bezoek.vestiging.code)  # a second click shows what the first did
        elif soort is Stapsoort.GEPUBLICEERD:
            editie = publish_profiel(actor=bezoek.account, profiel=profiel, op=bezoek.op)
            messages.success(request, _("Gepubliceerd als editie %(nummer)s.") % {"nummer": editie.nummer})
        else:
            gegevens = _gegevens(request)
            record_stap(actor=bezoek.account, profiel=profiel, soort=soort, gegevens=gegevens, op=bezoek.op)
            messages.success(request, _("Vastgelegd: %(stap)s.") % {"stap": _in_zin(soort)})
    except OnderdeelError as fout:
        messages.error(request, vertaal(fout))
        return _bladzijde(request, bezoek, request.POST, HTTPStatus.UNPROCESSABLE_ENTITY)
    return _naar_ronde(bezoek, soort if soort is Stapsoort.GEEVALUEERD else None)


def _naar_ronde(bezoek: Bezoek, soort: Stapsoort | None) -> HttpResponse:
    """Back to the round somebody was on; of a new round whose only step went back nothing else would tell."""
    antwoord = redirect("vaststelling", code=bezoek.vestiging.code)
    if soort is not None and get_editie(vestiging=bezoek.vestiging) is not None:
        antwoord["Location"] += "?ronde=" + ("editie" if soort is Stapsoort.GEEVALUEERD else "nieuw")
    return antwoord


def _is_al_gepubliceerd(profiel: Ondersteuningsprofiel) -> bool:
    return any(stap.soort == Stapsoort.GEPUBLICEERD for stap in get_pad(profiel=profiel))


def _in_zin(soort: Stapsoort) -> str:
    naam = vertaal(NAMEN[soort])
    return naam[:1].lower() + naam[1:]


def _soort(waarde: str) -> Stapsoort:
    try:
        return Stapsoort(waarde)
    except ValueError as fout:
        raise Http404 from fout


def _gegevens(request: HttpRequest) -> Stapgegevens:
    try:
        op = date.fromisoformat(request.POST.get("op", ""))
    except ValueError as fout:
        raise OnderdeelError(_("Vul de dag in waarop dit gebeurde.")) from fout
    document, naam = _stuk(request.FILES.get("document"))
    return Stapgegevens(
        op=op,
        door=request.POST.get("door", "")[:120],
        hoe=request.POST.get("hoe", ""),
        gezegd=request.POST.get("gezegd", ""),
        gedaan=request.POST.get("gedaan", ""),
        document=document,
        documentnaam=naam,
    )


def _stuk(bestand: "UploadedFile[bytes] | None") -> tuple[bytes | None, str]:
    """A document and its name, when it is what its name says and nothing in it runs."""
    if bestand is None:
        return None, ""
    if (bestand.size or 0) > MEESTE_BYTES:
        raise OnderdeelError(_("Dit stuk is groter dan 10 MB. Bewaar het kleiner en probeer het opnieuw."))
    inhoud, naam = bestand.read(), (bestand.name or "")[-200:]
    try:
        with leesbeurten.neem():
            stuk = read_meegekomen(inhoud)
        check_naam(naam, extensie_van(inhoud) or stuk.extensie)
    except DocumentError as fout:
        raise OnderdeelError(*fout.args) from fout
    if bezwaar_tegen_naam(naam, stuk.extensie):
        naam = f"{naam.rpartition('.')[0]}.{stuk.extensie}"  # a GIF is written anew as a PNG
    return stuk.inhoud, naam


@bij_school
@require_POST
def terug(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Take back the last step."""
    profiel, soort = bezoek.profiel_of_404(), _soort(request.POST.get("soort", ""))
    try:
        undo_stap(actor=bezoek.account, profiel=profiel, soort=soort, op=bezoek.op)
        messages.success(request, _("Teruggenomen: %(stap)s.") % {"stap": _in_zin(soort)})
    except OnderdeelError as fout:
        messages.error(request, vertaal(fout))
    return _naar_ronde(bezoek, soort)


@bij_school
@require_safe
def stuk(request: HttpRequest, bezoek: Bezoek, soort: str) -> HttpResponse:
    """The document of a step; always as a download, never shown as a page of ours."""
    pad = get_pad(profiel=bezoek.profiel_of_404(), van_editie=_gevraagd(request, None))
    gevonden = next((s for s in pad if s.soort == soort and s.documentnaam), None)
    if gevonden is None:
        raise Http404
    antwoord = HttpResponse(get_stapdocument(stap=gevonden), content_type="application/octet-stream")
    antwoord["Content-Disposition"] = "attachment; filename*=UTF-8''" + _bestandsnaam(gevonden.documentnaam)
    return antwoord


def _bestandsnaam(naam: str) -> str:

    return quote(naam, safe="")
