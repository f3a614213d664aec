"""Closing a meeting, and opening it again on the same day when that was too early."""

from datetime import datetime

from django.db import transaction

from passend.begrippen.overleg import Deelsoort, Overlegstand
from passend.leerlingen.permissions import require
from passend.overleggen.actions.overleg import OverlegError, log_overleg
from passend.overleggen.models import Besluit, Overleg, Overlegdeel
from passend.overleggen.permissions import WIE_PLANT, why_may_plan
from passend.overleggen.queries.blad import list_delen
from passend.overleggen.queries.overleggen import list_deelnemers
from passend.regels.overleg import Besluitfeiten, mag_heropenen, nog_niet_ingevuld, schrijft_nog, sluitbezwaren
from passend.toegang.models import Account

KIJK = frozenset({Deelsoort.KIND, Deelsoort.OUDERS})


class SchrijftNogError(OverlegError):
    """Somebody else is still typing; it can be closed all the same by who says so."""


@transaction.atomic
def close_overleg(*, actor: Account, overleg: Overleg, op: datetime, is_toch_gesloten: bool = False) -> None:
    """Close a meeting: from now on nobody writes in its sheet, and its decisions are tasks of their owners.

    Raises:
        GeenToegangError: the actor plans no meetings here.
        OverlegError: a decision has no owner or no day, or the meeting is still to come.
        SchrijftNogError: another is typing, and the actor did not say to close it all the same.
    """
    reden = require(why_may_plan(actor, overleg.vestiging, op=op), WIE_PLANT)
    overleg = Overleg.objects.select_for_update().get(pk=overleg.pk)
    if bezwaren := get_sluitbezwaren(overleg=overleg, op=op):
        raise OverlegError(*bezwaren)
    if not is_toch_gesloten and (wie := list_schrijvers(behalve=actor, overleg=overleg, op=op)):
        raise SchrijftNogError(f"Er wordt nog geschreven, door {', '.join(wie)}. Sluit over een halve minuut.")
    overleg.stand, overleg.gesloten_op, overleg.gesloten_door = Overlegstand.GESLOTEN.value, op, actor
    overleg.save(update_fields=["stand", "gesloten_op", "gesloten_door"])
    log_overleg(actor, overleg, "close_overleg", reden, op)


@transaction.atomic
def reopen_overleg(*, actor: Account, overleg: Overleg, op: datetime) -> None:
    """Open a meeting again that was closed too early, so that what somebody still had can be written down.

    Raises:
        GeenToegangError: the actor plans no meetings here.
        OverlegError: it is not closed, or longer than a day ago.
    """
    reden = require(why_may_plan(actor, overleg.vestiging, op=op), WIE_PLANT)
    overleg = Overleg.objects.select_for_update().get(pk=overleg.pk)
    if not mag_heropenen(stand=Overlegstand(overleg.stand), gesloten_op=overleg.gesloten_op, op=op):
        raise OverlegError("Een gesloten overleg kan een dag lang weer open. Plan daarna een nieuw overleg.")
    overleg.stand, overleg.gesloten_op, overleg.gesloten_door = Overlegstand.GEHOUDEN.value, None, None
    overleg.save(update_fields=["stand", "gesloten_op", "gesloten_door"])
    log_overleg(actor, overleg, "reopen_overleg", reden, op)


def get_sluitbezwaren(*, overleg: Overleg, op: datetime) -> tuple[str, ...]:
    """Why a meeting cannot be closed now; nothing when it can."""
    besluiten = _besluitfeiten(overleg)
    return sluitbezwaren(stand=Overlegstand(overleg.stand), begint_op=overleg.begint_op, besluiten=besluiten, op=op)


def get_ontbreekt_nog(*, overleg: Overleg) -> tuple[str, ...]:
    """What the minutes will lack when it is closed now; nothing when all is there."""
    delen = list_delen(overleg=overleg)
    tekst = {Deelsoort(deel.soort): deel.tekst for deel in delen}
    return nog_niet_ingevuld(
        vraag=tekst.get(Deelsoort.VRAAG),
        doelen=tekst.get(Deelsoort.DOELEN),
        zonder_kijk=[_van_wie(overleg, deel) for deel in delen if deel.soort in KIJK and not deel.tekst.strip()],
        besluiten=_besluitfeiten(overleg),
        zonder_aanwezigheid=[een.naam for een in list_deelnemers(overleg=overleg) if een.is_aanwezig is None],
    )


def _van_wie(overleg: Overleg, deel: Overlegdeel) -> str:
    """Whose view a part holds."""
    if deel.soort == Deelsoort.KIND:
        return overleg.leerling.voornaam if overleg.leerling else ""
    return deel.ouder.naam if deel.ouder else "de ouders"


def list_schrijvers(*, behalve: Account, overleg: Overleg, op: datetime) -> tuple[str, ...]:
    """The names of who, besides one person, wrote on the sheet just now."""
    delen = Overlegdeel.objects.filter(overleg=overleg, gewijzigd_door__isnull=False).select_related("gewijzigd_door")
    besluiten = Besluit.objects.filter(overleg=overleg).select_related("gewijzigd_door")
    geschreven: list[Overlegdeel | Besluit] = [*delen, *besluiten]
    rijen = [
        (str(een.gewijzigd_door), een.gewijzigd_op)
        for een in geschreven
        if een.gewijzigd_op is not None and een.gewijzigd_door_id != behalve.pk
    ]
    return schrijft_nog(rijen, op=op)


def _besluitfeiten(overleg: Overleg) -> list[Besluitfeiten]:
    return [
        Besluitfeiten(wat=een.wat, heeft_eigenaar=een.eigenaar_id is not None, uiterlijk_op=een.uiterlijk_op)
        for een in Besluit.objects.filter(overleg=overleg).order_by("pk")
    ]
