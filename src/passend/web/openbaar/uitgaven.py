"""The outputs of an edition: made once for the address they are asked at, then the same for ever."""

from dataclasses import replace
from datetime import UTC, datetime, time

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from passend.profielen.queries.openbaar import Editie, get_uitgave_van_editie
from passend.uitwisseling.uitgaven import Vorm, maak
from passend.web.bestand import als_bestand
from passend.web.openbaar.merken import merk
from passend.web.openbaar.school import editie_of_404, vestiging_of_404

BEWAAR = 86_400


@require_safe
def uitgave(request: HttpRequest, code: str, nummer: int, bestandsnaam: str) -> HttpResponse:
    """One output; a browser that has it already gets no second copy."""
    vorm = next((vorm for vorm in Vorm if vorm.bestandsnaam == bestandsnaam), None)
    if vorm is None:
        raise Http404
    gevonden = editie_of_404(vestiging_of_404(code), nummer)
    site = request.build_absolute_uri("/")
    etag = merk(gevonden, vorm.bestandsnaam, site)
    gewijzigd = int(datetime.combine(gevonden.gepubliceerd_op, time(), UTC).timestamp())
    antwoord = get_conditional_response(request, etag, gewijzigd)
    if antwoord is None:
        inhoud = cache.get_or_set(f"uitgave-{etag}", lambda: _maak(gevonden, vorm, site), BEWAAR)
        assert isinstance(inhoud, bytes)  # noqa: S101 -- the cache holds what `_maak` gives
        antwoord = als_bestand(inhoud, vorm, f"{gevonden.vestiging.code}-editie-{nummer}")
    antwoord["ETag"] = etag
    antwoord["Last-Modified"] = http_date(gewijzigd)
    antwoord["Cache-Control"] = f"public, max-age={BEWAAR}"
    antwoord["Content-Language"] = "en" if vorm is Vorm.OUDERS_EN else "nl"
    return antwoord


def _maak(gevonden: Editie, vorm: Vorm, site: str) -> bytes:
    """The output, with an address that also works from paper."""
    uitgave = get_uitgave_van_editie(editie=gevonden, peildatum=gevonden.gepubliceerd_op)
    return maak(replace(uitgave, adres=site.rstrip("/") + uitgave.adres), vorm)
