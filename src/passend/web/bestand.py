"""Documents from and to the browser."""

from django.conf import settings
from django.http import HttpResponse

from passend.uitwisseling.uitgaven import Vorm

MEGABYTE = 1024 * 1024


def meeste_mb() -> int:
    """How large a document may be, in MB."""
    return int(settings.BESTAND_MAX_BYTES) // MEGABYTE


def als_bestand(inhoud: bytes, vorm: Vorm, begin: str) -> HttpResponse:
    """A document for the browser; pages are shown under a policy that lets them load nothing."""
    is_te_zien = vorm.mediatype.startswith(("application/pdf", "text/html"))
    antwoord = HttpResponse(inhoud, content_type=vorm.mediatype)
    wijze = "inline" if is_te_zien else "attachment"
    antwoord["Content-Disposition"] = f'{wijze}; filename="{begin}-{vorm.bestandsnaam}"'
    if vorm.mediatype.startswith("text/html"):
        antwoord["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    return antwoord
