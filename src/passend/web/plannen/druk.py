"""The overview of a group on one sheet of A4: as many lines of each cell as there is room for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import ceil

from passend.begrippen.hgw import Kenmerksoort
from passend.overleggen.queries.afspraken import Openafspraak
from passend.plannen.queries.overzicht import Overzichtsrij

BREEDTE = {"factoren": 38, "nodig": 28, "afgesproken": 48}  # letters on a line of paper, rather few than too many
BLAD, RAND = 166.0, 0.75  # millimetres of a sheet for rows, and what a row takes beside its words
REGEL, REGEL_KLEIN, VEEL_RIJEN = 2.57, 2.38, 27  # theme.css prints many rows in smaller type
MEESTE = 6
HEEL = MEESTE + 1
VOUW = 2  # a cell with more lines than this is folded on the screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijmaat:
    """How many lines of paper each cell of a row needs."""

    factoren: tuple[int, int]
    nodig: int
    afgesproken: int

    def hoogte(self, meeste: int) -> int:
        """The lines of the row when a cell may have so many."""
        boven, onder = self.factoren
        return max(1, min(boven, meeste) + min(onder, meeste), min(self.nodig, meeste), min(self.afgesproken, meeste))

    @property
    def is_gevouwen(self) -> bool:
        """Whether the plan is folded on the screen."""
        return self.afgesproken > VOUW


def meet(rij: Overzichtsrij, afspraken: Collection[Openafspraak]) -> Rijmaat:
    """What the words of a row need."""
    bevorderend, belemmerend, behoefte = (
        _regels(sum(len(een.tekst) + 2 for een in rij.kenmerken[soort]), "nodig" if is_nodig else "factoren")
        for soort, is_nodig in (
            (Kenmerksoort.BEVORDEREND, False),
            (Kenmerksoort.BELEMMEREND, False),
            (Kenmerksoort.BEHOEFTE, True),
        )
    )
    plannen = sum(
        sum(len(regel.aanpak) + len(regel.wie) + len(regel.hoe_vaak) + 6 for regel in lopend.regels)
        or len(lopend.plan.doel)
        for lopend in rij.plannen
    )
    woorden = plannen + sum(len(een.wat) + len(een.wie) + 14 for een in afspraken)
    return Rijmaat(factoren=(bevorderend, belemmerend), nodig=behoefte, afgesproken=_regels(woorden, "afgesproken"))


def kies_regels(maten: Sequence[Rijmaat]) -> int:
    """As many lines of a cell as all rows together leave room for on one sheet; `HEEL` when everything fits.

    >>> kies_regels([Rijmaat(factoren=(1, 1), nodig=1, afgesproken=9)] * 5) == HEEL
    True
    >>> kies_regels([Rijmaat(factoren=(2, 2), nodig=2, afgesproken=9)] * 25)
    1
    """
    regel = REGEL_KLEIN if len(maten) >= VEEL_RIJEN else REGEL

    def past(meeste: int) -> bool:
        return sum(maat.hoogte(meeste) * regel + RAND for maat in maten) <= BLAD

    if past(10_000):
        return HEEL
    return next((meeste for meeste in range(MEESTE, 1, -1) if past(meeste)), 1)


def _regels(letters: int, cel: str) -> int:
    return ceil(letters / BREEDTE[cel])
