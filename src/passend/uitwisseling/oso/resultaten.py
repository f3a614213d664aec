"""What a transfer file says of tests and marks."""

from dataclasses import dataclass
from datetime import date

from passend.uitwisseling.oso.bouwstenen import Document, Instelling, School
from passend.uitwisseling.oso.velden import element, elementen, verplicht


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsidentificatie:
    """Which test it was."""

    eldtoetscode: str = verplicht()
    leergebied: str | None = element()
    toetsnaam: str | None = element()
    toetsversie: str | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkgever:
    """Where somebody works: an organisation or a school."""

    instelling: Instelling | None = element()
    school: School | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Afnemer:
    """Who took the test."""

    naammedewerker: str = verplicht()
    functie: str | None = element()
    werktbijinstelling: Werkgever | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Afname:
    """When a test was taken."""

    afnamedatum: date = verplicht()
    jaargroep: str | None = element()
    dl: str | None = element()
    afgenomendoor: Afnemer | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Between which scores the real one lies."""

    bivlaag: str = verplicht()
    bivhoog: str = verplicht()


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsscore:
    """The score itself, as the file writes it."""

    aantalopgaven: str | None = element()
    aantalgoed: str | None = element()
    aantalfout: str | None = element()
    aantalgelezen: str | None = element()
    tijd: str | None = element()
    vaardigheidsscore: str | None = element()
    codevaardigheidsschaal: str | None = element()
    betrouwbaarheidsinterval: Interval | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Referentiescore:
    """A score beside that of others."""

    codereferentiescore: str = verplicht()
    codevergelijkingsgroep: str = verplicht()
    waarde: str = verplicht()
    kwalificatie: str | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resultaat:
    """What came out."""

    toetsscore: Toetsscore | None = element()
    referentiescores: tuple[Referentiescore, ...] = elementen("referentiescore")
    document: Document | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsonderdeel:
    """A part of a test."""

    eldonderdeelcode: str = verplicht()
    onderdeelnaam: str | None = element()
    resultaat: Resultaat = verplicht()


@dataclass(frozen=True, slots=True, kw_only=True)
class Toets:
    """A test that the pupil took."""

    toetsidentificatie: Toetsidentificatie = verplicht()
    afname: Afname = verplicht()
    resultaat: Resultaat = verplicht()
    toetsonderdelen: tuple[Toetsonderdeel, ...] = elementen("toetsonderdeel")
    opmerking: str | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A mark: a number or a word."""

    waarde: str | None = element()
    kwalificatie: str | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijferonderdeel:
    """A subject on a list of marks."""

    naam: str = verplicht()
    score: Score = verplicht()
    afnamedatum: date | None = element()
    jaargroep: str | None = element()
    periode: str | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijfers:
    """The marks themselves."""

    naam: str = verplicht()
    onderdelen: tuple[Cijferonderdeel, ...] = elementen("onderdeel")
    scores: tuple[Score, ...] = elementen("score")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijferlijst:
    """A list of marks of one period."""

    cijfers: Cijfers = verplicht("cijferlijstTypelijst")
    afnamedatum: date | None = element()
    jaargroep: str = verplicht()
    periode: str | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Eindtoetsdomein:
    """A domain of a part of the final test."""

    domeincode: str = verplicht()
    domeinomschrijving: str | None = element()
    dom_referentieniveau: str | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Domeinen:
    """The domains of a part."""

    domeinen: tuple[Eindtoetsdomein, ...] = elementen("domein")


@dataclass(frozen=True, slots=True, kw_only=True)
class Eindtoetsonderdeel:
    """A part of the final test."""

    onderdeelcode: str = verplicht()
    onderdeelomschrijving: str | None = element()
    ond_referentieniveau: str | None = element()
    domeinen: Domeinen | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Eindtoetsonderdelen:
    """The parts of the final test."""

    onderdelen: tuple[Eindtoetsonderdeel, ...] = elementen("onderdeel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Eindtoetsresultaat:
    """What came out of the final test."""

    toetssoort: str = verplicht()
    toetsniveau: str = verplicht()
    toetsomschrijving: str | None = element()
    datum_afname: date = verplicht()
    wettelijke_ontheffing: str | None = element()
    standaardscore: str | None = element()
    toets_advies: str | None = element()
    onderdelen: Eindtoetsonderdelen = verplicht()


@dataclass(frozen=True, slots=True, kw_only=True)
class Eindtoets:
    """The final test, or that it was not taken."""

    eindtoetsresultaat: Eindtoetsresultaat | None = element()
    deelgenomen: bool = verplicht()
    documenten: tuple[Document, ...] = elementen("document")
