"""Which template a document was made with, and which lines are headings."""

import re
from collections.abc import Collection, Sequence

from rapidfuzz import fuzz, process

from passend.begrippen.sjabloon import Figuur, Sectie, Sjabloon, Tabel
from passend.documenten.document import Document, Regel, Rooster, Woord
from passend.uitwisseling.sop.woordvorm import compact, zonder_nummer

_GENOEG = 0.3
_OP_RIJEN = 0.3
_DEEL_RIJEN = 0.5
_MINST_RIJEN = 10
_BIJNA_GELIJK = 94.0
_TITEL = 90.0
_MAX_KOPWOORDEN = 14
_STUK = 8
_VAKJES = ("☐", "☒", "☑")  # an item to check off is no heading
_MAX_TABELKOP = 30


class OnbekendSjabloonError(Exception):
    """No template fits the document; the text says which there are."""


def kies_sjabloon(document: Document, sjablonen: Sequence[Sjabloon]) -> tuple[Sjabloon, float]:
    """The template whose phrases the document carries, and the share of them it carries.

    Raises:
        OnbekendSjabloonError: none fits.
    """
    tekst = compact(" ".join(_alle_tekst(document)))
    scores = [
        (sum(compact(zin) in tekst for zin in sjabloon.herkenning) / max(len(sjabloon.herkenning), 1), sjabloon)
        for sjabloon in sjablonen
    ]
    zekerheid, beste = max(scores, key=lambda paar: paar[0])
    if zekerheid < _GENOEG and (gok := _op_rijen(document, sjablonen)) is not None:
        return gok, _OP_RIJEN
    if zekerheid < _GENOEG:
        namen = ", ".join(sjabloon.naam for sjabloon in sjablonen)
        raise OnbekendSjabloonError(
            "Dit document lijkt niet op een profiel dat Passend kent. "
            f"Passend kent nu: {namen}. "
            "Controleer of u het juiste bestand koos, of vraag uw samenwerkingsverband om een sjabloon."
        )
    return beste, round(zekerheid, 2)


def _op_rijen(document: Document, sjablonen: Sequence[Sjabloon]) -> Sjabloon | None:
    """The template of whose rows a document without headings has most."""
    stukken = {compact(regel) for tekst in _alle_tekst(document) for regel in (tekst, *tekst.split("\n"))}
    aandelen = [(_aandeel_rijen(stukken, sjabloon), plek) for plek, sjabloon in enumerate(sjablonen)]
    aandeel, plek = max(aandelen, default=(0.0, 0))
    return sjablonen[plek] if aandeel >= _DEEL_RIJEN else None


def _aandeel_rijen(stukken: Collection[str], sjabloon: Sjabloon) -> float:
    labels = [
        {compact(label) for label in (rij.label, *rij.labels)} for tabel in sjabloon.tabellen() for rij in tabel.rijen
    ]
    return sum(not vormen.isdisjoint(stukken) for vormen in labels) / max(len(labels), _MINST_RIJEN)


def _alle_tekst(document: Document) -> list[str]:
    stukken: list[str] = []
    for blok in document.blokken:
        if isinstance(blok, Regel):
            stukken.append(blok.tekst)
        elif isinstance(blok, Rooster):
            stukken += [cel.tekst for rij in blok.rijen for cel in rij]
    return stukken


class Koppen:
    """Recognises the lines that are headings of sections, titles of tables, or announce a figure."""

    def __init__(self, sjabloon: Sjabloon) -> None:
        self._secties = {
            compact(kop): sectie for sectie in reversed(sjabloon.secties) for kop in (sectie.titel, *sectie.koppen)
        }
        self._tabellen = {compact(kop): tabel for tabel in sjabloon.tabellen() for kop in (tabel.titel, *tabel.koppen)}
        self._figuren = {
            compact(zin): deel
            for deel in sjabloon.onderdelen()
            if isinstance(deel, Figuur)
            for zin in (deel.titel, *deel.aankondigingen)
        }
        self._kopbegin = {
            woord[:lengte]
            for tabel in sjabloon.tabellen()
            for kop in (tabel.kop, *(kop for kolom in tabel.kolommen for kop in (kolom.kop, *kolom.koppen)))
            for woord in map(compact, kop.split())
            for lengte in range(2, len(woord) + 1)
        }
        titel = compact(sjabloon.titel)
        van_document = [zin for zin in sjabloon.herkenning if titel in compact(zin)]
        self._titels = {compact(zin) for zin in (*van_document, sjabloon.titel, sjabloon.naam)}

    def sectie(self, tekst: str) -> Sectie | None:
        """The section a heading opens."""
        kop = compact(zonder_nummer(tekst))
        voor = compact(tekst.split(":", maxsplit=1)[0].split(". ", maxsplit=1)[0])
        if voor in self._secties and voor[-1:].isdigit():
            return self._secties[voor]
        return self._vind(kop, tekst, self._secties)

    def achter_kop(self, tekst: str, sectie: Sectie) -> str:
        """What stands behind a heading on its line, unless it is the title of the section: "Domein 1: wie wij zijn"."""
        if compact(zonder_nummer(tekst)) in self._secties:
            return ""
        voor = re.split(r":|\. ", tekst, maxsplit=1)
        achter = voor[1].strip() if len(voor) > 1 and compact(voor[0]) in self._secties else ""
        return "" if fuzz.ratio(compact(achter), compact(sectie.titel)) >= _TITEL else achter

    def tabel(self, tekst: str) -> Tabel | None:
        """The table a title opens."""
        return self._vind(compact(zonder_nummer(tekst)), tekst, self._tabellen)

    def kan_tabelkop(self, woorden: Sequence[Woord]) -> bool:
        """True when a line can be the first one of the headings of a table; quick, for it is asked of every line."""
        return len(woorden) <= _MAX_TABELKOP and any(compact(woord.tekst) in self._kopbegin for woord in woorden)

    def figuur(self, tekst: str) -> Figuur | None:
        """The figure a line announces."""
        return self._figuren.get(compact(tekst))

    def is_titel(self, tekst: str, *, aan_het_begin: bool = False) -> bool:
        """True for the title of the document; at its beginning also for a piece of a title that runs over lines."""
        kop = compact(tekst)
        if kop in self._titels:
            return True
        return aan_het_begin and len(kop) >= _STUK and any(titel.endswith(kop) for titel in self._titels)

    @staticmethod
    def _vind[T](kop: str, tekst: str, bekend: dict[str, T]) -> T | None:
        if not kop or tekst.startswith(_VAKJES) or len(tekst.split()) > _MAX_KOPWOORDEN:
            return None
        if kop in bekend:
            return bekend[kop]
        beste = process.extractOne(kop, bekend.keys(), scorer=fuzz.ratio, score_cutoff=_BIJNA_GELIJK)
        return bekend[beste[0]] if beste else None
