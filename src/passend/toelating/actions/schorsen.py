"""Suspending a pupil for at most a week, and the way to removal: gates that name what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from passend.begrippen.aanmelding import Briefsoort, Oudertaal
from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.rollen import Reden
from passend.leerlingen.actions.leerlingen import log_leerling
from passend.leerlingen.models import Leerling
from passend.regels.bezwaar import bezwaar_uiterlijk_op, check_bezwaar
from passend.regels.brieven.engels import maak_vertaling
from passend.regels.brieven.toelating import Brieffeiten, maak_brief
from passend.regels.schorsing import Schorsingsfeiten, check_schorsing
from passend.regels.verwijdering import FEITELIJK, bezwaarfeiten_van_verwijdering, check_verwijdering
from passend.toegang.models import Account
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.besluiten import PoortError
from passend.toelating.models import Schorsing, Verwijdergebeurtenis, Verwijdering
from passend.toelating.permissions import (
    WIE_BEHEERT,
    WIE_BESLIST,
    WIE_DOORBREEKT,
    require,
    why_may_decide,
    why_may_manage,
    why_may_override,
)
from passend.toelating.queries.aanmeldingen import get_beleid
from passend.toelating.queries.schorsing import Verwijderzaak, get_verwijderzaak

STAPPEN: Mapping[Soort, str] = {
    Soort.LEERKRACHT_GEHOORD: "Schrijf op wat de leerkracht zei.",
    Soort.OUDERS_GEHOORD: "Schrijf op wat de ouders zeiden.",
    Soort.SCHOOL_GEVRAAGD: "",
    Soort.SCHOOL_BEREID: "",
    Soort.SCHOOL_NIET_BEREID: "",
    Soort.BEREIDHEID_INGETROKKEN: "",
    Soort.GEMEENTE_GEMELD: "Schrijf op hoe u het meldde, en waar het bewijs staat.",
    Soort.ELDERS_INGESCHREVEN: "",
    Soort.INGETROKKEN: "Schrijf op waarom het bestuur ervan afziet.",
    Soort.BEZWAAR: "Schrijf op waartegen het bezwaar is.",
    Soort.BEZWAAR_BESLIST: "Schrijf op wat het bestuur besloot, en waarom.",
    Soort.GPO_GEVRAAGD: "",
    Soort.GPO_OORDEEL: "Schrijf op wat de commissie vond.",
}
_VAN_BEZWAAR: Mapping[Soort, str] = {
    Soort.BEZWAAR: "bezwaar_op",
    Soort.BEZWAAR_BESLIST: "beslist_op",
    Soort.GPO_GEVRAAGD: "geschil_op",
    Soort.GPO_OORDEEL: "oordeel_op",
}
_MET_SCHOOL = frozenset(
    {
        Soort.SCHOOL_GEVRAAGD,
        Soort.SCHOOL_BEREID,
        Soort.SCHOOL_NIET_BEREID,
        Soort.BEREIDHEID_INGETROKKEN,
        Soort.ELDERS_INGESCHREVEN,
    }
)
LANGSTE_REDEN = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwijderstap:
    """One thing on the way to a removal; `doorbreking`: why an objection that came too late is looked at."""

    soort: Soort
    op: date
    tekst: str = ""
    school: str = ""
    doorbreking: str = ""


@transaction.atomic
def suspend_leerling(  # noqa: PLR0913 -- a suspension has this many facts
    *,
    actor: Account,
    leerling: Leerling,
    van: date,
    tot_en_met: date,
    motivering: str,
    taal: Oudertaal = Oudertaal.NEDERLANDS,
    op: datetime,
) -> Schorsing:
    """Suspend a pupil, with its letter to the parents.

    Raises:
        GeenToegangError: the actor decides nothing here.
        PoortError: it is too long, has no reason, or the days cannot be.
    """
    reden = require(why_may_decide(actor, leerling.vestiging, op=op), WIE_BESLIST)
    feiten = Schorsingsfeiten(besloten_op=op.date(), van=van, tot_en_met=tot_en_met, motivering=motivering)
    if bezwaren := check_schorsing(feiten, peildatum=op.date()):
        raise PoortError(*(bezwaar.zin for bezwaar in bezwaren))
    if len(motivering) > LANGSTE_REDEN:
        raise ToelatingError("Deze reden is te lang. Maak haar korter.")
    brieffeiten = replace(_brieffeiten(leerling, van, motivering, actor), uiterlijk_op=tot_en_met)
    rij = Schorsing.objects.create(
        bestuur_id=leerling.bestuur_id,
        leerling=leerling,
        geldig_van=van,
        geldig_tot_en_met=tot_en_met,
        reden=motivering.strip(),
        **_brief(Briefsoort.SCHORSING, brieffeiten, taal),
        besloten_op=op,
        besloten_door=actor,
    )
    log_leerling(actor, leerling, "suspend_leerling", reden, op)
    return rij


@transaction.atomic
def report_schorsing(*, actor: Account, schorsing: Schorsing, dag: date, bewijs: str, op: datetime) -> None:
    """Note that the Inspectie was told, with the proof.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        ToelatingError: it was told already, has no proof, or the day cannot be.
    """
    leerling = schorsing.leerling
    reden = require(why_may_manage(actor, leerling.vestiging, op=op), WIE_BEHEERT)
    if schorsing.inspectie_gemeld_op is not None:
        raise ToelatingError("Deze schorsing is al gemeld.")
    if not bewijs.strip() or len(bewijs) > 200:  # noqa: PLR2004 -- as long as the table keeps
        raise ToelatingError("Schrijf op hoe u het meldde, bijvoorbeeld het nummer van de melding. Kort mag.")
    if dag > op.date():
        raise ToelatingError("Deze dag is nog niet geweest.")
    schorsing.inspectie_gemeld_op, schorsing.inspectie_bewijs = dag, bewijs.strip()
    schorsing.save(update_fields=["inspectie_gemeld_op", "inspectie_bewijs"])
    log_leerling(actor, leerling, "report_schorsing", reden, op)


@transaction.atomic
def begin_verwijdering(*, actor: Account, leerling: Leerling, motivering: str, op: datetime) -> Verwijdering:
    """Begin the way to a removal; the pupil stays until another school has enrolled them.

    Raises:
        GeenToegangError: the actor decides nothing here.
        ToelatingError: there is no reason, or the pupil left already.
    """
    reden = require(why_may_decide(actor, leerling.vestiging, op=op), WIE_BESLIST)
    if not motivering.strip() or len(motivering) > LANGSTE_REDEN:
        raise ToelatingError("Schrijf op waarom het bestuur dit wil. Kort mag.")
    if leerling.uitgeschreven_op is not None:
        raise ToelatingError("Deze leerling is al uitgeschreven.")
    verwijdering = Verwijdering.objects.create(
        bestuur_id=leerling.bestuur_id,
        leerling=leerling,
        reden=motivering.strip(),
        begonnen_op=op,
        begonnen_door=actor,
    )
    log_leerling(actor, leerling, "begin_verwijdering", reden, op)
    return verwijdering


@transaction.atomic
def record_verwijderstap(
    *, actor: Account, verwijdering: Verwijdering, stap: Verwijderstap, op: datetime
) -> Verwijdergebeurtenis:
    """Note something on the way to a removal.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        ToelatingError: something is missing, or comes before what must be there first.
    """
    leerling = verwijdering.leerling
    if stap.soort is Soort.BEZWAAR_BESLIST:
        reden = require(why_may_decide(actor, leerling.vestiging, op=op), WIE_BESLIST)
    else:
        reden = require(why_may_manage(actor, leerling.vestiging, op=op), WIE_BEHEERT)
    zaak = _hold(verwijdering)
    _check_stap(zaak, stap, op)
    _check_bezwaar(zaak, stap, op)
    return _leg_vast(actor, zaak, stap, reden, op, doorbreking=stap.doorbreking.strip())


@transaction.atomic
def decide_verwijdering(
    *,
    actor: Account,
    verwijdering: Verwijdering,
    motivering: str,
    doorbreking: str,
    taal: Oudertaal = Oudertaal.NEDERLANDS,
    op: datetime,
) -> Verwijdergebeurtenis:
    """Decide on a removal today, with its letter: teacher and parents were heard, and another school is willing.

    Raises:
        GeenToegangError: the actor decides nothing here, or is not the board and wants to break through a gate.
        PoortError: something is missing; each sentence says what.
    """
    vestiging = verwijdering.leerling.vestiging
    reden = require(why_may_decide(actor, vestiging, op=op), WIE_BESLIST)
    if doorbreking.strip():
        reden = require(why_may_override(actor, vestiging, op=op), WIE_DOORBREEKT)
    zaak = _hold(verwijdering)
    if zaak.feiten.besloten_op is not None or zaak.feiten.ingetrokken_op is not None:
        raise ToelatingError("Er is al een besluit, of het voornemen is ingetrokken.")
    feiten = replace(zaak.feiten, motivering=motivering)
    bezwaren = check_verwijdering(feiten, op=op.date(), peildatum=op.date())
    if blijft := [een for een in bezwaren if een.code in FEITELIJK or not doorbreking.strip()]:
        raise PoortError(*(bezwaar.zin for bezwaar in blijft))
    brieffeiten = replace(
        _brieffeiten(verwijdering.leerling, op.date(), motivering, actor),
        bereid=tuple(een.naam for een in feiten.scholen if een.is_bereid(op.date())),
        doorbreking=doorbreking.strip() if bezwaren else "",
        bezwaar_tot=bezwaar_uiterlijk_op(op.date(), is_openbaar=feiten.is_openbaar).dag,
    )
    stap = Verwijderstap(soort=Soort.BESLUIT, op=op.date(), tekst=motivering.strip())
    meer = {"doorbreking": brieffeiten.doorbreking, **_brief(Briefsoort.VERWIJDERING, brieffeiten, taal)}
    return _leg_vast(actor, zaak, stap, reden, op, **meer)


def _brief(soort: Briefsoort, feiten: Brieffeiten, taal: Oudertaal) -> dict[str, str]:
    """The letter as it will stay, with its translation for parents who read one."""
    return {
        "brief": "\n\n".join(maak_brief(soort, feiten).alineas),
        "vertaling": "\n\n".join(maak_vertaling(soort, feiten)) if taal is Oudertaal.ENGELS else "",
    }


def _hold(verwijdering: Verwijdering) -> Verwijderzaak:
    Verwijdering.objects.select_for_update().get(pk=verwijdering.pk)
    return get_verwijderzaak(verwijdering=verwijdering)


def _leg_vast(
    actor: Account, zaak: Verwijderzaak, stap: Verwijderstap, reden: Reden, op: datetime, **meer: str
) -> Verwijdergebeurtenis:
    verwijdering = zaak.verwijdering
    rij = Verwijdergebeurtenis.objects.create(
        bestuur_id=verwijdering.bestuur_id,
        verwijdering=verwijdering,
        soort=stap.soort,
        op=stap.op,
        tekst=stap.tekst.strip(),
        school=stap.school.strip(),
        vastgelegd_op=op,
        door=actor,
        **meer,
    )
    handeling = "decide_verwijdering" if stap.soort is Soort.BESLUIT else "record_verwijderstap"
    log_leerling(actor, verwijdering.leerling, handeling, reden, op)
    return rij


def _check_stap(zaak: Verwijderzaak, stap: Verwijderstap, op: datetime) -> None:
    if stap.soort not in STAPPEN:
        raise ToelatingError("Dit gaat met een eigen formulier, want er hoort een controle bij.")
    if stap.op > op.date() or stap.op < zaak.feiten.voorgenomen_op:
        raise ToelatingError("Deze dag ligt voor het voornemen, of is nog niet geweest. Kijk de datum na.")
    if STAPPEN[stap.soort] and not stap.tekst.strip():
        raise ToelatingError(STAPPEN[stap.soort])
    if stap.soort in _MET_SCHOOL and not 0 < len(stap.school.strip()) <= 160:  # noqa: PLR2004 -- as long as the table keeps
        raise ToelatingError("Vul in welke school het is.")
    if (
        stap.soort in {Soort.GEMEENTE_GEMELD, Soort.ELDERS_INGESCHREVEN, *_VAN_BEZWAAR}
        and zaak.feiten.besloten_op is None
    ):
        raise ToelatingError("Hiervoor moet er eerst een besluit zijn.")
    if zaak.feiten.ingetrokken_op is not None:
        raise ToelatingError("Het voornemen is ingetrokken. Er verandert niets meer.")


def _check_bezwaar(zaak: Verwijderzaak, stap: Verwijderstap, op: datetime) -> None:
    """What an objection cannot be, and what a decision on it waits for: to hear the parents, and for the committee."""
    besloten = zaak.feiten.besloten_op
    if stap.soort not in _VAN_BEZWAAR or besloten is None:
        return
    dag: dict[str, Any] = {_VAN_BEZWAAR[stap.soort]: stap.op}
    feiten = replace(bezwaarfeiten_van_verwijdering(zaak.feiten, besloten), **dag)
    is_uitgelegd = stap.soort is not Soort.BEZWAAR or bool(stap.doorbreking.strip())
    bezwaren = check_bezwaar(feiten, peildatum=op.date())
    if blijft := [een for een in bezwaren if een.code != "bezwaar_te_laat" or not is_uitgelegd]:
        raise ToelatingError(*(bezwaar.zin for bezwaar in blijft))


def _brieffeiten(leerling: Leerling, dag: date, motivering: str, door: Account) -> Brieffeiten:
    beleid = get_beleid(vestiging=leerling.vestiging)
    return Brieffeiten(
        school=str(leerling.vestiging),
        bestuur=str(leerling.vestiging.bestuur),
        door=str(door),
        bezwaaradres=beleid.bezwaar_adres if beleid else "",
        kind=leerling.voornaam,
        op=dag,
        ontvangen_op=dag,
        motivering=motivering.strip(),
        steunpunt=beleid.steunpunt if beleid else "",
        is_openbaar=beleid is not None and beleid.is_openbaar,
    )
