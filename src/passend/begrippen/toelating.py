"""What an application for admission can be, what is decided on it and why, and whose turn it is."""

from enum import StrEnum


class Toelatingsbesluit(StrEnum):
    """What a board can decide on an application (WPO 40 lid 6, 63 lid 4)."""

    TOEGELATEN = "toegelaten"
    GEWEIGERD = "geweigerd"
    NIET_BEHANDELD = "niet_behandeld"


class Weigeringsgrond(StrEnum):
    """Why a board refuses: another school is willing, there is no place, parents reject the grondslag, or else."""

    ANDERE_SCHOOL = "andere_school"
    SCHOOL_VOL = "school_vol"
    GRONDSLAG = "grondslag"
    ANDERS = "anders"


class Aanmeldingsstand(StrEnum):
    """Where an application stands on a day; a temporary placement goes beside it."""

    CONCEPT = "concept"
    ONVOLLEDIG = "onvolledig"
    IN_BEHANDELING = "in_behandeling"
    VERLENGD = "verlengd"
    TOEGELATEN = "toegelaten"
    GEWEIGERD = "geweigerd"
    NIET_BEHANDELD = "niet_behandeld"
    INGETROKKEN = "ingetrokken"


class Zaakfase(StrEnum):
    """What a case is at, for what can still happen to it; after a no it matters whether parents can object to it."""

    OPEN = "open"
    VAN_RECHTSWEGE = "van_rechtswege"
    TOEGELATEN = "toegelaten"
    NIET_TOEGELATEN = "niet_toegelaten"
    NIET_BEHANDELD = "niet_behandeld"
    INGETROKKEN = "ingetrokken"


class Aanzet(StrEnum):
    """Whose turn it is."""

    SCHOOL = "school"
    OUDERS = "ouders"
    BESTUUR = "bestuur"
    COMMISSIE = "commissie"
    NIEMAND = "niemand"


class Verwijderingsstand(StrEnum):
    """Where a removal stands: intended, decided, or done because the child is enrolled elsewhere."""

    VOORGENOMEN = "voorgenomen"
    BESLOTEN = "besloten"
    VERWIJDERD = "verwijderd"
    INGETROKKEN = "ingetrokken"


class Bezwaaruitkomst(StrEnum):
    """What a board decides on an objection: the parents are right, and its decision is undone; or it stands."""

    GEGROND = "gegrond"
    ONGEGROND = "ongegrond"
