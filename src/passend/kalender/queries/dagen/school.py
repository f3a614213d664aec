"""What a school as a whole has a day for: requests of parents, files that may go, and its profile."""

from collections.abc import Collection, Iterable
from datetime import datetime

from passend.begrippen.agenda import Agendasoort
from passend.begrippen.rollen import Rolsoort
from passend.kalender.queries.dagen.regel import VOORUIT, Agendaregel
from passend.leerlingen.queries.bewaren import list_posten
from passend.leerlingen.queries.taken import VERZOEK, list_leerlingtaken
from passend.organisaties.models import Vestiging
from passend.profielen.queries.taken import list_schoolstanden, taken_van
from passend.toegang.queries import Account, list_rolsoorten


def verzoeken(eigen: Collection[Vestiging], account: Account, op: datetime) -> Iterable[Agendaregel]:
    scholen = {een.pk: een for een in eigen}
    rollen = list_rolsoorten(account=account, vestigingen=list(eigen), peildatum=op.date())
    return [
        Agendaregel(
            soort=Agendasoort.VERZOEK,
            sleutel=f"verzoek:{taak.vestiging}",
            dag=taak.uiterlijk_op,
            vestiging=scholen[taak.vestiging],
            aantal=taak.aantal,
        )
        for taak in list_leerlingtaken(rollen=rollen, peildatum=op.date())
        if taak.soort == VERZOEK and taak.uiterlijk_op is not None
    ]


def bewaren(eigen: Collection[Vestiging], account: Account, op: datetime) -> Iterable[Agendaregel]:
    """The first day on which something of who left may go, at each school of a directeur."""
    rollen = list_rolsoorten(account=account, vestigingen=list(eigen), peildatum=op.date())
    regels = []
    for school in (een for een in eigen if Rolsoort.DIRECTEUR in rollen[een.pk]):
        posten = [post for post in list_posten(vestiging=school, peildatum=op.date()) if post.lijst is None]
        dagen = [post.begint_op for post in posten if post.bezwaar is None or post.begint_op > op.date()]
        if nabij := [dag for dag in dagen if dag <= op.date() + VOORUIT]:
            regels.append(
                Agendaregel(
                    soort=Agendasoort.BEWAREN,
                    sleutel=f"bewaren:{school.pk}",
                    dag=min(nabij),
                    vestiging=school,
                    aantal=len(nabij),
                )
            )
    return regels


def profielen(eigen: Collection[Vestiging], account: Account, op: datetime) -> Iterable[Agendaregel]:
    rollen = list_rolsoorten(account=account, vestigingen=list(eigen), peildatum=op.date())
    return [
        Agendaregel(
            soort=Agendasoort.PROFIEL,
            sleutel=f"profiel:{stand.vestiging.pk}:{taak.stap}",
            dag=taak.uiterlijk_op,
            vestiging=stand.vestiging,
        )
        for stand in list_schoolstanden(vestigingen=list(eigen))
        for taak in taken_van(stand, rollen=rollen[stand.vestiging.pk], peildatum=op.date())
        if taak.uiterlijk_op is not None
    ]
