"""The way to removal of a pupil: gates that name what is missing, objection, and taking back what was wrong."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from passend.begrippen.aanmelding import Briefsoort, Oudertaal
from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.rollen import Reden
from passend.begrippen.toelating import Bezwaaruitkomst
from passend.leerlingen.actions.leerlingen import log_leerling
from passend.leerlingen.models import Leerling
from passend.regels.bezwaar import beroep_uiterlijk_op, beslissing_uiterlijk_op, bezwaar_uiterlijk_op, check_bezwaar
from passend.regels.verwijdering import (
    FEITELIJK,
    bezwaarfeiten_van_verwijdering,
    check_verwijdering,
)
from passend.toegang.models import Account
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.besluiten import PoortError
from passend.toelating.actions.brieven import scholen_in_brief
from passend.toelating.actions.herhaling import find_herhaling
from passend.toelating.actions.schoolsoort import require_schoolsoort
from passend.toelating.actions.schorsen import check_lengte, get_brieffeiten, get_geadresseerden, write_brief
from passend.toelating.actions.verwijderstap import MAG_LAAT, Verwijderstap, check_loopt, check_stap, met_school
from passend.toelating.models import Verwijdergebeurtenis, Verwijdering
from passend.toelating.permissions import (
    WIE_BEHEERT,
    WIE_BESLIST,
    WIE_DOORBREEKT,
    require,
    why_may_decide,
    why_may_manage,
    why_may_override,
)
from passend.toelating.queries.schorsing import (
    Verwijderzaak,
    get_lopende_verwijdering,
    get_verwijderzaak,
)


@transaction.atomic
def begin_verwijdering(
    *, actor: Account, leerling: Leerling, motivering: str, voorgenomen_op: date | None = None, op: datetime
) -> Verwijdering:
    """Begin the way to a removal, on the day the parents heard of it; the pupil stays until another school has them.

    Raises:
        GeenToegangError: the actor decides nothing here.
        ToelatingError: there is no reason, a removal is under way, the day cannot be, or the pupil left already.
    """
    reden = require(why_may_decide(actor, leerling.vestiging, op=op), WIE_BESLIST)
    Leerling.objects.select_for_update().get(pk=leerling.pk)
    dag = voorgenomen_op or op.date()
    if not motivering.strip():
        raise ToelatingError("Schrijf op waarom het bestuur dit wil. Kort mag.")
    check_lengte(motivering)
    if leerling.uitgeschreven_op is not None:
        raise ToelatingError("Deze leerling is al uitgeschreven.")
    if dag > op.date():
        raise ToelatingError("Deze dag is nog niet geweest. Vul in wanneer de ouders van het voornemen hoorden.")
    if dag < leerling.ingeschreven_op:
        raise ToelatingError("Deze dag ligt voor de eerste schooldag van de leerling. Kijk de datum na.")
    if get_lopende_verwijdering(leerling=leerling, op=op.date()) is not None:
        raise ToelatingError("Er loopt al een verwijdering van deze leerling. Ga daar verder.")
    verwijdering = Verwijdering.objects.create(
        bestuur_id=leerling.bestuur_id,
        leerling=leerling,
        reden=motivering.strip(),
        voorgenomen_op=dag,
        begonnen_op=op,
        begonnen_door=actor,
    )
    log_leerling(actor, leerling, "begin_verwijdering", reden, op)
    return verwijdering


@transaction.atomic
def record_verwijderstap(
    *, actor: Account, verwijdering: Verwijdering, stap: Verwijderstap, op: datetime
) -> Verwijdergebeurtenis:
    """Note something on the way to a removal, or after the decision; the same sent twice is noted once.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        ToelatingError: something is missing, or comes before what must be there first.
    """
    reden = require(why_may_manage(actor, verwijdering.leerling.vestiging, op=op), WIE_BEHEERT)
    zaak = _hold(verwijdering)
    stap = met_school(zaak, stap)
    waarden = {veld: getattr(stap, veld) for veld in stap.__slots__ if veld != "soort"}
    if (al := find_herhaling(zaak.gebeurtenissen, stap.soort, waarden)) is not None:
        return al
    check_stap(zaak, stap, op)
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
    leerling = verwijdering.leerling
    reden = require(why_may_decide(actor, leerling.vestiging, op=op), WIE_BESLIST)
    if doorbreking.strip():
        reden = require(why_may_override(actor, leerling.vestiging, op=op), WIE_DOORBREEKT)
    require_schoolsoort(leerling.vestiging)
    zaak = _hold(verwijdering)
    if (al := find_herhaling(zaak.gebeurtenissen, Soort.BESLUIT, {"op": op.date(), "tekst": motivering})) is not None:
        return al
    if zaak.feiten.besloten_op is not None or zaak.feiten.ingetrokken_op is not None:
        raise ToelatingError("Er is al een besluit, of het voornemen is ingetrokken.")
    feiten = replace(zaak.feiten, motivering=motivering)
    bezwaren = check_verwijdering(feiten, op=op.date(), peildatum=op.date())
    if blijft := [een for een in bezwaren if een.code in FEITELIJK or not doorbreking.strip()]:
        raise PoortError(*(bezwaar.zin for bezwaar in blijft))
    check_lengte(motivering)
    brieffeiten = replace(
        get_brieffeiten(leerling, op.date(), motivering, reden=reden, door=actor, op=op.date()),
        **scholen_in_brief(feiten.scholen, op.date()),
        leraar_gehoord_op=feiten.leraar_gehoord_op,
        ouders_gehoord_op=feiten.ouders_gehoord_op,
        doorbreking=doorbreking.strip() if bezwaren else "",
        ontbrak=tuple(een.code for een in bezwaren),
        bezwaar_tot=bezwaar_uiterlijk_op(op.date(), is_openbaar=feiten.is_openbaar).dag,
    )
    stap = Verwijderstap(soort=Soort.BESLUIT, op=op.date(), tekst=motivering)
    brief = write_brief(Briefsoort.VERWIJDERING, brieffeiten, taal)
    return _leg_vast(actor, zaak, stap, reden, op, doorbreking=brieffeiten.doorbreking, **brief)


@transaction.atomic
def decide_bezwaar(
    *,
    actor: Account,
    verwijdering: Verwijdering,
    uitkomst: Bezwaaruitkomst,
    motivering: str,
    taal: Oudertaal = Oudertaal.NEDERLANDS,
    op: datetime,
) -> Verwijdergebeurtenis:
    """Decide today on the objection of the parents, with a letter: they were heard, and no dispute is pending.

    Raises:
        GeenToegangError: the actor decides nothing here.
        PoortError: something is missing; each sentence says what.
        ToelatingError: there is no decision to object to, or it was decided or taken back already.
    """
    leerling = verwijdering.leerling
    reden = require(why_may_decide(actor, leerling.vestiging, op=op), WIE_BESLIST)
    zaak = _hold(verwijdering)
    al_beslist = {"op": op.date(), "tekst": motivering, "uitkomst": uitkomst.value}
    if (al := find_herhaling(zaak.gebeurtenissen, Soort.BEZWAAR_BESLIST, al_beslist)) is not None:
        return al
    feiten, besloten_op = zaak.feiten, zaak.feiten.besloten_op
    if besloten_op is None or feiten.ingetrokken_op is not None or feiten.beslist_op is not None:
        raise ToelatingError("Er is geen besluit waarover nu op een bezwaar te beslissen is.")
    bezwaren = check_bezwaar(
        bezwaarfeiten_van_verwijdering(replace(feiten, beslist_op=op.date()), besloten_op), peildatum=op.date()
    )
    if blijft := [een.zin for een in bezwaren if een.code not in MAG_LAAT]:
        raise PoortError(*blijft)
    if not motivering.strip():
        raise ToelatingError("Schrijf op waarom het bestuur dit besluit. De ouders lezen het in de brief.")
    check_lengte(motivering)
    brieffeiten = replace(
        get_brieffeiten(leerling, op.date(), motivering, reden=reden, door=actor, op=op.date()),
        besloten_op=besloten_op,
        ouders_gehoord_op=feiten.gehoord_op,
        uitkomst=uitkomst.value,
        beroep_tot=beroep_uiterlijk_op(op.date()).dag if feiten.is_openbaar else None,
    )
    stap = Verwijderstap(soort=Soort.BEZWAAR_BESLIST, op=op.date(), tekst=motivering)
    brief = write_brief(Briefsoort.VERWIJDERING_BEZWAAR, brieffeiten, taal)
    return _leg_vast(actor, zaak, stap, reden, op, uitkomst=uitkomst.value, **brief)


@transaction.atomic
def react_oordeel(
    *, actor: Account, verwijdering: Verwijdering, tekst: str, taal: Oudertaal = Oudertaal.NEDERLANDS, op: datetime
) -> Verwijdergebeurtenis:
    """Tell the parents today what the board does with the opinion of the committee, by a letter (IB-WPO 3.3 lid 8).

    Raises:
        GeenToegangError: the actor decides nothing here.
        ToelatingError: there is no opinion, the parents were told already, or it is not said why.
    """
    leerling = verwijdering.leerling
    reden = require(why_may_decide(actor, leerling.vestiging, op=op), WIE_BESLIST)
    zaak = _hold(verwijdering)
    feiten = zaak.feiten
    check_loopt(zaak, op)
    if feiten.oordeel_op is None or feiten.besloten_op is None:
        raise ToelatingError("De commissie heeft nog geen oordeel gegeven.")
    if feiten.reactie_op is not None:
        raise ToelatingError("Het bestuur schreef de ouders al wat het met het oordeel doet.")
    if not tekst.strip():
        raise ToelatingError("Schrijf op wat het bestuur met het oordeel doet, en waarom.")
    check_lengte(tekst)
    bezwaar = bezwaarfeiten_van_verwijdering(feiten, feiten.besloten_op)
    termijn = beslissing_uiterlijk_op(bezwaar, peildatum=op.date()) if feiten.beslist_op is None else None
    brieffeiten = replace(
        get_brieffeiten(leerling, op.date(), tekst, reden=reden, door=actor, op=op.date()),
        oordeel_op=feiten.oordeel_op,
        uiterlijk_op=termijn.dag if termijn else None,
    )
    stap = Verwijderstap(soort=Soort.GPO_REACTIE, op=op.date(), tekst=tekst)
    return _leg_vast(actor, zaak, stap, reden, op, **write_brief(Briefsoort.GPO_REACTIE, brieffeiten, taal))


@transaction.atomic
def withdraw_verwijdering(
    *, actor: Account, verwijdering: Verwijdering, motivering: str, taal: Oudertaal = Oudertaal.NEDERLANDS, op: datetime
) -> Verwijdergebeurtenis:
    """Let go of a removal; once it was decided the parents get a letter that says so.

    Raises:
        GeenToegangError: the actor decides nothing here.
        ToelatingError: there is no reason, it was let go already, or the child is at another school.
    """
    leerling = verwijdering.leerling
    reden = require(why_may_decide(actor, leerling.vestiging, op=op), WIE_BESLIST)
    zaak = _hold(verwijdering)
    check_loopt(zaak, op)
    if zaak.feiten.elders_ingeschreven_op is not None:
        raise ToelatingError("Het kind staat al op een andere school ingeschreven. Dit kan niet meer terug.")
    if not motivering.strip():
        raise ToelatingError("Schrijf op waarom het bestuur ervan afziet.")
    check_lengte(motivering)
    stap = Verwijderstap(soort=Soort.INGETROKKEN, op=op.date(), tekst=motivering)
    if zaak.feiten.besloten_op is None:
        return _leg_vast(actor, zaak, stap, reden, op)
    brieffeiten = replace(
        get_brieffeiten(leerling, op.date(), motivering, reden=reden, door=actor, op=op.date()),
        besloten_op=zaak.feiten.besloten_op,
    )
    return _leg_vast(actor, zaak, stap, reden, op, **write_brief(Briefsoort.VERWIJDERING_TERUG, brieffeiten, taal))


@transaction.atomic
def void_verwijderstap(
    *, actor: Account, verwijdering: Verwijdering, gebeurtenis: Verwijdergebeurtenis, motivering: str, op: datetime
) -> Verwijdergebeurtenis:
    """Say that something noted by mistake does not count; it stays to be read, with why.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        ToelatingError: it counts no more, has no reason, is a decision, or a decision rests on it.
    """
    reden = require(why_may_manage(actor, verwijdering.leerling.vestiging, op=op), WIE_BEHEERT)
    zaak = _hold(verwijdering)
    if gebeurtenis.pk not in {een.pk for een in zaak.tellend}:
        raise ToelatingError("Dit telt al niet meer mee.")
    if gebeurtenis.pk not in {een.pk for een in zaak.na_besluit} or gebeurtenis.brief:
        raise ToelatingError("Hier is een besluit op genomen of een brief van gestuurd. Dat haalt u niet weg.")
    if not motivering.strip():
        raise ToelatingError("Schrijf op waarom dit niet meetelt.")
    check_lengte(motivering)
    rij = Verwijdergebeurtenis.objects.create(
        bestuur_id=verwijdering.bestuur_id,
        verwijdering=verwijdering,
        soort=Soort.VERVALLEN,
        op=op.date(),
        tekst=motivering.strip(),
        verwijst_naar=gebeurtenis,
        vastgelegd_op=op,
        door=actor,
    )
    log_leerling(actor, verwijdering.leerling, "void_verwijderstap", reden, op)
    return rij


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
        vestiging=stap.vestiging,
        schoolsoort=stap.schoolsoort,
        tlv=stap.tlv,
        aan=get_geadresseerden(verwijdering.leerling, op.date()) if meer.get("brief") else "",
        vastgelegd_op=op,
        door=actor,
        **meer,
    )
    handeling = "decide_verwijdering" if meer.get("brief") else "record_verwijderstap"
    log_leerling(actor, verwijdering.leerling, handeling, reden, op)
    return rij
