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


def gaat_verder(huidig: str, nieuw: str) -> bool:
    """True when words only go on from what stands there, so that saving them takes nobody's words away.

    It is what a page sends that is left while an earlier saving of the same words is under way: it could not know yet
    that these came in.

    >>> gaat_verder("Eerst dit.", "Eerst dit. En toen dat."), gaat_verder("Van een ander.", "Eerst dit.")
    (True, False)
    """
    return schone_tekst(nieuw).startswith(schone_tekst(huidig))
