"""A file that belongs to a piece of the file of a pupil."""

from datetime import datetime

from django.db import transaction

from passend.begrippen.bijlage import Bijlage
from passend.begrippen.inzage import Vertrouwelijkheid
from passend.leerlingen.actions.dossier import check_niet_ingetrokken, handeling_met
from passend.leerlingen.actions.leerlingen import log_leerling
from passend.leerlingen.models import Dossierstuk, Stukbestand
from passend.leerlingen.permissions import WIE_SCHRIJFT, get_inzage, require, why_may_write
from passend.toegang.models import Account

LANGSTE_NAAM = 160


@transaction.atomic
def attach_stukbestand(
    *, actor: Account, stuk: Dossierstuk, naam: str, bijlage: Bijlage, vingerafdruk: str, op: datetime
) -> Stukbestand:
    """Let a file belong to a piece; `vingerafdruk` is that of the file as it came, before it was made safe.

    Raises:
        GeenToegangError: the actor does not write in that class of this file.
        IngetrokkenError: the piece was withdrawn.
    """
    stuk = Dossierstuk.objects.select_for_update().get(pk=stuk.pk)
    inzage = get_inzage(actor, stuk.leerling, op=op)
    mag = why_may_write(inzage, Vertrouwelijkheid(stuk.vertrouwelijkheid)) if inzage else None
    reden = require(mag, WIE_SCHRIJFT)
    check_niet_ingetrokken(stuk)
    bestand, is_nieuw = Stukbestand.objects.get_or_create(
        bestuur_id=stuk.bestuur_id,
        stuk=stuk,
        vingerafdruk=vingerafdruk,
        defaults={
            "naam": naam[:LANGSTE_NAAM],
            "extensie": bijlage.extensie,
            "inhoud": bijlage.inhoud,
            "vastgelegd_op": op,
            "door": actor,
        },
    )
    if is_nieuw:
        log_leerling(actor, stuk.leerling, handeling_met("attach_stukbestand", stuk.vertrouwelijkheid), reden, op)
    return bestand
