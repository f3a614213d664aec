"""Suspending a pupil for at most a week, telling the Inspectie, and taking a suspension back."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from passend.begrippen.aanmelding import Briefsoort, Oudertaal
from passend.begrippen.rollen import Reden
from passend.leerlingen.actions.leerlingen import log_leerling
from passend.leerlingen.models import Leerling, Ouderrelatie
from passend.leerlingen.queries.leerlingen import list_ouders
from passend.regels.bezwaar import bezwaar_uiterlijk_op
from passend.regels.brieven.engels import maak_vertaling
from passend.regels.brieven.groet import geadresseerde
from passend.regels.brieven.toelating import Brieffeiten, maak_brief
from passend.regels.schorsing import check_melding, check_schorsing, moet_inspectie_weten
from passend.toegang.models import Account
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.besluiten import PoortError
from passend.toelating.actions.schoolsoort import require_schoolsoort
from passend.toelating.models import Schorsing
from passend.toelating.permissions import WIE_BEHEERT, WIE_BESLIST, require, why_may_decide, why_may_manage
from passend.toelating.queries.aanmeldingen import get_beleid, steunpunt_van
from passend.toelating.queries.feiten import get_schorsingsfeiten
from passend.toelating.queries.schorsing import get_nieuwe_schorsing
from passend.volgen.actions.verzuim import remove_schorsingsverzuim, set_schorsingsverzuim

LANGSTE_REDEN = 20_000


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
    """Suspend a pupil, with its letter to the parents; the days stand as absence of that kind.

    Raises:
        GeenToegangError: the actor decides nothing here.
        PoortError: it is too long, alone or with another, has no reason, or the days cannot be.
    """
    reden = require(why_may_decide(actor, leerling.vestiging, op=op), WIE_BESLIST)
    require_schoolsoort(leerling.vestiging)
    Leerling.objects.select_for_update().get(pk=leerling.pk)
    feiten = get_nieuwe_schorsing(
        leerling=leerling, van=van, tot_en_met=tot_en_met, motivering=motivering, peildatum=op.date()
    )
    if bezwaren := check_schorsing(feiten, peildatum=op.date()):
        raise PoortError(*(bezwaar.zin for bezwaar in bezwaren))
    check_lengte(motivering)
    brieffeiten = get_brieffeiten(leerling, van, motivering, reden=reden, door=actor, op=op.date())
    brieffeiten = replace(
        brieffeiten,
        uiterlijk_op=tot_en_met,
        is_te_melden=moet_inspectie_weten(feiten),
        bezwaar_tot=bezwaar_uiterlijk_op(op.date(), is_openbaar=True).dag if brieffeiten.is_openbaar else None,
    )
    rij = Schorsing.objects.create(
        bestuur_id=leerling.bestuur_id,
        leerling=leerling,
        geldig_van=van,
        geldig_tot_en_met=tot_en_met,
        reden=motivering.strip(),
        **write_brief(Briefsoort.SCHORSING, brieffeiten, taal),
        aan=get_geadresseerden(leerling, op.date()),
        besloten_op=op,
        besloten_door=actor,
    )
    set_schorsingsverzuim(door=actor, leerling=leerling, van=van, tot_en_met=tot_en_met, op=op)
    log_leerling(actor, leerling, "suspend_leerling", reden, op)
    return rij


@transaction.atomic
def report_schorsing(*, actor: Account, schorsing: Schorsing, dag: date, bewijs: str, op: datetime) -> None:
    """Note that the Inspectie was told, with the proof.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        ToelatingError: it was told or taken back already, has no proof, or the day cannot be.
    """
    leerling = schorsing.leerling
    reden = require(why_may_manage(actor, leerling.vestiging, op=op), WIE_BEHEERT)
    schorsing = Schorsing.objects.select_for_update().get(pk=schorsing.pk)
    if schorsing.inspectie_gemeld_op is not None:
        raise ToelatingError("Deze schorsing is al gemeld.")
    if schorsing.ingetrokken_op is not None:
        raise ToelatingError("Deze schorsing is ingetrokken. Er is niets te melden.")
    if not bewijs.strip() or len(bewijs) > 200:  # noqa: PLR2004 -- as long as the table keeps
        raise ToelatingError("Schrijf op hoe u het meldde, bijvoorbeeld het nummer van de melding. Kort mag.")
    if bezwaren := check_melding(get_schorsingsfeiten(schorsing=schorsing), dag, peildatum=op.date()):
        raise ToelatingError(*(bezwaar.zin for bezwaar in bezwaren))
    schorsing.inspectie_gemeld_op, schorsing.inspectie_bewijs = dag, bewijs.strip()
    schorsing.save(update_fields=["inspectie_gemeld_op", "inspectie_bewijs"])
    log_leerling(actor, leerling, "report_schorsing", reden, op)


@transaction.atomic
def withdraw_schorsing(
    *, actor: Account, schorsing: Schorsing, motivering: str, taal: Oudertaal = Oudertaal.NEDERLANDS, op: datetime
) -> None:
    """Take a suspension back, with a letter that says so; it stays to be read, and its days are no absence any more.

    Raises:
        GeenToegangError: the actor decides nothing here.
        ToelatingError: it was taken back already, or there is no reason.
    """
    leerling = schorsing.leerling
    reden = require(why_may_decide(actor, leerling.vestiging, op=op), WIE_BESLIST)
    schorsing = Schorsing.objects.select_for_update().get(pk=schorsing.pk)
    if schorsing.ingetrokken_op is not None:
        raise ToelatingError("Deze schorsing is al ingetrokken.")
    if not motivering.strip():
        raise ToelatingError("Schrijf op waarom de schorsing niet klopt. De ouders lezen dat in de brief.")
    check_lengte(motivering)
    feiten = get_schorsingsfeiten(schorsing=schorsing)
    brieffeiten = replace(
        get_brieffeiten(leerling, feiten.van, motivering, reden=reden, door=actor, op=op.date()),
        uiterlijk_op=feiten.tot_en_met,
        besloten_op=feiten.besloten_op,
    )
    brief = write_brief(Briefsoort.SCHORSING_TERUG, brieffeiten, taal)
    schorsing.ingetrokken_op, schorsing.ingetrokken_door = op, actor
    schorsing.waarom_ingetrokken = motivering.strip()
    schorsing.brief_ingetrokken, schorsing.vertaling_ingetrokken = brief["brief"], brief["vertaling"]
    velden = ["ingetrokken_op", "ingetrokken_door", "waarom_ingetrokken", "brief_ingetrokken", "vertaling_ingetrokken"]
    schorsing.save(update_fields=velden)
    remove_schorsingsverzuim(leerling=leerling, van=feiten.van, tot_en_met=feiten.tot_en_met, op=op)
    log_leerling(actor, leerling, "withdraw_schorsing", reden, op)


def check_lengte(motivering: str) -> None:
    """Refuse a reason that is longer than anybody reads.

    Raises:
        ToelatingError: idem.
    """
    if len(motivering) > LANGSTE_REDEN:
        raise ToelatingError("Deze reden is te lang. Maak haar korter.")


def list_geadresseerden(leerling: Leerling, dag: date) -> list[Ouderrelatie]:
    """The parents with authority on a day: who a letter goes to."""
    return [een for een in list_ouders(leerling=leerling, peildatum=dag) if een.heeft_gezag]


def get_geadresseerden(leerling: Leerling, dag: date) -> str:
    """Who a letter goes to, one a line; the parents or carers of the child where none is known."""
    ouders = list_geadresseerden(leerling, dag)
    return "\n".join(f"{een.naam} {een.email}".strip() for een in ouders) or geadresseerde(leerling.voornaam)


def write_brief(soort: Briefsoort, feiten: Brieffeiten, taal: Oudertaal) -> dict[str, str]:
    """The letter as it will stay, with its translation for parents who read one."""
    return {
        "brief": "\n\n".join(maak_brief(soort, feiten).alineas),
        "vertaling": "\n\n".join(maak_vertaling(soort, feiten)) if taal is Oudertaal.ENGELS else "",
    }


def get_brieffeiten(
    leerling: Leerling, dag: date, motivering: str, *, reden: Reden, door: Account, op: date
) -> Brieffeiten:
    """What every letter of this room says: to whom, of which school and board, and who decided in which function."""
    beleid = get_beleid(vestiging=leerling.vestiging)
    return Brieffeiten(
        school=str(leerling.vestiging),
        bestuur=str(leerling.vestiging.bestuur),
        aan=tuple(een.naam for een in list_geadresseerden(leerling, op)),
        door=str(door),
        functie=reden.code,
        bezwaaradres=beleid.bezwaar_adres if beleid else "",
        kind=leerling.voornaam,
        op=dag,
        ontvangen_op=dag,
        motivering=motivering.strip(),
        steunpunt=steunpunt_van(beleid, vestiging=leerling.vestiging),
        is_openbaar=beleid is not None and beleid.is_openbaar,
    )
