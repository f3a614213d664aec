"""An invitation counts for seven days, once, and not after it was taken back."""

from datetime import UTC, datetime, timedelta

import pytest

from passend.regels.uitnodiging import GELDIG, Uitnodigingbezwaar, check_uitnodiging

VERSTUURD_OP = datetime(2026, 10, 5, 9, tzinfo=UTC)
VERLOOPT_OP = VERSTUURD_OP + GELDIG
LATER = VERSTUURD_OP + timedelta(hours=1)
SECONDE = timedelta(seconds=1)
B = Uitnodigingbezwaar


@pytest.mark.parametrize(
    ("op", "bezwaar"),
    [
        (VERSTUURD_OP, None),
        (VERLOOPT_OP - SECONDE, None),
        (VERLOOPT_OP, B.VERLOPEN),
        (VERLOOPT_OP + SECONDE, B.VERLOPEN),
    ],
    ids=["at once", "a second before it ends", "at its end", "a second later"],
)
def test_invitation_counts_until_seven_days_have_passed(op: datetime, bezwaar: Uitnodigingbezwaar | None) -> None:
    assert check_uitnodiging(gebruikt_op=None, ingetrokken_op=None, verloopt_op=VERLOOPT_OP, op=op) is bezwaar


@pytest.mark.parametrize(
    ("gebruikt_op", "ingetrokken_op", "bezwaar"),
    [(LATER, None, B.GEBRUIKT), (None, LATER, B.INGETROKKEN), (LATER, LATER, B.GEBRUIKT)],
)
def test_invitation_that_was_used_or_taken_back_says_so_also_when_it_is_long_over(
    gebruikt_op: datetime | None, ingetrokken_op: datetime | None, bezwaar: Uitnodigingbezwaar
) -> None:
    feiten = {"gebruikt_op": gebruikt_op, "ingetrokken_op": ingetrokken_op, "verloopt_op": VERLOOPT_OP}

    assert [check_uitnodiging(**feiten, op=op) for op in (LATER, VERLOOPT_OP)] == [bezwaar] * 2
