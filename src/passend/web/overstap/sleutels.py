"""The keys of a school and the cards of others: made with one button, heard over the telephone."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.opgave import OnleesbaarError
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.permissions import require
from passend.overstap.actions.sleutels import add_sleutelkaart, confirm_sleutelkaart, keep_schoolsleutel
from passend.overstap.permissions import WIE_INLEEST, why_may_take_in
from passend.overstap.queries.sleutels import get_kaart, get_schoolsleutel, list_kaarten
from passend.uitwisseling.passend.sleutels import GEEN_KAART, kaart_van, lees_kaart, maak_sleutels
from passend.web.bestandsnaam import bezwaar_tegen_naam
from passend.web.kader import maak_kader
from passend.web.leerlingen.dossier import als_download
from passend.web.verzoek import Bezoek, bij_school, heel_getal, lees_of_stuur
from passend.web.zinnen import vertaal

MEESTE_BYTES = 10_000


@bij_school
@lees_of_stuur
def sleutels(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """The own card with its code, and the cards of others; a form makes the keys, or brings a card."""
    require(why_may_take_in(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_INLEEST)
    if request.method == "POST":
        try:
            (_maak if "maak" in request.POST else _neem_aan)(request, bezoek)
        except (OnleesbaarError, LeerlingError) as fout:
            return _pagina(request, bezoek, fout=vertaal(fout), status=422)
        return redirect("sleutels", code=bezoek.vestiging.code)
    return _pagina(request, bezoek)


@bij_school
@require_safe
def sleutelkaart(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """The own card as a file, to give to other schools; nothing in it is secret."""
    require(why_may_take_in(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_INLEEST)
    eigen = get_schoolsleutel(vestiging=bezoek.vestiging)
    if eigen is None:
        raise Http404
    naam = f"sleutelkaart-{bezoek.vestiging.code}.json"
    return als_download(kaart_van(eigen.kaart).als_bestand(), "application/json", naam)


@bij_school
@require_POST
def sleutelkaart_klopt(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Say that the code was heard and is the same."""
    require(why_may_take_in(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_INLEEST)
    kaart = get_kaart(vestiging=bezoek.vestiging, pk=heel_getal(request.POST.get("kaart", "")))
    if kaart is None:
        raise Http404
    confirm_sleutelkaart(actor=bezoek.account, kaart=kaart, op=bezoek.op)
    messages.success(request, _("Deze school is nu bekend."))
    return redirect("sleutels", code=bezoek.vestiging.code)


def _maak(request: HttpRequest, bezoek: Bezoek) -> None:
    nieuw = maak_sleutels()
    kaart = nieuw.kaart(school=str(bezoek.vestiging), brin=bezoek.vestiging.code)
    keep_schoolsleutel(
        actor=bezoek.account,
        vestiging=bezoek.vestiging,
        geheim=nieuw.als_bytes(),
        kaart=kaart.als_dict(),
        op=bezoek.op,
    )
    messages.success(request, _("De sleutels zijn gemaakt. Geef de sleutelkaart aan andere scholen."))


def _neem_aan(request: HttpRequest, bezoek: Bezoek) -> None:
    bestand = request.FILES.get("kaart")
    if bestand is None or not bestand.size or bestand.size > MEESTE_BYTES:
        raise OnleesbaarError(GEEN_KAART)
    kaart = lees_kaart(bestand.read())
    if bezwaar := bezwaar_tegen_naam(bestand.name or "", "json"):
        raise OnleesbaarError(bezwaar)
    add_sleutelkaart(
        actor=bezoek.account,
        vestiging=bezoek.vestiging,
        school=kaart.school,
        kaart=kaart.als_dict(),
        vingerafdruk=kaart.vingerafdruk,
        op=bezoek.op,
    )
    messages.success(request, _("De kaart is er. Bel de school en vergelijk de code."))


def _pagina(request: HttpRequest, bezoek: Bezoek, *, fout: str = "", status: int = 200) -> HttpResponse:
    eigen = get_schoolsleutel(vestiging=bezoek.vestiging)
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "eigen": kaart_van(eigen.kaart) if eigen else None,
        "kaarten": [(een, kaart_van(een.kaart).code) for een in list_kaarten(vestiging=bezoek.vestiging)],
        "fout": fout,
    }
    return render(request, "overstap/sleutels.jinja", context, status=status)
