"""A day that the law or policy gives: what it is of, where it stands, and what it means for who must act."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from passend.begrippen.vindplaats import Vindplaats


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn:
    """One date with its reason.

    Attributes:
        wat: which date this is, as a code.
        dag: the day: the last on which something may be done, or the first on which it holds; the code says which.
        vindplaats: the law and its article, or the policy that says so of itself.
        uitleg: a sentence for parents and school.
        is_voorlopig: the day moves on while a clock stands still.
    """

    wat: str
    dag: date
    vindplaats: Vindplaats
    uitleg: str
    is_voorlopig: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Poortbezwaar:
    """What is missing before a step may be taken: as a code, a sentence that says what to do, and where it stands."""

    code: str
    zin: str
    vindplaats: Vindplaats


@lru_cache(maxsize=4096)
def in_cijfers(dag: date) -> str:
    """A day as a sentence has it; kept, because one case names the same few days again and again.

    >>> in_cijfers(date(2026, 9, 4))
    '04-09-2026'
    """
    return f"{dag:%d-%m-%Y}"
