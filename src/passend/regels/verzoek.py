"""By when a school answers a parent who wants something in the file put right (AVG 12 lid 3 and 16)."""

from datetime import date

from passend.regels.bewaartermijnen import over_maanden
from passend.regels.parameterbestand import load_parameters


def antwoord_uiterlijk_op(ontvangen_op: date) -> date:
    """The last day to answer: a month after it came in, which may be two longer when the parents are told why in time.

    >>> antwoord_uiterlijk_op(date(2026, 1, 31))
    datetime.date(2026, 3, 1)
    """
    termijn = load_parameters("rechten")["antwoord_op_verzoek"].op(ontvangen_op)
    return over_maanden(ontvangen_op, termijn.feiten["maanden"])
