"""Rows of a table whose headings were not found: labels among the sentences, with marks that could be of any row."""

from collections.abc import Sequence

from passend.begrippen.profielinhoud import Bron, Methode, Tabelrij
from passend.begrippen.sjabloon import Keuze, Rij, Tabel
from passend.documenten.document import Regel
from passend.uitwisseling.sop.rijherkenning import match_rij, netjes
from passend.uitwisseling.sop.tabellezing import DUBBEL, Tabellezing, maak_rij
from passend.uitwisseling.sop.woordvorm import KRUIS

_GENOEG = 3
_REGELS = 3


def lees_losse_rijen(regels: Sequence[Regel], tabel: Tabel) -> Tabellezing:
    """The known rows among lines, without values and doubtful, and the other lines; none when there are hardly any."""
    gevonden = list(_zoek(regels, tabel)) if tabel.keuze is not Keuze.VRIJ else []
    if len({rij.code for rij, _label, _plekken in gevonden}) < _GENOEG:
        return Tabellezing((), tuple(regels))
    van_rijen = {plek for _rij, _label, plekken in gevonden for plek in plekken}
    rijen = {rij.code: _rij(tabel, rij, label, regels[plekken[0]]) for rij, label, plekken in reversed(gevonden)}
    over = tuple(regel for plek, regel in enumerate(regels) if plek not in van_rijen)
    return Tabellezing(tuple(reversed(rijen.values())), over)


def zonder_losse(rijen: Sequence[Tabelrij], nieuw: Sequence[Tabelrij]) -> tuple[list[Tabelrij], list[Tabelrij]]:
    """The rows without those found so that a table has now, and these: there they were only words in a sentence."""
    sleutels = {rij.sleutel for rij in nieuw}
    vervallen = [rij for rij in rijen if _is_los(rij) and rij.sleutel in sleutels]
    return [rij for rij in rijen if rij not in vervallen], vervallen


def _is_los(rij: Tabelrij) -> bool:
    return rij.bron.methode is Methode.TEKST and rij.rij is not None and set(rij.cellen.values()) == {None}


def _zoek(regels: Sequence[Regel], tabel: Tabel) -> list[tuple[Rij, str, range]]:
    """Where known rows stand, each with its label; a label can run over lines."""
    uit: list[tuple[Rij, str, range]] = []
    gezien: set[str] = set()
    plek = 0
    while plek < len(regels):
        kandidaten = [
            deel for hoogte in range(1, _REGELS + 1) if (deel := _op(regels, plek, hoogte, tabel)) is not None
        ]
        raak = max(kandidaten, key=lambda deel: match_rij(deel[1], tabel)[1], default=None)
        if raak is None or raak[0].code in gezien:
            plek += 1
            continue
        gezien.add(raak[0].code)
        uit.append(raak)
        plek = raak[2].stop
    return uit


def _op(regels: Sequence[Regel], plek: int, hoogte: int, tabel: Tabel) -> tuple[Rij, str, range] | None:
    stuk = regels[plek : plek + hoogte]
    woorden = [[woord for woord in regel.tekst.split() if not KRUIS.match(woord)] for regel in stuk]
    if not all(woorden) or len(stuk) < hoogte:
        return None
    label = " ".join(woord for rij in woorden for woord in rij)
    rij, _score = match_rij(label, tabel)
    return (rij, label, range(plek, plek + hoogte)) if rij is not None else None


def _rij(tabel: Tabel, rij: Rij, label: str, regel: Regel) -> Tabelrij:
    bron = Bron(methode=Methode.TEKST, regel=regel.nummer, pagina=regel.pagina, kader=regel.kader)
    leeg = dict.fromkeys(kolom.code for kolom in tabel.kolommen)
    return maak_rij(tabel, label=netjes(label, rij), rij=rij, cellen=leeg, zekerheid=DUBBEL, bron=bron)
