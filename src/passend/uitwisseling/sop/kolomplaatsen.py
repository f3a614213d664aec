"""In which column a mark stands, and where the white space does not tell.

Marks need not stand below the middle of their heading: a heading can be centred over marks on the left, or the other
way round. So every shift that cells allow is an explanation of where the columns are. Where two explanations fit the
marks about as well but give other columns, the marks are doubtful.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from passend.uitwisseling.sop.layoutkop import Band

type Plekken = tuple[float, ...]

_STAPPEN = 24
_EVEN_GOED = 0.15
_NERGENS = 0.3
_KOPKOSTEN = 0.3
_HALF = 0.5
_RAND = 0.05
_KLEINSTE_GAT = 3.0
_GAT_OP_SPREIDING = 2.0
_VERST = 1.0
_SCHEEF = 0.5
_CEL = 0.8
_MET_BUREN = 2


@dataclass(frozen=True, slots=True)
class Plaatsing:
    """Where the columns are: the best explanation of the marks first, then those that fit about as well.

    `past` is False when even the best one leaves the marks beside the columns.
    """

    verklaringen: tuple[Plekken, ...]
    past: bool = True

    def kolom(self, x: float) -> tuple[int, float]:
        """The column of a mark, and how much nearer that is than the next one, from 0 to 1; 0 when not agreed."""
        plek, marge = _dichtst(x, self.verklaringen[0])
        eens = all(_dichtst(x, ander)[0] == plek for ander in self.verklaringen[1:])
        return plek, marge if eens and self.past else 0.0


def plaats(merken: Sequence[float], banden: Sequence[Band]) -> Plaatsing:
    """Where the columns are on a page whose headings are known."""
    middens = tuple(band.midden for band in banden)
    if not merken or len(banden) < _MET_BUREN:
        return Plaatsing((middens,))
    groepen = in_groepen(merken, len(banden))
    if groepen is not None and _past(groepen, middens):
        return Plaatsing((groepen,))
    return _verklaar(merken, banden)


def plaats_zonder_kop(merken: Sequence[float], banden: Sequence[Band]) -> Plaatsing | None:
    """Where the columns are on a page without headings: only when there are marks in each of them."""
    groepen = in_groepen(merken, len(banden))
    if groepen is None or not _is_evenredig(groepen, tuple(band.midden for band in banden)):
        return None
    return Plaatsing((groepen,))


def in_groepen(merken: Sequence[float], aantal: int) -> Plekken | None:
    """The middles of so many groups of marks with clear white between them; None when they do not fall apart so.

    >>> in_groepen([10, 11, 30, 50, 51], 3)
    (10.5, 30.0, 50.5)
    >>> in_groepen([10, 11, 50, 51], 3) is None
    True
    """
    op_rij = sorted(merken)
    if len(op_rij) < aantal or aantal < _MET_BUREN:
        return None
    gaten = sorted(range(1, len(op_rij)), key=lambda plek: op_rij[plek - 1] - op_rij[plek])[: aantal - 1]
    sneden = [0, *sorted(gaten), len(op_rij)]
    delen = [op_rij[begin:eind] for begin, eind in pairwise(sneden)]
    gat = min(rechts[0] - links[-1] for links, rechts in pairwise(delen))
    spreiding = max(deel[-1] - deel[0] for deel in delen)
    if gat < max(_KLEINSTE_GAT, _GAT_OP_SPREIDING * spreiding):
        return None
    return tuple((deel[0] + deel[-1]) / 2 for deel in delen)


def _past(groepen: Plekken, middens: Plekken) -> bool:
    """True when all groups stand about as far from their heading, and not farther than a cell is wide."""
    breedte = _afstand(middens)
    scheef = [groep - midden for groep, midden in zip(groepen, middens, strict=True)]
    return max(map(abs, scheef)) <= _CEL * breedte and max(scheef) - min(scheef) <= _SCHEEF * breedte


def _is_evenredig(groepen: Plekken, middens: Plekken) -> bool:
    """True when the groups lie as the headings do, on another scale."""
    maat = (groepen[-1] - groepen[0]) / (middens[-1] - middens[0])
    afwijking = max(
        abs(groep - groepen[0] - (midden - middens[0]) * maat) for groep, midden in zip(groepen, middens, strict=True)
    )
    return afwijking <= _SCHEEF * _afstand(groepen)


def _verklaar(merken: Sequence[float], banden: Sequence[Band]) -> Plaatsing:
    """Where the columns can be: below the middles, the left or the right ends of the headings, shifted as one."""
    per_indeling: dict[tuple[int, ...], tuple[float, Plekken]] = {}
    plekken = sorted({round(merk, 1) for merk in merken})
    for kosten, kolommen in _kandidaten(plekken, banden):
        indeling = tuple(_dichtst(merk, kolommen)[0] for merk in plekken)
        if indeling not in per_indeling or kosten < per_indeling[indeling][0]:
            per_indeling[indeling] = (kosten, kolommen)
    op_kosten = sorted(per_indeling.values())
    laagst = op_kosten[0][0]
    even_goed = tuple(kolommen for kosten, kolommen in op_kosten if kosten <= laagst + _EVEN_GOED)
    return Plaatsing(even_goed, past=laagst <= _NERGENS)


def _kandidaten(merken: Sequence[float], banden: Sequence[Band]) -> Iterator[tuple[float, Plekken]]:
    """Places of the columns, and how badly the marks fit: their distance to it, and less so to the heading itself."""
    breedte = _afstand([band.midden for band in banden])
    soorten = (
        ([band.midden for band in banden], -_HALF, _HALF),
        ([band.x0 for band in banden], -_RAND, _VERST),
        ([band.x1 for band in banden], -_VERST, _RAND),
    )
    for ankers, laagst, hoogst in soorten:
        for stap in range(round(laagst * _STAPPEN), round(hoogst * _STAPPEN) + 1):
            kolommen = tuple(anker + stap / _STAPPEN * breedte for anker in ankers)
            yield sum(_kosten(merk, kolommen, banden) for merk in merken) / len(merken) / breedte, kolommen


def _kosten(merk: float, kolommen: Plekken, banden: Sequence[Band]) -> float:
    afstand, nummer = min((abs(merk - plek), nummer) for nummer, plek in enumerate(kolommen))
    band = banden[nummer]
    return afstand + _KOPKOSTEN * max(band.x0 - merk, merk - band.x1, 0.0)


def _afstand(plekken: Sequence[float]) -> float:
    return min(rechts - links for links, rechts in pairwise(sorted(plekken)))


def _dichtst(x: float, plekken: Plekken) -> tuple[int, float]:
    op_rij = sorted((abs(x - plek), nummer) for nummer, plek in enumerate(plekken))
    if len(op_rij) == 1:
        return op_rij[0][1], 1.0
    (dichtbij, nummer), (verder, _ander) = op_rij[:2]
    return nummer, (verder - dichtbij) / ((verder + dichtbij) or 1.0)
