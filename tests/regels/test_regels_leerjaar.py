"""Which years of primary school a child of an age may come into."""

from datetime import date

import pytest

from passend.regels.toelatingspoorten import leerjaren_bij


@pytest.mark.parametrize(
    ("geboren_op", "op", "jaren"),
    [
        (date(2022, 10, 1), date(2026, 11, 26), [1, 2]),  # four on the first of October: group 1
        (date(2021, 10, 1), date(2026, 11, 26), [1, 2, 3]),
        (date(2021, 10, 2), date(2026, 11, 26), [1, 2]),  # a day younger
        (date(2021, 9, 30), date(2026, 7, 31), [1, 2]),  # still the school year before
        (date(2021, 9, 30), date(2026, 8, 1), [1, 2, 3]),
        (date(2024, 1, 1), date(2026, 11, 26), [1, 2]),  # too young for school yet
        (date(2016, 1, 1), date(2026, 11, 26), [6, 7, 8]),
        (date(2015, 1, 1), date(2026, 11, 26), [7, 8]),
        (date(2012, 1, 1), date(2026, 11, 26), [7, 8]),
    ],
)
def test_years_are_the_usual_one_and_one_beside_it(geboren_op: date, op: date, jaren: list[int]) -> None:
    assert list(leerjaren_bij(geboren_op, op=op)) == jaren
