"""How near absence comes to what a school must report, told as weeks at a school."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passend.begrippen.periode import Periode
from passend.begrippen.vakantieregio import Vakantieregio
from passend.begrippen.volgen import Verzuimsoort
from passend.regels.schoolvakanties import schoolvakanties, vakanties_tussen
from passend.regels.verzuim import Verzuimdag, Verzuimsom, lesvenster, verzuimstand

VRIJDAG = date(2026, 11, 27)
HERFST = [date(2026, 10, dag) for dag in range(17, 26)]
DAG = timedelta(days=1)


def _weg(dag: date, uren: str = "4", soort: Verzuimsoort = Verzuimsoort.ONGEOORLOOFD) -> Verzuimdag:
    return Verzuimdag(op=dag, soort=soort, uren=Decimal(uren))


@pytest.mark.parametrize(
    ("uren", "bereikt", "is_melden"),
    [
        ("7.5", 0, False),
        ("8", 8, False),
        ("11.75", 8, False),
        ("12", 12, False),
        ("15.75", 12, False),
        ("16", 16, True),
    ],
)
def test_warning_comes_at_eight_and_twelve_hours_and_the_report_at_sixteen(
    uren: str, bereikt: int, *, is_melden: bool
) -> None:
    stand = verzuimstand([_weg(VRIJDAG, uren)], vrij=(), peildatum=VRIJDAG)

    assert (stand.bereikt, stand.is_melden, stand.melden_vanaf) == (bereikt, is_melden, 16)


def test_hours_of_four_weeks_count_together_and_those_of_the_week_before_no_longer() -> None:
    eerste, net_niet = VRIJDAG - 27 * DAG, VRIJDAG - 28 * DAG
    dagen = [_weg(net_niet), _weg(eerste), _weg(VRIJDAG)]

    stand = verzuimstand(dagen, vrij=(), peildatum=VRIJDAG)

    assert (stand.uren, stand.venster) == (Decimal(8), Periode(eerste, VRIJDAG))


def test_week_of_holiday_in_between_makes_the_window_a_week_longer() -> None:
    dagen = [_weg(date(2026, 10, 5), "8"), _weg(date(2026, 11, 2), "8")]

    zonder, met = (verzuimstand(dagen, vrij=vrij, peildatum=date(2026, 11, 2)) for vrij in ((), HERFST))

    assert (zonder.uren, zonder.is_melden) == (Decimal(8), False)
    assert (met.uren, met.is_melden) == (Decimal(16), True)


def test_single_day_off_is_no_week_without_lessons() -> None:
    assert lesvenster(VRIJDAG, vrij=[date(2026, 11, 16)], lesweken=4) == lesvenster(VRIJDAG, vrij=(), lesweken=4)


def test_day_in_the_holiday_looks_back_at_the_weeks_before_it() -> None:
    assert lesvenster(date(2026, 10, 21), vrij=HERFST, lesweken=1) == Periode(date(2026, 10, 12), date(2026, 10, 21))


def test_illness_and_coming_late_are_counted_apart_and_never_come_near_the_report() -> None:
    dagen = [
        _weg(VRIJDAG - DAG, "20", Verzuimsoort.ZIEK),
        _weg(VRIJDAG, "0.5", Verzuimsoort.TE_LAAT),
        _weg(VRIJDAG - DAG, "0.5", Verzuimsoort.TE_LAAT),
    ]

    stand = verzuimstand(dagen, vrij=(), peildatum=VRIJDAG)

    assert (stand.uren, stand.bereikt, stand.laatste_op) == (Decimal(0), 0, None)
    assert {soort: som for soort, som in stand.per_soort.items() if som.keren} == {
        Verzuimsoort.ZIEK: Verzuimsom(keren=1, uren=Decimal(20), laatste_op=VRIJDAG - DAG),
        Verzuimsoort.TE_LAAT: Verzuimsom(keren=2, uren=Decimal(1), laatste_op=VRIJDAG),
    }


def test_report_that_was_due_is_remembered_after_the_window_moved_on() -> None:
    dagen = [_weg(date(2026, 9, dag), "5.5") for dag in (7, 8, 9)]

    stand = verzuimstand(dagen, vrij=HERFST, peildatum=VRIJDAG)

    assert (stand.is_melden, stand.gemeld_sinds) == (False, date(2026, 9, 9))


def test_absence_of_last_school_year_is_in_the_window_but_not_in_the_count_of_this_one() -> None:
    begin = date(2026, 9, 3)
    vrij = [date(2026, 7, 18) + nummer * DAG for nummer in range(44)]

    stand = verzuimstand([_weg(date(2026, 7, 14))], vrij=vrij, peildatum=begin)

    assert (stand.uren, stand.per_soort[Verzuimsoort.ONGEOORLOOFD].keren) == (Decimal(4), 0)


def test_first_of_august_is_of_the_new_school_year_and_sixteen_hours_on_it_are_reported() -> None:
    eerste_dag = date(2028, 8, 1)

    stand = verzuimstand([_weg(eerste_dag, "16")], vrij=(), peildatum=date(2028, 10, 2))

    assert (stand.gemeld_sinds, stand.per_soort[Verzuimsoort.ONGEOORLOOFD].keren) == (eerste_dag, 1)


def test_who_was_never_away_has_no_hours_and_those_are_counted_as_any_others() -> None:
    stand = verzuimstand([], vrij=(), peildatum=VRIJDAG)

    assert stand.per_soort == dict.fromkeys(Verzuimsoort, Verzuimsom(keren=0, uren=Decimal(0), laatste_op=None))
    assert {type(uren) for uren in (stand.uren, *(som.uren for som in stand.per_soort.values()))} == {Decimal}


def test_what_is_still_to_come_does_not_count() -> None:
    assert verzuimstand([_weg(VRIJDAG + DAG)], vrij=(), peildatum=VRIJDAG).uren == 0


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 8)), max_size=12),
    st.integers(0, 60),
    st.integers(1, 8),
)
def test_more_absence_never_lowers_the_count(dagen: list[tuple[int, int]], erbij: int, uren: int) -> None:
    rij = [_weg(VRIJDAG - terug * DAG, str(aantal)) for terug, aantal in dagen]

    vooraf, daarna = (
        verzuimstand(alle, vrij=HERFST, peildatum=VRIJDAG).uren
        for alle in (rij, [*rij, _weg(VRIJDAG - erbij * DAG, str(uren))])
    )

    assert daarna >= vooraf


@pytest.mark.parametrize(
    ("regio", "eerste"),
    [
        (Vakantieregio.NOORD, date(2026, 10, 10)),
        (Vakantieregio.MIDDEN, date(2026, 10, 17)),
        (Vakantieregio.ZUID, date(2026, 10, 17)),
    ],
)
def test_autumn_holiday_begins_where_the_minister_says(regio: Vakantieregio, eerste: date) -> None:
    oktober = vakanties_tussen(regio, date(2026, 10, 1), date(2026, 10, 31))

    assert (min(oktober), len(oktober)) == (eerste, 9)


@pytest.mark.parametrize(
    ("van", "tot_en_met", "aantal"),
    [
        (date(2026, 10, 17), date(2026, 10, 25), 9),
        (date(2026, 10, 18), date(2026, 10, 24), 7),
        (date(2026, 10, 17), date(2026, 10, 17), 1),
        (date(2026, 10, 16), date(2026, 10, 16), 0),
        (date(2026, 12, 19), date(2027, 1, 3), 16),
    ],
    ids=["all of it", "but for its ends", "its first day", "the day before", "into the next year"],
)
def test_holiday_is_free_on_its_first_day_and_its_last_and_no_day_around_them(
    van: date, tot_en_met: date, aantal: int
) -> None:
    assert len(vakanties_tussen(Vakantieregio.MIDDEN, van, tot_en_met)) == aantal


def test_holidays_of_the_coming_school_years_are_known() -> None:
    assert [jaar for jaar in range(2026, 2031) if len(schoolvakanties(Vakantieregio.MIDDEN, jaar)) < 60] == []
