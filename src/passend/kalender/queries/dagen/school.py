"""What a school as a whole has a day for: requests of parents, files that may go, and its profile."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from passend.begrippen.agenda import Agendasoort
from passend.begrippen.rollen import Rolsoort
from passend.kalender.queries.dagen.kring import BEHEER, Dag, Kring
from passend.kalender.queries.dagen.regel import VOORUIT, Agendaregel
from passend.leerlingen.queries.bewaren import list_posten_bij
from passend.leerlingen.queries.taken import list_verzoeken
from passend.profielen.queries.taken import list_schoolstanden, taken_van


def verzoeken(kring: Kring) -> Iterator[Dag]:
    """By when parents have their answer, for who keeps the files."""
    for taak in list_verzoeken(vestigingen=[een.pk for een in kring.waar(BEHEER)]):
        if taak.uiterlijk_op is not None:
            regel = Agendaregel(
                soort=Agendasoort.VERZOEK,
                sleutel=f"verzoek:{taak.vestiging}",
                dag=taak.uiterlijk_op,
                vestiging=kring.vestigingen[taak.vestiging],
                aantal=taak.aantal,
            )
            yield from ((account, regel) for account in kring.bij(taak.vestiging, BEHEER))


def bewaren(kring: Kring) -> Iterator[Dag]:
    """The first day on which something of who left may go, at each school of a directeur."""
    vandaag, dagen = kring.op.date(), defaultdict[int, list[date]](list)
    scholen = kring.waar({Rolsoort.DIRECTEUR})
    for post in list_posten_bij(vestigingen=scholen, peildatum=vandaag) if scholen else ():
        mag_dan = post.bezwaar is None or post.begint_op > vandaag
        if post.lijst is None and mag_dan and post.begint_op <= vandaag + VOORUIT:
            dagen[post.leerling.vestiging_id].append(post.begint_op)
    for school, nabij in dagen.items():
        regel = Agendaregel(
            soort=Agendasoort.BEWAREN,
            sleutel=f"bewaren:{school}",
            dag=min(nabij),
            vestiging=kring.vestigingen[school],
            aantal=len(nabij),
        )
        yield from ((account, regel) for account in kring.bij(school, {Rolsoort.DIRECTEUR}))


def profielen(kring: Kring) -> Iterator[Dag]:
    """When a step of the profile of a school must be done, for who does it."""
    for stand in list_schoolstanden(vestigingen=list(kring.vestigingen.values())) if kring.vestigingen else ():
        for account, rollen in kring.soorten[stand.vestiging.pk].items():
            for taak in taken_van(stand, rollen=rollen, peildatum=kring.op.date()):
                if taak.uiterlijk_op is not None:
                    yield (
                        account,
                        Agendaregel(
                            soort=Agendasoort.PROFIEL,
                            sleutel=f"profiel:{stand.vestiging.pk}:{taak.stap}",
                            dag=taak.uiterlijk_op,
                            vestiging=stand.vestiging,
                        ),
                    )
