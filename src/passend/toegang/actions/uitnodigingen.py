"""Writes of invitations: one link for one role at one school."""

import secrets
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from passend.begrippen.rollen import GASTEN, GeenToegangError, Reden, Rolsoort
from passend.organisaties.models import Bestuur, Samenwerkingsverband, Vestiging
from passend.regels.uitnodiging import GELDIG, Uitnodigingbezwaar
from passend.toegang.actions.accounts import BEHEERDER_SERVER, create_account
from passend.toegang.actions.logboek import log_handeling
from passend.toegang.actions.rollen import RolError, bestuur_van, check_plaats, grant_rol, require_gever
from passend.toegang.models import Account, Uitnodiging
from passend.toegang.permissions import WIE_NODIGT_UIT
from passend.toegang.queries import bezwaar_tegen, find_uitnodiging, list_open_uitnodigingen, sleutel_hash


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
def invite_als_beheerder(
    *, bij: Vestiging | Bestuur | Samenwerkingsverband, soort: Rolsoort, email: str, op: datetime
) -> str:
    """Invite somebody anywhere, for who keeps the server: the first of an installation, and who works at no school.

    Returns:
        The key of the link, which is kept nowhere.

    Raises:
        RolError: this role does not exist at such an organisation, or comes by the file of a child.
    """
    if soort in GASTEN:
        raise RolError("Een ouder of deskundige komt bij een kind. De school nodigt die uit, in het dossier.")
    check_plaats(soort, bij)
    return issue_uitnodiging(
        actor=None, door=None, vestiging=bij, soort=soort, email=email, reden=BEHEERDER_SERVER, op=op
    )


@transaction.atomic
def issue_uitnodiging(  # noqa: PLR0913 -- an invitation has this many facts
    *,
    actor: Account | None,
    door: Account | None,
    vestiging: Vestiging | Bestuur | Samenwerkingsverband,
    soort: Rolsoort,
    email: str,
    reden: Reden,
    op: datetime,
) -> str:
    """Invite somebody because what they were asked for counts now; who calls this gives the reason.

    The actor let it count, as a parent who said yes; `door` asked for it. Both are None for who keeps the server.

    Returns:
        The key of the link, which is kept nowhere.
    """
    sleutel = secrets.token_urlsafe(32)
    _open(vestiging, soort, email, op).update(ingetrokken_op=op)
    rij = Uitnodiging.objects.create(
        email=email.lower(),
        soort=soort.value,
        **_plek(vestiging),
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
    if uitnodiging.vestiging is None:
        raise GeenToegangError(f"Dit mag u niet doen voor deze school. Dit mag wel: {WIE_NODIGT_UIT}. Vraag het daar.")
    reden = require_gever(actor, uitnodiging.vestiging, Rolsoort(uitnodiging.soort), op)
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


def _plek(bij: Vestiging | Bestuur | Samenwerkingsverband) -> dict[str, Any]:
    """The column of the organisation of an invitation, with that organisation."""
    if isinstance(bij, Vestiging):
        return {"vestiging": bij}
    return {"bestuur": bij} if isinstance(bij, Bestuur) else {"samenwerkingsverband": bij}


def _open(
    bij: Vestiging | Bestuur | Samenwerkingsverband, soort: Rolsoort, email: str, op: datetime
) -> QuerySet[Uitnodiging]:
    """The invitations for a role somewhere of one address that still count."""
    return list_open_uitnodigingen(op=op).filter(**_plek(bij), soort=soort.value, email__iexact=email.strip())


def _log_uitnodiging(account: Account | None, handeling: str, rij: Uitnodiging, reden: Reden, op: datetime) -> None:
    log_handeling(
        account=account,
        handeling=handeling,
        onderwerp=f"uitnodiging:{rij.pk}",
        reden=reden,
        op=op,
        bestuur=bestuur_van(rij.bij),
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
    grant_rol(account=account, soort=soort, bij=rij.bij, geldig_van=timezone.localtime(op).date())
    rij.gebruikt_op = op
    rij.save(update_fields=["gebruikt_op"])
    _log_uitnodiging(account, "accept_uitnodiging", rij, Reden("genodigd", "U bent uitgenodigd."), op)
    return account
