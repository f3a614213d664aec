"""What a school offers, by the kind a parent recognises, whatever tables its region uses."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from passend.begrippen.engels import EENHEDEN, PER, label_en, waarde_en
from passend.begrippen.profielinhoud import Omvang, Tabelrij
from passend.begrippen.sjabloon import Keuze, Tabel
from passend.begrippen.soorten import SOORT_BIJ_CODE, SOORTGROEPEN, Soortgroep
from passend.begrippen.uitgave import Uitgave
from passend.documenten.zetten.woorden import Taal, waardetekst

GEBOUW: Final = "gebouw"
OVERIG: Final = Soortgroep("overig", "Ook op onze school", "Also at our school")
_GROEPEN: Final = (*SOORTGROEPEN, OVERIG)
_NIET: Final = frozenset({"nee", "niet_van_toepassing", "nooit", "geen", "afwezig", "niet_aanwezig"})
_GEWONE_OMVANG: Final = re.compile(
    r"[\d.,]+\s*(?:fte|wtf|uur|uren|u|dagdeel|dagdelen)(?:\s+(?P<per>(?:per|in de) (?:week|dag|maand|jaar)))?",
    re.IGNORECASE,
)
_GEWONE_TAAL: Final[Mapping[str, str]] = {
    "ja": "in ons eigen team",
    "structureel": "komt structureel",
    "regelmatig": "regelmatig",
    "incidenteel": "soms",
    "soms": "soms",
    "vaak": "vaak",
    "aanwezig": "in het gebouw",
    "binnen_de_school": "op school zelf",
    "buiten_de_school": "snel te regelen buiten de school",
    "beide": "op school zelf, en ook buiten de school",
}


class Staat(StrEnum):
    """Whether a school offers something; what is not filled in is not a no."""

    BIEDT = "biedt"
    NIET = "niet"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbodpunt:
    """One thing: in Dutch and, when it is one of the known names, in English. `label_en` is None for own words."""

    sleutel: str
    label: str
    label_en: str | None
    wanneer: str
    wanneer_en: str | None
    omvang: str
    staat: Staat
    groep: str
    op: date | None
    soort: str = ""
    is_eigen: bool = False
    heel_label: str = ""
    waarde: str = ""
    periode: str = ""
    hoeveel: Omvang | None = None
    omvang_en: str | None = None
    is_in_gebouw: bool = False

    def naam(self, taal: Taal) -> str:
        """The name in a language; Dutch when there is no other."""
        return self.label if taal == "nl" or self.label_en is None else self.label_en

    def is_vreemd(self, taal: Taal) -> bool:
        """Whether the name stays Dutch on a page in another language."""
        return taal != "nl" and self.label_en is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbodgroep:
    """Things of one broad kind."""

    groep: Soortgroep
    punten: tuple[Aanbodpunt, ...]

    def naam(self, taal: Taal) -> str:
        """The name of the kind."""
        return self.groep.label if taal == "nl" else self.groep.label_en


def lees_aanbod(uitgave: Uitgave) -> tuple[Aanbodpunt, ...]:
    """Everything in the tables, except a school's judgement of its own way of working."""
    return tuple(
        _punt(uitgave, tabel, rij)
        for tabel in uitgave.sjabloon.tabellen()
        if not tabel.vraagt_onderbouwing
        for rij in uitgave.inhoud.rijen(tabel.code)
    )


def groepeer(punten: Iterable[Aanbodpunt], staat: Staat) -> tuple[Aanbodgroep, ...]:
    """The things with one state, by kind; kinds without any are left out."""
    gekozen = [punt for punt in punten if punt.staat is staat]
    groepen = (
        Aanbodgroep(groep=groep, punten=tuple(punt for punt in gekozen if punt.groep == groep.code))
        for groep in _GROEPEN
    )
    return tuple(groep for groep in groepen if groep.punten)


def ontbreekt(punten: Iterable[Aanbodpunt]) -> tuple[Aanbodpunt, ...]:
    """What the school itself lacks, by kind; not what it arranged in its own way, in a row of its own.

    Of the building every row counts: there a kind is wider than a row, and a ramp is no lift.
    """
    alle = tuple(punten)
    eigen = {punt.soort for punt in alle if punt.is_eigen and punt.staat is Staat.BIEDT and punt.soort}
    return tuple(
        punt
        for groep in groepeer(alle, Staat.NIET)
        for punt in groep.punten
        if is_van_school(punt) and (punt.groep == GEBOUW or punt.soort not in eigen)
    )


def is_van_school(punt: Aanbodpunt) -> bool:
    """Whether the school itself has or lacks this; that no officer visits is no lack of the school."""
    return punt.staat is not Staat.NIET or punt.groep != "samenwerking"


def _punt(uitgave: Uitgave, tabel: Tabel, rij: Tabelrij) -> Aanbodpunt:
    code = rij.soort_ondersteuning or next((vast.soort for vast in tabel.rijen if vast.code == rij.rij), "")
    soort = SOORT_BIJ_CODE.get(code)
    wanneer = rij.periode or _GEWONE_TAAL.get(rij.waarde or "", waardetekst(tabel, rij.waarde).lower())
    omvang = _omvang(tabel, rij)
    is_gebouw = soort is not None and soort.groep == GEBOUW and rij.waarde == "aanwezig"
    return Aanbodpunt(
        sleutel=rij.sleutel,
        label=_kort(rij.label),
        label_en=label_en(rij.label) if rij.rij is not None else None,
        wanneer="" if is_gebouw else wanneer,
        wanneer_en=None if rij.periode or is_gebouw else waarde_en(rij.waarde or ""),
        omvang=omvang,
        omvang_en=_omvang_en(rij.omvang, omvang),
        staat=_staat(tabel, rij),
        groep=soort.groep if soort else OVERIG.code,
        op=uitgave.rijen_op.get(rij.sleutel),
        soort=code,
        is_eigen=rij.rij is None,
        heel_label=rij.label,
        waarde=rij.waarde or "",
        periode=rij.periode or "",
        hoeveel=rij.omvang,
        is_in_gebouw=is_gebouw,
    )


def _staat(tabel: Tabel, rij: Tabelrij) -> Staat:
    if tabel.keuze is Keuze.VRIJ:
        return Staat.BIEDT
    if rij.waarde is None:
        return Staat.ONBEKEND
    return Staat.NIET if rij.waarde in _NIET else Staat.BIEDT


def _kort(label: str) -> str:
    """Without the word that every row of a table starts with."""
    kort = label.removeprefix("Expertise ")
    return kort[:1].upper() + kort[1:]


def _omvang(tabel: Tabel, rij: Tabelrij) -> str:
    if rij.omvang is None:
        return ""
    kolom = next((kolom for kolom in tabel.kolommen if kolom.soort == "omvang"), None)
    geschreven = rij.cellen.get(kolom.code) if kolom else None
    if isinstance(geschreven, str) and any(teken.isalpha() for teken in geschreven):
        return geschreven
    eenheid = {"fte": "FTE", "uren": "uur", "dagdelen": "dagdelen"}[rij.omvang.eenheid]
    return f"{float(rij.omvang.getal):g} {eenheid}".replace(".", ",")


def _omvang_en(omvang: Omvang | None, geschreven: str) -> str | None:
    """The amount in English; None when the school wrote more than an amount, which stays as it wrote it."""
    gewoon = _GEWONE_OMVANG.fullmatch(geschreven)
    if omvang is None or gewoon is None:
        return None
    een, meer = EENHEDEN[omvang.eenheid]
    per = PER.get((gewoon["per"] or "").casefold().split(" ")[-1], "")
    return f"{float(omvang.getal):g} {een if omvang.getal == 1 else meer} {per}".rstrip()
