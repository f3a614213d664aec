"""By when a school answers a parent who wants something in the file put right (AVG 12 lid 3 and 16)."""

from datetime import date, timedelta

from passend.regels.bewaartermijnen import over_maanden
from passend.regels.parameterbestand import load_parameters


def antwoord_uiterlijk_op(ontvangen_op: date) -> date:
    """The last day to answer: a month after it came in, which may be two longer when the parents are told why in time.

    Where that month has no such day, its last day (Regulation 1182/71, 3 lid 2 under c).

    >>> antwoord_uiterlijk_op(date(2026, 1, 31))
    datetime.date(2026, 2, 28)
    """
    termijn = load_parameters("rechten")["antwoord_op_verzoek"].op(ontvangen_op)
    dag = over_maanden(ontvangen_op, termijn.feiten["maanden"])
    return dag if dag.day == ontvangen_op.day else dag - timedelta(days=1)
