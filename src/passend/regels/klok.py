"""What a moment from elsewhere may be: clocks of computers differ a little, and nobody receives what is yet to come."""

from datetime import date, datetime, timedelta

KLOKVERSCHIL = timedelta(minutes=10)
"""So much a clock of another computer, or of this one before it was set right, may be off."""


def is_toekomst(moment: datetime, *, nu: datetime) -> bool:
    """True for a moment that is yet to come, also when the clock it was read from is a little ahead.

    >>> from datetime import UTC
    >>> nu = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
    >>> is_toekomst(nu + timedelta(minutes=10), nu=nu), is_toekomst(nu + timedelta(minutes=11), nu=nu)
    (False, True)
    """
    return moment > nu + KLOKVERSCHIL


def is_ontvangst_mogelijk(ontvangen_op: datetime, *, verstuurd_op: datetime, nu: datetime) -> bool:
    """True when something can have arrived then: it had left, and it is not yet to come.

    >>> from datetime import UTC
    >>> weg, nu = datetime(2026, 11, 25, tzinfo=UTC), datetime(2026, 11, 26, tzinfo=UTC)
    >>> [is_ontvangst_mogelijk(een, verstuurd_op=weg, nu=nu) for een in (weg, nu, nu + timedelta(days=1))]
    [True, True, False]
    """
    return ontvangen_op >= verstuurd_op - KLOKVERSCHIL and not is_toekomst(ontvangen_op, nu=nu)


def is_dag_te_laat(dag: date, *, vandaag: date) -> bool:
    """True for a day after tomorrow: elsewhere it is tomorrow already, and nowhere later."""
    return dag > vandaag + timedelta(days=1)
