"""Since when what meetings say of a pupil is known, and which day it is about."""

from collections import defaultdict
from datetime import datetime
from typing import Final

from passend.leerlingen.queries.kennis import Kennis, Tabel
from passend.overleggen.models import (
    Besluit,
    Overleg,
    Overlegdeel,
    Overlegdeelnemer,
    Overlegdeelversie,
    Overlegstuk,
)


def _woorden_van_toen(delen: list[Overlegdeel], bekend_op: datetime) -> list[Overlegdeel]:
    """What parts of a sheet said then; a part in which nothing stood yet is left out."""
    later = {deel.pk for deel in delen if deel.gewijzigd_op is not None and deel.gewijzigd_op > bekend_op}
    toen: dict[int, str] = defaultdict(str)
    for versie in Overlegdeelversie.objects.filter(deel__in=later, vastgelegd_op__lte=bekend_op).order_by("versie"):
        toen[versie.deel_id] = versie.tekst
    for deel in delen:
        if deel.pk in later:
            deel.tekst = toen[deel.pk]
    return [deel for deel in delen if deel.tekst or deel.pk not in later]


_GEPLAND = ("overleg__gepland_op",)
_OP = ("overleg__begint_op",)

KENNIS: Final[dict[Tabel, Kennis]] = {
    Overleg: Kennis(bekend=("gepland_op",), geldig=("begint_op",)),
    Overlegdeel: Kennis(bekend=_GEPLAND, geldig=_OP, herstel=_woorden_van_toen),
    Overlegdeelversie: Kennis(bekend=("vastgelegd_op",), geldig=("deel__overleg__begint_op",)),
    Besluit: Kennis(
        bekend=_GEPLAND,
        geldig=_OP,
        later={"gedaan_op": {"gedaan_op": None, "gedaan_door": None}},
        heeft_vorig=True,
        gewijzigd="gewijzigd_op",
    ),
    Overlegdeelnemer: Kennis(bekend=_GEPLAND, geldig=_OP),
}

NIET_BEWAARD: Final = (Overlegstuk,)
"""Which pieces lie on a sheet changes without a moment."""
