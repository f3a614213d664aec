"""Days on which an office is open, and what a last day comes to when it is not (Algemene termijnenwet 1 and 3)."""

from datetime import date, timedelta

import pytest

from passend.regels.werkdagen import is_werkdag, laatste_werkdag


def test_offices_are_closed_on_the_days_that_the_law_names() -> None:
    jaar = (date(2026, 1, 1) + timedelta(days=dag) for dag in range(365))

    assert [dag for dag in jaar if dag.weekday() < 5 and not is_werkdag(dag)] == [
        date(2026, 1, 1),
        date(2026, 4, 3),  # Goede Vrijdag
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 5),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 12, 25),
    ]


@pytest.mark.parametrize(
    ("dag", "laatste"),
    [
        (date(2026, 10, 26), date(2026, 10, 26)),
        (date(2026, 10, 24), date(2026, 10, 23)),
        (date(2026, 10, 25), date(2026, 10, 23)),
        (date(2026, 12, 27), date(2026, 12, 24)),
        (date(2027, 1, 3), date(2026, 12, 31)),
    ],
    ids=["a Monday", "a Saturday", "a Sunday", "after Christmas", "after New Year's Day"],
)
def test_last_day_on_a_closed_day_is_the_working_day_before_it(dag: date, laatste: date) -> None:
    assert laatste_werkdag(dag) == laatste
