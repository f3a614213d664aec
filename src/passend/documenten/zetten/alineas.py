"""Prose as paragraphs and lists, whatever line breaks the document had."""

import re
from dataclasses import dataclass
from itertools import groupby

_PUNT = re.compile(r"^\s*(?:[-–•*▪●○]|o(?=\s))\s+")
_NUMMER = re.compile(r"^\s*\d{1,2}[.)]\s+\S")  # the number is the school's own, so the item stays a paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Alinea:
    """A paragraph (`tekst`) or a list (`punten`)."""

    tekst: str = ""
    punten: tuple[str, ...] = ()


def alineas(tekst: str) -> tuple[Alinea, ...]:
    r"""Split prose at blank lines; lines that start with a dash or a dot become a list.

    >>> [a.punten or a.tekst for a in alineas("Wij\nkopen:\n- een bril\n  op maat\n- een klok\n\nKlaar.")]
    ['Wij kopen:', ('een bril op maat', 'een klok'), 'Klaar.']
    """
    uit: list[Alinea] = []
    for stuk in re.split(r"\n\s*\n", tekst.strip()):
        for alinea in _stuk(stuk.splitlines()):
            if alinea.punten and uit and uit[-1].punten:
                uit[-1] = Alinea(punten=(*uit[-1].punten, *alinea.punten))
            else:
                uit.append(alinea)
    return tuple(uit)


def _stuk(regels: list[str]) -> list[Alinea]:
    delen: list[tuple[bool, list[str]]] = []
    for regel in regels:
        if _PUNT.match(regel):
            delen.append((True, [_PUNT.sub("", regel)]))
        elif not delen or _NUMMER.match(regel):
            delen.append((False, [regel]))
        else:
            delen[-1][1].append(regel)
    uit: list[Alinea] = []
    for is_punt, groep in groupby(delen, key=lambda deel: deel[0]):
        gevuld = tuple(zin for _is_punt, deel in groep if (zin := _heel(deel)))
        uit += [Alinea(punten=gevuld)] if is_punt and gevuld else [Alinea(tekst=zin) for zin in gevuld]
    return uit


def _heel(regels: list[str]) -> str:
    return " ".join(" ".join(regels).split())
