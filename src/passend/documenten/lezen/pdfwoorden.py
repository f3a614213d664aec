"""Words of a PDF page: out of characters, into lines and boxes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from passend.documenten.document import Kader
from passend.documenten.lezen.pdftekens import Teken
from passend.documenten.lezen.pdfvlak import gedraaid, om

_WIT = 0.13  # of the size of a letter: more white than this before the next one begins a word
_MINST_WIT = 1.0  # points; fonts that are drawn shape by shape do not always tell their size
_SPRONG = 3.0  # points: a letter whose top is this much lower stands on another line


class Plekwoord(NamedTuple):
    """A word and its box on the page."""

    tekst: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def midden(self) -> tuple[float, float]:
        """The middle of the box."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


def woorden_uit(tekens: Iterable[Teken]) -> list[Plekwoord]:
    """The words that characters make by where they stand."""
    per_hoek: dict[int, list[Teken]] = {}
    for teken in tekens:
        per_hoek.setdefault(teken.hoek, []).append(teken)
    return [_woord(letters) for gelijke in per_hoek.values() for rij in _rijen(gelijke) for letters in _groepen(rij)]


def _rijen(tekens: Iterable[Teken]) -> Iterator[list[Teken]]:
    """Characters on about the same height, from left to right."""
    rij: list[Teken] = []
    for teken in sorted(tekens, key=lambda teken: teken.top):
        if rij and teken.top - rij[-1].top > _SPRONG:
            yield sorted(rij, key=lambda teken: teken.x0)
            rij = []
        rij.append(teken)
    yield sorted(rij, key=lambda teken: teken.x0)


def _groepen(rij: Sequence[Teken]) -> Iterator[list[Teken]]:
    groep: list[Teken] = []
    for teken in rij:
        if groep and (teken.tekst.isspace() or _begint_woord(groep[-1], teken)):
            yield groep
            groep = []
        if not teken.tekst.isspace():
            groep.append(teken)
    if groep:
        yield groep


def _begint_woord(vorige: Teken, teken: Teken) -> bool:
    wit = max(_MINST_WIT, _WIT * (vorige.bottom - vorige.top))
    return teken.x0 > vorige.x1 + wit or abs(teken.top - vorige.top) > _SPRONG


def _woord(letters: Sequence[Teken]) -> Plekwoord:
    tekst = _heel("".join([letter.tekst for letter in letters]))
    x0, x1 = letters[0].x0, max(letter.x1 for letter in letters)
    top, bottom = min(letter.top for letter in letters), max(letter.bottom for letter in letters)
    if hoek := letters[0].hoek:
        hoeken = [(x, y) for x in (x0, x1) for y in (top, bottom)]
        x0, top, x1, bottom = om(gedraaid(punt, -hoek) for punt in hoeken)
    return Plekwoord(tekst, x0, top, x1, bottom)


def _heel(tekst: str) -> str:
    """Text with the two halves of a rare character in one."""
    return tekst if tekst.isascii() else tekst.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def staat_in(woord: Plekwoord, kader: Kader) -> bool:
    """True when the middle of a word lies in a box."""
    x, y = woord.midden
    return kader[0] <= x <= kader[2] and kader[1] <= y <= kader[3]


def in_regels(woorden: Iterable[Plekwoord]) -> list[list[Plekwoord]]:
    """Words on the same height, from left to right."""
    regels: list[list[Plekwoord]] = []
    for woord in sorted(woorden, key=lambda woord: (woord.midden[1], woord.x0)):
        if regels and abs(woord.midden[1] - regels[-1][0].midden[1]) < (woord.bottom - woord.top) * 0.4:
            regels[-1].append(woord)
        else:
            regels.append([woord])
    return [sorted(regel, key=lambda woord: woord.x0) for regel in regels]


def kader_van(woorden: Sequence[Plekwoord]) -> Kader:
    """The box around words."""
    return (
        round(min(woord.x0 for woord in woorden), 1),
        round(min(woord.top for woord in woorden), 1),
        round(max(woord.x1 for woord in woorden), 1),
        round(max(woord.bottom for woord in woorden), 1),
    )


def tekst_van(woorden: Iterable[Plekwoord]) -> str:
    """Words as text, a line for each height."""
    return "\n".join(" ".join(woord.tekst for woord in regel) for regel in in_regels(woorden))


def raakt(kader: Kader, ander: Kader) -> bool:
    """True when two boxes overlap."""
    return kader[0] < ander[2] and ander[0] < kader[2] and kader[1] < ander[3] and ander[1] < kader[3]
