"""Words and their places in a line of characters."""

import re

from passend.documenten.document import Woord

_WOORD = re.compile(r"\S+")


def woorden_in(tekst: str) -> tuple[Woord, ...]:
    """The words of a line with their positions in characters; tabs stop at every eighth."""
    uit = tekst.expandtabs(8)
    return tuple(Woord(tekst=gevonden[0], x0=gevonden.start(), x1=gevonden.end()) for gevonden in _WOORD.finditer(uit))
