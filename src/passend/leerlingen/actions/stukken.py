"""Putting right where a piece of a file stands: in another class, or out of a file that it never belonged to.

While a parent waits for an answer to a request about a piece it stays where it is: or else the request would be gone
with its term (AVG 12 lid 3).
"""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import Reden
from passend.leerlingen.actions.dossier import WIE_BESLIST, check_niet_ingetrokken, handeling_met
from passend.leerlingen.actions.leerlingen import LeerlingError, check_lengte, log_leerling
from passend.leerlingen.actions.vorig import keep_vorig, keep_weg
from passend.leerlingen.models import Dossierstuk, Dossierversie, Gedeeldstuk, Stukbestand, Toestemming, Zienswijze
from passend.leerlingen.permissions import get_inzage, require, why_may_move, why_may_withdraw
from passend.leerlingen.queries.delen import get_deel
from passend.toegang.models import Account

WIE_TREKT_IN = "wie het stuk schreef, de intern begeleider en de directeur van deze school"
INGETROKKEN_TITEL = "Ingetrokken stuk"
LANGSTE_WAAROM = 300
KORTSTE_WAAROM = 3  # words
OPEN_VERZOEK = (
    "Dit kan nog niet. Een ouder vroeg om dit stuk te verbeteren, en daar is nog niet op geantwoord. De wet geeft de "
    "school daar een maand voor (AVG artikel 12 lid 3). Laat de intern begeleider of de directeur eerst antwoorden, "
    "onderaan dit stuk. Daarna kan het wel."
)
VAN_EEN_DEEL = (
    "Dit stuk is een afdruk van een ander deel van het dossier, en hoort bij hetzelfde soort als dat deel. "
    "Klopt er iets niet? Verander dan dat deel zelf."
)
VAN_WEG = (
    "stuk_id",
    "nummer",
    "geldig_van",
    "vastgelegd_op",
)  # that it stood there and when; no word of it


@transaction.atomic
def move_stuk(*, actor: Account, stuk: Dossierstuk, naar: Vertrouwelijkheid, op: datetime) -> None:
    """Put a piece in another class, with everything it said before and what parents said of it.

    A piece about signs of abuse never leaves the school, so then an expert sees it no more from this moment.

    Raises:
        GeenToegangError: the actor does not write in both classes of this file.
        LeerlingError: it was withdrawn, is in this class already, waits for an answer to a parent, or shows a part of
            the file that is of another class.
    """
    stuk = Dossierstuk.objects.select_for_update().get(pk=stuk.pk)
    van = Vertrouwelijkheid(stuk.vertrouwelijkheid)
    inzage = get_inzage(actor, stuk.leerling, op=op)
    reden = require(why_may_move(inzage, van, naar) if inzage else None, WIE_BESLIST)
    check_niet_ingetrokken(stuk)
    if van is naar:
        raise LeerlingError("Dit stuk staat daar al. Kies iets anders, of laat het zo.")
    if van is not Vertrouwelijkheid.MELDCODE:  # out of there it comes back to the parent who asked
        _check_geen_open_verzoek(stuk)
    if stuk.deel and naar is not _klasse_van_deel(stuk, op):
        raise LeerlingError(VAN_EEN_DEEL)
    keep_vorig([stuk], ["vertrouwelijkheid"], op=op)
    stuk.vertrouwelijkheid = naar
    stuk.save(update_fields=["vertrouwelijkheid"])
    if naar is Vertrouwelijkheid.MELDCODE:
        _deel_niet_meer(actor, stuk, op)
    geheim = Vertrouwelijkheid.MELDCODE if Vertrouwelijkheid.MELDCODE in {van, naar} else naar
    log_leerling(actor, stuk.leerling, handeling_met("move_stuk", geheim), reden, op)


@transaction.atomic
def withdraw_stuk(*, actor: Account, stuk: Dossierstuk, waarom: str, op: datetime) -> None:
    """Take a piece out of the file of a pupil it is not about: its words are destroyed, that it was there stays.

    What parents said of it goes too, for it repeats what they read there (AVG 5 lid 1 onder d and f).

    Raises:
        GeenToegangError: the actor neither wrote it nor keeps the files of this school.
        LeerlingError: it was withdrawn before, waits for an answer to a parent, or the reason says too little or too
            much.
    """
    stuk = Dossierstuk.objects.select_for_update().get(pk=stuk.pk)
    reden = _mag_intrekken(actor, stuk, op)
    check_niet_ingetrokken(stuk)
    _check_geen_open_verzoek(stuk)
    if len(waarom.split()) < KORTSTE_WAAROM:
        raise LeerlingError("Schrijf in drie woorden of meer waarom dit stuk weg moet. Dat blijft te lezen.")
    check_lengte(waarom, LANGSTE_WAAROM)
    klasse = stuk.vertrouwelijkheid
    stuk.titel, stuk.waarom_ingetrokken = INGETROKKEN_TITEL, waarom.strip()
    stuk.ingetrokken_op, stuk.ingetrokken_door = op, actor
    stuk.save(update_fields=["titel", "waarom_ingetrokken", "ingetrokken_op", "ingetrokken_door"])
    Zienswijze.objects.filter(stuk=stuk).delete()
    versies = Dossierversie.objects.filter(stuk=stuk)
    keep_weg(versies.filter(stuk__bestuur=F("bestuur")).select_related("stuk"), op=op, velden=VAN_WEG)
    versies.delete()
    Stukbestand.objects.filter(stuk=stuk).delete()
    _deel_niet_meer(actor, stuk, op)
    log_leerling(actor, stuk.leerling, handeling_met("withdraw_stuk", klasse), reden, op)


def _check_geen_open_verzoek(stuk: Dossierstuk) -> None:
    if Zienswijze.objects.filter(stuk=stuk, is_verzoek=True, besloten_op__isnull=True).exists():
        raise LeerlingError(OPEN_VERZOEK)


def _klasse_van_deel(stuk: Dossierstuk, op: datetime) -> Vertrouwelijkheid:
    """The class of the part that a piece shows; of a part that is gone the one that a word of it may have had."""
    deel = get_deel(leerling=stuk.leerling, klassen=list(Vertrouwelijkheid), sleutel=stuk.deel, peildatum=op.date())
    return deel.klasse if deel else Vertrouwelijkheid.ZORG


def _mag_intrekken(actor: Account, stuk: Dossierstuk, op: datetime) -> Reden:
    inzage = get_inzage(actor, stuk.leerling, op=op)
    is_schrijver = Dossierversie.objects.filter(stuk=stuk, nummer=1, door=actor).exists()
    return require(why_may_withdraw(inzage, stuk, is_schrijver=is_schrijver) if inzage else None, WIE_TREKT_IN)


def _deel_niet_meer(actor: Account, stuk: Dossierstuk, op: datetime) -> None:
    """Share a piece with nobody any more; a question about nothing else the school takes back."""
    gedeeld = Gedeeldstuk.objects.filter(stuk=stuk)
    geraakt = list(gedeeld.values_list("toestemming", flat=True))
    gedeeld.delete()
    over = Gedeeldstuk.objects.filter(toestemming__in=geraakt).values_list("toestemming", flat=True)
    leeg = set(geraakt) - set(over)
    Toestemming.objects.filter(pk__in=leeg, ingetrokken_op__isnull=True).update(
        ingetrokken_op=op, ingetrokken_door=actor
    )
