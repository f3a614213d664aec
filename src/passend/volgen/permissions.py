"""Who may see how a pupil is doing, who writes it down, and who sets the rules for signals.

What is kept here belongs to the ordinary file: whoever may read that whole may read this, so that an expert, who sees
what was shared piece by piece, sees nothing of it. A list goes through `visible_gevolgd`, the twin.
"""

from datetime import datetime

from django.db.models import QuerySet

from passend.begrippen.inzage import Inzagegrond, Vertrouwelijkheid
from passend.begrippen.rollen import Reden
from passend.leerlingen.models import Leerling
from passend.leerlingen.permissions import Inzage, visible_leerlingen, why_may_write
from passend.toegang.queries import Bezoeker

WIE_VOLGT = "de leerkracht van de groep, de intern begeleider, de directeur, en ouders met gezag"
WIE_NOTEERT = "de leerkracht van de groep, de intern begeleider en de directeur"
NOTEERDERS = (Inzagegrond.EIGEN_GROEP, Inzagegrond.INTERN_BEGELEIDER, Inzagegrond.DIRECTEUR)


def why_may_follow(inzage: Inzage) -> Reden | None:
    """Whoever reads the ordinary file sees results, observations and absence too."""
    return inzage.reden if inzage.is_heel else None


def why_may_record(inzage: Inzage) -> Reden | None:
    """Whoever writes in the ordinary file writes down what they see, and what they do with a signal."""
    return why_may_write(inzage, Vertrouwelijkheid.GEWOON)


def visible_gevolgd(account: Bezoeker, *, op: datetime) -> QuerySet[Leerling]:
    """The twin of `why_may_record`: the pupils of whom somebody writes something down."""
    return visible_leerlingen(account, op=op, gronden=NOTEERDERS)
