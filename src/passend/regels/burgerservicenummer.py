"""Whether nine digits can be a burgerservicenummer (WPO 182 says what a school may use it for)."""

import re
from math import sumprod

_NEGEN = re.compile(r"[0-9]{9}")  # and no digits of other scripts, which would be another text for one number
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
