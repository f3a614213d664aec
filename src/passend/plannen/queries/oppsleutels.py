"""Of which part of the file each line of a development perspective plan is, for parents to say what is not right in it.

A plan is one part: what holds now and what was laid before the parents since. What it said before is in the file still,
but is no longer what somebody asks to put right. The answers and views of parents are their own words, and no part.
"""

from collections.abc import Collection, Iterable

from passend.plannen.models import Oppversie


def sleutel_van(opp: int) -> str:
    """The key of a plan as a part of the file."""
    return f"opp:{opp}"


def sleutels_van(versies: Collection[Oppversie], rijen: Iterable[Oppversie]) -> list[str]:
    """Of each row, given as the version it belongs to, the key of its part; empty for what holds no longer."""
    vast = {een.opp_id: een.nummer for een in sorted(versies, key=lambda een: een.nummer) if een.is_vastgesteld}
    return [sleutel_van(een.opp_id) if een.nummer >= vast.get(een.opp_id, 0) else "" for een in rijen]
