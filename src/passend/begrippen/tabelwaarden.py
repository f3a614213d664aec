"""From the cells of a row to its value, amount and period: one place for what is typed and what is read."""

from collections.abc import Mapping

from passend.begrippen.omvang import Omvanglezing, lees_omvang
from passend.begrippen.profielinhoud import Celwaarde, Eenheid, Omvang
from passend.begrippen.sjabloon import Keuze, Kolomsoort, Tabel


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
    return gelezen_omvang(tabel, cellen).omvang


def gelezen_omvang(tabel: Tabel, cellen: Mapping[str, Celwaarde]) -> Omvanglezing:
    """The amount in the column that holds one, and whether it can be read in one way only."""
    for kolom in tabel.kolommen:
        cel = cellen.get(kolom.code)
        if kolom.soort is Kolomsoort.OMVANG and isinstance(cel, str):
            return lees_omvang(cel, standaard=Eenheid(kolom.eenheid) if kolom.eenheid else None)
    return Omvanglezing(None, is_eenduidig=True)


def periode_uit_cellen(tabel: Tabel, cellen: Mapping[str, Celwaarde]) -> str | None:
    """The period in the column that holds one."""
    for kolom in tabel.kolommen:
        cel = cellen.get(kolom.code)
        if kolom.soort is Kolomsoort.PERIODE and isinstance(cel, str) and cel.strip():
            return cel.strip()
    return None
