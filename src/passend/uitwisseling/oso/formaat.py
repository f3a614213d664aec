"""Which versions of the standard there are; another year is a row here and a set of rules beside it."""

import re
from dataclasses import dataclass

from passend.begrippen.opgave import OnleesbaarError

_RUIMTE = re.compile(r"http://www\.edustandaard\.nl/oso_gegevensset/(\d{4})/dossier")
SWV_SOORT = "swv-dossier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Formaat:
    """One version: its year stands in the namespace of every element."""

    jaar: str
    versie: str
    validatie: str

    @property
    def ruimte(self) -> str:
        """The namespace."""
        return f"http://www.edustandaard.nl/oso_gegevensset/{self.jaar}/dossier"


FORMATEN = {"2019": Formaat(jaar="2019", versie="2019.1", validatie="2019.1.1")}
NIEUWSTE = FORMATEN["2019"]


def kies_formaat(ruimte: str) -> Formaat:
    """The version of a namespace.

    >>> kies_formaat("http://www.edustandaard.nl/oso_gegevensset/2019/dossier").versie
    '2019.1'

    Raises:
        OnleesbaarError: it is none of OSO, or of a year that is not known.
    """
    gevonden = _RUIMTE.fullmatch(ruimte)
    if gevonden is None:
        raise OnleesbaarError("Dit is geen overstapdossier (OSO). Vraag de andere school om het OSO-bestand zelf.")
    jaar = gevonden[1]
    if jaar not in FORMATEN:
        jaren = ", ".join(sorted(FORMATEN))
        raise OnleesbaarError(
            f"Dit bestand is OSO van {jaar}. Passend leest OSO van {jaren}. Vraag het opnieuw in die versie."
        )
    return FORMATEN[jaar]
