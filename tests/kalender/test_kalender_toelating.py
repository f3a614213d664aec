"""What admission and removal ask of whom: the school of what is new, its board of what it must decide, its adviser."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.leerlingen import maak_gezin
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import besluit, gebeur, maak_aanmelding, maak_weigerbaar

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.agenda import Agendasoort
from passend.begrippen.toelating import Toelatingsbesluit
from passend.kalender.queries.agenda import list_agenda, list_mijn_taken
from passend.toegang.models import Account
from passend.toelating.actions.verwijderen import begin_verwijdering
from passend.toelating.models import Aanmelding

pytestmark = pytest.mark.django_db
HIER = timezone.localtime(OP)
ZES_WEKEN = (OP + timedelta(days=42)).date()


def _wat(account: Account, dagen: int = 0) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """What admission has in the agenda of somebody and on their first screen, with on which day after the first."""
    op = HIER + timedelta(days=dagen)
    uit_de_wet = {Agendasoort.AANMELDING, Agendasoort.VERWIJDERING}
    agenda, taken = (
        [(een.wat, (een.dag - OP.date()).days) for een in regels if een.soort in uit_de_wet]
        for regels in (list_agenda(account=account, op=op), list_mijn_taken(account=account, op=op))
    )
    return agenda, taken


def _geweigerd(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    gebeur(school, aanmelding, Soort.ONDERZOEK, 1, bevinding="extra", tekst="Gesprek.")
    maak_weigerbaar(school, aanmelding)
    besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD)
    gebeur(school, aanmelding, Soort.BEZWAAR, 12, tekst="Wij zijn het er niet mee eens.")


def test_board_sees_a_decision_on_a_registration_only_once_it_is_too_late() -> None:
    school = maak_school()
    maak_aanmelding(school)

    assert _wat(school.bestuurder, 42) == ([], [])
    assert _wat(school.bestuurder, 43) == ([("besluit", 42)], [("besluit", 42)])


def test_board_and_school_see_an_objection_until_it_is_decided_also_when_that_is_too_late() -> None:
    school = maak_school()
    _geweigerd(school)

    assert _wat(school.bestuurder, 35) == ([("beslissing_op_bezwaar", 40)], [("beslissing_op_bezwaar", 40)])
    assert _wat(school.directeur, 60)[1] == [("beslissing_op_bezwaar", 40)]
    assert _wat(school.bestuurder, 60)[1] == [("beslissing_op_bezwaar", 40)]


def test_board_and_director_see_a_removal_that_waits_for_a_decision_and_nobody_else_does() -> None:
    gezin = maak_gezin()
    school = gezin.school
    begin_verwijdering(actor=school.directeur, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP)
    open_ = [("verwijdering_besluit", 0)]

    assert _wat(school.bestuurder, 30) == (open_, open_)
    assert _wat(school.directeur, 30) == (open_, open_)
    assert all(_wat(wie, 30) == ([], []) for wie in (school.intern_begeleider, school.leerkracht, school.adviseur))
    [regel] = list_mijn_taken(account=school.bestuurder, op=HIER)
    assert regel.uiterlijk_op is None  # the law sets no day for it


def test_registration_that_came_in_is_a_task_of_the_school_until_it_noted_something() -> None:
    school = maak_school()
    aanmelding = maak_aanmelding(school)

    assert _wat(school.directeur) == ([("nieuw", 0), ("besluit", 42)], [("nieuw", 0)])
    assert _wat(school.intern_begeleider) == ([("besluit", 42)], [])  # who noted it knows it
    assert all(_wat(wie) == ([], []) for wie in (school.bestuurder, school.leerkracht, school.adviseur))
    gebeur(school, aanmelding, Soort.SCHOOL_GESPROKEN, 0, tekst="Met juf Els.")
    assert _wat(school.directeur) == ([("besluit", 42)], [])


def test_registration_of_parents_themselves_is_news_to_everybody_who_keeps_them() -> None:
    school = maak_school()
    aanmelding = maak_aanmelding(school)
    Aanmelding.objects.filter(pk=aanmelding.pk).update(ingevoerd_door=None)

    for wie in (school.intern_begeleider, school.directeur):
        assert _wat(wie) == ([("nieuw", 0), ("besluit", 42)], [("nieuw", 0)])


def test_adviser_sees_a_case_from_the_day_on_which_the_school_asked_for_help_until_it_is_over() -> None:
    school = maak_school()
    aanmelding = maak_aanmelding(school)
    assert _wat(school.adviseur, 2) == ([], [])

    gebeur(school, aanmelding, Soort.OPGESCHAALD, 2, tekst="Welke school past?")

    assert _wat(school.adviseur, 30) == ([("hulp_gevraagd", 2)], [("hulp_gevraagd", 2)])
    gebeur(school, aanmelding, Soort.INGETROKKEN, 31, tekst="Gebeld.")
    assert _wat(school.adviseur, 31) == ([], [])


def test_decision_of_which_the_ground_is_gone_is_the_first_task_before_what_is_overdue() -> None:
    school = maak_school()
    _geweigerd(school)
    wankel = maak_aanmelding(school, voornaam="Bo")
    maak_weigerbaar(school, wankel)
    besluit(school, wankel, Toelatingsbesluit.GEWEIGERD)
    gebeur(school, wankel, Soort.BEREIDHEID_INGETROKKEN, 11, school="De Schelp, Zeestad", tekst="Toch vol.")
    taken = [("besluit_wankelt", 11), ("beslissing_op_bezwaar", 40)]

    assert _wat(school.bestuurder, 60) == (taken, taken)
    maak_aanmelding(school, voornaam="Cas")
    assert _wat(school.directeur, 20)[1] == [taken[0], ("nieuw", 0)]
