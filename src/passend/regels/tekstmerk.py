"""By what a text is known to be the one that somebody saw, so that two who write at once notice it."""

import hashlib

LENGTE = 12


def schone_tekst(tekst: str) -> str:
    r"""A text as it is kept: one kind of line end, no blanks around it.

    >>> schone_tekst(" a\r\nb ")
    'a\nb'
    """
    return tekst.replace("\r\n", "\n").strip()


def tekstmerk(tekst: str) -> str:
    """A short mark of a text; another text has another mark.

    >>> tekstmerk("a") == tekstmerk(" a "), tekstmerk("a") == tekstmerk("b")
    (True, False)
    """
    return hashlib.sha256(schone_tekst(tekst).encode()).hexdigest()[:LENGTE]
