"""From grouped lines to rows of a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from passend.begrippen.profielinhoud import Bron, Celwaarde, Methode, Tabelrij
from passend.begrippen.sjabloon import Keuze, Rij, Tabel
from passend.begrippen.tabelwaarden import gelezen_omvang, periode_uit_cellen, waarde_uit_cellen
from passend.documenten.document import Regel
from passend.uitwisseling.sop.rijherkenning import Labelregel, Rijgroep, een_keer, groepeer
from passend.uitwisseling.sop.soortherkenning import herken_soort
from passend.uitwisseling.sop.woordvorm import compact

MET_WAARDE = (Keuze.EEN, Keuze.JA_NEE)
DUBBEL = 0.3
LEEG = 0.5
GEEN_MERK = 0.95
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
    groepen = een_keer(_groepen(regels, tabel, methode))
    for plek, groep in enumerate(groepen):
        if groep.rij is None and (groep.merkregel is None or not groep.label):
            rest += [regel.regel for regel in groep.regels]
        else:
            zekerheid = (
                _zekerheid(groep, methode) if groep.merkregel else _zonder_merk(groepen, plek, tabel, methode, leeg)
            )
            rijen.append(_rij_uit_groep(groep, tabel, methode, leeg, zekerheid))
    return Tabellezing(tuple(rijen), tuple(rest))


def _groepen(regels: Sequence[Labelregel], tabel: Tabel, methode: Methode) -> list[Rijgroep]:
    """Lines in rows; where known rows have their marks below the first line of the label, others can have so too."""
    if methode is not Methode.GEOMETRIE:
        return groepeer(regels, tabel)
    groepen = groepeer(regels, tabel, merk_bovenaan=True)
    bekend = [groep for groep in groepen if groep.rij is not None and groep.merkregel is not None]
    return groepen if all(groep.merk_bovenaan for groep in bekend) else groepeer(regels, tabel)


def _rij_uit_groep(
    groep: Rijgroep, tabel: Tabel, methode: Methode, leeg: Mapping[str, Celwaarde], zekerheid: float
) -> Tabelrij:
    gemerkt = groep.merkregel
    regel = (gemerkt or groep.regels[0]).regel
    bron = Bron(methode=methode, regel=regel.nummer, pagina=regel.pagina, kader=regel.kader)
    return maak_rij(
        tabel,
        label=groep.label,
        rij=groep.rij,
        cellen=_cellen(groep, leeg),
        zekerheid=zekerheid,
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


def _zekerheid(groep: Rijgroep, methode: Methode) -> float:
    """How sure the marks of a row are, and that its label is one."""
    zekerheid = groep.merkregel.zekerheid if groep.merkregel else 1.0
    onduidelijk = (methode is Methode.GEOMETRIE and groep.begint_los) or not compact(groep.label)
    return min(zekerheid, ONDUIDELIJK if onduidelijk else 1.0)


def _zonder_merk(
    groepen: Sequence[Rijgroep], plek: int, tabel: Tabel, methode: Methode, leeg: Mapping[str, Celwaarde]
) -> float:
    """How sure it is that a row without marks has none.

    Only in a table of crosses, read by its columns, where the marks of the rows around it stand on the line of their
    own label: else the marks of this row can have come loose from it.
    """
    if methode is not Methode.GEOMETRIE or tabel.keuze is not Keuze.LOS or False not in leeg.values():
        return LEEG
    ervoor = next((groep.merkregel for groep in reversed(groepen[:plek]) if groep.merkregel), None)
    erna = next((groep.merkregel for groep in groepen[plek + 1 :] if groep.merkregel), None)
    buren = [regel for regel in (ervoor, erna) if regel is not None]
    return GEEN_MERK if buren and all(regel.label for regel in buren) else LEEG


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
    omvang = gelezen_omvang(tabel, cellen)
    if not omvang.is_eenduidig:
        zekerheid = min(zekerheid, ONDUIDELIJK)
    return Tabelrij(
        tabel=tabel.code,
        rij=rij.code if rij else None,
        label=label,
        waarde=waarde,
        cellen=dict(cellen),
        omvang=omvang.omvang,
        periode=periode_uit_cellen(tabel, cellen),
        soort_ondersteuning=(rij.soort if rij and rij.soort else herken_soort(label)) or None,
        opmerking=opmerking or None,
        zekerheid=round(zekerheid, 2),
        bron=bron,
    )
