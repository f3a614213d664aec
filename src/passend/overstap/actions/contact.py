"""Noting a talk with the other school about a pupil who goes, or about the child of a file that came."""

from datetime import datetime

from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.models import Leerling
from passend.organisaties.models import Vestiging
from passend.toegang.models import Account
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.contact import LANGSTE_SCHOOL, Contactgegevens, add_contact
from passend.toelating.models import Schoolcontact
from passend.toelating.queries.contact import Contactkind

__all__ = ["LANGSTE_SCHOOL", "Contactgegevens", "Contactkind"]


class OverstapError(LeerlingError):
    """Something about a pupil who goes to another school that cannot be; the text says what to do."""


def add_overstapcontact(
    *, actor: Account, vestiging: Vestiging, over: Leerling | Contactkind, gegevens: Contactgegevens, op: datetime
) -> Schoolcontact:
    """Note a talk in the one log of this child.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        OverstapError: something is empty or too long, or the day cannot be.
    """
    try:
        return add_contact(actor=actor, vestiging=vestiging, over=over, gegevens=gegevens, op=op)
    except ToelatingError as fout:
        raise OverstapError(*fout.args) from fout
