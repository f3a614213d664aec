"""A table packed, to be kept for a day while somebody says what its columns are."""

from passend.begrippen.opgaveformaat import pak_in, pak_uit
from passend.uitwisseling.tabel.tabel import Tabel


def pak_tabel_in(tabel: Tabel) -> bytes:
    """Its headings, its rows, and what was left out or must be said of it."""
    inhoud = (tabel.koppen, tabel.rijen, tabel.weggelaten, tabel.opmerkingen, tabel.heeft_koppen, tabel.twijfel)
    return pak_in(inhoud)


def pak_tabel_uit(inhoud: bytes) -> Tabel:
    """The same again.

    >>> tabel = Tabel(koppen=["Naam"], rijen=[(2, ["Pip"])], opmerkingen=("Kijk na.",), twijfel="Is dit alles?")
    >>> pak_tabel_uit(pak_tabel_in(tabel)) == tabel
    True
    """
    koppen, rijen, weggelaten, *rest = pak_uit(inhoud)
    opmerkingen, heeft_koppen, *verder = rest or ((), True)  # what was handed in just before this was kept
    return Tabel(
        koppen=koppen,
        rijen=[(regel, cellen) for regel, cellen in rijen],
        weggelaten=tuple(weggelaten),
        opmerkingen=tuple(opmerkingen),
        heeft_koppen=heeft_koppen,
        twijfel=verder[0] if verder else "",
    )
