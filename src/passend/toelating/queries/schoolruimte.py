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
    """One school: its kind, empty when it did not say, and its year groups; of those that are full, since when.

    `is_openbaar` is None where it did not say whether it is a public school.
    """

    soort: str = ""
    is_openbaar: bool | None = None
    vol: tuple[tuple[int, date], ...] = ()
    plaats: tuple[int, ...] = ()


def list_schoolruimte(*, vestigingen: Collection[Vestiging], op: datetime) -> dict[int, Schoolruimte]:
    """By the key of each school, of whatever board, for it is there for everybody to read.

    It takes the same number of questions for any number of schools.
    """
    if not vestigingen:
        return {}
    with in_bestuur(*{een.bestuur_id for een in vestigingen}):
        beleid = {een.vestiging_id: een for een in Toelatingsbeleid.objects.filter(vestiging__in=vestigingen)}
        rijen = Groepsruimte.objects.filter(vestiging__in=vestigingen, geldig_van__lte=op.date())
        nu = {(rij.vestiging_id, rij.leerjaar): rij for rij in rijen.order_by("geldig_van", "pk")}
    return {
        een.pk: Schoolruimte(
            soort=beleid[een.pk].schoolsoort if een.pk in beleid else "",
            is_openbaar=beleid[een.pk].is_openbaar if een.pk in beleid else None,
            vol=tuple((rij.leerjaar, rij.geldig_van) for rij in _groepen(nu, een.pk, Plaatsstand.VOL)),
            plaats=tuple(rij.leerjaar for rij in _groepen(nu, een.pk, Plaatsstand.PLAATS)),
        )
        for een in vestigingen
    }


def zegt_openbaar(*, vestiging: Vestiging) -> bool | None:
    """Whether a school, of whatever board, says that it is a public school; None where it said nothing."""
    beleid = _beleid(vestiging)
    return beleid.is_openbaar if beleid else None


def zegt_soort(*, vestiging: Vestiging) -> str:
    """Of what kind a school, of whatever board, says that it is; empty where it said nothing."""
    beleid = _beleid(vestiging)
    return beleid.schoolsoort if beleid else ""


def _beleid(vestiging: Vestiging) -> Toelatingsbeleid | None:
    with in_bestuur(vestiging.bestuur_id):
        return Toelatingsbeleid.objects.filter(vestiging=vestiging).first()


def _groepen(nu: dict[tuple[int, int], Groepsruimte], school: int, stand: Plaatsstand) -> list[Groepsruimte]:
    return sorted(
        (rij for (van, _groep), rij in nu.items() if van == school and rij.stand == stand),
        key=lambda rij: rij.leerjaar,
    )
