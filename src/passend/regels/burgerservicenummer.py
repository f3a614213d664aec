"""Whether nine digits can be a burgerservicenummer (WPO 182 says what a school may use it for)."""

import re
from math import sumprod

_NEGEN = re.compile(r"[0-9]{9}")  # and no digits of other scripts, which would be another text for one number
_AANEEN = re.compile(r"(?<![0-9])[0-9]{9}(?![0-9])")
_MET_TEKENS = re.compile(r"(?<![0-9])(?<![0-9][ .-])[0-9](?:[ .-]?[0-9]){8}(?![0-9])(?![ .-][0-9])")
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_DEELTAL = 11


def is_burgerservicenummer(nummer: str) -> bool:
    """True when the number passes the test of eleven.

    >>> is_burgerservicenummer("999999990"), is_burgerservicenummer("999999991")
    (True, False)
    """
    if not _NEGEN.fullmatch(nummer) or nummer == "000000000":
        return False
    return sumprod(_GEWICHTEN, map(int, nummer)) % _DEELTAL == 0


def heeft_burgerservicenummer(tekst: str) -> bool:
    """True when a text has nine digits that pass the test, with or without dots, spaces or lines between them.

    >>> [heeft_burgerservicenummer(tekst) for tekst in ("Het nummer is 9999.99.990.", "Bel 06-12345678 na 1-8-2026.")]
    [True, False]
    """
    gevonden = (*_AANEEN.findall(tekst), *_MET_TEKENS.findall(tekst))
    return any(is_burgerservicenummer(re.sub(r"[ .-]", "", een)) for een in gevonden)
