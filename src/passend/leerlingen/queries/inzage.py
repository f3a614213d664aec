"""The facts that decide who may see a file."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime

from passend.begrippen.inzage import Vertrouwelijkheid
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
from passend.toegang.models import Groepstaak
from passend.toegang.queries import Account, list_rollen


def get_kijkerfeiten(*, account: Account, bestuur: int, op: datetime) -> Kijkerfeiten:
    """The roles of somebody at a board, and their groups; asked for only when there is a role that needs them."""
    rollen = [
        (Rolsoort(rol.soort), rol.vestiging.pk, Periode(rol.geldig_van, rol.geldig_tot_en_met))
        for rol in list_rollen(account=account, peildatum=op.date())
        if rol.vestiging is not None and rol.vestiging.bestuur_id == bestuur
    ]
    if not any(soort is Rolsoort.LEERKRACHT for soort, *_rest in rollen):
        return Kijkerfeiten(rollen=rollen)
    taken = Groepstaak.objects.filter(account=account).values_list("groep", "geldig_van", "geldig_tot_en_met")
    return Kijkerfeiten(rollen=rollen, groepen=_perioden(taken))


def get_leerlingfeiten(
    *, account: Account, leerling: Leerling, op: datetime, soorten: Collection[Rolsoort]
) -> Leerlingfeiten:
    """A pupil, and the ties of somebody with this pupil; asked for only where a role of theirs makes them count."""
    mijn = {"leerling": leerling, "account": account}
    groepen = Groepsplaatsing.objects.filter(leerling=leerling).values_list("groep", "geldig_van", "geldig_tot_en_met")
    gezag = Ouderrelatie.objects.filter(**mijn, heeft_gezag=True).values_list("geldig_van", "geldig_tot_en_met")
    nood = Noodinzage.objects.filter(**mijn, op__gt=noodinzage_grens(op)).values_list("op", flat=True)
    gevraagd = Toestemming.objects.filter(**mijn) if Rolsoort.DESKUNDIGE in soorten else []
    return Leerlingfeiten(
        vestiging=leerling.vestiging_id,
        geboren_op=leerling.geboren_op,
        groepen=_perioden(groepen) if Rolsoort.LEERKRACHT in soorten else [],
        gezag=[Periode(*dagen) for dagen in gezag] if Rolsoort.OUDER in soorten else [],
        toestemmingen=list(get_toestemmingfeiten(toestemmingen=gevraagd).values()),
        noodinzagen=list(nood) if set(VERVANGERS) & set(soorten) else [],
    )


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


def list_gedeelde_stukken(*, account: Account, leerling: Leerling, op: datetime) -> frozenset[int]:
    """The keys of the pieces of a file that parents let somebody see now."""
    toestemmingen = list(Toestemming.objects.filter(leerling=leerling, account=account))
    feiten = get_toestemmingfeiten(toestemmingen=toestemmingen)
    geldig = [een.pk for een in toestemmingen if toestemming_geldt(feiten[een.pk], op=op)]
    gedeeld = Gedeeldstuk.objects.filter(toestemming__in=geldig, stuk__bestuur=leerling.bestuur_id)
    te_lezen = gedeeld.exclude(stuk__vertrouwelijkheid=Vertrouwelijkheid.MELDCODE)  # never goes out of the school
    return frozenset(te_lezen.values_list("stuk", flat=True))


def _perioden(rijen: Iterable[tuple[int, date, date | None]]) -> list[tuple[int, Periode]]:
    return [(groep, Periode(van, tot_en_met)) for groep, van, tot_en_met in rijen]
