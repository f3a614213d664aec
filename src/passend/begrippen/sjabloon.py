"""A sjabloon: what a samenwerkingsverband asks in a profile, as data with a period.

Sections hold parts in reading order: fields, tables, own prose, fixed regional texts and pictures. A part says
whether the law, the region or the school itself asks for it (`grondslag`). Recognition data (`koppen`, `labels`,
`kenmerken`) lets a reader find the part in a document made with another program.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Grondslag(StrEnum):
    """Who asks for a field: the law, the region, or nobody (free choice)."""

    WET = "wet"
    REGIO = "regio"
    EIGEN_KEUZE = "eigen_keuze"


class Veldsoort(StrEnum):
    """What a field holds."""

    TEKST = "tekst"
    DATUM = "datum"
    EMAIL = "email"
    TELEFOON = "telefoon"
    LINK = "link"
    SCHOOLJAAR = "schooljaar"


class Keuze(StrEnum):
    """How the columns of a table are filled."""

    EEN = "een"  # exactly one column is marked; the value is that column
    LOS = "los"  # each column is a yes or no of its own
    JA_NEE = "ja_nee"  # one column says ja or nee in words; the value is that word
    VRIJ = "vrij"  # columns hold free text


class Kolomsoort(StrEnum):
    """What a column holds."""

    MERK = "merk"
    JA_NEE = "ja_nee"
    OMVANG = "omvang"
    PERIODE = "periode"
    TEKST = "tekst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verantwoording:
    """Who asks for a part, where that is written, and help for the one who fills it."""

    grondslag: Grondslag
    artikel: str = ""
    hulp: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Veld:
    """One value of a few words; `labels` are the other names documents give it."""

    code: str
    label: str
    soort: Veldsoort
    verantwoording: Verantwoording
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """A column; `waarde` is the enum value a mark in it means, `kop` the heading printed, `koppen` other headings."""

    code: str
    kop: str
    waarde: str
    soort: Kolomsoort = Kolomsoort.MERK
    eenheid: str = ""
    koppen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A row every school of the region fills; `soort` is its kind of support in the common vocabulary."""

    code: str
    label: str
    soort: str = ""
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """A table: rows of the region, columns, and whether a school may add rows of its own."""

    code: str
    titel: str
    kop: str
    keuze: Keuze
    kolommen: tuple[Kolom, ...]
    rijen: tuple[Rij, ...]
    verantwoording: Verantwoording
    koppen: tuple[str, ...] = ()
    is_uitbreidbaar: bool = True
    vraagt_onderbouwing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prozatekst:
    """Own words of the school, in paragraphs."""

    code: str
    titel: str
    verantwoording: Verantwoording
    koppen: tuple[str, ...] = ()
    toont_bedrag: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekstversie:
    """One wording of a fixed text, valid from a day on."""

    geldig_van: date
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VasteTekst:
    """A text the region fixes; `kenmerken` are fingerprints of sentences of wordings seen in documents."""

    code: str
    titel: str
    versies: tuple[Tekstversie, ...]
    verantwoording: Verantwoording
    kenmerken: frozenset[str] = frozenset()

    def tekst_op(self, dag: date) -> str:
        """The wording in force on a day; the oldest one before the first day."""
        geldig = [versie for versie in self.versies if versie.geldig_van <= dag]
        return (geldig[-1] if geldig else self.versies[0]).tekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Figuur:
    """A picture the profile should show; `aankondigingen` are the sentences that announce it in documents."""

    code: str
    titel: str
    verantwoording: Verantwoording
    aankondigingen: tuple[str, ...] = ()


type Onderdeel = Veld | Tabel | Prozatekst | VasteTekst | Figuur


@dataclass(frozen=True, slots=True, kw_only=True)
class Sectie:
    """A chapter or a part of one; `niveau` 1 is a chapter, 2 a part."""

    code: str
    titel: str
    nummer: str = ""
    niveau: int = 1
    koppen: tuple[str, ...] = ()
    onderdelen: tuple[Onderdeel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sjabloon:
    """A template of one samenwerkingsverband for a period; `herkenning` are phrases its documents carry."""

    code: str
    naam: str
    samenwerkingsverband: str
    regio: str
    titel: str
    geldig_van: date
    geldig_tot_en_met: date | None
    secties: tuple[Sectie, ...]
    herkenning: tuple[str, ...] = ()
    kenmerken_algemeen: frozenset[str] = frozenset()

    def onderdelen(self) -> tuple[Onderdeel, ...]:
        """All parts in reading order."""
        return tuple(onderdeel for sectie in self.secties for onderdeel in sectie.onderdelen)

    def tabellen(self) -> tuple[Tabel, ...]:
        """All tables in reading order."""
        return tuple(onderdeel for onderdeel in self.onderdelen() if isinstance(onderdeel, Tabel))

    def tabel(self, code: str) -> Tabel:
        """The table with a code; KeyError when the template has none."""
        return {tabel.code: tabel for tabel in self.tabellen()}[code]

    def veld(self, code: str) -> Veld:
        """The field with a code; KeyError when the template has none."""
        return {deel.code: deel for deel in self.onderdelen() if isinstance(deel, Veld)}[code]
