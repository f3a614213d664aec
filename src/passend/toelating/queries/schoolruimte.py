"""What schools say of themselves to who looks for a place: their kind, and which year groups are full or have room."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from passend.begrippen.aanmelding import Plaatsstand
from passend.organisaties.models import Vestiging
from passend.organisaties.queries import in_bestuur
from passend.toelating.models import Groepsruimte, Toelatingsbeleid


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolruimte:
    """One school: its kind, empty when it did not say, and its year groups; of those that are full, since when."""

    soort: str = ""
    vol: tuple[tuple[int, date], ...] = ()
    plaats: tuple[int, ...] = ()


def list_schoolruimte(*, vestigingen: Collection[Vestiging], op: datetime) -> dict[int, Schoolruimte]:
    """By the key of each school, of whatever board, for it is there for everybody to read.

    It takes the same number of questions for any number of schools.
    """
    if not vestigingen:
        return {}
    with in_bestuur(*{een.bestuur_id for een in vestigingen}):
        beleid = Toelatingsbeleid.objects.filter(vestiging__in=vestigingen)
        soorten = dict(beleid.values_list("vestiging", "schoolsoort"))
        rijen = Groepsruimte.objects.filter(vestiging__in=vestigingen, geldig_van__lte=op.date())
        nu = {(rij.vestiging_id, rij.leerjaar): rij for rij in rijen.order_by("geldig_van", "pk")}
    return {
        een.pk: Schoolruimte(
            soort=soorten.get(een.pk, ""),
            vol=tuple((rij.leerjaar, rij.geldig_van) for rij in _groepen(nu, een.pk, Plaatsstand.VOL)),
            plaats=tuple(rij.leerjaar for rij in _groepen(nu, een.pk, Plaatsstand.PLAATS)),
        )
        for een in vestigingen
    }


def _groepen(nu: dict[tuple[int, int], Groepsruimte], school: int, stand: Plaatsstand) -> list[Groepsruimte]:
    return sorted(
        (rij for (van, _groep), rij in nu.items() if van == school and rij.stand == stand),
        key=lambda rij: rij.leerjaar,
    )
