"""Who from outside the school is known already, so that nobody types a name and an address twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F

from passend.begrippen.overleg import EXTERN, Deelnemerrol
from passend.leerlingen.models import Toestemming
from passend.overleggen.models import Overleg, Overlegdeelnemer

SINDS = timedelta(days=2 * 366)  # who was last asked longer ago may work elsewhere by now
MEESTE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Bekende:
    """Somebody from outside: their name, address and role; no role when only a permission names them.

    `is_van_kind` says that they came, or may look, for this pupil before.
    """

    naam: str
    email: str
    rol: Deelnemerrol | None
    is_van_kind: bool


def list_bekenden(*, overleg: Overleg, deelnemers: Iterable[Overlegdeelnemer], op: datetime) -> list[Bekende]:
    """Who came from outside to a meeting of this school, or may see something of this pupil, and is not on it yet.

    `deelnemers` are those who are on it. Those of this pupil come first, then the others by name. That somebody is
    known lets them in nowhere: the parents are asked for each meeting anew.
    """
    if overleg.leerling is None:
        return []
    al = {een.email.lower() for een in deelnemers if een.email}
    gevonden: dict[str, Bekende] = {}
    for een in (*_van_overleggen(overleg, op), *_van_toestemmingen(overleg, op)):
        eerder = gevonden.get(een.email)
        if een.email in al:
            continue
        if eerder is None:
            gevonden[een.email] = een
        elif een.is_van_kind and not eerder.is_van_kind:
            gevonden[een.email] = Bekende(naam=eerder.naam, email=eerder.email, rol=eerder.rol, is_van_kind=True)
    return sorted(gevonden.values(), key=lambda een: (not een.is_van_kind, een.naam.lower()))[:MEESTE]


def _van_overleggen(overleg: Overleg, op: datetime) -> Iterable[Bekende]:
    """By the newest meeting first, for that has the newest name and role."""
    rijen = Overlegdeelnemer.objects.filter(
        rol__in=[rol.value for rol in EXTERN],
        overleg__bestuur=F("bestuur"),
        overleg__vestiging=overleg.vestiging_id,
        overleg__begint_op__gte=op - SINDS,
    ).exclude(email="")
    for een in rijen.select_related("overleg").order_by("-overleg__begint_op", "-pk"):
        is_van_kind = een.overleg.leerling_id == overleg.leerling_id
        yield Bekende(naam=een.naam, email=een.email.lower(), rol=Deelnemerrol(een.rol), is_van_kind=is_van_kind)


def _van_toestemmingen(overleg: Overleg, op: datetime) -> Iterable[Bekende]:
    """Whom parents were asked about for this pupil; by the name they sign in with, or the address when they do not."""
    rijen = Toestemming.objects.filter(leerling=overleg.leerling_id, geldig_tot_en_met__gte=(op - SINDS).date())
    for een in rijen.select_related("account"):
        naam = str(een.account) if een.account else een.email
        yield Bekende(naam=naam, email=een.email.lower(), rol=None, is_van_kind=True)
