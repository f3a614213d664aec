"""What a parent says of a part of the file that is no piece of it: it becomes one, with the words of the part.

When the part turns out to be of another child, the words go again; what was asked and answered about it stays.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from passend.begrippen.inzage import Inzagegrond, Vertrouwelijkheid
from passend.leerlingen.actions.dossier import DEEL_WEG, WIE_OUDER, add_versie, add_zienswijze, keep_as_stuk
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.models import Dossierversie, Leerling, Zienswijze
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


@transaction.atomic
def clear_deelstuk(*, leerling: Leerling, sleutel: str, waarom: str, door: Account, op: datetime) -> None:
    """Destroy what the copy of a part says and ever said, for it is of another child: when and why stay to be read.

    Versions stay with their days, so that the file of an earlier day still has what the parent asked then. Called by an
    action that asked who may.
    """
    Leerling.objects.select_for_update().get(pk=leerling.pk)  # a parent may make the copy right now
    stuk = get_deelstuk(leerling=leerling, sleutel=sleutel)
    if stuk is None:
        return
    dag = f"{timezone.localtime(op):%d-%m-%Y}"
    nummer = list_versies(stuk=stuk)[-1].nummer
    tekst = f"Wat hier stond, is vernietigd: de school trok dit in op {dag}. Reden: {waarom.strip()}"
    Dossierversie.objects.filter(stuk=stuk).update(tekst=tekst)
    nu = f"{DEEL_WEG} De school trok het in op {dag}. Reden: {waarom.strip()}"
    add_versie(stuk, nummer + 1, nu, timezone.localtime(op).date(), door, op)
