"""Fingerprints of sentences: recognise a fixed text without keeping somebody's wording."""

import hashlib
import re
import unicodedata

_ZINSEINDE = re.compile(r"(?<=[.!?:])\s+")
_GEEN_LETTER_OF_CIJFER = re.compile(r"[\W_]+")


def zinnen(tekst: str) -> list[str]:
    """The sentences of a text whose lines may be broken anywhere."""
    return [zin for zin in _ZINSEINDE.split(" ".join(tekst.split())) if zin]


def kenmerk(zin: str) -> str:
    """Twelve hexadecimal digits of a sentence; only its letters and digits count.

    >>> kenmerk("Dit is  vast.") == kenmerk("dit is vast")
    True
    """
    plat = unicodedata.normalize("NFKD", zin.casefold())
    return hashlib.sha256(_GEEN_LETTER_OF_CIJFER.sub("", plat).encode()).hexdigest()[:12]
