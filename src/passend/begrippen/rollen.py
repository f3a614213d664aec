"""Roles people have at a school, board or samenwerkingsverband, and the reasons access is granted for."""

from dataclasses import dataclass
from enum import StrEnum


class Rolsoort(StrEnum):
    """What somebody is; one person can have several roles."""

    LEERKRACHT = "leerkracht"
    INTERN_BEGELEIDER = "intern_begeleider"
    DIRECTEUR = "directeur"
    MR_LID = "mr_lid"
    BESTUURDER = "bestuurder"
    ADVISEUR = "adviseur"
    BEHEERDER = "beheerder"
    OUDER = "ouder"
    DESKUNDIGE = "deskundige"


GASTEN = frozenset({Rolsoort.OUDER, Rolsoort.DESKUNDIGE})
"""Who comes for one child, and has no part in what the school or its board does."""


class Logsoort(StrEnum):
    """What kind of act a line of the log is about."""

    LEZEN = "lezen"
    ZOEKEN = "zoeken"
    UITVOER = "uitvoer"
    WIJZIGEN = "wijzigen"
    GEWEIGERD = "geweigerd"


@dataclass(frozen=True, slots=True)
class Reden:
    """Why somebody may do something: a code for the log and a sentence for the person."""

    code: str
    zin: str


class GeenToegangError(PermissionError):
    """Somebody may not do this; the text says who may."""
