"""Who is asked to a meeting, with the permission of the parents for who is of no school."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from passend.begrippen.overleg import EXTERN, Deelnemerrol, Overlegsoort, Overlegstand
from passend.begrippen.rollen import Reden, Rolsoort
from passend.leerlingen.actions.leerlingen import LANGSTE_OUDERNAAM, check_email, check_lengte
from passend.leerlingen.actions.toestemming import ask_toestemming
from passend.leerlingen.models import Dossierstuk, Toestemming
from passend.leerlingen.permissions import require
from passend.overleggen.actions.overleg import OverlegError, log_overleg
from passend.overleggen.models import Besluit, Overleg, Overlegdeel, Overlegdeelnemer, Overlegstuk
from passend.overleggen.models.overleg import DEELNEMERROLLEN
from passend.overleggen.permissions import WIE_PLANT, WIE_SCHRIJFT, require_overlegrecht, why_may_plan
from passend.overleggen.queries.overleggen import list_deelnemers, toegelaten
from passend.toegang.models import Account
from passend.toegang.queries import find_account, rolsoorten_bij

ROLNAMEN = dict(DEELNEMERROLLEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelnemergegevens:
    """Who somebody is and as what they come; a colleague by their account."""

    rol: Deelnemerrol
    naam: str
    email: str
    account: Account | None = None


@transaction.atomic
def add_deelnemer(*, actor: Account, overleg: Overleg, gegevens: Deelnemergegevens, op: datetime) -> Overlegdeelnemer:
    """Put somebody on the list of a meeting; nothing is sent to them yet.

    Raises:
        GeenToegangError: the actor plans no meetings here.
        LeerlingError: the address is none, or the name too long.
        OverlegError: it is closed, they are on the list already, or somebody from outside at a meeting about a group.
    """
    reden = _mag(actor, overleg, op)
    if not gegevens.naam.strip():
        raise OverlegError("Vul de naam in van wie er komt.")
    check_lengte(gegevens.naam, LANGSTE_OUDERNAAM)
    if gegevens.email.strip():
        check_email(gegevens.email)
    if gegevens.rol in EXTERN:
        _check_extern(overleg, gegevens)
    if any(_zelfde(een, gegevens) for een in list_deelnemers(overleg=overleg)):
        raise OverlegError("Deze persoon staat al bij dit overleg.")
    deelnemer = Overlegdeelnemer.objects.create(
        bestuur_id=overleg.bestuur_id,
        overleg=overleg,
        rol=gegevens.rol,
        naam=gegevens.naam.strip(),
        email=gegevens.email.strip().lower(),
        account=gegevens.account,
    )
    log_overleg(actor, overleg, "add_deelnemer", reden, op)
    return deelnemer


@transaction.atomic
def remove_deelnemer(*, actor: Account, deelnemer: Overlegdeelnemer, op: datetime) -> None:
    """Take somebody off the list; a permission that parents gave for it stays in the file, and lets nobody in.

    The place for the view of a parent goes with them while it is empty and another parent has one; what was written
    stays, under their name.

    Raises:
        GeenToegangError: the actor plans no meetings here.
        OverlegError: it is closed, or something was decided that they do.
    """
    overleg = deelnemer.overleg
    reden = _mag(actor, overleg, op)
    if Besluit.objects.filter(overleg=overleg, eigenaar=deelnemer).exists():
        raise OverlegError("Deze persoon doet iets wat besloten is. Geef dat eerst aan iemand anders.")
    van_ouders = Overlegdeel.objects.filter(overleg=overleg, ouder__isnull=False)
    if van_ouders.exclude(ouder=deelnemer.ouder_id).exists():
        van_ouders.filter(ouder=deelnemer.ouder_id, gewijzigd_op__isnull=True).delete()
    deelnemer.delete()
    log_overleg(actor, overleg, "remove_deelnemer", reden, op)


@transaction.atomic
def ask_deelnemertoestemming(
    *, actor: Account, deelnemer: Overlegdeelnemer, geldig_tot_en_met: date, op: datetime
) -> Toestemming:
    """Ask the parents whether somebody from outside may come to this meeting, and read its sheet until a day.

    They see the pieces of the file that lie on the sheet now. An expert who can sign in already is tied to it at once.

    Raises:
        GeenToegangError: the actor plans no meetings here.
        LeerlingError: the address is none.
        OverlegError: they are of the school, have no address, or the day is before that of the meeting.
    """
    overleg = deelnemer.overleg
    reden = _mag(actor, overleg, op)
    if Deelnemerrol(deelnemer.rol) not in EXTERN or overleg.leerling is None:
        raise OverlegError("Voor wie van de school is of ouder is, hoeft u geen toestemming te vragen.")
    if not deelnemer.email:
        raise OverlegError("Er is nog geen e-mailadres. Haal deze regel weg en noteer de persoon met een adres.")
    if geldig_tot_en_met < overleg.begint_op.astimezone(op.tzinfo).date():
        raise OverlegError("Deze dag ligt voor het overleg. Kies de dag van het overleg of een dag daarna.")
    liggen = Overlegstuk.objects.filter(overleg=overleg, stuk__bestuur=overleg.bestuur_id).values("stuk")
    genodigd = find_account(naam=deelnemer.email)
    soorten = (
        rolsoorten_bij(account=genodigd, vestiging=overleg.vestiging, peildatum=op.date()) if genodigd else frozenset()
    )
    deelnemer.toestemming = ask_toestemming(
        actor=actor,
        leerling=overleg.leerling,
        email=deelnemer.email,
        doel=_doel(deelnemer, op),
        geldig_tot_en_met=geldig_tot_en_met,
        stukken=list(Dossierstuk.objects.filter(pk__in=liggen)),
        op=op,
        account=genodigd if Rolsoort.DESKUNDIGE in soorten else None,
        is_voor_overleg=True,
    )
    deelnemer.save(update_fields=["toestemming"])
    log_overleg(actor, overleg, "ask_deelnemertoestemming", reden, op)
    return deelnemer.toestemming


@transaction.atomic
def record_uitnodiging(*, actor: Account, deelnemer: Overlegdeelnemer, op: datetime) -> None:
    """Note that an invitation left, and what the meeting was like then.

    Raises:
        GeenToegangError: the actor plans no meetings here.
        OverlegError: they may not be asked, for the parents did not agree.
    """
    overleg = deelnemer.overleg
    reden = require(why_may_plan(actor, overleg.vestiging, op=op), WIE_PLANT)
    is_open = overleg.stand != Overlegstand.AFGEZEGD
    if is_open and deelnemer.pk not in toegelaten(deelnemers=[deelnemer], overleg=overleg, op=op):
        raise OverlegError("De ouders gaven nog geen toestemming. Zonder toestemming gaat er geen uitnodiging uit.")
    deelnemer.uitgenodigd_op, deelnemer.uitgenodigd_volgnummer = op, overleg.volgnummer
    deelnemer.save(update_fields=["uitgenodigd_op", "uitgenodigd_volgnummer"])
    log_overleg(actor, overleg, "record_uitnodiging", reden, op)


@transaction.atomic
def set_aanwezigheid(*, actor: Account, deelnemer: Overlegdeelnemer, is_aanwezig: bool | None, op: datetime) -> None:
    """Say that somebody was there or was not; None takes that back.

    Raises:
        GeenToegangError: the actor is not of the school, or not at this meeting.
        OverlegError: it did not begin yet, or is closed or called off.
    """
    overleg = deelnemer.overleg
    recht = require_overlegrecht(actor, overleg, op=op)
    overleg = Overleg.objects.select_for_update().get(pk=overleg.pk)
    if overleg.stand in {Overlegstand.GESLOTEN, Overlegstand.AFGEZEGD}:
        raise OverlegError("Dit overleg is gesloten of afgezegd. Er verandert niets meer aan.")
    require(recht.reden if recht.besluit_mee else None, WIE_SCHRIJFT)
    if op < overleg.begint_op:
        raise OverlegError("Dit overleg is nog niet begonnen. Zeg daarna wie er was.")
    if deelnemer.is_aanwezig == is_aanwezig:
        return
    deelnemer.is_aanwezig = is_aanwezig
    deelnemer.save(update_fields=["is_aanwezig"])
    log_overleg(actor, overleg, "set_aanwezigheid", recht.reden, op)


@transaction.atomic
def set_iedereen_aanwezig(*, actor: Account, overleg: Overleg, op: datetime) -> None:
    """Say that everybody was there of whom nobody said anything yet.

    Raises:
        GeenToegangError: the actor is not of the school, or not at this meeting.
        OverlegError: it did not begin yet, or is closed or called off.
    """
    for een in list_deelnemers(overleg=overleg):
        if een.is_aanwezig is None:
            een.overleg = overleg
            set_aanwezigheid(actor=actor, deelnemer=een, is_aanwezig=True, op=op)


def _mag(actor: Account, overleg: Overleg, op: datetime) -> Reden:
    reden = require(why_may_plan(actor, overleg.vestiging, op=op), WIE_PLANT)
    if overleg.stand in {Overlegstand.GESLOTEN, Overlegstand.AFGEZEGD}:
        raise OverlegError("Dit overleg is gesloten of afgezegd. Er verandert niets meer aan.")
    return reden


def _check_extern(overleg: Overleg, gegevens: Deelnemergegevens) -> None:
    if overleg.soort == Overlegsoort.GROEPSBESPREKING:
        raise OverlegError("Bij een groepsbespreking komt niemand van buiten: het gaat over meer dan een kind.")
    if not gegevens.email.strip():
        raise OverlegError("Vul een e-mailadres in: zonder adres kan deze persoon niet worden uitgenodigd.")


def _zelfde(een: Overlegdeelnemer, gegevens: Deelnemergegevens) -> bool:
    if gegevens.account is not None:
        return een.account_id == gegevens.account.pk
    email = gegevens.email.strip().lower()
    return bool(email) and een.email.lower() == email


def _doel(deelnemer: Overlegdeelnemer, op: datetime) -> str:
    """What the parents read: this meeting and no other."""
    dag = deelnemer.overleg.begint_op.astimezone(op.tzinfo)
    naam = deelnemer.naam[:80]
    return f"Het overleg van {dag:%d-%m-%Y}, voor {naam} ({ROLNAMEN[deelnemer.rol]})"
