"""Characters of symbol fonts as their Unicode twins: what is a check mark or a box is known, the rest is a question.

A letter in such a font is a picture: `þ` in Wingdings is a checked box, `ü` a check mark. What is not known must not
become a mark, so it becomes the sign for an unknown character.
"""

from collections.abc import Mapping
from types import MappingProxyType

ONBEKEND = "\ufffd"
_LANGSTE = 3  # longer runs are words of somebody who has no other font, and stay as they are

_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "☐",
    0x70: "☐",
    0x71: "☐",
    0x72: "☐",
    0x76: "❖",
    0x77: "◆",
    0x78: "☒",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "☐",
    0xD8: "➢",
    0xE0: "→",
    0xE8: "→",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☒",
}
_WINGDINGS_2 = {
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☒",
    0x53: "☒",
    0x54: "☒",
    0x97: "●",
    0x98: "●",
    0x99: "○",
    0xA2: "■",
    0xA3: "☐",
}
_WEBDINGS = {0x61: "✓", 0x63: "☐", 0x67: "■", 0x6E: "●", 0x72: "✗"}
_SYMBOL = {0xB4: "×", 0xB7: "•", 0xD6: "√", 0xAE: "→", 0xDE: "→"}
_LETTERTYPEN: Mapping[str, Mapping[int, str]] = MappingProxyType(
    {
        "wingdings": _WINGDINGS,
        "wingdings2": _WINGDINGS_2,
        "wingdings3": {},
        "webdings": _WEBDINGS,
        "symbol": _SYMBOL,
    }
)
_PRIVE = 0xF000
_LAATSTE = 0xFF


def is_symbooltype(lettertype: str) -> bool:
    """True for a font whose letters are pictures."""
    return _naam(lettertype) in _LETTERTYPEN


def teken_van(lettertype: str, code: int) -> str:
    """The character a symbol stands for.

    >>> teken_van("Wingdings 2", 0xF0A3), teken_van("Wingdings", 0xFC)
    ('☐', '✓')
    """
    laag = code - _PRIVE if _PRIVE <= code <= _PRIVE + _LAATSTE else code
    return _LETTERTYPEN.get(_naam(lettertype), {}).get(laag, ONBEKEND)


def in_gewone_tekens(tekst: str, lettertype: str) -> str:
    """Words typed in a symbol font: a mark or two as what they show; a longer piece as it is."""
    if not is_symbooltype(lettertype) or len(tekst.strip()) > _LANGSTE:
        return tekst
    return "".join(
        teken if teken.isspace() or _is_teken(teken) else teken_van(lettertype, ord(teken)) for teken in tekst
    )


def _is_teken(teken: str) -> bool:
    """True for a character that is no letter of the font: then another font shows it as it is."""
    return ord(teken) > _LAATSTE and not _PRIVE <= ord(teken) <= _PRIVE + _LAATSTE


def _naam(lettertype: str) -> str:
    return "".join(lettertype.casefold().split())
