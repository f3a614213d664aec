"""The people whose days are asked for together: each room is asked once, and then decided of each what they may see.

A page asks the days of one person, the daily round those of all who work at a school; both are a `Kring`, so that a
kind of day is made in one way only.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from passend.begrippen.inzage import Inzagegrond
from passend.begrippen.rollen import Rolsoort
from passend.kalender.queries.dagen.regel import Agendaregel
from passend.leerlingen.models import Leerling, Ouderrelatie
from passend.leerlingen.permissions import list_inzagegronden
from passend.organisaties.models import Vestiging
from passend.organisaties.queries import is_binnen
from passend.toegang.models import Rol
from passend.toegang.queries import Account, list_rollen_van, list_vestigingen_uit, rolsoorten_uit

type Dag = tuple[int, Agendaregel]
"""A day with the key of whose it is."""

WERKEND = frozenset(
    {
        Rolsoort.LEERKRACHT,
        Rolsoort.INTERN_BEGELEIDER,
        Rolsoort.DIRECTEUR,
        Rolsoort.MR_LID,
        Rolsoort.BESTUURDER,
    }
)
BEHEER = frozenset({Rolsoort.INTERN_BEGELEIDER, Rolsoort.DIRECTEUR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Kring:
    """Some people on a moment, with what they are where.

    Attributes:
        rollen: what each of them is on that day, by the key of the account.
        vestigingen: the sites within the boards in scope at which one of them works or that one of them governs.
        soorten: what each of them is at each of these sites, by the key of the site and of the account.
    """

    op: datetime
    rollen: Mapping[int, Collection[Rol]]
    vestigingen: Mapping[int, Vestiging]
    soorten: Mapping[int, Mapping[int, frozenset[Rolsoort]]]

    def bij(self, vestiging: int, soorten: Collection[Rolsoort]) -> list[int]:
        """Who has one of these roles at a site."""
        return [account for account, eigen in self.soorten.get(vestiging, {}).items() if eigen & set(soorten)]

    def waar(self, soorten: Collection[Rolsoort]) -> list[Vestiging]:
        """The sites at which one of them has one of these roles."""
        return [een for pk, een in self.vestigingen.items() if self.bij(pk, soorten)]

    def met_rol(self, soort: Rolsoort) -> list[int]:
        """Who has this role anywhere."""
        return [account for account, rollen in self.rollen.items() if any(rol.soort == soort for rol in rollen)]

    def kinderen(self) -> list[tuple[Leerling, set[int]]]:
        """The children of those who are here as a parent, with who of them may see each of these as its parent."""
        ouders = self.met_rol(Rolsoort.OUDER)
        if not ouders:
            return []
        eigen = Ouderrelatie.objects.filter(account__in=ouders, leerling__bestuur=F("bestuur"))
        rijen = Leerling.objects.filter(pk__in=eigen.order_by().values("leerling")).select_related("vestiging")
        kinderen = list(rijen)
        ziet = self.wie_ziet(kinderen, [Inzagegrond.OUDER])
        return [(een, wie) for een in kinderen if (wie := set(ziet[een.pk]) & set(ouders))]

    def wie_ziet(
        self, leerlingen: Iterable[Leerling], gronden: Collection[Inzagegrond]
    ) -> Mapping[int, Collection[int]]:
        """Who may see each of these pupils for one of these reasons, by the key of the pupil."""
        uniek = {een.pk: een for een in leerlingen}
        waarom = list_inzagegronden(rollen=self.rollen, leerlingen=list(uniek.values()), op=self.op, gronden=gronden)
        return {leerling: waarom.get(leerling, {}).keys() for leerling in uniek}


def maak_kring(*, accounts: Collection[Account], op: datetime) -> Kring:
    """The people with their roles and sites, in two questions."""
    rollen = list_rollen_van(accounts=accounts, peildatum=op.date())
    werk = [rol for eigen in rollen.values() for rol in eigen if rol.soort in WERKEND]
    gevonden = list_vestigingen_uit(rollen=werk) if werk else []
    vestigingen = {een.pk: een for een in gevonden if is_binnen(een.bestuur_id)}
    soorten: dict[int, dict[int, frozenset[Rolsoort]]] = defaultdict(dict)
    for vestiging in vestigingen.values():
        for account, eigen in rollen.items():
            bij = rolsoorten_uit(eigen, vestiging)
            if bij & WERKEND:
                soorten[vestiging.pk][account] = bij
    return Kring(op=op, rollen=rollen, vestigingen=vestigingen, soorten=soorten)
