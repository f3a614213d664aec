"""A clerk beside a case, who notes what went through on roads that nobody planned.

The clerk holds the product to those notes, and never asks its rules what should be on file. Each road is drawn from a
number, so that the one that fails can be walked again.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.db import transaction
from tests.factories.profielen import OP

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.toelating.actions.aanmelden import ToelatingError

STAPPEN = 25
GELEDEN = (0, 0, 0, 1, 2, 5, 14, 40, -1)  # days before now; one is still to come
SCHOLEN = ("De Schelp", "De Duinroos")
DOORBREKING = ("", "", "", "Besproken met de inspectie.")
ANTWOORDEN = frozenset({Soort.SCHOOL_BEREID, Soort.SCHOOL_NIET_BEREID, Soort.BEREIDHEID_INGETROKKEN})
type Rijen = dict[tuple[str, int], tuple[Any, ...]]


class Klerk:
    """A case in the database, a clock that only goes on, and what the clerk saw go through."""

    def __init__(self, kans: Random) -> None:
        self.kans = kans
        self.nu = OP + timedelta(days=20)
        self.gemeld: dict[int, tuple[Soort, datetime, str]] = {}  # what counts: kind, day, and the school or finding
        self.weg: list[str] = []
        self.geteld: Rijen = {}

    @property
    def stappen(self) -> Sequence[Callable[[], None]]:
        """What can be tried; what stands there twice is tried twice as often."""
        raise NotImplementedError

    def rijen(self) -> Rijen:
        """Every row of what happened in this case."""
        raise NotImplementedError

    def check(self) -> None:
        """Hold where the case stands to what the clerk saw."""
        raise NotImplementedError

    def loop(self) -> None:
        """Walk one road."""
        for _stap in range(STAPPEN):
            stap = self.kans.choice(self.stappen)
            self.weg.append(stap.__name__)
            stap()
            self.check()
            nu = self.rijen()
            assert {sleutel: nu.get(sleutel) for sleutel in self.geteld} == self.geteld  # what was written stays
            self.geteld = nu

    def dagen_gaan_voorbij(self) -> None:
        """Time passes."""
        self.nu += timedelta(days=self.kans.randint(1, 21))

    def een_dag(self) -> datetime:
        """Some days ago: it may lie before everything, or be still to come."""
        return self.nu - timedelta(days=self.kans.choice(GELEDEN))

    def een_school(self) -> str:
        """One of the other schools."""
        return self.kans.choice(SCHOLEN)

    def probeer(self, doe: Callable[[], Any]) -> Any:
        """What an action gave; None when it was refused or done before, and then not a row may have changed."""
        voor = self.rijen()
        try:
            with transaction.atomic():
                rij = doe()
        except ToelatingError:
            assert self.rijen() == voor
            return None
        if getattr(rij, "is_herhaald", False):
            assert self.rijen() == voor
            return None
        return rij

    def waren(self, soort: Soort, op: datetime) -> set[str]:
        """The schools or findings with which this was noted, on or before a day; of what has neither: the empty one."""
        return {van for wat, dag, van in self.gemeld.values() if wat is soort and dag <= op}

    def zeggen_ja(self, op: datetime) -> set[str]:
        """The schools whose last word until a day, of all that was noted and counts, is yes."""
        laatste: dict[str, tuple[datetime, int, Soort]] = {}
        for nummer, (soort, dag, school) in self.gemeld.items():
            if soort in ANTWOORDEN and dag <= op:
                laatste[school] = max(laatste.get(school, (dag, nummer, soort)), (dag, nummer, soort))
        return {school for school, (_dag, _nummer, soort) in laatste.items() if soort is Soort.SCHOOL_BEREID}


def loop_wegen(begin: Callable[[Random], Klerk], nummers: Sequence[int]) -> list[Klerk]:
    """Walk a road for each number, each from the same beginning; the clerks as they ended."""
    klerken = []
    for nummer in nummers:
        with transaction.atomic():
            klerk = begin(Random(nummer))  # noqa: S311 -- a road, not a secret
            try:
                klerk.loop()
            except AssertionError as fout:
                fout.add_note(f"weg {nummer}: {' > '.join(klerk.weg)}")
                raise
            klerken.append(klerk)
            transaction.set_rollback(True)
    return klerken
