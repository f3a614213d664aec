"""Rows and columns of a file, as text; what a program wrote around them is gone, and so are numbers of the state."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from passend.begrippen.opgave import OnleesbaarError
from passend.regels.burgerservicenummer import is_burgerservicenummer
from passend.uitwisseling.tabel.einde import check_breedte, is_afgebroken
from passend.uitwisseling.tabel.tekens import zichtbaar
from passend.uitwisseling.tabel.waarden import lees_dag

MEESTE_RIJEN, MEESTE_KOLOMMEN, LANGSTE_CEL = 30_000, 150, 1_000
KOP_BINNEN = 15  # a title and a date can stand above the headings
_NUMMERKOP = re.compile(r"\b(bsn|burgerservice\w*|sofi\w*|onderwijsnummer|pgn|persoonsgebonden\w*)\b", re.IGNORECASE)
_GENOEG, _DEEL = 3, 0.8
_KORTSTE_NUMMER = 8  # a spreadsheet takes a zero off the front

type Rij = tuple[int, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """The headings, the rows with their line in the file, and the headings of the columns that were left out.

    `opmerkingen` say what somebody must know of the file itself; without `heeft_koppen` the headings are numbers.
    `twijfel` is a sentence that somebody has to answer before anything of it is taken over; empty when there is none.
    """

    koppen: list[str]
    rijen: list[Rij]
    weggelaten: tuple[str, ...] = ()
    opmerkingen: tuple[str, ...] = ()
    heeft_koppen: bool = True
    twijfel: str = ""

    def kolom(self, kop: str) -> list[str]:
        """The values below a heading."""
        plek = self.koppen.index(kop)
        return [cellen[plek] for _regel, cellen in self.rijen]


def maak_tabel(rijen: Iterable[Rij], *, is_open: bool = False, opmerkingen: tuple[str, ...] = ()) -> Tabel:
    """Find the headings, and leave out empty rows and the columns with numbers of the state.

    Args:
        rijen: the rows.
        is_open: the last of them has no end, as in a file of which a part is missing.
        opmerkingen: what somebody must know of the file.

    Raises:
        OnleesbaarError: there is nothing below the headings, or far too much, or the last row breaks off.
    """
    gevuld: list[Rij] = []
    for regel, cellen in rijen:
        if len(gevuld) > MEESTE_RIJEN or len(cellen) > MEESTE_KOLOMMEN:
            raise OnleesbaarError(
                f"Dit bestand heeft meer dan {MEESTE_RIJEN} rijen of {MEESTE_KOLOMMEN} kolommen. "
                "Kies een bestand met alleen de leerlingen van deze school."
            )
        kaal = [zichtbaar(cel).strip()[:LANGSTE_CEL] for cel in cellen]
        if any(kaal):
            gevuld.append((regel, kaal))
    if len(gevuld) <= 1:
        raise OnleesbaarError("In dit bestand staan geen rijen onder de koppen. Kies een bestand met rijen.")
    begin = _kopregel(gevuld)
    heeft_koppen = begin is not None
    koppen = _uniek(gevuld[begin][1] if begin is not None else [""] * max(len(cellen) for _regel, cellen in gevuld))
    onder = gevuld[begin + 1 :] if begin is not None else gevuld
    if len(koppen) == 1:
        raise OnleesbaarError(
            "Passend ziet in dit bestand maar een kolom. Bewaar het als Excel-werkmap (xlsx), of als CSV met een "
            "puntkomma tussen de kolommen."
        )
    if is_open:
        check_breedte(koppen, onder)
    breedte = len(koppen)
    tabel = _zonder_nummers(
        Tabel(
            koppen=koppen,
            rijen=[(regel, (cellen + [""] * breedte)[:breedte]) for regel, cellen in onder],
            opmerkingen=opmerkingen,
            heeft_koppen=heeft_koppen,
        )
    )
    return replace(tabel, twijfel=_twijfel_einde(tabel, koppen, onder)) if is_open else tabel


def _twijfel_einde(tabel: Tabel, koppen: Sequence[str], rijen: Sequence[Rij]) -> str:
    """What is odd about the last value of a file without an end; empty when nothing is.

    A number of the state is not repeated.
    """
    regel, laatste = rijen[-1]
    plek = min(len(laatste), len(koppen)) - 1
    kop, cel = koppen[plek], laatste[plek]
    if not is_afgebroken(cel, [cellen[plek] for _regel, cellen in rijen[:-1] if len(cellen) > plek]):
        return ""
    if not cel or kop in tabel.weggelaten:
        return (
            f"Misschien is het bestand niet heel: op regel {regel}, de laatste, staat bij '{kop}' minder dan erboven. "
            "Kijk het na in uw administratie, en vink onder aan de bladzijde aan dat het heel is."
        )
    return (
        f"Misschien is het bestand niet heel: op regel {regel}, de laatste, staat bij '{kop}' alleen '{cel}', en "
        "erboven staat daar meer. Kijk het na in uw administratie, en vink onder aan de bladzijde aan dat het heel is."
    )


def _kopregel(rijen: Sequence[Rij]) -> int | None:
    """The first row that is nearly as full as the fullest of the first rows, and has no number or day in it.

    None when a row as full as that has a day in it: then it is of somebody, and the file has no headings.
    """
    eerste = rijen[:KOP_BINNEN]
    meest = max(sum(map(bool, cellen)) for _regel, cellen in eerste)
    for plek, (_regel, cellen) in enumerate(eerste):
        woorden = [cel for cel in cellen if cel]
        if len(woorden) < max(2, 0.6 * meest):
            continue
        if not any(cel[0].isdigit() for cel in woorden):
            return plek
        if any(lees_dag(cel) for cel in woorden):
            return None
    return 0


def _uniek(koppen: Sequence[str]) -> list[str]:
    """Headings that can be told apart; one that is empty is called after its place."""
    keer: Counter[str] = Counter()
    uit = []
    for plek, kop in enumerate(koppen, start=1):
        naam = kop or f"kolom {plek}"
        keer[naam] += 1
        uit.append(naam if keer[naam] == 1 else f"{naam} ({keer[naam]})")
    return uit


def _zonder_nummers(tabel: Tabel) -> Tabel:
    koppen, rijen = tabel.koppen, tabel.rijen
    weg = [
        plek
        for plek, kop in enumerate(koppen)
        if _NUMMERKOP.search(kop) or _zijn_nummers([cellen[plek] for _regel, cellen in rijen])
    ]
    blijft = [plek for plek in range(len(koppen)) if plek not in weg]
    return replace(
        tabel,
        koppen=[koppen[plek] for plek in blijft],
        rijen=[(regel, [cellen[plek] for plek in blijft]) for regel, cellen in rijen],
        weggelaten=tuple(koppen[plek] for plek in weg),
    )


def _zijn_nummers(waarden: Sequence[str]) -> bool:
    """True when nearly all of a column pass the test of eleven."""
    gevuld = [waarde for waarde in waarden if waarde]
    lang = [waarde for waarde in gevuld if waarde.isdigit() and len(waarde) >= _KORTSTE_NUMMER]
    goed = sum(is_burgerservicenummer(waarde.zfill(9)) for waarde in lang)
    return goed >= _GENOEG and goed >= _DEEL * len(gevuld)
