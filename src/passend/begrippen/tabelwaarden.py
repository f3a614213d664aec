"""From the cells of a row to its value, amount and period: one place for what is typed and what is read."""

import re
from collections.abc import Mapping
from decimal import Decimal

from passend.begrippen.profielinhoud import Celwaarde, Eenheid, Omvang
from passend.begrippen.sjabloon import Keuze, Kolomsoort, Tabel

_GETAL = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,3})?)")
_EENHEDEN = (
    (re.compile(r"\b(?:fte|wtf)\b", re.IGNORECASE), Eenheid.FTE),
    (re.compile(r"\bdagde(?:el|len)\b", re.IGNORECASE), Eenheid.DAGDELEN),
    (re.compile(r"\b(?:uur|uren|u)\b", re.IGNORECASE), Eenheid.UREN),
)


def omvang_uit_tekst(tekst: str, *, standaard: Eenheid | None = None) -> Omvang | None:
    """The amount in a cell; `standaard` is the unit of the heading, for a bare number. None when there is none.

    >>> omvang_uit_tekst("0,9 FTE")
    Omvang(getal=Decimal('0.9'), eenheid=<Eenheid.FTE: 'fte'>)
    >>> omvang_uit_tekst("-") is None
    True
    """
    aangeplakt = re.sub(r"(?<=\d)(?=[^\W\d])", " ", tekst)
    getal = _GETAL.search(aangeplakt)
    if getal is None:
        return None
    eenheid = next((soort for vorm, soort in _EENHEDEN if vorm.search(aangeplakt)), standaard)
    return Omvang(getal=Decimal(getal[1].replace(",", ".")), eenheid=eenheid) if eenheid else None


def waarde_uit_cellen(tabel: Tabel, cellen: Mapping[str, Celwaarde]) -> str | None:
    """The single value of a row; None when nothing or more than one thing is marked.

    A table of independent columns says `beide`, `geen` or the value of the only column that is true; None as long
    as one of them is not known.
    """
    if tabel.keuze is Keuze.JA_NEE:
        return _ja_nee(tabel, cellen)
    merken = [kolom for kolom in tabel.kolommen if kolom.soort is Kolomsoort.MERK]
    waar = [kolom.waarde for kolom in merken if cellen.get(kolom.code) is True]
    if tabel.keuze is Keuze.EEN:
        return waar[0] if len(waar) == 1 else None
    if tabel.keuze is Keuze.VRIJ or any(not isinstance(cellen.get(kolom.code), bool) for kolom in merken):
        return None
    if not waar:
        return "geen"
    return waar[0] if len(waar) == 1 else "beide"


def _ja_nee(tabel: Tabel, cellen: Mapping[str, Celwaarde]) -> str | None:
    kolom = next(kolom for kolom in tabel.kolommen if kolom.soort is Kolomsoort.JA_NEE)
    cel = cellen.get(kolom.code)
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    woord = (cel or "").strip().casefold()
    return woord if woord in {"ja", "nee"} else None


def omvang_uit_cellen(tabel: Tabel, cellen: Mapping[str, Celwaarde]) -> Omvang | None:
    """The amount in the column that holds one."""
    for kolom in tabel.kolommen:
        cel = cellen.get(kolom.code)
        if kolom.soort is Kolomsoort.OMVANG and isinstance(cel, str):
            return omvang_uit_tekst(cel, standaard=Eenheid(kolom.eenheid) if kolom.eenheid else None)
    return None


def periode_uit_cellen(tabel: Tabel, cellen: Mapping[str, Celwaarde]) -> str | None:
    """The period in the column that holds one."""
    for kolom in tabel.kolommen:
        cel = cellen.get(kolom.code)
        if kolom.soort is Kolomsoort.PERIODE and isinstance(cel, str) and cel.strip():
            return cel.strip()
    return None
