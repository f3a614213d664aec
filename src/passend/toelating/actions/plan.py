"""A child that was admitted and needs extra support has six weeks to get its plan: it begins with the enrolment."""

from datetime import date, datetime

from passend.begrippen.opp import Oppaanleiding
from passend.leerlingen.models import Leerling
from passend.leerlingen.permissions import get_inzage
from passend.plannen.actions.opp import start_opp
from passend.plannen.models import Opp
from passend.plannen.permissions import why_may_lead_opp
from passend.toegang.models import Account
from passend.toelating.queries.aanmeldingen import is_toegelaten
from passend.toelating.queries.zaken import Zaak, get_zaak


def begin_plan(
    actor: Account, zaak: Zaak, leerling: Leerling, *, aanleiding: Oppaanleiding, dag: date, op: datetime
) -> None:
    """Let the plan of a pupil begin whose registration says that it needs extra support (WPO 40a lid 3).

    Nothing begins for who is only placed for the time being, or has a plan already.
    """
    zaak = get_zaak(aanmelding=zaak.aanmelding)
    if not (zaak.feiten.is_zorgplichtig and is_toegelaten(zaak.gebeurtenissen)):
        return
    inzage = get_inzage(actor, leerling, op=op)
    if inzage is None or why_may_lead_opp(inzage) is None:
        return
    if not Opp.objects.filter(leerling=leerling, geeindigd_op__isnull=True, ingetrokken_op__isnull=True).exists():
        start_opp(actor=actor, leerling=leerling, aanleiding=aanleiding, begonnen_op=dag, op=op)
