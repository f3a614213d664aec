"""Where things stand on a page of a PDF: points from the top left corner of what a reader sees of it."""

import ctypes
import math
from collections.abc import Iterable
from typing import Any, NamedTuple

import pypdfium2_raw.bindings as pdfium

from passend.documenten.document import Kader

type Punt = tuple[float, float]


class Vlak(NamedTuple):
    """The visible part of a page in its own points, which count upwards, and how many degrees it is turned."""

    links: float
    onder: float
    rechts: float
    boven: float
    draai: int

    @classmethod
    def van(cls, pagina: Any) -> "Vlak":
        """That of an open page."""
        rand = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(pagina, ctypes.byref(rand))
        return cls(rand.left, rand.bottom, rand.right, rand.top, 90 * pdfium.FPDFPage_GetRotation(pagina))

    def punt(self, x: float, y: float) -> Punt:
        """A point of the page as a reader sees it."""
        match self.draai:
            case 0:
                return x - self.links, self.boven - y
            case 90:
                return y - self.onder, x - self.links
            case 180:
                return self.rechts - x, y - self.onder
            case _:
                return self.boven - y, self.rechts - x

    def kader(self, links: float, onder: float, rechts: float, boven: float) -> Kader:
        """A box of the page as a reader sees it."""
        if not self.draai:
            return links - self.links, self.boven - boven, rechts - self.links, self.boven - onder
        return om([self.punt(links, onder), self.punt(rechts, boven)])


def om(punten: Iterable[Punt]) -> Kader:
    """The box around points."""
    xen, yen = zip(*punten, strict=True)
    return min(xen), min(yen), max(xen), max(yen)


def gedraaid(punt: Punt, hoek: float) -> Punt:
    """A point seen along and across a direction, which is `hoek` degrees against the clock."""
    sinus, cosinus = math.sin(math.radians(hoek)), math.cos(math.radians(hoek))
    return punt[0] * cosinus - punt[1] * sinus, punt[0] * sinus + punt[1] * cosinus


def langs(kader: Kader, hoek: float, dikte: float) -> Punt:
    """Where something in a box begins and ends along a direction, when it is as thick as told across it."""
    midden, _dwars = gedraaid(((kader[0] + kader[2]) / 2, (kader[1] + kader[3]) / 2), hoek)
    sinus, cosinus = abs(math.sin(math.radians(hoek))), abs(math.cos(math.radians(hoek)))
    if cosinus > sinus:
        breedte = (kader[2] - kader[0] - dikte * sinus) / cosinus
    else:
        breedte = (kader[3] - kader[1] - dikte * cosinus) / sinus
    return midden - breedte / 2, midden + breedte / 2
