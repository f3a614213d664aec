"""A registration comes in, and parents get a key to follow it."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.db import transaction

from passend.begrippen.aanmelding import Aanmeldweg, Gebeurtenissoort, Hulpvraag, Oudertaal
from passend.begrippen.bijlage import Bijlage
from passend.begrippen.rollen import Logsoort, Reden
from passend.leerlingen.actions.kluis import kluis
from passend.organisaties.models import Vestiging
from passend.regels.aanmeldingsfeiten import Aanmeldingsfeiten, check_aanmelding
from passend.toegang.actions import log_handeling
from passend.toegang.models import Account
from passend.toegang.queries import sleutel_hash
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Aanmeldouder, Aanmeldscan, Aanmeldsleutel
from passend.toelating.permissions import WIE_BEHEERT, require, why_may_manage
from passend.toelating.queries.aanmeldingen import onderwerp_van, open_scan
from passend.toelating.queries.andereschool import find_andere_school
from passend.toelating.queries.contact import Contactkind

FORMULIER = Reden("aanmeldformulier", "De ouders vulden het formulier van de school in.")
VOLGSLEUTEL = Reden("aanmeldsleutel", "De ouders openden de link uit hun brief.")
INSTALLATIE = Reden("installatie", "Dit is klaargezet bij het installeren.")
CONTACT_STOND_ER = Reden("schoolcontact", "Dit contact met de andere school stond er al voor de aanmelding.")
GELDIG = timedelta(days=365)
EERDER, VOORUIT = timedelta(days=366), timedelta(days=3 * 366)  # further off, a year was typed wrong
OUDSTE = 15  # years: after 14 nobody is in primary school, so that a year was typed wrong
LANGSTE_ADRES = 200
MEESTE_OUDERS = 4
MEESTE_SCANS = 5


class ToelatingError(ValueError):
    """Something about a registration that cannot be; the text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kindgegevens:
    """What a registration says of the child and of how it came."""

    voornaam: str
    achternaam: str
    geboren_op: date
    weg: Aanmeldweg
    verzocht_op: date
    ontvangen_op: date
    hulpvraag: Hulpvraag
    adres: str = ""
    gewenst_op: date | None = None
    andere_scholen: str = ""
    is_eerste_voorkeur: bool = True
    toelichting: str = ""
    is_elders_ingeschreven: bool = False
    huidige_school: str = ""
    is_asielzoeker: bool = False
    oudertaal: Oudertaal = Oudertaal.NEDERLANDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanmelder:
    """A parent as they wrote themselves down."""

    naam: str
    email: str
    telefoon: str = ""
    heeft_gezag: bool = True


def log_aanmelding(
    actor: Account | None,
    aanmelding: Aanmelding,
    handeling: str,
    reden: Reden,
    op: datetime,
    soort: Logsoort = Logsoort.WIJZIGEN,
) -> None:
    """Write down what was done with a registration: its key, never a name."""
    log_handeling(
        account=actor,
        handeling=handeling,
        onderwerp=onderwerp_van(aanmelding),
        reden=reden,
        op=op,
        bestuur=aanmelding.bestuur_id,
        soort=soort,
    )


@transaction.atomic
def register_aanmelding(
    *,
    actor: Account | None,
    vestiging: Vestiging,
    kind: Kindgegevens,
    ouders: Sequence[Aanmelder],
    op: datetime,
) -> Aanmelding:
    """Take in a registration: from the form of the parents without an actor, otherwise by who keeps them.

    Raises:
        GeenToegangError: the actor does not keep the registrations here.
        ToelatingError: a name or a parent is missing, or the days cannot be.
    """
    reden = FORMULIER if actor is None else require(why_may_manage(actor, vestiging, op=op), WIE_BEHEERT)
    check_kind(kind, op)
    check_ouders(ouders)
    aanmelding = Aanmelding.objects.create(
        bestuur_id=vestiging.bestuur_id,
        vestiging=vestiging,
        **{veld: getattr(kind, veld) for veld in kind.__slots__ if veld != "huidige_school"},
        huidige_school=kind.huidige_school.strip() or find_andere_school(vestiging=vestiging, kind=_als_kind(kind)),
        ingevoerd_op=op,
        ingevoerd_door=actor,
    )
    Aanmeldouder.objects.bulk_create(
        Aanmeldouder(
            bestuur_id=vestiging.bestuur_id,
            aanmelding=aanmelding,
            naam=een.naam.strip(),
            email=een.email.strip(),
            telefoon=een.telefoon.strip(),
            heeft_gezag=een.heeft_gezag,
        )
        for een in ouders
    )
    log_aanmelding(actor, aanmelding, "register_aanmelding", reden, op)
    return aanmelding


@transaction.atomic
def note_andere_school(*, actor: Account, aanmelding: Aanmelding, school: str, op: datetime) -> None:
    """Note which school a child comes from, when something of that school came and nobody decided yet.

    Raises:
        GeenToegangError: the actor does not keep the registrations here.
    """
    reden = require(why_may_manage(actor, aanmelding.vestiging, op=op), WIE_BEHEERT)
    vers = Aanmelding.objects.select_for_update().get(pk=aanmelding.pk)
    besloten = Aanmeldgebeurtenis.objects.filter(aanmelding=vers, soort=Gebeurtenissoort.BESLUIT.value)
    if vers.huidige_school or besloten.exists():
        return
    Aanmelding.objects.filter(pk=vers.pk).update(huidige_school=school[:160])
    log_aanmelding(actor, aanmelding, "note_andere_school", reden, op)


def _als_kind(kind: Kindgegevens) -> Contactkind:
    return Contactkind(voornaam=kind.voornaam.strip(), achternaam=kind.achternaam.strip(), geboren_op=kind.geboren_op)


@transaction.atomic
def create_sleutel(*, actor: Account | None, aanmelding: Aanmelding, op: datetime) -> str:
    """Give parents a key to follow their registration; only its hash is kept, and an earlier one stops working.

    Raises:
        GeenToegangError: the actor does not keep the registrations here.
    """
    reden = FORMULIER if actor is None else require(why_may_manage(actor, aanmelding.vestiging, op=op), WIE_BEHEERT)
    open_ = Aanmeldsleutel.objects.filter(aanmelding=aanmelding, ingetrokken_op__isnull=True)
    open_.update(ingetrokken_op=op)
    geheim = secrets.token_urlsafe(32)
    Aanmeldsleutel.objects.create(
        bestuur_id=aanmelding.bestuur_id,
        aanmelding=aanmelding,
        hash=sleutel_hash(geheim),
        gemaakt_op=op,
        verloopt_op=op + GELDIG,
    )
    log_aanmelding(actor, aanmelding, "create_aanmeldsleutel", reden, op)
    return geheim


@transaction.atomic
def add_aanmeldscan(*, actor: Account, aanmelding: Aanmelding, scan: Bijlage, op: datetime) -> Aanmeldscan:
    """Keep the paper of a registration with it, locked; the same paper once.

    Raises:
        GeenToegangError: the actor does not keep the registrations here.
        ToelatingError: it did not come on paper, or there are as many as there can be.
    """
    reden = require(why_may_manage(actor, aanmelding.vestiging, op=op), WIE_BEHEERT)
    aanmelding = Aanmelding.objects.select_for_update().get(pk=aanmelding.pk)
    if aanmelding.weg != Aanmeldweg.PAPIER:
        raise ToelatingError("Een scan hoort bij een aanmelding op papier. Deze kwam anders binnen.")
    eerder = list(Aanmeldscan.objects.filter(aanmelding=aanmelding))
    if al := next((een for een in eerder if open_scan(een) == scan.inhoud), None):
        return al
    if len(eerder) >= MEESTE_SCANS:
        raise ToelatingError(f"Er zijn al {MEESTE_SCANS} scans. Zet meer bladzijden samen in een PDF.")
    rij = Aanmeldscan.objects.create(
        bestuur_id=aanmelding.bestuur_id,
        aanmelding=aanmelding,
        extensie=scan.extensie,
        geheim=kluis().encrypt(scan.inhoud),
        toegevoegd_op=op,
        toegevoegd_door=actor,
    )
    log_aanmelding(actor, aanmelding, "add_aanmeldscan", reden, op)
    return rij


@transaction.atomic
def set_oudertaal(*, actor: Account, aanmelding: Aanmelding, taal: Oudertaal, op: datetime) -> None:
    """Choose the language of the letters from now on; those that were sent stay as they are.

    Raises:
        GeenToegangError: the actor does not keep the registrations here.
    """
    reden = require(why_may_manage(actor, aanmelding.vestiging, op=op), WIE_BEHEERT)
    Aanmelding.objects.filter(pk=aanmelding.pk).update(oudertaal=taal)
    aanmelding.oudertaal = taal
    log_aanmelding(actor, aanmelding, "set_oudertaal", reden, op)


def check_adres(adres: str) -> None:
    """Refuse what is no address of a page.

    Raises:
        ToelatingError: idem.
    """
    if len(adres) > LANGSTE_ADRES:
        raise ToelatingError(f"Dit adres is te lang. Houd het bij {LANGSTE_ADRES} tekens.")
    try:
        URLValidator(schemes=["http", "https"])(adres)
    except ValidationError as fout:
        raise ToelatingError("Dit is geen adres van een pagina. Het begint met https://.") from fout


def check_kind(kind: Kindgegevens, op: datetime) -> None:
    """Refuse a registration that cannot be.

    Raises:
        ToelatingError: a name is missing or too long, or the days are in the wrong order.
    """
    if not (kind.voornaam.strip() and kind.achternaam.strip()):
        raise ToelatingError("Vul de voornaam en de achternaam van het kind in.")
    _check_lengten(kind)
    _check_huidige_school(kind)
    if kind.verzocht_op < op.date() - EERDER:
        raise ToelatingError("Deze aanmelding is van meer dan een jaar geleden. Kijk de dag na.")
    feiten = Aanmeldingsfeiten(verzocht_op=kind.verzocht_op, ontvangen_op=kind.ontvangen_op, geboren_op=kind.geboren_op)
    if bezwaren := check_aanmelding(feiten, peildatum=op.date()):
        raise ToelatingError(*(bezwaar.zin for bezwaar in bezwaren))
    if kind.geboren_op.year < kind.ontvangen_op.year - OUDSTE:
        raise ToelatingError("Dit kind is te oud voor een basisschool. Kijk de geboortedag na.")
    if kind.gewenst_op is not None and kind.gewenst_op > op.date() + VOORUIT:
        raise ToelatingError("De gewenste eerste schooldag is meer dan drie jaar vooruit. Kijk de dag na.")
    if kind.gewenst_op is not None and kind.gewenst_op < kind.geboren_op:
        raise ToelatingError("De gewenste eerste schooldag ligt voor de geboorte. Kijk de twee datums na.")
    if kind.gewenst_op is not None and kind.gewenst_op < kind.verzocht_op:
        raise ToelatingError("De gewenste eerste schooldag ligt voor de dag van de aanmelding. Kijk de twee datums na.")


def _check_huidige_school(kind: Kindgegevens) -> None:
    """Which school the child is at now: the schools speak before anybody decides."""
    if kind.is_elders_ingeschreven and not kind.huidige_school.strip():
        raise ToelatingError(
            "Vul in op welke school het kind nu zit. De scholen spreken elkaar voor er een besluit is."
        )


def _check_lengten(kind: Kindgegevens) -> None:
    grenzen = {"voornaam": 80, "achternaam": 120, "adres": 200, "huidige_school": 160, "toelichting": 20_000}
    grenzen["andere_scholen"] = 2_000
    for veld, hoogstens in grenzen.items():
        if len(getattr(kind, veld)) > hoogstens:
            raise ToelatingError(f"Een van de antwoorden is te lang. Houd het bij {hoogstens} tekens.")


def check_ouders(ouders: Sequence[Aanmelder]) -> None:
    """Refuse a registration without a parent, or with an address that is none.

    Raises:
        ToelatingError: no parent, too many, or an address that cannot be.
    """
    if not ouders:
        raise ToelatingError("Vul in wie het kind aanmeldt: een naam en een e-mailadres.")
    if len(ouders) > MEESTE_OUDERS:
        raise ToelatingError(f"Noteer hoogstens {MEESTE_OUDERS} ouders of verzorgers.")
    for een in ouders:
        _check_ouder(een)


def _check_ouder(ouder: Aanmelder) -> None:
    if not ouder.naam.strip() or len(ouder.naam) > 160 or len(ouder.telefoon) > 20:  # noqa: PLR2004 -- as long as the table
        raise ToelatingError("Vul de naam van de ouder in, en een telefoonnummer van hoogstens 20 tekens.")
    if not ouder.email.strip():
        return
    try:
        validate_email(ouder.email.strip())
    except ValidationError as fout:
        raise ToelatingError(
            "Dit is geen e-mailadres. Het heeft een @ en een punt, zoals info@school.example."
        ) from fout
