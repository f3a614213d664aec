"""A page of a PDF as plain values: characters, straight lines, pictures and web addresses, from the top left corner."""

from dataclasses import dataclass

from passend.documenten.document import Kader
from passend.documenten.lezen.pdfium import Pdf, adressen
from passend.documenten.lezen.pdftekens import Teken, lees_tekens
from passend.documenten.lezen.pdfvlak import Vlak
from passend.documenten.lezen.pdfvormen import lees_vormen
from passend.documenten.lezen.rasters import Lijn


@dataclass(frozen=True, slots=True)
class Bladzijde:
    """What stands on a page, as a reader sees it: turned, and cut off where the page is."""

    nummer: int
    tekens: list[Teken]
    liggend: list[Lijn]
    staand: list[Lijn]
    beelden: list[Kader]
    adressen: list[str]


def lees_bladzijde(pdf: Pdf, nummer: int) -> Bladzijde:
    """A page, from 1.

    Raises:
        BeschadigdBestandError: it cannot be opened.
    """
    with pdf.pagina(nummer) as pagina:
        vlak = Vlak.van(pagina)
        vormen = lees_vormen(pagina, vlak)
        return Bladzijde(
            nummer=nummer,
            tekens=lees_tekens(pagina, vlak),
            liggend=vormen.liggend,
            staand=vormen.staand,
            beelden=vormen.beelden,
            adressen=adressen(pdf, pagina),
        )
