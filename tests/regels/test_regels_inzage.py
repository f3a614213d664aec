"""Who sees the file of a pupil, told as what happens at a school: the day before, on the day, and the day after."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from passend.begrippen.inzage import Inzagegrond, Vertrouwelijkheid
from passend.begrippen.periode import Periode
from passend.begrippen.rollen import GASTEN, Rolsoort
from passend.regels.inzage import (
    Kijkerfeiten,
    Leerlingfeiten,
    inzagegronden,
    leesbaar,
    noodinzage_grens,
    schrijfbaar,
    zestien_grens,
)
from passend.regels.toestemming import Besluitfeiten, Toestemmingfeiten

G, V = Inzagegrond, Vertrouwelijkheid
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
OP = datetime(2026, 10, 5, 9, tzinfo=AMSTERDAM)
DAG, SECONDE = timedelta(days=1), timedelta(seconds=1)
STEEDS = Periode(date(2020, 8, 1))
EEN_DAG = Periode(date(2026, 10, 5), date(2026, 10, 5))
SCHOOL, BUUR, GROEP, ANDERE_GROEP = 7, 8, 50, 60
GISTEREN, VANDAAG, MORGEN = OP - DAG, OP, OP + DAG


def _kind(**feiten: object) -> Leerlingfeiten:
    return Leerlingfeiten(**{"vestiging": SCHOOL, "geboren_op": date(2018, 3, 14), **feiten})


def _wie(soort: Rolsoort, waar: int = SCHOOL, periode: Periode = STEEDS, groep: Periode | None = None) -> Kijkerfeiten:
    return Kijkerfeiten(rollen=[(soort, waar, periode)], groepen=[(GROEP, groep)] if groep else [])


OUDER, DESKUNDIGE, VERVANGER = _wie(Rolsoort.OUDER), _wie(Rolsoort.DESKUNDIGE), _wie(Rolsoort.LEERKRACHT, BUUR)


def _toestemming(**feiten: object) -> Toestemmingfeiten:
    ja = {1: Besluitfeiten(gegeven_op=OP - DAG)}
    return Toestemmingfeiten(**{"tot_en_met": date(2026, 12, 31), "gezag": {1: STEEDS}, "besluiten": ja, **feiten})


@pytest.mark.parametrize("soort", list(Rolsoort))
def test_role_at_the_school_opens_the_file_only_for_intern_begeleider_and_directeur(soort: Rolsoort) -> None:
    gronden = inzagegronden(_wie(soort), _kind(groepen=[(GROEP, STEEDS)]), op=OP)

    assert gronden == {
        Rolsoort.INTERN_BEGELEIDER: (G.INTERN_BEGELEIDER,),
        Rolsoort.DIRECTEUR: (G.DIRECTEUR,),
    }.get(soort, ())


@pytest.mark.parametrize("soort", list(Rolsoort))
def test_role_at_another_school_opens_nothing(soort: Rolsoort) -> None:
    kijker = _wie(soort, BUUR, groep=STEEDS)

    assert inzagegronden(kijker, _kind(groepen=[(GROEP, STEEDS)]), op=OP) == ()


@pytest.mark.parametrize("soort", [Rolsoort.INTERN_BEGELEIDER, Rolsoort.DIRECTEUR, Rolsoort.LEERKRACHT])
def test_role_counts_on_its_first_day_and_its_last_and_no_day_around_them(soort: Rolsoort) -> None:
    kijker, kind = _wie(soort, periode=EEN_DAG, groep=STEEDS), _kind(groepen=[(GROEP, STEEDS)])

    assert [len(inzagegronden(kijker, kind, op=op)) for op in (GISTEREN, VANDAAG, MORGEN)] == [0, 1, 0]


def test_teacher_sees_the_pupils_of_the_own_group_alone() -> None:
    leerkracht = _wie(Rolsoort.LEERKRACHT, groep=STEEDS)

    assert inzagegronden(leerkracht, _kind(groepen=[(GROEP, STEEDS)]), op=OP) == (G.EIGEN_GROEP,)
    assert inzagegronden(leerkracht, _kind(groepen=[(ANDERE_GROEP, STEEDS)]), op=OP) == ()
    assert inzagegronden(leerkracht, _kind(), op=OP) == ()


@pytest.mark.parametrize("wie", ["taak", "plaats"])
def test_group_counts_only_on_days_that_both_teacher_and_pupil_are_in_it(wie: str) -> None:
    taak, plaats = (EEN_DAG, STEEDS) if wie == "taak" else (STEEDS, EEN_DAG)
    leerkracht, kind = _wie(Rolsoort.LEERKRACHT, groep=taak), _kind(groepen=[(GROEP, plaats)])

    assert [len(inzagegronden(leerkracht, kind, op=op)) for op in (GISTEREN, VANDAAG, MORGEN)] == [0, 1, 0]


def test_who_came_after_the_pupil_left_the_group_never_sees_the_file() -> None:
    leerkracht = _wie(Rolsoort.LEERKRACHT, groep=Periode(date(2026, 10, 6)))
    kind = _kind(groepen=[(GROEP, Periode(date(2020, 8, 1), date(2026, 10, 5)))])

    assert [inzagegronden(leerkracht, kind, op=op) for op in (GISTEREN, VANDAAG, MORGEN)] == [(), (), ()]


def test_group_without_the_role_of_teacher_opens_nothing() -> None:
    kijker = Kijkerfeiten(rollen=[(Rolsoort.MR_LID, SCHOOL, STEEDS)], groepen=[(GROEP, STEEDS)])

    assert inzagegronden(kijker, _kind(groepen=[(GROEP, STEEDS)]), op=OP) == ()


def test_parent_sees_the_file_while_there_is_authority() -> None:
    kind = _kind(gezag=[EEN_DAG])

    assert [inzagegronden(OUDER, kind, op=op) for op in (GISTEREN, VANDAAG, MORGEN)] == [(), (G.OUDER,), ()]


def test_authority_that_came_back_counts_again_and_the_gap_between_does_not() -> None:
    kind = _kind(gezag=[Periode(date(2020, 1, 1), date(2026, 10, 4)), Periode(date(2026, 10, 6))])

    assert [len(inzagegronden(OUDER, kind, op=op)) for op in (GISTEREN, VANDAAG, MORGEN)] == [1, 0, 1]


@pytest.mark.parametrize(
    ("geboren_op", "laatste_dag"),
    [
        (date(2010, 10, 6), date(2026, 10, 5)),
        (date(2012, 2, 29), date(2028, 2, 28)),
        (date(2012, 3, 1), date(2028, 2, 29)),
        (date(2012, 1, 1), date(2027, 12, 31)),
        (date(2084, 2, 29), date(2100, 2, 28)),
        (date(2100, 3, 1), date(2116, 2, 29)),
    ],
)
def test_parent_sees_the_file_until_the_day_before_the_sixteenth_birthday(geboren_op: date, laatste_dag: date) -> None:
    kind = _kind(geboren_op=geboren_op, gezag=[STEEDS])
    laatste = datetime.combine(laatste_dag, OP.timetz())

    assert [inzagegronden(OUDER, kind, op=op) for op in (laatste, laatste + DAG)] == [(G.OUDER,), ()]


def test_sixteenth_birthday_closes_the_file_to_parents_alone() -> None:
    kind = _kind(geboren_op=date(2010, 10, 5), gezag=[STEEDS], toestemmingen=[_toestemming()], noodinzagen=[OP])

    soorten = (Rolsoort.OUDER, Rolsoort.DESKUNDIGE, Rolsoort.DIRECTEUR)
    kijker = Kijkerfeiten(rollen=[(soort, SCHOOL, STEEDS) for soort in soorten])

    assert inzagegronden(kijker, kind, op=OP) == (G.DIRECTEUR, G.DESKUNDIGE, G.NOODINZAGE)


@pytest.mark.parametrize(
    ("dag", "grens"),
    [
        (date(2026, 11, 25), date(2010, 11, 25)),
        (date(2028, 2, 29), date(2012, 2, 29)),
        (date(2100, 3, 1), date(2084, 3, 1)),
        (date(2116, 2, 29), date(2100, 2, 28)),
    ],
)
def test_day_on_which_who_is_sixteen_was_born(dag: date, grens: date) -> None:
    assert zestien_grens(dag) == grens


def test_expert_comes_in_by_a_permission_that_counts_and_by_no_other() -> None:
    verlopen, geldig = _toestemming(tot_en_met=date(2026, 10, 4)), _toestemming(tot_en_met=date(2026, 10, 5))

    gronden = [
        inzagegronden(DESKUNDIGE, _kind(toestemmingen=een), op=OP)
        for een in ([], [verlopen], [geldig], [verlopen, geldig], [_toestemming(besluiten={})])
    ]

    assert gronden == [(), (), (G.DESKUNDIGE,), (G.DESKUNDIGE,), ()]


@pytest.mark.parametrize(
    "gebroken_op",
    [
        datetime(2026, 10, 5, 9, tzinfo=UTC),
        datetime(2026, 10, 5, 9, tzinfo=AMSTERDAM),
        datetime(2026, 10, 24, 14, tzinfo=AMSTERDAM),  # the clock goes back in the night after
        datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM),
        datetime(2027, 3, 27, 14, tzinfo=AMSTERDAM),  # and forward
        datetime(2028, 2, 28, 12, tzinfo=AMSTERDAM),
    ],
)
@pytest.mark.parametrize("zone", [UTC, AMSTERDAM])
def test_broken_glass_is_open_for_24_hours_to_the_second_whatever_the_clock_does(
    gebroken_op: datetime, zone: ZoneInfo
) -> None:
    kind, dicht = _kind(noodinzagen=[gebroken_op]), gebroken_op.astimezone(UTC) + timedelta(hours=24)
    momenten = (gebroken_op.astimezone(UTC) - SECONDE, gebroken_op, dicht - SECONDE, dicht, dicht + SECONDE)

    gronden = [inzagegronden(VERVANGER, kind, op=op.astimezone(zone)) for op in momenten]

    assert gronden == [(), (G.NOODINZAGE,), (G.NOODINZAGE,), (), ()]


def test_glass_broken_again_is_open_from_then_on() -> None:
    kind = _kind(noodinzagen=[OP - 2 * DAG, OP - timedelta(hours=1)])

    assert inzagegronden(VERVANGER, kind, op=OP) == (G.NOODINZAGE,)


@pytest.mark.parametrize("soort", [Rolsoort.LEERKRACHT, Rolsoort.INTERN_BEGELEIDER, Rolsoort.DIRECTEUR])
def test_stand_in_who_stops_working_sees_the_file_no_more(soort: Rolsoort) -> None:
    tot_gisteren = _wie(soort, BUUR, Periode(date(2020, 8, 1), date(2026, 10, 4)))
    kind = _kind(noodinzagen=[OP - timedelta(hours=20)])

    assert inzagegronden(tot_gisteren, kind, op=OP - timedelta(hours=15)) == (G.NOODINZAGE,)
    assert inzagegronden(tot_gisteren, kind, op=OP) == ()


@pytest.mark.parametrize(
    "soort",
    [Rolsoort.MR_LID, Rolsoort.BESTUURDER, Rolsoort.ADVISEUR, Rolsoort.BEHEERDER, Rolsoort.OUDER, Rolsoort.DESKUNDIGE],
)
def test_nobody_else_stands_in_whatever_was_broken(soort: Rolsoort) -> None:
    assert inzagegronden(_wie(soort, BUUR), _kind(noodinzagen=[OP]), op=OP) == ()


@pytest.mark.parametrize("waar", ["none", "at another school", "ended"])
def test_authority_and_permission_open_nothing_without_the_role_of_a_guest_at_this_school(waar: str) -> None:
    kind = _kind(gezag=[STEEDS], toestemmingen=[_toestemming()])
    rollen = {
        "none": [],
        "at another school": [(soort, BUUR, STEEDS) for soort in GASTEN],
        "ended": [(soort, SCHOOL, Periode(date(2020, 8, 1), date(2026, 10, 4))) for soort in GASTEN],
    }[waar]

    assert inzagegronden(Kijkerfeiten(rollen=[(soort, SCHOOL, STEEDS) for soort in GASTEN]), kind, op=OP) == (
        G.OUDER,
        G.DESKUNDIGE,
    )
    assert inzagegronden(Kijkerfeiten(rollen=rollen), kind, op=OP) == ()


def test_boundary_of_the_glass_is_24_hours_ago_and_not_a_day_on_the_clock() -> None:
    na_wintertijd = datetime(2026, 10, 25, 12, tzinfo=AMSTERDAM)

    assert noodinzage_grens(na_wintertijd) == datetime(2026, 10, 24, 13, tzinfo=AMSTERDAM)
    assert noodinzage_grens(na_wintertijd).tzinfo is UTC


def test_who_has_every_reason_hears_them_in_their_order() -> None:
    kijker = Kijkerfeiten(rollen=[(soort, SCHOOL, STEEDS) for soort in Rolsoort], groepen=[(GROEP, STEEDS)])
    kind = _kind(groepen=[(GROEP, STEEDS)], gezag=[STEEDS], toestemmingen=[_toestemming()], noodinzagen=[OP - SECONDE])

    assert inzagegronden(kijker, kind, op=OP) == tuple(Inzagegrond)


def test_day_is_that_of_the_moment_as_it_is_given() -> None:
    kind = _kind(gezag=[Periode(date(2026, 10, 6))])
    middernacht = datetime(2026, 10, 6, 0, 30, tzinfo=AMSTERDAM)  # in UTC it is the evening before

    assert inzagegronden(OUDER, kind, op=middernacht) == (G.OUDER,)
    assert inzagegronden(OUDER, kind, op=middernacht.astimezone(UTC)) == ()


def test_each_reason_reads_and_writes_its_own_classes() -> None:
    gelezen = {grond: leesbaar([grond]) for grond in Inzagegrond}
    geschreven = {grond: schrijfbaar([grond]) for grond in Inzagegrond}

    assert gelezen == {
        G.EIGEN_GROEP: {V.GEWOON},
        G.INTERN_BEGELEIDER: {V.GEWOON, V.ZORG, V.MELDCODE},
        G.DIRECTEUR: {V.GEWOON, V.ZORG, V.MELDCODE},
        G.OUDER: {V.GEWOON, V.ZORG},
        G.DESKUNDIGE: set(),
        G.NOODINZAGE: {V.GEWOON, V.ZORG},
    }
    assert geschreven == {
        G.EIGEN_GROEP: {V.GEWOON},
        G.INTERN_BEGELEIDER: {V.GEWOON, V.ZORG, V.MELDCODE},
        G.DIRECTEUR: {V.GEWOON, V.ZORG, V.MELDCODE},
        G.OUDER: set(),
        G.DESKUNDIGE: set(),
        G.NOODINZAGE: set(),
    }


def test_without_a_reason_nothing_can_be_read_or_written() -> None:
    assert (leesbaar([]), schrijfbaar([])) == (frozenset(), frozenset())
