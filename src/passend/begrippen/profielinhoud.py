"""What a profile says: fields, table rows and texts, each with its source and how certain it is.

This is the one shape that a document is read into, that an edition is frozen as, and that every output is made
from. `begrippen.profielformaat` turns it into JSON and back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, Self

LANGSTE_EIGEN = 150  # of the words in a key; a table that holds keys is no wider than 200

type Kader = tuple[float, float, float, float]
type Celwaarde = bool | str | None


class Methode(StrEnum):
    """How a value was found."""

    INVOER = "invoer"  # typed by a person
    TEKST = "tekst"  # words in a line
    WITRUIMTE = "witruimte"  # the column follows from white space in extracted text
    GEOMETRIE = "geometrie"  # the column follows from positions
    LIJNEN = "lijnen"  # a cell between ruling lines
    CODES = "codes"  # a cell in the tag tree of a PDF
    CELLEN = "cellen"  # a cell of a Word or ODT table
    EENSTEMMIG = "eenstemmig"  # two independent methods agree


@dataclass(frozen=True, slots=True, kw_only=True)
class Bron:
    """Where a value stands in the document: line (from 1), page (from 1) and box in points."""

    methode: Methode
    regel: int | None = None
    pagina: int | None = None
    kader: Kader | None = None

    def als_dict(self) -> dict[str, Any]:
        """As JSON values."""
        kader = list(self.kader) if self.kader else None
        return {"methode": str(self.methode), "regel": self.regel, "pagina": self.pagina, "kader": kader}

    @classmethod
    def uit_dict(cls, waarden: Mapping[str, Any]) -> Self:
        """The inverse of `als_dict`."""
        kader = waarden.get("kader")
        return cls(
            methode=Methode(waarden["methode"]),
            regel=waarden.get("regel"),
            pagina=waarden.get("pagina"),
            kader=(kader[0], kader[1], kader[2], kader[3]) if kader else None,
        )


INGEVOERD = Bron(methode=Methode.INVOER)


class Eenheid(StrEnum):
    """Units of an amount of help; one FTE is a full-time job, a dagdeel half a school day."""

    FTE = "fte"
    UREN = "uren"
    DAGDELEN = "dagdelen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Omvang:
    """An amount of help in the unit the school wrote."""

    getal: Decimal
    eenheid: Eenheid

    def als_dict(self) -> dict[str, Any]:
        """As JSON values; `getal` is a number."""
        return {"getal": float(self.getal), "eenheid": str(self.eenheid)}

    @classmethod
    def uit_dict(cls, waarden: Mapping[str, Any]) -> Self:
        """The inverse of `als_dict`."""
        return cls(getal=Decimal(str(waarden["getal"])), eenheid=Eenheid(waarden["eenheid"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Veldwaarde:
    """The value of a field; `waarde` is None when the document leaves it blank. Days are ISO dates."""

    sectie: str
    veld: str
    label: str
    waarde: str | None
    zekerheid: float
    bron: Bron

    @property
    def sleutel(self) -> str:
        """The key of this element within a profile."""
        return f"veld:{self.veld}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabelrij:
    """A row of a table.

    `rij` is the template's row code, None for a row of the school's own. `waarde` is the marked column as a
    lower-case value; None when nothing (or too much) is marked, or when the table has no single value. `cellen`
    holds every column. `omvang` and `periode` are read from the columns that hold them.
    """

    tabel: str
    rij: str | None
    label: str
    waarde: str | None
    cellen: Mapping[str, Celwaarde]
    zekerheid: float
    bron: Bron
    omvang: Omvang | None = None
    periode: str | None = None
    soort_ondersteuning: str | None = None
    opmerking: str | None = None

    @property
    def sleutel(self) -> str:
        """The key of this element within a profile; own rows are keyed by their words, or the first of very many."""
        eigen = "-".join("".join(t if t.isalnum() else " " for t in self.label.casefold()).split())
        return f"rij:{self.tabel}:{self.rij or f'+{eigen[:LANGSTE_EIGEN]}'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekst:
    """Prose in a section: own words of the school, or (`is_vast`) a fixed text of the region."""

    sectie: str
    code: str
    tekst: str
    is_vast: bool
    zekerheid: float
    bron: Bron

    @property
    def sleutel(self) -> str:
        """The key of this element within a profile."""
        return f"tekst:{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A web address in the document, with the words it stands under."""

    url: str
    tekst: str
    bron: Bron


@dataclass(frozen=True, slots=True, kw_only=True)
class Structuurdeel:
    """A person, role, meeting or step of the ondersteuningsstructuur; `ring` 0 is the child itself."""

    soort: str  # mens, overleg, stap
    naam: str
    rol: str = ""
    ring: int = 1
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profielinhoud:
    """Everything a profile says, in the order of its template."""

    sjabloon: str
    schooljaar: str | None
    velden: tuple[Veldwaarde, ...] = ()
    tabellen: tuple[Tabelrij, ...] = ()
    teksten: tuple[Tekst, ...] = ()
    links: tuple[Link, ...] = ()
    structuur: tuple[Structuurdeel, ...] = ()

    def waarde(self, veld: str) -> str | None:
        """The value of a field, or None."""
        return next((v.waarde for v in self.velden if v.veld == veld), None)

    def rijen(self, tabel: str) -> tuple[Tabelrij, ...]:
        """The rows of one table, in order."""
        return tuple(rij for rij in self.tabellen if rij.tabel == tabel)

    def tekst(self, code: str) -> str | None:
        """The prose with a code, or None."""
        return next((t.tekst for t in self.teksten if t.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarschuwing:
    """Something a person should look at, in plain Dutch; `sleutel` names the element it is about."""

    code: str
    tekst: str
    sleutel: str | None = None
    bron: Bron | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ongelezen:
    """Text that was not understood, kept in its place: after the element `na`, within `sectie`."""

    tekst: str
    bron: Bron
    sectie: str | None = None
    na: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profiellezing:
    """The result of reading a document; nothing is stored by making one."""

    bestand: str
    bestandssoort: str
    sha256: str
    sjabloonzekerheid: float
    inhoud: Profielinhoud
    waarschuwingen: tuple[Waarschuwing, ...] = ()
    ongelezen: tuple[Ongelezen, ...] = ()
    ontbrekende_figuren: tuple[str, ...] = field(default=())
