"""Who came to a school for a child alone has no role there once there is no child left for whom they may look."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import F, Q
from django.utils import timezone

from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.models import Ouderrelatie, Toestemming
from passend.regels.inzage import zestien_grens
from passend.toegang.actions import end_gastrol
from passend.toegang.models import Rol
from passend.toegang.queries import list_gastrollen

NIEUW = timedelta(days=92)


def end_gastrollen(*, bestuur: int, op: datetime) -> int:
    """End the role of parents and experts at the schools of a board who have nobody left there.

    A parent keeps it as long as one of their children has a file there and is under sixteen, also after the child left:
    who has authority may see what is kept. So it ends with the last day of the last relation, at sixteen, or once the
    last child was destroyed. An expert keeps it until the last day of the last permission. A brother or a sister keeps
    it. Who was given a role less than three months ago may still wait for the child that it is about.

    Returns:
        How many roles were ended.
    """
    vandaag = timezone.localtime(op).date()
    rollen = list_gastrollen(bestuur=bestuur, sinds_voor=vandaag - NIEUW, peildatum=vandaag)
    accounts = {rol.account_id for rol in rollen}
    nog = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=vandaag)
    ouders = Ouderrelatie.objects.filter(
        nog, account__in=accounts, leerling__bestuur=F("bestuur"), leerling__geboren_op__gt=zestien_grens(vandaag)
    )
    gevraagd = Toestemming.objects.filter(
        account__in=accounts, leerling__bestuur=F("bestuur"), geldig_tot_en_met__gte=vandaag
    )
    banden = {
        Rolsoort.OUDER: set(ouders.values_list("account", "leerling__vestiging")),
        Rolsoort.DESKUNDIGE: set(gevraagd.values_list("account", "leerling__vestiging")),
    }
    klaar = [rol for rol in rollen if (rol.account_id, rol.vestiging_id) not in banden[Rolsoort(rol.soort)]]
    _end(klaar, op)
    return len(klaar)


def _end(rollen: Collection[Rol], op: datetime) -> None:
    for rol in rollen:
        end_gastrol(rol=rol, op=op)
