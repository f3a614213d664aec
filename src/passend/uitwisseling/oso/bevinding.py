"""What a check of a transfer file found."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """Something that is wrong: which check saw it, on which line, and what to do."""

    code: str
    regel: int
    zin: str


def regel_van(element: Any) -> int:
    """The line an element is on; 0 where nobody knows."""
    return int(element.sourceline or 0)
