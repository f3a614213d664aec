"""Who is reminded of what, and in which words."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime
from itertools import batched

from passend.kalender.models import Herinnering
from passend.kalender.queries.agenda import list_agendas
from passend.kalender.queries.dagen.regel import BUITEN, Agendaregel
from passend.overleggen.queries.overleggen import adres_van
from passend.regels.herinnering import moet_herinneren
from passend.toegang.queries import Account, list_werkplekken

GROOTSTE_KRING = 250
"""So few that a letter is about an agenda of a moment ago, and so many that a school is hardly ever in two."""


def list_kringen(*, peildatum: date) -> Iterator[tuple[int, list[Account]]]:
    """Who has a role today and can get a letter, by the key of the board, who are at one school together.

    Nobody of a demonstration is in it.
    """
    scholen: dict[int, dict[int, int]] = defaultdict(dict)
    for account, bestuur, vestiging in list_werkplekken(peildatum=peildatum):
        scholen[bestuur].setdefault(account, vestiging or 0)
    for bestuur, school in sorted(scholen.items()):
        for sleutels in batched(sorted(school, key=lambda account: (school[account], account)), GROOTSTE_KRING):
            accounts = Account.objects.filter(pk__in=sleutels, is_active=True, is_demo=False).order_by("pk")
            if wie := [een for een in accounts if adres_van(een)]:
                yield bestuur, wie


def list_te_herinneren(*, accounts: Collection[Account], op: datetime) -> dict[int, dict[str, Agendaregel]]:
    """What each must be reminded of now and was not, by the key of the account; each thing by a code.

    The code is another when the day is another, so that who was told of a day is told of a new one too.
    """
    nu = {
        account: {
            f"{regel.sleutel}:{regel.dag.isoformat()}": regel
            for regel in regels
            if moet_herinneren(regel.soort, regel.dag, vandaag=op.date())
        }
        for account, regels in list_agendas(accounts=accounts, op=op).items()
    }
    verteld = Herinnering.objects.filter(
        account__in=nu, waarover__in={code for eigen in nu.values() for code in eigen}, verstuurd_op__isnull=False
    )
    for account, code in verteld.values_list("account", "waarover"):
        nu[account].pop(code, None)
    return nu


def in_woorden(regel: Agendaregel) -> str:
    """A day for outside Passend: Dutch, and nothing of a pupil."""
    tijd = f" om {regel.begint_op:%H:%M}" if regel.begint_op else ""
    return f"{regel.dag:%d-%m-%Y}{tijd}: {BUITEN[regel.soort].lower()}, {regel.vestiging}"
