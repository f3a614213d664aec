"""Sets a table as text with layout, in the ways documents of schools differ, and remembers what is true."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

type Rij = tuple[str, tuple[str, ...]]

BLADWISSEL = ["", "                         22", "", "----- pagina -----"]
VOETNOOT = ["", "7", "  Het kan zijn dat de ruimte nog niet als zodanig is ingericht, maar wel eenvoudig om te vormen."]


@dataclass(frozen=True, kw_only=True)
class Zetwijze:
    """How a table is set.

    `kop` and `merk` are where headings and marks stand in their column (links, midden, rechts); `breedtes` are those
    of the columns; a page ends before row `blad_voor`, and the next one is moved by `schuif`.
    """

    breedtes: tuple[int, ...]
    labels_rechts: bool
    kop: str = "links"
    merk: str = "midden"
    labelbreedte: int = 42
    marge: int = 4
    wit: bool = False
    blad_voor: int | None = None
    schuif: int = 0
    met_voetnoot: bool = False


def zet_tabel(koppen: Sequence[str], rijen: Sequence[Rij], wijze: Zetwijze) -> str:
    """The text of a table."""
    regels = _zet_rij("", koppen, wijze, wijze.kop)
    for nummer, (label, cellen) in enumerate(rijen):
        if nummer == wijze.blad_voor:
            regels += [*(VOETNOOT if wijze.met_voetnoot else []), *BLADWISSEL]
        op_volgende = wijze.blad_voor is not None and nummer >= wijze.blad_voor
        gezet = _zet_rij(label, cellen, wijze, wijze.merk)
        regels += [" " * wijze.schuif + regel if op_volgende else regel for regel in gezet]
        regels += [""] if wijze.wit else []
    return "\n".join(regel.rstrip() for regel in regels) + "\n"


def _zet_rij(label: str, cellen: Sequence[str], wijze: Zetwijze, plek: str) -> list[str]:
    kolommen = [
        [_uitgelijnd(stuk, breedte - 2, plek) + "  " for stuk in wrap(cel, breedte - 2)] or [" " * breedte]
        for cel, breedte in zip(cellen, wijze.breedtes, strict=True)
    ]
    labels = [stuk.ljust(wijze.labelbreedte) for stuk in wrap(label, wijze.labelbreedte - 2)] or [
        " " * wijze.labelbreedte
    ]
    op_rij = [*kolommen, labels] if wijze.labels_rechts else [labels, *kolommen]
    hoogte = max(map(len, op_rij))
    vol = [[*deel, *[" " * len(deel[0])] * (hoogte - len(deel))] for deel in op_rij]
    return [" " * wijze.marge + "".join(stukken) for stukken in zip(*vol, strict=True)]


def _uitgelijnd(tekst: str, breedte: int, plek: str) -> str:
    return {"links": tekst.ljust, "midden": tekst.center, "rechts": tekst.rjust}[plek](breedte)
