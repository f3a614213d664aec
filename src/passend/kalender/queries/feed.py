"""Whose feed an address opens."""

import hashlib
import hmac
from datetime import datetime

from passend.kalender.models import Agendasleutel
from passend.toegang.queries import Account

GEEN = hashlib.sha256(b"").hexdigest()


def geheim_hash(geheim: str) -> str:
    """What is kept of the secret; it is random enough to need no salt."""
    return hashlib.sha256(geheim.encode()).hexdigest()


def find_account(*, nummer: int, geheim: str) -> Account | None:
    """Who has the feed with this number, when the secret is theirs; compared in the same time whatever is tried."""
    rij = Agendasleutel.objects.select_related("account").filter(pk=nummer, account__is_active=True).first()
    klopt = hmac.compare_digest(rij.sleutel if rij else GEEN, geheim_hash(geheim))
    return rij.account if rij is not None and klopt else None


def get_gegeven_op(*, account: Account) -> datetime | None:
    """Since when somebody has a feed; None when they have none."""
    return Agendasleutel.objects.filter(account=account).values_list("gegeven_op", flat=True).first()
