"""What an ontwikkelingsperspectief is about: why it is there, how a child is heard, what a parent says to it."""

from enum import StrEnum


class Oppaanleiding(StrEnum):
    """What makes the term to set it begin."""

    INSCHRIJVING = "inschrijving"
    DEFINITIEVE_PLAATSING = "definitieve_plaatsing"
    EXTRA_ONDERSTEUNING = "extra_ondersteuning"


class Oppantwoord(StrEnum):
    """What a parent says to a version of it; `gezien` decides nothing."""

    GEZIEN = "gezien"
    AKKOORD = "akkoord"
    NIET_AKKOORD = "niet_akkoord"


class Stemwijze(StrEnum):
    """The way in which a child, or a class, chose to say what it thinks (WPO 40a lid 6)."""

    EIGEN_WOORDEN = "eigen_woorden"
    TEKENING = "tekening"
    GESPREK = "gesprek"
    PRAATKAARTEN = "praatkaarten"
    NIET_GEHOORD = "niet_gehoord"


class Stapstand(StrEnum):
    """Where one stop on the way of a plan stands."""

    GEDAAN = "gedaan"
    NU = "nu"
    LATER = "later"
    VAST = "vast"
    TE_LAAT = "te_laat"
