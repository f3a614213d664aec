"""Putting a signal aside with a word, and setting the rules by which signals come."""

from datetime import datetime

from django.db import transaction

from passend.begrippen.vakantieregio import Vakantieregio
from passend.begrippen.volgen import Signaalregel
from passend.leerlingen.actions.leerlingen import WIE_BEHEERT, log_leerling, log_school
from passend.leerlingen.models import Leerling
from passend.leerlingen.permissions import require, why_may_manage
from passend.organisaties import actions as organisaties
from passend.organisaties.models import Vestiging
from passend.regels.signalen import check_drempel
from passend.toegang.models import Account
from passend.volgen.actions.waarnemingen import VolgenError, mag_noteren
from passend.volgen.models import Signaalbesluit, Signaalinstelling
from passend.volgen.queries.signalen import list_signalen

LANGSTE_WOORD = 200


@transaction.atomic
def dismiss_signaal(*, actor: Account, leerling: Leerling, kenmerk: str, woord: str, op: datetime) -> None:
    """Put a signal aside, with a word why; it comes back only when its facts change. Doing it twice changes nothing.

    Raises:
        GeenToegangError: the actor does not write in the ordinary file of this pupil.
        VolgenError: there is no word, it is too long, or the signal is no longer there.
    """
    reden = mag_noteren(actor, leerling, op)
    if not woord.strip():
        raise VolgenError("Schrijf in een paar woorden waarom dit signaal weg mag. Een ander leest dat later.")
    if len(woord.strip()) > LANGSTE_WOORD:
        raise VolgenError(f"Dit is te lang: houd het bij {LANGSTE_WOORD} tekens.")
    beelden = list_signalen(leerlingen=[leerling], vestiging=leerling.vestiging, peildatum=op.date())[leerling.pk]
    beeld = next((een for een in beelden if een.signaal.kenmerk == kenmerk), None)
    if beeld is None:
        raise VolgenError("Dit signaal is er niet meer: de gegevens zijn veranderd. Kijk opnieuw.")
    _besluit, is_nieuw = Signaalbesluit.objects.get_or_create(
        bestuur_id=leerling.bestuur_id,
        leerling=leerling,
        regel=beeld.signaal.regel,
        kenmerk=kenmerk,
        defaults={"woord": woord.strip(), "besloten_op": op, "door": actor},
    )
    if is_nieuw:
        log_leerling(actor, leerling, "dismiss_signaal", reden, op)


@transaction.atomic
def set_signaalinstelling(
    *,
    actor: Account,
    vestiging: Vestiging,
    regel: Signaalregel,
    drempel: int,
    is_ingeschakeld: bool,
    op: datetime,
) -> Signaalinstelling:
    """Let a rule for signals count from another threshold at a school, or not at all.

    Raises:
        GeenToegangError: the actor does not keep the pupils of this school.
        SignaalinstellingError: the threshold cannot be.
    """
    reden = require(why_may_manage(actor, vestiging, op=op), WIE_BEHEERT)
    check_drempel(regel, drempel, peildatum=op.date())
    instelling, _is_nieuw = Signaalinstelling.objects.update_or_create(
        bestuur_id=vestiging.bestuur_id,
        vestiging=vestiging,
        regel=regel,
        defaults={"drempel": drempel, "is_ingeschakeld": is_ingeschakeld, "gewijzigd_op": op, "door": actor},
    )
    log_school(actor, vestiging, f"set_signaalinstelling:{regel}", reden, op)
    return instelling


@transaction.atomic
def set_vakantieregio(*, actor: Account, vestiging: Vestiging, regio: Vakantieregio, op: datetime) -> None:
    """Say in which region of the school holidays a school lies.

    Raises:
        GeenToegangError: the actor does not keep the pupils of this school.
    """
    reden = require(why_may_manage(actor, vestiging, op=op), WIE_BEHEERT)
    organisaties.set_vakantieregio(vestiging=vestiging, regio=regio)
    log_school(actor, vestiging, "set_vakantieregio", reden, op)
