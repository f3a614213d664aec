"""Words that have to prove something: how many of them tell whoever reads it later anything at all."""

import re

KORTSTE = 5  # letters, of each thing that is asked: less tells nobody what was said or where it stood
_WOORD = re.compile(r"[^\W\d_]+")


def is_verslag(woorden: str, *, dingen: int = 1) -> bool:
    """Whether words can be a report of as many things as were asked: a word for each, and enough letters for all.

    Nobody can measure whether it is true; who reads it can, and only when something stands there.

    >>> [is_verslag(een) for een in ("Prima.", "Fijn.", "...")]
    [True, False, False]
    >>> [is_verslag(een, dingen=2) for een in ("Schoolgids 2025, bladzijde 12.", "Schoolgids", "In de gids.")]
    [True, False, False]
    """
    gevonden = _WOORD.findall(woorden)
    return len(gevonden) >= dingen and sum(map(len, gevonden)) >= KORTSTE * dingen
