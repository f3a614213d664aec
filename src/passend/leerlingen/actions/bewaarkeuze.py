"""How long a class of data stays at a board, where no law says it."""

from datetime import datetime

from django.db import transaction

from passend.begrippen.bewaren import Bewaarklasse
from passend.leerlingen.actions.bewaren import WIE_VERNIETIGT
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.models import Bewaarkeuze
from passend.leerlingen.permissions import require, why_may_destroy
from passend.organisaties.models import Vestiging
from passend.regels.bewaartermijnen import parameter_van
from passend.regels.vernietiging import check_keuze
from passend.toegang.actions import log_handeling
from passend.toegang.models import Account


@transaction.atomic
def set_bewaarkeuze(
    *, actor: Account, vestiging: Vestiging, klasse: Bewaarklasse, maanden: int | None, waarom: str, op: datetime
) -> None:
    """Choose for all schools of a board how long a class stays, or leave it to the guideline again (no months).

    Raises:
        GeenToegangError: the actor is not of the board.
        LeerlingError: a law says how long, the term is too long or none, or the reason is empty.
    """
    reden = require(why_may_destroy(actor, vestiging, op=op), WIE_VERNIETIGT)
    richtlijn = parameter_van(klasse).op(op.date()).feiten["maanden"]
    bezwaar = check_keuze(klasse, richtlijn if maanden is None else maanden, peildatum=op.date())
    if bezwaar:
        raise LeerlingError(bezwaar)
    if maanden is None:
        Bewaarkeuze.objects.filter(bestuur=vestiging.bestuur_id, klasse=klasse).delete()
    elif not waarom.strip():
        raise LeerlingError("Schrijf in een zin waarom het bestuur deze termijn kiest. Wie het nakijkt, leest dat.")
    else:
        Bewaarkeuze.objects.update_or_create(
            bestuur_id=vestiging.bestuur_id,
            klasse=klasse,
            defaults={"maanden": maanden, "waarom": waarom.strip(), "op": op, "door": actor},
        )
    log_handeling(
        account=actor,
        handeling=f"set_bewaarkeuze:{klasse}",
        onderwerp=f"bestuur:{vestiging.bestuur_id}",
        reden=reden,
        op=op,
        bestuur=vestiging.bestuur_id,
    )
