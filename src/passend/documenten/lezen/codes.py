"""The tag tree of a PDF: which marked pieces of a page are together a cell of a table.

The program that made the document wrote this down itself; it holds for tables without lines and for empty cells.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf

from passend.documenten.document import Cel, Kader
from passend.documenten.lezen.pdfwoorden import Woorden, kader_van, tekst_van, woorden_uit

_MAX_DIEPTE = 60
_MAX_ELEMENTEN = 40_000
_DOORKIJK = {"/THead", "/TBody", "/TFoot"}
_CELLEN = {"/TD", "/TH"}
_MAX_BREEDTE = 20

type Teken = dict[str, Any]
type Merkplek = tuple[int, int]  # page from 1, number of the marked piece on it


@dataclass(frozen=True, slots=True)
class Codecel:
    """A cell: the marked pieces in it, how many columns it takes, and what pictures in it are said to be."""

    plekken: tuple[Merkplek, ...]
    breedte: int
    alt: str


type Codetabel = tuple[tuple[Codecel, ...], ...]


def lees_codetabellen(pdf: pikepdf.Pdf) -> list[Codetabel]:
    """The outermost tables of the tag tree in reading order; none when the PDF has no tags."""
    wortel = pdf.Root.get("/StructTreeRoot")
    if not isinstance(wortel, pikepdf.Dictionary):
        return []
    lezer = _Codelezer(pdf, wortel)
    tabellen = [lezer.tabel(element) for element in lezer.zoek(wortel, "/Table")]
    return [tabel for tabel in tabellen if len(tabel) > 1 and max(len(rij) for rij in tabel) > 1]


class _Codelezer:
    """Walks through the tree, never deeper or longer than a document is."""

    def __init__(self, pdf: pikepdf.Pdf, wortel: pikepdf.Dictionary) -> None:
        self._paginas = {_nummer(pagina.obj): nummer for nummer, pagina in enumerate(pdf.pages, start=1)}
        rollen = wortel.get("/RoleMap")
        self._rollen: Mapping[str, object] = dict(rollen) if isinstance(rollen, pikepdf.Dictionary) else {}
        self._over = _MAX_ELEMENTEN

    def _kinderen(self, element: pikepdf.Object) -> Iterator[pikepdf.Object | int]:
        kinderen = element.get("/K")
        for kind in kinderen if isinstance(kinderen, pikepdf.Array) else [kinderen]:
            self._over -= 1
            if kind is None or self._over < 0:
                return
            yield kind

    def _soort(self, element: pikepdf.Object) -> str:
        naam = str(element.get("/S"))
        return str(self._rollen.get(naam, naam))

    def zoek(self, element: pikepdf.Object, soort: str, diepte: int = 0) -> Iterator[pikepdf.Dictionary]:
        """The outermost elements of a kind below an element."""
        for kind in self._kinderen(element):
            if not isinstance(kind, pikepdf.Dictionary):
                continue
            if self._soort(kind) == soort:
                yield kind
            elif diepte < _MAX_DIEPTE:
                yield from self.zoek(kind, soort, diepte + 1)

    def tabel(self, element: pikepdf.Dictionary) -> Codetabel:
        """The rows of a table."""
        return tuple(rij for rij in (tuple(self._rij(tr)) for tr in self._rijen(element)) if rij)

    def _rijen(self, element: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
        for kind in self._kinderen(element):
            if not isinstance(kind, pikepdf.Dictionary):
                continue
            if self._soort(kind) == "/TR":
                yield kind
            elif self._soort(kind) in _DOORKIJK:
                yield from self.zoek(kind, "/TR")

    def _rij(self, element: pikepdf.Dictionary) -> Iterator[Codecel]:
        for kind in self._kinderen(element):
            if isinstance(kind, pikepdf.Dictionary) and self._soort(kind) in _CELLEN:
                pagina = self._pagina(kind, self._pagina(element, 0))
                alt = " ".join(self._alt(kind, 0))
                yield Codecel(tuple(self._plekken(kind, pagina, 0)), _breedte(kind), alt)

    def _pagina(self, element: pikepdf.Object, anders: int) -> int:
        pagina = element.get("/Pg")
        return self._paginas.get(_nummer(pagina), anders) if isinstance(pagina, pikepdf.Dictionary) else anders

    def _alt(self, element: pikepdf.Object, diepte: int) -> Iterator[str]:
        """The words that stand for pictures, such as a drawn check mark."""
        if isinstance(woorden := element.get("/Alt"), pikepdf.String):
            yield str(woorden)
        elif diepte < _MAX_DIEPTE:
            for kind in self._kinderen(element):
                if isinstance(kind, pikepdf.Dictionary):
                    yield from self._alt(kind, diepte + 1)

    def _plekken(self, element: pikepdf.Object, pagina: int, diepte: int) -> Iterator[Merkplek]:
        for kind in self._kinderen(element):
            if isinstance(kind, int):
                yield (pagina, kind)
            elif isinstance(kind, pikepdf.Dictionary) and diepte < _MAX_DIEPTE:
                eigen = self._pagina(kind, pagina)
                if (nummer := _getal(kind.get("/MCID"))) is not None:
                    yield (eigen, nummer)
                else:
                    yield from self._plekken(kind, eigen, diepte + 1)


def _breedte(cel: pikepdf.Object) -> int:
    eigenschappen = cel.get("/A")
    for deel in eigenschappen if isinstance(eigenschappen, pikepdf.Array) else [eigenschappen]:
        breedte = _getal(deel.get("/ColSpan")) if isinstance(deel, pikepdf.Dictionary) else None
        if breedte is not None:
            return max(1, min(breedte, _MAX_BREEDTE))
    return 1


def _nummer(element: pikepdf.Object) -> tuple[int, int]:
    objgen: tuple[int, int] = element.objgen
    return objgen


def _getal(waarde: Any) -> int | None:
    return waarde if isinstance(waarde, int) else None


@dataclass(frozen=True, slots=True)
class Codestuk:
    """The part of a table that stands on one page: its words, and the box around them."""

    tabel: int
    woorden: Woorden
    kader: Kader


class Codeverzamelaar:
    """Gives the characters of pages to the cells the tags name; a table can run over pages, and so can a row."""

    def __init__(self, tabellen: Sequence[Codetabel]) -> None:
        self._tabellen = tabellen
        self._plek = {
            plek: (tabel, rij, kolom)
            for tabel, rijen in enumerate(tabellen)
            for rij, cellen in enumerate(rijen)
            for kolom, cel in enumerate(cellen)
            for plek in cel.plekken
        }
        self._cellen: dict[tuple[int, int, int], list[tuple[int, Woorden]]] = {}

    def verdeel(self, pagina: int, tekens: list[Teken]) -> tuple[list[Teken], list[Codestuk]]:
        """The characters of a page that are in no tagged table, and the parts of tables on it."""
        los: list[Teken] = []
        per_cel: dict[tuple[int, int, int], list[Teken]] = {}
        for teken in tekens:
            nummer = teken.get("mcid")
            plek = self._plek.get((pagina, nummer)) if isinstance(nummer, int) else None
            (los if plek is None else per_cel.setdefault(plek, [])).append(teken)
        per_tabel: dict[int, Woorden] = {}
        for cel, eigen in per_cel.items():
            if woorden := woorden_uit(eigen):
                self._cellen.setdefault(cel, []).append((pagina, woorden))
                per_tabel.setdefault(cel[0], []).extend(woorden)
        return los, [Codestuk(tabel, woorden, kader_van(woorden)) for tabel, woorden in per_tabel.items()]

    def rijen(self, tabel: int) -> tuple[tuple[Cel, ...], ...]:
        """The cells of a table, when all its pages have passed."""
        return tuple(
            tuple(
                deel
                for kolom, cel in enumerate(rij)
                for deel in (self._cel((tabel, nummer, kolom)), *[Cel(tekst="")] * (cel.breedte - 1))
            )
            for nummer, rij in enumerate(self._tabellen[tabel])
        )

    def _cel(self, plek: tuple[int, int, int]) -> Cel:
        stukken = self._cellen.get(plek, [])
        if not stukken:
            return Cel(tekst=self._tabellen[plek[0]][plek[1]][plek[2]].alt)
        pagina, woorden = stukken[0]
        tekst = "\n".join(tekst_van(eigen) for _pagina, eigen in stukken)
        return Cel(tekst=tekst, pagina=pagina, kader=kader_van(woorden))
