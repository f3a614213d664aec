"""Writing down that somebody saw their own days and tasks, in which names of pupils stand."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from passend.begrippen.rollen import Reden
from passend.organisaties.models import Vestiging
from passend.organisaties.queries import in_bestuur
from passend.toegang.actions import log_eens
from passend.toegang.models import Account

EIGEN_DAGEN = Reden("eigen_dagen", "Dit zijn uw eigen dagen en taken.")


def log_dagen(*, account: Account, scholen: Iterable[Vestiging], handeling: str, op: datetime) -> None:
    """Write one line for each school, in the log of its board, and that once a quarter of an hour.

    It is the page that people come back to all day; what they open from it has a line of its own.
    """
    per_bestuur: dict[int, list[str]] = defaultdict(list)
    for school in {een.pk: een for een in scholen}.values():
        per_bestuur[school.bestuur_id].append(f"vestiging:{school.pk}")
    for bestuur, onderwerpen in per_bestuur.items():
        with in_bestuur(bestuur):
            log_eens(
                account=account,
                handeling=handeling,
                onderwerpen=onderwerpen,
                reden=EIGEN_DAGEN,
                op=op,
                bestuur=bestuur,
            )
