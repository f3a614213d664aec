"""That a group is full: what a school has to show for it before it can refuse a child by that."""

from dataclasses import dataclass
from datetime import date

from passend.regels.verslag import is_verslag


@dataclass(frozen=True, slots=True, kw_only=True)
class Volleschool:
    """The evidence that there is no place: the group is full on a day, by a policy that was public before it.

    Attributes:
        beleid_genoteerd_op: the day on which the school wrote its policy down; None where nobody knows.
        eerder_openbaar: where everybody could read it before that day, and by what that can be seen.
    """

    vol_op: date
    beleid_gepubliceerd_op: date | None = None
    beleid_genoteerd_op: date | None = None
    eerder_openbaar: str = ""
    is_beleid_gevolgd: bool = False
    leerjaar: int | None = None


def check_eerder_openbaar(woorden: str) -> str:
    """What is still asked where words do not say where a policy stood and by what that can be seen; empty otherwise.

    They carry the refusal of a child, and its parents read them in the letter.

    >>> check_eerder_openbaar("Schoolgids 2025, bladzijde 12.")
    ''
    """
    if is_verslag(woorden, dingen=2):
        return ""
    return (
        "Schrijf op welke plek iedereen het beleid toen kon lezen, en waaraan dat te zien is, bijvoorbeeld: in de "
        "schoolgids van 2025, bladzijde 12. De ouders lezen dit in de brief, en moeten het kunnen nakijken."
    )


def is_later_genoteerd(vol: Volleschool, verzocht_op: date) -> date | None:
    """The day on which the policy was written down, when that is after the parents asked; None when it is not.

    A board that refuses must be able to show that its policy was public: what was written down before the parents asked
    shows that by itself, and of what was written down after it the day before is only the word of who refuses. So that
    word is not enough: somebody says where it stood, and the parents read that and can look (WPO 63 lid 2, Awb 3:46).

    >>> is_later_genoteerd(Volleschool(vol_op=date(2026, 10, 1), beleid_genoteerd_op=date(2026, 9, 15)),
    ...     date(2026, 9, 14))
    datetime.date(2026, 9, 15)
    """
    op = vol.beleid_genoteerd_op
    return op if op is not None and op > verzocht_op else None
