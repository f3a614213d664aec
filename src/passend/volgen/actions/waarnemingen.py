"""Writing down what somebody saw of a pupil, and taking it back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from passend.begrippen.rollen import Reden
from passend.begrippen.volgen import Vak, Waarnemingsoort
from passend.leerlingen.actions.leerlingen import log_leerling
from passend.leerlingen.models import Leerling
from passend.leerlingen.permissions import get_inzage, require
from passend.regels.inschrijving import bezwaar_als_weg
from passend.regels.methodescore import is_methodescore
from passend.toegang.models import Account
from passend.volgen.models import Waarneming
from passend.volgen.permissions import WIE_NOTEERT, why_may_record

LANGSTE_TEKST, LANGSTE_SCORE = 4000, 20
WIE_TREKT_IN = "wie het opschreef, de intern begeleider en de directeur"


class VolgenError(ValueError):
    """Something that cannot be written down; the text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarneminggegevens:
    """What was seen, as it was typed."""

    soort: Waarnemingsoort
    tekst: str
    gezien_op: date
    vak: str = ""
    score: str = ""


def mag_noteren(actor: Account | None, leerling: Leerling, op: datetime) -> Reden:
    """Why somebody may write down something of a pupil.

    Raises:
        GeenToegangError: they may not.
    """
    inzage = get_inzage(actor, leerling, op=op) if actor else None
    return require(why_may_record(inzage) if inzage else None, WIE_NOTEERT)


def check_dag(dag: date, leerling: Leerling, op: datetime) -> None:
    """Refuse a day that cannot be.

    Raises:
        VolgenError: it is still to come, or before the pupil came.
    """
    if dag > op.date():
        raise VolgenError("Deze dag moet nog komen. Vul de dag in waarop het was.")
    if dag < leerling.geboren_op:
        raise VolgenError("Deze dag ligt voor de geboorte. Kijk het jaar na.")


def check_op_school(leerling: Leerling, op: datetime) -> None:
    """Refuse to write anything new of a pupil who left.

    Raises:
        VolgenError: they left before today.
    """
    if bezwaar := bezwaar_als_weg(leerling.uitgeschreven_op, op.date()):
        raise VolgenError(bezwaar)


@transaction.atomic
def add_waarneming(*, actor: Account, leerling: Leerling, gegevens: Waarneminggegevens, op: datetime) -> Waarneming:
    """Write down an observation, a test of the method in use, or a worry.

    Raises:
        GeenToegangError: the actor does not write in the ordinary file of this pupil.
        VolgenError: it says nothing, is too long, is about a day that cannot be, or the pupil left.
    """
    reden = mag_noteren(actor, leerling, op)
    check_op_school(leerling, op)
    tekst, score = gegevens.tekst.strip(), gegevens.score.strip()
    _check(gegevens, tekst, score)
    check_dag(gegevens.gezien_op, leerling, op)
    waarneming = Waarneming.objects.create(
        bestuur_id=leerling.bestuur_id,
        leerling=leerling,
        soort=gegevens.soort,
        tekst=tekst,
        vak=gegevens.vak,
        score=score,
        gezien_op=gegevens.gezien_op,
        vastgelegd_op=op,
        door=actor,
    )
    log_leerling(actor, leerling, "add_waarneming", reden, op)
    return waarneming


@transaction.atomic
def withdraw_waarneming(*, actor: Account, waarneming: Waarneming, op: datetime) -> None:
    """Take back what was written down; it stays to be seen that it was there. Doing it twice changes nothing.

    Raises:
        GeenToegangError: the actor did not write it, and does not keep the file.
    """
    leerling = waarneming.leerling
    inzage = get_inzage(actor, leerling, op=op)
    is_eigen = inzage is not None and waarneming.door_id == actor.pk and why_may_record(inzage) is not None
    reden = require(inzage.reden if inzage and (is_eigen or inzage.is_school) else None, WIE_TREKT_IN)
    if Waarneming.objects.filter(pk=waarneming.pk, ingetrokken_op__isnull=True).update(ingetrokken_op=op):
        log_leerling(actor, leerling, "withdraw_waarneming", reden, op)


@transaction.atomic
def add_groepstoets(
    *, actor: Account, scores: Collection[tuple[Leerling, str]], vak: str, tekst: str, gezien_op: date, op: datetime
) -> int:
    """Write down a test of the method in use for more pupils at once: all of them, or none when one cannot be.

    Returns:
        Of how many pupils.

    Raises:
        GeenToegangError: the actor does not write in the ordinary file of one of them.
        VolgenError: there is no score at all, or one of them cannot be.
    """
    if not scores:
        raise VolgenError("Er staat nog geen score. Vul er bij ten minste een leerling een in.")
    for leerling, score in scores:
        gegevens = Waarneminggegevens(
            soort=Waarnemingsoort.METHODETOETS, tekst=tekst, gezien_op=gezien_op, vak=vak, score=score
        )
        add_waarneming(actor=actor, leerling=leerling, gegevens=gegevens, op=op)
    return len(scores)


def _check(gegevens: Waarneminggegevens, tekst: str, score: str) -> None:
    if gegevens.vak and gegevens.vak not in set(Vak):
        raise VolgenError("Dit vak kent Passend niet. Kies een vak uit de lijst.")
    if gegevens.soort is Waarnemingsoort.METHODETOETS:
        if not gegevens.vak or not score:
            raise VolgenError("Een toets heeft een vak en een score. Vul aan wat leeg is.")
        if len(score) <= LANGSTE_SCORE and not is_methodescore(score):
            raise VolgenError(
                f"Dit is geen score: {score}. Schrijf een cijfer zoals 7,5, een percentage zoals 80%, punten zoals "
                "34/40, of een woord zoals goed."
            )
    elif not tekst:
        raise VolgenError("Er staat nog niets. Schrijf in een paar woorden wat u zag.")
    if len(tekst) > LANGSTE_TEKST or len(score) > LANGSTE_SCORE:
        raise VolgenError(
            f"Dit is te lang: een tekst heeft hoogstens {LANGSTE_TEKST} tekens, een score {LANGSTE_SCORE}. "
            "Maak het korter."
        )
