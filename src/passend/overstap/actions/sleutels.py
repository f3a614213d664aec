"""Keys for files between two Passends: made once, never shown; cards of others count once their code was heard."""

from datetime import datetime
from typing import Any

from cryptography.fernet import InvalidToken
from django.db import transaction

from passend.leerlingen.actions.kluis import kluis
from passend.leerlingen.actions.leerlingen import log_leerling, log_school
from passend.leerlingen.permissions import get_inzage, require
from passend.organisaties.models import Vestiging
from passend.overstap.actions.contact import OverstapError
from passend.overstap.models import Onderwijskundigrapport, Rapportuitvoer, Schoolsleutel, Sleutelkaart
from passend.overstap.permissions import WIE_INLEEST, WIE_RAPPORT, why_may_take_in, why_may_write_rapport
from passend.regels.klok import is_ontvangst_mogelijk
from passend.toegang.models import Account

MOMENT_KAN_NIET = (
    "Volgens dit bewijs kwam het bestand aan voordat u het maakte, of op een moment dat nog moet komen. Er is niets "
    "vastgelegd. Bel de andere school: de klok van haar computer staat verkeerd, of het bewijs klopt niet."
)


@transaction.atomic
def keep_schoolsleutel(
    *, actor: Account, vestiging: Vestiging, geheim: bytes, kaart: dict[str, Any], op: datetime
) -> Schoolsleutel:
    """Keep the keys of a school, locked; those that are there stay, for others have their card.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
    """
    reden = require(why_may_take_in(actor, vestiging, op=op), WIE_INLEEST)
    eerder = Schoolsleutel.objects.filter(vestiging=vestiging).first()
    if eerder is not None:
        return eerder
    sleutel = Schoolsleutel.objects.create(
        bestuur_id=vestiging.bestuur_id,
        vestiging=vestiging,
        geheim=kluis().encrypt(geheim),
        kaart=kaart,
        gemaakt_op=op,
        door=actor,
    )
    log_school(actor, vestiging, "keep_schoolsleutel", reden, op)
    return sleutel


def open_schoolsleutel(sleutel: Schoolsleutel) -> bytes:
    """The keys themselves, for the one who seals or opens a file at this moment.

    Raises:
        OverstapError: no key fits any more.
    """
    try:
        return kluis().decrypt(bytes(sleutel.geheim))
    except InvalidToken:
        raise OverstapError(
            "De sleutels van deze school zijn niet meer te lezen. Vraag de beheerder om de sleutel van toen."
        ) from None


@transaction.atomic
def add_sleutelkaart(
    *, actor: Account, vestiging: Vestiging, school: str, kaart: dict[str, Any], vingerafdruk: str, op: datetime
) -> Sleutelkaart:
    """Keep the card of another school; it does not count before its code was heard.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        OverstapError: it is the card of this school itself.
    """
    reden = require(why_may_take_in(actor, vestiging, op=op), WIE_INLEEST)
    if kaart.get("brin") == vestiging.code:
        raise OverstapError("Dit is de kaart van uw eigen school. Vraag de andere school om haar kaart.")
    gevonden, is_nieuw = Sleutelkaart.objects.get_or_create(
        bestuur_id=vestiging.bestuur_id,
        vestiging=vestiging,
        vingerafdruk=vingerafdruk,
        defaults={"school": school[:160], "kaart": kaart, "gemaakt_op": op, "door": actor},
    )
    if is_nieuw:
        log_school(actor, vestiging, "add_sleutelkaart", reden, op)
    return gevonden


@transaction.atomic
def confirm_sleutelkaart(*, actor: Account, kaart: Sleutelkaart, op: datetime) -> None:
    """Say that the other school read the same code over the telephone.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
    """
    reden = require(why_may_take_in(actor, kaart.vestiging, op=op), WIE_INLEEST)
    kaart.gecontroleerd_op, kaart.gecontroleerd_door = op, actor
    kaart.save(update_fields=["gecontroleerd_op", "gecontroleerd_door"])
    log_school(actor, kaart.vestiging, "confirm_sleutelkaart", reden, op)


@transaction.atomic
def record_ontvangst(
    *,
    actor: Account,
    rapport: Onderwijskundigrapport,
    vingerafdruk: str,
    school: str,
    ontvangen_op: datetime,
    op: datetime,
) -> None:
    """Note that a file of this report arrived, as the receipt of the other school says.

    Raises:
        GeenToegangError: the actor is no intern begeleider or directeur here.
        OverstapError: the receipt is of another file, or of a moment at which it cannot have arrived.
    """
    reden = require(why_may_write_rapport(get_inzage(actor, rapport.leerling, op=op)), WIE_RAPPORT)
    uitvoer = Rapportuitvoer.objects.filter(rapport=rapport, vingerafdruk=vingerafdruk).first()
    if uitvoer is None:
        raise OverstapError("Dit bewijs is van een ander bestand. Vraag het bewijs van het bestand dat u stuurde.")
    if not is_ontvangst_mogelijk(ontvangen_op, verstuurd_op=uitvoer.op, nu=op):
        raise OverstapError(MOMENT_KAN_NIET)
    uitvoer.ontvangen_op, uitvoer.ontvangen_door = ontvangen_op, school[:160]
    uitvoer.save(update_fields=["ontvangen_op", "ontvangen_door"])
    log_leerling(actor, rapport.leerling, "record_ontvangst", reden, op)
