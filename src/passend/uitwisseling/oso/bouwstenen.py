"""The parts of a transfer file that come back in many places: an address, a document, a school, a person."""

from dataclasses import dataclass
from datetime import date

from passend.uitwisseling.oso.velden import attribuut, element, elementen, tekst, verplicht


@dataclass(frozen=True, slots=True, kw_only=True)
class Landcode:
    """A country or nationality: its code, and its name in words."""

    code: str = tekst()
    omschrijving: str | None = attribuut()


@dataclass(frozen=True, slots=True, kw_only=True)
class Adres:
    """An address in the Netherlands."""

    soortadres: str = verplicht()
    straat: str = verplicht()
    nummer: str = verplicht()
    toevoeging: str | None = element()
    aanduiding: str | None = element()
    locatieomschrijving: str | None = element()
    postcode: str = verplicht()
    plaats: str = verplicht()
    gemeente: str | None = element()
    land: Landcode | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Communicatie:
    """A telephone number or an e-mail address."""

    soort: str = verplicht()
    aanduiding: str | None = element()
    nummer: str = verplicht()
    geheim: bool | None = element()
    noodnummer: bool | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document that goes along; `bestandsinhoud` is base64, as it stands in the file."""

    bestandsnaam: str = verplicht()
    omschrijving: str | None = element()
    bestandsinhoud: str = verplicht()

    def __repr__(self) -> str:
        return f"Document({len(self.bestandsinhoud)} tekens)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instelling:
    """An organisation with its addresses."""

    naam: str = verplicht()
    adressen: tuple[Adres, ...] = elementen("adres", lijst="adreslijst")
    communicatie: tuple[Communicatie, ...] = elementen("communicatie", lijst="communicatielijst")


@dataclass(frozen=True, slots=True, kw_only=True)
class School(Instelling):
    """A school."""

    brincode: str = verplicht()
    vestigingscode: str = verplicht()
    aanleverpunt: str = verplicht()
    soort: str | None = element()
    type: str | None = element()
    naamdirecteur: str | None = element()
    website: str | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoon:
    """Somebody with a name and addresses."""

    voornaam: tuple[str, ...] = elementen("voornaam")
    voorletters: str | None = element("voorletters-1")
    voorvoegsel: str | None = element()
    achternaam: str = verplicht()
    roepnaam: str | None = element()
    geslacht: str | None = element()
    adresgeheim: bool | None = element()
    adressen: tuple[Adres, ...] = elementen("adres", lijst="adreslijst")
    communicatie: tuple[Communicatie, ...] = elementen("communicatie", lijst="communicatielijst")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzorger(Persoon):
    """A parent or carer; no number of the state."""

    relatietotkind: str | None = element()
    overleden: bool | None = element()
    overlijdensdatum: date | None = element()
    wettigevertegenwoordiger: bool = verplicht()
    banknummer: str | None = element()
    iban: str | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolloopbaan:
    """One year in one group of one school."""

    schooljaar: str = verplicht()
    groepscode: str = verplicht()
    groepsnaam: str | None = element()
    jaargroep: str = verplicht()
    begindatum: date | None = element()
    einddatum: date | None = element()
    brincode: str = verplicht()
    vestigingscode: str = verplicht()
    schoolsoort: str | None = element()
    schooltype: str | None = element()
    voelementcode: str | None = element()
    voelementomschrijving: str | None = element()
    schoolsoortomschrijving: str | None = element()
