"""Documents from and to the browser."""

import base64
import hashlib
import re

from django.conf import settings
from django.http import HttpResponse

from passend.uitwisseling.uitgaven import Vorm

MEGABYTE = 1024 * 1024
_STIJL = re.compile(rb"<style>(.*?)</style>", re.DOTALL)


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
        antwoord["Content-Security-Policy"] = _beleid(inhoud)
    return antwoord


def _beleid(pagina: bytes) -> str:
    """The policy of a page that stands alone: its own small style sheet by its fingerprint, and nothing else."""
    stijlen = [base64.b64encode(hashlib.sha256(stijl).digest()).decode() for stijl in _STIJL.findall(pagina)]
    stijl = " ".join(f"'sha256-{som}'" for som in stijlen) or "'none'"
    return (
        f"default-src 'none'; style-src {stijl}; img-src data:; object-src 'none'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    )
