"""How grids are cut before they are read: titles, more tables in one grid, rows over the end of a page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from passend.begrippen.sjabloon import Keuze, Sjabloon, Tabel
from passend.documenten.document import Blok, Cel, Regel, Rooster
from passend.uitwisseling.sop.rijherkenning import match_rij
from passend.uitwisseling.sop.rooster import Roosterkop, herken_kopregel, herken_rooster

_TUSSEN = 8  # lines of a foot and a head of a page, between two halves of a table

type _Rij = tuple[Cel, ...]


def deel_in(blokken: Sequence[Blok], sjabloon: Sjabloon) -> list[Blok]:
    """The same blocks, with each grid one table from its headings on, and no row in two halves."""
    los: list[Blok] = []
    for blok in blokken:
        los += _per_tabel(blok, sjabloon) if isinstance(blok, Rooster) else [blok]
    return _met_hele_rijen(los, sjabloon)


def _per_tabel(rooster: Rooster, sjabloon: Sjabloon) -> Iterator[Blok]:
    """A grid cut before each row of headings; titles above them become lines."""
    koppen = [plek for plek, rij in enumerate(rooster.rijen) if herken_kopregel(rij, sjabloon)]
    if not koppen or koppen == [0]:
        yield rooster
        return
    begin = 0
    for kop in koppen:
        titels = kop
        while titels > begin and _is_titel(rooster.rijen[titels - 1]):
            titels -= 1
        if begin == 0 and titels > 0 and not _is_los(rooster, titels, koppen):
            continue
        yield from _stuk(rooster, begin, titels)
        yield from (_titelregel(rooster, plek) for plek in range(titels, kop))
        begin = kop
    yield from _stuk(rooster, begin, len(rooster.rijen))


def _is_los(rooster: Rooster, titels: int, koppen: Sequence[int]) -> bool:
    """True when the rows above a heading are a table of their own, and not the first line of that heading."""
    return titels > koppen[0] or titels >= len(rooster.rijen) // 2 or koppen[0] > 2  # noqa: PLR2004 -- lines of a heading


def _is_titel(rij: _Rij) -> bool:
    """True for a row with words in its first cell alone: a title that runs over all columns."""
    return bool(rij and rij[0].tekst.strip()) and not any(cel.tekst.strip() or cel.is_aangevinkt for cel in rij[1:])


def _titelregel(rooster: Rooster, plek: int) -> Regel:
    rij = rooster.rijen[plek]
    nummer = rooster.nummer + plek if rooster.methode == "cellen" else rooster.nummer
    tekst = " ".join(rij[0].tekst.split())
    return Regel(nummer=nummer, tekst=tekst, woorden=(), pagina=rij[0].pagina or rooster.pagina, kader=rij[0].kader)


def _stuk(rooster: Rooster, begin: int, eind: int) -> Iterator[Rooster]:
    rijen = rooster.rijen[begin:eind]
    if not rijen:
        return
    nummer = rooster.nummer + begin if rooster.methode == "cellen" else rooster.nummer
    yield replace(rooster, rijen=rijen, nummer=nummer, regels=_regels_van(rooster, begin, eind))


def _regels_van(rooster: Rooster, begin: int, eind: int) -> tuple[Regel, ...]:
    """The lines of some rows: one a row in text, those on their height in a PDF."""
    if len(rooster.regels) == len(rooster.rijen) and all(regel.kader is None for regel in rooster.regels):
        return rooster.regels[begin:eind]
    kaders = [cel.kader for rij in rooster.rijen[begin:eind] for cel in rij if cel.kader]
    if not kaders:
        return ()
    boven, onder = min(kader[1] for kader in kaders), max(kader[3] for kader in kaders)
    return tuple(
        regel for regel in rooster.regels if regel.kader and boven <= (regel.kader[1] + regel.kader[3]) / 2 <= onder
    )


def _met_hele_rijen(blokken: Sequence[Blok], sjabloon: Sjabloon) -> list[Blok]:
    """Blocks in which a row that is cut by the end of a page stands whole in the first of its two grids."""
    uit: list[Blok] = []
    vorige: tuple[int, Roosterkop] | None = None
    for blok in blokken:
        if not isinstance(blok, Rooster):
            uit.append(blok)
            continue
        heel = blok
        if vorige is not None and len(uit) - vorige[0] <= _TUSSEN:
            heel = _geheeld(uit, vorige, blok, sjabloon)
        kop = herken_rooster(heel, sjabloon, vorige[1] if vorige else None)
        if heel.rijen:
            uit.append(heel)
        if kop is not None and heel.rijen:
            vorige = (len(uit) - 1, kop)
    return uit


def _geheeld(uit: list[Blok], vorige: tuple[int, Roosterkop], blok: Rooster, sjabloon: Sjabloon) -> Rooster:
    """The grid without its first row, when that is the rest of the last row before it; the rest goes there."""
    plek, kop = vorige
    boven = uit[plek]
    nieuw = herken_rooster(blok, sjabloon, kop)
    koprijen = nieuw.koprijen if nieuw else 0
    anders = nieuw is not None and nieuw.tabel is not kop.tabel
    if not isinstance(boven, Rooster) or anders or len(blok.rijen) <= koprijen or len(boven.rijen) <= kop.koprijen:
        return blok
    eerste, laatste = blok.rijen[koprijen], boven.rijen[-1]
    if len(eerste) != len(laatste) or not _is_een_rij(laatste, eerste, kop):
        return blok
    samen = tuple(_samen(links, rechts) for links, rechts in zip(laatste, eerste, strict=True))
    uit[plek] = replace(boven, rijen=(*boven.rijen[:-1], samen))
    rijen = (*blok.rijen[:koprijen], *blok.rijen[koprijen + 1 :])
    return replace(blok, rijen=rijen if len(rijen) > koprijen else ())


def _is_een_rij(laatste: _Rij, eerste: _Rij, kop: Roosterkop) -> bool:
    """True when the first row of a page is the rest of the last row of the page before it."""
    boven, onder = laatste[kop.labelkolom].tekst, eerste[kop.labelkolom].tekst
    if _gevuld(laatste, kop) & _gevuld(eerste, kop) and kop.tabel.keuze in {Keuze.EEN, Keuze.LOS}:
        return False
    if not onder.strip():
        return bool(_gevuld(eerste, kop))
    if _bekend(onder, kop.tabel):
        return False
    zonder_cellen = not _gevuld(eerste, kop) and bool(_gevuld(laatste, kop))
    if _bekend(boven, kop.tabel):  # more than its label stands below it only in words that go on
        return zonder_cellen and (onder.lstrip()[0] == "(" or onder.lstrip()[0].islower())
    return _bekend(f"{boven} {onder}", kop.tabel) or (zonder_cellen and kop.tabel.keuze is not Keuze.LOS)


def _gevuld(rij: _Rij, kop: Roosterkop) -> set[int]:
    return {plek for plek in kop.kolommen if rij[plek].tekst.strip() or rij[plek].is_aangevinkt is not None}


def _bekend(label: str, tabel: Tabel) -> bool:
    return match_rij(" ".join(label.split()), tabel)[0] is not None


def _samen(boven: Cel, onder: Cel) -> Cel:
    tekst = "\n".join(deel for deel in (boven.tekst, onder.tekst) if deel.strip())
    stand = boven.is_aangevinkt if onder.is_aangevinkt is None else onder.is_aangevinkt
    return replace(boven, tekst=tekst, is_aangevinkt=stand)
