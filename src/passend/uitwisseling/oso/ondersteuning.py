"""What a transfer file says of guidance: needs, plans, decisions of the samenwerkingsverband, absence."""

from dataclasses import dataclass
from datetime import date

from passend.uitwisseling.oso.bouwstenen import Document
from passend.uitwisseling.oso.velden import element, elementen, verplicht


@dataclass(frozen=True, slots=True, kw_only=True)
class Toelichting:
    """What the pupil needs, as a document."""

    document: Document = verplicht()


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnose:
    """A diagnosis that somebody outside the school made."""

    codes: tuple[str, ...] = elementen("code")
    naam: str | None = element()
    datum: date | None = element()
    doorwie: str | None = element()
    instantie: str | None = element()
    documenten: tuple[Document, ...] = elementen("document")


@dataclass(frozen=True, slots=True, kw_only=True)
class Handelingsplan:
    """A plan for one pupil."""

    startdatum: date = verplicht()
    einddatum: date | None = element()
    isgerichtop: str = verplicht()
    document: Document | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opp:
    """The development perspective, as documents."""

    opp_ingangdatum: date = verplicht()
    opp_einddatum: date | None = element()
    documenten: tuple[Document, ...] = elementen("document")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tlv:
    """A statement of admissibility."""

    tlvingangdatum: date = verplicht()
    tlvswvnummer: str = verplicht()
    tlvcategorie: str = verplicht()
    tlvbeschikkingsnummer: str = verplicht()
    tlveinddatum: date | None = element()
    document: Document | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangementCluster:
    """Support for who sees, hears or speaks with difficulty."""

    arrangement_datum: date = verplicht()
    arrangement_brin: str | None = element()
    arrangement_vestigingscode: str | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Support that the samenwerkingsverband granted."""

    arrangement_datum: date = verplicht()
    arrangement_kenmerk: str | None = element()
    arrangement_beschikkingsnr: str | None = element()
    arrangement_einddatum: date | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lwoo:
    """Extra support at a secondary school."""

    lwoo_ingangdatum: date = verplicht()
    lwoo_swvnummer: str = verplicht()
    lwoo_beschikkingsnummer: str = verplicht()
    lwoo_einddatum: date | None = element()
    document: Document | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signalering:
    """What pointed to extra support at a secondary school."""

    deelgenomenaanonderzoek: bool = verplicht()
    leerachterstand: bool = verplicht()
    lagescoreeindtoets: bool = verplicht()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rvc:
    """A decision of the regional committee there once was."""

    centraleproblematiek: str | None = element()
    maatregelen: str | None = element()
    signaleringlwoopro: Signalering = verplicht()
    rvcdatum: date | None = element()
    rvcindicatie: str | None = element()
    documenten: tuple[Document, ...] = elementen("document")


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderwijsondersteuning:
    """All guidance of a pupil."""

    toelichting_onderwijsbehoeften: Toelichting | None = element()
    diagnoses: tuple[Diagnose, ...] = elementen("diagnose")
    medicijngebruik: bool | None = element()
    handelingsplannen: tuple[Handelingsplan, ...] = elementen("handelingsplan")
    opp: Opp | None = element()
    tlv: tuple[Tlv, ...] = elementen("tlv")
    arrangementen_cluster: tuple[ArrangementCluster, ...] = elementen("arrangement_cluster12")
    arrangementen: tuple[Arrangement, ...] = elementen("arrangement_pao")
    lwoo: Lwoo | None = element()
    rvc: Rvc | None = element()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzuimblok:
    """Absence in the last twelve months."""

    dagdelengeoorloofd: int | None = element()
    dagdelenongeoorloofd: int | None = element()
    urengeoorloofd: int | None = element()
    urenongeoorloofd: int | None = element()
    meerdan25percent: bool | None = element()
    frequentie: int | None = element()
    contactleerplicht: bool | None = element()
    rmcmelding: bool | None = element()
    documenten: tuple[Document, ...] = elementen("document", lijst="documentLijst")
