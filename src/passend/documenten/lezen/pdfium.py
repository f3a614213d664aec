"""PDFium, as far as reading needs it: a document, its pages, and whether they open at all.

The plain functions of the library are called, and not the objects around them: those take longer to load than a
document to read. Not for two threads at once.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2_raw.bindings as pdfium

from passend.documenten.document import BeschadigdBestandError, BeveiligdBestandError

_OP_SLOT = {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
_EINDE = b"%%EOF"
_STAART = 4096  # bytes at the end of a file, in which its last mark stands

pdfium.FPDF_InitLibrary()


class Pdf:
    """A document that is open."""

    def __init__(self, wijzer: Any, inhoud: bytes) -> None:
        self.wijzer = wijzer
        self._inhoud = inhoud  # which the library reads from as long as the document is open
        self.aantal: int = pdfium.FPDF_GetPageCount(wijzer)

    @contextmanager
    def pagina(self, nummer: int) -> Iterator[Any]:
        """A page, from 1.

        Raises:
            BeschadigdBestandError: it cannot be opened.
        """
        if not (pagina := pdfium.FPDF_LoadPage(self.wijzer, nummer - 1)):
            raise beschadigd()
        try:
            yield pagina
        finally:
            pdfium.FPDF_ClosePage(pagina)

    def heeft_codes(self) -> bool:
        """True when it says of itself that it has tags, or has the name of their tree in it."""
        return bool(pdfium.FPDFCatalog_IsTagged(self.wijzer)) or b"/StructTreeRoot" in self._inhoud


@contextmanager
def open_pdf(inhoud: bytes) -> Iterator[Pdf]:
    """Open a PDF.

    Raises:
        DocumentError: it is locked or broken.
    """
    wijzer = pdfium.FPDF_LoadMemDocument64(inhoud, len(inhoud), None)
    if not wijzer:
        raise _op_slot() if pdfium.FPDF_GetLastError() in _OP_SLOT else beschadigd()
    try:
        pdf = Pdf(wijzer, inhoud)
        if not pdf.aantal or _is_afgebroken(pdf, inhoud):
            raise beschadigd()
        yield pdf
    finally:
        pdfium.FPDF_CloseDocument(wijzer)


def _is_afgebroken(pdf: Pdf, inhoud: bytes) -> bool:
    """True when the table of contents had to be made anew and the end is missing: then pages can be missing too."""
    is_heel = pdfium.FPDF_DocumentHasValidCrossReferenceTable(pdf.wijzer)
    return not is_heel and _EINDE not in inhoud[-_STAART:]


def adressen(pdf: Pdf, pagina: Any) -> list[str]:
    """The web addresses behind words of a page."""
    plek, link, uit = ctypes.c_int(0), pdfium.FPDF_LINK(), []
    while pdfium.FPDFLink_Enumerate(pagina, ctypes.byref(plek), ctypes.byref(link)):
        actie = pdfium.FPDFLink_GetAction(link)
        if actie and pdfium.FPDFAction_GetType(actie) == pdfium.PDFACTION_URI:
            uit.append(_adres(pdf, actie))
    return uit


def _adres(pdf: Pdf, actie: Any) -> str:
    lengte = pdfium.FPDFAction_GetURIPath(pdf.wijzer, actie, None, 0)
    ruimte = ctypes.create_string_buffer(lengte + 1)
    pdfium.FPDFAction_GetURIPath(pdf.wijzer, actie, ruimte, lengte)
    return ruimte.value.decode("utf-8", "replace")


def beschadigd() -> BeschadigdBestandError:
    """What a person hears of a broken file."""
    return BeschadigdBestandError(
        "Deze PDF is beschadigd of niet helemaal overgekomen. "
        "Open hem en bewaar hem opnieuw als PDF, of lever het Word-bestand in."
    )


def _op_slot() -> BeveiligdBestandError:
    return BeveiligdBestandError(
        "Deze PDF heeft een wachtwoord. Haal het wachtwoord eraf of bewaar hem opnieuw, en lever hem dan in."
    )
