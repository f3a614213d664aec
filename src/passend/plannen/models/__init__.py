"""Tables of plans, one file per concern."""

from passend.plannen.models.groepsplan import Clusterbehoefte, Clusterplaats, Groepsplan, Groepsplancluster
from passend.plannen.models.kenmerk import Leerlingkenmerk
from passend.plannen.models.opp import (
    Groepsstem,
    Leerlingstem,
    Opp,
    Oppbestand,
    Oppdeelname,
    Oppevaluatie,
    Oppinstemming,
    Oppoverleg,
    Oppversie,
    Oppzienswijze,
)
from passend.plannen.models.plan import Plan, Planregel
from passend.plannen.models.ronde import Clustergrens, Ondersteuningsniveau, Planronde
from passend.plannen.models.voorstel import Planvoorstel

__all__ = [
    "Clusterbehoefte",
    "Clustergrens",
    "Clusterplaats",
    "Groepsplan",
    "Groepsplancluster",
    "Groepsstem",
    "Leerlingkenmerk",
    "Leerlingstem",
    "Ondersteuningsniveau",
    "Opp",
    "Oppbestand",
    "Oppdeelname",
    "Oppevaluatie",
    "Oppinstemming",
    "Oppoverleg",
    "Oppversie",
    "Oppzienswijze",
    "Plan",
    "Planregel",
    "Planronde",
    "Planvoorstel",
]
