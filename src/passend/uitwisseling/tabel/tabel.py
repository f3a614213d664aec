"""Rows and columns of a file, as text; what a program wrote around them is gone, and so are numbers of the state."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from passend.begrippen.opgave import OnleesbaarError
from passend.regels.burgerservicenummer import is_burgerservicenummer
from passend.uitwisseling.tabel.tekens import zichtbaar

MEESTE_RIJEN, MEESTE_KOLOMMEN, LANGSTE_CEL = 30_000, 150, 1_000
_KOP_BINNEN = 15  # a title and a date can stand above the headings
_NUMMERKOP = re.compile(r"\b(bsn|burgerservice\w*|sofi\w*|onderwijsnummer|pgn|persoonsgebonden\w*)\b", re.IGNORECASE)
_GENOEG, _DEEL = 3, 0.8
_KORTSTE_NUMMER = 8  # a spreadsheet takes a zero off the front

type Rij = tuple[int, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """The headings, the rows with their line in the file, and the headings of the columns that were left out.

    `opmerkingen` say what somebody must know of the file itself; without `heeft_koppen` the headings are numbers.
    """

    koppen: list[str]
    rijen: list[Rij]
    weggelaten: tuple[str, ...] = ()
    opmerkingen: tuple[str, ...] = ()
    heeft_koppen: bool = True

    def kolom(self, kop: str) -> list[str]:
        """The values below a heading."""
        plek = self.koppen.index(kop)
        return [cellen[plek] for _regel, cellen in self.rijen]


def maak_tabel(rijen: Iterable[Rij]) -> Tabel:
    """Find the headings, and leave out empty rows and the columns with numbers of the state.

    Raises:
        OnleesbaarError: there is nothing below the headings, or far too much.
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
        raise OnleesbaarError("In dit bestand staan geen rijen onder de koppen. Kies het bestand met de leerlingen.")
    begin = _kopregel(gevuld)
    koppen = _uniek(gevuld[begin][1])
    breedte = len(koppen)
    return _zonder_nummers(
        koppen, [(regel, (cellen + [""] * breedte)[:breedte]) for regel, cellen in gevuld[begin + 1 :]]
    )


def _kopregel(rijen: Sequence[Rij]) -> int:
    """The first row that is nearly as full as the fullest of the first rows, and has no number or day in it."""
    eerste = rijen[:_KOP_BINNEN]
    meest = max(sum(map(bool, cellen)) for _regel, cellen in eerste)
    for plek, (_regel, cellen) in enumerate(eerste):
        woorden = [cel for cel in cellen if cel]
        if len(woorden) >= max(2, 0.6 * meest) and not any(cel[0].isdigit() for cel in woorden):
            return plek
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


def _zonder_nummers(koppen: list[str], rijen: list[Rij]) -> Tabel:
    weg = [
        plek
        for plek, kop in enumerate(koppen)
        if _NUMMERKOP.search(kop) or _zijn_nummers([cellen[plek] for _regel, cellen in rijen])
    ]
    blijft = [plek for plek in range(len(koppen)) if plek not in weg]
    return Tabel(
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
