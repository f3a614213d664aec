"""A document that Passend made itself: without what it prints around the words of the school."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from passend.begrippen.sjabloon import Prozatekst, Sjabloon
from passend.documenten import aankleding
from passend.documenten.document import Afbeelding, Blok, Document, Regel, Rooster
from passend.uitwisseling.sop.herkenning import Koppen
from passend.uitwisseling.sop.plattetekst import platte_kop
from passend.uitwisseling.sop.woordvorm import compact

_PUNT_PER_MM = 72 / 25.4
_ONDER = (297 - aankleding.VOETRUIMTE_MM) * _PUNT_PER_MM
_REGELS_OVER = 40.0  # two lines and a bit: a paragraph is not broken so that one line stands alone
_RECHTS = (210 - aankleding.ZIJRUIMTE_MM) * _PUNT_PER_MM
_SPATIE = 4.0
_SPELING = 2.0
_LANGSTE_KOP = 4
_LANGSTE_TABELKOP = 6
_LANGSTE_NOOT = 4
_EIND_VAN_ZIN = (".", "!", "?", ":", ";")
_KORTE_ALINEA = 300
_PUNTEN = ("•", "-", "–", "·", "●", "▪")
_NA_HOOFDSTUKKEN = (aankleding.DOELEN, aankleding.TOT_STAND)


def is_eigen_druk(document: Document) -> bool:
    """True when a document says that Passend made it."""
    blokken = document.blokken
    return any(_noot(blokken, plek, aankleding.is_kenmerkend) is not None for plek in range(len(blokken)))


def zonder_aankleding(document: Document, sjabloon: Sjabloon) -> list[Blok]:
    """The blocks of such a document without what is not of the school; its form becomes labels with their values."""
    return list(_Uitkleder(document, sjabloon).blokken())


class _Uitkleder:
    """Walks through a document of ours; nobody edits a PDF or its text, so that there whole pieces can go."""

    def __init__(self, document: Document, sjabloon: Sjabloon) -> None:
        self.document = document
        self.sjabloon = sjabloon
        self.koppen = Koppen(sjabloon)
        self.prozatitels = {compact(deel.titel) for deel in sjabloon.onderdelen() if isinstance(deel, Prozatekst)}
        self.is_vast = document.soort in {"pdf", "tekst"}
        self.is_gezet = document.soort == "pdf" and any(
            isinstance(blok, Regel) and blok.tekst.strip() == aankleding.LEESWIJZER for blok in document.blokken
        )

    def blokken(self) -> Iterator[Blok]:
        """What is left, in order."""
        blokken = self._zonder_randen()
        blokken = list(self._zonder_noten(blokken[self._begin(blokken) :]))
        if self.document.soort == "pdf":
            blokken = self._in_alineas(blokken)
        plek, is_voor = 0, True
        while plek < len(blokken):
            blok = blokken[plek]
            if isinstance(blok, Regel) and blok.tekst.strip() in _NA_HOOFDSTUKKEN and self.is_vast:
                return
            if (na := self._na_tekening(blokken, plek)) is not None:
                yield blok
                yield Afbeelding(nummer=blok.nummer, pagina=blok.pagina)
                plek = na
                continue
            is_voor = is_voor and not (isinstance(blok, Regel) and self._is_sectie(blok))
            yield from self._blok(blok, is_voor=is_voor)
            plek += 1

    def _is_sectie(self, regel: Regel) -> bool:
        return regel.stijl != "inhoud" and self.koppen.sectie(regel.tekst.strip()) is not None

    def _blok(self, blok: Blok, *, is_voor: bool) -> Iterator[Blok]:
        if isinstance(blok, Rooster):
            yield from self._rooster(blok)
        elif not isinstance(blok, Regel) or not self._is_van_ons(blok, is_voor=is_voor):
            if isinstance(blok, Regel) and blok.stijl == "alinea":  # what we set as a paragraph is one
                yield replace(blok, tekst="", woorden=(), stijl=None)
            yield blok

    def _is_van_ons(self, regel: Regel, *, is_voor: bool) -> bool:
        if regel.stijl == "inhoud":
            return True
        titel = compact(self.sjabloon.titel)
        return is_voor and (aankleding.is_omslag(regel.tekst) or compact(regel.tekst).startswith(titel))

    def _rooster(self, rooster: Rooster) -> Iterator[Blok]:
        kop = tuple(cel.tekst.strip() for cel in rooster.rijen[0]) if rooster.rijen else ()
        if kop in {aankleding.KOP_DOELEN, aankleding.KOP_STAPPEN}:
            return
        if kop == aankleding.KOP_GEGEVENS:
            yield from _als_velden(rooster)
        elif not all(aankleding.is_aankleding(cel.tekst) for rij in rooster.rijen for cel in rij):
            yield rooster

    def _begin(self, blokken: Sequence[Blok]) -> int:
        """Where the chapters begin: after the cover and the contents, when nobody can have written there."""
        if not self.is_vast:
            return 0
        for plek in range(len(blokken)):
            if (na := _noot(blokken, plek, aankleding.is_herkomst)) is not None:
                pagina = blokken[plek].pagina
                if self.document.soort == "pdf":
                    return next((p for p in range(na, len(blokken)) if blokken[p].pagina != pagina), len(blokken))
                return na
        return 0

    def _na_tekening(self, blokken: Sequence[Blok], plek: int) -> int | None:
        """Where the drawing with this title and its words end; None when this is no title with a drawing below it."""
        blok = blokken[plek]
        if not isinstance(blok, Regel) or self.koppen.figuur(blok.tekst.strip()) is None:
            return None
        verder = takewhile(lambda deel: not isinstance(deel, Rooster), blokken[plek:])
        woorden = compact(aankleding.IN_WOORDEN)
        titels = (
            nummer for nummer, deel in enumerate(verder) if isinstance(deel, Regel) and compact(deel.tekst) == woorden
        )
        titel = next(titels, None)
        return self._na_woorden(blokken, plek + titel + 1) if titel is not None else None

    def _na_woorden(self, blokken: Sequence[Blok], plek: int) -> int:
        """Where the drawing in words ends: at the next heading or table."""
        for verder in range(plek, len(blokken)):
            blok = blokken[verder]
            if isinstance(blok, Rooster) or (isinstance(blok, Regel) and self._is_kop(blok)):
                return verder
        return len(blokken)

    def _is_kop(self, regel: Regel) -> bool:
        tekst = regel.tekst.strip()
        if not tekst or tekst.startswith(_PUNTEN) or regel.stijl == "lijst":
            return False
        eigen = compact(tekst) in self.prozatitels or tekst in _NA_HOOFDSTUKKEN
        return eigen or self.koppen.sectie(tekst) is not None or self.koppen.tabel(tekst) is not None

    def _in_alineas(self, blokken: Sequence[Blok]) -> list[Blok]:
        """Lines that go on with the one above them; a heading on more lines becomes one. Only a dot starts an item."""
        uit: list[Blok] = []
        plek = 0
        while plek < len(blokken):
            blok = blokken[plek]
            if not isinstance(blok, Regel) or (uit and _is_gevuld(uit[-1]) and _is_gevuld(blok)):
                is_punt = not self.is_gezet or not isinstance(blok, Regel) or blok.tekst.startswith("•")
                uit.append(blok if is_punt or not isinstance(blok, Regel) else replace(blok, stijl="vervolg"))
                plek += 1
                continue
            if tabelkop := self._tabelkop(blokken[plek : plek + _LANGSTE_TABELKOP]):
                plek += tabelkop
                continue
            hoogte = self._kophoogte(blokken[plek : plek + _LANGSTE_KOP])
            uit.append(_samen(blokken[plek : plek + hoogte]) if hoogte > 1 else blok)
            plek += hoogte
        return uit

    def _tabelkop(self, blokken: Sequence[Blok]) -> int:
        """How many lines the headings of a table take that are repeated on a next page: our tables are tagged."""
        if not self.is_gezet:
            return 0
        regels = [blok for blok in takewhile(_is_gevuld, blokken) if isinstance(blok, Regel)]
        return next((hoogte for tabel in self.sjabloon.tabellen() if (hoogte := platte_kop(regels, tabel))), 0)

    def _kophoogte(self, blokken: Sequence[Blok]) -> int:
        """How many lines the heading takes that starts here; 1 when none does."""
        teksten = [blok.tekst.strip() for blok in takewhile(_is_gevuld, blokken) if isinstance(blok, Regel)]
        for hoogte in range(len(teksten), 1, -1):
            tekst = " ".join(teksten[:hoogte])
            if self.koppen.sectie(tekst) or self.koppen.tabel(tekst) or self.koppen.figuur(tekst):
                return hoogte
        return 1

    @staticmethod
    def _zonder_noten(blokken: Sequence[Blok]) -> Iterator[Blok]:
        plek = 0
        while plek < len(blokken):
            na = _noot(blokken, plek, aankleding.is_aankleding)
            if na is None:
                yield blokken[plek]
            plek = na or plek + 1

    def _zonder_randen(self) -> list[Blok]:
        """Without the head and the foot of pages; what they broke in two is one paragraph again."""
        blokken = list(self.document.blokken)
        if not self.is_gezet:
            return blokken
        over = [blok for blok in blokken if not (isinstance(blok, Regel) and _staat_in_rand(blok))]
        uit: list[Blok] = []
        for plek, blok in enumerate(over):
            if uit and uit[-1].pagina != blok.pagina:
                if _is_wit(blok):
                    continue
                uit = _over_bladwissel(uit, over[plek:])
            uit.append(blok)
        return uit


def _over_bladwissel(voor: list[Blok], verder: Sequence[Blok]) -> list[Blok]:
    """What stands before the end of a page, with a blank line after it when a paragraph ends there."""
    while voor and _is_wit(voor[-1]):
        voor = voor[:-1]
    if not voor or not isinstance(laatste := voor[-1], Regel) or _loopt_door(voor, verder):
        return voor
    return [*voor, replace(laatste, tekst="", woorden=(), kader=None, stijl=None)]


def _loopt_door(voor: Sequence[Blok], verder: Sequence[Blok]) -> bool:
    """True when what stands on both sides of the end of a page is too long to stay whole."""
    begin = _alinea(verder)
    if not begin or begin[0].startswith("•") or _paste_nog(voor, verder):
        return False
    eind = [blok.tekst for blok in takewhile(_is_gevuld, reversed(voor)) if isinstance(blok, Regel)]
    punt = next((plek for plek, tekst in enumerate(eind) if tekst.startswith("•")), len(eind))
    eind = eind[: punt + 1]
    if eind[0].rstrip().endswith(_EIND_VAN_ZIN) and len(" ".join(eind)) < _KORTE_ALINEA:
        return (
            False  # rather a short paragraph and a long one than a long one of which the end of the page cut a sentence
        )
    return len(" ".join([*eind, *begin])) > aankleding.LANGSTE_HELE_ALINEA


def _paste_nog(voor: Sequence[Blok], verder: Sequence[Blok]) -> bool:
    """True when a paragraph ended with a page: there was room for a line more, or on the last one for the next word."""
    laatste, eerste = voor[-1], verder[0]
    if not isinstance(laatste, Regel) or not isinstance(eerste, Regel) or not laatste.kader or not eerste.woorden:
        return True
    if laatste.kader[3] < _ONDER - _REGELS_OVER:
        return True
    woord = eerste.woorden[0]
    return laatste.kader[2] + _SPATIE + woord.x1 - woord.x0 < _RECHTS


def _samen(regels: Sequence[Blok]) -> Regel:
    eerste, *verder = [regel for regel in regels if isinstance(regel, Regel)]
    return replace(eerste, tekst=" ".join(regel.tekst.strip() for regel in (eerste, *verder)))


def _alinea(blokken: Sequence[Blok]) -> list[str]:
    """The lines of the paragraph or item that starts here."""
    regels = [blok.tekst for blok in takewhile(_is_gevuld, blokken) if isinstance(blok, Regel)]
    eind = next((plek for plek, tekst in enumerate(regels) if plek and tekst.startswith("•")), len(regels))
    return regels[:eind]


def _is_wit(blok: Blok) -> bool:
    return isinstance(blok, Regel) and not blok.tekst.strip()


def _staat_in_rand(regel: Regel) -> bool:
    if regel.kader is None:
        return False
    boven = aankleding.KOPRUIMTE_MM * _PUNT_PER_MM + _SPELING
    return regel.kader[3] <= boven or regel.kader[1] >= _ONDER - _SPELING


def _noot(blokken: Sequence[Blok], plek: int, is_noot: Callable[[str], bool]) -> int | None:
    """The index after a note that starts here and can run over lines; None when none does."""
    regels = [blok for blok in takewhile(_is_gevuld, blokken[plek : plek + _LANGSTE_NOOT]) if isinstance(blok, Regel)]
    verder = takewhile(lambda regel: regel.stijl is None, regels[1:])  # of the same paragraph
    teksten = [regel.tekst.strip() for regel in (*regels[:1], *verder)]
    meeste = len(teksten) if teksten and aankleding.kan_beginnen(teksten[0]) else min(len(teksten), 1)
    lengten = range(meeste, 0, -1)
    return next((plek + lengte for lengte in lengten if is_noot(" ".join(teksten[:lengte]))), None)


def _is_gevuld(blok: Blok) -> bool:
    return isinstance(blok, Regel) and bool(blok.tekst.strip())


def _als_velden(rooster: Rooster) -> Iterator[Regel]:
    """The rows of the form as lines with a label and its value."""
    for nummer, rij in enumerate(rooster.rijen[1:], start=rooster.nummer + 1):
        label, waarde = (" ".join(cel.tekst.split()) for cel in (*rij, *rij)[:2])
        yield Regel(nummer=nummer, tekst=f"{label} : {waarde}", woorden=(), pagina=rooster.pagina, kader=rij[0].kader)
