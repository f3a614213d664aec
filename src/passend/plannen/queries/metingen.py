"""Results of pupils in one subject, as the rules about clusters and the small pictures of growth want them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from passend.leerlingen.models import Leerling
from passend.regels.clusters import Meting

type Metingen = Mapping[int, Sequence[Meting]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Groei:
    """How a pupil grew in one subject on one instrument: its scores with their days, and the newest in words.

    `scores` are on one scale, oldest first; a result of another instrument or version is left out.
    """

    instrument: str
    scores: tuple[tuple[date, float], ...]
    nieuwste: str
    niveau: str
    op: date


def list_groei(*, leerlingen: Collection[Leerling], peildatum: date) -> dict[int, dict[str, Groei]]:
    """Growth of each pupil by subject up to a day, by the key of the pupil."""
    return {}


def list_metingen(*, leerlingen: Collection[Leerling], vak: str, peildatum: date) -> Metingen:
    """What was measured in a subject up to a day on the instrument used last, oldest first, by the key of the pupil."""
    return {}
