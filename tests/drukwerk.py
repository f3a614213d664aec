"""What stands on the pages of a PDF that we made."""

from contextlib import closing

import pypdfium2
from pypdfium2 import raw as pdfium

from passend.documenten.lezen.pdfbladzijde import lees_bladzijde
from passend.documenten.lezen.pdfium import open_pdf
from passend.documenten.lezen.pdfwoorden import in_regels, woorden_uit


def bladzijden(pdf: bytes) -> list[str]:
    """The text of each page, line by line from top to bottom, with one space between words."""
    with open_pdf(pdf) as document:
        bladen = [lees_bladzijde(document, nummer) for nummer in range(1, document.aantal + 1)]
    return [
        " ".join(woord.tekst for regel in in_regels(woorden_uit(blad.tekens)) for woord in regel) for blad in bladen
    ]


def krommen(pdf: bytes) -> list[int]:
    """How many curved shapes each page has."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [
            sum(_is_krom(vorm.raw) for vorm in blad.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])) for blad in document
        ]


def _is_krom(vorm: pdfium.FPDF_PAGEOBJECT) -> bool:
    stukken = [pdfium.FPDFPath_GetPathSegment(vorm, plek) for plek in range(pdfium.FPDFPath_CountSegments(vorm))]
    return any(pdfium.FPDFPathSegment_GetType(stuk) == pdfium.FPDF_SEGMENT_BEZIERTO for stuk in stukken)
