"""Writes of who teaches which group, and of the groups themselves."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from passend.begrippen.rollen import GeenToegangError, Reden, Rolsoort
from passend.begrippen.schooljaar import Schooljaar
from passend.organisaties.actions import create_groep
from passend.organisaties.models import Groep, Vestiging
from passend.organisaties.queries import list_groepen
from passend.regels.herkenning import groepssleutel
from passend.toegang.actions.logboek import log_handeling
from passend.toegang.models import Account, Groepstaak
from passend.toegang.permissions import WIE_GEEFT_GROEP, why_may_give_groep
from passend.toegang.queries import list_rollen

LANGSTE_GROEPSNAAM = 40


class GroepstaakError(ValueError):
    """A group that cannot be made, or be given so; the text says what to do."""


def assign_groep(*, account: Account, groep: Groep, geldig_van: date, geldig_tot_en_met: date | None = None) -> None:
    """Say that somebody teaches a group, without asking who may and without a line in the log: for made-up regions."""
    Groepstaak.objects.create(
        bestuur_id=groep.bestuur_id,
        account=account,
        groep=groep,
        geldig_van=geldig_van,
        geldig_tot_en_met=geldig_tot_en_met,
    )


@transaction.atomic
def give_groep(
    *,
    actor: Account,
    account: Account,
    groep: Groep,
    geldig_van: date,
    geldig_tot_en_met: date | None,
    op: datetime,
) -> Groepstaak:
    """Give a teacher a group of this school year, until a day for who stands in.

    Raises:
        GeenToegangError: the actor does not give groups here.
        GroepstaakError: they do not teach here, the days cannot be, or they have the group on those days already.
    """
    vandaag = timezone.localtime(op).date()
    reden = _require(actor, groep.vestiging, vandaag)
    _check_dagen(groep, geldig_van, geldig_tot_en_met, vandaag)
    rollen = list_rollen(account=account, peildatum=vandaag)
    if not rollen.filter(soort=Rolsoort.LEERKRACHT.value, vestiging=groep.vestiging).exists():
        raise GroepstaakError("Deze persoon is hier geen leerkracht. Nodig eerst uit als leerkracht, bij Mensen.")
    Groep.objects.select_for_update().get(pk=groep.pk)  # of two who press at once, the second sees what the first gave
    al = Groepstaak.objects.filter(_loopt(geldig_van), bestuur=groep.bestuur_id, account=account, groep=groep)
    if geldig_tot_en_met is not None:
        al = al.filter(geldig_van__lte=geldig_tot_en_met)
    if al.exists():
        raise GroepstaakError(
            "Deze leerkracht heeft deze groep al op een van deze dagen. Beëindig dat eerst, of kies andere dagen."
        )
    return start_groepstaak(
        actor=actor,
        account=account,
        groep=groep,
        geldig_van=geldig_van,
        geldig_tot_en_met=geldig_tot_en_met,
        reden=reden,
        op=op,
    )


@transaction.atomic
def end_groep(*, actor: Account, taak: Groepstaak, op: datetime) -> None:
    """Take a group from a teacher: from this moment its pupils are closed to them, unless they have another reason.

    Raises:
        GeenToegangError: the actor does not give groups here.
    """
    reden = _require(actor, taak.groep.vestiging, timezone.localtime(op).date())
    stop_groepstaak(actor=actor, taak=taak, reden=reden, op=op)


@transaction.atomic
def add_groep(*, actor: Account, vestiging: Vestiging, naam: str, op: datetime) -> Groep:
    """Make a group of this school year, for a school whose pupils did not come from a file with groups.

    Raises:
        GeenToegangError: the actor does not give groups here.
        GroepstaakError: it has no name, its name is too long, or it is there already.
    """
    vandaag, naam = timezone.localtime(op).date(), " ".join(naam.split())
    reden, schooljaar = _require(actor, vestiging, vandaag), str(Schooljaar.op(vandaag))
    if not naam:
        raise GroepstaakError("Vul in hoe de groep heet.")
    if len(naam) > LANGSTE_GROEPSNAAM:
        raise GroepstaakError("De naam van de groep is te lang. Maak die korter.")
    if groepssleutel(naam) in {
        groepssleutel(een.naam) for een in list_groepen(vestiging=vestiging, schooljaar=schooljaar)
    }:
        raise GroepstaakError("Deze groep is er dit schooljaar al. Kies een andere naam.")
    groep = create_groep(vestiging=vestiging, schooljaar=schooljaar, naam=naam)
    _log(actor, "add_groep", f"groep:{groep.pk}", groep.bestuur_id, reden, op)
    return groep


def start_groepstaak(  # noqa: PLR0913 -- a task has this many facts
    *,
    actor: Account | None,
    account: Account,
    groep: Groep,
    geldig_van: date,
    geldig_tot_en_met: date | None,
    reden: Reden,
    op: datetime,
) -> Groepstaak:
    """Let somebody teach a group, and write it down; a part of an action, which asks who may.

    What began that day and was ended goes on.
    """
    taak, _is_nieuw = Groepstaak.objects.update_or_create(
        bestuur_id=groep.bestuur_id,
        account=account,
        groep=groep,
        geldig_van=geldig_van,
        defaults={"geldig_tot_en_met": geldig_tot_en_met},
    )
    _log(actor, "give_groep", f"groepstaak:{taak.pk}", taak.bestuur_id, reden, op)
    return taak


def stop_groepstaak(*, actor: Account | None, taak: Groepstaak, reden: Reden, op: datetime) -> None:
    """Let what somebody teaches end at once, and write it down; a part of an action. What ended before stays so."""
    gisteren = timezone.localtime(op).date() - timedelta(days=1)
    if taak.geldig_tot_en_met is not None and taak.geldig_tot_en_met <= gisteren:
        return
    taak.geldig_tot_en_met = gisteren
    taak.save(update_fields=["geldig_tot_en_met"])
    _log(actor, "end_groep", f"groepstaak:{taak.pk}", taak.bestuur_id, reden, op)


def stop_groepstaken(
    *, actor: Account | None, account: Account, vestiging: Vestiging, reden: Reden, op: datetime
) -> None:
    """Let all that somebody teaches at a site end, for the role for which it counted is over; a part of an action."""
    vandaag = timezone.localtime(op).date()
    taken = Groepstaak.objects.filter(
        _loopt(vandaag),
        bestuur=vestiging.bestuur_id,
        account=account,
        groep__bestuur=F("bestuur"),
        groep__vestiging=vestiging,
    )
    for taak in taken:
        stop_groepstaak(actor=actor, taak=taak, reden=reden, op=op)


def _loopt(dag: date) -> Q:
    return Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=dag)


def _require(actor: Account, vestiging: Vestiging, vandaag: date) -> Reden:
    reden = why_may_give_groep(actor, vestiging, peildatum=vandaag)
    if reden is None:
        raise GeenToegangError(f"Dit mag u niet doen voor deze school. Dit mag wel: {WIE_GEEFT_GROEP}. Vraag het daar.")
    return reden


def _check_dagen(groep: Groep, van: date, tot: date | None, vandaag: date) -> None:
    jaar = Schooljaar.op(vandaag)
    if groep.schooljaar != str(jaar):
        raise GroepstaakError("Deze groep is van een ander schooljaar. Kies een groep van dit schooljaar.")
    if van < vandaag:
        raise GroepstaakError("De eerste dag ligt voor vandaag. Kies vandaag of een latere dag.")
    if tot is not None and tot < van:
        raise GroepstaakError("De laatste dag ligt voor de eerste. Kijk de twee dagen na.")
    if max(van, tot or van) > jaar.eindigt_op:
        raise GroepstaakError("Deze dag valt na dit schooljaar. Kies een dag tot en met 31 juli.")


def _log(actor: Account | None, handeling: str, onderwerp: str, bestuur: int, reden: Reden, op: datetime) -> None:
    log_handeling(account=actor, handeling=handeling, onderwerp=onderwerp, reden=reden, op=op, bestuur=bestuur)
