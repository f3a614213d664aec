"""Noting what helps a pupil, what is in the way and what they need: saved as typed, two people at once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from passend.begrippen.hgw import Kenmerksoort
from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import Reden
from passend.leerlingen.actions.leerlingen import log_leerling
from passend.leerlingen.actions.vorig import keep_vorig
from passend.leerlingen.models import Leerling
from passend.leerlingen.permissions import WIE_SCHRIJFT, get_inzage, require, why_may_write
from passend.plannen.models import Clusterbehoefte, Leerlingkenmerk, Planregel
from passend.plannen.queries.kenmerken import geldige_kenmerken
from passend.regels.inschrijving import bezwaar_als_weg
from passend.regels.kenmerken import check_kenmerken, lees_kenmerken, voeg_samen
from passend.toegang.models import Account


class PlanError(ValueError):
    """Something of a plan that cannot be; the text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgeslagen:
    """What is there after saving: the keys of what the writer wrote, and what others wrote in between."""

    gezien: tuple[int, ...]
    van_anderen: tuple[str, ...]


def mag_schrijven(actor: Account, leerling: Leerling, op: datetime) -> Reden:
    """Why somebody writes in the ordinary file of a pupil.

    Raises:
        GeenToegangError: they do not.
    """
    inzage = get_inzage(actor, leerling, op=op)
    return require(why_may_write(inzage, Vertrouwelijkheid.GEWOON) if inzage else None, WIE_SCHRIJFT)


def check_op_school(leerling: Leerling, op: datetime) -> None:
    """Refuse to begin anything for a pupil who left.

    Raises:
        PlanError: they left before today.
    """
    if bezwaar := bezwaar_als_weg(leerling.uitgeschreven_op, op.date()):
        raise PlanError(bezwaar)


@transaction.atomic
def save_kenmerken(
    *, actor: Account, leerling: Leerling, soort: Kenmerksoort, tekst: str, gezien: Collection[int], op: datetime
) -> Opgeslagen:
    """Save the phrases of one kind, one a line; what a colleague wrote in between stays.

    Args:
        actor: who writes.
        leerling: the pupil.
        soort: the kind.
        tekst: the phrases, one a line.
        gezien: the keys of the phrases the writer saw; only these can end.
        op: the moment.

    Raises:
        GeenToegangError: the actor does not write in this file.
        PlanError: a phrase is too long, there are too many, or the pupil left.
    """
    reden = mag_schrijven(actor, leerling, op)
    check_op_school(leerling, op)
    regels = lees_kenmerken(tekst)
    if bezwaar := check_kenmerken(regels):
        raise PlanError(bezwaar.zin)
    Leerling.objects.select_for_update().get(pk=leerling.pk)
    nu = {een.pk: een for een in geldige_kenmerken(op.date()).filter(leerling=leerling, soort=soort)}
    samen = voeg_samen(regels, gezien=list(gezien), huidig={pk: een.tekst for pk, een in nu.items()})
    for pk in samen.weg:
        _end(nu[pk], actor, op)
    nieuw = [_add(actor, leerling, soort, regel, op) for regel in samen.erbij]
    if nieuw or samen.weg:
        log_leerling(actor, leerling, "save_kenmerken", reden, op)
    return Opgeslagen(
        gezien=(*samen.gezien, *(een.pk for een in nieuw)),
        van_anderen=tuple(nu[pk].tekst for pk in samen.van_anderen),
    )


@transaction.atomic
def save_kenmerkblad(
    *,
    actor: Account,
    leerling: Leerling,
    teksten: Mapping[Kenmerksoort, str],
    gezien: Mapping[Kenmerksoort, Collection[int]],
    op: datetime,
) -> dict[Kenmerksoort, Opgeslagen]:
    """Save the phrases of every kind together; all of them or none.

    Raises:
        GeenToegangError: the actor does not write in this file.
        PlanError: a phrase is too long, or there are too many.
    """
    return {
        soort: save_kenmerken(
            actor=actor, leerling=leerling, soort=soort, tekst=tekst, gezien=gezien.get(soort, ()), op=op
        )
        for soort, tekst in teksten.items()
    }


def keep_behoefte(*, door: Account, leerling: Leerling, tekst: str, op: datetime) -> Leerlingkenmerk:
    """The need with these words that holds now; noted when it was not there yet. Whoever calls this asked who may."""
    huidig = geldige_kenmerken(op.date()).filter(leerling=leerling, soort=Kenmerksoort.BEHOEFTE.value)
    er_al = next((een for een in huidig if een.tekst.casefold() == tekst.casefold()), None)
    return er_al or _add(door, leerling, Kenmerksoort.BEHOEFTE, tekst, op)


def _add(actor: Account, leerling: Leerling, soort: Kenmerksoort, tekst: str, op: datetime) -> Leerlingkenmerk:
    return Leerlingkenmerk.objects.create(
        bestuur_id=leerling.bestuur_id,
        leerling=leerling,
        soort=soort,
        tekst=tekst,
        geldig_van=op.date(),
        vastgelegd_op=op,
        door=actor,
    )


def _end(kenmerk: Leerlingkenmerk, actor: Account, op: datetime) -> None:
    """What somebody typed today and types over is no history; what a plan hangs on, or another wrote, stays as such."""
    is_van_nu = kenmerk.geldig_van == op.date() and kenmerk.door_id == actor.pk
    if is_van_nu and not any(tabel.objects.filter(kenmerk=kenmerk).exists() for tabel in (Planregel, Clusterbehoefte)):
        kenmerk.delete()
        return
    keep_vorig([kenmerk], ["geldig_tot_en_met", "beeindigd_door_id"], op=op)
    kenmerk.geldig_tot_en_met, kenmerk.beeindigd_door = op.date() - timedelta(days=1), actor
    kenmerk.save(update_fields=["geldig_tot_en_met", "beeindigd_door"])
