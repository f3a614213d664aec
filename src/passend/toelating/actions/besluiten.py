"""What a board decides: through a gate of which nothing is missing, or through it with its own reason on record."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db import transaction

from passend.begrippen.aanmelding import Briefsoort, Gebeurtenissoort
from passend.begrippen.opp import Oppaanleiding
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.termijn import Poortbezwaar
from passend.begrippen.toelating import Toelatingsbesluit, Weigeringsgrond
from passend.leerlingen.actions.leerlingen import (
    Leerlinggegevens,
    Oudergegevens,
    add_ouder,
    deregister_leerling,
    register_leerling,
)
from passend.leerlingen.models import Leerling
from passend.leerlingen.permissions import why_may_manage as why_may_keep_leerlingen
from passend.regels.aanmeldingsfeiten import Afwijking, Besluit, wordt_jaar
from passend.regels.toelatingspoorten import check_besluit, resterend
from passend.regels.toelatingstermijnen import plaatsing_vanaf
from passend.toegang.models import Account
from passend.toelating.actions.aanmelden import ToelatingError, log_aanmelding
from passend.toelating.actions.brieven import write_brief
from passend.toelating.actions.herhaling import find_herhaling
from passend.toelating.actions.plan import begin_plan
from passend.toelating.actions.schoolsoort import check_schoolsoort, require_schoolsoort
from passend.toelating.actions.twijfel import check_ver
from passend.toelating.actions.zaak import (
    LANGSTE_TEKST,
    Gebeurtenisgegevens,
    check_bezwaarstap,
    check_dag,
    check_fase,
    hold_zaak,
    leg_vast,
)
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Schoolcontact
from passend.toelating.permissions import (
    WIE_BEHEERT,
    WIE_BESLIST,
    WIE_DOORBREEKT,
    require,
    why_may_decide,
    why_may_manage,
    why_may_override,
)
from passend.toelating.queries.aanmeldingen import geldige
from passend.toelating.queries.contact import contacten_van_zaak
from passend.toelating.queries.zaken import Zaak, vroegste_inschrijving

EEN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitgegevens:
    """What is decided, on which ground, and with which reasons; `doorbreking` only of the board."""

    soort: Toelatingsbesluit
    op: date
    motivering: str = ""
    grond: Weigeringsgrond = Weigeringsgrond.ANDERE_SCHOOL
    doorbreking: str = ""


class PoortError(ToelatingError):
    """A decision for which something is missing; the arguments say what."""


def get_besluitbezwaren(zaak: Zaak, gegevens: Besluitgegevens, *, op: datetime) -> tuple[Poortbezwaar, ...]:
    """Everything that is missing for this decision now."""
    bezwaren = check_besluit(replace(zaak.feiten, besluit=None), _besluit(gegevens, op), peildatum=op.date())
    return (*check_schoolsoort(zaak.aanmelding.vestiging), *bezwaren) if zaak.beleid is None else bezwaren


@transaction.atomic
def decide_aanmelding(
    *, actor: Account, aanmelding: Aanmelding, gegevens: Besluitgegevens, op: datetime
) -> Aanmeldgebeurtenis:
    """Decide on a registration, and tell the parents by a letter.

    The day of the decision may lie before today, as when the board met last week; what the law counts from the day on
    which the parents know it, counts from the letter, today. That it was too late stays to be seen.

    Raises:
        GeenToegangError: the actor decides nothing here, or is not the board and wants to break through a gate.
        PoortError: something is missing; each sentence says what.
    """
    reden = require(why_may_decide(actor, aanmelding.vestiging, op=op), WIE_BESLIST)
    if gegevens.doorbreking.strip():
        reden = require(why_may_override(actor, aanmelding.vestiging, op=op), WIE_DOORBREEKT)
    require_schoolsoort(aanmelding.vestiging)
    zaak = hold_zaak(aanmelding)
    grond = gegevens.grond.value if gegevens.soort is Toelatingsbesluit.GEWEIGERD else ""
    waarden = {"op": gegevens.op, "tekst": gegevens.motivering, "uitkomst": gegevens.soort.value, "grond": grond}
    if (al := find_herhaling(zaak.gebeurtenissen, Gebeurtenissoort.BESLUIT, waarden)) is not None:
        return al
    check_dag(zaak, gegevens.op, op)
    afwijking = Afwijking(op=gegevens.op, reden=gegevens.doorbreking)
    bezwaren = check_besluit(zaak.feiten, _besluit(gegevens, op), peildatum=op.date())
    if blijft := resterend(bezwaren, afwijking):
        raise PoortError(*(bezwaar.zin for bezwaar in blijft))
    is_afwijking = bool(bezwaren)
    rij = leg_vast(
        actor,
        zaak,
        Gebeurtenissoort.BESLUIT,
        Gebeurtenisgegevens(op=gegevens.op, tekst=gegevens.motivering),
        reden,
        op,
        uitkomst=gegevens.soort.value,
        grond=grond,
        doorbreking=gegevens.doorbreking.strip() if is_afwijking else "",
    )
    write_brief(actor, zaak, Briefsoort(gegevens.soort.value), reden, op)
    if gegevens.soort is not Toelatingsbesluit.TOEGELATEN:
        _schrijf_uit(actor, zaak, op)
    elif (leerling := zaak.aanmelding.leerling) is not None:
        bekend_op = max(gegevens.op, op.date())  # as the letter: until then the place was for the time being
        begin_plan(actor, zaak, leerling, aanleiding=Oppaanleiding.DEFINITIEVE_PLAATSING, dag=bekend_op, op=op)
    return rij


@transaction.atomic
def decide_bezwaar(
    *, actor: Account, aanmelding: Aanmelding, gegevens: Gebeurtenisgegevens, is_alsnog: bool, op: datetime
) -> Aanmeldgebeurtenis:
    """Decide today on the objection of parents: keep to the refusal, or admit after all; and tell them by a letter.

    The parents were heard on it, and no dispute lies with the committee. No reason breaks through that.

    Raises:
        GeenToegangError: the actor decides nothing here.
        ToelatingError: something is missing; each sentence says what.
    """
    reden = require(why_may_decide(actor, aanmelding.vestiging, op=op), WIE_BESLIST)
    require_schoolsoort(aanmelding.vestiging)
    zaak = hold_zaak(aanmelding)
    gegevens = replace(gegevens, op=op.date())
    uitkomst = Toelatingsbesluit.TOEGELATEN if is_alsnog else Toelatingsbesluit.GEWEIGERD
    waarden = {"op": gegevens.op, "tekst": gegevens.tekst, "uitkomst": uitkomst.value}
    if (al := find_herhaling(zaak.gebeurtenissen, Gebeurtenissoort.BEZWAAR_BESLIST, waarden)) is not None:
        return al
    check_dag(zaak, gegevens.op, op)
    if zaak.feiten.besluit is None or zaak.feiten.bezwaar_op is None:
        raise ToelatingError("Er is geen bezwaar om over te beslissen.")
    if zaak.feiten.beslist_op is not None:
        raise ToelatingError("Er is al op het bezwaar beslist. Lees dat eerst.")
    check_tekst(gegevens.tekst, "Schrijf op waarom het bestuur zo besluit. De ouders lezen dat in de brief.")
    check_bezwaarstap(zaak, Gebeurtenissoort.BEZWAAR_BESLIST, gegevens, op)
    rij = leg_vast(actor, zaak, Gebeurtenissoort.BEZWAAR_BESLIST, gegevens, reden, op, uitkomst=uitkomst.value)
    write_brief(actor, zaak, Briefsoort.BEZWAAR, reden, op)
    return rij


@transaction.atomic
def react_oordeel(*, actor: Account, aanmelding: Aanmelding, tekst: str, op: datetime) -> Aanmeldgebeurtenis:
    """Tell the parents today what the board does with the opinion of the committee, by a letter (IB-WPO 3.3 lid 8).

    Raises:
        GeenToegangError: the actor decides nothing here.
        ToelatingError: there is no opinion, the parents were told already, or it is not said why.
    """
    reden = require(why_may_decide(actor, aanmelding.vestiging, op=op), WIE_BESLIST)
    zaak = hold_zaak(aanmelding)
    soort, gegevens = Gebeurtenissoort.GPO_REACTIE, Gebeurtenisgegevens(op=op.date(), tekst=tekst)
    if (al := find_herhaling(zaak.gebeurtenissen, soort, {"op": gegevens.op, "tekst": tekst})) is not None:
        return al
    check_fase(zaak, soort, op)
    if zaak.feiten.oordeel_op is None:
        raise ToelatingError("De commissie heeft nog geen oordeel gegeven.")
    if zaak.feiten.reactie_op is not None:
        raise ToelatingError("Het bestuur schreef de ouders al wat het met het oordeel doet.")
    check_tekst(tekst, "Schrijf op wat het bestuur met het oordeel doet, en waarom.")
    rij = leg_vast(actor, zaak, soort, gegevens, reden, op)
    write_brief(actor, zaak, Briefsoort.GPO_REACTIE, reden, op)
    return rij


@transaction.atomic
def place_tijdelijk(*, actor: Account, aanmelding: Aanmelding, op: datetime) -> Aanmeldgebeurtenis:
    """Place a child for the time being, from the day after ten weeks without a decision (WPO 40 lid 7).

    Raises:
        GeenToegangError: the actor does not keep the registrations here.
        ToelatingError: it is not that day yet, there is a decision, or the child has another school.
    """
    reden = require(why_may_manage(actor, aanmelding.vestiging, op=op), WIE_BEHEERT)
    zaak = hold_zaak(aanmelding)
    vandaag = {"op": op.date()}
    if (al := find_herhaling(zaak.gebeurtenissen, Gebeurtenissoort.TIJDELIJK_GEPLAATST, vandaag)) is not None:
        return al
    vanaf = plaatsing_vanaf(zaak.feiten)
    tellend = {een.soort for een in geldige(zaak.gebeurtenissen)}
    if zaak.feiten.besluit is not None or Gebeurtenissoort.INGETROKKEN in tellend:
        raise ToelatingError("Er is al een besluit, of de aanmelding is ingetrokken. Dan is er geen tijdelijke plek.")
    if vanaf is None:
        raise ToelatingError("Dit kind staat op een andere school ingeschreven, en blijft daar tot er een besluit is.")
    if vanaf > op.date():
        raise ToelatingError(f"Een tijdelijke plek kan pas vanaf {vanaf:%d-%m-%Y}. Beslis voor die dag.")
    if Gebeurtenissoort.TIJDELIJK_GEPLAATST in tellend:
        raise ToelatingError("Dit kind heeft al een tijdelijke plek.")
    rij = leg_vast(actor, zaak, Gebeurtenissoort.TIJDELIJK_GEPLAATST, Gebeurtenisgegevens(op=op.date()), reden, op)
    write_brief(actor, zaak, Briefsoort.TIJDELIJK, reden, op)
    return rij


@transaction.atomic
def enrol_aangemelde(
    *, actor: Account, aanmelding: Aanmelding, ingeschreven_op: date, is_ver: bool = True, op: datetime
) -> Leerling:
    """Make a pupil of a child that was admitted or placed; name, parents and authority go along.

    With `is_ver` somebody says that a first school day of more than a year ahead, other than was asked for, is meant.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        ToelatingError: there is no decision or placement, the child is too young, or is a pupil already.
        VerError: the first school day is far away, and nobody said that it is right.
        LeerlingError: the pupil cannot be.
    """
    reden = require(why_may_manage(actor, aanmelding.vestiging, op=op), WIE_BEHEERT)
    zaak = hold_zaak(aanmelding)
    al = zaak.aanmelding.leerling
    if al is not None and al.ingeschreven_op == ingeschreven_op:
        return al
    _check_inschrijving(zaak, ingeschreven_op, op)
    if not is_ver and ingeschreven_op != aanmelding.gewenst_op:
        check_ver(ingeschreven_op, vandaag=op.date())
    leerling = register_leerling(
        actor=actor,
        vestiging=aanmelding.vestiging,
        gegevens=Leerlinggegevens(
            voornaam=aanmelding.voornaam,
            achternaam=aanmelding.achternaam,
            geboren_op=aanmelding.geboren_op,
            ingeschreven_op=ingeschreven_op,
        ),
        op=op,
    )
    for ouder in zaak.ouders:
        gegevens = Oudergegevens(
            naam=ouder.naam,
            email=ouder.email,
            heeft_gezag=ouder.heeft_gezag,
            geldig_van=min(ingeschreven_op, op.date()),
        )
        add_ouder(actor=actor, leerling=leerling, gegevens=gegevens, op=op)
    Aanmelding.objects.filter(pk=aanmelding.pk).update(leerling=leerling)
    aanmelding.leerling = leerling
    contacten = contacten_van_zaak(aanmelding=aanmelding.pk, bestuur=aanmelding.bestuur_id)
    Schoolcontact.objects.filter(pk__in=list(contacten.values_list("pk", flat=True))).update(leerling=leerling)
    log_aanmelding(actor, aanmelding, "enrol_aangemelde", reden, op)
    begin_plan(actor, zaak, leerling, aanleiding=Oppaanleiding.INSCHRIJVING, dag=ingeschreven_op, op=op)
    return leerling


def check_tekst(tekst: str, zin: str) -> None:
    """Refuse what has no reasons for the parents, or more than a letter can hold.

    Raises:
        ToelatingError: `zin`, or that it is too long.
    """
    if not tekst.strip():
        raise ToelatingError(zin)
    if len(tekst) > LANGSTE_TEKST:
        raise ToelatingError("Dit is te lang. Maak het korter en probeer het opnieuw.")


def _check_inschrijving(zaak: Zaak, ingeschreven_op: date, op: datetime) -> None:
    if zaak.aanmelding.leerling_id is not None:
        raise ToelatingError("Dit kind is al ingeschreven.")
    vroegste = vroegste_inschrijving(zaak, peildatum=op.date())
    if vroegste is None:
        raise ToelatingError("Inschrijven kan pas als het kind is toegelaten, of een tijdelijke plek heeft.")
    if ingeschreven_op < vroegste:
        raise ToelatingError(
            f"Het kind kan naar school vanaf {vroegste:%d-%m-%Y}: toen werd het toegelaten, of kreeg het recht op een "
            "tijdelijke plek. Kies die dag of een latere."
        )
    laatste = Schooljaar.op(op.date()).volgende.eindigt_op
    if ingeschreven_op > laatste:
        raise ToelatingError(f"De eerste schooldag is uiterlijk {laatste:%d-%m-%Y}, in dit of het volgende schooljaar.")
    vierde = wordt_jaar(zaak.aanmelding.geboren_op, 4)
    if ingeschreven_op < vierde:
        raise ToelatingError(
            f"Een kind is leerling vanaf de vierde verjaardag: {vierde:%d-%m-%Y}. Kies een latere dag."
        )


def _schrijf_uit(actor: Account, zaak: Zaak, op: datetime) -> None:
    """Who was placed for the time being leaves the day after a refusal, if the actor keeps the pupils here."""
    leerling = zaak.aanmelding.leerling
    if leerling is None or leerling.uitgeschreven_op is not None:
        return
    if why_may_keep_leerlingen(actor, leerling.vestiging, op=op):
        deregister_leerling(
            actor=actor,
            leerling=leerling,
            uitgeschreven_op=max(op.date() + EEN_DAG, leerling.ingeschreven_op),
            is_verwezen=False,
            op=op,
        )


def _besluit(gegevens: Besluitgegevens, op: datetime) -> Besluit:
    """The decision as the parents read it today."""
    return Besluit(
        soort=gegevens.soort,
        op=gegevens.op,
        grond=gegevens.grond,
        motivering=gegevens.motivering.strip(),
        bekendgemaakt_op=max(gegevens.op, op.date()),
    )
