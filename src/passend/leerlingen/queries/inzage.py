"""The facts that decide who may see a file."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from passend.begrippen.inzage import Inzagegrond, Vertrouwelijkheid
from passend.begrippen.periode import Periode
from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.models import (
    Gedeeldstuk,
    Groepsplaatsing,
    Leerling,
    Noodinzage,
    Ouderrelatie,
    Toestemming,
    Toestemmingsbesluit,
)
from passend.regels.inzage import VERVANGERS, Kijkerfeiten, Leerlingfeiten, noodinzage_grens
from passend.regels.toestemming import Besluitfeiten, Toestemmingfeiten, toestemming_geldt
from passend.toegang.models import Groepstaak, Rol
from passend.toegang.queries import Account, rollen_van

DAGEN = ("geldig_van", "geldig_tot_en_met")
ROL_BIJ: Mapping[Inzagegrond, Rolsoort] = {
    Inzagegrond.EIGEN_GROEP: Rolsoort.LEERKRACHT,
    Inzagegrond.INTERN_BEGELEIDER: Rolsoort.INTERN_BEGELEIDER,
    Inzagegrond.DIRECTEUR: Rolsoort.DIRECTEUR,
    Inzagegrond.OUDER: Rolsoort.OUDER,
    Inzagegrond.DESKUNDIGE: Rolsoort.DESKUNDIGE,
}
"""The role at the site of the pupil without which a reason cannot be; emergency access needs none there."""


def get_kijkerfeiten(*, account: Account, bestuur: int, op: datetime) -> Kijkerfeiten:
    """The roles of somebody at a board, and their groups; asked for only when there is a role that needs them."""
    hier = [
        rol
        for rol in rollen_van(account=account, peildatum=op.date())
        if rol.vestiging is not None and rol.vestiging.bestuur_id == bestuur
    ]
    return list_kijkerfeiten(rollen={account.pk: hier}).get((account.pk, bestuur), Kijkerfeiten())


def list_kijkerfeiten(*, rollen: Mapping[int, Collection[Rol]]) -> dict[tuple[int, int], Kijkerfeiten]:
    """What decides for people with these roles, by account and board; their groups in one question, if it matters."""
    per: dict[tuple[int, int], list[tuple[Rolsoort, int, Periode]]] = defaultdict(list)
    for account, eigen in rollen.items():
        for rol in eigen:
            if rol.vestiging is not None:
                geldig = Periode(rol.geldig_van, rol.geldig_tot_en_met)
                per[account, rol.vestiging.bestuur_id].append((Rolsoort(rol.soort), rol.vestiging.pk, geldig))
    leraren = {wie for (wie, _bestuur), rijen in per.items() if Rolsoort.LEERKRACHT in {soort for soort, *_ in rijen}}
    taken: dict[int, list[tuple[int, date, date | None]]] = defaultdict(list)
    if leraren:
        gevonden = Groepstaak.objects.filter(account__in=leraren)
        for account, groep, van, tot_en_met in gevonden.values_list("account", "groep", *DAGEN):
            taken[account].append((groep, van, tot_en_met))
    return {
        (account, bestuur): Kijkerfeiten(rollen=rijen, groepen=_perioden(taken[account] if account in leraren else ()))
        for (account, bestuur), rijen in per.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Banden:
    """The ties of people with pupils, read at once; of a pupil alone or by account and pupil."""

    groepen: Mapping[int, Collection[tuple[int, Periode]]]
    gezag: Mapping[tuple[int, int], Collection[Periode]]
    toestemmingen: Mapping[tuple[int, int], Collection[Toestemmingfeiten]]
    noodinzagen: Mapping[tuple[int, int], Collection[datetime]]

    def van(self, account: int, leerling: Leerling) -> Leerlingfeiten:
        """A pupil, and the ties of one of these people with this pupil."""
        samen = (account, leerling.pk)
        return Leerlingfeiten(
            vestiging=leerling.vestiging_id,
            geboren_op=leerling.geboren_op,
            groepen=self.groepen.get(leerling.pk, ()),
            gezag=self.gezag.get(samen, ()),
            toestemmingen=self.toestemmingen.get(samen, ()),
            noodinzagen=self.noodinzagen.get(samen, ()),
        )


def get_leerlingfeiten(
    *, account: Account, leerling: Leerling, op: datetime, soorten: Collection[Rolsoort]
) -> Leerlingfeiten:
    """A pupil, and the ties of somebody with this pupil; asked for only where a role of theirs makes them count."""
    banden = list_banden(accounts=[account.pk], leerlingen=[leerling], op=op, soorten=soorten)
    return banden.van(account.pk, leerling)


def list_banden(
    *,
    accounts: Collection[int],
    leerlingen: Collection[Leerling],
    op: datetime,
    soorten: Collection[Rolsoort],
    gronden: Collection[Inzagegrond] = tuple(Inzagegrond),
) -> Banden:
    """The ties of people with pupils; only what can be one of these reasons for who has these roles is asked for."""
    groepen: dict[int, list[tuple[int, Periode]]] = defaultdict(list)
    gezag: dict[tuple[int, int], list[Periode]] = defaultdict(list)
    gevraagd: list[Toestemming] = []
    nood: dict[tuple[int, int], list[datetime]] = defaultdict(list)
    samen = {"leerling__in": [een.pk for een in leerlingen], "account__in": accounts}
    if Inzagegrond.EIGEN_GROEP in gronden and Rolsoort.LEERKRACHT in soorten:
        rijen = Groepsplaatsing.objects.filter(leerling__in=samen["leerling__in"])
        for leerling, groep, van, tot_en_met in rijen.values_list("leerling", "groep", *DAGEN):
            groepen[leerling].append((groep, Periode(van, tot_en_met)))
    if Inzagegrond.OUDER in gronden and Rolsoort.OUDER in soorten:
        ouders = Ouderrelatie.objects.filter(**samen, heeft_gezag=True)
        for account, leerling, van, tot_en_met in ouders.values_list("account", "leerling", *DAGEN):
            gezag[account, leerling].append(Periode(van, tot_en_met))
    if Inzagegrond.DESKUNDIGE in gronden and Rolsoort.DESKUNDIGE in soorten:
        gevraagd = list(Toestemming.objects.filter(**samen))
    if Inzagegrond.NOODINZAGE in gronden and set(VERVANGERS) & set(soorten):
        openingen = Noodinzage.objects.filter(**samen, op__gt=noodinzage_grens(op))
        for account, leerling, moment in openingen.values_list("account", "leerling", "op"):
            nood[account, leerling].append(moment)
    return Banden(groepen=groepen, gezag=gezag, toestemmingen=_per_paar(gevraagd), noodinzagen=nood)


def list_inzagefeiten(
    *,
    rollen: Mapping[int, Collection[Rol]],
    leerlingen: Collection[Leerling],
    op: datetime,
    gronden: Collection[Inzagegrond],
) -> Iterator[tuple[int, int, Kijkerfeiten, Leerlingfeiten]]:
    """Account and pupil with the facts of both, of each two between whom there can be one of these reasons."""
    if not leerlingen:
        return
    kijkers = list_kijkerfeiten(rollen=rollen)
    bij = _per_vestiging(kijkers, {ROL_BIJ[een] for een in gronden if een in ROL_BIJ})
    soorten = {soort for kijker in kijkers.values() for soort, *_rest in kijker.rollen}
    banden = list_banden(accounts=list(rollen), leerlingen=leerlingen, op=op, soorten=soorten, gronden=gronden)
    nood: dict[int, set[int]] = defaultdict(set)
    for account, leerling in banden.noodinzagen:
        nood[leerling].add(account)
    for een in leerlingen:
        for account in bij[een.vestiging_id] | nood[een.pk]:
            if (account, een.bestuur_id) in kijkers:
                yield account, een.pk, kijkers[account, een.bestuur_id], banden.van(account, een)


def _per_vestiging(
    kijkers: Mapping[tuple[int, int], Kijkerfeiten], soorten: Collection[Rolsoort]
) -> dict[int, set[int]]:
    """Who has one of these roles at each site."""
    bij: dict[int, set[int]] = defaultdict(set)
    for (account, _bestuur), kijker in kijkers.items():
        for soort, vestiging, _periode in kijker.rollen:
            if soort in soorten:
                bij[vestiging].add(account)
    return bij


def _per_paar(gevraagd: Collection[Toestemming]) -> dict[tuple[int, int], list[Toestemmingfeiten]]:
    per_paar: dict[tuple[int, int], list[Toestemmingfeiten]] = defaultdict(list)
    feiten = get_toestemmingfeiten(toestemmingen=gevraagd)
    for een in gevraagd:
        if een.account_id is not None:
            per_paar[een.account_id, een.leerling_id].append(feiten[een.pk])
    return per_paar


def get_toestemmingfeiten(*, toestemmingen: Iterable[Toestemming]) -> dict[int, Toestemmingfeiten]:
    """What parents were asked and answered, by the key of the permission."""
    gevraagd = list(toestemmingen)
    if not gevraagd:
        return {}
    gezag: dict[int, dict[int, Periode]] = defaultdict(dict)
    ouders = Ouderrelatie.objects.filter(leerling__in={een.leerling_id for een in gevraagd}, heeft_gezag=True)
    for ouder in ouders:
        gezag[ouder.leerling_id][ouder.pk] = Periode(ouder.geldig_van, ouder.geldig_tot_en_met)
    besluiten: dict[int, dict[int, Besluitfeiten]] = defaultdict(dict)
    for besluit in Toestemmingsbesluit.objects.filter(toestemming__in=gevraagd):
        besluiten[besluit.toestemming_id][besluit.ouder_id] = Besluitfeiten(
            gegeven_op=besluit.gegeven_op, ingetrokken_op=besluit.ingetrokken_op
        )
    return {
        een.pk: Toestemmingfeiten(
            tot_en_met=een.geldig_tot_en_met,
            gezag=gezag[een.leerling_id],
            besluiten=besluiten[een.pk],
            ingetrokken_op=een.ingetrokken_op,
        )
        for een in gevraagd
    }


def list_gedeelde_stukken(*, account: Account, leerling: Leerling, op: datetime) -> dict[int, date]:
    """The pieces of a file that parents let somebody see now, by their key, and the last day of each.

    What is shared twice can be read as long as one of both counts.
    """
    toestemmingen = list(Toestemming.objects.filter(leerling=leerling, account=account))
    feiten = get_toestemmingfeiten(toestemmingen=toestemmingen)
    geldig = {een.pk: een for een in toestemmingen if toestemming_geldt(feiten[een.pk], op=op)}
    gedeeld = Gedeeldstuk.objects.filter(toestemming__in=geldig, stuk__bestuur=leerling.bestuur_id)
    te_lezen = gedeeld.exclude(stuk__vertrouwelijkheid=Vertrouwelijkheid.MELDCODE)  # never goes out of the school
    tot: dict[int, date] = {}
    for stuk, toestemming in te_lezen.values_list("stuk", "toestemming"):
        tot[stuk] = max(tot.get(stuk, date.min), geldig[toestemming].geldig_tot_en_met)
    return tot


def _perioden(rijen: Iterable[tuple[int, date, date | None]]) -> list[tuple[int, Periode]]:
    return [(groep, Periode(van, tot_en_met)) for groep, van, tot_en_met in rijen]
