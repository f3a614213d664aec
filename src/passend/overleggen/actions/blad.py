"""Writing on the sheet of a meeting, also by more people at once."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.overleg import Overlegstand
from passend.leerlingen.actions.vorig import keep_dag, keep_nieuw, keep_vorig, keep_weg
from passend.leerlingen.models import Dossierstuk, Leerling
from passend.leerlingen.permissions import require
from passend.overleggen.actions.overleg import OverlegError, log_overleg
from passend.overleggen.models import Besluit, Overleg, Overlegdeel, Overlegdeelnemer, Overlegdeelversie, Overlegstuk
from passend.overleggen.permissions import WIE_PLANT, WIE_SCHRIJFT, Overlegrecht, require_overlegrecht
from passend.overleggen.queries.overleggen import mijn_deelnames
from passend.toegang.models import Account

LANGSTE_BESLUIT = 300
VAN_BESLUIT = ("wat", "eigenaar_id", "uiterlijk_op")
LANGSTE_TEKST = 20_000
ADEMPAUZE = timedelta(minutes=5)  # what one person types without stopping longer is one version
WIE_DOET_HET = "wie het zou doen, de intern begeleider en de directeur"


class GelijktijdigError(Exception):
    """Somebody else changed the same thing in the meantime; `huidig` is what it says now."""

    def __init__(self, huidig: Overlegdeel | Besluit) -> None:
        super().__init__("Iemand anders heeft dit net ook veranderd. Kijk wat er nu staat en kies.")
        self.huidig = huidig


class DichtError(OverlegError):
    """Nothing is written on the sheet any more; `gesloten_door` closed it, nobody when it was called off."""

    def __init__(self, overleg: Overleg) -> None:
        super().__init__("Dit overleg is gesloten of afgezegd. Er verandert niets meer op dit blad.")
        self.gesloten_door = overleg.gesloten_door


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitgegevens:
    """What is decided, who does it and by when; it may be filled in bit by bit."""

    wat: str
    eigenaar: Overlegdeelnemer | None
    uiterlijk_op: date | None
    leerling: Leerling | None = None


@transaction.atomic
def save_deel(*, actor: Account, deel: Overlegdeel, tekst: str, versie: int, op: datetime) -> Overlegdeel:
    """Write a part of the sheet; `versie` is the one the writer saw.

    What another wrote, and what was there before a pause, stays as an earlier version.

    Raises:
        GeenToegangError: the actor does not write in this part.
        GelijktijdigError: somebody else wrote in it in the meantime.
        OverlegError: it is too long, or the meeting is closed.
    """
    overleg, recht = _open_blad(actor, deel.overleg, op)
    require(recht.reden if recht.mag_schrijven(deel) else None, WIE_SCHRIJFT)
    deel = Overlegdeel.objects.select_for_update().get(pk=deel.pk)
    tekst = tekst.replace("\r\n", "\n").strip()
    if len(tekst) > LANGSTE_TEKST:
        raise OverlegError(f"Dit is te lang voor een blad: houd het bij {LANGSTE_TEKST} tekens.")
    if tekst == deel.tekst:
        return deel
    is_vervolg = deel.gewijzigd_door_id == actor.pk and versie == deel.versie - 1 and tekst.startswith(deel.tekst)
    if versie != deel.versie and not is_vervolg:
        raise GelijktijdigError(deel)
    is_nieuw = deel.gewijzigd_op is None or deel.gewijzigd_door_id != actor.pk or op - deel.gewijzigd_op > ADEMPAUZE
    if is_nieuw and deel.gewijzigd_op is not None and deel.gewijzigd_door is not None:
        Overlegdeelversie.objects.create(
            bestuur_id=deel.bestuur_id,
            deel=deel,
            versie=deel.versie,
            tekst=deel.tekst,
            vastgelegd_op=deel.gewijzigd_op,
            door=deel.gewijzigd_door,
        )
    deel.tekst, deel.versie, deel.gewijzigd_op, deel.gewijzigd_door = tekst, deel.versie + 1, op, actor
    deel.save(update_fields=["tekst", "versie", "gewijzigd_op", "gewijzigd_door"])
    _gehouden(overleg, op)
    if is_nieuw:
        log_overleg(actor, overleg, "save_overlegdeel", recht.reden, op)
    return deel


@transaction.atomic
def add_besluit(
    *,
    actor: Account,
    overleg: Overleg,
    op: datetime,
    gegevens: Besluitgegevens | None = None,
    sleutel: UUID | None = None,
) -> Besluit:
    """Add a decision, empty or at once with who and when; of one pupil when the meeting is about one.

    Raises:
        GeenToegangError: the actor writes down no decisions here.
        OverlegError: it is too long, the owner is of another meeting, or the meeting is closed.
    """
    overleg, recht = _open_blad(actor, overleg, op)
    require(recht.reden if recht.besluit_mee else None, WIE_SCHRIJFT)
    gegevens = gegevens or Besluitgegevens(wat="", eigenaar=None, uiterlijk_op=None)
    _check_besluit(overleg, gegevens)
    besluit = Besluit.objects.create(
        bestuur_id=overleg.bestuur_id,
        overleg=overleg,
        leerling=overleg.leerling or gegevens.leerling,
        sleutel=sleutel,
        wat=gegevens.wat.strip(),
        eigenaar=gegevens.eigenaar,
        uiterlijk_op=gegevens.uiterlijk_op,
        gewijzigd_op=op,
        gewijzigd_door=actor,
    )
    keep_nieuw([besluit], op=op)
    _gehouden(overleg, op)
    log_overleg(actor, overleg, "add_besluit", recht.reden, op)
    return besluit


@transaction.atomic
def put_besluit(
    *, actor: Account, overleg: Overleg, sleutel: UUID, gegevens: Besluitgegevens, versie: int, op: datetime
) -> Besluit:
    """Add a decision that somebody's screen made and named, or change it; sent twice it is there once.

    `versie` is 0 as long as that screen had no answer: then what it wrote last follows on what it wrote before.

    Raises:
        GeenToegangError: the actor writes down no decisions here.
        GelijktijdigError: somebody else changed it in the meantime.
        OverlegError: it cannot be so, somebody else took it away, or the meeting is closed.
    """
    overleg, _recht = _open_blad(actor, overleg, op)
    besluit = Besluit.objects.filter(overleg=overleg, sleutel=sleutel).first()
    if besluit is None and versie:
        raise OverlegError("Iemand haalde dit besluit weg. Wat u schreef staat alleen nog op dit scherm.")
    if besluit is None:
        return add_besluit(actor=actor, overleg=overleg, gegevens=gegevens, sleutel=sleutel, op=op)
    besluit.overleg = overleg
    is_vervolg = versie == 0 and besluit.gewijzigd_door_id == actor.pk
    gezien = besluit.versie if is_vervolg else versie
    return save_besluit(actor=actor, besluit=besluit, gegevens=gegevens, versie=gezien, op=op)


@transaction.atomic
def save_besluit(*, actor: Account, besluit: Besluit, gegevens: Besluitgegevens, versie: int, op: datetime) -> Besluit:
    """Change a decision; `versie` is the one the writer saw.

    Raises:
        GeenToegangError: the actor writes down no decisions here.
        GelijktijdigError: somebody else changed it in the meantime.
        OverlegError: it is too long, the owner is of another meeting, or the meeting is closed.
    """
    overleg, recht = _open_blad(actor, besluit.overleg, op)
    require(recht.reden if recht.besluit_mee else None, WIE_SCHRIJFT)
    besluit = Besluit.objects.select_for_update().get(pk=besluit.pk)
    _check_besluit(overleg, gegevens)
    leerling = overleg.leerling or gegevens.leerling
    nieuw = (gegevens.wat.strip(), gegevens.eigenaar, gegevens.uiterlijk_op, leerling)
    if nieuw == (besluit.wat, besluit.eigenaar, besluit.uiterlijk_op, besluit.leerling):
        return besluit
    if versie != besluit.versie:
        raise GelijktijdigError(besluit)
    is_nieuw = besluit.gewijzigd_door_id != actor.pk or op - besluit.gewijzigd_op > ADEMPAUZE
    keep_dag([besluit], VAN_BESLUIT, eerder=besluit.gewijzigd_op, op=op)
    besluit.wat, besluit.eigenaar, besluit.uiterlijk_op, besluit.leerling = nieuw
    besluit.versie, besluit.gewijzigd_op, besluit.gewijzigd_door = besluit.versie + 1, op, actor
    besluit.save(
        update_fields=["wat", "eigenaar", "uiterlijk_op", "leerling", "versie", "gewijzigd_op", "gewijzigd_door"]
    )
    if is_nieuw:
        log_overleg(actor, overleg, "save_besluit", recht.reden, op)
    return besluit


@transaction.atomic
def remove_besluit(*, actor: Account, besluit: Besluit, op: datetime) -> None:
    """Take a decision off the sheet.

    Raises:
        GeenToegangError: the actor writes down no decisions here.
        OverlegError: the meeting is closed.
    """
    overleg, recht = _open_blad(actor, besluit.overleg, op)
    require(recht.reden if recht.besluit_mee else None, WIE_SCHRIJFT)
    keep_weg([besluit], op=op)
    besluit.delete()
    log_overleg(actor, overleg, "remove_besluit", recht.reden, op)


@transaction.atomic
def complete_besluit(*, actor: Account, besluit: Besluit, op: datetime, is_gedaan: bool = True) -> None:
    """Say that what was decided is done, or after all is not; saying it twice keeps the first moment.

    Raises:
        GeenToegangError: the actor is not the one who does it, and does not plan meetings here.
    """
    overleg = besluit.overleg
    recht = require_overlegrecht(actor, overleg, op=op)
    van_mij = besluit.eigenaar in mijn_deelnames(account=actor)
    require(recht.reden if van_mij or recht.beheert else None, WIE_DOET_HET)
    if (besluit.gedaan_op is not None) == is_gedaan:
        return
    keep_vorig([besluit], ["gedaan_op", "gedaan_door_id"], op=op)
    besluit.gedaan_op, besluit.gedaan_door = (op, actor) if is_gedaan else (None, None)
    besluit.save(update_fields=["gedaan_op", "gedaan_door"])
    log_overleg(actor, overleg, "complete_besluit" if is_gedaan else "reopen_besluit", recht.reden, op)


@transaction.atomic
def set_stuk(*, actor: Account, overleg: Overleg, stuk: Dossierstuk, ligt_erop: bool, op: datetime) -> None:
    """Lay a piece of the file on the sheet, or take it off.

    Raises:
        GeenToegangError: the actor plans no meetings here, or may not read the piece.
        OverlegError: it is about signs of abuse, of another file, or the meeting is closed.
    """
    overleg, recht = _open_blad(actor, overleg, op)
    mag = recht.beheert and recht.inzage is not None and recht.inzage.mag_lezen(stuk)
    require(recht.reden if mag else None, WIE_PLANT)
    if stuk.vertrouwelijkheid == Vertrouwelijkheid.MELDCODE or stuk.leerling_id != overleg.leerling_id:
        raise OverlegError("Dit stuk komt niet op een blad dat anderen zien.")
    if ligt_erop:
        Overlegstuk.objects.get_or_create(bestuur_id=overleg.bestuur_id, overleg=overleg, stuk=stuk)
    else:
        Overlegstuk.objects.filter(overleg=overleg, stuk=stuk).delete()
    log_overleg(actor, overleg, "set_overlegstuk", recht.reden, op)


def _open_blad(actor: Account, overleg: Overleg, op: datetime) -> tuple[Overleg, Overlegrecht]:
    """The meeting as it is now, held until the end, and what the actor may do with it.

    Raises:
        GeenToegangError: the actor may not even read it.
        DichtError: it is closed or called off.
    """
    recht = require_overlegrecht(actor, overleg, op=op)
    overleg = Overleg.objects.select_for_update().get(pk=overleg.pk)
    if overleg.stand in {Overlegstand.GESLOTEN, Overlegstand.AFGEZEGD}:
        raise DichtError(overleg)
    return overleg, recht


def _gehouden(overleg: Overleg, op: datetime) -> None:
    """A meeting in which somebody writes after it began is one that is held."""
    if overleg.stand == Overlegstand.GEPLAND and op >= overleg.begint_op:
        overleg.stand = Overlegstand.GEHOUDEN.value
        overleg.save(update_fields=["stand"])


def _check_besluit(overleg: Overleg, gegevens: Besluitgegevens) -> None:
    if len(gegevens.wat.strip()) > LANGSTE_BESLUIT:
        raise OverlegError(f"Een besluit is een zin: houd het bij {LANGSTE_BESLUIT} tekens.")
    if gegevens.eigenaar is not None and gegevens.eigenaar.overleg_id != overleg.pk:
        raise OverlegError("Kies iemand die bij dit overleg is.")
    if gegevens.uiterlijk_op is not None and gegevens.uiterlijk_op < overleg.begint_op.date():
        raise OverlegError("Deze dag ligt voor het overleg. Kies een dag die nog komt.")
