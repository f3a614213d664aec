"""Tables of admission, one file per concern."""

from passend.toelating.models.aanmelding import Aanmelding, Aanmeldouder, Aanmeldscan, Aanmeldsleutel
from passend.toelating.models.contact import Schoolcontact
from passend.toelating.models.gebeurtenis import Aanmeldgebeurtenis, Brief
from passend.toelating.models.school import Groepsruimte, Toelatingsbeleid
from passend.toelating.models.schorsing import Schorsing, Verwijdergebeurtenis, Verwijdering

__all__ = [
    "Aanmeldgebeurtenis",
    "Aanmelding",
    "Aanmeldouder",
    "Aanmeldscan",
    "Aanmeldsleutel",
    "Brief",
    "Groepsruimte",
    "Schoolcontact",
    "Schorsing",
    "Toelatingsbeleid",
    "Verwijdergebeurtenis",
    "Verwijdering",
]
