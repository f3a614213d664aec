"""A table packed, to be kept for a day while somebody says what its columns are."""

from passend.begrippen.opgaveformaat import pak_in, pak_uit
from passend.uitwisseling.tabel.tabel import Tabel


def pak_tabel_in(tabel: Tabel) -> bytes:
    """Its headings, its rows, and what was left out or must be said of it."""
    return pak_in([tabel.koppen, tabel.rijen, tabel.weggelaten, tabel.opmerkingen, tabel.heeft_koppen])


def pak_tabel_uit(inhoud: bytes) -> Tabel:
    """The same again.

    >>> tabel = Tabel(koppen=["Naam"], rijen=[(2, ["Pip"])], opmerkingen=("Kijk na.",), heeft_koppen=False)
    >>> pak_tabel_uit(pak_tabel_in(tabel)) == tabel
    True
    """
    koppen, rijen, weggelaten, *rest = pak_uit(inhoud)
    opmerkingen, heeft_koppen = rest or ((), True)  # what was handed in just before this was kept
    return Tabel(
        koppen=koppen,
        rijen=[(regel, cellen) for regel, cellen in rijen],
        weggelaten=tuple(weggelaten),
        opmerkingen=tuple(opmerkingen),
        heeft_koppen=heeft_koppen,
    )
