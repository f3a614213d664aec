"""Refused tries with what opens something: a key, a form, a file, a number of somebody else."""

from contextlib import nullcontext
from datetime import datetime, timedelta

from django.db import transaction

from passend.begrippen.rollen import Logsoort, Reden
from passend.organisaties.queries import in_bestuur, is_binnen
from passend.toegang.actions.logboek import GEEN_REDEN, log_handeling
from passend.toegang.models import Account, Installatieregel, Logregel

STIL = timedelta(minutes=15)
"""So long a try like one that stands in the log already adds nothing: anybody can try, and none may fill the log."""


@transaction.atomic
def record_geweigerde_poging(
    *,
    account: Account | None,
    soort: str,
    onderwerp: str,
    bestuur: int | None,
    op: datetime,
    reden: Reden = GEEN_REDEN,
) -> None:
    """Write down that somebody tried what is not for them: never the key or the address itself.

    Args:
        account: who is signed in; None for a stranger.
        soort: with what, a code such as `uitnodiging`.
        onderwerp: a key such as `uitnodiging:12` or `pagina:overstapbestand`.
        bestuur: the board that it was about; None when that is not known.
        op: the moment.
        reden: why it was refused.
    """
    handeling = f"geweigerd:{soort}"
    feiten = {"handeling": handeling, "onderwerp": onderwerp, "account": account, "reden": reden.code}
    with nullcontext() if bestuur is None or is_binnen(bestuur) else in_bestuur(bestuur):
        regels = Installatieregel.objects.all() if bestuur is None else Logregel.objects.filter(bestuur=bestuur)
        if regels.filter(op__gt=op - STIL, **feiten).exists():
            return
        log_handeling(
            account=account,
            handeling=handeling,
            onderwerp=onderwerp,
            reden=reden,
            op=op,
            bestuur=bestuur,
            soort=Logsoort.GEWEIGERD,
        )
