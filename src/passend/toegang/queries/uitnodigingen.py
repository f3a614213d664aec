"""Reads of invitations."""

import hashlib
from datetime import datetime

from django.db.models import QuerySet

from passend.begrippen.rollen import Rolsoort
from passend.organisaties.models import Vestiging
from passend.regels.uitnodiging import GELDIG, Uitnodigingbezwaar, check_uitnodiging
from passend.toegang.models import Account, Uitnodiging
from passend.toegang.queries.accounts import find_account


def sleutel_hash(sleutel: str) -> str:
    """What is kept of the key of an invitation; the key itself is random enough to need no salt."""
    return hashlib.sha256(sleutel.encode()).hexdigest()


def find_uitnodiging(*, sleutel: str) -> Uitnodiging | None:
    """The invitation of a key; None when there is none."""
    met = Uitnodiging.objects.select_related("vestiging", "bestuur", "samenwerkingsverband")
    return met.filter(sleutel=sleutel_hash(sleutel)).first()


def bezwaar_tegen(rij: Uitnodiging | None, *, account: Account | None, op: datetime) -> Uitnodigingbezwaar | None:
    """Why somebody cannot accept an invitation; None when they can."""
    if rij is None:
        return Uitnodigingbezwaar.ONBEKEND
    bezwaar = check_uitnodiging(
        gebruikt_op=rij.gebruikt_op, ingetrokken_op=rij.ingetrokken_op, verloopt_op=rij.verloopt_op, op=op
    )
    if bezwaar is not None:
        return bezwaar
    genodigd = find_account(naam=rij.email)
    if account is None:
        return Uitnodigingbezwaar.EERST_AANMELDEN if genodigd else None
    return None if genodigd == account else Uitnodigingbezwaar.VOOR_EEN_ANDER


def list_uitnodigingen(*, vestiging: Vestiging, op: datetime) -> QuerySet[Uitnodiging]:
    """The invitations of a site that still count."""
    return list_open_uitnodigingen(op=op).filter(vestiging=vestiging)


def list_open_uitnodigingen(*, op: datetime) -> QuerySet[Uitnodiging]:
    """The invitations that still count, wherever the role is."""
    open_ = Uitnodiging.objects.filter(gebruikt_op__isnull=True, ingetrokken_op__isnull=True, verloopt_op__gt=op)
    return open_.order_by("pk")


def get_uitnodiging(*, pk: int, vestiging: Vestiging) -> Uitnodiging | None:
    """An invitation of a site; None when it is another's."""
    return Uitnodiging.objects.select_related("vestiging").filter(pk=pk, vestiging=vestiging).first()


def list_uitgenodigd(*, vestiging: Vestiging, soort: Rolsoort) -> dict[str, datetime]:
    """When each address was last invited for a role at a site, by the address in small letters."""
    rijen = Uitnodiging.objects.filter(vestiging=vestiging, soort=soort.value).order_by("verloopt_op")
    return {rij.email.lower(): rij.verloopt_op - GELDIG for rij in rijen}


def list_open_uitgenodigd(*, vestiging: Vestiging, soort: Rolsoort, op: datetime) -> dict[str, datetime]:
    """When each address was invited whose invitation for a role at a site still counts, by the address in small."""
    rijen = list_uitnodigingen(vestiging=vestiging, op=op).filter(soort=soort.value)
    return {rij.email.lower(): rij.verloopt_op - GELDIG for rij in rijen}
