"""Noting that two schools were in touch about a child: once, for its case and for the file that came.

A registration counts a talk by a row of its own, written in the same breath; so the gate before a decision sees every
talk, wherever it was noted, and what was on file on the day of the decision stays as it was.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import translation

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.overstap import Contactreden, Contactwijze
from passend.begrippen.rollen import Reden
from passend.leerlingen.actions.leerlingen import log_leerling, log_school
from passend.leerlingen.models import Leerling
from passend.leerlingen.permissions import SCHOOL, get_inzage
from passend.organisaties.models import Vestiging
from passend.toegang.models import Account
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.bewijs import Gebeurtenisgegevens
from passend.toelating.actions.zaak import hold_zaak, leg_vast
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Schoolcontact
from passend.toelating.permissions import WIE_BEHEERT, require, why_may_manage
from passend.toelating.queries.aanmeldingen import geldige
from passend.toelating.queries.contact import WIJZEN, Contactkind, contacten_van_zaak, losse_contacten, tellende
from passend.toelating.queries.zaken import Zaak

LANGSTE_SCHOOL, LANGSTE_NAAM, LANGSTE_WAAROVER = 160, 120, 4_000
OUDSTE = timedelta(days=731)
"""Talks about a pupil who goes or comes are of this year or the last; an older day was typed wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contactgegevens:
    """When, who on both sides, by what means, why, and about what."""

    op: date
    andere_school: str
    wie_daar: str
    wie_hier: str
    wijze: Contactwijze
    reden: Contactreden
    waarover: str


@transaction.atomic
def add_contact(
    *,
    actor: Account,
    vestiging: Vestiging,
    over: Leerling | Aanmelding | Contactkind,
    gegevens: Contactgegevens,
    op: datetime,
) -> Schoolcontact:
    """Note a talk about a pupil, a registration, or the child of a file that came; an open case of it counts it too.

    The same talk sent twice is one.

    Raises:
        GeenToegangError: the actor does not keep the pupils or the registrations here.
        ToelatingError: something is empty or too long, the day cannot be, or the parents withdrew.
    """
    if isinstance(over, Leerling):
        inzage = get_inzage(actor, over, op=op)
        reden = require(inzage.reden_als(SCHOOL) if inzage else None, WIE_BEHEERT)
    else:
        reden = require(why_may_manage(actor, vestiging, op=op), WIE_BEHEERT)
    gegevens = _schoon(gegevens)
    _check(gegevens, op, over.geboren_op)
    if (al := _al_genoteerd(vestiging, over, gegevens)) is not None:
        return al
    zaak = None if isinstance(over, Leerling) else _zaak_van(vestiging, over, gegevens.op, op)
    contact = Schoolcontact(
        bestuur_id=vestiging.bestuur_id,
        vestiging=vestiging,
        leerling=over if isinstance(over, Leerling) else getattr(over, "leerling", None),
        zaak=over.zaak if isinstance(over, Contactkind) else "",
        voornaam=over.voornaam,
        achternaam=over.achternaam,
        geboren_op=over.geboren_op,
        vastgelegd_op=op,
        door=actor,
        **{veld: getattr(gegevens, veld) for veld in gegevens.__slots__},
    )
    if zaak is not None:
        contact.gebeurtenis = _tel_mee(actor, zaak, contact, reden, op)
    contact.save()
    if isinstance(over, Leerling):
        log_leerling(actor, over, "add_contact", reden, op)
    elif zaak is None:
        log_school(actor, vestiging, "add_contact", reden, op)
    return contact


@transaction.atomic
def link_contacten(*, aanmelding: Aanmelding, reden: Reden, op: datetime) -> int:
    """Let a new registration count the talks about this child that were noted before it; nobody asks twice."""
    kind = Contactkind(voornaam=aanmelding.voornaam, achternaam=aanmelding.achternaam, geboren_op=aanmelding.geboren_op)
    contacten = losse_contacten(vestiging=aanmelding.vestiging, kind=kind)
    for contact in contacten:
        contact.gebeurtenis = _tel_mee(contact.door, hold_zaak(aanmelding), contact, reden, op)
        contact.save(update_fields=["gebeurtenis"])
    return len(contacten)


def _zaak_van(vestiging: Vestiging, over: Aanmelding | Contactkind, dag: date, op: datetime) -> Zaak | None:
    """The case that counts it: the one it is noted in, or the open one of the child of a file.

    Raises:
        ToelatingError: the parents withdrew the registration that it is noted in.
    """
    if isinstance(over, Aanmelding):
        zaak = hold_zaak(over)
        if any(een.soort == Soort.INGETROKKEN for een in geldige(zaak.gebeurtenissen)):
            raise ToelatingError("De ouders trokken deze aanmelding in. Er verandert niets meer.")
        return zaak
    rijen = Aanmelding.objects.filter(vestiging=vestiging, geboren_op=over.geboren_op).order_by("-pk")
    for aanmelding in rijen:
        if over.is_zelfde(voornaam=aanmelding.voornaam, achternaam=aanmelding.achternaam):
            aanmelding.vestiging = vestiging
            zaak = hold_zaak(aanmelding)
            gedaan = {een.soort for een in geldige(zaak.gebeurtenissen)}
            if not gedaan & {Soort.INGETROKKEN.value, Soort.BESLUIT.value}:
                return zaak
    return None


def _tel_mee(
    actor: Account | None, zaak: Zaak, contact: Schoolcontact, reden: Reden, op: datetime
) -> Aanmeldgebeurtenis:
    """The row in the case: what was said, in words that stay as they are."""
    with translation.override(settings.LANGUAGE_CODE):
        hoe = f" ({WIJZEN[contact.wijze]})" if contact.wijze else ""
    tekst = f"{contact.wie_hier} met {contact.wie_daar}{hoe}: {contact.waarover}"
    gegevens = Gebeurtenisgegevens(op=contact.op, tekst=tekst, school=contact.andere_school)
    return leg_vast(actor, zaak, Soort.SCHOOL_GESPROKEN, gegevens, reden, op)


def _al_genoteerd(
    vestiging: Vestiging, over: Leerling | Aanmelding | Contactkind, gegevens: Contactgegevens
) -> Schoolcontact | None:
    """This talk, noted already here and not taken back; the site is held, so that two tries at once make one."""
    Vestiging.objects.select_for_update().get(pk=vestiging.pk)
    if isinstance(over, Aanmelding):
        rijen = contacten_van_zaak(aanmelding=over.pk, bestuur=vestiging.bestuur_id)
    elif isinstance(over, Leerling):
        rijen = Schoolcontact.objects.filter(vestiging=vestiging, leerling=over)
    else:
        rijen = Schoolcontact.objects.filter(vestiging=vestiging, zaak=over.zaak, geboren_op=over.geboren_op)
    zelfde = rijen.filter(**{veld: getattr(gegevens, veld) for veld in gegevens.__slots__})
    return next(iter(tellende(zelfde)), None)


def _schoon(gegevens: Contactgegevens) -> Contactgegevens:
    woorden = {veld: getattr(gegevens, veld).strip() for veld in ("andere_school", "wie_daar", "wie_hier", "waarover")}
    return replace(gegevens, **woorden)


def _check(gegevens: Contactgegevens, op: datetime, geboren_op: date) -> None:
    verplicht = (gegevens.andere_school, gegevens.wie_daar, gegevens.wie_hier, gegevens.waarover)
    if not all(verplicht):
        raise ToelatingError("Vul in met welke school en met wie het contact was, wie van hier, en waarover het ging.")
    for woord, hoogstens in zip(verplicht, (LANGSTE_SCHOOL, LANGSTE_NAAM, LANGSTE_NAAM, LANGSTE_WAAROVER), strict=True):
        if len(woord) > hoogstens:
            raise ToelatingError(f"Een van de antwoorden is te lang. Houd het bij {hoogstens} tekens.")
    if gegevens.op > op.date():
        raise ToelatingError("Deze dag moet nog komen. Vul de dag in waarop het contact was.")
    if gegevens.op < max(op.date() - OUDSTE, geboren_op):
        raise ToelatingError(
            f"Een contact op {gegevens.op:%d-%m-%Y} is te lang geleden voor deze overstap. Kijk de dag en het jaar na."
        )
