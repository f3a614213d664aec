"""How easily a Dutch text reads: the length of its sentences, long words and abbreviations.

What it is: counting, on this machine, of three things that everybody who writes for parents can change at once. Texts
on level B1 have sentences of about ten words and hardly any of more than fifteen, words that people use every day, and
no abbreviations of the trade.

What it is not: a language level. That depends on whether a text is in order, is friendly and says what the reader looks
for; a text with short sentences may still say nothing. It knows no words: a long one may be well known, a short one
may not. It says so to who writes and never keeps anything from being saved.

No library does this. `textstat` has the reading ease of Flesch with the weights for Dutch (Douma), and takes nltk along
for that; `readability` is not kept any more. Both give one number for a whole text of a page or more, which says
nothing of five lines, and not which sentence or word it is.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

LANGE_ZIN = 15
LANG_WOORD = 14
_EINDE = re.compile(r"(?<=[.!?])\s+|\n+")
_WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEKEND = frozenset({"TV", "WC", "PDF", "OK"})
_GROOT = 2, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Leesbaarheid:
    """What in a text is hard to read; nothing when it reads easily."""

    lange_zinnen: tuple[str, ...] = ()
    lange_woorden: tuple[str, ...] = ()
    afkortingen: tuple[str, ...] = ()

    @property
    def is_makkelijk(self) -> bool:
        """True when nothing was found."""
        return not (self.lange_zinnen or self.lange_woorden or self.afkortingen)


def leesbaarheid(tekst: str) -> Leesbaarheid:
    r"""What is hard to read in a text: sentences of more than fifteen words, words of fourteen letters or more.

    >>> leesbaarheid("Pip leest elke dag.\nDe IB kijkt mee in het handelingsdeel.")
    Leesbaarheid(lange_zinnen=(), lange_woorden=('handelingsdeel',), afkortingen=('IB',))
    """
    zinnen = [zin.strip() for zin in _EINDE.split(tekst) if zin.strip()]
    woorden = _WOORD.findall(tekst)
    return Leesbaarheid(
        lange_zinnen=tuple(zin for zin in zinnen if len(_WOORD.findall(zin)) > LANGE_ZIN),
        lange_woorden=_een_keer(woord for woord in woorden if len(woord) >= LANG_WOORD),
        afkortingen=_een_keer(woord for woord in woorden if _is_afkorting(woord)),
    )


def _is_afkorting(woord: str) -> bool:
    kortste, langste = _GROOT
    return woord.isupper() and kortste <= len(woord) <= langste and woord not in _BEKEND


def _een_keer(woorden: Iterable[str]) -> tuple[str, ...]:
    return tuple({woord.casefold(): woord for woord in woorden}.values())
