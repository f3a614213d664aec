"""What a toelaatbaarheidsverklaring is for, and who advises on it."""

from enum import StrEnum


class Schoolsoort(StrEnum):
    """The kind of special school it opens."""

    SBO = "sbo"
    SO = "so"


class Deskundigheid(StrEnum):
    """The professions of which two advise (Inrichtingsbesluit WPO 3.2)."""

    ORTHOPEDAGOOG = "orthopedagoog"
    PSYCHOLOOG = "psycholoog"
    KINDERPSYCHOLOOG = "kinderpsycholoog"
    PEDAGOOG = "pedagoog"
    KINDERPSYCHIATER = "kinderpsychiater"
    MAATSCHAPPELIJK_WERKER = "maatschappelijk_werker"
    ARTS = "arts"
