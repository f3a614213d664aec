"""A file of a form: looked at before anybody keeps it, and given back only as a download."""

from django.http import HttpRequest, HttpResponse

from passend.begrippen.bijlage import Bijlage
from passend.documenten.lezen.bijlage import MAX_BYTES, read_bijlage
from passend.documenten.zetten.afbeelding import extensie_van
from passend.web.bestandsnaam import check_naam
from passend.web.beurt import leesbeurten

MEDIATYPEN = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "txt": "text/plain; charset=utf-8",
}


def lees_bijlage(request: HttpRequest, naam: str, *, is_pdf_goed: bool) -> Bijlage | None:
    """The file of a form, looked at; None when none was chosen.

    Raises:
        DocumentError: it is not what it should be, or too many files are read at this moment.
    """
    bestand = request.FILES.get(naam)
    if not bestand:
        return None
    inhoud = bestand.read(MAX_BYTES + 1)
    with leesbeurten.neem():
        bijlage = read_bijlage(inhoud, is_pdf_goed=is_pdf_goed)
    check_naam(bestand.name or "", extensie_van(inhoud) or bijlage.extensie)
    return bijlage


def als_bijlage(inhoud: bytes, extensie: str, naam: str) -> HttpResponse:
    """What came from outside, always as a download, never a page of ours; its name says nothing of whom it is."""
    antwoord = HttpResponse(inhoud, content_type=MEDIATYPEN[extensie])
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}.{extensie}"'
    antwoord["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return antwoord
