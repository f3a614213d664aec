"""Which reminders are to be sent, so that each leaves once, also when the process is killed or runs in two places.

A reminder is begun in a transaction of its own before its letter is sent, and finished after it. Who runs at the same
time finds the row and leaves it. When a process is killed in between, nobody can know whether the mail server took the
letter; after a while it is sent again, with the same number, by which mail programs see that it is the same letter.
"""

import uuid
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from passend.kalender.models import Herinnering
from passend.toegang.models import Account

VERDWAALD = timedelta(minutes=10)  # longer than any mail server is waited for
VERGETEN = timedelta(days=400)

type Brieven = Mapping[uuid.UUID, list[str]]


@transaction.atomic
def begin_herinneringen(*, account: Account, bestuur: int, waarover: Collection[str], op: datetime) -> Brieven:
    """Claim what this person must be reminded of and was not yet: by the number of the letter, what is in it."""
    brief = uuid.uuid4()
    Herinnering.objects.bulk_create(
        (
            Herinnering(bestuur_id=bestuur, account=account, waarover=een, brief=brief, begonnen_op=op)
            for een in sorted(waarover)
        ),
        ignore_conflicts=True,
    )
    verdwaald = Q(waarover__in=waarover, verstuurd_op__isnull=True, begonnen_op__lte=op - VERDWAALD)
    rijen = Herinnering.objects.select_for_update().filter(Q(brief=brief) | verdwaald, account=account)
    brieven: dict[uuid.UUID, list[str]] = {}
    for rij in rijen.order_by("pk"):
        brieven.setdefault(rij.brief, []).append(rij.waarover)
    if opnieuw := brieven.keys() - {brief}:
        Herinnering.objects.filter(account=account, brief__in=opnieuw).update(begonnen_op=op)
    return brieven


@transaction.atomic
def finish_herinneringen(*, account: Account, brief: uuid.UUID, op: datetime) -> None:
    """Note that a letter left."""
    Herinnering.objects.filter(account=account, brief=brief).update(verstuurd_op=op)


@transaction.atomic
def forget_herinneringen(*, op: datetime) -> int:
    """Delete what is long over, within the boards in scope."""
    return Herinnering.objects.filter(begonnen_op__lt=op - VERGETEN).delete()[0]
