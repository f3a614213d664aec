"""Pupils come, are in groups, have parents, and leave."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import F, Q

from passend.begrippen.rollen import Logsoort, Reden, Rolsoort
from passend.leerlingen.actions.uitschrijfpoort import why_may_not_leave
from passend.leerlingen.actions.vorig import VAN_OUDER, VAN_UITSCHRIJVING, keep_nieuw, keep_vorig
from passend.leerlingen.models import Groepsplaatsing, Leerling, Ouderrelatie, Zoekwoord
from passend.leerlingen.permissions import require, why_may_manage
from passend.organisaties.models import Groep, Vestiging
from passend.regels.zoeken import zoekwoorden
from passend.toegang.actions import log_handeling, withdraw_uitnodigingen
from passend.toegang.models import Account

WIE_BEHEERT = "de intern begeleider en de directeur van deze school"
LANGSTE_VOORNAAM, LANGSTE_ACHTERNAAM, LANGSTE_OUDERNAAM, LANGSTE_EMAIL = 80, 120, 160, 254
LANGSTE_SCHOOL = 160
OUDSTE_LEERLING = 30  # years: who is older was never a pupil of these schools, so that a year was typed wrong
VERSTE_UITSCHRIJVING = timedelta(days=366)
INSTALLATIE = Reden("installatie", "Dit is klaargezet bij het installeren.")


class LeerlingError(ValueError):
    """Something about a pupil that cannot be; the text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerlinggegevens:
    """Who a pupil is."""

    voornaam: str
    achternaam: str
    geboren_op: date
    ingeschreven_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Oudergegevens:
    """Who a parent is, and whether they have authority."""

    naam: str
    email: str
    heeft_gezag: bool
    geldig_van: date


def check_lengte(tekst: str, hoogstens: int) -> None:
    """Refuse what a table cannot keep whole, for half a sentence is worse than none.

    Raises:
        LeerlingError: it is longer than so many characters.
    """
    if len(tekst.strip()) > hoogstens:
        meeste = f"{hoogstens:,}".replace(",", ".")
        raise LeerlingError(f"Dit is te lang: houd het bij {meeste} tekens. Maak het korter en probeer het opnieuw.")


def check_email(email: str) -> None:
    """Refuse what is no address, for a letter about a child goes to it.

    Raises:
        LeerlingError: it is none, or too long.
    """
    try:
        validate_email(email.strip())
    except ValidationError as fout:
        raise LeerlingError(
            "Dit is geen e-mailadres. Het heeft een @ en een punt, zoals info@school.example."
        ) from fout
    check_lengte(email, LANGSTE_EMAIL)


def onderwerp(leerling: Leerling) -> str:
    """What the log calls a pupil: the key of the file, never a name."""
    return onderwerp_met(leerling.sleutel)


def onderwerp_met(sleutel: UUID) -> str:
    """The same where only the key of the file is at hand."""
    return f"leerling:{sleutel.hex}"


def log_leerling(account: Account | None, leerling: Leerling, handeling: str, reden: Reden, op: datetime) -> None:
    """Write down that something of a pupil changed."""
    log_handeling(
        account=account,
        handeling=handeling,
        onderwerp=onderwerp(leerling),
        reden=reden,
        op=op,
        bestuur=leerling.bestuur_id,
    )


def log_school(
    account: Account,
    vestiging: Vestiging,
    handeling: str,
    reden: Reden,
    op: datetime,
    soort: Logsoort = Logsoort.WIJZIGEN,
) -> None:
    """Write down what somebody did with the pupils of a school, or with how the school works with them."""
    log_handeling(
        account=account,
        handeling=handeling,
        onderwerp=f"vestiging:{vestiging.pk}",
        reden=reden,
        op=op,
        bestuur=vestiging.bestuur_id,
        soort=soort,
    )


def mag_beheren(actor: Account | None, vestiging: Vestiging, op: datetime) -> Reden:
    """Why somebody may keep the pupils of a school; the installation itself may, for the demonstration.

    Raises:
        GeenToegangError: they may not.
    """
    return INSTALLATIE if actor is None else require(why_may_manage(actor, vestiging, op=op), WIE_BEHEERT)


@transaction.atomic
def register_leerling(
    *, actor: Account | None, vestiging: Vestiging, gegevens: Leerlinggegevens, op: datetime
) -> Leerling:
    """Take in a pupil.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        LeerlingError: a name is empty or too long, the day of birth cannot be, or the pupil came before it was born.
    """
    reden = mag_beheren(actor, vestiging, op)
    check_leerling(gegevens, op)
    leerling = Leerling.objects.create(
        bestuur_id=vestiging.bestuur_id,
        vestiging=vestiging,
        voornaam=gegevens.voornaam.strip(),
        achternaam=gegevens.achternaam.strip(),
        geboren_op=gegevens.geboren_op,
        ingeschreven_op=gegevens.ingeschreven_op,
    )
    index_leerlingen([leerling])
    keep_nieuw([leerling], op=op)
    log_leerling(actor, leerling, "register_leerling", reden, op)
    return leerling


def index_leerlingen(leerlingen: Collection[Leerling]) -> None:
    """Let pupils be found by their names as they are now; part of every change of a name."""
    Zoekwoord.objects.filter(leerling__in=leerlingen).delete()
    Zoekwoord.objects.bulk_create(
        Zoekwoord(bestuur_id=leerling.bestuur_id, leerling=leerling, vestiging_id=leerling.vestiging_id, woord=woord)
        for leerling in leerlingen
        for woord in zoekwoorden(f"{leerling.voornaam} {leerling.achternaam}")
    )


@transaction.atomic
def place_leerling(*, actor: Account | None, leerling: Leerling, groep: Groep, geldig_van: date, op: datetime) -> None:
    """Put a pupil in a group from a day; the group before ends the day before.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        LeerlingError: the group is of another school, or the day is before the pupil came.
    """
    reden = mag_beheren(actor, leerling.vestiging, op)
    if groep.vestiging_id != leerling.vestiging_id:
        raise LeerlingError("Deze groep is van een andere school. Kies een groep van deze school.")
    if geldig_van < leerling.ingeschreven_op:
        raise LeerlingError("De leerling kan niet in een groep zitten voor de eerste schooldag. Kijk de dag na.")
    nog = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=geldig_van)
    eerder = Groepsplaatsing.objects.filter(nog, leerling=leerling)
    keep_vorig(eerder, ["geldig_tot_en_met"], op=op)
    eerder.update(geldig_tot_en_met=date.fromordinal(geldig_van.toordinal() - 1))
    plaatsing, is_nieuw = Groepsplaatsing.objects.update_or_create(
        bestuur_id=leerling.bestuur_id,
        leerling=leerling,
        groep=groep,
        geldig_van=geldig_van,
        defaults={"geldig_tot_en_met": None},
    )
    if is_nieuw:
        keep_nieuw([plaatsing], op=op)
    log_leerling(actor, leerling, "place_leerling", reden, op)


@transaction.atomic
def add_ouder(
    *, actor: Account | None, leerling: Leerling, gegevens: Oudergegevens, op: datetime, account: Account | None = None
) -> Ouderrelatie:
    """Note a parent, with or without authority.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        LeerlingError: there is no name, it is too long, or the address is none or that of another parent.
    """
    reden = mag_beheren(actor, leerling.vestiging, op)
    check_ouder(leerling, gegevens, op)
    ouder = Ouderrelatie.objects.create(
        bestuur_id=leerling.bestuur_id,
        leerling=leerling,
        account=account,
        naam=gegevens.naam.strip(),
        email=gegevens.email.strip(),
        heeft_gezag=gegevens.heeft_gezag,
        geldig_van=gegevens.geldig_van,
    )
    keep_nieuw([ouder], op=op)
    log_leerling(actor, leerling, "add_ouder", reden, op)
    return ouder


@transaction.atomic
def end_ouder(*, actor: Account | None, ouder: Ouderrelatie, op: datetime) -> None:
    """Let what a parent may see and decide end now: the file is closed to them from this moment.

    An invitation that is still open goes with it. What ended before stays as it ended.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
    """
    reden = mag_beheren(actor, ouder.leerling.vestiging, op)
    gisteren = op.date() - timedelta(days=1)
    if ouder.geldig_tot_en_met is not None and ouder.geldig_tot_en_met <= gisteren:
        return
    keep_vorig([ouder], VAN_OUDER, op=op)
    ouder.geldig_tot_en_met = gisteren
    ouder.save(update_fields=["geldig_tot_en_met"])
    withdraw_ouder_uitnodiging(actor=actor, ouder=ouder, email=ouder.email, reden=reden, op=op)
    log_leerling(actor, ouder.leerling, "end_ouder", reden, op)


def withdraw_ouder_uitnodiging(
    *, actor: Account | None, ouder: Ouderrelatie, email: str, reden: Reden, op: datetime
) -> None:
    """Withdraw the invitation of a parent at an address, unless they come for another child of this school too."""
    if not email:
        return
    vestiging = ouder.leerling.vestiging
    andere = Ouderrelatie.objects.filter(
        loopt(op), email__iexact=email, heeft_gezag=True, leerling__bestuur=F("bestuur"), leerling__vestiging=vestiging
    ).exclude(pk=ouder.pk)
    if not andere.exists():
        withdraw_uitnodigingen(actor=actor, vestiging=vestiging, soort=Rolsoort.OUDER, email=email, reden=reden, op=op)


@transaction.atomic
def deregister_leerling(
    *,
    actor: Account | None,
    leerling: Leerling,
    uitgeschreven_op: date,
    is_verwezen: bool,
    op: datetime,
    naar: str = "",
) -> None:
    """Let a pupil leave; from this day the terms for keeping the file count.

    `is_verwezen` says that they went to a school for special (basic) education, which makes a term longer, and `naar`
    to which school.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        LeerlingError: the pupil left before it came, leaves more than a year from now, or something must come first,
            such as the evidence of another school.
    """
    reden = mag_beheren(actor, leerling.vestiging, op)
    if uitgeschreven_op > op.date() + VERSTE_UITSCHRIJVING:
        raise LeerlingError("De uitschrijving ligt te ver weg. Kijk het jaar na.")
    if uitgeschreven_op < leerling.ingeschreven_op:
        raise LeerlingError("De uitschrijving ligt voor de inschrijving. Kijk de twee datums na.")
    if len(naar) > LANGSTE_SCHOOL:
        raise LeerlingError("De naam van de school is te lang. Maak die korter.")
    if zin := why_may_not_leave(leerling, op=op.date()):
        raise LeerlingError(zin)
    eerder = leerling.uitgeschreven_op
    keep_vorig([leerling], VAN_UITSCHRIJVING, op=op)
    leerling.uitgeschreven_op, leerling.is_verwezen = uitgeschreven_op, is_verwezen
    leerling.uitgeschreven_naar = naar.strip()
    leerling.save(update_fields=VAN_UITSCHRIJVING)
    move_einde(leerling, eerder, uitgeschreven_op, op)
    log_leerling(actor, leerling, "deregister_leerling", reden, op)


def move_einde(leerling: Leerling, van: date | None, naar: date | None, op: datetime) -> None:
    """Let the last group of a pupil, which ended when they left, end on another day, or not at all."""
    laatste = Groepsplaatsing.objects.filter(leerling=leerling).order_by("-geldig_van", "-pk").first()
    if laatste is not None and laatste.geldig_tot_en_met == van:
        keep_vorig([laatste], ["geldig_tot_en_met"], op=op)
        laatste.geldig_tot_en_met = naar
        laatste.save(update_fields=["geldig_tot_en_met"])


def check_leerling(gegevens: Leerlinggegevens, op: datetime) -> None:
    """Refuse a pupil who cannot be.

    Raises:
        LeerlingError: a name is empty or too long, the day of birth cannot be, or the pupil came before it was born.
    """
    _check_naam(gegevens.voornaam, LANGSTE_VOORNAAM)
    _check_naam(gegevens.achternaam, LANGSTE_ACHTERNAAM)
    if gegevens.geboren_op > op.date() or gegevens.geboren_op.year < op.year - OUDSTE_LEERLING:
        raise LeerlingError("Deze geboortedag kan niet kloppen. Kijk het jaar na.")
    if gegevens.ingeschreven_op < gegevens.geboren_op:
        raise LeerlingError("De inschrijving ligt voor de geboorte. Kijk de twee datums na.")


def check_ouder(
    leerling: Leerling, gegevens: Oudergegevens, op: datetime, *, behalve: Ouderrelatie | None = None
) -> None:
    """Refuse a parent who cannot be, or who is noted for this pupil already.

    Raises:
        LeerlingError: there is no name, it is too long, or the address is none or that of another parent.
    """
    _check_naam(gegevens.naam, LANGSTE_OUDERNAAM)
    if not gegevens.email.strip():
        return
    check_email(gegevens.email)
    nog = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=gegevens.geldig_van)
    zelfde = Ouderrelatie.objects.filter(loopt(op), nog, leerling=leerling, email__iexact=gegevens.email.strip())
    if behalve is not None:
        zelfde = zelfde.exclude(pk=behalve.pk)
        if behalve.geldig_tot_en_met is not None:  # what begins after this row is the same parent, with other authority
            zelfde = zelfde.exclude(geldig_van__gt=behalve.geldig_tot_en_met)
    if zelfde.exists():
        raise LeerlingError(
            "Er staat al een ouder met dit e-mailadres bij deze leerling. Verander die, of kies een ander."
        )


def loopt(op: datetime) -> Q:
    """What has not ended."""
    return Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=op.date())


def _check_naam(naam: str, meeste: int) -> None:
    if not naam.strip():
        raise LeerlingError("Vul de hele naam in.")
    check_lengte(naam, meeste)
