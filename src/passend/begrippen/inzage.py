"""Why somebody sees the file of a pupil, and how confidential what is in it is."""

from enum import StrEnum


class Vertrouwelijkheid(StrEnum):
    """How confidential a piece of a file is; the last two are kept apart from the ordinary file."""

    GEWOON = "gewoon"
    ZORG = "zorg"  # health and care: only who is bound to secrecy (UAVG 30 lid 4)
    MELDCODE = "meldcode"  # signs of violence or abuse (WPO 4b)


class Inzagegrond(StrEnum):
    """A reason to see the file of a pupil; the order is that in which one is told."""

    EIGEN_GROEP = "eigen_groep"
    INTERN_BEGELEIDER = "intern_begeleider"
    DIRECTEUR = "directeur"
    OUDER = "ouder"
    DESKUNDIGE = "deskundige"
    NOODINZAGE = "noodinzage"
