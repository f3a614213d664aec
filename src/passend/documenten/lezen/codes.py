"""The tag tree of a PDF: which marked pieces of a page are together a cell of a table.

The program that made the document wrote this down itself; it holds for tables without lines and for empty cells.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from passend.documenten.document import Cel, Kader
from passend.documenten.lezen.pdftekens import Teken
from passend.documenten.lezen.pdfwoorden import Plekwoord, kader_van, tekst_van, woorden_uit

type Merkplek = tuple[int, int]  # page from 1, number of the marked piece on it


@dataclass(frozen=True, slots=True)
class Codecel:
    """A cell: the marked pieces in it, how many columns it takes, and what pictures in it are said to be."""

    plekken: tuple[Merkplek, ...]
    breedte: int
    alt: str


type Codetabel = tuple[tuple[Codecel, ...], ...]


@dataclass(frozen=True, slots=True)
class Codestuk:
    """The part of a table that stands on one page: its words, and the box around them."""

    tabel: int
    woorden: list[Plekwoord]
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
        self._cellen: dict[tuple[int, int, int], list[tuple[int, list[Plekwoord]]]] = {}

    def verdeel(self, pagina: int, tekens: Iterable[Teken]) -> tuple[list[Teken], list[Codestuk]]:
        """The characters of a page that are in no tagged table, and the parts of tables on it."""
        los: list[Teken] = []
        per_cel: dict[tuple[int, int, int], list[Teken]] = {}
        for teken in tekens:
            plek = self._plek.get((pagina, teken.mcid))
            (los if plek is None else per_cel.setdefault(plek, [])).append(teken)
        per_tabel: dict[int, list[Plekwoord]] = {}
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
