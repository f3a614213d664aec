"""The days of one person, from every room; nothing is kept here, so that nothing can be out of date.

Each kind of day has a function in `dagen`; a room that gets a term of its own adds one there. What is about a pupil is
in it only while this person may see it, for somebody can be on a list of a meeting that is closed to them since.
"""

from collections.abc import Collection
from datetime import date, datetime
from itertools import chain

from passend.begrippen.agenda import Agendasoort
from passend.begrippen.rollen import Rolsoort
from passend.kalender.queries.dagen.kring import maak_kring
from passend.kalender.queries.dagen.overleggen import van_overleggen
from passend.kalender.queries.dagen.plannen import evaluaties, opps
from passend.kalender.queries.dagen.regel import KORT_VOORUIT, VOORUIT, Agendaregel
from passend.kalender.queries.dagen.school import bewaren, profielen, verzoeken
from passend.kalender.queries.dagen.toelating import (
    aanmeldingen,
    hulpvragen,
    schorsingen,
    verwijderingen,
    verwijderingen_van_ouders,
)
from passend.kalender.queries.dagen.toestemmingen import toestemmingen_eindigen, toestemmingen_gevraagd
from passend.toegang.queries import Account, list_vestigingen_uit, rollen_van


def list_besturen_van_account(*, account: Account, peildatum: date) -> list[int]:
    """The keys of the boards at which somebody works, comes for a child or advises; the scope of their agenda."""
    rollen = rollen_van(account=account, peildatum=peildatum)
    besturen = {rol.bestuur_id or (rol.vestiging.bestuur_id if rol.vestiging else None) for rol in rollen}
    if adviseur := [rol for rol in rollen if rol.soort == Rolsoort.ADVISEUR]:
        besturen |= set(list_vestigingen_uit(rollen=adviseur).values_list("bestuur", flat=True))
    return sorted(bestuur for bestuur in besturen if bestuur is not None)


def list_agenda(*, account: Account, op: datetime) -> list[Agendaregel]:
    """Everything that has a day for somebody, earliest first, within the boards in scope."""
    return list_agendas(accounts=[account], op=op)[account.pk]


def list_agendas(*, accounts: Collection[Account], op: datetime) -> dict[int, list[Agendaregel]]:
    """`list_agenda` of many people, by the key of the account; as many questions for one of a school as for all."""
    kring = maak_kring(accounts=accounts, op=op)
    regels: dict[int, list[Agendaregel]] = {een.pk: [] for een in accounts}
    for account, regel in chain(
        van_overleggen(kring),
        toestemmingen_gevraagd(kring),
        toestemmingen_eindigen(kring),
        verzoeken(kring),
        evaluaties(kring, tot=op.date() + VOORUIT),
        opps(kring),
        bewaren(kring),
        profielen(kring),
        aanmeldingen(kring),
        hulpvragen(kring),
        schorsingen(kring),
        verwijderingen(kring),
        verwijderingen_van_ouders(kring),
    ):
        regels[account].append(regel)
    for eigen in regels.values():
        eigen.sort(key=lambda regel: (regel.dag, regel.begint_op is None, regel.begint_op or op, regel.sleutel))
    return regels


def list_mijn_taken(*, account: Account, op: datetime) -> list[Agendaregel]:
    """What meetings, permissions, the law and plans to look back on ask of somebody now: for the first screen."""
    dag, kort = op.date(), op.date() + KORT_VOORUIT
    kring = maak_kring(accounts=[account], op=op)
    dagen = chain(
        van_overleggen(kring),
        toestemmingen_gevraagd(kring),
        aanmeldingen(kring),
        hulpvragen(kring),
        schorsingen(kring),
        verwijderingen(kring),
        verwijderingen_van_ouders(kring),
        evaluaties(kring, tot=dag),
    )
    regels = [regel for _account, regel in dagen]
    vragen = [een for een in regels if een.soort is Agendasoort.TOESTEMMING_GEVRAAGD]  # each waits from its first day
    rest = [een for een in regels if een.soort is not Agendasoort.TOESTEMMING_GEVRAAGD]
    nu = [een for een in rest if een.dag <= (dag if een.soort is Agendasoort.OVERLEG else kort)]
    return sorted([*vragen, *nu], key=lambda regel: (not regel.gaat_voor, regel.dag, regel.sleutel))
