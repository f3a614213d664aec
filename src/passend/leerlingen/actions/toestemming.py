"""Whom parents let in and shut out again, and who broke the glass; a no stays until that parent says otherwise."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Q

from passend.begrippen.inzage import Inzagegrond, Vertrouwelijkheid
from passend.begrippen.rollen import Reden, Rolsoort
from passend.leerlingen.actions.dossier import check_niet_ingetrokken
from passend.leerlingen.actions.leerlingen import (
    LeerlingError,
    check_email,
    check_lengte,
    log_leerling,
    mag_beheren,
)
from passend.leerlingen.models import (
    Dossierstuk,
    Gedeeldstuk,
    Leerling,
    Noodinzage,
    Ouderrelatie,
    Toestemming,
    Toestemmingsbesluit,
)
from passend.leerlingen.permissions import get_inzage, require, why_may_break_glass, why_may_direct
from passend.leerlingen.queries.inzage import get_toestemmingfeiten
from passend.leerlingen.queries.leerlingen import list_ouders
from passend.organisaties.models import Vestiging
from passend.regels.toestemming import Toestemmingsstand, toestemming_stand, uiterste_dag, vroegste_handtekening
from passend.toegang.models import Account
from passend.toegang.queries import find_account, list_rollen

WIE_OUDER = "een ouder met gezag"
WIE_VERVANGT = "wie lesgeeft of begeleidt bij dit bestuur"
WIE_ZIET = "de directeur van deze school"
KORTSTE_REDEN = 3  # words: "Jamal is ziek" says enough
LANGSTE_DOEL = 200
NOG_OPEN = (Toestemmingsstand.WACHT, Toestemmingsstand.NIEMAND)


@transaction.atomic
def ask_toestemming(  # noqa: PLR0913 -- a question has this many facts
    *,
    actor: Account,
    leerling: Leerling,
    email: str,
    doel: str,
    geldig_tot_en_met: date,
    stukken: Collection[Dossierstuk],
    op: datetime,
    account: Account | None = None,
    is_voor_overleg: bool = False,
) -> Toestemming:
    """Ask the parents whether an expert may see pieces of the file for one purpose until a day.

    An expert who comes at this school already is tied to it at once; another is when the invitation is taken.
    Who is asked for a meeting (`is_voor_overleg`) may come without any piece: then only what is said there is shared.

    Raises:
        GeenToegangError: the actor does not keep the pupils here, or may not read a piece.
        LeerlingError: a piece is of another file or about signs of abuse, none is chosen, the purpose is empty or too
            long, the address is none, the day has passed or is too far away, or the same question waits already.
    """
    reden = mag_beheren(actor, leerling.vestiging, op)
    if not doel.strip() or not email.strip():
        raise LeerlingError("Schrijf voor wie het is en waarvoor. De ouders lezen dat.")
    check_email(email)
    check_lengte(doel, LANGSTE_DOEL)
    check_laatste_dag(geldig_tot_en_met, gevraagd_op=op.date())
    is_leeg = not stukken and not is_voor_overleg
    if is_leeg or any(stuk.leerling_id != leerling.pk for stuk in stukken):
        raise LeerlingError("Kies ten minste een stuk uit dit dossier. Alleen dat wordt gedeeld.")
    for stuk in stukken:
        check_niet_ingetrokken(stuk)
    if any(stuk.vertrouwelijkheid == Vertrouwelijkheid.MELDCODE for stuk in stukken):
        raise LeerlingError("Een stuk van de meldcode deelt u hier niet: de ouders zouden de titel lezen.")
    _check_staat_niet_open(leerling, email, doel, stukken, op)
    toestemming = Toestemming.objects.create(
        bestuur_id=leerling.bestuur_id,
        leerling=leerling,
        email=email.strip().lower(),
        account=account or _bekende_deskundige(leerling.vestiging, email, op),
        doel=doel.strip(),
        geldig_tot_en_met=geldig_tot_en_met,
        gevraagd_op=op,
        gevraagd_door=actor,
    )
    Gedeeldstuk.objects.bulk_create(
        [Gedeeldstuk(bestuur_id=leerling.bestuur_id, toestemming=toestemming, stuk=stuk) for stuk in stukken]
    )
    log_leerling(actor, leerling, "ask_toestemming", reden, op)
    return toestemming


@transaction.atomic
def retract_toestemming(*, actor: Account, toestemming: Toestemming, op: datetime) -> None:
    """Take the question back as the school: nothing is shared by it from now on; saying it twice changes nothing.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
    """
    reden = mag_beheren(actor, toestemming.leerling.vestiging, op)
    if toestemming.ingetrokken_op is not None:
        return
    toestemming.ingetrokken_op, toestemming.ingetrokken_door = op, actor
    toestemming.save(update_fields=["ingetrokken_op", "ingetrokken_door"])
    log_leerling(actor, toestemming.leerling, "retract_toestemming", reden, op)


@transaction.atomic
def give_toestemming(*, actor: Account, toestemming: Toestemming, op: datetime) -> None:
    """Agree, as the parent that is signed in; agreeing again after taking it back counts from now.

    A no that they said while they had authority by another row goes with it: it is the same parent who says otherwise.

    Raises:
        GeenToegangError: the actor is no parent with authority of this pupil.
        LeerlingError: the school took its question back.
    """
    relaties, reden = _eigen_relaties(actor, toestemming, op)
    _check_open(toestemming)
    eerder = Toestemmingsbesluit.objects.filter(
        toestemming=toestemming, ouder__bestuur=F("bestuur"), ouder__account=actor, ingetrokken_op__isnull=False
    )
    nee_van = [besluit.ouder for besluit in eerder.select_related("ouder")]
    for ouder in {ouder.pk: ouder for ouder in (*relaties, *nee_van)}.values():
        _zet_besluit(toestemming, ouder, actor, op)
    log_leerling(actor, toestemming.leerling, "give_toestemming", reden, op)


@transaction.atomic
def record_toestemming(
    *, actor: Account, toestemming: Toestemming, ouder: Ouderrelatie, getekend_op: date, op: datetime
) -> None:
    """Note that a parent agreed on paper, and on which day they signed it.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        LeerlingError: this is no parent who has authority over this pupil now, they answered already, the day cannot
            be, or the school took its question back.
    """
    reden = mag_beheren(actor, toestemming.leerling.vestiging, op)
    _check_open(toestemming)
    ouders = list_ouders(leerling=toestemming.leerling, peildatum=op.date())
    if ouder not in [een for een in ouders if een.heeft_gezag]:
        raise LeerlingError("Alleen een ouder met gezag over deze leerling kan toestemming geven.")
    _check_zonder_antwoord(toestemming, ouder)
    vroegst = vroegste_handtekening(op.date())
    if not vroegst <= getekend_op <= op.date():
        raise LeerlingError(
            f"Vul in op welke dag de ouder tekende: vandaag of eerder, en niet voor {vroegst:%d-%m-%Y}."
        )
    _zet_besluit(toestemming, ouder, actor, op, getekend_op=getekend_op)
    log_leerling(actor, toestemming.leerling, "record_toestemming", reden, op)


@transaction.atomic
def retract_papier(*, actor: Account, toestemming: Toestemming, ouder: Ouderrelatie, op: datetime) -> None:
    """Take back a note of paper that was a mistake: this parent has not answered then; the log keeps that it was there.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        LeerlingError: there is no such note, or the parent said something themselves since.
    """
    reden = mag_beheren(actor, toestemming.leerling.vestiging, op)
    notitie = Toestemmingsbesluit.objects.filter(
        toestemming=toestemming, ouder=ouder, is_op_papier=True, ingetrokken_op__isnull=True
    )
    if not notitie.exists():
        raise LeerlingError("Hier is geen notitie van papier om weg te halen. Kijk wat de ouder zelf antwoordde.")
    notitie.delete()
    log_leerling(actor, toestemming.leerling, "retract_papier", reden, op)


@transaction.atomic
def withdraw_toestemming(*, actor: Account, toestemming: Toestemming, op: datetime) -> None:
    """Say no, or take it back: from this moment nothing is shared (AVG 7 lid 3); a second time keeps the first moment.

    Raises:
        GeenToegangError: the actor is no parent with authority of this pupil.
    """
    relaties, reden = _eigen_relaties(actor, toestemming, op)
    gaf = Toestemmingsbesluit.objects.filter(toestemming=toestemming, ouder__in=relaties).exists()
    for ouder in relaties:
        besluit, _nieuw = Toestemmingsbesluit.objects.get_or_create(
            bestuur_id=toestemming.bestuur_id,
            toestemming=toestemming,
            ouder=ouder,
            defaults={"gegeven_op": op, "vastgelegd_door": actor},
        )
        if besluit.ingetrokken_op is None:
            besluit.ingetrokken_op = op
            besluit.save(update_fields=["ingetrokken_op"])
    handeling = "withdraw_toestemming" if gaf else "refuse_toestemming"
    log_leerling(actor, toestemming.leerling, handeling, reden, op)


@transaction.atomic
def break_glass(*, actor: Account, leerling: Leerling, waarom: str, op: datetime) -> Noodinzage:
    """Open a file for a day, as who stands in for somebody who is not there; the directeur is told.

    Raises:
        GeenToegangError: the actor works at no school of this board.
        LeerlingError: the reason says too little, or they see as much of the file already.
    """
    reden = require(why_may_break_glass(actor, leerling.vestiging, op=op), WIE_VERVANGT)
    check_waarom(waarom)
    inzage = get_inzage(actor, leerling, op=op)
    if inzage is not None and Vertrouwelijkheid.ZORG in inzage.leesbaar:
        raise LeerlingError("U mag dit dossier al zien. U hoeft het niet als vervanger te openen.")
    nood = Noodinzage.objects.create(
        bestuur_id=leerling.bestuur_id, leerling=leerling, account=actor, op=op, waarom=waarom.strip()
    )
    log_leerling(actor, leerling, "break_glass", reden, op)
    return nood


@transaction.atomic
def see_noodinzage(*, actor: Account, noodinzage: Noodinzage, op: datetime) -> None:
    """Say, as directeur, that the opening of a file was seen; saying it twice changes nothing.

    Raises:
        GeenToegangError: the actor is no directeur here.
    """
    leerling = noodinzage.leerling
    reden = require(why_may_direct(actor, leerling.vestiging, op=op), WIE_ZIET)
    if noodinzage.gezien_op is not None:
        return
    noodinzage.gezien_op, noodinzage.gezien_door = op, actor
    noodinzage.save(update_fields=["gezien_op", "gezien_door"])
    log_leerling(actor, leerling, "see_noodinzage", reden, op)


def check_waarom(waarom: str) -> None:
    """Refuse a reason that says nothing.

    Raises:
        LeerlingError: it says too little.
    """
    if len(waarom.split()) < KORTSTE_REDEN:
        raise LeerlingError(
            "Schrijf in drie woorden of meer waarom u dit dossier nu nodig heeft. De directeur leest dat."
        )


def check_laatste_dag(dag: date, *, gevraagd_op: date) -> None:
    """Refuse a last day that has passed, or that is so far away that parents would not choose any more.

    Raises:
        LeerlingError: it is.
    """
    if dag < gevraagd_op:
        raise LeerlingError("De laatste dag is al voorbij. Kies een dag die nog komt.")
    if dag > (uiterste := uiterste_dag(gevraagd_op)):
        raise LeerlingError(
            f"Toestemming geldt hooguit een jaar. Kies een dag tot en met {uiterste:%d-%m-%Y}. "
            "Duurt het langer? Vraag het de ouders dan opnieuw."
        )


def _check_staat_niet_open(
    leerling: Leerling, email: str, doel: str, stukken: Collection[Dossierstuk], op: datetime
) -> None:
    """Refuse a question that parents have before them already: of the same person, for the same, about the same."""
    zelfde = list(
        Toestemming.objects.filter(
            leerling=leerling, email__iexact=email.strip(), doel__iexact=doel.strip(), ingetrokken_op__isnull=True
        )
    )
    feiten = get_toestemmingfeiten(toestemmingen=zelfde)
    gevraagd = {stuk.pk for stuk in stukken}
    for een in zelfde:
        gedeeld = set(Gedeeldstuk.objects.filter(toestemming=een).values_list("stuk", flat=True))
        if gedeeld == gevraagd and toestemming_stand(feiten[een.pk], op=op) in NOG_OPEN:
            raise LeerlingError(
                "Deze vraag staat al open bij de ouders. Wacht op hun antwoord, of neem die vraag eerst terug."
            )


def _bekende_deskundige(vestiging: Vestiging, email: str, op: datetime) -> Account | None:
    """Who has this address and comes at this school as an expert."""
    account = find_account(naam=email)
    if account is None:
        return None
    rollen = list_rollen(account=account, peildatum=op.date())
    return account if rollen.filter(soort=Rolsoort.DESKUNDIGE.value, vestiging=vestiging).exists() else None


def _check_open(toestemming: Toestemming) -> None:
    if toestemming.ingetrokken_op is not None:
        raise LeerlingError("De school nam deze vraag terug. Er is niets meer om op te antwoorden.")


def _check_zonder_antwoord(toestemming: Toestemming, ouder: Ouderrelatie) -> None:
    """Paper never takes the place of what a parent said; of the same person by another row neither."""
    zelf = Q(ouder=ouder)
    if ouder.account_id is not None:
        zelf |= Q(ouder__account=ouder.account_id)
    besluiten = Toestemmingsbesluit.objects.filter(zelf, toestemming=toestemming, ouder__bestuur=F("bestuur"))
    if besluiten.filter(ingetrokken_op__isnull=False).exists():
        raise LeerlingError(
            "Deze ouder zei nee, of trok de toestemming in. Alleen deze ouder zelf kan dat veranderen. "
            "Of vraag het opnieuw."
        )
    if besluiten.filter(ouder=ouder).exists():
        raise LeerlingError("Deze ouder gaf al toestemming. U hoeft niets te noteren.")


def _eigen_relaties(actor: Account, toestemming: Toestemming, op: datetime) -> tuple[list[Ouderrelatie], Reden]:
    """The rows by which somebody has authority, nearly always one, and the reason to decide with it."""
    inzage = get_inzage(actor, toestemming.leerling, op=op)
    reden = require(inzage.reden_als({Inzagegrond.OUDER}) if inzage else None, WIE_OUDER)
    relaties = list_ouders(leerling=toestemming.leerling, peildatum=op.date())
    return [ouder for ouder in relaties if ouder.account_id == actor.pk and ouder.heeft_gezag], reden


def _zet_besluit(
    toestemming: Toestemming, ouder: Ouderrelatie, actor: Account, op: datetime, *, getekend_op: date | None = None
) -> None:
    Toestemmingsbesluit.objects.update_or_create(
        bestuur_id=toestemming.bestuur_id,
        toestemming=toestemming,
        ouder=ouder,
        defaults={
            "gegeven_op": op,
            "ingetrokken_op": None,
            "is_op_papier": getekend_op is not None,
            "getekend_op": getekend_op,
            "vastgelegd_door": actor,
        },
    )
