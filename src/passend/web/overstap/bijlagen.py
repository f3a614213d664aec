"""What came along in a file of another school: what each attachment is, and the attachment itself, safely."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from passend.begrippen.bijlage import Bijlage
from passend.begrippen.overstap import Meegekomenbijlage, Overstapopgave
from passend.documenten.document import (
    BeschadigdBestandError,
    BeveiligdBestandError,
    DocumentError,
    GevaarlijkBestandError,
    LeegBestandError,
    TeGrootBestandError,
)
from passend.documenten.lezen.bijlage import read_meegekomen
from passend.leerlingen.queries.dossier import list_bijlagesleutels
from passend.leerlingen.queries.leerlingen import Leerling
from passend.overstap.actions.bestand import bijlagesleutel


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijlagebeeld:
    """An attachment as the page shows it; `waarom_niet` is empty for one that can be opened here."""

    nummer: int
    bijlage: Meegekomenbijlage
    waarom_niet: str
    staat_er_al: bool


def kijk_na(opgave: Overstapopgave) -> dict[str, Bijlage]:
    """What the attachments turn out to be, by their fingerprint; without those that are not safe to open."""
    goed = {}
    for een in opgave.bijlagen:
        try:
            goed[een.vingerafdruk] = read_meegekomen(een.inhoud)
        except DocumentError:
            continue
    return goed


def list_bijlagen(opgave: Overstapopgave, leerling: Leerling | None) -> Sequence[Bijlagebeeld]:
    """Every attachment, with why one cannot be opened here."""
    hier = list_bijlagesleutels(leerling=leerling) if leerling else set()
    return [
        Bijlagebeeld(nummer=nummer, bijlage=een, waarom_niet=_waarom_niet(een), staat_er_al=bijlagesleutel(een) in hier)
        for nummer, een in enumerate(opgave.bijlagen, start=1)
    ]


def _waarom_niet(een: Meegekomenbijlage) -> str:
    try:
        read_meegekomen(een.inhoud)
    except DocumentError as fout:
        return next(
            (zin for soort, zin in _zinnen().items() if isinstance(fout, soort)), _("Passend kent deze soort niet.")
        )
    return ""


def _zinnen() -> Mapping[type[DocumentError], str]:
    return {
        LeegBestandError: _("Er zit niets in, of het is niet heel aangekomen."),
        TeGrootBestandError: _("Het is te groot om hier te openen."),
        BeschadigdBestandError: _("Het is beschadigd."),
        BeveiligdBestandError: _("Er zit een wachtwoord op."),
        GevaarlijkBestandError: _("Het is een programma of een webpagina, of er zit er een in verstopt."),
    }
