"""A log in which nothing is changed, left out or put in between unseen: each line seals the one before it.

A line's seal is a hash of its facts and of the seal of the line before it. Who changes a line breaks its own seal and
that of every line after it; the head, kept apart, tells when lines at the end are gone.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

BEGIN = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelfeiten:
    """What a line of the log says: keys and codes, never the content of a file."""

    bestuur: int | None
    volgnummer: int
    op: datetime
    account: int | None
    soort: str
    handeling: str
    onderwerp: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Zegelregel:
    """A line with the seals that are stored with it."""

    feiten: Regelfeiten
    zegel_vooraf: str
    zegel: str


@dataclass(frozen=True, slots=True)
class Breuk:
    """Where a chain is broken, and in which way."""

    volgnummer: int
    zin: str


def zegel_van(feiten: Regelfeiten, zegel_vooraf: str) -> str:
    """The seal of a line; the same facts after the same line always give the same seal."""
    waarden = [
        feiten.bestuur,
        feiten.volgnummer,
        feiten.op.astimezone(UTC).isoformat(timespec="microseconds"),
        feiten.account,
        feiten.soort,
        feiten.handeling,
        feiten.onderwerp,
        feiten.reden,
        zegel_vooraf,
    ]
    return hashlib.sha256(json.dumps(waarden, ensure_ascii=False).encode()).hexdigest()


def check_keten(
    regels: Iterable[Zegelregel], *, kop: tuple[int, str], vanaf: tuple[int, str] = (0, BEGIN)
) -> Breuk | None:
    """The first place where a chain is not whole; None when it is.

    Args:
        regels: the lines of one chain, in order.
        kop: the number and the seal of the last line, as kept apart.
        vanaf: those of the line before the first of these, where that was looked at already.
    """
    nummer, zegel = vanaf
    for regel in regels:
        nummer += 1
        if regel.feiten.volgnummer != nummer:
            return Breuk(nummer, f"Regel {nummer} ontbreekt.")
        if regel.zegel_vooraf != zegel:
            return Breuk(nummer, f"Regel {nummer} sluit niet aan op de regel ervoor.")
        if regel.zegel != zegel_van(regel.feiten, zegel):
            return Breuk(nummer, f"Regel {nummer} is veranderd nadat zij werd geschreven.")
        zegel = regel.zegel
    if (nummer, zegel) != kop:
        return Breuk(nummer + 1, f"Het einde, na regel {nummer}, klopt niet met wat is onthouden.")
    return None
