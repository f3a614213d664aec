"""What needs somebody today, for one school as cheaply as for three."""

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories.organisaties import maak_bestuur
from tests.factories.profielen import (
    OP,
    School,
    maak_editie,
    maak_profiel,
    maak_school,
    stapgegevens,
    zet_stappen,
)

from passend.begrippen.rollen import Rolsoort
from passend.begrippen.uitgave import Stapsoort
from passend.profielen.actions.inlezingen import Ingeleverd, add_inlezing
from passend.profielen.actions.team import open_ronde
from passend.profielen.actions.vaststelling import record_stap
from passend.profielen.models import Ondersteuningsprofiel
from passend.profielen.queries.openbaar import list_nieuwste_edities, list_scholen, list_soorten_per_school
from passend.profielen.queries.taken import get_pad, list_schoolstanden, taken_van

pytestmark = pytest.mark.django_db
VANDAAG = OP.date()


def _taken(school: School, rol: Rolsoort, peildatum: date = VANDAAG) -> list[tuple[str, Stapsoort | None]]:
    stand = list_schoolstanden(vestigingen=[school.vestiging])[0]
    return [(taak.soort, taak.stap) for taak in taken_van(stand, rollen={rol}, peildatum=peildatum)]


def _lever_in(school: School) -> None:
    ingeleverd = Ingeleverd(naam="x.docx", sha256="a" * 64, bestand=b"PK", lezing={}, document={})
    add_inlezing(actor=school.directeur, vestiging=school.vestiging, ingeleverd=ingeleverd, op=OP)


def test_school_without_a_profile_hands_one_in_and_then_checks_it() -> None:
    school = maak_school()
    voor = _taken(school, Rolsoort.DIRECTEUR)

    _lever_in(school)

    assert (voor, _taken(school, Rolsoort.DIRECTEUR)) == ([("inleveren", None)], [("nakijken", None)])
    assert _taken(school, Rolsoort.MR_LID) == []


def test_each_step_is_a_task_of_its_own_role() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    for soort in (Stapsoort.LEERLINGEN_GEHOORD, Stapsoort.MR_GEVRAAGD):
        record_stap(actor=school.directeur, profiel=profiel, soort=soort, gegevens=stapgegevens(), op=OP)

    taken = {rol: _taken(school, rol) for rol in (Rolsoort.MR_LID, Rolsoort.BESTUURDER, Rolsoort.LEERKRACHT)}

    advies = [("stap", Stapsoort.MR_ADVIES)]
    assert taken == {Rolsoort.MR_LID: advies, Rolsoort.BESTUURDER: [], Rolsoort.LEERKRACHT: []}


def test_open_round_is_a_task_of_the_team() -> None:
    school = maak_school()
    open_ronde(actor=school.directeur, profiel=maak_profiel(school), vraag="Klopt dit nog?", op=OP)

    assert _taken(school, Rolsoort.LEERKRACHT) == [("ronde", None)]
    assert _taken(school, Rolsoort.BESTUURDER) == []


@pytest.mark.parametrize(
    ("peildatum", "verwacht"),
    [(date(2027, 5, 30), []), (date(2027, 5, 31), [("stap", Stapsoort.GEEVALUEERD)])],
)
def test_evaluation_becomes_a_task_two_months_before_it_is_due(
    peildatum: date, verwacht: list[tuple[str, Stapsoort | None]]
) -> None:
    school = maak_school()
    maak_editie(school)

    assert _taken(school, Rolsoort.DIRECTEUR, peildatum) == verwacht


def test_evaluated_profile_has_nothing_left_to_do() -> None:
    school = maak_school()
    editie = maak_editie(school)
    record_stap(
        actor=school.directeur,
        profiel=editie.profiel,
        soort=Stapsoort.GEEVALUEERD,
        gegevens=stapgegevens(),
        op=OP + timedelta(hours=2),
    )

    assert _taken(school, Rolsoort.DIRECTEUR, date(2027, 7, 31)) == []


def _pad(profiel: Ondersteuningsprofiel) -> list[str]:
    return [stap.soort for stap in get_pad(profiel=profiel)]


def test_path_is_that_of_the_round_going_on_or_else_of_the_newest_edition() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    leeg = _pad(profiel)
    maak_editie(school, profiel)
    gepubliceerd = _pad(profiel)

    gegevens = stapgegevens()
    record_stap(actor=school.directeur, profiel=profiel, soort=Stapsoort.LEERLINGEN_GEHOORD, gegevens=gegevens, op=OP)

    assert (leeg, gepubliceerd, _pad(profiel)) == (
        [],
        ["leerlingen_gehoord", "mr_gevraagd", "mr_advies", "bestuur_vastgesteld", "gepubliceerd"],
        ["leerlingen_gehoord"],
    )


@pytest.mark.parametrize("aantal", [1, 3])
def test_stand_of_schools_takes_five_queries(aantal: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    bestuur = maak_bestuur()
    scholen = [maak_school(bestuur, brin=f"99A{'ABC'[nummer]}") for nummer in range(aantal)]
    for school in scholen:
        maak_editie(school)
        zet_stappen(school, maak_profiel(school))

    with django_assert_num_queries(5):
        standen = list_schoolstanden(vestigingen=[school.vestiging for school in scholen])

    assert [(stand.editie, stand.volgende) for stand in standen] == [(1, Stapsoort.GEPUBLICEERD)] * aantal


@pytest.mark.parametrize("aantal", [1, 3])
def test_schools_side_by_side_take_a_fixed_number_of_queries(
    aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    bestuur = maak_bestuur()
    scholen = [maak_school(bestuur, brin=f"99A{'ABC'[nummer]}") for nummer in range(aantal)]
    for school in scholen:
        maak_editie(school)
    codes = [school.vestiging.code for school in reversed(scholen)]

    with django_assert_num_queries(3):
        gekozen = list_scholen(codes=[*codes, "99ZZ00"])
        nummers = {pk: editie.nummer for pk, editie in list_nieuwste_edities(vestigingen=gekozen).items()}
        soorten = list_soorten_per_school(codes=codes)

    assert [school.code for school in gekozen] == codes
    assert nummers == {school.vestiging.pk: 1 for school in scholen}
    assert soorten == dict.fromkeys(codes, ())
