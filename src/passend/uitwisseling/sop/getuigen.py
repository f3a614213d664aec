"""Two witnesses of one table, its cells and the places of its words: what they agree on is surer, the rest doubtful."""

from collections.abc import Sequence
from dataclasses import replace

from passend.begrippen.profielinhoud import Methode, Tabelrij
from passend.begrippen.sjabloon import Keuze, Tabel
from passend.documenten.document import Regel, Rooster
from passend.uitwisseling.sop.layout import lees_layoutregels
from passend.uitwisseling.sop.layoutkop import Kop, herken_kop
from passend.uitwisseling.sop.tabellezing import Tabellezing, rijen_uit_regels
from passend.uitwisseling.sop.woordlayout import lees_woordlayout

_EENS = 0.99
_ONEENS = 0.5
_SPREEKT = 0.9
_KOPREGELS = 3


def lees_op_plaats(regels: Sequence[Regel], kop: Kop, tabel: Tabel) -> tuple[Tabellezing, int]:
    """A table by the places of its words, and the first line that is not of it."""
    if tabel.keuze in {Keuze.JA_NEE, Keuze.VRIJ}:
        return lees_woordlayout(regels, kop, tabel), len(regels)
    gelezen = lees_layoutregels(regels, kop, tabel)
    lezing = rijen_uit_regels(gelezen.regels, tabel, Methode.GEOMETRIE, gelezen.leeg)
    return replace(lezing, rest=(*gelezen.tussen, *lezing.rest)), gelezen.eind


def bevestig(lezing: Tabellezing, rooster: Rooster, tabel: Tabel) -> Tabellezing:
    """The rows read from cells, checked against the places of the words where those can be read too."""
    tweede = _tweede_lezing(rooster, tabel)
    return replace(lezing, rijen=tuple(_vergelijk(rij, tweede.get(rij.sleutel)) for rij in lezing.rijen))


def _tweede_lezing(rooster: Rooster, tabel: Tabel) -> dict[str, Tabelrij]:
    if tabel.keuze is Keuze.VRIJ or _tabs_zijn_cellen(rooster):
        return {}
    for begin in range(min(_KOPREGELS, len(rooster.regels))):
        if kop := herken_kop(rooster.regels[begin:], tabel):
            lezing, _eind = lees_op_plaats(rooster.regels[begin:], kop, tabel)
            return {rij.sleutel: rij for rij in lezing.rijen}
    return {}


def _tabs_zijn_cellen(rooster: Rooster) -> bool:
    """True when the words behind tabs stand at more places than there are columns: then places tell nothing.

    A person who uses tabs to put words below each other sees to it that they are.
    """
    regels = [regel for regel in rooster.regels if "\t" in regel.tekst]
    breedte = max(map(len, rooster.rijen)) - 1
    plekken = {regel.woorden[-1].x0 for regel in regels[1:] if regel.woorden}
    return len(plekken) > breedte


def _vergelijk(rij: Tabelrij, ander: Tabelrij | None) -> Tabelrij:
    if ander is None or ander.zekerheid < _SPREEKT:
        return rij
    if dict(rij.cellen) != dict(ander.cellen):
        return replace(rij, zekerheid=min(rij.zekerheid, _ONEENS))
    return replace(rij, zekerheid=max(rij.zekerheid, _EENS), bron=replace(rij.bron, methode=Methode.EENSTEMMIG))
