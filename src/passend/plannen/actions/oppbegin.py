"""Correcting why and since when a plan is there, and withdrawing one that was begun by mistake."""

from datetime import date, datetime

from django.db import transaction

from passend.begrippen.opp import Oppaanleiding
from passend.leerlingen.actions.leerlingen import log_leerling
from passend.plannen.actions.opp import OppError, begin_van, leid
from passend.plannen.models import Opp, Oppversie
from passend.toegang.models import Account

LANGSTE_WAAROM = 400
_AL_GEZIEN = "De ouders lazen dit plan al, of het is al vastgesteld. Het kan niet meer worden ingetrokken."
_AL_VAST = "Dit plan is al een keer vastgesteld. De dag en de reden waarmee het begon, staan nu vast."


@transaction.atomic
def change_oppbegin(
    *, actor: Account, versie: Oppversie, aanleiding: Oppaanleiding, begonnen_op: date | None, op: datetime
) -> None:
    """Correct why a plan is there and from which day its term counts, until it is set for the first time.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        OppError: a version was set already, or the day cannot be right.
    """
    leerling = versie.opp.leerling
    _inzage, reden = leid(actor, leerling, op)
    begonnen_op = begin_van(leerling, aanleiding, begonnen_op, op)
    opp = Opp.objects.select_for_update().get(pk=versie.opp_id)
    if Oppversie.objects.filter(opp=opp, vastgesteld_op__isnull=False).exists():
        raise OppError(_AL_VAST)
    opp.aanleiding, opp.begonnen_op = aanleiding.value, begonnen_op
    opp.save(update_fields=["aanleiding", "begonnen_op"])
    log_leerling(actor, leerling, "change_oppbegin", reden, op)


@transaction.atomic
def withdraw_opp(*, actor: Account, versie: Oppversie, waarom: str, op: datetime) -> None:
    """Withdraw a plan that no parent ever read; what was written stays in the file until that is destroyed.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        OppError: parents read it or it was set, or there is no reason.
    """
    leerling = versie.opp.leerling
    _inzage, reden = leid(actor, leerling, op)
    opp = Opp.objects.select_for_update().get(pk=versie.opp_id)
    if not mag_intrekken(opp):
        raise OppError(_AL_GEZIEN)
    if not waarom.strip():
        raise OppError("Schrijf in een zin waarom dit plan wordt ingetrokken. Dat blijft hier staan.")
    if len(waarom.strip()) > LANGSTE_WAAROM:
        raise OppError(f"Houd de reden bij {LANGSTE_WAAROM} tekens.")
    opp.ingetrokken_op, opp.ingetrokken_door, opp.ingetrokken_waarom = op, actor, waarom.strip()
    opp.save(update_fields=["ingetrokken_op", "ingetrokken_door", "ingetrokken_waarom"])
    log_leerling(actor, leerling, "withdraw_opp", reden, op)


def mag_intrekken(opp: Opp) -> bool:
    """True as long as no version was laid before the parents or set."""
    versies = Oppversie.objects.filter(opp=opp)
    gelezen = versies.filter(voorgelegd_op__isnull=False) | versies.filter(vastgesteld_op__isnull=False)
    return opp.ingetrokken_op is None and not gelezen.exists()
