"""A decision works for the parents from the day of its letter, whatever earlier day somebody types."""

from datetime import timedelta
from typing import Any

import pytest
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import DAG, besluit, gebeur, maak_aanmelding, maak_beleid, maak_weigerbaar

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.aanmelding import Hulpvraag
from passend.begrippen.toelating import Aanmeldingsstand, Toelatingsbesluit, Weigeringsgrond
from passend.plannen.models import Opp
from passend.regels.bewaartermijnen import over_maanden
from passend.regels.toelatingsstand import Toelatingsstand, toelatingsstand
from passend.toelating.actions.besluiten import PoortError, enrol_aangemelde, place_tijdelijk
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Brief
from passend.toelating.queries.bewaren import list_te_vernietigen
from passend.toelating.queries.zaken import get_zaak, vroegste_inschrijving

pytestmark = pytest.mark.django_db
NEE = Toelatingsbesluit.GEWEIGERD


@pytest.fixture
def school() -> School:
    """A bijzondere school that lets parents register."""
    school = maak_school()
    maak_beleid(school)
    return school


def _stand(aanmelding: Aanmelding, dagen: int) -> Toelatingsstand:
    return toelatingsstand(get_zaak(aanmelding=aanmelding).feiten, peildatum=DAG + timedelta(days=dagen))


def test_refusal_typed_with_an_earlier_day_gives_parents_six_weeks_from_the_letter(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    maak_weigerbaar(school, aanmelding)

    rij = besluit(school, aanmelding, NEE, 80, op=DAG + timedelta(days=10))

    dagen = {een.wat: een.dag for een in _stand(aanmelding, 80).termijnen}
    brief = Brief.objects.get(aanmelding=aanmelding, soort="geweigerd").tekst
    assert rij.op == DAG + timedelta(days=10)
    assert (dagen["bezwaar"], dagen["geschil_verzoek"]) == (DAG + timedelta(days=122), DAG + timedelta(days=122))
    assert "uiterlijk op 4 februari 2027" in brief


def test_refusal_typed_with_an_earlier_day_leaves_what_was_late_and_the_temporary_place(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    maak_weigerbaar(school, aanmelding)
    place_tijdelijk(actor=school.directeur, aanmelding=aanmelding, op=OP + timedelta(days=75))

    besluit(school, aanmelding, NEE, 80, op=DAG + timedelta(days=10))

    voor, na = _stand(aanmelding, 79), _stand(aanmelding, 80)
    assert (voor.soort, voor.is_te_laat, voor.tijdelijk_van) == (
        Aanmeldingsstand.IN_BEHANDELING,
        True,
        DAG + timedelta(days=71),
    )
    assert (na.soort, na.uitgeschreven_op) == (Aanmeldingsstand.GEWEIGERD, DAG + timedelta(days=81))
    assert "25 december 2026" in Brief.objects.get(aanmelding=aanmelding, soort="geweigerd").tekst


@pytest.mark.parametrize("doorbreking", ["", "Besproken met de inspectie."])
def test_child_that_the_law_admitted_is_not_refused_with_an_earlier_day(school: School, doorbreking: str) -> None:
    aanmelding = maak_aanmelding(school, is_asielzoeker=True)
    gegevens: dict[str, Any] = {"op": DAG + timedelta(days=10), "grond": Weigeringsgrond.ANDERS}
    gebeur(school, aanmelding, Soort.ONDERZOEK, 1, bevinding="geen", tekst="Gesprek.")

    with pytest.raises(PoortError, match="door de wet toegelaten"):
        besluit(school, aanmelding, NEE, 60, doorbreking=doorbreking, **gegevens)

    assert not Aanmeldgebeurtenis.objects.filter(soort=Soort.BESLUIT).exists()
    assert _stand(aanmelding, 60).soort is Aanmeldingsstand.TOEGELATEN


def test_objection_of_parents_who_heard_before_the_letter_is_noted(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    maak_weigerbaar(school, aanmelding)
    besluit(school, aanmelding, NEE, 14, op=DAG + timedelta(days=10))

    gebeur(school, aanmelding, Soort.BEZWAAR, 14, tekst="Niet eens.")

    assert _stand(aanmelding, 14).uitleg == "Er is bezwaar gemaakt. Het bestuur beslist uiterlijk op 16-11-2026."


def test_case_of_a_refused_child_is_kept_for_a_year_from_the_letter(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    maak_weigerbaar(school, aanmelding)
    besluit(school, aanmelding, NEE, 80, op=DAG + timedelta(days=10))

    (zaak,) = list_te_vernietigen(vestiging=school.vestiging, peildatum=DAG + timedelta(days=130))

    assert zaak.termijn.vernietigen_uiterlijk_op == over_maanden(DAG + timedelta(days=80), 12)
    assert zaak.termijn.uitleg.endswith("geteld vanaf de dag waarop de ouders het besluit hoorden.")


def test_plan_of_a_child_whose_place_becomes_final_begins_with_the_letter(school: School) -> None:
    aanmelding = maak_aanmelding(school, hulpvraag=Hulpvraag.EXTRA)
    place_tijdelijk(actor=school.directeur, aanmelding=aanmelding, op=OP + timedelta(days=75))
    enrol_aangemelde(
        actor=school.directeur,
        aanmelding=aanmelding,
        ingeschreven_op=DAG + timedelta(days=75),
        op=OP + timedelta(days=75),
    )
    geen_plan = Opp.objects.count()

    besluit(school, aanmelding, Toelatingsbesluit.TOEGELATEN, 90, op=DAG + timedelta(days=80))

    plan = Opp.objects.get()
    assert (geen_plan, plan.aanleiding, plan.begonnen_op) == (0, "definitieve_plaatsing", DAG + timedelta(days=90))


def test_number_is_reported_and_a_child_enrolled_from_the_day_of_the_decision_itself(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    besluit(school, aanmelding, Toelatingsbesluit.TOEGELATEN, 20, op=DAG + timedelta(days=10))
    gebeur(school, aanmelding, Soort.ZONDER_NUMMER, 20)

    zaak, op = get_zaak(aanmelding=aanmelding), DAG + timedelta(days=20)

    assert {een.wat: een.dag for een in _stand(aanmelding, 20).termijnen} == {"pgn_melding": DAG + timedelta(days=24)}
    assert vroegste_inschrijving(zaak, peildatum=op) == DAG + timedelta(days=10)
