"""Handelingsgericht werken: what is noted of a pupil, the clusters of a group plan, and how something turned out."""

from enum import StrEnum


class Kenmerksoort(StrEnum):
    """What a short phrase about a pupil is; factors explain, needs ask."""

    BEVORDEREND = "bevorderend"
    BELEMMEREND = "belemmerend"
    BEHOEFTE = "behoefte"


class Cluster(StrEnum):
    """How much instruction pupils get in a subject; the order is from most to least on their own."""

    VERDIEPT = "verdiept"
    BASIS = "basis"
    INTENSIEF = "intensief"


class Uitkomst(StrEnum):
    """Whether the goal of a plan was reached."""

    BEHAALD = "behaald"
    DEELS = "deels"
    NIET = "niet"


class Voorstelsoort(StrEnum):
    """What came along from another school: a plan, or a development perspective plan."""

    PLAN = "plan"
    OPP = "opp"


class Voorstelstand(StrEnum):
    """Whether somebody decided on what came along."""

    WACHT = "wacht"
    OVERGENOMEN = "overgenomen"
    NIET = "niet"


NIVEAUS = (
    ("Basis", "Goed onderwijs voor alle leerlingen."),
    ("Extra in de groep", "De leerkracht doet iets extra's, in de klas."),
    ("Extra in de school", "De intern begeleider of een specialist helpt mee."),
    ("Hulp van buiten", "Er is een arrangement, met een ontwikkelingsperspectief."),
    ("Ander onderwijs", "Een school voor speciaal (basis)onderwijs past beter."),
)
"""Levels of support of a school that chose no other; there is no scale for the whole country."""
