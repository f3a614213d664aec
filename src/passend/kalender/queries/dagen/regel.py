"""What one day in an agenda is, and what is said of it outside Passend."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from passend.begrippen.agenda import Agendasoort
from passend.leerlingen.models import Leerling
from passend.organisaties.models import Vestiging
from passend.overleggen.models import Overleg
from passend.toelating.models import Aanmelding, Verwijdering

VOORUIT = timedelta(days=92)
KORT_VOORUIT = timedelta(days=14)
BUITEN = {
    Agendasoort.OVERLEG: "Overleg op school",
    Agendasoort.BESLUIT: "Afspraak uit een overleg",
    Agendasoort.TOESTEMMING_GEVRAAGD: "De school vraagt toestemming",
    Agendasoort.TOESTEMMING_EINDIGT: "Een toestemming loopt af",
    Agendasoort.VERZOEK: "Antwoord aan ouders",
    Agendasoort.EVALUATIE: "Kijken of een plan hielp",
    Agendasoort.OPP_MAKEN: "Een plan vaststellen",
    Agendasoort.OPP_EVALUEREN: "Terugkijken op een plan",
    Agendasoort.OPP_GEWEIGERD: "Een antwoord van ouders op een plan",
    Agendasoort.BEWAREN: "Bewaartijd voorbij",
    Agendasoort.PROFIEL: "Terugkijken op het profiel",
    Agendasoort.AANMELDING: "Termijn van een aanmelding",
    Agendasoort.SCHORSING: "Een datum uit de wet",
    Agendasoort.VERWIJDERING: "Een datum uit de wet",
}
"""What a calendar or a letter outside Passend says: Dutch, and nothing of a pupil.

Of a suspension or a removal not even that there is one: at a small school everybody would know of whom.
"""


GETELD = frozenset({Agendasoort.VERZOEK, Agendasoort.BEWAREN, Agendasoort.PROFIEL})
"""What says how many there are, and of nobody a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendaregel:
    """One day: what, when, at which school, and where it leads; `sleutel` stays the same as long as it is this thing.

    A removal is in it for the school as a case, with `verwijdering`; for parents as a page about their child, without.

    Attributes:
        begint_op: the moment of a meeting; None for what is due on a day.
        is_zonder_einde: it waits since this day, and no law says until when.
        wat: words of somebody, such as a decision; never in a feed or a letter.
        over: of whom or of which group it is; idem.
        gaat_voor: it stands above every other task, also one that is overdue.
    """

    soort: Agendasoort
    sleutel: str
    dag: date
    vestiging: Vestiging
    begint_op: datetime | None = None
    minuten: int = 0
    plaats: str = ""
    volgnummer: int = 0
    uid: str = ""
    wat: str = ""
    over: str = ""
    leerling: Leerling | None = None
    overleg: Overleg | None = None
    aanmelding: Aanmelding | None = None
    verwijdering: Verwijdering | None = None
    aantal: int = 1
    is_zonder_einde: bool = False
    gaat_voor: bool = False

    @property
    def uiterlijk_op(self) -> date | None:
        """The day itself, as tasks call it; None of what only waits since that day."""
        return None if self.is_zonder_einde else self.dag


def scholen_met_namen(regels: Iterable[Agendaregel]) -> list[Vestiging]:
    """The schools of the days that say of whom they are."""
    return list({regel.vestiging.pk: regel.vestiging for regel in regels if regel.soort not in GETELD}.values())
