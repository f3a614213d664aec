"""How long an invitation counts, and why one does not."""

from datetime import datetime, timedelta
from enum import StrEnum

GELDIG = timedelta(days=7)


class Uitnodigingbezwaar(StrEnum):
    """Why an invitation cannot be accepted."""

    ONBEKEND = "onbekend"
    GEBRUIKT = "gebruikt"
    INGETROKKEN = "ingetrokken"
    VERLOPEN = "verlopen"
    VOOR_EEN_ANDER = "voor_een_ander"
    EERST_AANMELDEN = "eerst_aanmelden"


def check_uitnodiging(
    *, gebruikt_op: datetime | None, ingetrokken_op: datetime | None, verloopt_op: datetime, op: datetime
) -> Uitnodigingbezwaar | None:
    """The objection to an invitation at a moment; None when it counts."""
    if gebruikt_op is not None:
        return Uitnodigingbezwaar.GEBRUIKT
    if ingetrokken_op is not None:
        return Uitnodigingbezwaar.INGETROKKEN
    return Uitnodigingbezwaar.VERLOPEN if op >= verloopt_op else None
