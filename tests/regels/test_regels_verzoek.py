"""By when a school answers a parent: the same day a month later, or the last day of a month that has no such day."""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passend.regels.parameterbestand import GeenWaardeError
from passend.regels.verzoek import antwoord_uiterlijk_op


@pytest.mark.parametrize(
    ("ontvangen_op", "uiterlijk"),
    [
        (date(2026, 10, 5), date(2026, 11, 5)),
        (date(2026, 10, 1), date(2026, 11, 1)),
        (date(2026, 12, 15), date(2027, 1, 15)),
        (date(2026, 10, 30), date(2026, 11, 30)),
        (date(2026, 10, 31), date(2026, 11, 30)),
        (date(2026, 8, 31), date(2026, 9, 30)),
        (date(2026, 1, 28), date(2026, 2, 28)),
        (date(2026, 1, 29), date(2026, 2, 28)),
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2028, 1, 29), date(2028, 2, 29)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2028, 3, 29)),
        (date(2018, 5, 25), date(2018, 6, 25)),
    ],
)
def test_answer_is_due_a_month_later(ontvangen_op: date, uiterlijk: date) -> None:
    assert antwoord_uiterlijk_op(ontvangen_op) == uiterlijk


def test_there_was_no_such_term_before_the_avg_applied() -> None:
    with pytest.raises(GeenWaardeError):
        antwoord_uiterlijk_op(date(2018, 5, 24))


@given(st.dates(date(2018, 5, 25), date(2100, 1, 1)))
def test_term_never_passes_into_a_second_month(ontvangen_op: date) -> None:
    uiterlijk = antwoord_uiterlijk_op(ontvangen_op)

    maanden = (uiterlijk.year - ontvangen_op.year) * 12 + uiterlijk.month - ontvangen_op.month
    assert maanden == 1
    assert uiterlijk.day == min(ontvangen_op.day, monthrange(uiterlijk.year, uiterlijk.month)[1])


@given(st.dates(date(2018, 5, 25), date(2100, 1, 1)), st.dates(date(2018, 5, 25), date(2100, 1, 1)))
def test_who_asked_later_is_never_answered_earlier(een: date, ander: date) -> None:
    eerst, later = sorted((een, ander))

    assert antwoord_uiterlijk_op(eerst) <= antwoord_uiterlijk_op(later)
