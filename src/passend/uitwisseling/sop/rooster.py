"""Tables that come as a grid of cells: from Word, ODT, or the ruling lines of a PDF."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from passend.begrippen.profielinhoud import Bron, Celwaarde, Methode
from passend.begrippen.sjabloon import Keuze, Rij, Sjabloon, Tabel
from passend.documenten.aankleding import Celwoorden, is_leeg, voeg_regels, zonder_noten
from passend.documenten.document import Blok, Cel, Regel, Rooster, omvattend
from passend.uitwisseling.sop.layout import NIET_GEZEGD
from passend.uitwisseling.sop.rijherkenning import match_rij, netjes
from passend.uitwisseling.sop.roostercellen import Celinhoud, lees_cellen
from passend.uitwisseling.sop.tabellezing import Tabellezing, maak_rij
from passend.uitwisseling.sop.woordvorm import MERK_TEKEN, lijkt_kop, plat

_KOPDREMPEL = 85.0
_ZEKER = 0.98
_OPMERKING = 0.6
_GOK = 0.85
_GAT = 0.5
_KORTSTE_KOP = 4
_GENOEG_RIJEN = 3
_METHODE = {"lijnen": Methode.LIJNEN, "codes": Methode.CODES, "cellen": Methode.CELLEN}


@dataclass(frozen=True, slots=True)
class Roosterkop:
    """Which table a grid is, which of its columns hold what, and where the labels stand.

    `hoogstens` is how sure a row can be: less where headings are only like those of the template, or are not there.
    """

    tabel: Tabel
    kolommen: dict[int, str]
    labelkolom: int
    koprijen: int
    hoogstens: float = 1.0


def herken_rooster(rooster: Rooster, sjabloon: Sjabloon, vorige: Roosterkop | None) -> Roosterkop | None:
    """The table a grid is, by its headings; a grid without headings can go on with the table before it."""
    for koprijen in (1, 2, 3):
        koppen = _koppen(rooster.rijen[:koprijen])
        for tabel in sjabloon.tabellen():
            kop = _als_tabel(koppen, tabel, koprijen)
            if kop is not None:
                return kop
    if vorige is not None and _gaat_verder(rooster, vorige):
        return replace(vorige, koprijen=0)
    return None


def herken_kopregel(rij: Sequence[Cel], sjabloon: Sjabloon) -> Tabel | None:
    """The table of whose headings this one row of a grid has all.

    A mark can be a heading too, but then it stands beside a label.
    """
    koppen = _koppen([rij])
    for tabel in sjabloon.tabellen():
        kop = _als_tabel(koppen, tabel, 1)
        if kop is not None and (
            not koppen[kop.labelkolom] or lijkt_kop(koppen[kop.labelkolom], (tabel.kop,), _KOPDREMPEL)
        ):
            return tabel
    return None


def zonder_schijnroosters(blokken: Sequence[Blok], sjabloon: Sjabloon) -> Iterator[Blok]:
    """Blocks of plain text in which a grid is a table of the template, or its lines again.

    Tabs can part cells, or stand for eight spaces: then lines that happen to have as many tabs are no grid, and where
    their words stand tells the columns. Rows at the end of which all tabs are lost stand below the grid as lines.
    """
    kop: Roosterkop | None = None
    open_rooster: Rooster | None = None
    for blok in blokken:
        if open_rooster is not None and kop is not None and (langer := _met_rij(open_rooster, blok, kop)):
            open_rooster = langer
            continue
        if open_rooster is not None:
            yield open_rooster
            open_rooster = None
        gevonden = herken_rooster(blok, sjabloon, kop) if isinstance(blok, Rooster) else None
        if isinstance(blok, Rooster) and gevonden is not None and len(blok.rijen) <= gevonden.koprijen:
            gevonden = None
        kop = gevonden or kop
        if isinstance(blok, Rooster) and gevonden is not None:
            open_rooster = blok
        elif isinstance(blok, Rooster) and blok.regels:
            yield from blok.regels
        else:
            yield blok
    if open_rooster is not None:
        yield open_rooster


def _met_rij(rooster: Rooster, blok: Blok, kop: Roosterkop) -> Rooster | None:
    """The grid with the line below it, when that is a known row without cells."""
    if not isinstance(blok, Regel) or "\t" in blok.tekst or match_rij(blok.tekst, kop.tabel)[0] is None:
        return None
    leeg = [Cel(tekst="")] * (max(map(len, rooster.rijen)) - 1)
    rij = [*leeg[: kop.labelkolom], Cel(tekst=blok.tekst.strip()), *leeg[kop.labelkolom :]]
    return replace(rooster, rijen=(*rooster.rijen, tuple(rij)), regels=(*rooster.regels, blok))


def _koppen(rijen: Sequence[Sequence[Cel]]) -> list[str]:
    breedte = max((len(rij) for rij in rijen), default=0)
    return [" ".join(rij[i].tekst for rij in rijen if i < len(rij)).strip() for i in range(breedte)]


def _als_tabel(koppen: Sequence[str], tabel: Tabel, koprijen: int) -> Roosterkop | None:
    """The columns of a table in headings, also when one of them is cut short to its first words."""
    kolommen: dict[int, str] = {}
    hoogstens = 1.0
    for kolom in tabel.kolommen:
        vrij = [plek for plek in range(len(koppen)) if plek not in kolommen]
        namen = (kolom.kop, *kolom.koppen)
        plek = next((plek for plek in vrij if lijkt_kop(koppen[plek], namen, _KOPDREMPEL)), None)
        if plek is None:
            plek = next((plek for plek in vrij if _begint(koppen[plek], kolom.kop)), None)
            hoogstens = _GOK
        if plek is not None:
            kolommen[plek] = kolom.code
    over = [plek for plek in range(len(koppen)) if plek not in kolommen]
    if len(kolommen) < len(tabel.kolommen) or not over:
        return None
    label = next((plek for plek in over if lijkt_kop(koppen[plek], (tabel.kop,), _KOPDREMPEL)), None)
    if label is None and (len(tabel.kolommen) == 1 or hoogstens < 1):
        return None
    return Roosterkop(tabel, kolommen, over[0] if label is None else label, koprijen, hoogstens)


def _begint(tekst: str, kop: str) -> bool:
    """True for the first word or words of a heading."""
    eigen, heel = plat(tekst).split(), plat(kop).split()
    return 0 < len(eigen) < len(heel) and heel[: len(eigen)] == eigen and len("".join(eigen)) >= _KORTSTE_KOP


def herken_zonder_kop(rooster: Rooster, sjabloon: Sjabloon, titel: Tabel | None) -> Roosterkop | None:
    """The table a grid without headings is, by its known rows or the title above it; a guess, for a person to see."""
    beste = max(sjabloon.tabellen(), key=lambda tabel: _bekende_rijen(rooster, tabel))
    aantal = _bekende_rijen(rooster, beste)
    if aantal < _GENOEG_RIJEN or aantal * 2 < len(rooster.rijen):
        if titel is None or titel.keuze is not Keuze.VRIJ:
            return None
        beste = titel
    if any(len(rij) != len(beste.kolommen) + 1 for rij in rooster.rijen):
        return None
    kolommen = {plek: kolom.code for plek, kolom in enumerate(beste.kolommen, start=1)}
    return Roosterkop(beste, kolommen, 0, 0, _OPMERKING)


def _bekende_rijen(rooster: Rooster, tabel: Tabel) -> int:
    return sum(match_rij(rij[0].tekst.split("\n")[0], tabel)[0] is not None for rij in rooster.rijen if rij)


def _gaat_verder(rooster: Rooster, vorige: Roosterkop) -> bool:
    breedte = max(*vorige.kolommen, vorige.labelkolom) + 1
    return all(len(rij) == breedte for rij in rooster.rijen) and any(
        match_rij(rij[vorige.labelkolom].tekst, vorige.tabel)[0] for rij in rooster.rijen
    )


def lees_rooster(rooster: Rooster, kop: Roosterkop, *, is_eigen_druk: bool = False) -> Tabellezing:
    """The rows below the headings; blank grid rows are left out, nothing else is.

    `is_eigen_druk`: Passend set the table, so that there can be notes of ours behind a label. A row of the region of
    which we print that nothing was filled in is no row.
    """
    rijen = []
    breedte = max(map(len, rooster.rijen), default=0)
    heel = [1.0 if len(cellen) == breedte else _GAT for cellen in rooster.rijen]  # which cell is missing?
    leeg = False if is_eigen_druk else _leeg(rooster, kop)
    for nummer, cellen in enumerate(rooster.rijen[kop.koprijen :], start=kop.koprijen):
        label = cellen[kop.labelkolom].tekst.strip() if kop.labelkolom < len(cellen) else ""
        if not any(cel.tekst.strip() or cel.is_aangevinkt for cel in cellen):
            continue
        woorden = zonder_noten(label) if is_eigen_druk else Celwoorden(tekst=label)
        rij, label, bijschrift = _eigen_label(woorden, kop.tabel) if is_eigen_druk else _label(label, kop.tabel)
        if is_eigen_druk and rij is not None and not woorden.heeft_noot and _is_niet_ingevuld(cellen, kop):
            continue
        gelezen = lees_cellen(cellen, kop.tabel, kop.kolommen, leeg, is_eigen_druk=is_eigen_druk)
        ernaast = [] if is_eigen_druk else _ernaast(cellen, kop)
        rijen.append(
            maak_rij(
                kop.tabel,
                label=netjes(label, rij),
                rij=rij,
                cellen=gelezen.waarden,
                zekerheid=min(
                    kop.hoogstens, heel[nummer], _zekerheid(gelezen, kop.tabel, woorden if is_eigen_druk else None)
                ),
                bron=_bron(rooster, nummer, kop.labelkolom),
                opmerking="; ".join([*bijschrift, *gelezen.opmerkingen, *ernaast]),
            )
        )
    return Tabellezing(tuple(rijen), () if is_eigen_druk else _vreemde_koppen(rooster, kop))


def _ernaast(cellen: Sequence[Cel], kop: Roosterkop) -> list[str]:
    """What stands in columns that the template does not have."""
    vreemd = (cel for plek, cel in enumerate(cellen) if plek not in kop.kolommen and plek != kop.labelkolom)
    return [" ".join(cel.tekst.split()) for cel in vreemd if cel.tekst.strip()]


def _vreemde_koppen(rooster: Rooster, kop: Roosterkop) -> tuple[Regel, ...]:
    """The headings of columns that the template does not have, as lines."""
    return tuple(
        Regel(nummer=rooster.nummer, tekst=tekst, woorden=(), pagina=rooster.pagina, kader=rooster.kader)
        for rij in rooster.rijen[: kop.koprijen]
        for tekst in _ernaast(rij, kop)
    )


def _bron(rooster: Rooster, nummer: int, labelkolom: int) -> Bron:
    """Where a row stands: its line, and the box around its label and its marks."""
    cellen = rooster.rijen[nummer]
    pagina = cellen[min(labelkolom, len(cellen) - 1)].pagina or rooster.pagina
    kaders = [cel.kader for cel in cellen if cel.kader and (cel.pagina or rooster.pagina) == pagina]
    return Bron(
        methode=_METHODE[rooster.methode],
        regel=rooster.nummer + nummer if rooster.methode == "cellen" else rooster.nummer,
        pagina=pagina,
        kader=omvattend(kaders) if kaders else None,
    )


def _label(label: str, tabel: Tabel) -> tuple[Rij | None, str, list[str]]:
    """The row of the template, its label, and what stands below the label in the same cell."""
    regels = label.split("\n")
    sneden = range(len(regels), 0, -1)
    aantal = max(sneden, key=lambda snede: match_rij(" ".join(regels[:snede]), tabel)[1])
    rij, _score = match_rij(" ".join(regels[:aantal]), tabel)
    if rij is None:
        return None, label, []
    rest = " ".join(" ".join(regels[aantal:]).split())
    return rij, " ".join(regels[:aantal]), [rest] if rest else []


def _eigen_label(woorden: Celwoorden, tabel: Tabel) -> tuple[Rij | None, str, list[str]]:
    """The same for a table we set: what stands before the notes is the label, and they say whose row it is."""
    label = voeg_regels(woorden.tekst.splitlines())
    rij = None if woorden.is_eigen else match_rij(label, tabel)[0]
    return rij, label, [woorden.opmerking] if woorden.opmerking else []


def _is_niet_ingevuld(cellen: Sequence[Cel], kop: Roosterkop) -> bool:
    return all(is_leeg(cellen[plek].tekst) for plek in kop.kolommen if plek < len(cellen))


def _leeg(rooster: Rooster, kop: Roosterkop) -> Celwaarde:
    """What an empty cell means: no, in a table of crosses; not said, in a table of ja and nee."""
    if kop.tabel.keuze is not Keuze.LOS:
        return False
    vakken = [rij[plek] for rij in rooster.rijen[kop.koprijen :] for plek in kop.kolommen if plek < len(rij)]
    kruisjes = any(cel.is_aangevinkt is not None or MERK_TEKEN.match(cel.tekst.strip()) for cel in vakken)
    return False if kruisjes else None


def _zekerheid(gelezen: Celinhoud, tabel: Tabel, eigen: Celwoorden | None) -> float:
    if eigen is not None and eigen.is_twijfel:
        return _OPMERKING
    if gelezen.opmerkingen or gelezen.is_gok:
        return _OPMERKING
    is_onbekend = eigen is None and tabel.keuze is Keuze.LOS and None in gelezen.waarden.values()
    return NIET_GEZEGD if is_onbekend else _ZEKER
