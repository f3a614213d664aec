"""Tables that come as lines: where one starts, where it ends, and how its rows are read."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from passend.begrippen.sjabloon import Sjabloon, Tabel
from passend.documenten.document import Blok, Regel
from passend.uitwisseling.sop.getuigen import lees_op_plaats
from passend.uitwisseling.sop.herkenning import Koppen
from passend.uitwisseling.sop.layoutkop import (
    Kop,
    herken_kop,
    herken_krappe_kop,
    is_koptaal,
    noemt_elke_kolom,
    woordbegin,
)
from passend.uitwisseling.sop.plattetekst import platte_kop, platte_tabel
from passend.uitwisseling.sop.rooster import Roosterkop
from passend.uitwisseling.sop.tabellezing import Tabellezing
from passend.uitwisseling.sop.woordvorm import KRUIS, compact

_MAX_KEER = 8  # headings are repeated on every page a table runs on to, and not more


@dataclass(frozen=True, slots=True)
class Regeltabel:
    """A table that was found: its rows, how many lines it takes, and its headings for a grid that goes on with it."""

    tabel: Tabel
    lezing: Tabellezing
    aantal: int
    roosterkop: Roosterkop | None


class Regeltabellen:
    """Finds and reads the tables of a template in lines."""

    def __init__(self, sjabloon: Sjabloon, koppen: Koppen) -> None:
        self._tabellen = sjabloon.tabellen()
        self._koppen = koppen
        self._gelezen: Counter[str] = Counter()

    def lees(self, regels: Sequence[Regel]) -> Regeltabel | None:
        """The table whose headings start on the first of these lines; None when there is none."""
        gevonden = self._kop(regels)
        if gevonden is None:
            return None
        tabel, kop, hoogte = gevonden
        self._gelezen[tabel.code] += 1
        eind = self._einde(regels, hoogte, tabel)
        if kop is None:
            return Regeltabel(tabel, platte_tabel(regels[hoogte:eind], tabel), eind, None)
        lezing, eind = lees_op_plaats(regels[:eind], kop, tabel)
        kolommen = {plek: band.kolom.code for plek, band in enumerate(kop.banden, start=1)}
        # headings alone at the foot of a page: the rows can come as a grid on the next one
        return Regeltabel(tabel, lezing, eind, None if lezing.rijen else Roosterkop(tabel, kolommen, 0, 0))

    def _kop(self, regels: Sequence[Regel]) -> tuple[Tabel, Kop | None, int] | None:
        """The table whose headings these lines start with, and how many lines they take."""
        if not self._koppen.kan_tabelkop(regels[0].woorden):
            return None
        begin = woordbegin(regels)
        for tabel in self._tabellen:
            if self._gelezen[tabel.code] >= _MAX_KEER:
                continue
            if noemt_elke_kolom(begin, tabel):
                kop = herken_kop(regels, tabel) or herken_krappe_kop(regels, tabel)
                if kop is not None:
                    return tabel, kop, kop.na
            if hoogte := platte_kop(regels, tabel):
                return tabel, None, hoogte
        return None

    def _einde(self, regels: Sequence[Regel], vanaf: int, tabel: Tabel) -> int:
        """The first line that is a heading; the beginning of a row that runs over lines is none."""
        rijen = [compact(rij.label) for rij in tabel.rijen]
        for index in range(vanaf, len(regels)):
            tekst = regels[index].tekst.strip()
            if not tekst:
                continue
            if self._begint_tabel(regels[index:]):
                return index
            if self._is_kop(regels, index) and not any(rij.startswith(compact(tekst)) for rij in rijen):
                return index
        return len(regels)

    def _is_kop(self, regels: Sequence[Regel], index: int) -> bool:
        """True for the heading of a section or the title of a table, also when that runs over two lines."""
        tekst = regels[index].tekst.strip()
        if any(KRUIS.match(woord) for woord in tekst.split()):
            return False
        if self._koppen.sectie(tekst) or self._koppen.tabel(tekst):
            return True
        onder = regels[index + 1].tekst.strip() if index + 1 < len(regels) else ""
        return bool(onder) and self._koppen.tabel(f"{tekst} {onder}") is not None

    def _begint_tabel(self, regels: Sequence[Regel]) -> bool:
        """True where headings stand, of another table or of this one again on a next page."""
        gevonden = self._kop(regels)
        return gevonden is not None and is_koptaal(regels[0], gevonden[0])


def regels_vanaf(blokken: Sequence[Blok], index: int) -> list[Regel]:
    """The run of plain lines that starts here."""
    regels: list[Regel] = []
    for blok in blokken[index : index + 160]:
        if not isinstance(blok, Regel):
            break
        regels.append(blok)
    return regels
