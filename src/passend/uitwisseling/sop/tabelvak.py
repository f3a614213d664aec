"""The part of a page where the marks of a table stand, beside its labels."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise

from passend.begrippen.sjabloon import Tabel
from passend.documenten.document import Regel, Woord
from passend.uitwisseling.sop.layoutkop import Brok, Kop, brokken, maak_brok
from passend.uitwisseling.sop.rijherkenning import match_rij
from passend.uitwisseling.sop.woordvorm import KRUIS, eerste_woord, is_merk, merk_waarde

_LABELMARGE = 3.0
_SNIJMARGE = 1.5
_LANGSTE_REST = 30
_GENOEG_LABELS = 2


@dataclass(frozen=True, slots=True)
class Vak:
    """Marks stand between `x0` and `x1`, in columns from `eerste` to `laatste`; labels start at `labels_op`."""

    x0: float
    x1: float
    eerste: float
    laatste: float
    labels_op: float | None

    @property
    def labels_vanaf(self) -> float | None:
        """Where the labels start when they stand right of the marks; None when they stand left."""
        return self.labels_op if self.labels_op is not None and self.labels_op > self.laatste else None

    def splits(self, regel: Regel) -> tuple[str, list[Brok]] | None:
        """Label and marks of a line; None when the line is prose that runs across the columns."""
        label: list[Brok] = []
        merken: list[Brok] = []
        for brok in [deel for heel in brokken(regel) for deel in self._delen(heel)]:
            if self._is_label(brok):
                label.append(brok)
            elif self.x0 <= brok.midden <= self.x1 + 4 or merk_waarde(brok.tekst) is not None:
                merken.append(brok)
            else:
                return None
        if not label and all(not is_merk(brok.tekst) for brok in merken):
            return ("", merken) if sum(len(brok.tekst) for brok in merken) <= _LANGSTE_REST else None
        if not merken and self.labels_vanaf is None and any(brok.x1 > self.eerste for brok in label):
            return None
        return " ".join(brok.tekst for brok in label), merken

    def begint_label(self, woord: Woord) -> bool:
        """True for a word where the labels start."""
        return self.labels_op is not None and abs(woord.x0 - self.labels_op) <= _SNIJMARGE

    def heeft_label(self, regel: Regel) -> bool:
        """True for a line with a word where the labels start."""
        return any(self.begint_label(woord) for woord in regel.woorden)

    def _delen(self, brok: Brok) -> list[Brok]:
        """A label and a mark with one space between them are two."""
        *voor, laatste = brok.woorden
        if self.labels_vanaf is None:
            aangeplakt = voor and KRUIS.match(laatste.tekst) and laatste.x0 >= self.x0 > brok.x0
            return [maak_brok(voor), maak_brok([laatste])] if aangeplakt else [brok]
        begin = self.labels_vanaf - _LABELMARGE
        snede = next((i for i, woord in enumerate(brok.woorden) if i and woord.x0 >= begin), 0)
        if not snede or brok.x1 <= self.labels_vanaf or not is_merk(eerste_woord(brok.tekst)):
            return [brok]
        return [maak_brok(brok.woorden[:snede]), maak_brok(brok.woorden[snede:])]

    def _is_label(self, brok: Brok) -> bool:
        if is_merk(brok.tekst):
            return False
        if self.labels_vanaf is not None:
            return brok.x0 >= self.labels_vanaf - _LABELMARGE
        return brok.x0 < self.x0 and brok.x1 < self.x1


def vak_onder_kop(kop: Kop, tabel: Tabel, *bladen: Sequence[Regel]) -> Vak:
    """Where marks stand on the page of the headings; the first of these lines with known rows tell where labels are."""
    breedte = (kop.banden[-1].midden - kop.banden[0].midden) / max(len(kop.banden) - 1, 1)
    labels = next((plekken for regels in bladen if (plekken := _labelplekken(regels, tabel))), [])
    rechts = [x for x in labels if x > kop.banden[-1].midden]
    links = [x for x in labels if x <= kop.banden[-1].midden]
    kant = rechts if len(rechts) > len(links) else links
    return Vak(
        x0=kop.banden[0].x0 - breedte * 0.45,
        x1=kop.banden[-1].x1 + breedte * 0.45,
        eerste=kop.banden[0].midden,
        laatste=kop.banden[-1].midden,
        labels_op=_meeste(kant) if kant else None,
    )


def vak_zonder_kop(regels: Sequence[Regel], tabel: Tabel, *, labels_rechts: bool) -> Vak | None:
    """Where marks stand on a next page, whose columns can be elsewhere; None when no known row tells."""
    labels = _labelplekken(regels, tabel)
    if not labels:
        return None
    begin = _meeste(labels)
    if labels_rechts:
        return Vak(x0=-1.0, x1=begin, eerste=-1.0, laatste=-1.0, labels_op=begin)
    merken = [b.x0 for r in regels for b in brokken(r) if b.x0 > begin + 1 and is_merk(eerste_woord(b.tekst))]
    eind = float("inf")
    x0 = min(merken, default=eind)
    return Vak(x0=x0, x1=eind, eerste=x0 + _LABELMARGE, laatste=eind, labels_op=begin)


def _labelplekken(regels: Sequence[Regel], tabel: Tabel) -> list[float]:
    """Where the labels of known rows start; where hardly any stands on one line, also of those that run over lines."""
    stukken = [[stuk for brok in brokken(regel) if (stuk := _zonder_merken(brok))] for regel in regels]
    heel = [stuk[0].x0 for regel in stukken for stuk in regel if _is_rij(stuk, tabel)]
    if len(heel) >= _GENOEG_LABELS:
        return heel
    gevuld = [regel for regel in stukken if regel]
    return heel + [
        boven[0].x0
        for eerste, tweede in pairwise(gevuld)
        for boven in eerste
        for onder in tweede
        if abs(boven[0].x0 - onder[0].x0) <= _SNIJMARGE and _is_rij([*boven, *onder], tabel)
    ]


def _is_rij(woorden: Sequence[Woord], tabel: Tabel) -> bool:
    return match_rij(" ".join(woord.tekst for woord in woorden), tabel)[0] is not None


def _zonder_merken(brok: Brok) -> tuple[Woord, ...]:
    """The words from the first one that is no mark."""
    return tuple(dropwhile(lambda woord: is_merk(woord.tekst), brok.woorden))


def _meeste(plekken: Sequence[float]) -> float:
    """Where most labels start; of equals, the leftmost."""
    telling = Counter(round(x) for x in plekken)
    return float(min(telling, key=lambda x: (-telling[x], x)))
