"""What was noted wrongly of a pupil or a parent is put right, and who left by mistake comes back."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from passend.leerlingen.actions.leerlingen import (
    VERSTE_UITSCHRIJVING,
    LeerlingError,
    Leerlinggegevens,
    Oudergegevens,
    check_leerling,
    check_ouder,
    index_leerlingen,
    log_leerling,
    mag_beheren,
    move_einde,
    place_leerling,
    withdraw_ouder_uitnodiging,
)
from passend.leerlingen.actions.vorig import VAN_LEERLING, VAN_OUDER, VAN_UITSCHRIJVING, keep_nieuw, keep_vorig
from passend.leerlingen.models import Groepsplaatsing, Leerling, Ouderrelatie
from passend.leerlingen.queries.bewaren import kan_vernietigd_zijn
from passend.organisaties.models import Groep
from passend.toegang.models import Account


@transaction.atomic
def change_leerling(
    *,
    actor: Account,
    leerling: Leerling,
    gegevens: Leerlinggegevens,
    op: datetime,
    plaatsing: tuple[Groep, date] | None = None,
) -> None:
    """Put right who a pupil is; a group that began on the first day begins on the day it is now.

    With `plaatsing` the pupil is in that group from that day.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        LeerlingError: the same as when a pupil is taken in or put in a group, or the pupil would come after it left.
    """
    reden = mag_beheren(actor, leerling.vestiging, op)
    check_leerling(gegevens, op)
    nieuw, eerst = gegevens.ingeschreven_op, leerling.ingeschreven_op
    if leerling.uitgeschreven_op is not None and nieuw > leerling.uitgeschreven_op:
        raise LeerlingError("De inschrijving ligt na de uitschrijving. Kijk de twee datums na.")
    keep_vorig([leerling], VAN_LEERLING, op=op)
    leerling.voornaam, leerling.achternaam = gegevens.voornaam.strip(), gegevens.achternaam.strip()
    leerling.geboren_op, leerling.ingeschreven_op = gegevens.geboren_op, nieuw
    leerling.save(update_fields=VAN_LEERLING)
    index_leerlingen([leerling])
    loopt_dan = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=nieuw)
    eerste = Groepsplaatsing.objects.filter(loopt_dan, leerling=leerling, geldig_van=eerst)
    if nieuw != eerst:
        keep_vorig(eerste, ["geldig_van"], op=op)
        eerste.update(geldig_van=nieuw)
    log_leerling(actor, leerling, "change_leerling", reden, op)
    if plaatsing is not None:
        place_leerling(actor=actor, leerling=leerling, groep=plaatsing[0], geldig_van=plaatsing[1], op=op)


@transaction.atomic
def change_ouder(*, actor: Account, ouder: Ouderrelatie, naam: str, email: str, op: datetime) -> None:
    """Put right the name and the address of a parent; an invitation to another address is withdrawn.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        LeerlingError: there is no name, it is too long, or the address is none or that of another parent.
    """
    reden = mag_beheren(actor, ouder.leerling.vestiging, op)
    gegevens = Oudergegevens(naam=naam, email=email, heeft_gezag=ouder.heeft_gezag, geldig_van=ouder.geldig_van)
    check_ouder(ouder.leerling, gegevens, op, behalve=ouder)
    eerder, nieuw = ouder.email, {"naam": naam.strip(), "email": email.strip()}
    if ouder.geldig_tot_en_met is not None:  # the same parent from the day on which authority changes
        morgen = ouder.geldig_tot_en_met + timedelta(days=1)
        zelfde = {"leerling": ouder.leerling, "naam": ouder.naam, "email": eerder, "geldig_van": morgen}
        later = Ouderrelatie.objects.filter(**zelfde)
        keep_vorig(later, VAN_OUDER, op=op)
        later.update(**nieuw)
    keep_vorig([ouder], VAN_OUDER, op=op)
    ouder.naam, ouder.email = nieuw["naam"], nieuw["email"]
    ouder.save(update_fields=["naam", "email"])
    if eerder.lower() != ouder.email.lower():
        withdraw_ouder_uitnodiging(actor=actor, ouder=ouder, email=eerder, reden=reden, op=op)
    log_leerling(actor, ouder.leerling, "change_ouder", reden, op)


@transaction.atomic
def change_gezag(*, actor: Account, ouder: Ouderrelatie, heeft_gezag: bool, vanaf: date, op: datetime) -> Ouderrelatie:
    """Note that authority came or went on a day: what was noted before ends the day before, and a new row begins.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        LeerlingError: nothing changes, a change is noted already, or the day is too far away or before the parent was.
    """
    reden = mag_beheren(actor, ouder.leerling.vestiging, op)
    ouder = Ouderrelatie.objects.select_for_update().get(pk=ouder.pk)
    if ouder.geldig_tot_en_met is not None:
        raise LeerlingError("Voor deze ouder is al vastgelegd dat er iets verandert. Kijk bij Ouders hoe het nu staat.")
    if ouder.heeft_gezag == heeft_gezag:
        raise LeerlingError("Zo staat het er al. Kies iets anders, of laat het zo.")
    if vanaf > op.date() + VERSTE_UITSCHRIJVING:
        raise LeerlingError("Deze dag ligt te ver weg. Kijk het jaar na.")
    if vanaf < ouder.geldig_van:
        raise LeerlingError("Op deze dag was deze ouder nog niet genoteerd. Kijk de dag na.")
    keep_vorig([ouder], VAN_OUDER, op=op)
    ouder.geldig_tot_en_met = vanaf - timedelta(days=1)
    ouder.save(update_fields=["geldig_tot_en_met"])
    nieuw = Ouderrelatie.objects.create(
        bestuur_id=ouder.bestuur_id,
        leerling=ouder.leerling,
        account=ouder.account,
        naam=ouder.naam,
        email=ouder.email,
        heeft_gezag=heeft_gezag,
        geldig_van=vanaf,
    )
    keep_nieuw([nieuw], op=op)
    if not heeft_gezag and vanaf <= op.date():
        withdraw_ouder_uitnodiging(actor=actor, ouder=nieuw, email=nieuw.email, reden=reden, op=op)
    log_leerling(actor, ouder.leerling, "change_gezag", reden, op)
    return nieuw


@transaction.atomic
def undo_deregistration(*, actor: Account, leerling: Leerling, op: datetime) -> None:
    """Let a pupil who was taken off the roll by mistake be here as before, in the group they were in.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        LeerlingError: the pupil is here, or something of them may have been destroyed since.
    """
    reden = mag_beheren(actor, leerling.vestiging, op)
    rij = Leerling.objects.select_for_update().filter(pk=leerling.pk).first()  # waits for who destroys
    if rij is None:
        raise LeerlingError("Deze leerling is er niet meer. Alles was al vernietigd.")
    leerling, weg = rij, rij.uitgeschreven_op
    if weg is None:
        raise LeerlingError("Deze leerling is niet uitgeschreven. Er is niets ongedaan te maken.")
    if kan_vernietigd_zijn(leerling=leerling, peildatum=op.date()):
        raise LeerlingError(
            "De bewaartermijn was al voorbij, en daarna is er vernietigd. Schrijf de leerling opnieuw in."
        )
    keep_vorig([leerling], VAN_UITSCHRIJVING, op=op)
    leerling.uitgeschreven_op, leerling.is_verwezen, leerling.uitgeschreven_naar = None, False, ""
    leerling.save(update_fields=VAN_UITSCHRIJVING)
    move_einde(leerling, weg, None, op)
    log_leerling(actor, leerling, "undo_deregistration", reden, op)
