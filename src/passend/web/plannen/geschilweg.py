"""The road for parents who do not agree with a plan: who thinks along, whom they ask for an opinion, and by when."""

from dataclasses import dataclass
from typing import Final

from passend.regels.opp import Opptermijn, geschiltermijnen
from passend.toelating.queries.aanmeldingen import get_beleid
from passend.web.leerlingen.verzoek import Dossierbezoek

CONSULENTEN: Final = "https://onderwijsconsulenten.nl"
COMMISSIE: Final = "https://www.onderwijsgeschillen.nl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Geschilweg:
    """The terms, and where to go; `steunpunt` is as the school noted it with how it admits, empty when it did not."""

    termijnen: tuple[Opptermijn, ...]
    steunpunt: str
    consulenten: str = CONSULENTEN
    commissie: str = COMMISSIE


def maak_geschilweg(bezoek: Dossierbezoek) -> Geschilweg:
    """The road from a day on, with what is known of the region."""
    beleid = get_beleid(vestiging=bezoek.vestiging)
    return Geschilweg(termijnen=geschiltermijnen(bezoek.vandaag), steunpunt=beleid.steunpunt if beleid else "")
