"""The number that the state gives a pupil: encrypted and apart, for the directeur alone, each look written down.

WPO 182 says for what a school may use it. It is in no search, no log, no error and no address, and it is never given
to a samenwerkingsverband.
"""

from datetime import datetime

from cryptography.fernet import InvalidToken
from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from passend.begrippen.rollen import Logsoort
from passend.leerlingen.actions.kluis import kluis
from passend.leerlingen.actions.leerlingen import LeerlingError, log_leerling, onderwerp
from passend.leerlingen.models import Burgerservicenummer, Leerling
from passend.leerlingen.permissions import require, why_may_direct
from passend.regels.burgerservicenummer import is_burgerservicenummer
from passend.toegang.actions import log_handeling
from passend.toegang.models import Account

WIE_DIRECTEUR = "de directeur van deze school"
ANDERE_SLEUTEL = (
    "Dit nummer is versleuteld met een sleutel die Passend nu niet kent. Vraag de beheerder om die sleutel in "
    "PASSEND_SLEUTELS erbij te zetten en Passend opnieuw te starten. Het nummer zelf is er nog."
)


@transaction.atomic
@sensitive_variables("nummer", "open_tekst")
def set_burgerservicenummer(*, actor: Account, leerling: Leerling, nummer: str, op: datetime) -> None:
    """Keep the number of a pupil, in the place of the one that was there.

    Raises:
        GeenToegangError: the actor is no directeur here.
        LeerlingError: it can be no such number; the text does not repeat it.
    """
    reden = require(why_may_direct(actor, leerling.vestiging, op=op), WIE_DIRECTEUR)
    if not is_burgerservicenummer(nummer):
        raise LeerlingError(
            "Dit kan geen burgerservicenummer zijn. Het heeft negen cijfers; kijk of er een verkeerd staat."
        )
    open_tekst = f"{_begin(leerling)}{nummer}".encode()
    Burgerservicenummer.objects.update_or_create(
        bestuur_id=leerling.bestuur_id, leerling=leerling, defaults={"geheim": kluis().encrypt(open_tekst)}
    )
    log_leerling(actor, leerling, "set_burgerservicenummer", reden, op)


@transaction.atomic
def delete_burgerservicenummer(*, actor: Account, leerling: Leerling, op: datetime) -> None:
    """Take the number of a pupil away, for instance because it was that of another; it does not come back.

    Raises:
        GeenToegangError: the actor is no directeur here.
        LeerlingError: there is no number.
    """
    reden = require(why_may_direct(actor, leerling.vestiging, op=op), WIE_DIRECTEUR)
    aantal, _per_tabel = Burgerservicenummer.objects.filter(leerling=leerling).delete()
    if not aantal:
        raise LeerlingError("Van deze leerling is geen burgerservicenummer bewaard. Er is niets weg te halen.")
    log_leerling(actor, leerling, "delete_burgerservicenummer", reden, op)


@transaction.atomic
@sensitive_variables("open_tekst")
def read_burgerservicenummer(*, actor: Account, leerling: Leerling, op: datetime) -> str:
    """The number of a pupil, after it was written down that somebody looks.

    Raises:
        GeenToegangError: the actor is no directeur here.
        LeerlingError: there is no number, or no key that fits.
    """
    reden = require(why_may_direct(actor, leerling.vestiging, op=op), WIE_DIRECTEUR)
    rij = Burgerservicenummer.objects.filter(leerling=leerling).first()
    if rij is None:
        raise LeerlingError("Van deze leerling is geen burgerservicenummer bewaard. Vul het hieronder in.")
    log_handeling(
        account=actor,
        handeling="read_burgerservicenummer",
        onderwerp=onderwerp(leerling),
        reden=reden,
        op=op,
        bestuur=leerling.bestuur_id,
        soort=Logsoort.LEZEN,
    )
    try:
        open_tekst = kluis().decrypt(bytes(rij.geheim)).decode()
    except InvalidToken:
        raise LeerlingError(ANDERE_SLEUTEL) from None
    if not open_tekst.startswith(_begin(leerling)):
        raise LeerlingError("Dit nummer hoort bij een andere leerling. Vraag de beheerder wie in de database schreef.")
    return open_tekst.removeprefix(_begin(leerling))


def _begin(leerling: Leerling) -> str:
    """What ties a number to its pupil: who swaps two rows in the database gets nothing out."""
    return f"{leerling.sleutel.hex}:"
