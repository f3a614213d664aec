"""The pupil in a transfer file: with a number of the state for another school, without one for all others.

`LeerlingZonderNummer` has no field for a number, so that none can ever be written to the samenwerkingsverband (WPO 182
names who may have it, and does not name them).
"""

from dataclasses import dataclass
from datetime import date

from passend.uitwisseling.oso.bouwstenen import (
    Adres,
    Communicatie,
    Document,
    Instelling,
    Landcode,
    Persoon,
    Schoolloopbaan,
    Verzorger,
)
from passend.uitwisseling.oso.ondersteuning import Onderwijsondersteuning, Verzuimblok
from passend.uitwisseling.oso.resultaten import Cijferlijst, Eindtoets, Toets
from passend.uitwisseling.oso.velden import element, elementen, verplicht


@dataclass(frozen=True, slots=True, kw_only=True)
class Gba:
    """The name as the register of the municipality has it."""

    gbavoornaam: tuple[str, ...] = elementen("gbavoornaam")
    gbavoorvoegsel: str | None = element()
    gbaachternaam: str = verplicht()
    gbageboortedatum: str = verplicht()


@dataclass(frozen=True, slots=True, kw_only=True)
class Overstapadvies:
    """What the school advises, and whether it wants to be called."""

    advies: str | None = element()
    wensouders: str | None = element()
    wensleerling: str | None = element()
    herzienadvies: str | None = element()
    motivatie_herzienadvies: str | None = element()
    profiel: str | None = element()
    argumentatie: str | None = element()
    contactnodig: bool | None = element()
    contactpersoon: str | None = element()
    contacttelefoon: str | None = element()
    contactemail: str | None = element()
    aandachtspunten: str | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorschools:
    """A programme before school."""

    codevoorschoolsehistorie: str | None = element()
    codevoorschoolsprogramma: str = verplicht()
    voorschoolsemaanden: str = verplicht()
    codevoorschoolsetoeleider: str | None = element()
    codevoorschoolsedeelname: str | None = element()
    voorschoolseaanwezigheid: str | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vroegschools:
    """A programme in the first groups."""

    codevroegschoolsprogramma: str = verplicht()
    vroegschoolsdatumingang: date = verplicht()
    vroegschoolseinddatum: date | None = element()


@dataclass(frozen=True, kw_only=True)
class _Voor:
    voornaam: tuple[str, ...] = elementen("voornaam")
    voorletters: str | None = element("voorletters-1")
    voorvoegsel: str | None = element()
    achternaam: str = verplicht()
    roepnaam: str | None = element()
    geboortedatum: date | None = element()
    geslacht: str | None = element()
    adresgeheim: bool | None = element()
    adressen: tuple[Adres, ...] = elementen("adres", lijst="adreslijst")
    communicatie: tuple[Communicatie, ...] = elementen("communicatie", lijst="communicatielijst")
    gba: Gba | None = element()
    adresbuitenland: tuple[str, ...] = elementen("adresbuitenland")


@dataclass(frozen=True, kw_only=True)
class _Nummer:
    geboorteplaats: str | None = element()
    nationaliteit: tuple[Landcode, ...] = elementen("nationaliteit")
    onderwijsnummer: str | None = element()
    bsn: str | None = element()


@dataclass(frozen=True, kw_only=True)
class _Na:
    leerlingid: str | None = element()
    onderwijssinds: date | None = element()
    startdatumhuidigonderwijs: date | None = element()
    datuminschrijving: date | None = element()
    datumuitschrijving: date | None = element()
    teruggeplaatstnaarbrin: str | None = element()
    leerlinggewicht: str | None = element()
    nnca: str | None = element()
    tehuis: bool | None = element()
    huisarts: Persoon | None = element()
    verzorgersaansprakelijk: bool | None = element()
    aansprakelijkeinstelling: Instelling | None = element()
    overstapadvies: Overstapadvies | None = element()
    vanpeuterspeelzaal: bool | None = element()
    naampeuterspeelzaal: str | None = element()
    voorschools: Voorschools | None = element()
    vroegschools: tuple[Vroegschools, ...] = elementen("vroegschools")
    schoolloopbaan: tuple[Schoolloopbaan, ...] = elementen("schoolloopbaan", lijst="schoolloopbaanlijst")
    onderwijsondersteuning: Onderwijsondersteuning | None = element()
    verzuim: Verzuimblok | None = element()
    eindtoets_basisonderwijs: Eindtoets | None = element()
    toetsen: tuple[Toets, ...] = elementen("toets", lijst="toetslijst")
    cijferlijsten: tuple[Cijferlijst, ...] = elementen("cijferlijst", lijst="cijferlijstlijst")
    documenten: tuple[Document, ...] = elementen("document", lijst="overigdocumentlijst")
    verzorgers: tuple[Verzorger, ...] = elementen("verzorger")


@dataclass(frozen=True, kw_only=True)
class LeerlingZonderNummer(_Na, _Voor):
    """A pupil for who may have no number of the state."""


@dataclass(frozen=True, kw_only=True)
class LeerlingMetNummer(_Na, _Nummer, _Voor):
    """A pupil for another school."""

    def __repr__(self) -> str:
        return "LeerlingMetNummer(...)"
