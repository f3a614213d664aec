"""No road through the actions, in any order and on any day, reaches "refused" or "removed" without its evidence.

The machines below keep their own notes of what went through, as a clerk beside the case would, and hold the product to
them; they never ask its rules what should be there.
"""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tests.factories.leerlingen import maak_gezin
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import BELEID, DAG, maak_aanmelding, maak_beleid, maak_vol

from passend.begrippen.aanmelding import Andereschool, Hulpvraag, Tlvstand
from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.toelating import Aanmeldingsstand as Stand
from passend.begrippen.toelating import Bezwaaruitkomst, Toelatingsbesluit, Verwijderingsstand, Weigeringsgrond
from passend.organisaties.queries import in_bestuur
from passend.regels.toelatingsstand import toelatingsstand
from passend.regels.verwijdering import verwijderingsstand
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.besluiten import Besluitgegevens, decide_aanmelding, decide_bezwaar, place_tijdelijk
from passend.toelating.actions.verwijderen import (
    begin_verwijdering,
    decide_verwijdering,
    record_verwijderstap,
    void_verwijderstap,
    withdraw_verwijdering,
)
from passend.toelating.actions.verwijderen import decide_bezwaar as decide_verwijderbezwaar
from passend.toelating.actions.verwijderstap import Verwijderstap
from passend.toelating.actions.zaak import (
    Gebeurtenisgegevens,
    extend_toelatingstermijn,
    record_gebeurtenis,
    void_gebeurtenis,
)
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Brief, Verwijdergebeurtenis, Verwijdering
from passend.toelating.queries.schorsing import get_verwijderzaak
from passend.toelating.queries.zaken import get_zaak

WEGEN = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
GELEDEN = st.sampled_from([0, 0, 0, 1, 2, 5, 14, 40, -1])  # days before now; one is still to come
MIST = st.sampled_from([4, 4, 4, 0, 1, 2, 3])
SCHOLEN = st.sampled_from(["De Schelp", "De Duinroos"])
BESLOTEN = frozenset({Stand.TOEGELATEN, Stand.GEWEIGERD, Stand.NIET_BEHANDELD})


class Dossier(RuleBasedStateMachine):
    """A case in the database, a clock that only goes on, and the clerk who notes what went through."""

    def __init__(self) -> None:
        super().__init__()
        self.open = ExitStack()
        self.open.enter_context(transaction.atomic())
        self.nu = OP + timedelta(days=20)
        self.geteld: dict[int, tuple[Any, ...]] = {}
        self.gemeld: dict[int, tuple[Soort, datetime, str]] = {}  # what counts: kind, day, school

    def teardown(self) -> None:
        """Nothing of it stays."""
        transaction.set_rollback(True)
        self.open.close()

    @rule(dagen=st.integers(1, 30))
    def dagen_gaan_voorbij(self, dagen: int) -> None:
        """Time passes."""
        self.nu += timedelta(days=dagen)

    def probeer(self, doe: Callable[[], Any]) -> Any:
        """What an action gave; None when it was refused, and then not a row may have changed."""
        voor = self.rijen()
        try:
            with transaction.atomic():
                return doe()
        except ToelatingError:
            assert self.rijen() == voor
            return None

    def rijen(self) -> dict[int, tuple[Any, ...]]:
        """Every row of what happened in this case."""
        raise NotImplementedError

    def dag(self, geleden: int) -> datetime:
        """Some days ago: it may lie before everything, or be still to come."""
        return self.nu - timedelta(days=geleden)

    def waren(self, soort: Soort, op: datetime, school: str | None = None) -> set[str]:
        """The schools of which this was noted, on or before a day; of what has no school: the empty name."""
        return {
            van
            for wat, dag, van in self.gemeld.values()
            if wat is soort and dag <= op and (school is None or van == school)
        }

    def zeggen_ja(self, op: datetime) -> set[str]:
        """The schools whose last word, of all that was noted and counts, is yes."""
        laatste: dict[str, tuple[datetime, int, Soort]] = {}
        for nummer, (soort, dag, school) in sorted(self.gemeld.items()):
            if soort in {Soort.SCHOOL_BEREID, Soort.SCHOOL_NIET_BEREID, Soort.BEREIDHEID_INGETROKKEN} and dag <= op:
                laatste[school] = max(laatste.get(school, (dag, nummer, soort)), (dag, nummer, soort))
        return {school for school, (_dag, _nummer, soort) in laatste.items() if soort is Soort.SCHOOL_BEREID}

    @invariant()
    def wat_er_staat_blijft(self) -> None:
        """A row that was written is never changed and never gone."""
        nu = self.rijen()
        assert {nummer: nu.get(nummer) for nummer in self.geteld} == self.geteld
        self.geteld = nu


class Aanmeldzaak(Dossier):
    """A registration at a bijzondere school with a public policy and a full first year."""

    school: School
    zaak: Aanmelding

    @initialize(hulpvraag=st.sampled_from(list(Hulpvraag)))
    def begin(self, hulpvraag: Hulpvraag) -> None:
        """The registration comes in."""
        self.school = maak_school()
        self.open.enter_context(in_bestuur(self.school.vestiging.bestuur_id))
        maak_beleid(self.school, sinds=DAG)
        maak_vol(self.school)
        self.zaak = maak_aanmelding(self.school, hulpvraag=hulpvraag)
        self.hulpvraag = hulpvraag
        self.besluiten: list[str] = []
        self.uiterlijk: Any = None

    def rijen(self) -> dict[int, tuple[Any, ...]]:
        """What happened, and the letters as they were sent."""
        rijen = {rij[0]: rij for rij in Aanmeldgebeurtenis.objects.values_list()}
        return rijen | {-rij[0]: rij for rij in Brief.objects.values_list("pk", "soort", "tekst", "vastgelegd_op")}

    def stand(self) -> Any:
        """Where the case stands now."""
        return toelatingsstand(get_zaak(aanmelding=self.zaak).feiten, peildatum=self.nu.date())

    def noteer(self, soort: Soort, geleden: int, **feiten: Any) -> Aanmeldgebeurtenis | None:
        """Note something; the clerk notes it too when it went through."""
        op = self.dag(geleden)
        gegevens = Gebeurtenisgegevens(op=op.date(), **feiten)
        rij: Aanmeldgebeurtenis | None = self.probeer(
            lambda: record_gebeurtenis(
                actor=self.school.intern_begeleider, aanmelding=self.zaak, soort=soort, gegevens=gegevens, op=self.nu
            )
        )
        if rij is not None:
            self.gemeld.setdefault(rij.pk, (soort, op, rij.school.partition(",")[0]))
        return rij

    @rule(geleden=GELEDEN, bevinding=st.sampled_from(list(Hulpvraag)))
    def school_beoordeelt(self, geleden: int, bevinding: Hulpvraag) -> None:
        """The school looked at what the child needs."""
        rij = self.noteer(Soort.ONDERZOEK, geleden, bevinding=bevinding.value, tekst="Observatie.")
        if rij is not None:
            self.gemeld[rij.pk] = (Soort.ONDERZOEK, self.dag(geleden), bevinding.value)

    @rule(geleden=GELEDEN, mist=MIST)
    def bijna_alles(self, geleden: int, mist: int) -> None:
        """What the law wants before a refusal, often with one thing left out; and the refusal."""
        stappen: list[tuple[Soort, dict[str, Any]]] = [
            (Soort.OUDERS_GEHOORD, {"tekst": "Zij willen een kleine groep."}),
            (Soort.SCHOOL_GEVRAAGD, {"school": "De Els", "plaats": "Zeestad"}),
            (Soort.SCHOOL_BEREID, {"school": "De Els, Zeestad", "tekst": "De directeur."}),
        ]
        if mist:
            self.school_beoordeelt(geleden, Hulpvraag.EXTRA)
        for nummer, (soort, feiten) in enumerate(stappen, 1):
            if nummer != mist:
                self.noteer(soort, geleden, **feiten)
        self.besluit(0, Toelatingsbesluit.GEWEIGERD, Weigeringsgrond.ANDERE_SCHOOL, "")

    @rule(geleden=GELEDEN, gevolgd=st.booleans(), leerjaar=st.sampled_from([1, 1, 5]))
    def weiger_om_een_volle_groep(self, geleden: int, leerjaar: int, *, gevolgd: bool) -> None:
        """The group is full, and that is why."""
        self.groep_is_vol(geleden, leerjaar, gevolgd=gevolgd)
        self.besluit(0, Toelatingsbesluit.GEWEIGERD, Weigeringsgrond.SCHOOL_VOL, "")

    @rule(geleden=GELEDEN)
    def ouders_gehoord(self, geleden: int) -> None:
        """The parents were heard."""
        self.noteer(Soort.OUDERS_GEHOORD, geleden, tekst="Zij willen een kleine groep.")

    @rule(geleden=GELEDEN, school=SCHOLEN, soort=st.sampled_from(["", *Andereschool]))
    def vraag_een_school(self, geleden: int, school: str, soort: str) -> None:
        """Another school is asked."""
        self.noteer(Soort.SCHOOL_GEVRAAGD, geleden, school=school, plaats="Zeestad", schoolsoort=soort)

    @rule(
        geleden=GELEDEN,
        school=SCHOLEN,
        soort=st.sampled_from([Soort.SCHOOL_BEREID, Soort.SCHOOL_NIET_BEREID, Soort.BEREIDHEID_INGETROKKEN]),
        tlv=st.sampled_from(list(Tlvstand)),
    )
    def een_school_antwoordt(self, geleden: int, school: str, soort: Soort, tlv: Tlvstand) -> None:
        """It says yes, no, or no after all."""
        self.noteer(soort, geleden, school=f"{school}, Zeestad", tekst="De directeur.", tlv=tlv.value)

    @rule(geleden=GELEDEN, gevolgd=st.booleans(), leerjaar=st.sampled_from([1, 5]))
    def groep_is_vol(self, geleden: int, leerjaar: int, *, gevolgd: bool) -> None:
        """The group is full, by the public policy."""
        vol = {"bewijs_adres": BELEID, "vooraf_op": DAG, "is_gevolgd": gevolgd, "tekst": "28 van 28."}
        rij = self.noteer(Soort.SCHOOL_VOL, geleden, **vol, leerjaar=leerjaar)
        if rij is not None:
            self.gemeld[rij.pk] = (Soort.SCHOOL_VOL, self.dag(geleden), "gevolgd" if gevolgd else "")

    @rule(geleden=GELEDEN)
    def ouders_wijzen_de_grondslag_af(self, geleden: int) -> None:
        """The parents refuse to respect what the school stands for."""
        self.noteer(Soort.GRONDSLAG_GEWEIGERD, geleden, vooraf_op=self.dag(geleden).date(), tekst="Nee.")

    @rule(geleden=GELEDEN, weken=st.integers(-1, 8))
    def vraag_een_aanvulling(self, geleden: int, weken: int) -> None:
        """The school asks for what is missing, or says that it is there."""
        tot = (self.dag(geleden) + timedelta(weeks=weken)).date()
        self.noteer(Soort.AANVULLING_GEVRAAGD, geleden, tekst="Het rapport.", uiterlijk_op=tot)

    @rule(
        geleden=GELEDEN, soort=st.sampled_from([Soort.AANGEVULD, Soort.BEZWAAR, Soort.GPO_GEVRAAGD, Soort.GPO_OORDEEL])
    )
    def er_gebeurt_iets(self, geleden: int, soort: Soort) -> None:
        """Something else comes in."""
        self.noteer(soort, geleden, tekst="Een brief.")

    @rule(geleden=GELEDEN, weken=st.integers(-2, 12))
    def verleng(self, geleden: int, weken: int) -> None:
        """The school takes longer: no date comes earlier by it, and it goes once."""
        voor = {een.wat: een.dag for een in self.stand().termijnen}
        rij = self.probeer(
            lambda: extend_toelatingstermijn(
                actor=self.school.intern_begeleider,
                aanmelding=self.zaak,
                dag=self.dag(geleden).date(),
                nieuwe_datum=(OP + timedelta(weeks=6 + weken)).date(),
                motivering="Het onderzoek is nog niet klaar.",
                op=self.nu,
            )
        )
        if rij is not None:
            assert Soort.VERLENGD not in {wat for wat, _dag, _school in self.gemeld.values()}
            self.gemeld[rij.pk] = (Soort.VERLENGD, self.dag(geleden), "")
            na = {een.wat: een.dag for een in self.stand().termijnen}
            assert {wat: dag for wat, dag in na.items() if wat in voor and dag < voor[wat]} == {}

    @rule(
        geleden=GELEDEN,
        soort=st.sampled_from([Toelatingsbesluit.GEWEIGERD, Toelatingsbesluit.GEWEIGERD, *Toelatingsbesluit]),
        grond=st.sampled_from(list(Weigeringsgrond)),
        doorbreking=st.sampled_from(["", "", "Besproken met de inspectie."]),
    )
    def besluit(self, geleden: int, soort: Toelatingsbesluit, grond: Weigeringsgrond, doorbreking: str) -> None:
        """The board decides; a refusal that went through had its evidence, or the reason of the board with it."""
        op = self.dag(geleden)
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
        if soort is Toelatingsbesluit.GEWEIGERD and not rij.doorbreking:
            self.hoort_bij_een_weigering(grond, op)

    def hoort_bij_een_weigering(self, grond: Weigeringsgrond, op: datetime) -> None:
        """What the law wants on file, from the notes of the clerk alone."""
        if grond is Weigeringsgrond.SCHOOL_VOL:
            assert "gevolgd" in self.waren(Soort.SCHOOL_VOL, op)
            return
        if grond is Weigeringsgrond.GRONDSLAG:
            assert self.waren(Soort.GRONDSLAG_GEWEIGERD, op)
            return
        assert self.waren(Soort.ONDERZOEK, op) or self.hulpvraag is Hulpvraag.TAAL
        if self.laatste_bevinding(op) == Hulpvraag.EXTRA:
            assert self.waren(Soort.OUDERS_GEHOORD, op)
            assert self.zeggen_ja(op)
        elif grond is Weigeringsgrond.ANDERE_SCHOOL:
            assert self.zeggen_ja(op)

    def laatste_bevinding(self, op: datetime) -> str:
        """What the school found last, on or before a day."""
        gezien = [(dag, pk, wat) for pk, (soort, dag, wat) in self.gemeld.items() if soort is Soort.ONDERZOEK]
        return max((een for een in gezien if een[0] <= op), default=(None, 0, self.hulpvraag.value))[2]

    @precondition(lambda self: self.gemeld)
    @rule(data=st.data())
    def dat_klopte_niet(self, data: st.DataObject) -> None:
        """Something was noted by mistake."""
        nummer = data.draw(st.sampled_from(sorted(self.gemeld)))
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

    @precondition(lambda self: self.besluiten)
    @rule(geleden=GELEDEN, is_alsnog=st.booleans())
    def beslis_op_bezwaar(self, geleden: int, *, is_alsnog: bool) -> None:
        """The board decides on the objection, which must be there."""
        gegevens = Gebeurtenisgegevens(op=self.dag(geleden).date(), tekst="Wij blijven erbij.")
        rij = self.probeer(
            lambda: decide_bezwaar(
                actor=self.school.directeur, aanmelding=self.zaak, gegevens=gegevens, is_alsnog=is_alsnog, op=self.nu
            )
        )
        if rij is not None:
            assert self.waren(Soort.BEZWAAR, self.dag(geleden))
            assert self.waren(Soort.OUDERS_GEHOORD, self.dag(geleden))
            self.besluiten.append(Toelatingsbesluit.TOEGELATEN.value if is_alsnog else "blijft")

    @rule()
    def geef_een_tijdelijke_plek(self) -> None:
        """A place for the time being, not before the day after ten weeks, nor after a decision."""
        rij = self.probeer(
            lambda: place_tijdelijk(actor=self.school.intern_begeleider, aanmelding=self.zaak, op=self.nu)
        )
        if rij is not None:
            assert self.besluiten == []
            assert self.nu > OP + timedelta(weeks=10)

    @invariant()
    def besluit_blijft_wat_het_was(self) -> None:
        """The case says what was decided, whatever was written down, or taken back, after it."""
        if hasattr(self, "zaak"):
            besloten = [soort for soort in self.besluiten if soort != "blijft"]
            stand = self.stand().soort
            assert ({stand} & BESLOTEN or None) == ({Stand(besloten[-1])} if besloten else None)


class Verwijderzaak(Dossier):
    """A removal that was begun, at a bijzondere school."""

    zaak: Verwijdering

    @initialize()
    def begin(self) -> None:
        """The parents hear what the board intends."""
        gezin = maak_gezin(maak_school())
        self.school = gezin.school
        self.open.enter_context(in_bestuur(self.school.vestiging.bestuur_id))
        maak_beleid(self.school)
        self.zaak = begin_verwijdering(
            actor=self.school.directeur, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP
        )
        self.is_besloten = self.is_elders = self.is_terug = False
        self.besluit_pk = 0

    def rijen(self) -> dict[int, tuple[Any, ...]]:
        """Every step, with its letter."""
        return {rij[0]: rij for rij in Verwijdergebeurtenis.objects.values_list()}

    def noteer(self, soort: Soort, geleden: int, school: str = "", **feiten: Any) -> Verwijdergebeurtenis | None:
        """Note a step; the clerk notes it too when it went through."""
        op = self.dag(geleden)
        stap = Verwijderstap(soort=soort, op=op.date(), tekst="Genoteerd.", school=school, **feiten)
        rij: Verwijdergebeurtenis | None = self.probeer(
            lambda: record_verwijderstap(
                actor=self.school.intern_begeleider, verwijdering=self.zaak, stap=stap, op=self.nu
            )
        )
        if rij is not None:
            self.gemeld.setdefault(rij.pk, (soort, op, school))
        return rij

    @rule(geleden=GELEDEN, mist=MIST)
    def bijna_alles(self, geleden: int, mist: int) -> None:
        """What the law wants before a removal, often with one thing left out; and the decision."""
        stappen = [Soort.LEERKRACHT_GEHOORD, Soort.OUDERS_GEHOORD, Soort.SCHOOL_GEVRAAGD, Soort.SCHOOL_BEREID]
        for nummer, soort in enumerate(stappen):
            if nummer != mist:
                self.noteer(soort, geleden, "De Els" if nummer > 1 else "")
        self.besluit("")

    @rule(geleden=GELEDEN, soort=st.sampled_from([Soort.LEERKRACHT_GEHOORD, Soort.OUDERS_GEHOORD]))
    def iemand_gehoord(self, geleden: int, soort: Soort) -> None:
        """The teacher or the parents were heard."""
        self.noteer(soort, geleden)

    @rule(
        geleden=GELEDEN,
        school=SCHOLEN,
        soort=st.sampled_from(
            [
                *(Soort.SCHOOL_GEVRAAGD, Soort.SCHOOL_BEREID, Soort.SCHOOL_NIET_BEREID),
                *(Soort.BEREIDHEID_INGETROKKEN, Soort.SCHOOL_GEVRAAGD, Soort.SCHOOL_BEREID),
            ]
        ),
    )
    def over_een_school(self, geleden: int, school: str, soort: Soort) -> None:
        """Another school is asked, or answers."""
        self.noteer(soort, geleden, school=school)

    @rule(geleden=GELEDEN, school=SCHOLEN)
    def ingeschreven_elders(self, geleden: int, school: str) -> None:
        """Another school has the child: only after the decision."""
        if self.noteer(Soort.ELDERS_INGESCHREVEN, geleden, school=school) is not None:
            assert self.is_besloten
            self.is_elders = True

    @rule(geleden=GELEDEN, soort=st.sampled_from([Soort.BEZWAAR, Soort.GPO_GEVRAAGD, Soort.GEMEENTE_GEMELD]))
    def na_het_besluit(self, geleden: int, soort: Soort) -> None:
        """What can only follow a decision."""
        if self.noteer(soort, geleden) is not None and soort is not Soort.GPO_GEVRAAGD:
            assert self.is_besloten

    @rule(doorbreking=st.sampled_from(["", "", "Besproken met de inspectie."]))
    def besluit(self, doorbreking: str) -> None:
        """The board decides today: teacher and parents heard, another school willing; or its own reason beside it."""
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
        assert not self.is_besloten
        assert not self.is_terug
        self.is_besloten, self.besluit_pk = True, rij.pk
        if not rij.doorbreking:
            assert self.waren(Soort.LEERKRACHT_GEHOORD, self.nu)
            assert self.waren(Soort.OUDERS_GEHOORD, self.nu)
            assert self.zeggen_ja(self.nu)

    @rule(uitkomst=st.sampled_from(list(Bezwaaruitkomst)))
    def beslis_op_bezwaar(self, uitkomst: Bezwaaruitkomst) -> None:
        """The board decides on the objection, which must be there."""
        rij = self.probeer(
            lambda: decide_verwijderbezwaar(
                actor=self.school.directeur, verwijdering=self.zaak, uitkomst=uitkomst, motivering="Zo.", op=self.nu
            )
        )
        if rij is not None:
            assert self.waren(Soort.BEZWAAR, self.nu)
            self.is_terug = self.is_terug or uitkomst is Bezwaaruitkomst.GEGROND

    @rule()
    def zie_ervan_af(self) -> None:
        """The board lets go of it, unless the child is elsewhere."""
        rij = self.probeer(
            lambda: withdraw_verwijdering(
                actor=self.school.directeur, verwijdering=self.zaak, motivering="Het gaat beter.", op=self.nu
            )
        )
        if rij is not None:
            assert not self.is_elders
            self.is_terug = True

    @precondition(lambda self: self.gemeld)
    @rule(data=st.data())
    def dat_klopte_niet(self, data: st.DataObject) -> None:
        """Something was noted by mistake; what a decision rests on stays."""
        nummer = data.draw(st.sampled_from(sorted(self.gemeld)))
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
            del self.gemeld[nummer]
            self.is_elders = bool(self.is_elders and self.waren(Soort.ELDERS_INGESCHREVEN, self.nu))
            assert nummer > self.besluit_pk

    @invariant()
    def verwijderd_alleen_langs_het_besluit(self) -> None:
        """Decided, let go and removed are what the clerk saw happen."""
        if hasattr(self, "zaak"):
            stand = verwijderingsstand(get_verwijderzaak(verwijdering=self.zaak).feiten, peildatum=self.nu.date()).soort
            verwacht = Verwijderingsstand.BESLOTEN if self.is_besloten else Verwijderingsstand.VOORGENOMEN
            if self.is_elders:
                verwacht = Verwijderingsstand.VERWIJDERD
            if self.is_terug:
                verwacht = Verwijderingsstand.INGETROKKEN
            assert stand is verwacht


@pytest.mark.django_db
@pytest.mark.parametrize("machine", [Aanmeldzaak, Verwijderzaak])
def test_no_road_through_the_actions_passes_its_gates(machine: type[Dossier]) -> None:
    run_state_machine_as_test(machine, settings=WEGEN)
