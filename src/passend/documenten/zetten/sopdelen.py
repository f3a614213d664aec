"""The parts an SOP is made of, whatever it is set with."""

from dataclasses import dataclass
from typing import Literal

from passend.begrippen.profielinhoud import Structuurdeel
from passend.documenten.zetten.alineas import Alinea
from passend.documenten.zetten.structuurtekening import Tekstdeel


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegeven:
    """A field: its label and value; `leeg` says in words why there is no value."""

    label: str
    waarde: str
    leeg: str
    adres: str = ""
    noot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegevensblok:
    """Fields that stand together."""

    gegevens: tuple[Gegeven, ...]
    soort: Literal["gegevens"] = "gegevens"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prozablok:
    """Words of the school, or (`vast`) of the region with the day they are valid from."""

    titel: str
    alineas: tuple[Alinea, ...]
    leeg: str = ""
    vast: str = ""
    noot: str = ""
    soort: Literal["proza"] = "proza"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cel:
    """A cell: `merk` is a filled mark and `open` an empty one, with words for who cannot see it; or plain text."""

    soort: Literal["merk", "open", "ja", "tekst", "leeg"]
    tekst: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A row: `noten` are the evidence, the date and what is doubtful, in small type."""

    label: str
    cellen: tuple[Cel, ...]
    noten: tuple[str, ...] = ()
    is_eigen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabelblok:
    """A table; `breed` says per column whether it holds words."""

    titel: str
    kop: str
    koppen: tuple[str, ...]
    breed: tuple[bool, ...]
    regels: tuple[Regel, ...]
    noot: str = ""
    leeg: str = ""
    soort: Literal["tabel"] = "tabel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figuurblok:
    """A picture; without parts to draw it from `leeg` says what is missing."""

    titel: str
    leeg: str = ""
    woorden: tuple[Tekstdeel, ...] = ()
    soort: Literal["figuur"] = "figuur"


type Blok = Gegevensblok | Prozablok | Tabelblok | Figuurblok


@dataclass(frozen=True, slots=True, kw_only=True)
class Sectieblok:
    """A chapter or a part of one."""

    nummer: str
    titel: str
    niveau: int
    blokken: tuple[Blok, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapregel:
    """A stone on the path of adoption: taken, skipped or not (yet) there; of an advice only that it was given."""

    naam: str
    artikel: str
    staat: Literal["gezet", "gegeven", "overgeslagen", "open"]
    kop: str
    regels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelregel:
    """A goal of the year, with the row it is about."""

    over: str
    doel: str
    actie: str
    eigenaar: str
    onderbouwing: str
    evaluatie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opbouw:
    """The whole document."""

    school: str
    titel: str
    verband: str
    schooljaar: str
    status: str
    waarschuwing: str
    stand: str
    herkomst: str
    adres: str
    secties: tuple[Sectieblok, ...]
    stappen: tuple[Stapregel, ...]
    doelen: tuple[Doelregel, ...]
    structuur: tuple[Structuurdeel, ...] = ()

    @property
    def documenttitel(self) -> str:
        """The title of the file."""
        return f"{self.titel} {self.schooljaar} – {self.school}"
