"""Places in a profile by name, each with the way to it; of many the first few."""

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from passend.profielen.queries.werk import STRUCTUUR, Onderdeel
from passend.web.profielen.onderdelen import Bouwstenen

MEESTE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """A place: what it is called and where it is; `is_eigen` when the school or region gave it its name."""

    naam: str
    adres: str
    is_eigen: bool = True
    is_weg: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plekken:
    """The first places, and how many there are."""

    eerste: tuple[Plek, ...]
    aantal: int

    @property
    def rest(self) -> int:
        """How many are not named."""
        return self.aantal - len(self.eerste)


def maak_plekken(onderdelen: Collection[Onderdeel], bouwstenen: Bouwstenen, code: str) -> Plekken:
    """The places of some elements, in the order of the profile."""
    op_volgorde = sorted(onderdelen, key=lambda onderdeel: (onderdeel.volgorde, onderdeel.pk))
    eerste = tuple(_plek(onderdeel, bouwstenen, code) for onderdeel in op_volgorde[:MEESTE])
    return Plekken(eerste=eerste, aantal=len(op_volgorde))


def _plek(onderdeel: Onderdeel, bouwstenen: Bouwstenen, code: str) -> Plek:
    profiel = reverse("profiel", kwargs={"code": code})
    if onderdeel.sleutel == STRUCTUUR:
        return Plek(naam=_("de structuur"), adres=reverse("structuur", kwargs={"code": code}), is_eigen=False)
    if (element := bouwstenen.zoek(onderdeel.sleutel)) is not None:
        return Plek(naam=element.titel, adres=f"{profiel}#{element.dom_id}")
    naam = onderdeel.inhoud.get("label") or onderdeel.inhoud.get("tekst") or onderdeel.sleutel
    return Plek(naam=naam, adres=profiel, is_weg=onderdeel.is_verwijderd)
