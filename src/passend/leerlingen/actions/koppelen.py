"""Tying somebody who came in by an invitation to what names their address."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from passend.begrippen.rollen import Reden, Rolsoort
from passend.leerlingen.actions.leerlingen import log_leerling, loopt
from passend.leerlingen.models import Ouderrelatie, Toestemming
from passend.leerlingen.queries.inzage import get_toestemmingfeiten
from passend.regels.toestemming import toestemming_geldt
from passend.toegang.models import Account
from passend.toegang.queries import list_rollen


@transaction.atomic
def link_account(*, account: Account, email: str, op: datetime) -> int:
    """Tie somebody who came in by an invitation to the children and permissions that name the address it went to.

    Only where their role makes the tie count: at another school they are invited anew, and until then its page does
    not say that they can sign in. What has ended stays as it ended, and the log says of no pupil that somebody came in
    when nothing was opened.

    Returns:
        How many ties were made, within the boards in scope.
    """
    waar: dict[str, list[int | None]] = {Rolsoort.OUDER: [], Rolsoort.DESKUNDIGE: []}
    for rol in list_rollen(account=account, peildatum=op.date()):
        waar.setdefault(rol.soort, []).append(rol.vestiging_id)
    open_: dict[str, Any] = {"account__isnull": True, "email__iexact": email, "leerling__bestuur": F("bestuur")}
    nog_open = Q(ingetrokken_op__isnull=True, geldig_tot_en_met__gte=op.date())
    ouders = list(Ouderrelatie.objects.filter(loopt(op), **open_, leerling__vestiging__in=waar[Rolsoort.OUDER]))
    gevraagd = list(Toestemming.objects.filter(nog_open, **open_, leerling__vestiging__in=waar[Rolsoort.DESKUNDIGE]))
    rijen: list[Ouderrelatie | Toestemming] = [*ouders, *gevraagd]
    for rij in rijen:
        rij.account = account
        rij.save(update_fields=["account"])
    feiten = get_toestemmingfeiten(toestemmingen=gevraagd)
    geldig = [een for een in gevraagd if toestemming_geldt(feiten[een.pk], op=op)]
    geopend = [ouder.leerling for ouder in ouders] + [een.leerling for een in geldig]
    for leerling in {leerling.pk: leerling for leerling in geopend}.values():
        log_leerling(account, leerling, "link_account", Reden("genodigd", "U bent uitgenodigd."), op)
    return len(rijen)
