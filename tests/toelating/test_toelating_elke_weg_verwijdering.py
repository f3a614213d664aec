"""No road through the actions of a removal, in any order and on any day, passes its gates or leaves the wrong state."""

from collections.abc import Callable, Sequence
from datetime import datetime
from random import Random
from typing import Any

import pytest
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.profielen import OP, maak_school
from tests.factories.toelating import maak_beleid
from tests.toelating.klerk import DOORBREKING, Klerk, Rijen, loop_wegen

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.toelating import Bezwaaruitkomst
from passend.begrippen.toelating import Verwijderingsstand as Stand
from passend.organisaties.queries import in_bestuur
from passend.regels.verwijdering import verwijderingsstand
from passend.toelating.actions.verwijderen import (
    begin_verwijdering,
    decide_bezwaar,
    decide_verwijdering,
    react_oordeel,
    record_verwijderstap,
    void_verwijderstap,
    withdraw_verwijdering,
)
from passend.toelating.actions.verwijderstap import Verwijderstap
from passend.toelating.models import Verwijdergebeurtenis
from passend.toelating.queries.schorsing import get_verwijderzaak

WEGEN = range(20)


class Verwijderklerk(Klerk):
    """A removal that was begun, at a bijzondere school."""

    def __init__(self, kans: Random, gezin: Gezin) -> None:
        super().__init__(kans)
        self.school = gezin.school
        self.zaak = begin_verwijdering(
            actor=self.school.directeur, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP
        )
        self.besluit_pk = 0
        self.is_doorbroken = self.is_terug = self.is_gereageerd = False

    @property
    def stappen(self) -> Sequence[Callable[[], None]]:
        """What a school does on the way to a removal, and after it."""
        return [
            *(self.bijna_alles, self.bijna_alles, self.iemand_gehoord, self.over_een_school, self.over_een_school),
            *(self.besluit, self.ingeschreven_elders, self.na_het_besluit, self.na_het_besluit, self.dat_klopte_niet),
            *(self.beslis_op_bezwaar, self.zie_ervan_af, self.dagen_gaan_voorbij, self.bestuur_reageert),
        ]

    @property
    def is_elders(self) -> bool:
        """True when another school has the child, as noted."""
        return bool(self.waren(Soort.ELDERS_INGESCHREVEN, self.nu))

    def rijen(self) -> Rijen:
        """Every step, with its letter."""
        return {("stap", rij[0]): rij for rij in Verwijdergebeurtenis.objects.values_list()}

    def check(self) -> None:
        """Intended, decided, let go and removed are what the clerk saw happen."""
        verwacht = Stand.BESLOTEN if self.besluit_pk else Stand.VOORGENOMEN
        if self.is_elders:
            verwacht = Stand.VERWIJDERD
        if self.is_terug:
            verwacht = Stand.INGETROKKEN
        feiten = get_verwijderzaak(verwijdering=self.zaak).feiten
        assert verwijderingsstand(feiten, peildatum=self.nu.date()).soort is verwacht

    def noteer(self, soort: Soort, op: datetime, school: str = "") -> bool:
        """Note a step; the clerk notes it too when it went through, and says so."""
        stap = Verwijderstap(soort=soort, op=op.date(), tekst="Genoteerd.", school=school)
        rij = self.probeer(
            lambda: record_verwijderstap(
                actor=self.school.intern_begeleider, verwijdering=self.zaak, stap=stap, op=self.nu
            )
        )
        if rij is not None:
            self.gemeld[rij.pk] = (soort, op, school)
        return rij is not None

    def bijna_alles(self) -> None:
        """What the law wants before a removal, often with one thing left out; and the decision."""
        mist, op, school = self.kans.randint(0, 6), self.een_dag(), f"Els {self.kans.randint(1, 99)}, Zeestad"
        stappen = (Soort.LEERKRACHT_GEHOORD, Soort.OUDERS_GEHOORD, Soort.SCHOOL_GEVRAAGD, Soort.SCHOOL_BEREID)
        for nummer, soort in enumerate(stappen):
            if nummer != mist:
                self.noteer(soort, op, school if nummer > 1 else "")
        if self.kans.random() < 0.3:
            self.noteer(Soort.BEREIDHEID_INGETROKKEN, op, school)
        self._besluit("")

    def iemand_gehoord(self) -> None:
        """The teacher or the parents were heard."""
        self.noteer(self.kans.choice([Soort.LEERKRACHT_GEHOORD, Soort.OUDERS_GEHOORD]), self.een_dag())

    def over_een_school(self) -> None:
        """Another school is asked, or answers."""
        soort = self.kans.choice(
            [Soort.SCHOOL_GEVRAAGD, Soort.SCHOOL_BEREID, Soort.SCHOOL_NIET_BEREID, Soort.BEREIDHEID_INGETROKKEN]
        )
        self.noteer(soort, self.een_dag(), f"{self.een_school()}, Zeestad")

    def ingeschreven_elders(self) -> None:
        """Another school has the child: only after the decision."""
        if self.noteer(Soort.ELDERS_INGESCHREVEN, self.een_dag(), f"{self.een_school()}, Zeestad"):
            assert self.besluit_pk

    def na_het_besluit(self) -> None:
        """What can only follow a decision."""
        soort = self.kans.choice([Soort.BEZWAAR, Soort.GPO_GEVRAAGD, Soort.GPO_OORDEEL, Soort.GEMEENTE_GEMELD])
        if self.noteer(soort, self.een_dag()):
            assert self.besluit_pk

    def besluit(self) -> None:
        """The board decides, at times against a gate."""
        self._besluit(self.kans.choice(DOORBREKING))

    def _besluit(self, doorbreking: str) -> None:
        """Teacher and parents heard, another school willing; or the reason of the board with it (WPO 40 lid 11)."""
        rij = self.probeer(
            lambda: decide_verwijdering(
                actor=self.school.bestuurder if doorbreking else self.school.directeur,
                verwijdering=self.zaak,
                motivering="Alles is gedaan.",
                doorbreking=doorbreking,
                op=self.nu,
            )
        )
        if rij is None:
            return
        assert (self.besluit_pk, self.is_terug) == (0, False)
        self.besluit_pk, self.is_doorbroken = rij.pk, bool(rij.doorbreking)
        if not self.is_doorbroken:
            assert self.waren(Soort.LEERKRACHT_GEHOORD, self.nu)
            assert self.waren(Soort.OUDERS_GEHOORD, self.nu)
            assert self.zeggen_ja(self.nu)

    def beslis_op_bezwaar(self) -> None:
        """The board decides on the objection, which must be there."""
        uitkomst = self.kans.choice(list(Bezwaaruitkomst))
        rij = self.probeer(
            lambda: decide_bezwaar(
                actor=self.school.directeur, verwijdering=self.zaak, uitkomst=uitkomst, motivering="Zo.", op=self.nu
            )
        )
        if rij is not None:
            assert self.waren(Soort.BEZWAAR, self.nu)
            assert self.is_gereageerd or not self.waren(Soort.GPO_OORDEEL, self.nu)
            self.is_terug = self.is_terug or uitkomst is Bezwaaruitkomst.GEGROND

    def bestuur_reageert(self) -> None:
        """The board tells the parents what it does with the opinion, which must be there."""
        rij = self.probeer(
            lambda: react_oordeel(
                actor=self.school.directeur, verwijdering=self.zaak, tekst="Wij volgen het.", op=self.nu
            )
        )
        if rij is not None:
            assert self.waren(Soort.GPO_OORDEEL, self.nu)
            assert not self.is_gereageerd
            self.is_gereageerd = True

    def zie_ervan_af(self) -> None:
        """The board lets go of it, unless the child is elsewhere."""
        if self.kans.random() < 0.7:
            return
        rij = self.probeer(
            lambda: withdraw_verwijdering(
                actor=self.school.directeur, verwijdering=self.zaak, motivering="Het gaat beter.", op=self.nu
            )
        )
        if rij is not None:
            assert not self.is_elders
            self.is_terug = True

    def dat_klopte_niet(self) -> None:
        """Something was noted by mistake; what a decision rests on stays."""
        if not self.gemeld:
            return
        nummer = self.kans.choice(sorted(self.gemeld))
        rij = self.probeer(
            lambda: void_verwijderstap(
                actor=self.school.intern_begeleider,
                verwijdering=self.zaak,
                gebeurtenis=Verwijdergebeurtenis.objects.get(pk=nummer),
                motivering="Verkeerd kind.",
                op=self.nu,
            )
        )
        if rij is not None:
            assert nummer > self.besluit_pk
            del self.gemeld[nummer]


@pytest.mark.django_db
def test_no_road_reaches_a_removal_without_its_evidence() -> None:
    gezin = maak_gezin(maak_school())
    with in_bestuur(gezin.school.vestiging.bestuur_id):
        maak_beleid(gezin.school)
        klerken: list[Any] = loop_wegen(lambda kans: Verwijderklerk(kans, gezin), WEGEN)

    gezet = {(klerk.is_doorbroken, klerk.is_elders, klerk.is_terug) for klerk in klerken if klerk.besluit_pk}
    assert gezet >= {(False, True, False), (False, False, True), (True, False, False)}  # the roads do get there
