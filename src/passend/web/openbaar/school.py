"""The page of a school: its newest edition, or an older one by number."""

from datetime import date

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from passend.documenten.zetten.woorden import Taal
from passend.organisaties.queries import Vestiging, get_vestiging
from passend.profielen.queries.openbaar import Editie, get_editie, get_uitgave_van_editie, list_edities
from passend.uitwisseling.uitgaven import Vorm
from passend.web.openbaar.merken import merk
from passend.web.openbaar.schoolbeeld import maak_beeld
from passend.web.openbaar.schoolcontact import contact_van_editie, maak_contact


@require_safe
def school(request: HttpRequest, code: str) -> HttpResponse:
    """The newest edition of a school; an honest page when it has none."""
    vestiging = vestiging_of_404(code)
    gevonden = get_editie(vestiging=vestiging)
    if gevonden is None:
        context = {"school": maak_contact(vestiging), "vestiging": vestiging}
        return render(request, "openbaar/school_leeg.jinja", context)
    return _pagina(request, vestiging, gevonden)


@require_safe
def editie(request: HttpRequest, code: str, nummer: int) -> HttpResponse:
    """An edition exactly as it was published."""
    vestiging = vestiging_of_404(code)
    return _pagina(request, vestiging, editie_of_404(vestiging, nummer))


def vestiging_of_404(code: str) -> Vestiging:
    """The school with a public code."""
    vestiging = get_vestiging(code=code)
    if vestiging is None:
        raise Http404
    return vestiging


def editie_of_404(vestiging: Vestiging, nummer: int) -> Editie:
    """An edition of a school by number; there is no edition 0."""
    gevonden = get_editie(vestiging=vestiging, nummer=nummer) if nummer else None
    if gevonden is None:
        raise Http404
    return gevonden


def paginataal() -> Taal:
    """The language of the page."""
    return "en" if translation.get_language() == "en" else "nl"


def _pagina(request: HttpRequest, vestiging: Vestiging, gevonden: Editie) -> HttpResponse:
    vandaag = timezone.localdate()
    edities = list(list_edities(vestiging=vestiging))
    # a page tells ages and other editions, and its forms carry the visitor's own key: so it is marked by all of these
    eigen = request.COOKIES.get(settings.CSRF_COOKIE_NAME, "")
    etag = merk(gevonden, request.path, vandaag.isoformat(), len(edities), paginataal(), eigen, _adres(vestiging))
    antwoord = get_conditional_response(request, etag) or _antwoord(request, vestiging, gevonden, edities, vandaag)
    antwoord["ETag"] = etag
    antwoord["Cache-Control"] = "private, no-cache"
    return antwoord


def _adres(vestiging: Vestiging) -> str:
    """What a page says of a school beside its edition; a change of that shows at once."""
    eigen = (vestiging.naam, vestiging.adres, vestiging.postcode, vestiging.plaats, vestiging.telefoon)
    return "|".join((*eigen, vestiging.email, vestiging.website, str(vestiging.bestuur)))


def _antwoord(
    request: HttpRequest, vestiging: Vestiging, gevonden: Editie, edities: list[Editie], vandaag: date
) -> HttpResponse:
    uitgave = get_uitgave_van_editie(editie=gevonden, peildatum=gevonden.gepubliceerd_op)
    context = {
        "vestiging": vestiging,
        "school": contact_van_editie(vestiging, uitgave),
        "editie": gevonden,
        "edities": edities,
        "nieuwste": edities[0],
        "beeld": maak_beeld(uitgave, taal=paginataal(), vandaag=vandaag),
        "vormen": list(Vorm),
        "ouders": Vorm.OUDERS_EN if paginataal() == "en" else Vorm.OUDERS_NL,
    }
    return render(request, "openbaar/school.jinja", context)
