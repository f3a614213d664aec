"""What happened with a development perspective plan, for the page of the pupil: parents see no concept."""

from datetime import date

import pytest
from tests.factories.opp import hoor, maak_plan, maak_rijp_plan, maak_vast_plan
from tests.factories.profielen import OP
from tests.plannen.test_plannen_opp import LATER, TERUGBLIK

from passend.plannen.actions.oppbegin import withdraw_opp
from passend.plannen.actions.oppevaluatie import evaluate_opp, revise_opp
from passend.plannen.queries.oppverloop import Oppverloop, get_oppverloop

pytestmark = pytest.mark.django_db


def test_concept_is_for_the_school_until_it_was_laid_before_the_parents() -> None:
    plan = maak_plan()
    hoor(plan)

    school, ouder = (get_oppverloop(leerling=plan.gezin.leerling, is_ouder=is_ouder) for is_ouder in (False, True))

    assert ([een.nummer for een in school.versies], [een.gezegd for een in school.stemmen]) == (
        [1],
        ["Ik wil samen lezen."],
    )
    assert (school.is_vast, school.termijn.dag if school.termijn else None) == (False, date(2026, 10, 27))
    assert ouder == Oppverloop()


def test_parents_see_what_lies_before_them_and_what_the_child_said_on_it() -> None:
    plan = maak_rijp_plan()

    ouder = get_oppverloop(leerling=plan.gezin.leerling, is_ouder=True)

    assert ([een.nummer for een in ouder.versies], len(ouder.stemmen), ouder.is_vast) == ([1], 1, False)


def test_plan_that_holds_is_looked_at_again_and_a_version_in_the_making_changes_nothing_of_it() -> None:
    plan = maak_vast_plan()
    actor, leerling = plan.school.intern_begeleider, plan.gezin.leerling
    voor = get_oppverloop(leerling=leerling, is_ouder=True)
    evaluate_opp(actor=actor, versie=plan.versie, gegevens=TERUGBLIK, op=LATER)
    revise_opp(actor=actor, versie=plan.versie, op=LATER)

    school, ouder = (get_oppverloop(leerling=leerling, is_ouder=is_ouder) for is_ouder in (False, True))

    assert (voor.is_vast, voor.termijn.dag if voor.termijn else None) == (True, date(2027, 7, 31))
    assert ([een.nummer for een in school.versies], [een.nummer for een in ouder.versies]) == ([1, 2], [1])
    assert [een.werkte for een in ouder.evaluaties] == [TERUGBLIK.werkte]
    assert (school.termijn, ouder.termijn.dag if ouder.termijn else None) == (ouder.termijn, date(2028, 4, 23))


def test_plan_that_was_withdrawn_is_not_there_any_more() -> None:
    plan = maak_plan()
    withdraw_opp(actor=plan.school.intern_begeleider, versie=plan.versie, waarom="Verkeerd kind.", op=OP)

    assert get_oppverloop(leerling=plan.gezin.leerling, is_ouder=False) == Oppverloop()
