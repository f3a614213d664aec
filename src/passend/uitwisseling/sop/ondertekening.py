"""The block with signatures: who says so, a day, and a name, in all the ways they can stand beside or below each other.

Every day has the same label there, so whose day it is follows from the words before it ("Vastgesteld door bestuur"),
or from the name that belongs to it. Lines are cut in pieces, and a day gets its whole label.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from passend.begrippen.sjabloon import Sjabloon, Veld, Veldsoort
from passend.documenten.document import Regel, Rooster
from passend.uitwisseling.sop.layoutkop import brokken
from passend.uitwisseling.sop.velden import als_regel, lees_datum
from passend.uitwisseling.sop.woordvorm import compact

_DATUM = "datum"
_KORTSTE = 8
_WIT = re.compile(r"\s{2,}|\t")
_NAAMWOORDEN = 6
_KOLOM = 1000.0
_VERSCHIL = 3.0


@dataclass(frozen=True, slots=True)
class Veldregel:
    """A line for the reader of fields; `veld` is told when it goes on with that field, or when its owner is a guess."""

    regel: Regel
    loopt_door: str | None = None
    is_gok: bool = False


@dataclass(frozen=True, slots=True)
class _Stuk:
    """Words that stand together, and where."""

    tekst: str
    x0: float

    @property
    def label(self) -> str:
        """The letters before the colon, or all of them."""
        return compact(self.tekst.partition(":")[0])

    @property
    def waarde(self) -> str:
        """The words behind the colon."""
        return self.tekst.partition(":")[2].strip()


class Ondertekening:
    """Turns lines with signatures into lines with one field and its whole label; other lines stay as they are."""

    def __init__(self, sjabloon: Sjabloon) -> None:
        velden = [deel for deel in sjabloon.onderdelen() if isinstance(deel, Veld)]
        self._stammen = {
            compact(label).removesuffix(_DATUM): (label, veld)
            for veld in velden
            if veld.soort is Veldsoort.DATUM
            for label in veld.labels
            if compact(label).endswith(_DATUM) and len(compact(label)) > _KORTSTE + len(_DATUM)
        }
        van_dag = {veld.code: label for label, veld in self._stammen.values()}
        self._dag_van = {
            naam: (dag, van_dag[dag.code])
            for dag, persoon in pairwise(velden)
            if dag.code in van_dag and persoon.soort is Veldsoort.TEKST
            for naam in map(compact, (persoon.label, *persoon.labels))
        }
        self._persoon = {
            compact(label): veld.code for veld in velden for label in (veld.label, *veld.labels) if veld.labels
        }
        self._labels = {compact(label) for veld in velden for label in (veld.label, *veld.labels)}
        langste = sorted({label for veld in velden for label in (veld.label, *veld.labels)}, key=len, reverse=True)
        self._los = re.compile(rf"(?<=\S)\s+(?=(?:{'|'.join(map(re.escape, langste))})\s*:)", re.IGNORECASE)
        self._stam = ""
        self._wacht: list[tuple[str, Regel]] = []
        self._gedateerd: set[str] = set()
        self._laatste: str | None = None
        self._open: tuple[str, float] | None = None
        self._naast_elkaar = False
        self._label: str | None = None
        self._labelregel: Regel | None = None
        self._gezien: dict[str, Regel] = {}

    def verdeel(self, regel: Regel) -> Iterator[Veldregel]:
        """The lines of fields that a line holds; itself when it is no part of such a block."""
        if not self._stammen:
            yield Veldregel(regel)
            return
        if self._label is not None and not regel.tekst.strip():
            return  # a blank line says nothing: the label waits on, at its own line
        stukken = _stukken(regel)
        los = self._is_stam(stukken[0].label) or any(self._is_deel(stuk) for stuk in stukken[1:])
        if len(stukken) > 1 and not los:
            stukken = [_Stuk(regel.tekst.strip(), stukken[0].x0)]
        for stuk in [deel for heel in stukken for deel in self._gesplitst(heel)]:
            yield from self._stuk(stuk, regel)

    def uit_rooster(self, rooster: Rooster) -> list[Regel] | None:
        """The lines of a form in a grid, cell by cell; None when no cell of it has a label of its own."""
        if not self._stammen or not any(self._is_blok(cel.tekst) for rij in rooster.rijen for cel in rij):
            return None
        uit: list[Regel] = []
        for nummer, rij in enumerate(rooster.rijen):
            regel = Regel(
                nummer=rooster.nummer + nummer if rooster.methode == "cellen" else rooster.nummer,
                tekst="",
                woorden=(),
                pagina=rooster.pagina,
                kader=rij[0].kader if rij else None,
            )
            if not any(self._is_blok(cel.tekst) for cel in rij):
                uit.append(replace(regel, tekst=als_regel(cel.tekst for cel in rij)))
                continue
            for cel in rij:
                uit += [
                    replace(regel, tekst=deel.strip(), kader=cel.kader)
                    for deel in cel.tekst.split("\n")
                    if deel.strip()
                ]
        return uit

    def gemist(self) -> Iterator[tuple[str, Regel]]:
        """The fields of days whose words were seen without a day."""
        yield from ((code, regel) for code, regel in self._gezien.items() if code not in self._gedateerd)

    def rest(self) -> Iterator[Veldregel]:
        """The days whose owner was never named, and a label without a value."""
        if self._label is not None and self._labelregel is not None:
            yield Veldregel(replace(self._labelregel, tekst=f"{self._label} :"), is_gok=True)
            self._label = None
        for waarde, regel in self._wacht:
            yield Veldregel(replace(regel, tekst=f"{_DATUM} : {waarde}"), is_gok=bool(self._gedateerd))
        self._wacht = []

    def _is_blok(self, tekst: str) -> bool:
        return any(_Stuk(deel, 0.0).label in {_DATUM, *self._dag_van, *self._stammen} for deel in tekst.split("\n"))

    def _is_deel(self, stuk: _Stuk) -> bool:
        return stuk.label == _DATUM or stuk.label in self._dag_van or stuk.label in self._stammen

    def _gesplitst(self, stuk: _Stuk) -> list[_Stuk]:
        """Two fields with one space between them."""
        kop, dubbelepunt, staart = stuk.tekst.partition(":")
        if not dubbelepunt:
            return [stuk]
        delen = self._los.split(staart)
        return [_Stuk(f"{kop}:{delen[0]}".strip(), stuk.x0), *(_Stuk(deel, stuk.x0) for deel in delen[1:])]

    def _stuk(self, stuk: _Stuk, regel: Regel) -> Iterator[Veldregel]:
        eigen = replace(regel, tekst=stuk.tekst)
        if self._label is not None:
            label, van, self._label = self._label, self._labelregel or regel, None
            if ":" not in stuk.tekst and not self._is_stam(stuk.label) and stuk.label not in self._labels:
                yield from self._stuk(_Stuk(f"{label} : {stuk.tekst}", stuk.x0), regel)
                return
            yield Veldregel(replace(van, tekst=f"{label} :"), is_gok=True)  # the line where its label stands
        if self._is_deel(stuk) and stuk.label not in self._stammen and not stuk.waarde:
            self._label, self._labelregel = stuk.tekst.rstrip(" :"), regel
        elif stuk.label == _DATUM:
            yield from self._dag(stuk, regel)
        elif stuk.label in self._dag_van:
            yield from self._naam(stuk, regel)
        elif ":" not in stuk.tekst and self._is_stam(stuk.label):
            self._neem_stam(stuk.label)
            self._gezien |= {veld.code: regel for stam, (_l, veld) in self._stammen.items() if stam == self._stam}
        elif self._loopt_door(stuk):
            yield Veldregel(eigen, loopt_door=self._open[0] if self._open else None)
        else:
            self._volg(stuk)
            yield Veldregel(eigen)

    def _neem_stam(self, letters: str) -> None:
        """Words before a day; when those of another day wait already, they stand side by side, and names must tell."""
        begint = self._begint(letters)
        self._naast_elkaar = self._naast_elkaar or (begint and self._stam in self._stammen)
        self._stam = letters if begint else self._stam + letters

    def _volg(self, stuk: _Stuk) -> None:
        """Remember a day that has its whole label before it."""
        self._open = None
        stam = stuk.label.removesuffix(_DATUM)
        if ":" in stuk.tekst and stam in self._stammen:
            self._gedateerd.add(self._stammen[stam][1].code)
            self._stam = ""

    def _past(self, stam: str) -> bool:
        return bool(stam) and any(heel.startswith(stam) for heel in self._stammen)

    def _is_stam(self, letters: str) -> bool:
        """True for the words before a day, or for the rest of them on a next line."""
        if not letters:
            return False
        return (bool(self._stam) and self._past(self._stam + letters)) or self._begint(letters)

    def _begint(self, letters: str) -> bool:
        return len(letters) >= _KORTSTE and self._past(letters)

    def _loopt_door(self, stuk: _Stuk) -> bool:
        """True for the rest of a name, right below its beginning."""
        if self._open is None or not stuk.label or ":" in stuk.tekst or len(stuk.tekst.split()) > _NAAMWOORDEN:
            return False
        return abs(stuk.x0 - self._open[1]) <= _VERSCHIL and not any(teken.isdigit() for teken in stuk.tekst)

    def _dag(self, stuk: _Stuk, regel: Regel) -> Iterator[Veldregel]:
        stam = "" if self._naast_elkaar else self._stam
        passend = [paar for heel, paar in self._stammen.items() if stam and heel.startswith(stam)]
        self._open = None
        if len(passend) == 1 and passend[0][1].code not in self._gedateerd:
            yield self._gedag(passend[0][1].code, passend[0][0], stuk.waarde, regel, is_gok=False)
            return
        eigen = self._dag_van.get(self._laatste or "")
        if eigen is not None and eigen[0].code not in self._gedateerd and not stam and not self._naast_elkaar:
            yield self._gedag(eigen[0].code, eigen[1], stuk.waarde, regel, is_gok=True)
            return
        self._wacht.append((stuk.waarde, regel))

    def _gedag(self, code: str, label: str, waarde: str, regel: Regel, *, is_gok: bool) -> Veldregel:
        self._gedateerd.add(code)
        self._stam = ""
        return Veldregel(replace(regel, tekst=f"{label} : {waarde}"), is_gok=is_gok)

    def _naam(self, stuk: _Stuk, regel: Regel) -> Iterator[Veldregel]:
        dag, label = self._dag_van[stuk.label]
        if self._wacht and dag.code not in self._gedateerd:
            waarde, van = self._wacht.pop(0)
            is_gok = lees_datum(waarde) is None or (bool(self._wacht) and not self._naast_elkaar)
            self._naast_elkaar = self._naast_elkaar and bool(self._wacht)
            yield self._gedag(dag.code, label, waarde, van, is_gok=is_gok)
        yield Veldregel(replace(regel, tekst=stuk.tekst))
        self._laatste, self._stam = stuk.label, ""
        self._open = (self._persoon[stuk.label], stuk.x0)


def _stukken(regel: Regel) -> list[_Stuk]:
    """The pieces of a line with clear white between them."""
    if regel.kader is not None and regel.woorden:
        return [_Stuk(brok.tekst, brok.x0) for brok in brokken(regel)]
    uit: list[_Stuk] = []
    begin = 0
    tekst = regel.tekst.expandtabs(8)
    for wit in [*_WIT.finditer(tekst), None]:
        eind = wit.start() if wit else len(tekst)
        deel = tekst[begin:eind]
        if deel.strip():
            uit.append(_Stuk(deel.strip(), float(begin)))
        begin = wit.end() if wit else eind
    return uit or [_Stuk("", 0.0)]
