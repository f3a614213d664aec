"""Tables in text without layout: their headings come line by line, their marks with one space per cell."""

from collections import Counter
from collections.abc import Sequence

from passend.begrippen.profielinhoud import Methode
from passend.begrippen.sjabloon import Keuze, Tabel
from passend.documenten.document import Regel
from passend.uitwisseling.sop.bladnummers import is_ruis
from passend.uitwisseling.sop.tabellezing import Tabellezing, rijen_uit_regels
from passend.uitwisseling.sop.witruimte import lees_witruimteregel, lege_cellen
from passend.uitwisseling.sop.woordkolommen import lees_woordkolommen
from passend.uitwisseling.sop.woordvorm import compact

_KOPVENSTER = 12


def platte_kop(regels: Sequence[Regel], tabel: Tabel) -> int:
    """How many lines the headings of a table take in text without layout; 0 when they do not stand here.

    Headings side by side are read line by line: their words come in any order and can be broken. Letters count.
    """
    doel = Counter(compact("".join([tabel.kop, *(kolom.kop for kolom in tabel.kolommen)])))
    samen: Counter[str] = Counter()
    for hoogte, regel in enumerate(regels[:_KOPVENSTER], start=1):
        samen.update("" if is_ruis(regel.tekst) else compact(regel.tekst))
        if samen == doel:
            return hoogte
        if not samen <= doel:
            return 0
    return 0


def platte_tabel(regels: Sequence[Regel], tabel: Tabel) -> Tabellezing:
    """The rows of such a table below its headings."""
    if tabel.keuze in {Keuze.JA_NEE, Keuze.VRIJ}:
        met_getallen = [regel for regel in regels if regel.tekst.strip().isdigit() or not is_ruis(regel.tekst)]
        return lees_woordkolommen(met_getallen, tabel)  # a number on a line of its own can be a cell
    gevuld = [regel for regel in regels if not is_ruis(regel.tekst)]
    labelregels = []
    na_wit = False
    for regel in gevuld:
        if regel.tekst.strip():
            labelregels.append(lees_witruimteregel(regel, tabel, na_wit=na_wit))
        na_wit = not regel.tekst.strip()
    return rijen_uit_regels(labelregels, tabel, Methode.WITRUIMTE, lege_cellen(tabel, labelregels))
