"""A page of a PDF as pdfplumber gives it, in a third of the time.

Most of the time goes to splitting drawing instructions into words, which qpdf does in C++, and to properties of
characters that nobody here asks for. What qpdf cannot split, or what is not an instruction, goes the library's own way.
"""

import re
import warnings
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import pikepdf
from pdfminer.layout import LTChar, LTItem, LTPage
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import stream_value
from pdfminer.psparser import LIT
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent
from pdfplumber.utils.exceptions import PdfminerException

type Opdracht = tuple[str, list[Any]]
_BEELD = re.compile(rb"\b(?:BI|ID|EI)\b")  # a picture amid the instructions, or words that look like one
_METHODE = str.maketrans({"*": "_a", "'": "_q", '"': "_w"})  # as pdfminer calls the method of an instruction


class Bladzijde(Page):
    """The same page with the same words, lines and boxes; of a character only what words are made with."""

    @classmethod
    def van(cls, pagina: Page) -> "Bladzijde":
        """This page, read in this way."""
        return cls(pagina.pdf, pagina.page_obj, pagina.page_number, pagina.initial_doctop)

    @property
    def layout(self) -> LTPage:
        """Everything on the page, found once."""
        if not hasattr(self, "_layout"):
            apparaat = PDFPageAggregatorWithMarkedContent(
                self.pdf.rsrcmgr, pageno=self.page_number, laparams=self.pdf.laparams
            )
            try:
                _Uitvoerder(self.pdf.rsrcmgr, apparaat).process_page(self.page_obj)
            except Exception as fout:
                raise PdfminerException(fout) from fout  # as the library does, so that its callers see one kind
            self._layout = apparaat.get_result()
        return self._layout

    def process_object(self, obj: LTItem) -> dict[str, Any]:
        """A thing on the page as a dictionary."""
        if not isinstance(obj, LTChar):
            ding: dict[str, Any] = super().process_object(obj)
            return ding
        links, boven = self.mediabox[:2]
        top = self.height - obj.y1 + boven
        return {
            "object_type": "char",
            "page_number": self.page_number,
            "text": obj.get_text(),
            "x0": obj.x0 + links,
            "x1": obj.x1 + links,
            "top": top,
            "bottom": self.height - obj.y0 + boven,
            "doctop": self.initial_doctop + top,
            "upright": obj.upright,
            "size": obj.size,
            "mcid": getattr(obj, "mcid", None),
        }


class _Uitvoerder(PDFPageInterpreter):
    """Carries out drawing instructions that qpdf has split."""

    def execute(self, streams: Sequence[object]) -> None:
        """Carry out the streams, one after the other; one that is being carried out already is left out."""
        eigen = [stroom for stroom in map(stream_value, streams) if stroom.objid not in {None, *self.parent_stream_ids}]
        try:
            opdrachten = list(_ontleed(b"\n".join(stroom.get_data() for stroom in eigen)))
        except (pikepdf.PdfError, UserWarning, TypeError, ValueError):
            super().execute(streams)
            return
        self.stream_ids.clear()
        self.stream_ids.update(stroom.objid for stroom in eigen if stroom.objid is not None)
        for naam, waarden in opdrachten:
            self._voer_uit(naam, waarden)

    def _voer_uit(self, naam: str, waarden: list[Any]) -> None:
        self.argstack.extend(waarden)  # colours take from there as many as they need
        methode = getattr(self, naam)
        aantal = methode.__code__.co_argcount - 1
        genomen = self.pop(aantal)
        if len(genomen) == aantal:
            methode(*genomen)


def _ontleed(inhoud: bytes) -> Iterator[Opdracht]:
    """The instructions in a stream.

    Raises:
        PdfError, UserWarning, TypeError, ValueError: it is not made of plain instructions and values alone.
    """
    if _BEELD.search(inhoud):
        raise TypeError("A picture is no plain value.")
    leeg = pikepdf.new()  # in a name, for values are gone as soon as their document is
    with warnings.catch_warnings(action="error"):  # a warning says that something was left out
        opdrachten = pikepdf.parse_content_stream(pikepdf.Stream(leeg, inhoud))
    for opdracht in opdrachten:
        naam = f"do_{str(opdracht.operator).translate(_METHODE)}"
        if not hasattr(PDFPageInterpreter, naam):
            raise ValueError(f"{naam} is no instruction.")
        yield naam, [_waarde(waarde) for waarde in opdracht.operands]


def _waarde(waarde: Any) -> Any:
    """A value of qpdf as one of pdfminer."""
    if isinstance(waarde, bool | int):
        return waarde
    if isinstance(waarde, Decimal):
        return float(waarde)
    if isinstance(waarde, pikepdf.String):
        return bytes(waarde)
    return _samengesteld(waarde)


def _samengesteld(waarde: Any) -> Any:
    if isinstance(waarde, pikepdf.Array):
        return [_waarde(deel) for deel in waarde]
    if isinstance(waarde, pikepdf.Dictionary):
        return {str(naam)[1:]: _waarde(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, pikepdf.Name):
        return LIT(str(waarde)[1:])
    raise TypeError(f"{type(waarde)} is no value of an instruction.")
