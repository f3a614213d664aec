"""Two to four rounds in a school year, one after the other."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passend.begrippen.periode import Periode
from passend.begrippen.schooljaar import Schooljaar
from passend.regels.planrondes import check_rondes, ronde_op, verdeel

JAAR = Schooljaar(2026)
HALF = Periode(date(2026, 8, 1), date(2027, 1, 31))
REST = Periode(date(2027, 2, 1), date(2027, 7, 31))


@pytest.mark.parametrize("aantal", [2, 3, 4])
def test_year_is_divided_without_a_gap(aantal: int) -> None:
    rondes = verdeel(JAAR, aantal)

    assert len(rondes) == aantal
    assert [dan.van - eerst.tot_en_met for eerst, dan in pairwise(rondes)] == [timedelta(days=1)] * (aantal - 1)
    assert check_rondes(rondes, JAAR) is None
    assert (rondes[0].van, rondes[-1].tot_en_met) == (date(2026, 8, 1), date(2027, 7, 31))
    dagen = [dag for ronde in rondes for dag in (ronde.van, ronde.tot_en_met)]
    assert sorted(dagen) == dagen


@pytest.mark.parametrize(
    ("rondes", "code"),
    [
        ([], "aantal"),
        ([HALF], "aantal"),
        ([HALF, REST, REST, REST, REST], "aantal"),
        ([HALF, REST], None),
        ([REST, HALF], "overlap"),
        ([HALF, Periode(date(2027, 1, 31), date(2027, 7, 31))], "overlap"),
        ([HALF, Periode(date(2027, 2, 1), date(2027, 8, 1))], "buiten_jaar"),
        ([Periode(date(2026, 7, 31), date(2027, 1, 31)), REST], "buiten_jaar"),
        ([HALF, Periode(date(2027, 2, 1), date(2027, 2, 27))], "te_kort"),
        ([HALF, Periode(date(2027, 2, 1), date(2027, 2, 28))], None),
        ([HALF, Periode(date(2027, 2, 1))], "te_kort"),
        ([HALF, Periode(date(2027, 3, 1), date(2027, 2, 1))], "te_kort"),
        ([HALF, Periode(date(2027, 3, 1), date(2027, 7, 31))], None),  # a gap is no mistake
    ],
)
def test_rounds_that_a_school_chooses(rondes: list[Periode], code: str | None) -> None:
    bezwaar = check_rondes(rondes, JAAR)

    assert (bezwaar.code if bezwaar else None) == code


@pytest.mark.parametrize(
    ("rondes", "zin"),
    [
        ([HALF], "Kies 2 tot 4 rondes in een schooljaar."),
        (
            [HALF, Periode(date(2027, 2, 1), date(2027, 2, 2))],
            "Ronde 2 is te kort: neem minstens vier weken, en laat de laatste dag na de eerste komen.",
        ),
        (
            [Periode(date(2026, 7, 31), date(2027, 1, 31)), REST],
            "Ronde 1 valt buiten het schooljaar 2026-2027.",
        ),
        ([REST, HALF], "Ronde 2 begint voordat ronde 1 klaar is. Zet de dagen op volgorde."),
    ],
)
def test_rounds_that_cannot_be_are_sent_back_with_their_number(rondes: list[Periode], zin: str) -> None:
    bezwaar = check_rondes(rondes, JAAR)

    assert bezwaar is not None
    assert bezwaar.zin == zin


@pytest.mark.parametrize(
    ("dag", "nummer"),
    [
        (date(2026, 7, 31), None),
        (date(2026, 8, 1), 1),
        (date(2027, 1, 31), 1),
        (date(2027, 2, 1), 2),
        (date(2027, 9, 1), 2),
    ],
)
def test_round_of_a_day(dag: date, nummer: int | None) -> None:
    assert ronde_op([HALF, REST], dag) == nummer


@given(st.integers(2000, 2100), st.integers(2, 4), st.integers(0, 364))
def test_every_day_of_a_year_is_in_one_round(beginjaar: int, aantal: int, dag: int) -> None:
    jaar = Schooljaar(beginjaar)
    rondes, wanneer = verdeel(jaar, aantal), date.fromordinal(jaar.begint_op.toordinal() + dag)

    assert [nummer for nummer, ronde in enumerate(rondes, start=1) if ronde.bevat(wanneer)] == [
        ronde_op(rondes, wanneer)
    ]
