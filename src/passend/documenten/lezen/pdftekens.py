"""The characters of a PDF page, each with its place."""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import pypdfium2_raw.bindings as pdfium

from passend.documenten.lezen.pdfvlak import Punt, Vlak, gedraaid, langs

_BOVEN, _ONDER = 0.78, 0.22  # of the size of a letter, above and below the line it stands on, whatever its typeface
_HAAKS = 2.0  # degrees within which letters stand straight; scans are never quite so
_ONLEESBAAR = "\ufffd"
# soft only in a text that can still run on, drawn on a page it is a hyphen; and what the library makes of one at the
# end of a line
_STREEPJES = {"\u00ad", "\u0002"}
# the library gives this handle as an object; as a number it can be looked up
_TEKSTSTUK = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)


class Teken(NamedTuple):
    """A character and its place, in points along and across the direction it is read in.

    `hoek` is that direction in degrees against the clock; at 0 the place is that on the page, from the top left.
    `mcid` is the number of the marked piece it belongs to, -1 for none.
    """

    tekst: str
    x0: float
    top: float
    x1: float
    bottom: float
    hoek: int = 0
    mcid: int = -1


@dataclass(frozen=True, slots=True)
class _Stuk:
    """What the characters share that were drawn in one go."""

    mcid: int
    hoek: int
    top: float
    bottom: float


def lees_tekens(pagina: Any, vlak: Vlak) -> list[Teken]:
    """The characters of a page; those the library thinks up between words are left out."""
    with _tekst(pagina) as tekst:
        return list(_Tekenlezer(tekst, vlak).tekens())


@contextmanager
def _tekst(pagina: Any) -> Iterator[Any]:
    tekst = pdfium.FPDFText_LoadPage(pagina)
    try:
        yield tekst
    finally:
        pdfium.FPDFText_ClosePage(tekst)


class _Tekenlezer:
    def __init__(self, tekst: Any, vlak: Vlak) -> None:
        self._tekst = tekst
        self._vlak = vlak
        self._vak = pdfium.FS_RECTF()
        self._wijzer = ctypes.byref(self._vak)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._bij_x, self._bij_y = ctypes.byref(self._x), ctypes.byref(self._y)
        self._stukken: dict[int, _Stuk] = {}

    def tekens(self) -> Iterator[Teken]:
        """Each character, in the order of the file; drawn twice in one place, as bold can be, it is one."""
        tekst, stukken = self._tekst, self._stukken
        adres = ctypes.cast(tekst, ctypes.c_void_p)
        gezien: dict[tuple[str, float, float], int] = {}
        for plek in range(pdfium.FPDFText_CountChars(tekst)):
            nummer = _TEKSTSTUK(adres, plek)
            letter = "" if nummer is None else self._letter(plek)
            if not letter:
                continue
            stuk = stukken.get(nummer) or self._nieuw(nummer, plek)
            x0, x1 = self._van_tot(plek, stuk)
            if gezien.setdefault((letter, x0, stuk.top), nummer) == nummer:
                yield Teken(letter, x0, stuk.top, x1, stuk.bottom, stuk.hoek, stuk.mcid)

    def _letter(self, plek: int) -> str:
        """A character that is drawn; none when the library only thinks it up between words or lines."""
        if pdfium.FPDFText_HasUnicodeMapError(self._tekst, plek):
            return _ONLEESBAAR
        letter = _letter(pdfium.FPDFText_GetUnicode(self._tekst, plek))
        return "" if letter.isspace() and pdfium.FPDFText_IsGenerated(self._tekst, plek) else letter

    def _van_tot(self, plek: int, stuk: "_Stuk") -> Punt:
        """Where a character begins and ends along the direction it is read in."""
        vak, vlak = self._vak, self._vlak
        pdfium.FPDFText_GetLooseCharBox(self._tekst, plek, self._wijzer)
        if not stuk.hoek and not vlak.draai:  # nearly always, so without a box, which also holds what sticks out
            pdfium.FPDFText_GetCharOrigin(self._tekst, plek, self._bij_x, self._bij_y)
            return max(self._x.value, vak.left) - vlak.links, vak.right - vlak.links
        kader = vlak.kader(vak.left, vak.bottom, vak.right, vak.top)
        return langs(kader, stuk.hoek, stuk.bottom - stuk.top)

    def _nieuw(self, nummer: int, plek: int) -> _Stuk:
        tekst = self._tekst
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(tekst, plek, ctypes.byref(matrix))
        pdfium.FPDFText_GetCharOrigin(tekst, plek, self._bij_x, self._bij_y)
        hoek = _haaks(math.degrees(math.atan2(matrix.b, matrix.a)) - self._vlak.draai)
        grootte = pdfium.FPDFText_GetFontSize(tekst, plek) * math.hypot(matrix.c, matrix.d)
        _langs, lijn = gedraaid(self._vlak.punt(self._x.value, self._y.value), hoek)
        mcid = pdfium.FPDFPageObj_GetMarkedContentID(ctypes.cast(nummer, pdfium.FPDF_PAGEOBJECT))
        stuk = _Stuk(mcid, hoek, lijn - _BOVEN * grootte, lijn + _ONDER * grootte)
        self._stukken[nummer] = stuk
        return stuk


def _haaks(hoek: float) -> int:
    """A direction in whole degrees from 0 to 359, straight when it is nearly so."""
    recht = 90 * round(hoek / 90)
    return (recht if abs(hoek - recht) < _HAAKS else round(hoek)) % 360


@cache
def _letter(code: int) -> str:
    """The letter of a code; none when nobody can see it, such as a joiner between letters."""
    letter = chr(code)
    if letter in _STREEPJES:
        return "-"
    if letter.isspace():
        return letter
    match unicodedata.category(letter):
        case "Cf":
            return ""
        case "Cc" | "Cn":
            return _ONLEESBAAR
        case _:
            return letter
