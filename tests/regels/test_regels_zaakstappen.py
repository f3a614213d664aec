"""What a case is at, and every step in every phase of it: it can be taken, or exactly this is said of why not."""

from dataclasses import replace
from datetime import date

import pytest

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.toelating import Toelatingsbesluit, Zaakfase
from passend.regels.aanmeldingsfeiten import Aanmeldingsfeiten, Besluit
from passend.regels.zaakstappen import mogelijke_stappen, waarom_niet, zaakfase

DAG = date(2026, 10, 5)
FEITEN = Aanmeldingsfeiten(verzocht_op=date(2026, 9, 14), ontvangen_op=date(2026, 9, 14))
TOEGELATEN, GEWEIGERD, NIET_BEHANDELD = (Besluit(soort=soort, op=DAG) for soort in Toelatingsbesluit)
ZINNEN = {
    ".": "",
    "b": "Hiervoor moet er eerst een besluit zijn.",
    "k": "Bezwaar kan pas na een besluit.",
    "p": "Dit speelt pas als het bestuur besloot het kind toe te laten.",
    "t": "Het kind is al toegelaten. Dit past daar niet bij.",
    "a": "Er is al een besluit. Dit hoort ervoor.",
    "r": (
        "Het bestuur zei al nee. Een aanmelding intrekken kan dan niet meer: zo houden de ouders hun recht op bezwaar."
    ),
    "n": (
        "Het bestuur behandelde deze aanmelding niet. Bij een bijzondere school is daar geen bezwaar tegen: de ouders "
        "kunnen opnieuw aanmelden, of naar de geschillencommissie."
    ),
    "i": "De ouders trokken deze aanmelding in. Er verandert niets meer.",
}
FASEN = (
    Zaakfase.OPEN,
    Zaakfase.VAN_RECHTSWEGE,
    Zaakfase.TOEGELATEN,
    Zaakfase.NIET_TOEGELATEN,
    Zaakfase.NIET_BEHANDELD,
    Zaakfase.INGETROKKEN,
)
TABEL = {
    Soort.ONTVANGST_GEMELD: "..taai",
    Soort.AANVULLING_GEVRAAGD: ".ttaai",
    Soort.AANGEVULD: "..taai",
    Soort.SCHOOL_GESPROKEN: ".....i",
    Soort.ONDERZOEK: "..taai",
    Soort.VERLENGD: ".ttaai",
    Soort.LEERKRACHT_GEHOORD: "bttaai",
    Soort.OUDERS_GEHOORD: ".tt.ai",
    Soort.SCHOOL_GEVRAAGD: ".tt..i",
    Soort.SCHOOL_BEREID: ".....i",
    Soort.SCHOOL_NIET_BEREID: ".....i",
    Soort.BEREIDHEID_INGETROKKEN: ".....i",
    Soort.SCHOOL_VOL: ".ttaai",
    Soort.GRONDSLAG_GEWEIGERD: ".ttaai",
    Soort.OPGESCHAALD: "..t..i",
    Soort.HULP_GEGEVEN: ".....i",
    Soort.HULP_KLAAR: ".....i",
    Soort.BESLUIT: "..taai",
    Soort.TIJDELIJK_GEPLAATST: ".ttaai",
    Soort.BEZWAAR: "ktt.ni",
    Soort.BEZWAAR_BESLIST: "btt.ni",
    Soort.GPO_GEVRAAGD: "btt..i",
    Soort.GPO_OORDEEL: "btt..i",
    Soort.GPO_REACTIE: "btt..i",
    Soort.GEMEENTE_GEMELD: "bttaai",
    Soort.ELDERS_INGESCHREVEN: ".tt..i",
    Soort.INGETROKKEN: "...rri",
    Soort.TLV_GEGEVEN: "...aai",
    Soort.ZONDER_NUMMER: "pp.ppi",
    Soort.NUMMER_GEMELD: "pp.ppi",
    Soort.VERVALLEN: "bttaai",
}
"""What is said of each step in these phases, in their order; a dot where the step can be taken."""


def test_table_says_something_of_every_step_in_every_phase() -> None:
    assert set(TABEL) == set(Soort)
    assert set(FASEN) == set(Zaakfase)


@pytest.mark.parametrize("soort", TABEL)
def test_step_that_cannot_be_taken_says_why(soort: Soort) -> None:
    assert [waarom_niet(soort, fase) for fase in FASEN] == [ZINNEN[teken] for teken in TABEL[soort]]


@pytest.mark.parametrize("fase", FASEN)
def test_steps_that_a_form_offers_are_those_of_which_nothing_is_said(fase: Zaakfase) -> None:
    assert mogelijke_stappen(fase) == {soort for soort, tekens in TABEL.items() if tekens[FASEN.index(fase)] == "."}


@pytest.mark.parametrize(
    ("feiten", "fase"),
    [
        (FEITEN, Zaakfase.OPEN),
        (replace(FEITEN, besluit=TOEGELATEN), Zaakfase.TOEGELATEN),
        (replace(FEITEN, besluit=TOEGELATEN, is_openbaar=True), Zaakfase.TOEGELATEN),
        (replace(FEITEN, besluit=GEWEIGERD), Zaakfase.NIET_TOEGELATEN),
        (replace(FEITEN, besluit=GEWEIGERD, is_openbaar=True), Zaakfase.NIET_TOEGELATEN),
        (replace(FEITEN, besluit=GEWEIGERD, is_alsnog_toegelaten=True), Zaakfase.TOEGELATEN),
        (replace(FEITEN, besluit=NIET_BEHANDELD), Zaakfase.NIET_BEHANDELD),
        (replace(FEITEN, besluit=NIET_BEHANDELD, is_openbaar=True), Zaakfase.NIET_TOEGELATEN),
        (replace(FEITEN, besluit=NIET_BEHANDELD, is_openbaar=True, is_alsnog_toegelaten=True), Zaakfase.TOEGELATEN),
        (replace(FEITEN, ingetrokken_op=DAG), Zaakfase.INGETROKKEN),
        (replace(FEITEN, besluit=TOEGELATEN, ingetrokken_op=DAG), Zaakfase.INGETROKKEN),
    ],
)
def test_phase_follows_from_the_decision_and_from_whether_parents_can_object_to_it(
    feiten: Aanmeldingsfeiten, fase: Zaakfase
) -> None:
    assert zaakfase(feiten, peildatum=DAG) is fase


@pytest.mark.parametrize(
    ("besluit", "dag", "fase"),
    [
        (None, date(2026, 10, 26), Zaakfase.OPEN),
        (None, date(2026, 10, 27), Zaakfase.VAN_RECHTSWEGE),
        (GEWEIGERD, date(2026, 10, 27), Zaakfase.NIET_TOEGELATEN),
    ],
)
def test_law_admits_a_child_that_seeks_asylum_six_weeks_after_it_was_asked_and_not_decided(
    besluit: Besluit | None, dag: date, fase: Zaakfase
) -> None:
    feiten = replace(FEITEN, is_asielzoeker=True, besluit=besluit)

    assert zaakfase(feiten, peildatum=dag) is fase
