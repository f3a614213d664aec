"""An edition as every output needs it: the content, how it was adopted, the evidence, the goals of the year."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from passend.begrippen.profielinhoud import Profielinhoud
from passend.begrippen.sjabloon import Sjabloon


class Stapsoort(StrEnum):
    """The stones on the path of adoption, in their legal order (WPO 13b; WMS 11 lid 1r; WPO 13a)."""

    LEERLINGEN_GEHOORD = "leerlingen_gehoord"
    MR_GEVRAAGD = "mr_gevraagd"
    MR_ADVIES = "mr_advies"
    BESTUUR_VASTGESTELD = "bestuur_vastgesteld"
    GEPUBLICEERD = "gepubliceerd"
    GEEVALUEERD = "geevalueerd"


STAPVELDEN: Mapping[Stapsoort, tuple[str, str]] = {
    Stapsoort.MR_ADVIES: ("mr_op", "mr_voorzitter"),
    Stapsoort.BESTUUR_VASTGESTELD: ("bestuur_op", "bestuur_voorzitter"),
}
"""The fields of a profile that hold the day of a step and the name of who took it."""

AANBOD = frozenset({"ja", "aanwezig", "structureel", "regelmatig", "beide", "binnen_de_school", "vaak", "op_orde"})
"""Values of a row that say that the school offers it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """One step taken or, with a reason, skipped. `hoe`, `gezegd` and `gedaan` belong to hearing pupils.

    For an MR advice `gezegd` is the advice and `gedaan` the board's answer to it.
    """

    soort: Stapsoort
    op: date
    door: str
    hoe: str = ""
    gezegd: str = ""
    gedaan: str = ""
    document: str = ""
    is_overgeslagen: bool = False
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderbouwing:
    """Evidence for a row: what can be seen, and since when."""

    wat: str
    wanneer: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Doel:
    """A goal of the year (PDCA) hanging on a row of the profile."""

    sleutel: str
    doel: str
    actie: str
    eigenaar: str
    onderbouwing: str = ""
    evaluatie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verband:
    """The samenwerkingsverband a school belongs to."""

    nummer: str
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgave:
    """A profile ready to be set: from an edition, a working copy or straight from a document.

    `nummer` is None for what was never published; `status` then says so in the output. `onderbouwingen` maps the
    key of a row to its evidence. `rijen_op` maps keys to the day a claim was last confirmed, when known. `verband`
    is the school's own samenwerkingsverband; a document alone does not tell, its template only whose form it is.
    """

    sjabloon: Sjabloon
    inhoud: Profielinhoud
    peildatum: date
    status: str = "concept"
    nummer: int | None = None
    adres: str = ""
    stappen: tuple[Stap, ...] = ()
    onderbouwingen: Mapping[str, tuple[Onderbouwing, ...]] = field(default_factory=dict)
    doelen: tuple[Doel, ...] = ()
    rijen_op: Mapping[str, date] = field(default_factory=dict)
    verband: Verband | None = None
    kleur: str = "#0b5d5e"
    logo: bytes | None = None
    ontbrekende_figuren: tuple[str, ...] = ()

    def stap(self, soort: Stapsoort) -> Stap | None:
        """The step of a kind, or None when it was not recorded."""
        return next((stap for stap in self.stappen if stap.soort is soort), None)
