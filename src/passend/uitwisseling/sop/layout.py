"""Rows by position: the headings say where a column is, and the marks of a line stand in columns.

Works in characters (text with layout) and in points (PDF).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from passend.begrippen.profielinhoud import Celwaarde
from passend.begrippen.sjabloon import Keuze, Tabel
from passend.documenten.document import Regel
from passend.uitwisseling.sop.bladnummers import is_bladnummer, is_ruis
from passend.uitwisseling.sop.kolomplaatsen import Plaatsing, plaats, plaats_zonder_kop
from passend.uitwisseling.sop.layoutkop import Brok, Kop
from passend.uitwisseling.sop.rijherkenning import Labelregel, match_rij
from passend.uitwisseling.sop.tabelvak import Vak, vak_onder_kop, vak_zonder_kop
from passend.uitwisseling.sop.woordvorm import MERK_TEKEN, eerste_woord, is_merk, is_verwijzing, merk_waarde

_GENOEG_MERKEN = 4
_STILTE = 8
_VENSTER = 60
_VOET = 16
_BEGIN = 4
_RIJHOOGTE = 3
_ZEKERE_MARGE = 0.35
_ZEKER = 0.97
_TWIJFEL = 0.6
NIET_GEZEGD = 0.8
_BOLLETJES = ("•", "\uf0b7", "●", "▪")


@dataclass(frozen=True, slots=True)
class Layoutlezing:
    """The lines of a table with labels and cells.

    `tussen` are lines between them that are not of the table, as the foot of a page; `eind` is the index of the first
    line after the table; `leeg` is what a row without marks means.
    """

    regels: list[Labelregel]
    tussen: list[Regel]
    eind: int
    leeg: Mapping[str, Celwaarde]


@dataclass(frozen=True, slots=True)
class _Tabelregel:
    """A line of a table, cut in label and marks."""

    regel: Regel
    label: str
    merken: tuple[Brok, ...]
    na_wit: bool

    @property
    def gemerkt(self) -> bool:
        """True when one of the pieces is a mark, and not the rest of a remark."""
        return any(is_merk(eerste_woord(brok.tekst)) for brok in self.merken)

    @property
    def labelrand(self) -> tuple[float, float] | None:
        """Where the label starts and ends."""
        merken = {woord for brok in self.merken for woord in brok.woorden}
        woorden = [woord for woord in self.regel.woorden if woord not in merken]
        return (woorden[0].x0, woorden[-1].x1) if woorden else None


def lees_layoutregels(regels: Sequence[Regel], kop: Kop, tabel: Tabel) -> Layoutlezing:
    """The lines below a heading up to the end of the table."""
    lezer = _Tabellezer(regels, kop, tabel)
    rauw = _zonder_staart(lezer.lees(), tabel)
    leeg = _leeg(rauw, tabel)
    if not rauw:
        return Layoutlezing([], [], kop.na, leeg)
    eind = 1 + next(index for index, regel in enumerate(regels) if regel is rauw[-1].regel)
    tussen = [regels[plek] for plek in lezer.overgeslagen if plek < eind]
    return Layoutlezing(_met_cellen(rauw, kop, lezer, leeg), tussen, eind, leeg)


class _Tabellezer:
    """Walks down a table, also over the end of a page; on a next page the columns can be elsewhere."""

    def __init__(self, regels: Sequence[Regel], kop: Kop, tabel: Tabel) -> None:
        self.regels = regels
        self.kop = kop
        self.tabel = tabel
        eigen = self._op_bladzijde(kop.tekstpagina, kop.na) if kop.tekstpagina is not None else []
        self.vak = vak_onder_kop(kop, tabel, eigen[:_VENSTER], regels[kop.na :][:_VENSTER])
        self.vakken: dict[int | None, Vak] = {kop.tekstpagina: self.vak}
        self.labels_rechts = self.vak.labels_vanaf is not None
        self.gezien: set[str] = set()
        self.overgeslagen: list[int] = []

    def lees(self) -> list[_Tabelregel]:
        """The lines of the table, from the first below the headings on."""
        rauw: list[_Tabelregel] = []
        plek, wit, stil = self.kop.na, False, 0
        while plek < len(self.regels):
            regel = self.regels[plek]
            if not regel.tekst.strip() or is_ruis(regel.tekst):
                if regel.tekst.strip().isdigit() and not is_bladnummer(self.regels, plek):
                    self.overgeslagen.append(plek)
                wit = True
            elif (gelezen := self._lees_regel(regel, na_wit=wit, stil=stil)) is not None:
                stil = 0 if gelezen.gemerkt or self._bekend(gelezen.label) else stil + 1
                rauw.append(gelezen)
                wit = False
            elif (verder := self._verder(plek, rauw)) is not None:
                self.overgeslagen += [nummer for nummer in range(plek, verder) if self._telt(nummer)]
                plek, wit, stil = verder, True, 0
                continue
            else:
                break
            plek += 1
        return rauw

    def is_zeker(self, pagina: int | None) -> bool:
        """True when the columns of a page are where the headings say: below them, or with labels right of them there.

        Labels left of the columns tell nothing: the text of another page can be wider or narrower.
        """
        if self.kop.tekstpagina in {None, pagina}:
            return True
        return self.labels_rechts and self.vakken.get(pagina) == self.vak

    def _lees_regel(self, regel: Regel, *, na_wit: bool, stil: int) -> _Tabelregel | None:
        vak = self._vak(regel.pagina)
        gesplitst = None if _is_einde(regel, vak) else vak.splits(regel)
        if gesplitst is None:
            return None
        label, merken = gesplitst
        gelezen = _Tabelregel(regel, label, tuple(merken), na_wit)
        if stil >= _STILTE and not gelezen.gemerkt and match_rij(label, self.tabel)[0] is None:
            return None
        return gelezen

    def _bekend(self, label: str) -> bool:
        rij, _score = match_rij(label, self.tabel)
        if rij is not None:
            self.gezien.add(rij.code)
        return rij is not None

    def _vak(self, pagina: int | None) -> Vak:
        if self.kop.tekstpagina is None:
            return self.vak
        if pagina not in self.vakken:
            regels = self._op_bladzijde(pagina, 0)[:_VENSTER]
            eigen = vak_zonder_kop(regels, self.tabel, labels_rechts=self.labels_rechts) or self.vak
            if self.labels_rechts and eigen.labels_vanaf == self.vak.labels_vanaf:
                eigen = self.vak
            self.vakken[pagina] = eigen
        return self.vakken[pagina]

    def _op_bladzijde(self, pagina: int | None, vanaf: int) -> list[Regel]:
        return [regel for regel in self.regels[vanaf:] if regel.pagina == pagina]

    def _telt(self, nummer: int) -> bool:
        return bool(self.regels[nummer].tekst.strip()) and not is_ruis(self.regels[nummer].tekst)

    def _verder(self, plek: int, rauw: Sequence[_Tabelregel]) -> int | None:
        """Where the table goes on when its rows are broken off: by a sentence, or by the foot and head of a page."""
        vorige = rauw[-1].regel.pagina if rauw else self.regels[self.kop.na - 1].pagina
        einde = min(plek + _VOET, len(self.regels))
        bladwissel = next((nummer for nummer in range(plek, einde) if self.regels[nummer].pagina != vorige), plek)
        verder = range(bladwissel, min(bladwissel + _VOET, len(self.regels)))
        gevuld = [nummer for nummer in verder if nummer > plek and self._telt(nummer)]
        stukken = [gevuld[begin : begin + _RIJHOOGTE] for begin in range(min(len(gevuld), _BEGIN))]
        nieuw = next((stuk[0] for stuk in stukken if self._is_nieuwe_rij(stuk)), None)
        if nieuw is None:
            return None
        voor = (nummer for nummer in gevuld if nummer < nieuw)
        return next((nummer for nummer in voor if self._past_in_vak(self.regels[nummer])), nieuw)

    def _past_in_vak(self, regel: Regel) -> bool:
        vak = self._vak(regel.pagina)
        return vak.heeft_label(regel) and vak.splits(regel) is not None

    def _is_nieuwe_rij(self, nummers: Sequence[int]) -> bool:
        """True for lines that start with a known row that was not read yet, with its label where labels start."""
        regels = [self.regels[nummer] for nummer in nummers]
        vak = self._vak(regels[0].pagina)
        gesplitst = [vak.splits(regel) for regel in regels]
        labels = [deel[0] if deel else "" for deel in gesplitst]
        rijen = [match_rij(" ".join(labels[: eind + 1]), self.tabel)[0] for eind in range(len(labels))]
        nieuw = any(rij is not None and rij.code not in self.gezien for rij in rijen)
        return nieuw and self._past_in_vak(regels[0])


def _zonder_staart(rauw: list[_Tabelregel], tabel: Tabel) -> list[_Tabelregel]:
    """Without the prose after the last row: what follows a blank line and is neither marked nor a known row."""
    laatste = max((_eind_van_rij(rauw, plek, tabel) for plek in range(len(rauw))), default=-1)
    while laatste + 1 < len(rauw) and not rauw[laatste + 1].na_wit:
        laatste += 1
    return rauw[: laatste + 1]


def _eind_van_rij(rauw: Sequence[_Tabelregel], plek: int, tabel: Tabel) -> int:
    """The last line of the marked or known row that starts here, which can run over lines; -1 when none does."""
    labels = [deel.label for deel in rauw[plek : plek + _RIJHOOGTE]]
    bekend = (eind for eind in range(len(labels), 0, -1) if match_rij(" ".join(labels[:eind]), tabel)[0])
    aantal = next(bekend, 1 if rauw[plek].gemerkt else 0)
    return plek + aantal - 1 if aantal else -1


def _is_einde(regel: Regel, vak: Vak) -> bool:
    """True for an explanation, or an item of a list; a bullet before the labels is a mark."""
    tekst = regel.tekst.strip().lower()
    if tekst.startswith(_BOLLETJES):
        woord = next((woord for woord in regel.woorden if not is_merk(woord.tekst)), None)
        return woord is not None and not vak.begint_label(woord)
    return tekst.startswith(("toelichting", "domein "))


def _leeg(rauw: Sequence[_Tabelregel], tabel: Tabel) -> dict[str, Celwaarde]:
    """What an empty cell means: no, in a table of crosses; not said, in a table of ja and nee."""
    merken = [eerste_woord(brok.tekst) for deel in rauw for brok in deel.merken]
    tekens = sum(bool(MERK_TEKEN.match(merk)) for merk in merken)
    woorden = sum(merk_waarde(merk) is not None for merk in merken) - tekens
    return dict.fromkeys(
        (k.code for k in tabel.kolommen), False if tekens > woorden or tabel.keuze is Keuze.EEN else None
    )


def _met_cellen(
    rauw: Sequence[_Tabelregel], kop: Kop, lezer: _Tabellezer, leeg: Mapping[str, Celwaarde]
) -> list[Labelregel]:
    plaatsen, twijfel = _plaatsen(rauw, kop, lezer)
    gelezen = [
        _rest_van_opmerking(deel)
        if _loopt_door(deel, vorige, lezer.tabel)
        else _labelregel(deel, kop, plaatsen[deel.regel.pagina], leeg)
        for vorige, deel in zip([None, *rauw], rauw, strict=False)
    ]
    return [
        replace(regel, zekerheid=min(regel.zekerheid, _TWIJFEL)) if regel.regel.pagina in twijfel else regel
        for regel in gelezen
    ]


def _plaatsen(
    rauw: Sequence[_Tabelregel], kop: Kop, lezer: _Tabellezer
) -> tuple[dict[int | None, Plaatsing], set[int | None]]:
    """Where the columns are on each page, and the pages where that is a guess."""
    merken: dict[int | None, list[float]] = {}
    for deel in rauw:
        ankers = [_anker(brok) for brok in deel.merken] if deel.gemerkt else []
        merken.setdefault(deel.regel.pagina, []).extend(ankers)
    alle = [x for pagina, ankers in merken.items() if lezer.is_zeker(pagina) for x in ankers]
    plaatsen: dict[int | None, Plaatsing] = {}
    twijfel: set[int | None] = set()
    for pagina, ankers in merken.items():
        if lezer.is_zeker(pagina):
            plaatsen[pagina] = plaats(ankers if len(ankers) >= _GENOEG_MERKEN else alle, kop.banden)
        elif (gevonden := plaats_zonder_kop(ankers, kop.banden)) is not None:
            plaatsen[pagina] = gevonden
        else:
            plaatsen[pagina] = plaats(ankers, kop.banden)
            twijfel.add(pagina)
        if _zegt_niets([d for d in rauw if d.regel.pagina == pagina], labels_rechts=lezer.labels_rechts):
            twijfel.add(pagina)
    return plaatsen, twijfel


def _zegt_niets(rauw: Sequence[_Tabelregel], *, labels_rechts: bool) -> bool:
    """True when the white is no witness: marks stand at the wrong side of labels, or as far behind them everywhere."""
    plekken = [(deel.merken[0].x0, deel.labelrand) for deel in rauw if deel.gemerkt and deel.labelrand is not None]
    if any((merk > begin) is labels_rechts for merk, (begin, _eind) in plekken):
        return True
    afstanden = [merk - eind for merk, (_begin, eind) in plekken]
    if labels_rechts or len(afstanden) < _GENOEG_MERKEN:
        return False
    return max(afstanden) - min(afstanden) <= 1 and max(plekken)[0] - min(plekken)[0] >= _GENOEG_MERKEN


def _anker(brok: Brok) -> float:
    """Where a mark stands; a remark counts from its first word."""
    eerste = eerste_woord(brok.tekst)
    if is_merk(eerste) and eerste != brok.tekst:
        return brok.x0 + (brok.x1 - brok.x0) * len(eerste) / len(brok.tekst) / 2
    return brok.midden


def _loopt_door(deel: _Tabelregel, vorige: _Tabelregel | None, tabel: Tabel) -> bool:
    """True for words in the columns that go on with a remark on the line before, also beside the rest of its label."""
    if not deel.merken or deel.gemerkt:
        return False
    if not deel.label:
        return True
    boven = vorige.merken if vorige else ()
    onder_elkaar = all(any(brok.x0 < b.x1 and b.x0 < brok.x1 for b in boven) for brok in deel.merken)
    return onder_elkaar and match_rij(deel.label, tabel)[0] is None


def _rest_van_opmerking(deel: _Tabelregel) -> Labelregel:
    rest = " ".join(brok.tekst for brok in deel.merken)
    return Labelregel(label=deel.label, regel=deel.regel, na_wit=deel.na_wit, opmerking=rest)


def _labelregel(deel: _Tabelregel, kop: Kop, plaatsing: Plaatsing, leeg: Mapping[str, Celwaarde]) -> Labelregel:
    if not deel.merken:
        return Labelregel(label=deel.label, regel=deel.regel, na_wit=deel.na_wit)
    geraakt: dict[str, Celwaarde] = {}
    zekerheid, opmerkingen = _ZEKER, []
    for brok, (nummer, marge) in zip(deel.merken, _kolommen(deel.merken, kop, plaatsing), strict=True):
        code, eerste = kop.banden[nummer].kolom.code, eerste_woord(brok.tekst)
        if eerste != brok.tekst:
            opmerkingen.append(brok.tekst)
        dubbelop = marge < _ZEKERE_MARGE or code in geraakt
        zekerheid = min(zekerheid, _TWIJFEL if dubbelop else _zekerheid_merk(eerste, leeg[code]))
        geraakt[code] = merk_waarde(eerste)
    if None in leeg.values() and len(geraakt) < len(kop.banden):
        zekerheid = min(zekerheid, NIET_GEZEGD)
    return Labelregel(
        label=deel.label,
        regel=deel.regel,
        cellen={**leeg, **geraakt},
        zekerheid=zekerheid,
        opmerking=" ".join(opmerkingen),
        na_wit=deel.na_wit,
    )


def _zekerheid_merk(merk: str, leeg: Celwaarde) -> float:
    """A dash says nothing where others say ja or nee; where others leave a cell empty, it means something."""
    if not is_merk(merk) or is_verwijzing(merk):
        return _TWIJFEL
    return NIET_GEZEGD if merk_waarde(merk) is None and leeg is False else _ZEKER


def _kolommen(merken: Sequence[Brok], kop: Kop, plaatsing: Plaatsing) -> list[tuple[int, float]]:
    """The column of each mark and how clear that is; a line with as many marks as columns has one in each."""
    if len(merken) == len(kop.banden) > 1:
        return [(nummer, 1.0) for nummer in range(len(merken))]
    return [
        (nummer, 0.0 if _ligt_buiten(brok, plaatsing) else marge)
        for brok in merken
        for nummer, marge in [plaatsing.kolom(_anker(brok))]
    ]


def _ligt_buiten(brok: Brok, plaatsing: Plaatsing) -> bool:
    """True for a mark that stands farther outside the columns than half a column and what it is wide."""
    plekken = plaatsing.verklaringen[0]
    half = (plekken[-1] - plekken[0]) / max(len(plekken) - 1, 1) / 2
    ruimte = half + (brok.x1 - brok.x0) / 2
    return bool(half) and not plekken[0] - ruimte <= _anker(brok) <= plekken[-1] + ruimte
