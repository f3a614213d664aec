"""Word and ODT files are zip archives of XML: opened carefully, for anybody can send one."""

import io
import zipfile
import zlib

from lxml import etree

from passend.documenten.document import (
    BeschadigdBestandError,
    BeveiligdBestandError,
    GevaarlijkBestandError,
    OnbekendBestandError,
    TeGrootBestandError,
)

MAX_DELEN = 2_000
MAX_UITGEPAKT = 40 * 1024 * 1024
_BLOK = 64 * 1024

BESCHADIGD = (
    "Dit bestand is beschadigd of niet helemaal overgekomen. "
    "Open het in Word of LibreOffice, bewaar het opnieuw en lever het nog eens in."
)
_GEVAARLIJK = (
    "Dit bestand verwijst naar iets buiten het document. Dat doet een gewoon document niet. "
    "Bewaar het opnieuw in Word of LibreOffice en lever dat in."
)


def soort_van_zip(inhoud: bytes) -> str:
    """`docx` or `odt`.

    Raises:
        DocumentError: it is another kind of archive, broken, or locked.
    """
    with _open(inhoud) as archief:
        namen = set(archief.namelist())
        if any(lid.flag_bits & 1 for lid in archief.infolist()):
            raise BeveiligdBestandError(
                "Dit bestand heeft een wachtwoord. Haal het wachtwoord eraf en lever het opnieuw in."
            )
    if "word/document.xml" in namen:
        return "docx"
    if "content.xml" in namen and "mimetype" in namen:
        return "odt"
    raise OnbekendBestandError(
        "Dit is geen Word- of ODT-document. Het lijkt een ander soort bestand (zip, Excel of PowerPoint). "
        "Lever het profiel in als Word, ODT, PDF of tekst."
    )


def namen_van_delen(inhoud: bytes) -> list[str]:
    """The names of all members, in the order of their names."""
    with _open(inhoud) as archief:
        return sorted(archief.namelist())


def lees_deel(inhoud: bytes, naam: str) -> bytes | None:
    """The bytes of one member, inflated no further than is safe; None when it is absent.

    Raises:
        TeGrootBestandError: it inflates to more than a document holds.
        BeschadigdBestandError: it cannot be inflated.
    """
    with _open(inhoud) as archief:
        try:
            lid = archief.getinfo(naam)
        except KeyError:
            return None
        stukken = io.BytesIO()
        try:
            with archief.open(lid) as bron:
                while blok := bron.read(_BLOK):
                    stukken.write(blok)
                    if stukken.tell() > MAX_UITGEPAKT:
                        raise TeGrootBestandError(
                            "Dit bestand pakt uit tot iets veel groters dan een document. Lever het gewone document in."
                        )
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as fout:
            raise BeschadigdBestandError(BESCHADIGD) from fout
    return stukken.getvalue()


def _open(inhoud: bytes) -> zipfile.ZipFile:
    try:
        archief = zipfile.ZipFile(io.BytesIO(inhoud))
        delen = len(archief.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, IndexError, OverflowError) as fout:
        raise BeschadigdBestandError(BESCHADIGD) from fout
    if delen > MAX_DELEN:
        raise TeGrootBestandError("Dit bestand bestaat uit te veel losse delen. Lever het gewone document in.")
    return archief


def lees_xml(inhoud: bytes) -> etree._Element:
    """Parse XML without entities, network or endless trees.

    Raises:
        GevaarlijkBestandError: it declares entities or a document type.
        BeschadigdBestandError: it is not well formed.
    """
    if b"<!DOCTYPE" in inhoud or b"<!ENTITY" in inhoud:
        raise GevaarlijkBestandError(_GEVAARLIJK)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        wortel = etree.fromstring(inhoud, parser)
    except (etree.XMLSyntaxError, ValueError) as fout:
        raise BeschadigdBestandError(BESCHADIGD) from fout
    if wortel.getroottree().docinfo.internalDTD is not None:  # in an encoding in which the bytes above do not show
        raise GevaarlijkBestandError(_GEVAARLIJK)
    return wortel
