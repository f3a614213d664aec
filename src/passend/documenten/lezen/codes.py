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
        return op_kolom(
            [
                [
                    deel
                    for kolom, cel in enumerate(rij)
                    for deel in (self._cel((tabel, nummer, kolom)), *[Cel(tekst="")] * (cel.breedte - 1))
                ]
                for nummer, rij in enumerate(self._tabellen[tabel])
            ]
        )

    def _cel(self, plek: tuple[int, int, int]) -> Cel:
        stukken = self._cellen.get(plek, [])
        if not stukken:
            return Cel(tekst=self._tabellen[plek[0]][plek[1]][plek[2]].alt)
        pagina, woorden = stukken[0]
        tekst = "\n".join(tekst_van(eigen) for _pagina, eigen in stukken)
        return Cel(tekst=tekst, pagina=pagina, kader=kader_van(woorden))


def op_kolom(rijen: Sequence[Sequence[Cel]]) -> tuple[tuple[Cel, ...], ...]:
    """Rows of one width: some programs leave empty cells out of the tags, and then the places of the others tell."""
    breedte = max(map(len, rijen), default=0)
    plekken = _kolomplekken([rij for rij in rijen if len(rij) == breedte])
    return tuple(tuple(rij) if len(rij) == breedte else _geschoven(rij, plekken) for rij in rijen)


def _kolomplekken(heel: Sequence[Sequence[Cel]]) -> list[tuple[float, float] | None]:
    """From where to where the words of each column stand, in the rows that have all cells."""
    kolommen = [[cel.kader for cel in kolom if cel.kader] for kolom in zip(*heel, strict=True)]
    return [(min(k[0] for k in kaders), max(k[2] for k in kaders)) if kaders else None for kaders in kolommen]


def _geschoven(rij: Sequence[Cel], plekken: Sequence[tuple[float, float] | None]) -> tuple[Cel, ...]:
    """A row that misses cells, each of the others in the column it stands in; as it came when that cannot be."""
    gevuld = [cel for cel in rij if cel.kader]
    kolommen = [_kolom(cel, plekken) for cel in gevuld]
    if None in kolommen or len(set(kolommen)) < len(kolommen):
        return tuple(rij)
    per_kolom = dict(zip(kolommen, gevuld, strict=True))
    return tuple(per_kolom.get(kolom, Cel(tekst="")) for kolom in range(len(plekken)))


def _kolom(cel: Cel, plekken: Sequence[tuple[float, float] | None]) -> int | None:
    assert cel.kader is not None  # noqa: S101 -- tells the type checker what the caller chose
    midden = (cel.kader[0] + cel.kader[2]) / 2
    afstanden = {
        kolom: (max(plek[0] - midden, midden - plek[1], 0.0), abs(midden - (plek[0] + plek[1]) / 2))
        for kolom, plek in enumerate(plekken)
        if plek is not None
    }
    return min(afstanden, key=lambda kolom: afstanden[kolom], default=None)
