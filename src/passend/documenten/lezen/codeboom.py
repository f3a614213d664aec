"""Reads the tag tree of a PDF: its tables, and which marked pieces of which page are in which cell."""

from collections.abc import Iterator
from typing import Any

from passend.documenten.lezen.codes import Codecel, Codetabel, Merkplek
from passend.documenten.lezen.pdfium import Pdf
from passend.documenten.lezen.pdfobjecten import Objecten, Tekst, Verwijzing

_MAX_DIEPTE = 60
_MAX_ELEMENTEN = 40_000
_DOORKIJK = {"/THead", "/TBody", "/TFoot"}
_CELLEN = {"/TD", "/TH"}
_MAX_BREEDTE = 20

type Element = dict[str, Any]


def lees_codetabellen(pdf: Pdf) -> list[Codetabel]:
    """The outermost tables of the tag tree in reading order; none when the PDF has no tags, or none that make sense."""
    try:
        objecten = Objecten.van(pdf)
        lezer = _Codelezer(objecten)
        tabellen = [lezer.tabel(element) for element in lezer.zoek(lezer.wortel, "/Table")]
    except (ValueError, TypeError, RecursionError):
        return []  # then lines and places tell of tables, as in a document without tags
    return [tabel for tabel in tabellen if len(tabel) > 1 and max(len(rij) for rij in tabel) > 1]


class _Codelezer:
    """Walks through the tree, never deeper or longer than a document is."""

    def __init__(self, objecten: Objecten) -> None:
        self._objecten = objecten
        catalogus = objecten.bij(objecten.slot, "/Root")
        self._over = _MAX_ELEMENTEN
        bladen = self._bladen(objecten.bij(catalogus, "/Pages"), 0)
        self._paginas = {blad: nummer for nummer, blad in enumerate(bladen, start=1) if isinstance(blad, Verwijzing)}
        self._over = _MAX_ELEMENTEN
        self.wortel = _woordenboek(objecten.bij(catalogus, "/StructTreeRoot"))
        self._rollen = _woordenboek(objecten.bij(self.wortel, "/RoleMap"))

    def _bladen(self, knoop: Any, diepte: int) -> Iterator[Any]:
        """The pages in order."""
        kinderen = self._objecten.bij(knoop, "/Kids")
        for kind in kinderen if isinstance(kinderen, list) else []:
            self._over -= 1
            if self._over < 0 or diepte > _MAX_DIEPTE:
                return
            if self._objecten.bij(kind, "/Kids") is None:
                yield kind
            else:
                yield from self._bladen(kind, diepte + 1)

    def _kinderen(self, element: Element) -> Iterator[Any]:
        kinderen = self._objecten.bij(element, "/K")
        for kind in kinderen if isinstance(kinderen, list) else [kinderen]:
            self._over -= 1
            if self._over < 0:
                return
            yield self._objecten.los(kind)

    def _elementen(self, element: Element) -> Iterator[Element]:
        return (kind for kind in self._kinderen(element) if isinstance(kind, dict))

    def _soort(self, element: Element) -> str:
        naam = str(self._objecten.bij(element, "/S"))
        return str(self._rollen.get(naam, naam))

    def zoek(self, element: Element, soort: str, diepte: int = 0) -> Iterator[Element]:
        """The outermost elements of a kind below an element."""
        for kind in self._elementen(element):
            if self._soort(kind) == soort:
                yield kind
            elif diepte < _MAX_DIEPTE:
                yield from self.zoek(kind, soort, diepte + 1)

    def tabel(self, element: Element) -> Codetabel:
        """The rows of a table."""
        return tuple(rij for rij in (tuple(self._rij(tr)) for tr in self._rijen(element)) if rij)

    def _rijen(self, element: Element) -> Iterator[Element]:
        for kind in self._elementen(element):
            if (soort := self._soort(kind)) == "/TR":
                yield kind
            elif soort in _DOORKIJK:
                yield from self.zoek(kind, "/TR")

    def _rij(self, element: Element) -> Iterator[Codecel]:
        for kind in self._elementen(element):
            if self._soort(kind) in _CELLEN:
                pagina = self._pagina(kind, self._pagina(element, 0))
                alt = " ".join(self._alt(kind, 0))
                yield Codecel(tuple(self._plekken(kind, pagina, 0)), self._breedte(kind), alt)

    def _pagina(self, element: Element, anders: int) -> int:
        pagina = element.get("/Pg")
        return self._paginas.get(pagina, anders) if isinstance(pagina, Verwijzing) else anders

    def _alt(self, element: Element, diepte: int) -> Iterator[str]:
        """The words that stand for pictures, such as a drawn check mark."""
        if isinstance(woorden := self._objecten.bij(element, "/Alt"), Tekst):
            yield str(woorden)
        elif diepte < _MAX_DIEPTE:
            for kind in self._elementen(element):
                yield from self._alt(kind, diepte + 1)

    def _plekken(self, element: Element, pagina: int, diepte: int) -> Iterator[Merkplek]:
        for kind in self._kinderen(element):
            if isinstance(kind, int):
                yield (pagina, kind)
            elif isinstance(kind, dict) and diepte < _MAX_DIEPTE:
                eigen = self._pagina(kind, pagina)
                if isinstance(nummer := self._objecten.bij(kind, "/MCID"), int):
                    yield (eigen, nummer)
                else:
                    yield from self._plekken(kind, eigen, diepte + 1)

    def _breedte(self, cel: Element) -> int:
        eigenschappen = self._objecten.bij(cel, "/A")
        for deel in eigenschappen if isinstance(eigenschappen, list) else [eigenschappen]:
            if isinstance(breedte := self._objecten.bij(deel, "/ColSpan"), int):
                return max(1, min(breedte, _MAX_BREEDTE))
        return 1


def _woordenboek(waarde: Any) -> Element:
    return waarde if isinstance(waarde, dict) else {}
