"""A child that was admitted and needs extra support has six weeks to get its plan, from its first day at school."""

from datetime import timedelta

import pytest
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import besluit, gebeur, maak_aanmelding

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.toelating import Toelatingsbesluit
from passend.leerlingen.models import Leerling
from passend.plannen.models import Opp
from passend.plannen.queries.opplijst import list_oppregels
from passend.toelating.actions.besluiten import enrol_aangemelde, place_tijdelijk

pytestmark = pytest.mark.django_db
IN = OP + timedelta(days=12)
ZES_WEKEN = timedelta(days=42)


def _ingeschreven(school: School, bevinding: str, dagen: int) -> Leerling:
    """A child that was admitted on the tenth day and enrolled on the twelfth, for some days after that."""
    aanmelding = maak_aanmelding(school)
    gebeur(school, aanmelding, Soort.ONDERZOEK, 1, bevinding=bevinding, tekst="Gesprek.")
    besluit(school, aanmelding, Toelatingsbesluit.TOEGELATEN)
    eerste = (IN + timedelta(days=dagen)).date()
    return enrol_aangemelde(actor=school.intern_begeleider, aanmelding=aanmelding, ingeschreven_op=eerste, op=IN)


@pytest.mark.parametrize("dagen", [0, 30])
def test_plan_of_an_admitted_child_that_needs_support_is_due_six_weeks_after_its_first_day(dagen: int) -> None:
    leerling = _ingeschreven(maak_school(), "extra", dagen)

    [regel] = list_oppregels(leerlingen=Leerling.objects.all(), peildatum=leerling.ingeschreven_op)

    assert (regel.leerling, regel.termijn.dag) == (leerling, leerling.ingeschreven_op + ZES_WEKEN)


@pytest.mark.parametrize("bevinding", ["geen", "taal"])
def test_no_plan_begins_for_an_admitted_child_that_needs_no_extra_support(bevinding: str) -> None:
    _ingeschreven(maak_school(), bevinding, 0)

    assert not Opp.objects.exists()


def test_plan_of_a_child_that_was_placed_for_the_time_being_begins_when_it_is_admitted() -> None:
    school = maak_school()
    aanmelding = maak_aanmelding(school)
    op = OP + timedelta(days=71)
    place_tijdelijk(actor=school.intern_begeleider, aanmelding=aanmelding, op=op)
    enrol_aangemelde(actor=school.intern_begeleider, aanmelding=aanmelding, ingeschreven_op=op.date(), op=op)
    assert not Opp.objects.exists()

    besluit(school, aanmelding, Toelatingsbesluit.TOEGELATEN, 80)

    [opp] = Opp.objects.all()
    assert (opp.aanleiding, opp.begonnen_op) == ("definitieve_plaatsing", (OP + timedelta(days=80)).date())
