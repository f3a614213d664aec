"""Giving somebody the address of a feed, and taking it back."""

import secrets
from datetime import datetime

from django.db import transaction

from passend.begrippen.rollen import Reden
from passend.kalender.models import Agendasleutel
from passend.kalender.queries.feed import geheim_hash
from passend.toegang.actions import log_handeling
from passend.toegang.models import Account

EIGEN = Reden("eigen_account", "Dit is uw eigen agenda.")


@transaction.atomic
def renew_agendasleutel(*, actor: Account, op: datetime) -> tuple[int, str]:
    """Give the actor a feed, or another address for it; from now on the old one opens nothing.

    Returns:
        The number and the secret in the address; the secret is kept nowhere, so that it is shown once.
    """
    geheim = secrets.token_urlsafe(32)
    rij, _nieuw = Agendasleutel.objects.update_or_create(
        account=actor, defaults={"sleutel": geheim_hash(geheim), "gegeven_op": op}
    )
    log_handeling(account=actor, handeling="renew_agendasleutel", onderwerp=f"account:{actor.pk}", reden=EIGEN, op=op)
    return rij.pk, geheim


@transaction.atomic
def remove_agendasleutel(*, actor: Account, op: datetime) -> None:
    """Take the feed of the actor away; doing it twice changes nothing."""
    if Agendasleutel.objects.filter(account=actor).delete()[0]:
        log_handeling(
            account=actor, handeling="remove_agendasleutel", onderwerp=f"account:{actor.pk}", reden=EIGEN, op=op
        )
