"""A drawing, a photo of one, or a scan of a signed paper: what it is follows from its bytes, and it holds nothing else.

A picture is read and written anew, small enough for a screen: so where it was taken, and whatever was hidden behind it,
stays out. A PDF is kept as it is, when it opens and nothing in it runs or is packed along. From another school come
documents and plain text too, under the same condition.
"""

import io
import re
import warnings
from typing import TYPE_CHECKING

from passend.begrippen.bijlage import Bijlage
from passend.documenten.document import (
    BeschadigdBestandError,
    DocumentError,
    GevaarlijkBestandError,
    LeegBestandError,
    OnbekendBestandError,
    TeGrootBestandError,
)
from passend.documenten.lezen.pdfinhoud import VERSTOPT, check_pdf
from passend.documenten.lezen.zipbestand import lees_deel, lees_xml, namen_van_delen, soort_van_zip
from passend.documenten.zetten.afbeelding import extensie_van

if TYPE_CHECKING:
    from PIL import Image

MAX_BYTES = 10 * 1024 * 1024
MEESTE_PUNTEN = 60_000_000
GROOTSTE_ZIJDE = 2000
_PROGRAMMA = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"PK", b"<")
_LOOPT = ("vbaproject", "activex", "basic/", "scripts/", "oleobject", "embeddings/")
"""What the name of a part of a document says when the document runs something, or has another file in it."""
_VERSTOPT = "In dit document zit een programma verstopt, of het haalt er een op. Vraag het als PDF."
_VAN_BUITEN = re.compile(r"\s*(?:https?:|ftp:|\\\\|//)", re.IGNORECASE)
_FOTO_IN_DOOS = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1", b"ftypavif")


def read_bijlage(inhoud: bytes, *, is_pdf_goed: bool) -> Bijlage:
    """Read a picture, or a PDF where that is good too.

    Raises:
        DocumentError: it is empty, too large, broken, a program, or something else than a picture or a scan.
    """
    if not inhoud.strip(b"\x00 \t\r\n"):
        raise LeegBestandError("Dit bestand is leeg. Maak de foto of scan opnieuw, en kies die.")
    if len(inhoud) > MAX_BYTES:
        raise TeGrootBestandError("Dit bestand is groter dan 10 MB. Maak een gewone foto, of bewaar de scan kleiner.")
    if inhoud[:1024].lstrip().startswith(b"%PDF-"):
        if is_pdf_goed:
            return Bijlage(extensie="pdf", inhoud=_pdf(inhoud))
        raise OnbekendBestandError("Dit is een PDF. Kies een foto of plaatje van de tekening: JPG of PNG.")
    if extensie := extensie_van(inhoud):
        return _plaatje(inhoud, extensie)
    raise _vreemd(inhoud, is_pdf_goed=is_pdf_goed)


def read_meegekomen(inhoud: bytes) -> Bijlage:
    """Read what another school sent along: a picture, a PDF, a document of Word or ODT, or plain text.

    Raises:
        DocumentError: it is empty, too large, broken, a program, or something else.
    """
    if inhoud[:4] == b"PK\x03\x04" and len(inhoud) <= MAX_BYTES:
        return _document(inhoud)
    try:
        return read_bijlage(inhoud, is_pdf_goed=True)
    except OnbekendBestandError:
        tekst = _tekst(inhoud)
        if tekst is None:
            raise
        return Bijlage(extensie="txt", inhoud=tekst.encode())


def _document(inhoud: bytes) -> Bijlage:
    soort = soort_van_zip(inhoud)
    if any(deel in naam.casefold() for naam in namen_van_delen(inhoud) for deel in _LOOPT):
        raise GevaarlijkBestandError(_VERSTOPT)
    if soort == "docx":
        _check_elders(inhoud)
        lees_xml(lees_deel(inhoud, "word/document.xml") or b"")
        return Bijlage(extensie="docx", inhoud=inhoud)
    lees_xml(lees_deel(inhoud, "content.xml") or b"")
    return Bijlage(extensie="odt", inhoud=inhoud)


def _check_elders(inhoud: bytes) -> None:
    """Refuse a document that fetches its template from the internet, for that template can hold a program.

    Raises:
        GevaarlijkBestandError: it does.
    """
    for naam in namen_van_delen(inhoud):
        if not naam.endswith(".rels"):
            continue
        for band in lees_xml(lees_deel(inhoud, naam) or b""):
            is_sjabloon = str(band.get("Type", "")).endswith("/attachedTemplate")
            if is_sjabloon and _VAN_BUITEN.match(str(band.get("Target", ""))):
                raise GevaarlijkBestandError(_VERSTOPT)


def _tekst(inhoud: bytes) -> str | None:
    """Plain text; None for what no person typed."""
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = inhoud.decode("cp1252", errors="replace")
    vreemd = sum(
        1 for teken in tekst if teken == "\N{REPLACEMENT CHARACTER}" or (teken < " " and teken not in "\t\r\n\f")
    )
    return None if vreemd or tekst.lstrip().startswith(("<", "{\\rtf")) else tekst


def _vreemd(inhoud: bytes, *, is_pdf_goed: bool) -> DocumentError:
    goed = "een foto of plaatje (JPG of PNG) of een PDF" if is_pdf_goed else "een foto of plaatje (JPG of PNG)"
    if inhoud[4:12] in _FOTO_IN_DOOS:
        return OnbekendBestandError(
            "Deze foto is in een vorm die niet elke computer kent (HEIC). Bewaar hem als JPG, en kies die."
        )
    if inhoud.lstrip().startswith(_PROGRAMMA):
        return GevaarlijkBestandError(f"Dit is geen plaatje maar een programma of een webpagina. Kies {goed}.")
    return OnbekendBestandError(f"Dit is geen bestand dat hier past. Kies {goed}.")


def _plaatje(inhoud: bytes, extensie: str) -> Bijlage:
    from PIL import Image, ImageOps, UnidentifiedImageError  # slow import: only who uploads something needs it

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(inhoud), formats=("PNG", "JPEG", "GIF")) as beeld:
                if beeld.width * beeld.height > MEESTE_PUNTEN:
                    raise TeGrootBestandError("Dit plaatje heeft te veel punten. Maak een gewone foto, en kies die.")
                recht = ImageOps.exif_transpose(beeld)
                recht.thumbnail((GROOTSTE_ZIJDE, GROOTSTE_ZIJDE))
                return _opnieuw(recht, is_foto=extensie == "jpg")
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fout:
            raise TeGrootBestandError("Dit plaatje heeft te veel punten. Maak een gewone foto, en kies die.") from fout
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as fout:
            raise BeschadigdBestandError(
                "Dit plaatje is beschadigd of niet helemaal overgekomen. Maak de foto opnieuw, en kies die."
            ) from fout


def _opnieuw(beeld: "Image.Image", *, is_foto: bool) -> Bijlage:
    uit = io.BytesIO()
    if is_foto:
        beeld.convert("RGB").save(uit, format="JPEG", quality=85)
        return Bijlage(extensie="jpg", inhoud=uit.getvalue())
    from PIL import Image  # slow import

    schoon = Image.new("RGB", beeld.size, "white")
    doorzichtig = beeld.convert("RGBA")
    schoon.paste(doorzichtig, mask=doorzichtig.getchannel("A"))
    schoon.save(uit, format="PNG", optimize=True)
    return Bijlage(extensie="png", inhoud=uit.getvalue())


def _pdf(inhoud: bytes) -> bytes:
    import pypdfium2_raw.bindings as pdfium  # slow import: only who uploads a scan needs it

    from passend.documenten.lezen.pdfium import open_pdf

    with open_pdf(inhoud) as pdf:
        if pdfium.FPDFDoc_GetJavaScriptActionCount(pdf.wijzer) or pdfium.FPDFDoc_GetAttachmentCount(pdf.wijzer):
            raise GevaarlijkBestandError(VERSTOPT)
    check_pdf(inhoud)
    return inhoud
