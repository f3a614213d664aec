"""Planning a meeting, moving it and calling it off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.overleg import DELEN_VAN, Deelnemerrol, Deelsoort, Overlegsoort, Overlegstand
from passend.begrippen.rollen import Reden, Rolsoort
from passend.leerlingen.actions.leerlingen import log_leerling
from passend.leerlingen.models import Dossierstuk, Groepsplaatsing, Leerling, Ouderrelatie
from passend.leerlingen.permissions import require
from passend.leerlingen.queries.leerlingen import list_ouders
from passend.organisaties.models import Groep
from passend.overleggen.models import Overleg, Overlegdeel, Overlegdeelnemer, Overlegstuk
from passend.overleggen.permissions import WIE_PLANT, why_may_plan
from passend.overleggen.queries.overleggen import adres_van, list_leerlingen_van
from passend.regels.overleg import mag_achteraf
from passend.toegang.actions import log_handeling
from passend.toegang.models import Account, Groepstaak
from passend.toegang.queries import rolsoorten_bij

KORTSTE, LANGSTE, LANGSTE_PLAATS = 5, 480, 160
VERSTE = timedelta(days=366)
_ROLLEN = {
    Rolsoort.INTERN_BEGELEIDER: Deelnemerrol.INTERN_BEGELEIDER,
    Rolsoort.DIRECTEUR: Deelnemerrol.DIRECTEUR,
    Rolsoort.LEERKRACHT: Deelnemerrol.LEERKRACHT,
}


class OverlegError(ValueError):
    """Something about a meeting that cannot be; the text says what to do."""


class AlVoorbijError(OverlegError):
    """The moment is over, and not so long ago that the talk cannot be noted any more by who says that it was held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overleggegevens:
    """When and where a meeting is."""

    begint_op: datetime
    minuten: int
    plaats: str


def log_overleg(actor: Account | None, overleg: Overleg, handeling: str, reden: Reden, op: datetime) -> None:
    """Write down what was done with a meeting: in the log of the pupil, where parents see it, or under the meeting."""
    if overleg.leerling is not None:
        log_leerling(actor, overleg.leerling, handeling, reden, op)
        return
    log_handeling(
        account=actor,
        handeling=handeling,
        onderwerp=f"overleg:{overleg.pk}",
        reden=reden,
        op=op,
        bestuur=overleg.bestuur_id,
    )


@transaction.atomic
def plan_overleg(
    *,
    actor: Account,
    over: Leerling | Groep,
    soort: Overlegsoort,
    gegevens: Overleggegevens,
    op: datetime,
    is_achteraf: bool = False,
) -> Overleg:
    """Plan a meeting: its sheet is laid out, with what the ordinary file has on it and with who belongs there.

    Who says that it was held already notes it afterwards: nobody is invited, and it can be closed at once.

    Raises:
        AlVoorbijError: its moment is over, and the actor did not say that it was held.
        GeenToegangError: the actor plans no meetings here.
        OverlegError: a group has another kind of meeting than a pupil, or the time cannot be.
    """
    reden = require(why_may_plan(actor, over.vestiging, op=op), WIE_PLANT)
    leerling, groep = (over, None) if isinstance(over, Leerling) else (None, over)
    if (groep is not None) != (soort is Overlegsoort.GROEPSBESPREKING):
        raise OverlegError("Een groepsbespreking gaat over een groep, de andere overleggen over een leerling.")
    _check(gegevens, op, is_achteraf=is_achteraf)
    is_geweest = gegevens.begint_op < op
    overleg = Overleg.objects.create(
        bestuur_id=over.bestuur_id,
        soort=soort,
        vestiging=over.vestiging,
        leerling=leerling,
        groep=groep,
        begint_op=gegevens.begint_op,
        minuten=gegevens.minuten,
        plaats=gegevens.plaats.strip(),
        stand=(Overlegstand.GEHOUDEN if is_geweest else Overlegstand.GEPLAND).value,
        gepland_op=op,
        gepland_door=actor,
    )
    ouders = _ouders_met_gezag(overleg, op)
    _leg_klaar(overleg, ouders)
    _zet_deelnemers(overleg, ouders, actor, op)
    if is_geweest:
        log_overleg(actor, overleg, "note_overleg", reden, op)
    else:
        log_overleg(actor, overleg, "plan_overleg", reden, op)
    return overleg


@transaction.atomic
def move_overleg(*, actor: Account, overleg: Overleg, gegevens: Overleggegevens, op: datetime) -> None:
    """Let a meeting be at another time or place; who was asked must be told anew.

    Raises:
        GeenToegangError: the actor plans no meetings here.
        OverlegError: it is no plan any more, or the time cannot be.
    """
    reden = require(why_may_plan(actor, overleg.vestiging, op=op), WIE_PLANT)
    _check(gegevens, op)
    overleg = _gepland(overleg)
    nieuw = (gegevens.begint_op, gegevens.minuten, gegevens.plaats.strip())
    if nieuw == (overleg.begint_op, overleg.minuten, overleg.plaats):
        return
    overleg.begint_op, overleg.minuten, overleg.plaats = nieuw
    overleg.volgnummer += 1
    overleg.save(update_fields=["begint_op", "minuten", "plaats", "volgnummer"])
    log_overleg(actor, overleg, "move_overleg", reden, op)


@transaction.atomic
def cancel_overleg(*, actor: Account, overleg: Overleg, op: datetime) -> None:
    """Call a meeting off; who was asked must be told.

    Raises:
        GeenToegangError: the actor plans no meetings here.
        OverlegError: it was held already.
    """
    reden = require(why_may_plan(actor, overleg.vestiging, op=op), WIE_PLANT)
    overleg = _gepland(overleg)
    overleg.stand, overleg.volgnummer = Overlegstand.AFGEZEGD.value, overleg.volgnummer + 1
    overleg.save(update_fields=["stand", "volgnummer"])
    log_overleg(actor, overleg, "cancel_overleg", reden, op)


def _check(gegevens: Overleggegevens, op: datetime, *, is_achteraf: bool | None = None) -> None:
    """Look at the moment, the length and the place; `is_achteraf` is None for what cannot be noted afterwards."""
    if gegevens.begint_op < op and not (is_achteraf and mag_achteraf(gegevens.begint_op, op=op)):
        if is_achteraf is None:
            raise OverlegError("Dit tijdstip is al voorbij. Kies een dag en een tijd die nog komen.")
        if not mag_achteraf(gegevens.begint_op, op=op):
            raise OverlegError(
                "Dit tijdstip is al voorbij, en langer dan zes weken geleden. Kies een dag die nog komt."
            )
        raise AlVoorbijError("Dit tijdstip is al voorbij. Was het gesprek er al? Noteer het dan achteraf.")
    if gegevens.begint_op > op + VERSTE:
        raise OverlegError("Dit overleg ligt meer dan een jaar weg. Kijk het jaar na.")
    if not KORTSTE <= gegevens.minuten <= LANGSTE:
        raise OverlegError(f"Een overleg duurt tussen {KORTSTE} en {LANGSTE} minuten. Vul een ander getal in.")
    if len(gegevens.plaats.strip()) > LANGSTE_PLAATS:
        raise OverlegError(f"De plaats is te lang: houd het bij {LANGSTE_PLAATS} tekens.")


def _gepland(overleg: Overleg) -> Overleg:
    """The meeting as it is now, held until the end.

    Raises:
        OverlegError: it was held, closed or called off.
    """
    overleg = Overleg.objects.select_for_update().get(pk=overleg.pk)
    if overleg.stand != Overlegstand.GEPLAND:
        raise OverlegError("Dit overleg is al gehouden of afgezegd. Plan een nieuw overleg.")
    return overleg


def _ouders_met_gezag(overleg: Overleg, op: datetime) -> list[Ouderrelatie]:
    """The parents who take part: at an MDO those with authority, at another meeting nobody."""
    if overleg.leerling is None or overleg.soort != Overlegsoort.MDO:
        return []
    return [ouder for ouder in list_ouders(leerling=overleg.leerling, peildatum=op.date()) if ouder.heeft_gezag]


def _leg_klaar(overleg: Overleg, ouders: Sequence[Ouderrelatie]) -> None:
    """The parts of the sheet, and the pieces of the ordinary file; care is put on it by hand, or not at all.

    Each parent has a part of their own; where none takes part there is one for what parents said.
    """
    soorten = DELEN_VAN[Overlegsoort(overleg.soort)]
    delen = [
        Overlegdeel(bestuur_id=overleg.bestuur_id, overleg=overleg, leerling=overleg.leerling, soort=soort, ouder=ouder)
        for soort in soorten
        for ouder in (ouders if ouders and soort is Deelsoort.OUDERS else [None])
    ]
    if overleg.groep is not None:
        delen += [
            Overlegdeel(
                bestuur_id=overleg.bestuur_id, overleg=overleg, leerling=leerling, soort=Deelsoort.LEERLING.value
            )
            for leerling in list_leerlingen_van(overleg=overleg)
        ]
    Overlegdeel.objects.bulk_create(delen)
    if overleg.leerling is not None:
        stukken = Dossierstuk.objects.filter(leerling=overleg.leerling, vertrouwelijkheid=Vertrouwelijkheid.GEWOON)
        Overlegstuk.objects.bulk_create(
            Overlegstuk(bestuur_id=overleg.bestuur_id, overleg=overleg, stuk=stuk) for stuk in stukken
        )


def _zet_deelnemers(overleg: Overleg, ouders: Sequence[Ouderrelatie], actor: Account, op: datetime) -> None:
    """Who plans it, who teaches the group, and at an MDO the parents with authority and the pupil."""
    eigen = rolsoorten_bij(account=actor, vestiging=overleg.vestiging, peildatum=op.date())
    rol = next(_ROLLEN[soort] for soort in _ROLLEN if soort in eigen)
    deelnemers = [(rol, actor), *((Deelnemerrol.LEERKRACHT, account) for account in _leerkrachten(overleg, op))]
    rijen = [
        Overlegdeelnemer(
            bestuur_id=overleg.bestuur_id,
            overleg=overleg,
            rol=rol,
            naam=str(account),
            email=adres_van(account),
            account=account,
        )
        for rol, account in deelnemers
    ]
    if overleg.leerling is not None and overleg.soort == Overlegsoort.MDO:
        leerling = overleg.leerling
        rijen += [
            Overlegdeelnemer(
                bestuur_id=overleg.bestuur_id,
                overleg=overleg,
                rol=Deelnemerrol.OUDER,
                naam=ouder.naam,
                email=ouder.email,
                ouder=ouder,
            )
            for ouder in ouders
        ]
        naam = leerling.voornaam
        rijen.append(
            Overlegdeelnemer(bestuur_id=overleg.bestuur_id, overleg=overleg, rol=Deelnemerrol.LEERLING, naam=naam)
        )
    Overlegdeelnemer.objects.bulk_create(rijen)


def _leerkrachten(overleg: Overleg, op: datetime) -> list[Account]:
    dag = overleg.begint_op.astimezone(op.tzinfo).date()
    geldig = Q(geldig_van__lte=dag) & (Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=dag))
    groepen = [overleg.groep_id]
    if overleg.leerling is not None:
        groepen = list(
            Groepsplaatsing.objects.filter(geldig, leerling=overleg.leerling).values_list("groep", flat=True)
        )
    taken = Groepstaak.objects.filter(geldig, groep__in=groepen).exclude(account=overleg.gepland_door_id)
    return [taak.account for taak in taken.select_related("account").order_by("pk")]
