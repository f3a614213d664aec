"""What a parent says of a part of the file that is no piece of it: it becomes one, with the words of the part."""

from datetime import datetime

from django.db import transaction

from passend.begrippen.inzage import Inzagegrond, Vertrouwelijkheid
from passend.leerlingen.actions.dossier import WIE_OUDER, add_versie, add_zienswijze, keep_as_stuk
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.models import Leerling, Zienswijze
from passend.leerlingen.permissions import get_inzage, require
from passend.leerlingen.queries.delen import get_deel, get_deelstuk
from passend.leerlingen.queries.dossier import list_versies
from passend.toegang.models import Account

WEG = "Dit deel is er niet meer, of u mag het niet lezen. Ga terug naar het dossier."


@transaction.atomic
def add_deelzienswijze(
    *, actor: Account, leerling: Leerling, deel: str, tekst: str, is_verzoek: bool, op: datetime
) -> Zienswijze:
    """Attach what a parent thinks of a part of the file, or ask to put it right, as of any piece of it (AVG 16).

    The words of the part are kept as they are now, so that it stays to be read what the parent spoke of.

    Raises:
        GeenToegangError: the actor is no parent with authority.
        LeerlingError: the part is not there, or there are no words or too many.
    """
    inzage = get_inzage(actor, leerling, op=op)
    require(inzage.reden_als({Inzagegrond.OUDER}) if inzage else None, WIE_OUDER)
    Leerling.objects.select_for_update().get(pk=leerling.pk)  # two parents at once still make one piece
    klassen = inzage.leesbaar if inzage else frozenset()
    nu = get_deel(leerling=leerling, klassen=klassen, sleutel=deel, peildatum=op.date())
    if nu is None:
        raise LeerlingError(WEG)
    stuk = get_deelstuk(leerling=leerling, sleutel=deel)
    if stuk is not None and not (inzage and inzage.mag_lezen(stuk)):
        raise LeerlingError(WEG)  # as what is not there: a refusal in the log would tell of which class it is
    if stuk is None:
        stuk = keep_as_stuk(
            leerling=leerling,
            titel=nu.titel,
            tekst=nu.tekst,
            geldig_van=op.date(),
            door=actor,
            vastgelegd_op=op,
            klasse=nu.klasse,
            deel=deel,
        )
    elif (laatste := list_versies(stuk=stuk)[-1]).tekst != nu.tekst.strip():
        add_versie(stuk, laatste.nummer + 1, nu.tekst, op.date(), actor, op)
    if nu.klasse is Vertrouwelijkheid.ZORG and stuk.vertrouwelijkheid == Vertrouwelijkheid.GEWOON:
        stuk.vertrouwelijkheid = nu.klasse  # a word of care came into it
        stuk.save(update_fields=["vertrouwelijkheid"])
    stuk.leerling = leerling
    return add_zienswijze(actor=actor, stuk=stuk, tekst=tekst, is_verzoek=is_verzoek, op=op)
