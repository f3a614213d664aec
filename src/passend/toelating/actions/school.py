"""What a school says about admission: its policy, and which year groups have room."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from passend.begrippen.aanmelding import Andereschool, Plaatsstand
from passend.leerlingen.actions.leerlingen import log_school
from passend.organisaties.models import Vestiging
from passend.toegang.models import Account
from passend.toelating.actions.aanmelden import INSTALLATIE, ToelatingError, check_adres
from passend.toelating.models import Groepsruimte, Toelatingsbeleid
from passend.toelating.permissions import WIE_BEHEERT, WIE_BESLIST, require, why_may_decide, why_may_manage
from passend.toelating.queries.aanmeldingen import get_ruimte

LEERJAREN = range(1, 9)
RONDOM = timedelta(days=366)  # further off, a year was typed wrong
LANGSTE_TOELICHTING, LANGSTE_ADRES = 300, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Beleidgegevens:
    """How a school admits: whether it is public must be said, for another law holds then.

    Without a day the policy counts as public from when Passend got its address.
    """

    is_openbaar: bool | None
    is_aanmelden_open: bool
    schoolsoort: Andereschool = Andereschool.BASISSCHOOL
    beleid_adres: str = ""
    beleid_sinds: date | None = None
    steunpunt: str = ""
    bezwaar_adres: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruimtegegevens:
    """Whether a year group has room, from a day."""

    leerjaar: int
    stand: Plaatsstand
    geldig_van: date
    toelichting: str = ""


@transaction.atomic
def set_beleid(
    *, actor: Account | None, vestiging: Vestiging, gegevens: Beleidgegevens, op: datetime
) -> Toelatingsbeleid:
    """Say how a school admits: public or not, whether parents can register here, and where its policy stands.

    Raises:
        GeenToegangError: the actor does not decide for this school.
        ToelatingError: it is not said whether the school is public, the address is none, or a text is too long.
    """
    reden = INSTALLATIE if actor is None else require(why_may_decide(actor, vestiging, op=op), WIE_BESLIST)
    if gegevens.is_openbaar is None:
        raise ToelatingError("Kies of dit een openbare of een bijzondere school is. Daarvan hangt af welke wet geldt.")
    if gegevens.beleid_adres:
        check_adres(gegevens.beleid_adres)
    if max(len(gegevens.steunpunt), len(gegevens.bezwaar_adres)) > LANGSTE_ADRES:
        raise ToelatingError(f"Houd het bij {LANGSTE_ADRES} tekens.")
    sinds = _sinds(vestiging, gegevens, op)
    beleid, _nieuw = Toelatingsbeleid.objects.update_or_create(
        bestuur_id=vestiging.bestuur_id,
        vestiging=vestiging,
        defaults={
            "is_openbaar": gegevens.is_openbaar,
            "schoolsoort": gegevens.schoolsoort,
            "is_aanmelden_open": gegevens.is_aanmelden_open,
            "beleid_adres": gegevens.beleid_adres,
            "beleid_sinds": sinds,
            "beleid_genoteerd_op": _genoteerd_op(vestiging, gegevens.beleid_adres, sinds, op),
            "steunpunt": gegevens.steunpunt.strip(),
            "bezwaar_adres": gegevens.bezwaar_adres.strip(),
            "gewijzigd_op": op,
            "gewijzigd_door": actor,
        },
    )
    log_school(actor, vestiging, "set_beleid", reden, op)  # type: ignore[arg-type]
    return beleid


@transaction.atomic
def set_ruimte(*, actor: Account | None, vestiging: Vestiging, gegevens: Ruimtegegevens, op: datetime) -> Groepsruimte:
    """Say from which day a year group is full, or has room again; what was said before stays to be read.

    The same sent twice is said once.

    Raises:
        GeenToegangError: the actor does not keep the registrations here.
        ToelatingError: there is no such year group, it is full on a day to come, or the policy to fall back on is not
            public.
    """
    reden = INSTALLATIE if actor is None else require(why_may_manage(actor, vestiging, op=op), WIE_BEHEERT)
    if gegevens.leerjaar not in LEERJAREN:
        raise ToelatingError("Kies een groep van 1 tot en met 8.")
    if abs(gegevens.geldig_van - op.date()) > RONDOM:
        raise ToelatingError("Deze dag ligt meer dan een jaar van vandaag. Kijk hem na.")
    if gegevens.stand is Plaatsstand.VOL and gegevens.geldig_van > op.date():
        # until that day parents read that there is room, and no refusal can rest on it (WPO 40 lid 5 onder a)
        raise ToelatingError(
            f"Een groep is vol vanaf de dag waarop de laatste plaats weg is. {gegevens.geldig_van:%d-%m-%Y} is nog "
            "niet geweest: zet het er op die dag bij. Zijn nu al alle plaatsen weg, kies dan vandaag."
        )
    if len(gegevens.toelichting) > LANGSTE_TOELICHTING:
        raise ToelatingError(f"Houd de toelichting bij {LANGSTE_TOELICHTING} tekens.")
    beleid = Toelatingsbeleid.objects.filter(vestiging=vestiging).first()
    if gegevens.stand is Plaatsstand.VOL and not (beleid and beleid.beleid_adres):
        raise ToelatingError(
            "Vol telt alleen met een toelatingsbeleid dat iedereen kan lezen. Zet eerst het adres van dat beleid erbij."
        )
    nu = get_ruimte(vestiging=vestiging, leerjaar=gegevens.leerjaar, dag=gegevens.geldig_van)
    zelfde = (gegevens.stand, gegevens.geldig_van, gegevens.toelichting.strip())
    if nu is not None and (nu.stand, nu.geldig_van, nu.toelichting) == zelfde:
        return nu
    rij = Groepsruimte.objects.create(
        bestuur_id=vestiging.bestuur_id,
        vestiging=vestiging,
        leerjaar=gegevens.leerjaar,
        stand=gegevens.stand,
        geldig_van=gegevens.geldig_van,
        toelichting=gegevens.toelichting.strip(),
        vastgelegd_op=op,
        door=actor,
    )
    log_school(actor, vestiging, "set_ruimte", reden, op)  # type: ignore[arg-type]
    return rij


def _sinds(vestiging: Vestiging, gegevens: Beleidgegevens, op: datetime) -> date | None:
    """Since when the policy is public: as the school says, else since Passend knows where it stands."""
    if not gegevens.beleid_adres:
        return None
    if gegevens.beleid_sinds is not None:
        if gegevens.beleid_sinds > op.date():
            raise ToelatingError("De dag waarop het beleid openbaar werd, is nog niet geweest. Kijk de datum na.")
        return gegevens.beleid_sinds
    nu = Toelatingsbeleid.objects.filter(vestiging=vestiging, beleid_adres=gegevens.beleid_adres).first()
    return (nu.beleid_sinds if nu else None) or op.date()


def _genoteerd_op(vestiging: Vestiging, adres: str, sinds: date | None, op: datetime) -> date | None:
    """On which day the school wrote down where its policy stands and since when: what it says of before is its word."""
    if not adres:
        return None
    nu = Toelatingsbeleid.objects.filter(vestiging=vestiging, beleid_adres=adres, beleid_sinds=sinds).first()
    return (nu.beleid_genoteerd_op if nu else None) or op.date()
