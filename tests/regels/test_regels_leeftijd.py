"""What a school says of itself is old when it was last looked at more than a year ago."""

from datetime import date

import pytest

from passend.regels.leeftijd import is_oud

VANDAAG = date(2026, 10, 5)


@pytest.mark.parametrize(
    ("bekeken_op", "oud"),
    [
        (None, False),
        (VANDAAG, False),
        (date(2025, 10, 5), False),
        (date(2025, 10, 4), True),
        (date(2020, 1, 1), True),
    ],
    ids=["never", "today", "a year ago", "a year and a day ago", "long ago"],
)
def test_what_was_looked_at_over_a_year_ago_is_old(bekeken_op: date | None, *, oud: bool) -> None:
    assert is_oud(bekeken_op, VANDAAG) is oud
