"""Saying that what stands there is still right: it gets younger, and nothing of it changes."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from passend.profielen.actions.profiel import OnderdeelError, log_profiel, require_schrijver
from passend.profielen.models import Ondersteuningsprofiel
from passend.toegang.models import Account


@transaction.atomic
def confirm_onderdelen(
    *, actor: Account, profiel: Ondersteuningsprofiel, sleutels: Collection[str], op: datetime
) -> None:
    """Say that elements are still right on this day.

    It is no change of what the profile says: a decision of the board stands, and an edition stays up to date.

    Raises:
        OnderdeelError: one of them is not there (any more).
    """
    reden = require_schrijver(actor, profiel.vestiging, op)
    onderdelen = profiel.onderdelen.filter(sleutel__in=sleutels, is_verwijderd=False)
    if onderdelen.update(bevestigd_op=op) != len(set(sleutels)):
        raise OnderdeelError("Dit onderdeel is er niet meer. Laad de pagina opnieuw.")
    log_profiel(actor, profiel, "confirm_onderdelen", reden, op)
