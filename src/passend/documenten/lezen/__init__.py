"""Read a file into a `Document`; what kind of file it is follows from its bytes, not from its name."""

import hashlib
from pathlib import Path

from passend.documenten.document import (
    Document,
    LeegBestandError,
    OnbekendBestandError,
    Regel,
    Rooster,
    TeGrootBestandError,
)
from passend.documenten.lezen.tekst import read_tekst

MAX_BYTES = 50 * 1024 * 1024
MAX_WOORDEN = 25_000
MAX_RIJEN = 1_000
_FOTO = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF", b"BM")
_FOTO_IN_DOOS = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1", b"ftypavif")
_OUD_WORD = b"\xd0\xcf\x11\xe0"


def read_document(bron: Path | bytes, naam: str | None = None) -> Document:
    """Read a file or its bytes.

    Raises:
        DocumentError: the file cannot be read; the text says why and what to do.
    """
    if isinstance(bron, Path):
        naam = naam or bron.name
        check_grootte(bron.stat().st_size)
        bron = bron.read_bytes()
    check_grootte(len(bron))
    leesbaar = (naam or "document").encode("utf-8", "replace").decode()
    document = _read(bron, leesbaar, hashlib.sha256(bron).hexdigest())
    _check_lengte(document)
    return document


def check_grootte(aantal: int) -> None:
    """Refuse more bytes than a profile has, before they are read.

    Raises:
        TeGrootBestandError: it is more.
    """
    if aantal > MAX_BYTES:
        raise TeGrootBestandError(
            "Dit bestand is groter dan 50 MB. Een profiel is veel kleiner. "
            "Bewaar het opnieuw zonder grote foto's en probeer het nog eens."
        )


def _check_lengte(document: Document) -> None:
    """Refuse what is far longer than a profile: understanding it would take too long."""
    roosters = [blok for blok in document.blokken if isinstance(blok, Rooster)]
    rijen = sum(len(rooster.rijen) for rooster in roosters)
    woorden = sum(len(blok.woorden) for blok in document.blokken if isinstance(blok, Regel))
    woorden += sum(len(cel.tekst.split()) for rooster in roosters for rij in rooster.rijen for cel in rij)
    if woorden > MAX_WOORDEN or rijen > MAX_RIJEN:
        raise TeGrootBestandError(
            "Dit document is veel langer dan een profiel. "
            "Controleer of u het juiste bestand koos, of lever alleen het profiel zelf in."
        )


def _read(inhoud: bytes, naam: str, sha256: str) -> Document:
    if not inhoud.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise LeegBestandError("Dit bestand is leeg. Kies het bestand waar het profiel echt in staat.")
    if b"%PDF-" in inhoud[:1024]:
        from passend.documenten.lezen.pdf import read_pdf  # slow import: the PDF libraries

        return read_pdf(inhoud, naam, sha256)
    if inhoud.startswith(b"PK"):
        return _read_zip(inhoud, naam, sha256)
    if inhoud.startswith(_OUD_WORD):
        raise OnbekendBestandError(
            "Dit is een Word-bestand van voor 2007 (.doc), of een document met een wachtwoord. "
            "Open het in Word, kies 'Opslaan als' en dan .docx of PDF, en lever dat in."
        )
    if inhoud.startswith(_FOTO) or inhoud[4:12] in _FOTO_IN_DOOS:
        raise OnbekendBestandError(
            "Dit is een foto of plaatje. Daar staat geen tekst in die te lezen is. "
            "Lever het document zelf in: Word, ODT, PDF of tekst."
        )
    return read_tekst(inhoud, naam, sha256)


def _read_zip(inhoud: bytes, naam: str, sha256: str) -> Document:
    from passend.documenten.lezen.docx import read_docx  # slow import: the XML library
    from passend.documenten.lezen.odt import read_odt
    from passend.documenten.lezen.zipbestand import soort_van_zip

    lezer = {"docx": read_docx, "odt": read_odt}[soort_van_zip(inhoud)]
    return lezer(inhoud, naam, sha256)
