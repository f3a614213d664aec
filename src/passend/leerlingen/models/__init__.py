"""Tables of pupils and their files, one file per concern."""

from passend.leerlingen.models.bewaren import (
    Aanhouding,
    Bewaarkeuze,
    Vernietigingsbewijs,
    Vernietigingslijst,
    Vernietigingsregel,
)
from passend.leerlingen.models.dossier import Dossierstuk, Dossierversie, Stukbestand, Zienswijze
from passend.leerlingen.models.invoer import Invoer, Kolomkoppeling
from passend.leerlingen.models.leerling import Burgerservicenummer, Groepsplaatsing, Leerling, Ouderrelatie, Zoekwoord
from passend.leerlingen.models.toestemming import Gedeeldstuk, Noodinzage, Toestemming, Toestemmingsbesluit
from passend.leerlingen.models.vorig import Vorigegegeven, Vorigestand, Vorigfeit

__all__ = [
    "Aanhouding",
    "Bewaarkeuze",
    "Burgerservicenummer",
    "Dossierstuk",
    "Dossierversie",
    "Gedeeldstuk",
    "Groepsplaatsing",
    "Invoer",
    "Kolomkoppeling",
    "Leerling",
    "Noodinzage",
    "Ouderrelatie",
    "Stukbestand",
    "Toestemming",
    "Toestemmingsbesluit",
    "Vernietigingsbewijs",
    "Vernietigingslijst",
    "Vernietigingsregel",
    "Vorigegegeven",
    "Vorigestand",
    "Vorigfeit",
    "Zienswijze",
    "Zoekwoord",
]
