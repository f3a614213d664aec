"""A row of days as a picture: plain points in, their places out; what happened long ago stands under one mark.

A page draws it lying where there is room, and as a line downwards in its list of days where there is none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

BREED, RAND, RUIMTE = 1000, 40, 10
MEESTE_MERKEN = 12
STRALEN = {"volgende": 27, "eerder": 46}
STRAAL = 22
TREDEN = (2, 7, 14, 28)
"""Days up to which the next point stands one step further down: a long wait looks long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """One day on the line.

    Attributes:
        soort: `gebeurd`, `komt`, `volgende`, `geldt` or `te_laat`.
        wie: who acts; empty for what happened already.
        waar: the articles of the ground of a decision, beside its title.
        optijd: of a decision, whether it was told in time, in words; `is_te_laat` when it was not.
        afwijking: why the board decided although something was missing; empty when nothing was. `ontbrak` is what was
            missing, in words for who reads it, each with its article.
        naam: another school, as somebody typed it; `is_getypt` when the explanation is in the words of somebody too.
        bewijs: the address at which everybody can read the policy that it rests on.
    """

    dag: date
    titel: str
    uitleg: str = ""
    wie: str = ""
    soort: str = "gebeurd"
    artikel: str = ""
    adres: str = ""
    is_voorlopig: bool = False
    naam: str = ""
    is_getypt: bool = False
    waar: str = ""
    optijd: str = ""
    is_te_laat: bool = False
    afwijking: str = ""
    ontbrak: tuple[str, ...] = ()
    bewijs: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One line of the list: a point with its number, and how far down the next one stands."""

    nummer: int
    punt: Punt
    trede: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Merk:
    """One mark in the picture: a point, or earlier ones together; `regels` are what it stands for."""

    regels: list[Regel]
    x: int = 0

    @property
    def is_eerder(self) -> bool:
        """True when it stands for more than one point."""
        return len(self.regels) > 1

    @property
    def soort(self) -> str:
        """How it looks."""
        return "eerder" if self.is_eerder else self.regels[0].punt.soort

    @property
    def is_over(self) -> bool:
        """True for what happened."""
        return self.regels[-1].punt.soort == "gebeurd"

    @property
    def straal(self) -> int:
        """Half its width."""
        return STRALEN.get(self.soort, STRAAL)

    @property
    def dag(self) -> date:
        """The day it stands at: of earlier ones the last."""
        return self.regels[-1].punt.dag

    @property
    def tekst(self) -> str:
        """The number in it, the same as in the list."""
        eerste, laatste = self.regels[0].nummer, self.regels[-1].nummer
        return f"{eerste}–{laatste}" if self.is_eerder else str(eerste)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdlijn:
    """The picture, with the list that says the same.

    Attributes:
        na_vandaag: the place in `merken` of the first mark that lies after today; how many there are when none does.
    """

    merken: list[Merk]
    vandaag: date
    vandaag_x: int
    begin_x: int
    einde_x: int
    na_vandaag: int
    punten: list[Punt]

    def als_gegevens(self) -> dict[str, Any]:
        """As the setter of documents wants it: each place as a part of the width."""
        return {
            "merken": [{"x": een.x / BREED, "tekst": een.tekst, "soort": een.soort} for een in self.merken],
            "vandaag": self.vandaag_x / BREED,
            "begin": self.begin_x / BREED,
            "einde": self.einde_x / BREED,
        }


def teken_lijn(punten: Sequence[Punt], *, vandaag: date) -> Tijdlijn:
    """Draw points on a line, at least one: what happened first, and of one day what happened before what must."""
    rij = sorted(punten, key=lambda een: (een.dag, een.soort != "gebeurd"))
    merken = _vouw(_nummer(rij))
    na_vandaag = sum(een.dag < vandaag or (een.dag == vandaag and een.is_over) for een in merken)
    dagen = [een.dag for een in merken]
    dagen.insert(na_vandaag, vandaag)
    stralen = [een.straal for een in merken]
    stralen.insert(na_vandaag, 2)
    plekken = _zet([_x(dag, min(dagen), max(dagen)) for dag in dagen], stralen)
    vandaag_x = plekken.pop(na_vandaag)
    gezet = [Merk(regels=een.regels, x=x) for een, x in zip(merken, plekken, strict=True)]
    return Tijdlijn(
        merken=gezet,
        vandaag=vandaag,
        vandaag_x=vandaag_x,
        begin_x=min(vandaag_x, gezet[0].x),
        einde_x=max(vandaag_x, gezet[-1].x),
        na_vandaag=na_vandaag,
        punten=rij,
    )


def _nummer(rij: Sequence[Punt]) -> list[Regel]:
    daarna = [*(een.dag for een in rij[1:]), rij[-1].dag]
    return [
        Regel(nummer=nummer, punt=punt, trede=sum((dag - punt.dag).days > grens for grens in TREDEN))
        for nummer, (punt, dag) in enumerate(zip(rij, daarna, strict=True), start=1)
    ]


def _vouw(regels: Sequence[Regel]) -> list[Merk]:
    """One mark a point, or, where those would touch, the earliest that are over under one; what is to come stays."""
    te_veel = len(regels) - MEESTE_MERKEN
    merken: list[list[Regel]] = []
    for regel in regels:
        kan_erbij = bool(merken) and _is_over(regel) and _is_over(merken[-1][-1])
        if te_veel > 0 and kan_erbij:
            merken[-1].append(regel)
            te_veel -= 1
        else:
            merken.append([regel])
    return [Merk(regels=een) for een in merken]


def _is_over(regel: Regel) -> bool:
    return regel.punt.soort == "gebeurd"


def _x(dag: date, eerste: date, laatste: date) -> int:
    lengte = max((laatste - eerste).days, 1)
    return RAND + round((dag - eerste).days * (BREED - 2 * RAND) / lengte)


def _zet(plekken: Sequence[int], stralen: Sequence[int]) -> list[int]:
    """Each mark on its day, or beside it when another stands there: no number is hidden, and none crosses today."""
    nodig = [een + ander + RUIMTE for een, ander in pairwise(stralen)]
    krimp = min(1.0, (BREED - 2 * RAND) / max(sum(nodig), 1))
    nodig = [int(een * krimp) for een in nodig]
    plaats = list(plekken)
    plaats[0] = max(plaats[0], stralen[0])
    for i, afstand in enumerate(nodig, start=1):
        plaats[i] = max(plaats[i], plaats[i - 1] + afstand)
    grens = BREED - RAND
    for i in range(len(plaats) - 1, -1, -1):
        plaats[i] = min(plaats[i], grens)
        grens = plaats[i] - (nodig[i - 1] if i else 0)
    return plaats
