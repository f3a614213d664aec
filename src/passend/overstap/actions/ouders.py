"""What parents say of a report on their own page, until it leaves."""

from datetime import datetime

from django.db import transaction

from passend.begrippen.overstap import Akkoord
from passend.begrippen.rollen import Reden
from passend.leerlingen.actions.leerlingen import check_lengte, log_leerling
from passend.leerlingen.models import Ouderrelatie
from passend.leerlingen.permissions import get_inzage, require
from passend.overstap.actions.contact import OverstapError
from passend.overstap.actions.ouderbericht import LANGSTE_OPMERKING
from passend.overstap.actions.rapport import check_zonder_nummer
from passend.overstap.models import Onderwijskundigrapport, Rapportreactie
from passend.overstap.permissions import WIE_REAGEERT, why_may_answer_rapport
from passend.overstap.queries.ouders import is_verzonden
from passend.plannen.queries.opp import list_gezag
from passend.toegang.models import Account

AL_WEG = (
    "Het rapport is al naar de andere school. Wat u schreef, ging mee en blijft staan. Wilt u nog iets zeggen? "
    "Praat met de school, of zet het bij een stuk in het dossier."
)


@transaction.atomic
def read_rapport(*, actor: Account, rapport: Onderwijskundigrapport, op: datetime) -> None:
    """Say, as the parent who is signed in, that one read the report.

    Raises:
        GeenToegangError: the actor is no parent with authority, or the report was not set.
        OverstapError: the report left already.
    """
    ouders, reden = _eigen(actor, rapport, op)
    for ouder in ouders:
        Rapportreactie.objects.get_or_create(
            bestuur_id=rapport.bestuur_id, rapport=rapport, ouder=ouder, defaults={"gelezen_op": op}
        )
    log_leerling(actor, rapport.leerling, "read_rapport", reden, op)


@transaction.atomic
def answer_rapport(
    *, actor: Account, rapport: Onderwijskundigrapport, akkoord: Akkoord, opmerking: str, op: datetime
) -> None:
    """Say what one thinks of the report; it goes along with it, and takes the place of what one said before.

    Raises:
        GeenToegangError: the actor is no parent with authority, or the report was not set.
        OverstapError: the report left already, or somebody disagrees without a word.
        LeerlingError: there are too many words.
    """
    ouders, reden = _eigen(actor, rapport, op)
    check_lengte(opmerking, LANGSTE_OPMERKING)
    check_zonder_nummer(opmerking)
    if akkoord is Akkoord.NEE and not opmerking.strip():
        raise OverstapError("U bent het er niet mee eens. Schrijf op wat er niet klopt: dat gaat met het rapport mee.")
    for ouder in ouders:
        reactie, _is_nieuw = Rapportreactie.objects.get_or_create(
            bestuur_id=rapport.bestuur_id, rapport=rapport, ouder=ouder, defaults={"gelezen_op": op}
        )
        reactie.akkoord, reactie.opmerking, reactie.gezegd_op = akkoord.value, opmerking.strip(), op
        reactie.save(update_fields=["akkoord", "opmerking", "gezegd_op"])
    log_leerling(actor, rapport.leerling, "answer_rapport", reden, op)


def _eigen(actor: Account, rapport: Onderwijskundigrapport, op: datetime) -> tuple[list[Ouderrelatie], Reden]:
    """The rows by which somebody has authority, nearly always one; of a report that is locked and did not leave."""
    vers = Onderwijskundigrapport.objects.select_for_update().get(pk=rapport.pk)
    leerling = rapport.leerling
    reden = require(why_may_answer_rapport(get_inzage(actor, leerling, op=op), vers), WIE_REAGEERT)
    if is_verzonden(rapport=vers):
        raise OverstapError(AL_WEG)
    gezag = list_gezag(leerling=leerling, peildatum=op.date())
    return [ouder for ouder in gezag if ouder.account_id == actor.pk], reden
