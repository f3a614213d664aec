"""Editions that were made elsewhere, taken over for all schools of a board at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.uitgave import Stapsoort
from passend.organisaties.models import Vestiging
from passend.profielen.actions.profiel import OnderdeelError, sleutels_met_inhoud
from passend.profielen.actions.vaststelling import aanbodregels
from passend.profielen.models import Aanbodregel, Editie, Ondersteuningsprofiel, Sjabloonversie, Vaststellingsstap
from passend.profielen.permissions import require, why_may_adopt
from passend.profielen.queries.verantwoording import stap_als_dict
from passend.regels.vaststelling import VOOR_PUBLICATIE
from passend.toegang.actions import log_handeling
from passend.toegang.models import Account

REDEN = "Overgenomen uit een ander systeem. Wat daar is besloten, staat hier niet."


@dataclass(frozen=True, slots=True, kw_only=True)
class Overname:
    """The profile of one school in the open format."""

    vestiging: Vestiging
    inhoud: Mapping[str, Any]


@transaction.atomic
def publish_overgenomen(
    *,
    actor: Account,
    sjabloon: Sjabloonversie,
    schooljaar: Schooljaar,
    overnames: Sequence[Overname],
    op: datetime,
) -> list[Editie]:
    """Publish the first edition of schools of one board; each says that its steps were not recorded here.

    There is no working copy: next year's starts from the template or from a document.

    Raises:
        OnderdeelError: the schools are not of one board, or one of them has an edition already.
        GeenToegangError: the actor does not speak for that board.
    """
    if not overnames:
        return []
    vestigingen = [overname.vestiging for overname in overnames]
    if len({vestiging.bestuur_id for vestiging in vestigingen}) > 1:
        raise OnderdeelError("Deze scholen horen niet bij een bestuur. Neem ze per bestuur over.")
    reden = require(why_may_adopt(actor, vestigingen[0], peildatum=op.date()), "het bestuur")
    bestuur = vestigingen[0].bestuur_id
    if Editie.objects.filter(bestuur=bestuur, vestiging__in=vestigingen).exists():
        raise OnderdeelError("Een van deze scholen heeft al een editie. Maak de volgende in Passend zelf.")
    profielen = Ondersteuningsprofiel.objects.bulk_create(
        Ondersteuningsprofiel(
            bestuur_id=bestuur, vestiging=vestiging, schooljaar=str(schooljaar), sjabloon=sjabloon, aangemaakt_op=op
        )
        for vestiging in vestigingen
    )
    edities = Editie.objects.bulk_create(
        [_editie(actor, profiel, overname.inhoud, op) for profiel, overname in zip(profielen, overnames, strict=True)],
        batch_size=100,
    )
    Vaststellingsstap.objects.bulk_create(stap for editie in edities for stap in _stappen(actor, editie, op))
    Aanbodregel.objects.bulk_create(regel for editie in edities for regel in aanbodregels(editie))
    log_handeling(
        account=actor,
        handeling="publish_overgenomen",
        onderwerp=f"bestuur:{bestuur}",
        reden=reden,
        op=op,
        bestuur=bestuur,
    )
    return edities


def _editie(actor: Account, profiel: Ondersteuningsprofiel, inhoud: Mapping[str, Any], op: datetime) -> Editie:
    editie = Editie(
        bestuur_id=profiel.bestuur_id,
        profiel=profiel,
        vestiging=profiel.vestiging,
        nummer=1,
        schooljaar=profiel.schooljaar,
        inhoud=inhoud,
        definitie=profiel.sjabloon.definitie,
        gepubliceerd_op=op.date(),
        gepubliceerd_door=actor,
    )
    editie.verantwoording = {
        "stappen": [stap_als_dict(stap) for stap in _stappen(actor, editie, op)],
        "onderbouwingen": {},
        "doelen": [],
        "rijen_op": {sleutel: op.date().isoformat() for sleutel, _waarde in sleutels_met_inhoud(inhoud)},
    }
    return editie


def _stappen(actor: Account, editie: Editie, op: datetime) -> list[Vaststellingsstap]:
    return [
        Vaststellingsstap(
            bestuur_id=editie.bestuur_id,
            profiel=editie.profiel,
            editie=editie,
            soort=soort.value,
            op=op.date(),
            door=str(actor),
            vastgelegd_door=actor,
            vastgelegd_op=op,
            is_overgeslagen=soort in VOOR_PUBLICATIE,
            reden=REDEN if soort in VOOR_PUBLICATIE else "",
        )
        for soort in (*VOOR_PUBLICATIE, Stapsoort.GEPUBLICEERD)
    ]
