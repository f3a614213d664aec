"""The days of one person, from every room; nothing is kept here, so that nothing can be out of date.

Each kind of day has a function in `dagen`; a room that gets a term of its own adds one there. What is about a pupil is
in it only while this person may see it, for somebody can be on a list of a meeting that is closed to them since.
"""

from datetime import date, datetime

from passend.begrippen.agenda import Agendasoort
from passend.begrippen.rollen import Rolsoort
from passend.kalender.queries.dagen.overleggen import van_overleggen
from passend.kalender.queries.dagen.plannen import evaluaties, opps
from passend.kalender.queries.dagen.regel import KORT_VOORUIT, VOORUIT, Agendaregel
from passend.kalender.queries.dagen.school import bewaren, profielen, verzoeken
from passend.kalender.queries.dagen.toelating import aanmeldingen
from passend.kalender.queries.dagen.toestemmingen import toestemmingen_eindigen, toestemmingen_gevraagd
from passend.organisaties.models import Vestiging
from passend.toegang.queries import Account, list_rollen, list_rolsoorten, list_vestigingen_van

WERKEND = (Rolsoort.LEERKRACHT, Rolsoort.INTERN_BEGELEIDER, Rolsoort.DIRECTEUR, Rolsoort.MR_LID)


def list_besturen_van_account(*, account: Account, peildatum: date) -> list[int]:
    """The keys of the boards at which somebody works or comes for a child; the scope of their agenda."""
    rollen = list_rollen(account=account, peildatum=peildatum)
    besturen = {rol.bestuur_id or (rol.vestiging.bestuur_id if rol.vestiging else None) for rol in rollen}
    return sorted(bestuur for bestuur in besturen if bestuur is not None)


def list_agenda(*, account: Account, op: datetime) -> list[Agendaregel]:
    """Everything that has a day for somebody, earliest first, within the boards in scope."""
    school, eigen = _vestigingen(account, op.date())
    regels = [
        *van_overleggen(account, op),
        *toestemmingen_gevraagd(account, op),
        *toestemmingen_eindigen(school, account, op),
        *verzoeken(eigen, account, op),
        *evaluaties(account, op, tot=op.date() + VOORUIT),
        *opps(school, account, op),
        *bewaren(eigen, account, op),
        *profielen(eigen, account, op),
        *aanmeldingen(school, account, op),
    ]
    return sorted(regels, key=lambda regel: (regel.dag, regel.begint_op is None, regel.begint_op or op, regel.sleutel))


def list_mijn_taken(*, account: Account, op: datetime) -> list[Agendaregel]:
    """What meetings, permissions and plans to look back on ask of somebody now: for the first screen."""
    dag, kort = op.date(), op.date() + KORT_VOORUIT
    school, _eigen = _vestigingen(account, dag)
    regels = [
        *van_overleggen(account, op),
        *toestemmingen_gevraagd(account, op),
        *aanmeldingen(school, account, op),
        *evaluaties(account, op, tot=dag),
    ]
    vragen = [een for een in regels if een.soort is Agendasoort.TOESTEMMING_GEVRAAGD]  # each waits from its first day
    rest = [een for een in regels if een.soort is not Agendasoort.TOESTEMMING_GEVRAAGD]
    nu = [een for een in rest if een.dag <= (dag if een.soort is Agendasoort.OVERLEG else kort)]
    return sorted([*vragen, *nu], key=lambda regel: (regel.dag, regel.sleutel))


def _vestigingen(account: Account, peildatum: date) -> tuple[list[Vestiging], list[Vestiging]]:
    """The sites whose files somebody keeps, and all sites at which they work themselves or that they govern."""
    eigen = list(list_vestigingen_van(account=account, peildatum=peildatum, soorten=(*WERKEND, Rolsoort.BESTUURDER)))
    rollen = list_rolsoorten(account=account, vestigingen=eigen, peildatum=peildatum)
    beheer = {Rolsoort.INTERN_BEGELEIDER, Rolsoort.DIRECTEUR}
    return [een for een in eigen if rollen[een.pk] & beheer], eigen
