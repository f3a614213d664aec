"""Prose as paragraphs and lists, whatever line breaks the document had."""

import re
from dataclasses import dataclass

_PUNT = re.compile(r"^\s*(?:[-–•*▪●○]|o(?=\s))\s+")


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
    gewoon: list[str] = []
    punten: list[list[str]] = []
    for regel in regels:
        if _PUNT.match(regel):
            punten.append([_PUNT.sub("", regel)])
        elif punten:
            punten[-1].append(regel)
        else:
            gewoon.append(regel)
    uit = [Alinea(tekst=_heel(gewoon))] if _heel(gewoon) else []
    gevuld = tuple(zin for punt in punten if (zin := _heel(punt)))
    return [*uit, Alinea(punten=gevuld)] if gevuld else uit


def _heel(regels: list[str]) -> str:
    return " ".join(" ".join(regels).split())
