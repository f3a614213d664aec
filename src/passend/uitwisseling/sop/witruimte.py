"""Columns in text that lost its layout: the extractor wrote one space for each cell, so the spaces tell the column."""

import re
from collections.abc import Mapping, Sequence

from passend.begrippen.profielinhoud import Celwaarde
from passend.begrippen.sjabloon import Keuze, Tabel
from passend.documenten.document import Regel
from passend.uitwisseling.sop.rijherkenning import Labelregel
from passend.uitwisseling.sop.woordvorm import KRUIS

_WOORD = re.compile(r"\S+")
ZEKER = 0.97
EEN_GETUIGE = 0.85
TEGENSPRAAK = 0.4


def lees_witruimteregel(regel: Regel, tabel: Tabel, *, na_wit: bool) -> Labelregel:
    """One line of such a table; the cells are read from the right, where every cell left one space.

    Two witnesses: the spaces after the mark, and those before it. Only when both say the same column is it sure.
    """
    woorden = [gevonden for gevonden in _WOORD.finditer(regel.tekst) if not KRUIS.match(gevonden[0])]
    snede = woorden[-1].end() if woorden else 0
    label, staart = regel.tekst[:snede], regel.tekst[snede:]
    if not staart.strip():
        return Labelregel(label=regel.tekst.strip(), regel=regel, na_wit=na_wit)
    codes = [kolom.code for kolom in tabel.kolommen]
    delen = staart.split(" ")
    rechts = delen[-(len(codes) + 1) : -1]
    buiten = [deel for deel in delen[: -(len(codes) + 1)] + delen[-1:] if deel]
    if len(rechts) < len(codes) or buiten:
        onbekend: dict[str, Celwaarde] = dict.fromkeys(codes)
        return Labelregel(label=label.strip(), regel=regel, cellen=onbekend, zekerheid=0.0, na_wit=na_wit)
    cellen: dict[str, Celwaarde] = {code: bool(KRUIS.match(deel)) for code, deel in zip(codes, rechts, strict=True)}
    over = len(delen) - (len(codes) + 1) - bool(label.strip())
    zekerheid = {0: ZEKER, 1: EEN_GETUIGE}.get(over, TEGENSPRAAK)
    return Labelregel(label=label.strip(), regel=regel, cellen=cellen, zekerheid=zekerheid, na_wit=na_wit)


def lege_cellen(tabel: Tabel, regels: Sequence[Labelregel]) -> Mapping[str, Celwaarde]:
    """What an unmarked row means: no, in a table of crosses; not said, in a table of ja and nee."""
    met_kruis = any(KRUIS.match(woord.tekst) for regel in regels if regel.cellen for woord in regel.regel.woorden)
    return {kolom.code: False if met_kruis or tabel.keuze is Keuze.EEN else None for kolom in tabel.kolommen}
