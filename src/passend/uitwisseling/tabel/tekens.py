"""Signs in the cells of a table: what nobody sees is taken out, and what was written in another alphabet is seen.

A program of before Unicode wrote an ë as another byte than Windows does; read the wrong way the name of a child is
mangled, and stays so in its file (AVG artikel 5 lid 1 onder d).
"""

import re
import unicodedata

_ONZICHTBAAR = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LETTER = r"[^\W\d_]"
_VERMINKT = re.compile(rf"\ufffd|(?<={_LETTER})(?:[‰‚‡ˆ¤¢]|‘(?![\w’])|[™•”“](?={_LETTER})|Ÿ(?=[a-z]))|(?<=[a-z])[ŽŸŠ]")
_GRENS = re.compile(r"[\s;,|]")
_ROND = 40
_BESTURING = "Cc"


def zichtbaar(cel: str) -> str:
    r"""A cell without what is not seen, such as a sign that turns the direction of what is written.

    >>> zichtbaar("Pi\u202ep"), zichtbaar("Zoë")
    ('Pip', 'Zoë')
    """
    return cel if cel.isascii() else _ONZICHTBAAR.sub("", cel)


def verminkt_woord(tekst: str) -> str:
    """The first word that was read as another alphabet than it was written in; empty when there is none.

    >>> verminkt_woord("5;Zo‰;Wilg"), verminkt_woord("5;AndrŽ"), verminkt_woord("Zoë O’Neill van ‘t Hof (Žižek)")
    ('Zo‰', 'AndrŽ', '')
    """
    gevonden = _VERMINKT.search(tekst)
    if gevonden is None:
        return ""
    voor, na = tekst[max(0, gevonden.start() - _ROND) : gevonden.end()], tekst[gevonden.end() :][:_ROND]
    return f"{_GRENS.split(voor)[-1]}{_GRENS.split(na)[0]}"


def heeft_vreemd_teken(naam: str) -> bool:
    r"""True for a name with a sign that stands for one that was lost, or that nobody can type.

    >>> heeft_vreemd_teken("Zo\ufffd"), heeft_vreemd_teken("Zoë-Lynn")
    (True, False)
    """
    return any(teken == "\ufffd" or unicodedata.category(teken) == _BESTURING for teken in naam)
