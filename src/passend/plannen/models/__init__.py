"""Tables of plans, one file per concern."""

from passend.plannen.models.groepsplan import Clusterplaats, Groepsplan, Groepsplancluster
from passend.plannen.models.kenmerk import Leerlingkenmerk
from passend.plannen.models.plan import Plan, Planregel
from passend.plannen.models.ronde import Ondersteuningsniveau, Planronde

__all__ = [
    "Clusterplaats",
    "Groepsplan",
    "Groepsplancluster",
    "Leerlingkenmerk",
    "Ondersteuningsniveau",
    "Plan",
    "Planregel",
    "Planronde",
]
