"""On which ground a letter of a refusal says that the board refuses, with its articles, in Dutch and English.

It is the ground as the board gave it: what was missing for it, and what shows it, stands in its own paragraphs.
"""

import re
from collections.abc import Iterator
from typing import Final

from passend.begrippen.toelating import Weigeringsgrond
from passend.begrippen.vindplaats import Vindplaats
from passend.regels.besluitgrond import artikelen_van
from passend.regels.brieven.feiten import Brieffeiten

_BEREID: Final = "bereid"
_GRONDEN: Final = {
    Weigeringsgrond.ANDERE_SCHOOL.value: "een andere school past beter bij uw kind",
    _BEREID: "een andere school past beter bij uw kind en wil het toelaten",
    Weigeringsgrond.SCHOOL_VOL.value: "er is geen plaats",
    Weigeringsgrond.GRONDSLAG.value: "u respecteert de grondslag van de school niet",
}
_GROUNDS: Final = {
    Weigeringsgrond.ANDERE_SCHOOL.value: "another school fits your child better",
    _BEREID: "another school fits your child better and is willing to admit it",
    Weigeringsgrond.SCHOOL_VOL.value: "there is no place",
    Weigeringsgrond.GRONDSLAG.value: "you do not respect the denominational basis of the school",
}
_LID: Final = re.compile(r" (?:lid|onder) (\w+)")


def grond(f: Brieffeiten) -> Iterator[str]:
    """The ground and its articles; nothing where the board gave another one than the law knows.

    >>> from datetime import date
    >>> dag = date(2026, 10, 26)
    >>> list(grond(Brieffeiten(school="De Wilg", kind="Noa", op=dag, ontvangen_op=dag, grond="school_vol")))
    ['Het bestuur weigert op deze grond: er is geen plaats (Wet op het primair onderwijs, artikel 40 lid 5 onder a).']
    """
    if woorden := _GRONDEN.get(_welke(f)):
        artikelen = " en ".join(f"artikel {een.artikel}" for een in _artikelen(f))
        waar = f" (Wet op het primair onderwijs, {artikelen})" if artikelen else ""
        yield f"Het bestuur weigert op deze grond: {woorden}{waar}."


def ground(f: Brieffeiten) -> Iterator[str]:
    """`grond` in English.

    >>> from datetime import date
    >>> dag = date(2026, 10, 26)
    >>> list(ground(Brieffeiten(school="De Wilg", kind="Noa", op=dag, ontvangen_op=dag, grond="school_vol")))
    ['The board refuses on this ground: there is no place (Dutch law on primary education, article 40(5)(a)).']
    """
    if woorden := _GROUNDS.get(_welke(f)):
        artikelen = [_LID.sub(r"(\1)", een.artikel) for een in _artikelen(f)]
        soort = "article" if len(artikelen) == 1 else "articles"
        waar = f" (Dutch law on primary education, {soort} {' and '.join(artikelen)})" if artikelen else ""
        yield f"The board refuses on this ground: {woorden}{waar}."


def _welke(f: Brieffeiten) -> str:
    return _BEREID if f.grond == Weigeringsgrond.ANDERE_SCHOOL and f.bereid else f.grond


def _artikelen(f: Brieffeiten) -> tuple[Vindplaats, ...]:
    return artikelen_van(Weigeringsgrond(f.grond), is_zorgplichtig=f.is_zorgplichtig)
