"""A document for the check screen: its lines and tables as plain values, and a page of a PDF as a picture."""

import io
import threading
from contextlib import closing
from typing import Any

from passend.documenten.document import Afbeelding, Blok, Document, Regel

SCHAAL = 1.6  # pixels per point: sharp enough to read, small enough to send
MEESTE_PIXELS = 3000  # of a side: a page can say that it is five metres high
_EEN_TEGELIJK = threading.Lock()  # the library draws for one thread at a time, and the server has several


def als_blokken(document: Document) -> dict[str, Any]:
    """Lines, tables and pictures in reading order, as JSON values."""
    return {
        "soort": document.soort,
        "aantal_paginas": document.aantal_paginas,
        "blokken": [_blok(blok) for blok in document.blokken],
    }


def _blok(blok: Blok) -> dict[str, Any]:
    plek = {"nummer": blok.nummer, "pagina": blok.pagina}
    if isinstance(blok, Regel):
        return {"soort": "regel", **plek, "tekst": blok.tekst, "stijl": blok.stijl}
    if isinstance(blok, Afbeelding):
        return {"soort": "afbeelding", **plek, "alt": blok.alt}
    rijen = [[_celtekst(cel.tekst, cel.is_aangevinkt) for cel in rij] for rij in blok.rijen]
    return {"soort": "rooster", **plek, "rijen": rijen}


def _celtekst(tekst: str, is_aangevinkt: bool | None) -> str:  # noqa: FBT001 -- the state of a checkbox, not a switch
    if is_aangevinkt is None:
        return tekst
    return f"{'☒' if is_aangevinkt else '☐'} {tekst}".strip()


def teken_bladzijde(inhoud: bytes, nummer: int) -> bytes:
    """A page of a PDF (from 1) as PNG, `SCHAAL` pixels per point; fewer on a page larger than A2.

    Raises:
        IndexError: there is no such page.
    """
    import pypdfium2  # slow import: only the check screen of a PDF needs it

    with _EEN_TEGELIJK, closing(pypdfium2.PdfDocument(inhoud)) as pdf:
        if not 1 <= nummer <= len(pdf):
            raise IndexError(nummer)
        bladzijde = pdf[nummer - 1]
        schaal = min(SCHAAL, MEESTE_PIXELS / max(bladzijde.get_size()))
        beeld = bladzijde.render(scale=schaal).to_pil()
    png = io.BytesIO()
    beeld.save(png, "PNG", optimize=True)
    return png.getvalue()
