from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passend.begrippen.schooljaar import Schooljaar

DAGEN = st.dates(min_value=date(2001, 8, 1), max_value=date(2098, 12, 31))


@given(DAGEN)
def test_every_day_lies_in_the_school_year_it_is_given(dag: date) -> None:
    jaar = Schooljaar.op(dag)

    assert jaar.begint_op <= dag <= jaar.eindigt_op


@given(DAGEN)
def test_school_years_follow_each_other_without_a_gap(dag: date) -> None:
    jaar = Schooljaar.op(dag)

    assert (jaar.volgende.begint_op - jaar.eindigt_op).days == 1
    assert jaar.volgende.vorige == jaar


@given(DAGEN)
def test_a_school_year_in_words_is_the_same_school_year(dag: date) -> None:
    jaar = Schooljaar.op(dag)

    assert Schooljaar.uit_tekst(f"voor schooljaar {jaar}.") == jaar


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("2023-2024", "2023-2024"),
        ("2023/24", "2023-2024"),
        ("schooljaar 2023 – 2024", "2023-2024"),
        ("periode 2019-2023, schooljaar 2022-2023", "2022-2023"),
        ("2019-2023", None),
        ("2023", None),
        ("1999-2000", None),
        ("", None),
    ],
)
def test_a_school_year_is_found_in_words_only_when_its_years_follow(tekst: str, verwacht: str | None) -> None:
    gevonden = Schooljaar.uit_tekst(tekst)

    assert (str(gevonden) if gevonden else None) == verwacht
