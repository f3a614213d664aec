"""Noting that two schools were in touch about a pupil."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from passend.begrippen.overstap import Contactreden
from passend.leerlingen.actions.leerlingen import LeerlingError, check_lengte, log_leerling, log_school
from passend.leerlingen.models import Leerling
from passend.leerlingen.permissions import get_inzage, require
from passend.organisaties.models import Vestiging
from passend.overstap.models import Schoolcontact
from passend.overstap.permissions import WIE_RAPPORT, why_may_take_in, why_may_write_rapport
from passend.toegang.models import Account

LANGSTE_SCHOOL, LANGSTE_NAAM, LANGSTE_WAAROVER, LANGSTE_ZAAK = 160, 120, 4_000, 40


OUDSTE = timedelta(days=731)
"""Talks about a pupil who goes or comes are of this year or the last; an older day was typed wrong."""


class OverstapError(LeerlingError):
    """Something about a pupil who goes to another school that cannot be; the text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contactgegevens:
    """When, who on both sides, and about what."""

    op: date
    andere_school: str
    wie_daar: str
    wie_hier: str
    reden: Contactreden
    waarover: str


@transaction.atomic
def add_contact(
    *, actor: Account, vestiging: Vestiging, over: Leerling | str, gegevens: Contactgegevens, op: datetime
) -> Schoolcontact:
    """Note a talk with another school about a pupil, or about a case that another room keeps, by its key.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        OverstapError: something is empty or too long, or the day is still to come.
    """
    leerling = over if isinstance(over, Leerling) else None
    zaak = "" if isinstance(over, Leerling) else over
    if leerling is not None:
        reden = require(why_may_write_rapport(get_inzage(actor, leerling, op=op)), WIE_RAPPORT)
    else:
        reden = require(why_may_take_in(actor, vestiging, op=op), WIE_RAPPORT)
        if not zaak.strip() or len(zaak) > LANGSTE_ZAAK:
            raise OverstapError("Kies over welke leerling het ging.")
    _check(gegevens, op, leerling)
    contact = Schoolcontact.objects.create(
        bestuur_id=vestiging.bestuur_id,
        vestiging=vestiging,
        leerling=leerling,
        zaak=zaak.strip(),
        op=gegevens.op,
        andere_school=gegevens.andere_school.strip(),
        wie_daar=gegevens.wie_daar.strip(),
        wie_hier=gegevens.wie_hier.strip(),
        reden=gegevens.reden.value,
        waarover=gegevens.waarover.strip(),
        vastgelegd_op=op,
        door=actor,
    )
    if leerling is not None:
        log_leerling(actor, leerling, "add_contact", reden, op)
    else:
        log_school(actor, vestiging, "add_contact", reden, op)
    return contact


def _check(gegevens: Contactgegevens, op: datetime, leerling: Leerling | None) -> None:
    verplicht = (gegevens.andere_school, gegevens.wie_daar, gegevens.wie_hier, gegevens.waarover)
    if not all(woord.strip() for woord in verplicht):
        raise OverstapError("Vul in met welke school en met wie het contact was, wie van hier, en waarover het ging.")
    for woord, hoogstens in zip(verplicht, (LANGSTE_SCHOOL, LANGSTE_NAAM, LANGSTE_NAAM, LANGSTE_WAAROVER), strict=True):
        check_lengte(woord, hoogstens)
    if gegevens.op > op.date():
        raise OverstapError("Deze dag moet nog komen. Vul de dag in waarop het contact was.")
    if gegevens.op < op.date() - OUDSTE or (leerling is not None and gegevens.op < leerling.geboren_op):
        dag = gegevens.op
        raise OverstapError(
            f"Een contact op {dag:%d-%m-%Y} is te lang geleden voor deze overstap. Kijk de dag en het jaar na."
        )
