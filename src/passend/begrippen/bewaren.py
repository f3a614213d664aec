"""How long kinds of data are kept: the classes a table declares, and what a term comes to."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from passend.begrippen.vindplaats import Vindplaats


class Bewaarklasse(StrEnum):
    """What data is, for the question how long it may or must stay; each table declares one."""

    IN_GEBRUIK = "in_gebruik"  # no person's file: stays as long as the organisation uses it
    ACCOUNT = "account"
    LOGBOEK = "logboek"
    INSCHRIJVING = "inschrijving"
    BEKOSTIGING = "bekostiging"
    OVERSTAPDOSSIER = "overstapdossier"
    BEGELEIDING = "begeleiding"
    BEGELEIDING_VERWEZEN = "begeleiding_verwezen"
    SAMENWERKINGSVERBAND = "samenwerkingsverband"
    NIET_TOEGELATEN = "niet_toegelaten"


class Bewaarsoort(StrEnum):
    """What the end of a term means: not earlier than, not later than, or both."""

    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    PRECIES = "precies"


class Bewaarstand(StrEnum):
    """What should be done with data on a day."""

    BEWAREN = "bewaren"
    MAG_WEG = "mag_weg"
    MOET_WEG = "moet_weg"
    TE_LAAT = "te_laat"
    AANGEHOUDEN = "aangehouden"


class Aanhoudbesluit(StrEnum):
    """What somebody contests, or still can."""

    WEIGERING = "weigering"
    AANMELDING = "aanmelding"  # not handled, or no decision yet
    SCHORSING = "schorsing"
    VERWIJDERING = "verwijdering"
    ONTWIKKELINGSPERSPECTIEF = "ontwikkelingsperspectief"
    DOSSIER = "dossier"


class Aanhoudstand(StrEnum):
    """How far that is: it lies at the board or the committee, parents are owed an answer, or can still begin."""

    BEZWAAR = "bezwaar"
    GESCHIL = "geschil"
    ANTWOORD = "antwoord"
    TERMIJN = "termijn"
    VERZOEK = "verzoek"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lopend:
    """Something that is contested or still can be, so that nothing about the child is destroyed.

    `dag` is since when it goes on; of a term to object the last day of it.
    """

    besluit: Aanhoudbesluit
    stand: Aanhoudstand
    dag: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaartermijn:
    """What a term comes to for data of one pupil.

    `bewaren_tot` is the first day on which it need not be kept any more; `vernietigen_uiterlijk_op` the last on which
    it may still be there. Either is None where nothing says so. `uitleg` is a sentence for the person who decides.
    """

    klasse: Bewaarklasse
    bewaren_tot: date | None
    vernietigen_uiterlijk_op: date | None
    stand: Bewaarstand
    vindplaats: Vindplaats
    uitleg: str
