"""The heading of a table whose columns stand side by side: which column stands where.

Works in characters (text with layout) and in points (PDF).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from rapidfuzz import fuzz

from passend.begrippen.sjabloon import Kolom, Tabel
from passend.documenten.document import Regel, Woord
from passend.uitwisseling.sop.rijherkenning import match_rij
from passend.uitwisseling.sop.woordvorm import KRUIS, compact, is_merk, lijkt_kop, plat

_KOPHOOGTE = 5
_KOP = 90.0
_VREEMD = 4
_LANGSTE_KOP = 8
_DEEL_VREEMD = 0.3
_PROEF = 12
_BEGIN = 3
_MARGE = 8.0


type _Stapelaar = Callable[[Sequence[Regel], Tabel], list[Brok]]


@dataclass(frozen=True, slots=True)
class Band:
    """Where the heading of a column stands."""

    kolom: Kolom
    x0: float
    x1: float

    @property
    def midden(self) -> float:
        """The middle of the heading."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Kop:
    """The heading of a table: the columns from left to right, how many lines it takes, and the page of plain text."""

    banden: tuple[Band, ...]
    na: int
    tekstpagina: int | None


@dataclass(frozen=True, slots=True)
class Brok:
    """Words that stand together."""

    tekst: str
    x0: float
    x1: float
    woorden: tuple[Woord, ...] = ()

    @property
    def midden(self) -> float:
        """The middle."""
        return (self.x0 + self.x1) / 2


def brokken(regel: Regel) -> list[Brok]:
    """The words of a line in groups, cut where there is more white than between words."""
    ruimte = 7.0 if regel.kader else 1.5
    groepen: list[list[Woord]] = []
    for woord in regel.woorden:
        if groepen and woord.x0 - groepen[-1][-1].x1 <= ruimte and not _los_merk(woord, groepen[-1]):
            groepen[-1].append(woord)
        else:
            groepen.append([woord])
    return [maak_brok(groep) for groep in groepen]


def maak_brok(woorden: Sequence[Woord]) -> Brok:
    """Words as one piece."""
    return Brok(" ".join(w.tekst for w in woorden), woorden[0].x0, woorden[-1].x1, tuple(woorden))


def _los_merk(woord: Woord, groep: Sequence[Woord]) -> bool:
    """A cross or ja/nee stands by itself, but 'X om de week' is a remark and stays together."""
    return bool(KRUIS.match(woord.tekst)) and woord.x0 - groep[-1].x1 > 1


def _heeft_layout(regels: Sequence[Regel], aantal: int) -> bool:
    """True when there is more white in a line than cells alone would leave."""
    return any(regel.kader is not None or " " * (aantal + 3) in regel.tekst.expandtabs(8).rstrip() for regel in regels)


def woordbegin(regels: Sequence[Regel]) -> set[str]:
    """How the words begin that can be of headings on the first of these lines."""
    return {compact(woord.tekst)[:_BEGIN] for regel in regels[:_KOPHOOGTE] for woord in regel.woorden}


def noemt_elke_kolom(begin: set[str], tabel: Tabel) -> bool:
    """True when each column can be there; quick, for it is asked of many lines."""
    return all(
        any(woord[:_BEGIN] in begin for woord in eigen - ander) for eigen, ander in _woordenschat(tabel.kolommen)
    )


def herken_kop(regels: Sequence[Regel], tabel: Tabel) -> Kop | None:
    """The heading of a table that starts on the first line; None when its columns do not stand side by side there."""
    if not noemt_elke_kolom(woordbegin(regels), tabel):
        return None
    return _kop(regels, tabel, _stapels, _KOP) or _kop(regels, tabel, _stapels, None)


def herken_krappe_kop(regels: Sequence[Regel], tabel: Tabel) -> Kop | None:
    """The same, where columns are so narrow that only one space is left between their headings."""
    if not is_koptaal(regels[0], tabel) or not noemt_elke_kolom(woordbegin(regels), tabel):
        return None
    kop = _kop(regels, tabel, _stroken, None)
    return kop if kop and _heeft_layout(regels[kop.na : kop.na + _PROEF], len(kop.banden)) else None


def is_koptaal(regel: Regel, tabel: Tabel) -> bool:
    """True when most words of a line are those of the headings; prose is passed by quickly."""
    bekend = {woord[:_BEGIN] for eigen, _ander in _woordenschat(tabel.kolommen) for woord in eigen}
    bekend |= {compact(woord)[:_BEGIN] for woord in tabel.kop.split()}
    raak = sum(compact(woord.tekst)[:_BEGIN] in bekend for woord in regel.woorden)
    return raak >= (1 - _DEEL_VREEMD) * len(regel.woorden)


def _kop(regels: Sequence[Regel], tabel: Tabel, stapel: _Stapelaar, drempel: float | None) -> Kop | None:
    gevonden = _banden(regels[:_KOPHOOGTE], tabel, stapel, drempel)
    if gevonden is None:
        return None
    banden, hoogte = gevonden
    na = max(hoogte, _kophoogte(regels, banden, tabel))
    if drempel is None and not _staat_boven_rijen(regels[na : na + _PROEF], banden, tabel):
        return None
    return Kop(banden, na, regels[0].pagina if regels[0].kader is None else None)


def _banden(
    regels: Sequence[Regel], tabel: Tabel, stapel: _Stapelaar, drempel: float | None
) -> tuple[tuple[Band, ...], int] | None:
    """The columns in a heading of one to five lines that starts on the first of these, and how many lines it takes.

    Without `drempel` the words of a column will do, in any order and with a word between them.
    """
    if not regels or not regels[0].woorden:
        return None
    beste: tuple[tuple[Band, ...], int] | None = None
    score = 0.0
    for hoogte in range(1, len(regels) + 1):
        stapels = stapel(regels[:hoogte], tabel)
        if any(len(stapel.tekst.split()) > _LANGSTE_KOP for stapel in stapels):
            break
        banden = _kolommen(stapels, tabel, drempel)
        if banden and _ver_uiteen(banden, regels[0]) and (nieuw := _gelijkenis(stapels, tabel)) > score:
            beste, score = (banden, hoogte), nieuw
    return beste


def _gelijkenis(stapels: Sequence[Brok], tabel: Tabel) -> float:
    """How much the pieces are the headings, all together."""
    koppen = [tabel.kop, *(kop for kolom in tabel.kolommen for kop in (kolom.kop, *kolom.koppen))]
    return sum(max(_lijkt(stapel.tekst, kop) for kop in koppen) for stapel in stapels) / len(stapels)


def _lijkt(tekst: str, kop: str) -> float:
    """How much two texts are alike, broken words or words in another order apart."""
    return max(fuzz.ratio(compact(tekst), compact(kop)), fuzz.token_sort_ratio(plat(tekst), plat(kop)))


def _staat_boven_rijen(regels: Sequence[Regel], banden: Sequence[Band], tabel: Tabel) -> bool:
    """True when known rows stand below a heading, beside its columns, and their marks in them.

    So it is no sentence, and no text without layout.
    """
    links, rechts = banden[0], banden[-1]
    bekend = [brokken(regel) for regel in regels]
    rijen = [delen for delen in bekend if any(match_rij(brok.tekst, tabel)[0] is not None for brok in delen)]
    merken = [brok for delen in rijen for brok in delen if is_merk(brok.tekst)]
    labels = [brok for delen in rijen for brok in delen if match_rij(brok.tekst, tabel)[0] is not None]
    return (
        bool(labels)
        and all(brok.x1 < links.midden or brok.x0 > rechts.midden for brok in labels)
        and all(links.x0 - _MARGE <= brok.midden <= rechts.x1 + _MARGE for brok in merken)
    )


def _stapels(regels: Sequence[Regel], _tabel: Tabel) -> list[Brok]:
    """Pieces that stand above each other, read from top to bottom as one."""
    stapels: list[Brok] = []
    for regel in regels:
        for brok in [deel for heel in brokken(regel) for deel in _los_van_elkaar(heel, stapels)]:
            plek = next((i for i, s in enumerate(stapels) if _overlapt(brok, s)), None)
            if plek is None:
                stapels.append(brok)
            else:
                oud = stapels[plek]
                stapels[plek] = Brok(f"{oud.tekst} {brok.tekst}", min(oud.x0, brok.x0), max(oud.x1, brok.x1))
    return stapels


def _overlapt(brok: Brok | Woord, ander: Brok) -> bool:
    return brok.x0 < ander.x1 and ander.x0 < brok.x1


def _los_van_elkaar(brok: Brok, stapels: Sequence[Brok]) -> list[Brok]:
    """Words that stand close together under headings that do not: each goes to the heading nearest above it."""
    boven = [stapel for stapel in stapels if _overlapt(brok, stapel)]
    if len(boven) < 2:  # noqa: PLR2004 -- two headings
        return [brok]
    groepen: dict[int, list[Woord]] = {}
    for woord in brok.woorden:
        midden = (woord.x0 + woord.x1) / 2
        beste = min(range(len(boven)), key=lambda i: max(boven[i].x0 - midden, midden - boven[i].x1, 0.0))
        groepen.setdefault(beste, []).append(woord)
    return [maak_brok(groep) for groep in groepen.values()]


def _stroken(regels: Sequence[Regel], tabel: Tabel) -> list[Brok]:
    """Headings with one space between them, cut where that space runs down through all of their lines."""
    woorden = sorted((woord for regel in regels for woord in regel.woorden), key=lambda woord: woord.x0)
    stroken: list[list[Woord]] = []
    rand = float("-inf")  # words of a damaged page can stand left of it
    for woord in woorden:
        if woord.x0 > rand:
            stroken.append([])
        stroken[-1].append(woord)
        rand = max(rand, woord.x1)
    volgorde = {id(woord): plek for plek, woord in enumerate(woord for regel in regels for woord in regel.woorden)}
    uit: list[Brok] = []
    while stroken:
        samen = [
            sorted(chain(*stroken[:aantal]), key=lambda w: volgorde[id(w)]) for aantal in range(1, len(stroken) + 1)
        ]
        aantal = max((n for n, deel in enumerate(samen, start=1) if _is_kolomkop(deel, tabel)), default=1)
        uit.append(_als_stapel(samen[aantal - 1]))
        stroken = stroken[aantal:]
    return uit


def _als_stapel(woorden: Sequence[Woord]) -> Brok:
    tekst = " ".join(woord.tekst for woord in woorden)
    return Brok(tekst, min(woord.x0 for woord in woorden), max(woord.x1 for woord in woorden))


def _is_kolomkop(woorden: Sequence[Woord], tabel: Tabel) -> bool:
    tekst = " ".join(woord.tekst for woord in woorden)
    return any(_is_kop_van(tekst, plek, tabel, None) for plek in range(len(tabel.kolommen)))


def _kolommen(stapels: Sequence[Brok], tabel: Tabel, drempel: float | None) -> tuple[Band, ...] | None:
    over = list(stapels)
    banden = []
    for plek, kolom in enumerate(tabel.kolommen):
        raak = next((stapel for stapel in over if _is_kop_van(stapel.tekst, plek, tabel, drempel)), None)
        if raak is None:
            return None
        over.remove(raak)
        banden.append(Band(kolom, raak.x0, raak.x1))
    vreemd = [s for s in over if fuzz.ratio(compact(s.tekst), compact(tabel.kop)) < _KOP]
    if len(vreemd) > 1 or any(len(s.tekst.split()) > _VREEMD for s in vreemd):
        return None
    if len(banden) == 1 and len(vreemd) == len(over):
        return None
    return tuple(sorted(banden, key=lambda band: band.x0))


def _is_kop_van(tekst: str, plek: int, tabel: Tabel, drempel: float | None) -> bool:
    """True when words are the heading of a column; without `drempel` also when they are its words in any order."""
    kolom = tabel.kolommen[plek]
    if lijkt_kop(tekst, (kolom.kop, *kolom.koppen), drempel or _KOP):
        return True
    woorden = {compact(woord) for woord in tekst.split()} - {""}
    eigen, van_ander = _woordenschat(tabel.kolommen)[plek]
    vreemd = sum(map(len, woorden - eigen))
    raak = bool(woorden & (eigen - van_ander)) and not woorden & (van_ander - eigen)
    return drempel is None and raak and vreemd <= _DEEL_VREEMD * sum(map(len, woorden))


@lru_cache(maxsize=64)
def _woordenschat(kolommen: tuple[Kolom, ...]) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Per column the words of its headings, and those of the other columns."""
    per_kolom = [
        frozenset(compact(woord) for kop in (kolom.kop, *kolom.koppen) for woord in kop.split()) for kolom in kolommen
    ]
    return tuple(
        (eigen, frozenset[str]().union(*(ander for nummer, ander in enumerate(per_kolom) if nummer != plek)))
        for plek, eigen in enumerate(per_kolom)
    )


def _ver_uiteen(banden: Sequence[Band], regel: Regel) -> bool:
    """Headings that touch are text that lost its layout."""
    ruimte = 4.0 if regel.kader else 0.0
    return all(rechts.x0 - links.x1 >= ruimte for links, rechts in pairwise(banden))


def _kophoogte(regels: Sequence[Regel], banden: Sequence[Band], tabel: Tabel) -> int:
    """How many lines the heading takes: up to the last one that holds only words of headings."""
    bekend = [tabel.kop, *(kop for band in banden for kop in (band.kolom.kop, *band.kolom.koppen))]
    koppen = {compact(woord) for kop in bekend for woord in kop.split()}
    hoogte = 1
    for verder in range(1, min(_KOPHOOGTE, len(regels))):
        woorden = [compact(w.tekst) for w in regels[verder].woorden]
        if not woorden:
            continue
        if not all(woord in koppen for woord in woorden) or all(is_merk(w.tekst) for w in regels[verder].woorden):
            break
        hoogte = verder + 1
    return hoogte
