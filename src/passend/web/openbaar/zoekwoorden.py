"""A kind of support in the words that somebody types to search: `dyslexie`, `rolst`, `logopedie in Voorbeeldstad`."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from passend.begrippen.soorten import SOORTEN
from passend.uitwisseling.sop.woordvorm import plat

KORTSTE_BEGIN = 5  # letters: with fewer, the beginning of many a name of a place would be a kind of support
_DEEL_VAN_HET_WOORD = 0.6
_VULWOORDEN: Final = frozenset(
    ("een", "de", "het", "met", "voor", "bij", "in", "op", "van", "en", "hulp", "school", "scholen", "kind")
)


def _kern(tekst: str) -> str:
    """Words to compare: without accents, signs, and words that say nothing of a kind of support."""
    woorden = "".join(teken if teken.isalnum() else " " for teken in plat(tekst)).split()
    return " ".join(woord for woord in woorden if woord not in _VULWOORDEN)


# what people type for a child, where the vocabulary has the word for the kind of support
_OOK: Final = {
    "autist": "autisme",
    "autistisch": "autisme",
    "asperger": "autisme",
    "dyslect": "dyslexie",
    "dyslectisch": "dyslexie",
    "hyperactief": "adhd",
    "druk": "adhd",
    "bang": "faalangst",
    "angstig": "faalangst",
    "doof": "auditief",
    "blind": "visueel",
    "stotteren": "logopedie",
    "spreken": "logopedie",
    "anderstalig": "nt2",
    "vluchteling": "nt2",
    "pesten": "gedrag",
    "slim": "begaafdheid",
    "kleuter": "jonge_kind",
    "rolstoel": "toegankelijk",
    "rustig": "ruimte",
    "stil": "ruimte",
    "time out": "ruimte",
    "prikkelarm": "ruimte",
}
_TERMEN: Final = (
    *((_kern(term), soort.code) for soort in SOORTEN for term in (soort.label, soort.label_en, *soort.woorden)),
    *_OOK.items(),
)


@dataclass(frozen=True, slots=True)
class Zoekwoorden:
    """What was typed: a kind of support, and the words beside it that are of a name or place."""

    soort: str
    rest: str


@lru_cache(maxsize=1024)
def lees_woorden(tekst: str) -> Zoekwoorden:
    """The kind of support that the longest run of words means; `soort` is empty when there is none.

    >>> lees_woorden("hulp bij dyslexie in Voorbeeldstad")
    Zoekwoorden(soort='dyslexie', rest='Voorbeeldstad')
    """
    woorden = [woord for woord in tekst.split() if _kern(woord)]
    for lengte in range(len(woorden), 0, -1):
        for begin in range(len(woorden) - lengte + 1):
            soort = _soort(_kern(" ".join(woorden[begin : begin + lengte])))
            if soort:
                return Zoekwoorden(soort, " ".join(woorden[:begin] + woorden[begin + lengte :]))
    return Zoekwoorden("", tekst)


def _soort(getypt: str) -> str:
    """The kind with this term, or else the kind with a term that this is nearly, or that begins this word."""
    for term, code in _TERMEN:
        if term == getypt:
            return code
    if len(getypt) < KORTSTE_BEGIN:
        return ""
    for term, code in _TERMEN:
        kort, lang = sorted((term, getypt), key=len)
        if len(kort) >= KORTSTE_BEGIN and lang.startswith(kort) and len(kort) >= _DEEL_VAN_HET_WOORD * len(lang):
            return code
    return ""
