"""One scale for each test of the made-up schools: the score alone says which percentile and which band."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from passend.regels.instrumenten import Resultaatgegevens, get_normschema

CITO, CITOVERSIE, ROMEINS = "cito_lvs", "3.0", "cito_romeins"
EERSTE_GROEP, MIDDEN = 3, 50
HOOG, LAAG = 80, 25  # above and below these somebody works about a year ahead or behind


@dataclass(frozen=True, slots=True)
class Schaal:
    """What the middle of the country scores halfway group 3, how that grows, and how far scores lie apart.

    Attributes:
        begin: the score in the middle of the country, halfway group 3.
        stap: how much more that is half a year later.
        breedte: how many points the best lies above that middle.
    """

    begin: int
    stap: int
    breedte: int

    def score(self, moment: str, percentiel: int) -> int:
        """What somebody at this percentile scores.

        >>> Schaal(118, 21, 50).score("E4", 60)
        191
        """
        return self._midden(moment) + round((percentiel - MIDDEN) * self.breedte / MIDDEN)

    def percentiel(self, moment: str, score: int) -> int:
        """The percentile a score is, between 1 and 99.

        >>> Schaal(118, 21, 50).percentiel("E4", 191)
        60
        """
        return max(1, min(99, MIDDEN + round((score - self._midden(moment)) * MIDDEN / self.breedte)))

    def _midden(self, moment: str) -> int:
        return self.begin + self.stap * (2 * (int(moment[1:]) - EERSTE_GROEP) + (moment[0] == "E"))


SCHALEN = {
    "technisch_lezen": Schaal(24, 11, 16),
    "begrijpend_lezen": Schaal(112, 11, 40),
    "spelling": Schaal(168, 9, 50),
    "rekenen": Schaal(118, 21, 50),
    "woordenschat": Schaal(62, 9, 30),
    "taalverzorging": Schaal(34, 8, 30),
}


def maak_cito(vak: str, moment: str, score: int, afgenomen_op: date) -> Resultaatgegevens:
    """A result of a test as the publisher would give it back: everything else follows from the score."""
    schema, percentiel = get_normschema(ROMEINS), SCHALEN[vak].percentiel(moment, score)
    jaren = (percentiel > HOOG) - (percentiel < LAAG)
    return Resultaatgegevens(
        instrument=CITO,
        instrumentversie=CITOVERSIE,
        vak=vak,
        afgenomen_op=afgenomen_op,
        afnamemoment=moment,
        schaalscore=Decimal(score),
        niveau=schema.niveau_van(percentiel) if schema else "",
        normschema=ROMEINS,
        percentiel=percentiel,
        functioneringsniveau=f"{moment[0]}{int(moment[1:]) + jaren}",
    )
