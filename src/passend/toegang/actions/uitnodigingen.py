"""Writes of invitations: one link for one role at one school."""

import secrets
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from passend.begrippen.rollen import Reden, Rolsoort
from passend.organisaties.models import Vestiging
from passend.regels.uitnodiging import GELDIG, Uitnodigingbezwaar
from passend.toegang.actions.accounts import create_account
from passend.toegang.actions.logboek import log_handeling
from passend.toegang.actions.rollen import grant_rol, require_gever
from passend.toegang.models import Account, Uitnodiging
from passend.toegang.queries import bezwaar_tegen, find_uitnodiging, list_uitnodigingen, sleutel_hash


class UitnodigingError(ValueError):
    """An invitation that cannot be accepted."""

    def __init__(self, bezwaar: Uitnodigingbezwaar) -> None:
        super().__init__(bezwaar.value)
        self.bezwaar = bezwaar


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwAccount:
    """What somebody who is invited says about themselves."""

    voornaam: str
    achternaam: str
    wachtwoord: str


@transaction.atomic
def invite(*, actor: Account, vestiging: Vestiging, soort: Rolsoort, email: str, op: datetime) -> str:
    """Invite somebody for a role; an earlier invitation for the same counts no more.

    Returns:
        The key of the link, which is kept nowhere.

    Raises:
        GeenToegangError: the actor does not give this role here.
    """
    reden = require_gever(actor, vestiging, soort, op)
    return issue_uitnodiging(actor=actor, door=actor, vestiging=vestiging, soort=soort, email=email, reden=reden, op=op)


@transaction.atomic
def issue_uitnodiging(  # noqa: PLR0913 -- an invitation has this many facts
    *,
    actor: Account,
    door: Account,
    vestiging: Vestiging,
    soort: Rolsoort,
    email: str,
    reden: Reden,
    op: datetime,
) -> str:
    """Invite somebody because what they were asked for counts now; who calls this gives the reason.

    The actor let it count, as a parent who said yes; `door` asked for it.

    Returns:
        The key of the link, which is kept nowhere.
    """
    sleutel = secrets.token_urlsafe(32)
    _open(vestiging, soort, email, op).update(ingetrokken_op=op)
    rij = Uitnodiging.objects.create(
        email=email.lower(),
        soort=soort.value,
        vestiging=vestiging,
        sleutel=sleutel_hash(sleutel),
        door=door,
        verloopt_op=op + GELDIG,
    )
    _log_uitnodiging(actor, "invite", rij, reden, op)
    return sleutel


@transaction.atomic
def withdraw_uitnodiging(*, actor: Account, uitnodiging: Uitnodiging, op: datetime) -> None:
    """Let the link of an invitation open nothing any more; one that was used or withdrawn stays as it is.

    Raises:
        GeenToegangError: the actor does not give this role here.
    """
    vestiging = uitnodiging.vestiging
    reden = require_gever(actor, vestiging, Rolsoort(uitnodiging.soort), op)
    open_ = Uitnodiging.objects.filter(pk=uitnodiging.pk, gebruikt_op__isnull=True, ingetrokken_op__isnull=True)
    if open_.update(ingetrokken_op=op):
        _log_uitnodiging(actor, "withdraw_uitnodiging", uitnodiging, reden, op)


@transaction.atomic
def withdraw_uitnodigingen(
    *, actor: Account | None, vestiging: Vestiging, soort: Rolsoort, email: str, reden: Reden, op: datetime
) -> int:
    """Withdraw what is open for one address, because what it was for has ended; who calls this gives the reason.

    Returns:
        How many there were.
    """
    rijen = list(_open(vestiging, soort, email, op))
    for rij in rijen:
        rij.ingetrokken_op = op
        rij.save(update_fields=["ingetrokken_op"])
        _log_uitnodiging(actor, "withdraw_uitnodiging", rij, reden, op)
    return len(rijen)


def _open(vestiging: Vestiging, soort: Rolsoort, email: str, op: datetime) -> QuerySet[Uitnodiging]:
    """The invitations for a role at a site of one address that still count."""
    return list_uitnodigingen(vestiging=vestiging, op=op).filter(soort=soort.value, email__iexact=email.strip())


def _log_uitnodiging(account: Account | None, handeling: str, rij: Uitnodiging, reden: Reden, op: datetime) -> None:
    log_handeling(
        account=account,
        handeling=handeling,
        onderwerp=f"uitnodiging:{rij.pk}",
        reden=reden,
        op=op,
        bestuur=rij.vestiging.bestuur_id,
    )


@transaction.atomic
def accept_uitnodiging(*, sleutel: str, account: Account | None, nieuw: NieuwAccount | None, op: datetime) -> Account:
    """Give the role of an invitation to who is signed in, or to a new account.

    Raises:
        UitnodigingError: it is unknown, used, too old, or for somebody else.
    """
    Uitnodiging.objects.select_for_update().filter(sleutel=sleutel_hash(sleutel)).first()
    rij = find_uitnodiging(sleutel=sleutel)
    bezwaar = bezwaar_tegen(rij, account=account, op=op)
    if rij is None or bezwaar is not None:
        raise UitnodigingError(bezwaar or Uitnodigingbezwaar.ONBEKEND)
    if account is None:
        if nieuw is None:
            raise UitnodigingError(Uitnodigingbezwaar.EERST_AANMELDEN)
        account = create_account(gebruikersnaam=rij.email, **asdict(nieuw))
    soort = Rolsoort(rij.soort)
    grant_rol(account=account, soort=soort, bij=rij.vestiging, geldig_van=timezone.localtime(op).date())
    rij.gebruikt_op = op
    rij.save(update_fields=["gebruikt_op"])
    _log_uitnodiging(account, "accept_uitnodiging", rij, Reden("genodigd", "U bent uitgenodigd."), op)
    return account
