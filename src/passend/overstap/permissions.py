"""Who writes a report for the next school, who sends it, and who takes a file of another school in."""

from datetime import datetime

from passend.begrippen.inzage import Inzagegrond
from passend.begrippen.rollen import Reden
from passend.leerlingen.permissions import SCHOOL, Inzage, why_may_manage
from passend.organisaties.models import Vestiging
from passend.overstap.models import Onderwijskundigrapport
from passend.toegang.queries import Bezoeker

WIE_RAPPORT = "de intern begeleider en de directeur van deze school"
WIE_VASTSTELT = "de directeur van deze school"
WIE_LEEST = "de intern begeleider, de directeur, en ouders met gezag zodra het rapport is vastgesteld"
WIE_REAGEERT = "een ouder met gezag, zodra het rapport is vastgesteld"
WIE_INLEEST = "de intern begeleider en de directeur van deze school"


def why_may_write_rapport(inzage: Inzage | None) -> Reden | None:
    """Intern begeleider and directeur prepare a report, and note talks with other schools."""
    return inzage.reden_als(SCHOOL) if inzage else None


def why_may_set_rapport(inzage: Inzage | None) -> Reden | None:
    """The directeur sets it, after consulting the team (WPO 42 lid 1)."""
    return inzage.reden_als({Inzagegrond.DIRECTEUR}) if inzage else None


def why_may_read_rapport(inzage: Inzage | None, rapport: Onderwijskundigrapport | None) -> Reden | None:
    """Who writes it; and parents with authority once it was set."""
    reden = why_may_write_rapport(inzage)
    if reden is not None or inzage is None:
        return reden
    is_klaar = rapport is not None and rapport.vastgesteld_op is not None
    return inzage.reden_als({Inzagegrond.OUDER}) if is_klaar else None


def why_may_answer_rapport(inzage: Inzage | None, rapport: Onderwijskundigrapport) -> Reden | None:
    """A parent with authority, of a report that was set; the pupil's own from sixteen on."""
    if inzage is None or rapport.vastgesteld_op is None:
        return None
    return inzage.reden_als({Inzagegrond.OUDER})


def why_may_take_in(account: Bezoeker, vestiging: Vestiging, *, op: datetime) -> Reden | None:
    """Who keeps the pupils of a school takes in the file of a pupil who comes."""
    return why_may_manage(account, vestiging, op=op)
