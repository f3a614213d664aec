"""How long what a school says of itself counts as recent."""

from datetime import date, timedelta

OUD = timedelta(days=365)


def is_oud(op: date | None, peildatum: date) -> bool:
    """True for what was last looked at more than a year ago.

    >>> is_oud(date(2025, 10, 5), date(2026, 10, 5)), is_oud(date(2025, 10, 4), date(2026, 10, 5))
    (False, True)
    """
    return op is not None and peildatum - op > OUD
