"""Which school accounts may open an account of ours: what the federation says about somebody, against our own schools.

The federation (Entree) names no roles: `employee` can be anybody who works there. So it opens an account that exists
and gives nothing by itself.
"""

from collections.abc import Collection
from enum import StrEnum

LEERLING = "student"
LENGTE_SCHOOL, LENGTE_VESTIGING = 4, 6


class Schoolbezwaar(StrEnum):
    """Why a school account opens nothing."""

    LEERLING = "leerling"
    GEEN_SCHOOL = "geen_school"
    ANDERE_SCHOOL = "andere_school"
    ONBEKEND = "onbekend"


def check_schoolaccount(
    *, soorten: Collection[str], instelling: str, codes: Collection[str] | None
) -> Schoolbezwaar | None:
    """The objection to a school account; None when there is none.

    Args:
        soorten: what somebody is there (`student`, `employee`, `staff`, `affiliate`).
        instelling: the BRIN of the school, of 4 characters, or of 6 with its site.
        codes: the sites of the account (`99AB00`); None when there is no account.
    """
    if LEERLING in {soort.lower() for soort in soorten}:
        return Schoolbezwaar.LEERLING
    brin = instelling.strip().upper()
    if len(brin) not in {LENGTE_SCHOOL, LENGTE_VESTIGING}:
        return Schoolbezwaar.GEEN_SCHOOL
    if codes is None:
        return Schoolbezwaar.ONBEKEND
    return None if any(code.startswith(brin) for code in codes) else Schoolbezwaar.ANDERE_SCHOOL
