"""A long list a page at a time, without counting what is not shown: that costs more than the page itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

PER_BLAD = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """One page of a list, and whether there is more; `nummer` counts from 1."""

    rijen: Sequence[Any]
    nummer: int
    is_laatste: bool


def blad_van(rijen: QuerySet[Any], nummer: str | None, *, per_blad: int = PER_BLAD) -> Blad:
    """The page with a number as an address gives it; the first where there is no such page."""
    gevraagd = int(nummer) if nummer and nummer.isdecimal() and len(nummer) < 6 else 1  # noqa: PLR2004 -- no list is so long
    for blad in dict.fromkeys((max(gevraagd, 1), 1)):
        begin = (blad - 1) * per_blad
        gevonden = list(rijen[begin : begin + per_blad + 1])
        if gevonden:
            return Blad(rijen=gevonden[:per_blad], nummer=blad, is_laatste=len(gevonden) <= per_blad)
    return Blad(rijen=[], nummer=1, is_laatste=True)
