"""The path of adoption: which step may be taken when, what a skipped step means, when the evaluation is due.

Order and duties: pupils give their views before the offer is set (WPO 13b); the MR is asked explicitly, with
motives and consequences, and gives prior advice (WMS 7a, 8 lid 6, 11 lid 1 onder r); the board sets it and it is
public through the schoolgids every year (WPO 13, 13a lid 2). The yearly evaluation is Haaglanden practice.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.uitgave import Stapsoort

VOLGORDE = tuple(Stapsoort)
VOOR_PUBLICATIE = VOLGORDE[: VOLGORDE.index(Stapsoort.GEPUBLICEERD)]

ARTIKELEN: Mapping[Stapsoort, str] = {
    Stapsoort.LEERLINGEN_GEHOORD: "WPO artikel 13b",
    Stapsoort.MR_GEVRAAGD: "WMS artikel 7a en 8 lid 6",
    Stapsoort.MR_ADVIES: "WMS artikel 11 lid 1 onder r",
    Stapsoort.BESTUUR_VASTGESTELD: "WPO artikel 13a lid 2",
    Stapsoort.GEPUBLICEERD: "WPO artikel 13a lid 2",
    Stapsoort.GEEVALUEERD: "afspraak in de regio: elk jaar",
}


@dataclass(frozen=True, slots=True)
class Stapbezwaar:
    """Why a step cannot be taken now, and what to do."""

    code: str
    zin: str


def volgende_stap(genomen: Collection[Stapsoort]) -> Stapsoort | None:
    """The first step on the path that was not taken or openly skipped; None when all are done.

    >>> volgende_stap([Stapsoort.LEERLINGEN_GEHOORD])
    <Stapsoort.MR_GEVRAAGD: 'mr_gevraagd'>
    """
    return next((stap for stap in VOLGORDE if stap not in genomen), None)


def check_stap(soort: Stapsoort, *, op: date, genomen: Mapping[Stapsoort, date], peildatum: date) -> Stapbezwaar | None:
    """Why a step may not be recorded; None when it may.

    A step waits for every earlier one to be taken or openly skipped; it cannot lie in the future, and not before
    the step it follows.
    """
    if soort in genomen:
        return Stapbezwaar("dubbel", "Deze stap is al gezet. Kijk op de pagina wie dat deed en wanneer.")
    if op > peildatum:
        return Stapbezwaar("toekomst", "Deze datum ligt in de toekomst. Vul de dag in waarop het echt gebeurde.")
    vooraf = VOLGORDE[: VOLGORDE.index(soort)]
    if open_stappen := [stap for stap in vooraf if stap not in genomen]:
        return Stapbezwaar(
            "te_vroeg", f"Eerst komt: {namen(open_stappen)}. Zet die stap, of zeg waarom u hem overslaat."
        )
    laatste = max((genomen[stap] for stap in vooraf), default=op)
    if op < laatste:
        return Stapbezwaar(
            "volgorde", f"Deze datum ligt voor de vorige stap ({laatste:%d-%m-%Y}). Controleer de datum."
        )
    return None


def check_dag(op: date, *, schooljaar: Schooljaar, vorige_editie: date | None) -> Stapbezwaar | None:
    """Why a step cannot be of this day, whatever steps were taken or skipped before it; None when it can.

    A profile of a school year is made in the year before it at the earliest, and what was done before the previous
    edition of the school became public belongs to that edition: so a step of longer ago says nothing of this one.
    """
    vroegst = schooljaar.vorige.begint_op
    if op < vroegst:
        return Stapbezwaar(
            "te_lang_geleden",
            f"Deze dag ({op:%d-%m-%Y}) is te lang geleden voor het profiel van {schooljaar}: een stap telt mee vanaf "
            f"{vroegst:%d-%m-%Y}. Vul de dag in waarop het voor dit profiel gebeurde, of sla de stap over en zeg "
            "waarom.",
        )
    if vorige_editie is not None and op < vorige_editie:
        return Stapbezwaar(
            "voor_vorige_editie",
            f"Deze dag ({op:%d-%m-%Y}) ligt voor de vorige editie, die op {vorige_editie:%d-%m-%Y} openbaar werd. Wat "
            "u toen deed, hoort bij die editie. Vul de dag in waarop het voor de nieuwe editie gebeurde, of sla de "
            "stap over en zeg waarom.",
        )
    return None


def evaluatie_uiterlijk_op(schooljaar: Schooljaar) -> date:
    """The last day for the yearly evaluation: before 1 August, the start of the next school year.

    >>> evaluatie_uiterlijk_op(Schooljaar(2026))
    datetime.date(2027, 7, 31)
    """
    return schooljaar.eindigt_op


def namen(stappen: Collection[Stapsoort]) -> str:
    """The steps in words, for a sentence."""
    return ", ".join(NAMEN[stap][:1].lower() + NAMEN[stap][1:] for stap in stappen)


NAMEN: Mapping[Stapsoort, str] = {
    Stapsoort.LEERLINGEN_GEHOORD: "Leerlingen gehoord",
    Stapsoort.MR_GEVRAAGD: "Advies gevraagd aan de MR",
    Stapsoort.MR_ADVIES: "Advies van de MR",
    Stapsoort.BESTUUR_VASTGESTELD: "Vastgesteld door het bestuur",
    Stapsoort.GEPUBLICEERD: "Gepubliceerd",
    Stapsoort.GEEVALUEERD: "Geëvalueerd",
}
