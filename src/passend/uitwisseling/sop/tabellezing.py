"""From grouped lines to rows of a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from passend.begrippen.profielinhoud import Bron, Celwaarde, Methode, Tabelrij
from passend.begrippen.sjabloon import Keuze, Rij, Tabel
from passend.begrippen.tabelwaarden import omvang_uit_cellen, periode_uit_cellen, waarde_uit_cellen
from passend.documenten.document import Regel
from passend.uitwisseling.sop.rijherkenning import Labelregel, Rijgroep, een_keer, groepeer
from passend.uitwisseling.sop.soortherkenning import herken_soort

MET_WAARDE = (Keuze.EEN, Keuze.JA_NEE)
DUBBEL = 0.3
LEEG = 0.5
ONDUIDELIJK = 0.6


@dataclass(frozen=True, slots=True)
class Tabellezing:
    """The rows of one table, and the lines in it that were not understood."""

    rijen: tuple[Tabelrij, ...]
    rest: tuple[Regel, ...]


def rijen_uit_regels(
    regels: Sequence[Labelregel], tabel: Tabel, methode: Methode, leeg: Mapping[str, Celwaarde]
) -> Tabellezing:
    """Group lines into rows; what is neither marked nor a row of the template stays unread."""
    rijen: list[Tabelrij] = []
    rest: list[Regel] = []
    for groep in een_keer(_groepen(regels, tabel, methode)):
        if groep.rij is None and (groep.merkregel is None or not groep.label):
            rest += [regel.regel for regel in groep.regels]
        else:
            rijen.append(_rij_uit_groep(groep, tabel, methode, leeg))
    return Tabellezing(tuple(rijen), tuple(rest))


def _groepen(regels: Sequence[Labelregel], tabel: Tabel, methode: Methode) -> list[Rijgroep]:
    """Lines in rows; where known rows have their marks below the first line of the label, others can have so too."""
    if methode is not Methode.GEOMETRIE:
        return groepeer(regels, tabel)
    groepen = groepeer(regels, tabel, merk_bovenaan=True)
    bekend = [groep for groep in groepen if groep.rij is not None and groep.merkregel is not None]
    return groepen if all(groep.merk_bovenaan for groep in bekend) else groepeer(regels, tabel)


def _rij_uit_groep(groep: Rijgroep, tabel: Tabel, methode: Methode, leeg: Mapping[str, Celwaarde]) -> Tabelrij:
    gemerkt = groep.merkregel
    regel = (gemerkt or groep.regels[0]).regel
    bron = Bron(methode=methode, regel=regel.nummer, pagina=regel.pagina, kader=regel.kader)
    return maak_rij(
        tabel,
        label=groep.label,
        rij=groep.rij,
        cellen=_cellen(groep, leeg),
        zekerheid=_zekerheid(groep, tabel, methode, leeg),
        bron=bron,
        opmerking=" ".join(regel.opmerking for regel in groep.regels if regel.opmerking),
    )


def _cellen(groep: Rijgroep, leeg: Mapping[str, Celwaarde]) -> Mapping[str, Celwaarde]:
    """The cells of the line with the marks, with the words that run on below them."""
    gemerkt = groep.merkregel
    cellen = dict(gemerkt.cellen if gemerkt and gemerkt.cellen is not None else leeg)
    for regel in groep.regels:
        for code, woorden in regel.vervolg.items():
            cellen[code] = f"{cellen.get(code) or ''} {woorden}".strip()
    return cellen


def _zekerheid(groep: Rijgroep, tabel: Tabel, methode: Methode, leeg: Mapping[str, Celwaarde]) -> float:
    if groep.merkregel is None:
        return 0.95 if tabel.keuze is Keuze.LOS and False in leeg.values() else LEEG
    onduidelijk = methode is Methode.GEOMETRIE and groep.begint_los
    return min(groep.merkregel.zekerheid, ONDUIDELIJK if onduidelijk else 1.0)


def maak_rij(  # noqa: PLR0913 -- a row has this many facts
    tabel: Tabel,
    *,
    label: str,
    rij: Rij | None,
    cellen: Mapping[str, Celwaarde],
    zekerheid: float,
    bron: Bron,
    opmerking: str = "",
) -> Tabelrij:
    """A row that was read; without a single value it is doubtful."""
    waarde = waarde_uit_cellen(tabel, cellen)
    if waarde is None and tabel.keuze in MET_WAARDE:
        zekerheid = min(zekerheid, DUBBEL)
    return Tabelrij(
        tabel=tabel.code,
        rij=rij.code if rij else None,
        label=label,
        waarde=waarde,
        cellen=dict(cellen),
        omvang=omvang_uit_cellen(tabel, cellen),
        periode=periode_uit_cellen(tabel, cellen),
        soort_ondersteuning=(rij.soort if rij and rij.soort else herken_soort(label)) or None,
        opmerking=opmerking or None,
        zekerheid=round(zekerheid, 2),
        bron=bron,
    )
