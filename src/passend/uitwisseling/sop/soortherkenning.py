"""From the words of a row to a kind of support in the common vocabulary."""

from functools import lru_cache

import Stemmer
from rapidfuzz import fuzz

from passend.begrippen.soorten import SOORTEN
from passend.uitwisseling.sop.woordvorm import plat

_DREMPEL = 88
_stam = Stemmer.Stemmer("dutch")


@lru_cache(maxsize=4096)
def herken_soort(label: str) -> str | None:
    """The code of the kind of support that words mean; None when no kind comes near.

    >>> herken_soort("Weerbaarheidstraining Rots en Water")
    'gedrag'
    """
    stammen = _stammen(label)
    if not stammen:
        return None
    beste, score = None, 0.0
    for soort in SOORTEN:
        for woorden in (soort.label, *soort.woorden):
            waarde = _lijkt(stammen, _stammen(woorden))
            if waarde > score:
                beste, score = soort.code, waarde
    return beste if score >= _DREMPEL else None


@lru_cache(maxsize=4096)
def _stammen(tekst: str) -> tuple[str, ...]:
    woorden = "".join(teken if teken.isalnum() else " " for teken in plat(tekst)).split()
    return tuple(_stam.stemWords(woorden))


def _lijkt(label: tuple[str, ...], woorden: tuple[str, ...]) -> float:
    """How sure it is that all words of a kind occur in a label; longer matches win from shorter ones."""
    if not woorden:
        return 0.0
    scores = []
    for woord in woorden:
        raak = max(fuzz.ratio(woord, ander) for ander in label)
        if len(woord) > 4 and any(woord in ander for ander in label):  # noqa: PLR2004 -- short stems occur inside any word
            raak = max(raak, 92.0)
        scores.append(raak)
    return min(scores) + 0.1 * sum(len(woord) for woord in woorden) if min(scores) >= _DREMPEL else 0.0
