"""No road through the actions of an application, on any day and in any order, refuses a child without its evidence."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import BELEID, DAG, maak_aanmelding, maak_beleid, maak_vol
from tests.toelating.klerk import ANTWOORDEN, DOORBREKING, Klerk, Rijen, loop_wegen

from passend.begrippen.aanmelding import Andereschool, Hulpvraag, Tlvstand
from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.toelating import Aanmeldingsstand as Stand
from passend.begrippen.toelating import Toelatingsbesluit, Weigeringsgrond
from passend.organisaties.queries import in_bestuur
from passend.regels.toelatingsstand import toelatingsstand
from passend.toelating.actions.besluiten import Besluitgegevens, decide_aanmelding, decide_bezwaar, place_tijdelijk
from passend.toelating.actions.brieven import send_aanvulling
from passend.toelating.actions.zaak import (
    Gebeurtenisgegevens,
    extend_toelatingstermijn,
    record_gebeurtenis,
    void_gebeurtenis,
)
from passend.toelating.models import Aanmeldgebeurtenis, Brief
from passend.toelating.queries.zaken import get_zaak

WEGEN = range(24)
NEE = Toelatingsbesluit.GEWEIGERD
BESLOTEN = frozenset({Stand.TOEGELATEN, Stand.GEWEIGERD, Stand.NIET_BEHANDELD})


class Aanmeldklerk(Klerk):
    """A registration at a bijzondere school with a public policy and a full first year."""

    def __init__(self, kans: Random, school: School) -> None:
        super().__init__(kans)
        self.school = school
        self.hulpvraag = kans.choice(list(Hulpvraag))
        self.zaak = maak_aanmelding(school, hulpvraag=self.hulpvraag)
        self.besluiten: list[str] = []
        self.zonder_doorbreking: list[str] = []

    @property
    def stappen(self) -> Sequence[Callable[[], None]]:
        """What a school does, mostly on the way to a refusal."""
        vaak = [self.bijna_alles, self.bijna_alles, self.bijna_alles, self.er_gebeurt_iets, self.dat_klopte_niet]
        return [
            *vaak,
            *(self.weiger_om_een_volle_groep, self.weiger_om_de_grondslag, self.school_beoordeelt, self.ouders_gehoord),
            *(self.vraag_een_school, self.een_school_antwoordt, self.vraag_een_aanvulling, self.verleng, self.besluit),
            *(self.beslis_op_bezwaar, self.geef_een_tijdelijke_plek, self.dagen_gaan_voorbij),
        ]

    def rijen(self) -> Rijen:
        """What happened, and the letters as they were sent."""
        brieven = Brief.objects.values_list("pk", "soort", "tekst", "vastgelegd_op")
        return {("rij", rij[0]): rij for rij in Aanmeldgebeurtenis.objects.values_list()} | {
            ("brief", brief[0]): brief for brief in brieven
        }

    def stand(self) -> Any:
        """Where the case stands now."""
        return toelatingsstand(get_zaak(aanmelding=self.zaak).feiten, peildatum=self.nu.date())

    def check(self) -> None:
        """The case says what was decided, whatever was written down, or taken back, after it."""
        besloten = [soort for soort in self.besluiten if soort != "blijft"]
        assert ({self.stand().soort} & BESLOTEN or None) == ({Stand(besloten[-1])} if besloten else None)

    def noteer(self, soort: Soort, op: datetime, van: str = "", **feiten: Any) -> None:
        """Note something; the clerk notes it too when it went through."""
        gegevens = Gebeurtenisgegevens(op=op.date(), **feiten)
        rij = self.probeer(
            lambda: record_gebeurtenis(
                actor=self.school.intern_begeleider, aanmelding=self.zaak, soort=soort, gegevens=gegevens, op=self.nu
            )
        )
        if rij is not None:
            self.gemeld[rij.pk] = (soort, op, van)

    def school_beoordeelt(self) -> None:
        """The school looked at what the child needs."""
        self._beoordeel(self.kans.choice(list(Hulpvraag)), self.een_dag())

    def _beoordeel(self, bevinding: Hulpvraag, op: datetime) -> None:
        self.noteer(Soort.ONDERZOEK, op, bevinding.value, bevinding=bevinding.value, tekst="Observatie.")

    def bijna_alles(self) -> None:
        """What the law wants before a refusal, often with one thing left out; and the refusal."""
        mist, op = self.kans.choice([0, 1, 2, 3, 4, 4, 4]), self.een_dag()
        school = f"Els {self.kans.randint(1, 99)}"
        if mist:
            self._beoordeel(Hulpvraag.EXTRA, op)
        if mist != 1:
            self.noteer(Soort.OUDERS_GEHOORD, op, tekst="Zij willen een kleine groep.")
        if mist != 2:
            self.noteer(Soort.SCHOOL_GEVRAAGD, op, school, school=school, plaats="Zeestad")
        if mist != 3:
            self.noteer(Soort.SCHOOL_BEREID, op, school, school=f"{school}, Zeestad", tekst="De directeur.")
        if self.kans.random() < 0.5:
            terug = self.kans.choice([op, op + timedelta(days=1), self.nu])
            self.noteer(Soort.BEREIDHEID_INGETROKKEN, terug, school, school=f"{school}, Zeestad", tekst="Toch niet.")
        self._besluit(NEE, Weigeringsgrond.ANDERE_SCHOOL, self.een_dag())

    def weiger_om_een_volle_groep(self) -> None:
        """The group is full, and that is why."""
        is_gevolgd, leerjaar = self.kans.random() < 0.7, self.kans.choice([1, 1, 1, 5])
        vol = {"bewijs_adres": BELEID, "vooraf_op": DAG, "is_gevolgd": is_gevolgd, "tekst": "28 van 28."}
        if self.kans.random() < 0.8:
            self.noteer(Soort.SCHOOL_VOL, self.een_dag(), "gevolgd" if is_gevolgd else "", **vol, leerjaar=leerjaar)
        self._besluit(NEE, Weigeringsgrond.SCHOOL_VOL, self.kans.choice([self.nu, self.een_dag()]))

    def weiger_om_de_grondslag(self) -> None:
        """The parents do not respect what the school stands for, and that is why."""
        op = self.een_dag()
        if self.kans.random() < 0.8:
            school = self.kans.choice(["", "De Zandloper", "De Zandloper"])
            nee = {"vooraf_op": op.date(), "tekst": "Nee.", "school": school, "plaats": "Zeestad" if school else ""}
            self.noteer(Soort.GRONDSLAG_GEWEIGERD, op, school, **nee, is_openbaar_nagekeken=True)
        self._besluit(NEE, Weigeringsgrond.GRONDSLAG, self.kans.choice([self.nu, self.een_dag()]))

    def ouders_gehoord(self) -> None:
        """The parents were heard."""
        self.noteer(Soort.OUDERS_GEHOORD, self.een_dag(), tekst="Zij willen een kleine groep.")

    def vraag_een_school(self) -> None:
        """Another school is asked."""
        school, soort = self.een_school(), self.kans.choice(["", *Andereschool])
        self.noteer(Soort.SCHOOL_GEVRAAGD, self.een_dag(), school, school=school, plaats="Zeestad", schoolsoort=soort)

    def een_school_antwoordt(self) -> None:
        """It says yes, no, or no after all."""
        school, soort = self.een_school(), self.kans.choice(sorted(ANTWOORDEN))
        tlv = self.kans.choice(list(Tlvstand)).value
        feiten = {"school": f"{school}, Zeestad", "tekst": "De directeur.", "tlv": tlv}
        self.noteer(soort, self.een_dag(), school, **feiten)

    def vraag_een_aanvulling(self) -> None:
        """The school asks for what is missing."""
        op, was_te_laat = self.een_dag(), self.stand().is_te_laat
        gegevens = Gebeurtenisgegevens(
            op=op.date(),
            tekst="Het rapport.",
            uiterlijk_op=(self.nu + timedelta(weeks=self.kans.randint(-1, 8))).date(),
        )
        rij = self.probeer(
            lambda: send_aanvulling(
                actor=self.school.intern_begeleider, aanmelding=self.zaak, gegevens=gegevens, op=self.nu
            )
        )
        if rij is not None:
            assert (rij.op, was_te_laat, self.besluiten) == (self.nu.date(), False, [])
            self.gemeld[rij.pk] = (Soort.AANVULLING_GEVRAAGD, self.nu, "")

    def er_gebeurt_iets(self) -> None:
        """Something else comes in."""
        soort = self.kans.choice([Soort.AANGEVULD, Soort.BEZWAAR, Soort.BEZWAAR, Soort.GPO_GEVRAAGD, Soort.GPO_OORDEEL])
        self.noteer(soort, self.een_dag(), tekst="Een brief.")

    def verleng(self) -> None:
        """The school takes longer: no date comes earlier by it, and it goes once."""
        voor = {een.wat: een.dag for een in self.stand().termijnen}
        op, weken = self.een_dag(), self.kans.randint(4, 12)
        rij = self.probeer(
            lambda: extend_toelatingstermijn(
                actor=self.school.intern_begeleider,
                aanmelding=self.zaak,
                dag=op.date(),
                nieuwe_datum=(OP + timedelta(weeks=weken)).date(),
                motivering="Het onderzoek is nog niet klaar.",
                op=self.nu,
            )
        )
        if rij is not None:
            assert Soort.VERLENGD not in {wat for wat, _dag, _van in self.gemeld.values()}
            self.gemeld[rij.pk] = (Soort.VERLENGD, op, "")
            na = {een.wat: een.dag for een in self.stand().termijnen}
            assert {wat: dag for wat, dag in na.items() if wat in voor and dag < voor[wat]} == {}

    def besluit(self) -> None:
        """The board decides, as it likes."""
        soort, grond = self.kans.choice([NEE, NEE, *Toelatingsbesluit]), self.kans.choice(list(Weigeringsgrond))
        self._besluit(soort, grond, self.een_dag(), self.kans.choice(DOORBREKING))

    def _besluit(self, soort: Toelatingsbesluit, grond: Weigeringsgrond, op: datetime, doorbreking: str = "") -> None:
        """A refusal that went through had its evidence, or the reason of the board with it."""
        gegevens = Besluitgegevens(
            soort=soort, op=op.date(), motivering="Dit past beter.", grond=grond, doorbreking=doorbreking
        )
        actor = self.school.bestuurder if doorbreking else self.school.directeur
        rij = self.probeer(lambda: decide_aanmelding(actor=actor, aanmelding=self.zaak, gegevens=gegevens, op=self.nu))
        if rij is None:
            return
        assert self.besluiten == []
        assert OP.date() <= rij.op <= self.nu.date()
        self.besluiten.append(soort.value)
        if soort is NEE and not rij.doorbreking:
            self.zonder_doorbreking.append(grond.value)
            self._hoort_bij_een_weigering(grond, op)

    def _hoort_bij_een_weigering(self, grond: Weigeringsgrond, op: datetime) -> None:
        """What the law wants on file, from the notes of the clerk alone (WPO 40 lid 4 and 5)."""
        if grond is Weigeringsgrond.SCHOOL_VOL:
            assert "gevolgd" in self.waren(Soort.SCHOOL_VOL, op)
        elif grond is Weigeringsgrond.GRONDSLAG:
            assert "De Zandloper" in self.waren(Soort.GRONDSLAG_GEWEIGERD, op)
        else:
            assert self.waren(Soort.ONDERZOEK, op) or self.hulpvraag is Hulpvraag.TAAL
            if self._bevinding(op) == Hulpvraag.EXTRA:
                assert self.waren(Soort.OUDERS_GEHOORD, op)
                assert self.zeggen_ja(op) & self.zeggen_ja(self.nu)  # on its day, and when the parents read it
            elif grond is Weigeringsgrond.ANDERE_SCHOOL:
                assert self.zeggen_ja(op) & self.zeggen_ja(self.nu)

    def _bevinding(self, op: datetime) -> str:
        """What the school found last, on or before a day; what the parents asked for until it looked."""
        gezien = [(dag, pk, wat) for pk, (soort, dag, wat) in self.gemeld.items() if soort is Soort.ONDERZOEK]
        return max((een for een in gezien if een[0] <= op), default=(None, 0, self.hulpvraag.value))[2]

    def dat_klopte_niet(self) -> None:
        """Something was noted by mistake."""
        if not self.gemeld:
            return
        nummer = self.kans.choice(sorted(self.gemeld))
        rij = self.probeer(
            lambda: void_gebeurtenis(
                actor=self.school.intern_begeleider,
                aanmelding=self.zaak,
                gebeurtenis=Aanmeldgebeurtenis.objects.get(pk=nummer),
                reden_tekst="Verkeerd kind.",
                op=self.nu,
            )
        )
        if rij is not None:
            del self.gemeld[nummer]

    def beslis_op_bezwaar(self) -> None:
        """The board decides on the objection, which must be there."""
        op, is_alsnog = self.een_dag(), self.kans.random() < 0.5
        gegevens = Gebeurtenisgegevens(op=op.date(), tekst="Wij blijven erbij.")
        rij = self.probeer(
            lambda: decide_bezwaar(
                actor=self.school.directeur, aanmelding=self.zaak, gegevens=gegevens, is_alsnog=is_alsnog, op=self.nu
            )
        )
        if rij is not None:
            assert rij.op == self.nu.date()
            assert self.waren(Soort.BEZWAAR, self.nu)
            assert self.waren(Soort.OUDERS_GEHOORD, self.nu)
            self.besluiten.append(Toelatingsbesluit.TOEGELATEN.value if is_alsnog else "blijft")

    def geef_een_tijdelijke_plek(self) -> None:
        """A place for the time being, not before the day after ten weeks, nor after a decision."""
        rij = self.probeer(
            lambda: place_tijdelijk(actor=self.school.intern_begeleider, aanmelding=self.zaak, op=self.nu)
        )
        if rij is not None:
            assert self.besluiten == []
            assert self.nu > OP + timedelta(weeks=10)


@pytest.mark.django_db
def test_no_road_reaches_a_refusal_without_its_evidence() -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        maak_beleid(school, sinds=DAG)
        maak_vol(school)
        klerken: list[Any] = loop_wegen(lambda kans: Aanmeldklerk(kans, school), WEGEN)

    geweigerd = Counter(grond for klerk in klerken for grond in klerk.zonder_doorbreking)
    assert set(geweigerd) >= {"andere_school", "school_vol", "grondslag"}  # the roads do get there
