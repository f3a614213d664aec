"""What schools tell each other about a pupil who goes from one to the other."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from passend.begrippen.inzage import Vertrouwelijkheid


class Contactreden(StrEnum):
    """About what two schools were in touch."""

    AANMELDING = "aanmelding"
    EXTRA_ONDERSTEUNING = "extra_ondersteuning"
    WARME_OVERDRACHT = "warme_overdracht"
    ONVREDE = "onvrede"
    TERUG = "terug"
    ANDERS = "anders"


class Contactwijze(StrEnum):
    """By what means two schools were in touch."""

    TELEFOON = "telefoon"
    GESPREK = "gesprek"
    BEELD = "beeld"
    EMAIL = "email"


class Kanaal(StrEnum):
    """How parents were told of the report."""

    GESPREK = "gesprek"
    BRIEF = "brief"
    EMAIL = "email"
    PASSEND = "passend"  # each on their own page; nobody types it


RAPPORTTEKSTEN = {
    "werkervaring": "Werkhouding en ervaring met werken",
    "sociale_omgang": "Omgaan met anderen",
    "spel_en_leren": "Spelen en leren",
    "huiswerk": "Huiswerk",
    "concentratie": "Concentratie en doorzetten",
    "zelfstandigheid": "Zelfstandig werken",
    "overig_gedrag": "Verder over gedrag",
    "toelichting_begeleiding": "Toelichting op de begeleiding",
}
"""What each part that the school writes itself is called, in the language of the report."""


RAPPORTFORMATEN: Final = ("passend-overstap-1", "passend-overstap-2")
"""The versions of a report that can be read, oldest first; the last one is written.

The second says of each kind of thing in which order its fields are read.
"""


class Akkoord(StrEnum):
    """Whether parents agree with what the report says."""

    JA = "Ja"
    NEE = "Nee"
    ONBEKEND = "Onbekend"


class Uitvoervorm(StrEnum):
    """As what a report left."""

    PDF = "pdf"
    OSO = "oso"
    OSO_SWV = "oso_swv"
    PASSEND = "passend"


class Invoervorm(StrEnum):
    """As what a file of another school came."""

    OSO = "oso"
    PASSEND = "passend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meegekomenouder:
    """A parent that the other school names."""

    naam: str
    heeft_gezag: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Meegekomenstuk:
    """Something of the other school that becomes a piece of the file here."""

    titel: str
    tekst: str
    vertrouwelijkheid: Vertrouwelijkheid
    op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Meegekomenbijlage:
    """A file inside the file of another school, as it came; nobody looked yet at what it is."""

    naam: str
    omschrijving: str
    inhoud: bytes = field(repr=False)

    @property
    def titel(self) -> str:
        """What the other school calls it."""
        return self.omschrijving or self.naam

    @property
    def vingerafdruk(self) -> str:
        """What tells these bytes from all others."""
        return hashlib.sha256(self.inhoud).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meegekomentoets:
    """A result of a test that the other school had; `vak` is what the subject is called."""

    afgenomen_op: date
    instrument: str
    vak: str
    instrumentversie: str = ""
    afnamemoment: str = ""
    ruwe_score: Decimal | None = None
    schaalscore: Decimal | None = None
    niveau: str = ""
    normschema: str = ""
    percentiel: int | None = None
    functioneringsniveau: str = ""
    referentieniveau: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meegekomenregel:
    """One thing that was done in a plan of the other school; `behoefte` is the need it was for."""

    aanpak: str
    wie: str
    hoe_vaak: str = ""
    behoefte: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meegekomenplan:
    """A plan that ran at the other school when it wrote its report; it looks back on the last day."""

    niveau: int
    aanleiding: str
    doel: str
    geldig_van: date
    geldig_tot_en_met: date
    regels: Sequence[Meegekomenregel] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meegekomenopp:
    """The development perspective plan that held at the other school; `delen` has what each part says, by its code.

    `regels` is who does what, each on a line of its own.
    """

    begonnen_op: date
    vastgesteld_op: date
    delen: Mapping[str, str]
    regels: Sequence[Meegekomenregel] = ()
    geevalueerd_op: Sequence[date] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Nietovergenomen:
    """Something in a file that is not taken over, and why."""

    wat: str
    waarom: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overstapopgave:
    """What a file of another school says, whatever the file was; no number of the state is in it."""

    vorm: Invoervorm
    van_school: str
    van_brin: str
    gemaakt_op: date
    voornaam: str
    achternaam: str
    geboren_op: date
    geslacht: str = ""
    ingeschreven_op: date | None = None
    uitgeschreven_op: date | None = None
    ouders: Sequence[Meegekomenouder] = ()
    stukken: Sequence[Meegekomenstuk] = ()
    bijlagen: Sequence[Meegekomenbijlage] = ()
    toetsen: Sequence[Meegekomentoets] = ()
    plannen: Sequence[Meegekomenplan] = ()
    opp: Meegekomenopp | None = None
    niet_overgenomen: Sequence[Nietovergenomen] = field(default=())
