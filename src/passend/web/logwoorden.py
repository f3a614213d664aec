"""The acts that the log of a pupil names, in words for people; each room of pages adds its own.

A room that lets something be done for a pupil calls `register_handelingen` in the `ready` of the pages. An act of
`actions` without words makes tests/architecture/test_log_words.py fail, so that nobody ever reads a code.
"""

from collections.abc import Mapping

from django.utils.functional import Promise

_PER_KAMER: dict[str, Mapping[str, Promise]] = {}


def register_handelingen(kamer: str, woorden: Mapping[str, Promise]) -> None:
    """Let the log say in words what is done in a room."""
    _PER_KAMER[kamer] = woorden


def list_handelingen() -> set[str]:
    """Every act that has words."""
    return {handeling for woorden in _PER_KAMER.values() for handeling in woorden}


def handeling_in_woorden(handeling: str) -> str:
    """What somebody did; the code itself of what has no words, so that no line is left out."""
    return next((str(woorden[handeling]) for woorden in _PER_KAMER.values() if handeling in woorden), handeling)
