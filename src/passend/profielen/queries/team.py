"""Team rounds: what colleagues say of rows, with dissent visible."""

from collections.abc import Collection
from dataclasses import dataclass, field

from passend.profielen.models import Ondersteuningsprofiel, Reactie, Teamronde


@dataclass(slots=True)
class Rijstand:
    """Where the team stands on one row: the newest reaction of each colleague counts."""

    eens: list[Reactie] = field(default_factory=list)
    oneens: list[Reactie] = field(default_factory=list)
    voorstellen: list[Reactie] = field(default_factory=list)

    @property
    def is_omstreden(self) -> bool:
        """True when somebody disagrees or proposes something else."""
        return bool(self.oneens or self.voorstellen)


def get_open_ronde(*, profiel: Ondersteuningsprofiel) -> Teamronde | None:
    """The round that is open now; None when there is none."""
    return profiel.rondes.filter(gesloten_op__isnull=True).first()


def get_gesloten_ronde(*, profiel: Ondersteuningsprofiel, ronde: int) -> Teamronde | None:
    """A closed round of this profile."""
    return profiel.rondes.filter(pk=ronde, gesloten_op__isnull=False).first()


def list_rondes(*, profiel: Ondersteuningsprofiel) -> list[Teamronde]:
    """All rounds of a profile, newest first."""
    return list(profiel.rondes.select_related("geopend_door"))


def list_standen(*, ronde: Teamronde) -> dict[str, Rijstand]:
    """The stand per row of a round."""
    return list_standen_van(rondes=[ronde])[ronde.pk]


def list_standen_van(*, rondes: Collection[Teamronde]) -> dict[int, dict[str, Rijstand]]:
    """The stand per row of some rounds, by the key of the round."""
    nieuwste: dict[tuple[int, str, int], Reactie] = {}
    for reactie in Reactie.objects.filter(ronde__in=rondes).select_related("account"):
        nieuwste[(reactie.ronde_id, reactie.sleutel, reactie.account_id)] = reactie
    standen: dict[int, dict[str, Rijstand]] = {ronde.pk: {} for ronde in rondes}
    for reactie in nieuwste.values():
        stand = standen[reactie.ronde_id].setdefault(reactie.sleutel, Rijstand())
        lijst = {"eens": stand.eens, "oneens": stand.oneens, "voorstel": stand.voorstellen}[reactie.soort]
        lijst.append(reactie)
    return standen
