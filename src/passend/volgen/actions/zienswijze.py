"""What a parent says of something that was seen: it becomes a piece of the file, and the view is with that piece."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import translation

from passend.begrippen.inzage import Inzagegrond
from passend.leerlingen.actions.delen import WEG
from passend.leerlingen.actions.dossier import WIE_OUDER, add_zienswijze, keep_as_stuk
from passend.leerlingen.models import Dossierstuk, Zienswijze
from passend.leerlingen.permissions import get_inzage, require
from passend.toegang.models import Account
from passend.volgen.actions.waarnemingen import VolgenError
from passend.volgen.models import Waarneming


@transaction.atomic
def add_waarnemingzienswijze(
    *, actor: Account, waarneming: Waarneming, tekst: str, is_verzoek: bool, op: datetime
) -> Zienswijze:
    """Attach what a parent thinks of something that was seen, in the same way as of any piece of the file.

    Raises:
        GeenToegangError: the actor is no parent with authority.
        VolgenError: it was taken back, or the piece it became is not for them.
        LeerlingError: there are no words or too many, or the piece it became was withdrawn.
    """
    leerling = waarneming.leerling
    inzage = get_inzage(actor, leerling, op=op)
    require(inzage.reden_als({Inzagegrond.OUDER}) if inzage else None, WIE_OUDER)
    vers = Waarneming.objects.select_for_update().get(pk=waarneming.pk)
    if vers.ingetrokken_op is not None:
        raise VolgenError("Dit is ingetrokken door de school. Het telt niet meer mee, dus er hoeft niets bij.")
    stuk = vers.stuk
    if stuk is not None and not (inzage and inzage.mag_lezen(stuk)):
        raise VolgenError(WEG)  # as what is not there: a refusal in the log would tell of which class it is
    if stuk is None:
        stuk = vers.stuk = _als_stuk(vers)
        vers.save(update_fields=["stuk"])
    stuk.leerling = leerling
    return add_zienswijze(actor=actor, stuk=stuk, tekst=tekst, is_verzoek=is_verzoek, op=op)


def _als_stuk(waarneming: Waarneming) -> Dossierstuk:
    with translation.override(settings.LANGUAGE_CODE):  # it is kept, and so in the language of the file
        soort = str(waarneming.get_soort_display())
        vak = f": {waarneming.get_vak_display()}" if waarneming.vak else ""
    return keep_as_stuk(
        leerling=waarneming.leerling,
        titel=f"{soort[:1].upper()}{soort[1:]}{vak}, {waarneming.gezien_op:%d-%m-%Y}",
        tekst=" · ".join(deel for deel in (waarneming.score, waarneming.tekst) if deel),
        geldig_van=waarneming.gezien_op,
        door=waarneming.door,
        vastgelegd_op=waarneming.vastgelegd_op,
    )
