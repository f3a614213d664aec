"""Templates come in as data; a new one needs no release."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from passend.begrippen.rollen import Reden
from passend.begrippen.sjabloon import Sjabloon
from passend.begrippen.sjabloonformaat import SjabloonError, sjabloon_uit_dict
from passend.organisaties.models import Samenwerkingsverband
from passend.profielen.models import Sjabloonversie
from passend.toegang.actions import log_handeling
from passend.toegang.models import Account


@transaction.atomic
def add_sjabloon(
    *,
    actor: Account | None,
    samenwerkingsverband: Samenwerkingsverband,
    definitie: Mapping[str, Any],
    reden: Reden,
    op: datetime,
) -> Sjabloonversie:
    """Store a template; the same one again stores nothing.

    Raises:
        SjabloonError: the template is wrong, or it differs from one that profiles already use.
    """
    sjabloon = sjabloon_uit_dict(definitie)
    bestaand = samenwerkingsverband.sjablonen.filter(code=sjabloon.code, geldig_van=sjabloon.geldig_van).first()
    if bestaand is not None:
        return _update_ongebruikt(bestaand, sjabloon, definitie)
    versie = Sjabloonversie.objects.create(
        samenwerkingsverband=samenwerkingsverband,
        code=sjabloon.code,
        naam=sjabloon.naam,
        geldig_van=sjabloon.geldig_van,
        geldig_tot_en_met=sjabloon.geldig_tot_en_met,
        definitie=definitie,
    )
    log_handeling(account=actor, handeling="add_sjabloon", onderwerp=f"sjabloon:{versie.pk}", reden=reden, op=op)
    return versie


def _update_ongebruikt(bestaand: Sjabloonversie, sjabloon: Sjabloon, definitie: Mapping[str, Any]) -> Sjabloonversie:
    if bestaand.definitie == definitie:
        return bestaand
    if bestaand.profielen.exists():
        raise SjabloonError(
            "Scholen gebruiken dit sjabloon al. Geef de nieuwe versie een nieuwe datum bij 'geldig_van'."
        )
    bestaand.definitie = definitie
    bestaand.naam, bestaand.geldig_tot_en_met = sjabloon.naam, sjabloon.geldig_tot_en_met
    bestaand.save(update_fields=["definitie", "naam", "geldig_tot_en_met"])
    return bestaand
