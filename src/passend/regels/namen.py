"""Whether a text that is to be without names holds one."""

import re
from collections.abc import Iterable


def namen_in(tekst: str, namen: Iterable[str]) -> list[str]:
    """The names that stand in a text as a word of their own, written as a name: with a capital.

    >>> namen_in("Pip zei dat het druk is, en roos ook.", ["Pip", "Roos", "Bo"])
    ['Pip']
    """
    gezocht = {naam.strip() for naam in namen} - {""}
    return sorted(naam for naam in gezocht if re.search(rf"(?<!\w){re.escape(naam)}(?!\w)", tekst))
