"""A file about pupils is handed in, its columns are told, it is carried out or thrown away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from passend.begrippen.opgave import Invoerinhoud, Invoersoort, Opgave
from passend.begrippen.opgaveformaat import pak_opgave_in
from passend.begrippen.rollen import Logsoort, Reden
from passend.leerlingen.actions.invoeruitvoering import voer_uit
from passend.leerlingen.actions.leerlingen import INSTALLATIE, LeerlingError, mag_beheren
from passend.leerlingen.actions.uitschrijfpoort import why_may_not_leave
from passend.leerlingen.models import Invoer, Kolomkoppeling, Leerling
from passend.leerlingen.queries.invoer import (
    BLIJFT,
    GEZIEN,
    VESTIGING,
    get_koppeling,
    get_opgave,
    get_vergelijking,
    is_open,
    list_groepseinden,
)
from passend.organisaties.models import Vestiging
from passend.organisaties.queries import get_vestiging
from passend.regels.leerlinginvoer import VREEMD, Vergelijking, laat_weg
from passend.regels.opgavecontrole import bezwaar_vestiging, check_bestand, is_andere_vestiging
from passend.toegang.actions import log_handeling
from passend.toegang.models import Account

NIET_MEER = (
    "Dit bestand is er niet meer: het is al uitgevoerd, weggegooid, of ouder dan een dag. "
    "Kijk op de lijst wat ermee gebeurde, of lever het opnieuw in."
)
VERANDERD = (
    "Sinds u keek is er iets veranderd in Passend, dus wat u nakeek klopt niet meer. "
    "Er is niets overgenomen. Kijk de lijsten hieronder opnieuw na."
)


class InvoerError(LeerlingError):
    """A file that cannot be taken in; the text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanlevering[O]:
    """A file as it was read: what must be told about, such as its columns, and what it says once that is known."""

    soort: Invoersoort
    bestandsnaam: str
    tabel: bytes | None = None
    opgave: O | None = None
    koppeling: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoerkeuze:
    """What somebody decided after looking: what to leave out, who left and when, and what they looked at.

    `overslaan` has the `kenmerk` of each line that is left out.
    `eindigen` has the keys of what teachers teach that the file gives to others, and that ends.
    `is_van_hier` says that they know that the file is of this school, although hardly anybody in it is known;
    `is_heel` that they know it to be whole, although it ends as if a part is missing.
    """

    kenmerk: str
    overslaan: frozenset[str] = frozenset()
    uitschrijven: Mapping[UUID, date] = field(default_factory=dict)
    eindigen: frozenset[int] = frozenset()
    is_van_hier: bool = False
    is_heel: bool = False


@transaction.atomic
def prepare_invoer(*, actor: Account, vestiging: Vestiging, aanlevering: Aanlevering[Opgave], op: datetime) -> Invoer:
    """Keep a file that was read, for a day; of the pupils nothing changes. Files of before that day are emptied.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        InvoerError: the file is of another school or year, or has nobody in it.
    """
    reden = mag_beheren(actor, vestiging, op)
    if aanlevering.opgave is not None:
        _check(aanlevering.opgave, vestiging, op)
    opgave = pak_opgave_in(aanlevering.opgave) if aanlevering.opgave else None
    rij = nieuwe_invoer(vestiging, Invoerinhoud.LEERLINGEN, aanlevering, opgave)
    return bewaar_invoer(rij, actor=actor, reden=reden, op=op)


@transaction.atomic
def map_invoer(
    *,
    actor: Account,
    invoer: Invoer,
    koppeling: Mapping[str, Any],
    opgave: Opgave,
    op: datetime,
    koppen: Sequence[str] = (),
) -> None:
    """Say what the columns of a file mean, or which of its sites this is; that is remembered for the next file.

    `koppen` are all headings of the file: of another one it is not said yet whether it should be read.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        InvoerError: nothing is left of the file, or it has nobody in it.
    """
    reden = mag_beheren(actor, invoer.vestiging, op)
    vers = houd_open(invoer, op)
    _check(opgave, invoer.vestiging, op)
    vers.koppeling, vers.opgave = dict(koppeling), pak_opgave_in(opgave)
    eerder = get_koppeling(vestiging=invoer.vestiging)
    vestiging = {naam: wat for naam, wat in eerder.items() if naam == VESTIGING}
    blijft = eerder if VESTIGING in koppeling else vestiging | ({GEZIEN: list(koppen)} if koppen else {})
    onthoud_koppeling(vers, blijft, actor=actor, reden=reden, op=op)


@transaction.atomic
def execute_invoer(*, actor: Account, invoer: Invoer, keuze: Invoerkeuze, op: datetime) -> dict[str, int]:
    """Take over what a file says, whole or not at all; nothing of the file itself is left after that.

    Returns:
        How many of each there were.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        InvoerError: nothing is left of the file, or what it changes is no longer what the actor looked at.
        LeerlingError: somebody cannot leave on the day that was filled in.
    """
    reden = mag_beheren(actor, invoer.vestiging, op)
    vers = houd_open(invoer, op)
    opgave = get_opgave(vers)
    if opgave is None:
        raise InvoerError("Zeg eerst wat er in de kolommen staat. Daarna kunt u het nakijken en uitvoeren.")
    vergelijking = get_vergelijking(vestiging=vers.vestiging, opgave=opgave, peildatum=op.date())
    if vergelijking.kenmerk != keuze.kenmerk:
        raise InvoerError(VERANDERD)
    if vergelijking.is_vreemd and not keuze.is_van_hier:
        raise InvoerError(VREEMD)
    if opgave.twijfel and not keuze.is_heel:
        raise InvoerError(opgave.twijfel)
    einden = list_groepseinden(vestiging=vers.vestiging, opgave=opgave, peildatum=op.date())
    if keuze.eindigen - {een.taak.pk for een in einden}:
        raise InvoerError(VERANDERD)
    over = laat_weg(vergelijking, opgave, keuze.overslaan)
    aantallen = voer_uit(
        vestiging=vers.vestiging,
        opgave=opgave,
        vergelijking=over,
        uitschrijven=_check_uitschrijven(vergelijking, keuze.uitschrijven, op.date()),
        eindigen=keuze.eindigen,
        door=actor,
        op=op,
    )
    vers.aantallen = aantallen | {"overgeslagen": len(vergelijking.overgenomen) - len(over.overgenomen)}
    sluit_invoer(vers, "uitgevoerd", op)
    log_invoer(actor, invoer, "execute_invoer", reden, op)
    return dict(vers.aantallen)


@transaction.atomic
def discard_invoer(*, actor: Account, invoer: Invoer, op: datetime) -> None:
    """Throw away a file that was handed in by mistake, and everything that was read from it.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        InvoerError: nothing is left of it already.
    """
    reden = mag_beheren(actor, invoer.vestiging, op)
    sluit_invoer(houd_open(invoer, op), "vervallen", op)
    log_invoer(actor, invoer, "discard_invoer", reden, op)


@transaction.atomic
def expire_invoeren(*, bestuur: int, op: datetime) -> int:
    """Empty what waited longer than a day, at every school of a board.

    Must be called within the scope of that board.

    Returns:
        How many files there were.
    """
    aantal = laat_vervallen(Invoer.objects.filter(bestuur=bestuur, ingelezen_op__lte=op - BLIJFT), op)
    if aantal:
        log_handeling(
            account=None,
            handeling="expire_invoeren",
            onderwerp=f"bestuur:{bestuur}",
            reden=INSTALLATIE,
            op=op,
            bestuur=bestuur,
        )
    return aantal


def nieuwe_invoer(
    vestiging: Vestiging, inhoud: Invoerinhoud, aanlevering: Aanlevering[Any], opgave: bytes | None
) -> Invoer:
    """A file as a row that is not stored yet; a part of an action."""
    return Invoer(
        bestuur_id=vestiging.bestuur_id,
        vestiging=vestiging,
        inhoud=inhoud,
        soort=aanlevering.soort,
        bestandsnaam=aanlevering.bestandsnaam[-200:],
        koppeling=dict(aanlevering.koppeling),
        tabel=aanlevering.tabel,
        opgave=opgave,
    )


def bewaar_invoer(invoer: Invoer, *, actor: Account, reden: Reden, op: datetime) -> Invoer:
    """Keep a file, and empty those of before its day; a part of an action."""
    laat_vervallen(Invoer.objects.filter(vestiging=invoer.vestiging, ingelezen_op__lte=op - BLIJFT), op)
    invoer.ingelezen_op, invoer.ingelezen_door = op, actor
    invoer.save()
    log_invoer(actor, invoer, "prepare_invoer", reden, op)
    return invoer


def onthoud_koppeling(invoer: Invoer, blijft: Mapping[str, Any], *, actor: Account, reden: Reden, op: datetime) -> None:
    """Store what was told about a file, and remember it for the next beside what stays; a part of an action."""
    invoer.save(update_fields=["koppeling", "opgave"])
    Kolomkoppeling.objects.update_or_create(
        bestuur_id=invoer.bestuur_id,
        vestiging=invoer.vestiging,
        inhoud=invoer.inhoud,
        defaults={"koppeling": {**blijft, **invoer.koppeling}, "op": op, "door": actor},
    )
    log_invoer(actor, invoer, "map_invoer", reden, op)


def check_vestiging(van_bestand: str, vestiging: Vestiging) -> None:
    """Refuse a file of another site that is here too; a part of an action.

    Raises:
        InvoerError: it is.
    """
    if is_andere_vestiging(van_bestand, code=vestiging.code) and get_vestiging(code=van_bestand):
        raise InvoerError(bezwaar_vestiging(van_bestand, code=vestiging.code))


def laat_vervallen(invoeren: Any, op: datetime) -> int:
    """Empty those of some files that still wait; a part of an action."""
    oud = invoeren.filter(stand="concept")
    return int(oud.update(stand="vervallen", tabel=None, opgave=None, bestandsnaam="", afgerond_op=op))


def houd_open(invoer: Invoer, op: datetime) -> Invoer:
    """The file as it is now, held; a part of an action. Two people who press at once carry it out once."""
    vers = Invoer.objects.select_for_update().select_related("vestiging").filter(pk=invoer.pk).first()
    if vers is None or not is_open(vers, op=op):
        raise InvoerError(NIET_MEER)
    return vers


def sluit_invoer(invoer: Invoer, stand: str, op: datetime) -> None:
    """Say what became of a file, and wipe what was in it; a part of an action."""
    invoer.stand, invoer.afgerond_op = stand, op
    invoer.tabel = invoer.opgave = None
    invoer.bestandsnaam = ""
    invoer.save(update_fields=["stand", "afgerond_op", "tabel", "opgave", "bestandsnaam", "aantallen"])


def _check(opgave: Opgave, vestiging: Vestiging, op: datetime) -> None:
    if bezwaar := check_bestand(opgave, brin=vestiging.brin, peildatum=op.date()):
        raise InvoerError(bezwaar)
    if len(opgave.vestigingen) <= 1:
        check_vestiging(opgave.brin, vestiging)
    if not opgave.leerlingen and not opgave.weigeringen:
        raise InvoerError("In dit bestand staat geen leerling van deze school. Kies een ander bestand.")


def _check_uitschrijven(vergelijking: Vergelijking, gekozen: Mapping[UUID, date], vandaag: date) -> dict[int, date]:
    """Who leave and when, by the key of the row; only who is on the list of those who are gone, and may leave."""
    verdwenen = {een.bekende.sleutel: een.bekende for een in vergelijking.verdwenen}
    if set(gekozen) - set(verdwenen):
        raise InvoerError("Iemand die u aanvinkte staat niet bij wie weg is. Kijk de lijsten opnieuw na.")
    for leerling in Leerling.objects.filter(sleutel__in=gekozen).select_related("vestiging"):
        if zin := why_may_not_leave(leerling, op=vandaag):
            raise InvoerError(f"{leerling}: {zin}")
    return {verdwenen[sleutel].pk: dag for sleutel, dag in gekozen.items()}


def log_invoer(
    actor: Account,
    invoer: Invoer,
    handeling: str,
    reden: Reden,
    op: datetime,
    soort: Logsoort = Logsoort.WIJZIGEN,
) -> None:
    """Write down what was done with a file, or that somebody looked in it."""
    log_handeling(
        account=actor,
        handeling=handeling,
        onderwerp=f"invoer:{invoer.pk}",
        reden=reden,
        op=op,
        bestuur=invoer.bestuur_id,
        soort=soort,
    )
