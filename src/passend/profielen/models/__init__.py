"""Tables of support profiles, one file per concern."""

from passend.profielen.models.inlezing import Inlezing
from passend.profielen.models.profiel import Onderdeel, Onderdeelversie, Ondersteuningsprofiel, Sjabloonversie
from passend.profielen.models.publicatie import Aanbodregel, Editie, Vaststellingsstap
from passend.profielen.models.team import Doelregel, Onderbouwingsregel, Reactie, Teamronde

__all__ = [
    "Aanbodregel",
    "Doelregel",
    "Editie",
    "Inlezing",
    "Onderbouwingsregel",
    "Onderdeel",
    "Onderdeelversie",
    "Ondersteuningsprofiel",
    "Reactie",
    "Sjabloonversie",
    "Teamronde",
    "Vaststellingsstap",
]
