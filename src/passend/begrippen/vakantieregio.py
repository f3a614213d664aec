"""The three regions in which school holidays are spread."""

from enum import StrEnum


class Vakantieregio(StrEnum):
    """In which region of the holidays a school lies, as DUO registers it."""

    NOORD = "noord"
    MIDDEN = "midden"
    ZUID = "zuid"
