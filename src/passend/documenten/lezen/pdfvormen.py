"""What is drawn on a PDF page beside words: lines, edges of boxes, and pictures; also in forms within forms."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2_raw.bindings as pdfium

from passend.documenten.document import Kader
from passend.documenten.lezen.pdfvlak import Punt, Vlak, om
from passend.documenten.lezen.rasters import Lijn

_MAX_DIEPTE = 20
_SCHEEF = 0.5  # points a line may lean and still count as straight
_HOEKEN = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))  # of the square that a picture fills


class _Matrix(NamedTuple):
    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def punt(self, x: float, y: float) -> Punt:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def binnen(self, buiten: "_Matrix") -> "_Matrix":
        """This matrix and then that of what it stands in."""
        e, f = buiten.punt(self.e, self.f)
        return _Matrix(
            buiten.a * self.a + buiten.c * self.b,
            buiten.b * self.a + buiten.d * self.b,
            buiten.a * self.c + buiten.c * self.d,
            buiten.b * self.c + buiten.d * self.d,
            e,
            f,
        )


_GEWOON = _Matrix(1, 0, 0, 1, 0, 0)


@dataclass(slots=True)
class Vormen:
    """Straight lines and pictures."""

    liggend: list[Lijn] = field(default_factory=list)
    staand: list[Lijn] = field(default_factory=list)
    beelden: list[Kader] = field(default_factory=list)


def lees_vormen(pagina: Any, vlak: Vlak) -> Vormen:
    """The straight lines and the pictures on a page."""
    vormen = Vormen()
    for soort, ding, matrix in _dingen(_op_pagina(pagina), _GEWOON, 0):
        if soort == pdfium.FPDF_PAGEOBJ_IMAGE:
            vormen.beelden.append(om(vlak.punt(*matrix.punt(x, y)) for x, y in _HOEKEN))
            continue
        for (x0, y0), (x1, y1) in _stukken(ding, matrix, vlak):
            if abs(y1 - y0) <= _SCHEEF < abs(x1 - x0):
                vormen.liggend.append(Lijn((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x1 - x0) <= _SCHEEF < abs(y1 - y0):
                vormen.staand.append(Lijn((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    return vormen


def _op_pagina(pagina: Any) -> Iterator[Any]:
    for plek in range(pdfium.FPDFPage_CountObjects(pagina)):
        yield pdfium.FPDFPage_GetObject(pagina, plek)


def _in_vorm(vorm: Any) -> Iterator[Any]:
    for plek in range(pdfium.FPDFFormObj_CountObjects(vorm)):
        yield pdfium.FPDFFormObj_GetObject(vorm, plek)


def _dingen(dingen: Iterator[Any], buiten: _Matrix, diepte: int) -> Iterator[tuple[int, Any, _Matrix]]:
    """Paths and pictures with the matrix that brings them onto the page."""
    for ding in dingen:
        soort = pdfium.FPDFPageObj_GetType(ding)
        if soort in {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE}:
            yield soort, ding, _matrix(ding).binnen(buiten)
        elif soort == pdfium.FPDF_PAGEOBJ_FORM and diepte < _MAX_DIEPTE:
            yield from _dingen(_in_vorm(ding), _matrix(ding).binnen(buiten), diepte + 1)


def _matrix(ding: Any) -> _Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(ding, ctypes.byref(matrix))
    return _Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _stukken(pad: Any, matrix: _Matrix, vlak: Vlak) -> Iterator[tuple[Punt, Punt]]:
    """The straight pieces of a path, from point to point."""
    is_gevuld = _is_gevuld(pad)
    for lus in _lussen(pad):
        if is_gevuld:  # up to where it began, also when the file does not say so
            lus.append((True, *lus[0][1:]))
        punten = [(is_recht, vlak.punt(*matrix.punt(x, y))) for is_recht, x, y in lus]
        for (_recht, begin), (is_recht, einde) in pairwise(punten):
            if is_recht:
                yield begin, einde


def _is_gevuld(pad: Any) -> bool:
    vulling, lijn = ctypes.c_int(), pdfium.FPDF_BOOL()
    pdfium.FPDFPath_GetDrawMode(pad, ctypes.byref(vulling), ctypes.byref(lijn))
    return vulling.value != pdfium.FPDF_FILLMODE_NONE


def _lussen(pad: Any) -> Iterator[list[tuple[bool, float, float]]]:
    """Each part of a path that is drawn without lifting the pen: its points, and whether straight lines go there."""
    x, y = ctypes.c_float(), ctypes.c_float()
    lus: list[tuple[bool, float, float]] = []
    for plek in range(pdfium.FPDFPath_CountSegments(pad)):
        stuk = pdfium.FPDFPath_GetPathSegment(pad, plek)
        soort = pdfium.FPDFPathSegment_GetType(stuk)
        pdfium.FPDFPathSegment_GetPoint(stuk, ctypes.byref(x), ctypes.byref(y))
        if soort == pdfium.FPDF_SEGMENT_MOVETO and lus:
            yield lus
            lus = []
        lus.append((soort == pdfium.FPDF_SEGMENT_LINETO, x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(stuk):
            lus.append((True, *lus[0][1:]))
    if lus:
        yield lus
