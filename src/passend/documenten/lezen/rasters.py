"""Grids of ruling lines: which boxes do horizontal and vertical lines close in, and which of them are one table?

Lines that nearly coincide are one line, pieces that nearly touch are one piece; a box has a line along its whole side.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from passend.documenten.document import Kader

_SAMEN = 4.0  # points between lines that are one: both sides of a thin box, or of a border drawn twice
_AANEEN = 3.0  # points between pieces of a line, or between the end of one and the line it should reach
_KORTST = 3.0  # points: anything shorter is a dot, or the end of a thick line
_STIP = 1.0  # points: what is this short is no piece of a line either

type Hoek = tuple[float, float]


class Lijn(NamedTuple):
    """A straight line: how high it lies or how far to the right it stands, and from where to where it runs."""

    plek: float
    begin: float
    einde: float


@dataclass(frozen=True, slots=True)
class Raster:
    """A table of boxes: in each row a box per column, None where it has none of its own."""

    kader: Kader
    rijen: tuple[tuple[Kader | None, ...], ...]


def zoek_rasters(liggend: Iterable[Lijn], staand: Iterable[Lijn]) -> list[Raster]:
    """The tables that lying and standing lines make, from top to bottom."""
    vakken = list(_Vakkenzoeker(rechtgezet(liggend), rechtgezet(staand)).vakken())
    rasters = [_raster(groep) for groep in _aaneengesloten(vakken)]
    return sorted(rasters, key=lambda raster: (raster.kader[1], raster.kader[0]))


def rechtgezet(lijnen: Iterable[Lijn]) -> list[Lijn]:
    """Lines with those that nearly coincide on one place, and pieces that nearly touch in one."""
    uit: list[Lijn] = []
    for groep in _naast_elkaar(lijn for lijn in lijnen if lijn.einde - lijn.begin >= _STIP):
        plek = sum(lijn.plek for lijn in groep) / len(groep)
        uit += [Lijn(plek, begin, einde) for begin, einde in _aaneen(groep) if einde - begin >= _KORTST]
    return uit


def _naast_elkaar(lijnen: Iterable[Lijn]) -> Iterator[list[Lijn]]:
    groep: list[Lijn] = []
    for lijn in sorted(lijnen):
        if groep and lijn.plek - groep[-1].plek > _SAMEN:
            yield groep
            groep = []
        groep.append(lijn)
    if groep:
        yield groep


def _aaneen(lijnen: Sequence[Lijn]) -> Iterator[tuple[float, float]]:
    stukken = sorted((lijn.begin, lijn.einde) for lijn in lijnen)
    begin, einde = stukken[0]
    for volgend_begin, volgend_einde in stukken[1:]:
        if volgend_begin > einde + _AANEEN:
            yield begin, einde
            begin, einde = volgend_begin, volgend_einde
        einde = max(einde, volgend_einde)
    yield begin, einde


class _Vakkenzoeker:
    """Finds the smallest box below and to the right of each crossing."""

    def __init__(self, liggend: Sequence[Lijn], staand: Sequence[Lijn]) -> None:
        self._op_staand: dict[Lijn, list[float]] = {}  # heights at which a standing line is crossed
        self._op_liggend: dict[Lijn, list[float]] = {}
        self._kruisingen: dict[Hoek, tuple[set[Lijn], set[Lijn]]] = {}
        hoogtes = [lijn.plek for lijn in sorted(liggend)]
        gesorteerd = sorted(liggend)
        for lijn in staand:
            begin = bisect_left(hoogtes, lijn.begin - _AANEEN)
            einde = bisect_right(hoogtes, lijn.einde + _AANEEN)
            for ander in gesorteerd[begin:einde]:
                if ander.begin - _AANEEN <= lijn.plek <= ander.einde + _AANEEN:
                    self._kruis(lijn, ander)

    def _kruis(self, staand: Lijn, liggend: Lijn) -> None:
        staande, liggende = self._kruisingen.setdefault((staand.plek, liggend.plek), (set(), set()))
        staande.add(staand)
        liggende.add(liggend)
        self._op_staand.setdefault(staand, []).append(liggend.plek)
        self._op_liggend.setdefault(liggend, []).append(staand.plek)

    def vakken(self) -> Iterator[Kader]:
        """Each box, once."""
        for punten in (*self._op_staand.values(), *self._op_liggend.values()):
            punten.sort()
        for hoek in sorted(self._kruisingen):
            if (vak := self._vak(*hoek)) is not None:
                yield vak

    def _vak(self, links: float, boven: float) -> Kader | None:
        staande, liggende = self._kruisingen[links, boven]
        onders = [plek for lijn in staande for plek in _na(self._op_staand[lijn], boven)]
        rechtsen = [plek for lijn in liggende for plek in _na(self._op_liggend[lijn], links)]
        for onder in sorted(onders):
            for rechts in sorted(rechtsen):
                if self._is_dicht(links, boven, rechts, onder):
                    return links, boven, rechts, onder
        return None

    def _is_dicht(self, links: float, boven: float, rechts: float, onder: float) -> bool:
        """True when a line runs along the lower side and one along the right side."""
        hoek = self._kruisingen.get((rechts, onder))
        if hoek is None:
            return False
        staande, liggende = hoek
        langs_onder = liggende & self._kruisingen[links, onder][1]
        langs_rechts = staande & self._kruisingen[rechts, boven][0]
        return bool(langs_onder and langs_rechts)


def _na(plekken: Sequence[float], plek: float) -> Sequence[float]:
    return plekken[bisect_right(plekken, plek) :]


def _aaneengesloten(vakken: Sequence[Kader]) -> list[list[Kader]]:
    """Boxes that share corners, directly or through others, together."""
    op_hoek: dict[Hoek, list[Kader]] = {}
    for vak in vakken:
        for hoek in _hoeken(vak):
            op_hoek.setdefault(hoek, []).append(vak)
    gezien: set[Kader] = set()
    groepen: list[list[Kader]] = []
    for vak in vakken:
        if vak not in gezien:
            gezien.add(vak)
            groepen.append(_rondom(vak, op_hoek, gezien))
    return groepen


def _rondom(vak: Kader, op_hoek: Mapping[Hoek, Sequence[Kader]], gezien: set[Kader]) -> list[Kader]:
    groep = [vak]
    for lid in groep:  # which grows meanwhile
        nieuw = [buur for hoek in _hoeken(lid) for buur in op_hoek[hoek] if buur not in gezien]
        groep += dict.fromkeys(nieuw)
        gezien.update(nieuw)
    return groep


def _hoeken(vak: Kader) -> Iterator[Hoek]:
    links, boven, rechts, onder = vak
    yield from ((links, boven), (rechts, boven), (links, onder), (rechts, onder))


def _raster(vakken: Sequence[Kader]) -> Raster:
    linkerkanten = sorted({vak[0] for vak in vakken})
    rijen: dict[float, dict[float, Kader]] = {}
    for vak in vakken:
        rijen.setdefault(vak[1], {})[vak[0]] = vak
    kader = (
        min(vak[0] for vak in vakken),
        min(vak[1] for vak in vakken),
        max(vak[2] for vak in vakken),
        max(vak[3] for vak in vakken),
    )
    return Raster(kader, tuple(tuple(rijen[top].get(links) for links in linkerkanten) for top in sorted(rijen)))
