"""A whole transfer file: what it is, whether parents saw it, the school, and the pupil."""

from dataclasses import dataclass
from datetime import date

from passend.uitwisseling.oso.bouwstenen import School
from passend.uitwisseling.oso.leerling import LeerlingMetNummer, LeerlingZonderNummer
from passend.uitwisseling.oso.velden import element, verplicht


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitlevering:
    """Per kind of data whether it must, may or may not be in the file."""

    cat_metadata: str = verplicht()
    cat_ouderinzage: str = verplicht()
    cat_school: str = verplicht()
    cat_leerling: str = verplicht()
    cat_oudersverzorgers: str = verplicht()
    cat_vve: str = verplicht()
    cat_schoolloopbaan: str = verplicht()
    cat_overstapadvies: str = verplicht()
    cat_onderwijsondersteuning: str = verplicht()
    cat_verzuim: str = verplicht()
    cat_eindtoetsbo: str = verplicht()
    cat_toetsresultaten: str = verplicht()
    cat_handelingsplannen: str = verplicht()
    cat_cijferlijsten: str = verplicht()
    cat_vombo: str = verplicht()
    cat_bijlagedocs: str = verplicht()


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What made the file, when, and in which version."""

    deeldossier: str = verplicht()
    pakketnaam: str = verplicht()
    pakketversie: str = verplicht()
    datum: date = verplicht()
    standaardversie: str = verplicht()
    validatieversie: str = verplicht()
    categorie_uitlevering: Uitlevering | None = element()
    overstap: str | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ouderinzage:
    """Whether parents saw the file and what they thought of it."""

    voorlopigdossier: bool = verplicht()
    inzage: bool | None = element()
    inzagedatum: date | None = element()
    akkoord: str | None = element()
    redennietakkoord: str | None = element()
    toestemming: str | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolMetNummer(School):
    """The school that the pupil leaves, in a file for another school."""

    leerling: LeerlingMetNummer = verplicht()


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolZonderNummer(School):
    """The school that asks, in a file for the samenwerkingsverband."""

    leerling: LeerlingZonderNummer = verplicht()


@dataclass(frozen=True, slots=True, kw_only=True)
class Overstapbestand:
    """A file for another school."""

    metadata: Metadata = verplicht()
    overdrachtsoort: str = verplicht()
    inzage: Ouderinzage | None = element()
    huidigeschool: SchoolMetNummer = verplicht()


@dataclass(frozen=True, slots=True, kw_only=True)
class Swvbestand:
    """A file for the samenwerkingsverband: by its type it has no number of the state."""

    metadata: Metadata = verplicht()
    overdrachtsoort: str = verplicht()
    inzage: Ouderinzage | None = element()
    huidigeschool: SchoolZonderNummer = verplicht()


type Bestand = Overstapbestand | Swvbestand
