"""Whether a text that is to be without names holds one; and by which word of a name it is found in a list."""

import re
from collections.abc import Iterable

from passend.regels.herkenning import platte_tekst


def namen_in(tekst: str, namen: Iterable[str]) -> list[str]:
    """The names that stand in a text as a word of their own, written as a name: with a capital.

    >>> namen_in("Pip zei dat het druk is, en roos ook.", ["Pip", "Roos", "Bo"])
    ['Pip']
    """
    gezocht = {naam.strip() for naam in namen} - {""}
    return sorted(naam for naam in gezocht if re.search(rf"(?<!\w){re.escape(naam)}(?!\w)", tekst))


def sorteernaam(achternaam: str) -> str:
    """A surname as lists put it in order: by its first word with a capital, not by what comes before that.

    >>> sorteernaam("van der Schelp"), sorteernaam("'t Hof"), sorteernaam("Özgür-de Wit"), sorteernaam("wilg")
    ('schelp van der', "hof 't", 'ozgur-de wit', 'wilg')
    """
    woorden = achternaam.split()
    begin = next((plek for plek, woord in enumerate(woorden) if woord[0].isupper()), 0)
    return platte_tekst(" ".join((*woorden[begin:], *woorden[:begin])))
