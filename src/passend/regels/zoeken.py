"""How a name is found by who types a part of it."""

import re
import unicodedata

MEESTE_WOORDEN = 12  # no name has more, and a database falls over a question that is endless
LANGSTE_WOORD = 120
_HELE_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
_GEEN_LETTER = re.compile(r"[^a-z0-9]+")


def zoekwoorden(tekst: str) -> tuple[str, ...]:
    """The words of a name or of a search: small letters without marks, each once, in their order.

    >>> zoekwoorden("Zoë van 't Hof-Özdemir")
    ('zoe', 'van', 't', 'hof', 'ozdemir')
    """
    klein = tekst.lower()
    if not klein.isascii():
        ontleed = unicodedata.normalize("NFKD", klein.translate(_HELE_LETTERS))
        klein = "".join(teken for teken in ontleed if not unicodedata.combining(teken))
    woorden = (woord[:LANGSTE_WOORD] for woord in _GEEN_LETTER.split(klein) if woord)
    return tuple(dict.fromkeys(woorden))[:MEESTE_WOORDEN]


def na_alles_met(begin: str) -> str | None:
    """The first word that comes after all that begin with this one; None when there is none.

    >>> na_alles_met("fen"), na_alles_met("fez"), na_alles_met("zz")
    ('feo', 'ff', None)
    """
    kort = begin.rstrip("z")
    return kort[:-1] + _volgende(kort[-1]) if kort else None


def _volgende(teken: str) -> str:
    return "a" if teken == "9" else chr(ord(teken) + 1)
