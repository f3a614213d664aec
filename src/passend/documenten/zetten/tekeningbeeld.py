"""The drawing of the ondersteuningsstructuur as a picture of dots: Word shows no SVG everywhere."""

from collections.abc import Sequence

import typst

from passend.begrippen.profielinhoud import Structuurdeel
from passend.documenten.zetten.structuurtekening import teken
from passend.documenten.zetten.typstzetter import lettertypen

_BRON = b'#set page(width: 125mm, height: auto, margin: 0mm)\n#image("tekening.svg", width: 100%)'


def teken_png(delen: Sequence[Structuurdeel], accent: str) -> bytes:
    """The drawing as PNG, sharp on paper."""
    bestanden = {"main.typ": _BRON, "tekening.svg": teken(delen, voor_druk=True, accent=accent).encode()}
    uit = typst.compile(  # type: ignore[call-overload] # the stub knows no files in memory; the library does
        bestanden, format="png", ppi=220, font_paths=lettertypen()
    )
    return bytes(uit)
