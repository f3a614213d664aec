"""Inviting an expert when the permission of the parents counts, and taking the invitation of a parent back."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from passend.begrippen.inzage import Inzagegrond
from passend.begrippen.rollen import Reden, Rolsoort
from passend.leerlingen.actions.leerlingen import LeerlingError, mag_beheren
from passend.leerlingen.models import Leerling, Ouderrelatie, Toestemming
from passend.leerlingen.queries.toestemming import Toestemmingbeeld, list_toestemmingen
from passend.toegang.actions import invite, issue_uitnodiging, withdraw_uitnodigingen
from passend.toegang.models import Account
from passend.toegang.queries import list_uitnodigingen

SOORT = Rolsoort.DESKUNDIGE
TOESTEMMING = Reden(Inzagegrond.DESKUNDIGE.value, "De ouders gaven toestemming.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Genodigde:
    """To whom a letter goes, and the key of the link in it, which is kept nowhere."""

    email: str
    sleutel: str


@transaction.atomic
def invite_deskundigen(*, actor: Account, leerling: Leerling, op: datetime) -> list[Genodigde]:
    """Invite the experts whose permission counts now, who cannot sign in here and were not invited for it yet.

    It follows whatever made a permission count: the last yes of a parent, a signature, or authority that ended.
    """
    vestiging = leerling.vestiging
    uit = {rij.email for rij in list_uitnodigingen(vestiging=vestiging, op=op).filter(soort=SOORT.value)}
    beelden = list_toestemmingen(leerling=leerling, account=actor, op=op)
    nieuw = {beeld.toestemming.email: beeld.toestemming for beeld in beelden if _is_nieuw(beeld)}
    return [
        Genodigde(
            email=email,
            sleutel=issue_uitnodiging(
                actor=actor,
                door=een.gevraagd_door,
                vestiging=vestiging,
                soort=SOORT,
                email=email,
                reden=TOESTEMMING,
                op=op,
            ),
        )
        for email, een in nieuw.items()
        if email not in uit
    ]


@transaction.atomic
def invite_deskundige_again(*, actor: Account, toestemming: Toestemming, op: datetime) -> Genodigde:
    """Invite an expert anew as the school, while they did not come in; the letter before opens nothing any more.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        LeerlingError: the permission does not count, or they can sign in already.
    """
    leerling = toestemming.leerling
    mag_beheren(actor, leerling.vestiging, op)
    beelden = list_toestemmingen(leerling=leerling, account=actor, op=op)
    beeld = next(beeld for beeld in beelden if beeld.toestemming == toestemming)
    if not beeld.geldt:
        raise LeerlingError("Deze toestemming geldt nu niet. Een uitnodiging gaat pas uit als de ouders ja zeggen.")
    if beeld.is_binnen:
        raise LeerlingError("De deskundige kan zich al aanmelden. Een uitnodiging hoeft niet.")
    email = toestemming.email
    sleutel = invite(actor=actor, vestiging=leerling.vestiging, soort=SOORT, email=email, op=op)
    return Genodigde(email=email, sleutel=sleutel)


@transaction.atomic
def retract_ouderuitnodiging(*, actor: Account, ouder: Ouderrelatie, op: datetime) -> None:
    """Let the invitation of a parent that is still open work no more.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
    """
    vestiging = ouder.leerling.vestiging
    reden = mag_beheren(actor, vestiging, op)
    withdraw_uitnodigingen(
        actor=actor, vestiging=vestiging, soort=Rolsoort.OUDER, email=ouder.email, reden=reden, op=op
    )


def _is_nieuw(beeld: Toestemmingbeeld) -> bool:
    genodigd = beeld.uitgenodigd_op
    return beeld.geldt and not beeld.is_binnen and (genodigd is None or genodigd < beeld.toestemming.gevraagd_op)
