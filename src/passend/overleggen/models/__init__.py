"""Tables of meetings, one file per concern."""

from passend.overleggen.models.blad import Besluit, Overlegdeel, Overlegdeelversie, Overlegstuk
from passend.overleggen.models.overleg import Overleg, Overlegdeelnemer

__all__ = ["Besluit", "Overleg", "Overlegdeel", "Overlegdeelnemer", "Overlegdeelversie", "Overlegstuk"]
