"""What a file says of test results: plain values, whatever the file was; and the same packed, to be kept for a day."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from passend.begrippen.opgave import Invoersoort, Weigering
from passend.begrippen.opgaveformaat import pak_in, pak_uit

LAAT_WEG = "geen"  # what somebody says of a test, or of its bands, that should not come along


class Toetsregel(NamedTuple):
    """One result as the file has it; `sleutel` is the key of the pupil in the administration, empty without one.

    `instrument`, `vak` and `normschema` are codes of the catalogue, where the file or somebody said which.
    """

    regel: int
    sleutel: str
    naam: str
    geboren_op: date | None
    instrument: str
    vak: str
    afgenomen_op: date
    instrumentversie: str = ""
    afnamemoment: str = ""
    ruwe_score: Decimal | None = None
    schaalscore: Decimal | None = None
    niveau: str = ""
    normschema: str = ""
    percentiel: int | None = None
    functioneringsniveau: str = ""
    referentieniveau: str = ""

    @property
    def toets(self) -> tuple[str, str, str, str, date]:
        """Which test it was: what tells two results of one pupil apart."""
        toets: tuple[str, str, str, str, date] = _TOETS(self)
        return toets

    @property
    def uitslag(self) -> tuple[Decimal | None, Decimal | None, str, str, int | None, str, str]:
        """What came out of it."""
        return self[9:]


_GEBOREN, _AFGENOMEN, _RUW, _SCHAAL = 3, 6, 9, 10
_TOETS = itemgetter(4, 7, 5, 8, 6)  # instrument, version, subject, moment and day; faster than asking each by name


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsopgave:
    """Every result a file tells, and what could not be read from it; `brin` is empty where the file does not say it.

    `twijfel` is a sentence that somebody has to answer before anything is taken over; empty when there is none.
    """

    soort: Invoersoort
    brin: str = ""
    regels: list[Toetsregel] = field(default_factory=list)
    weigeringen: list[Weigering] = field(default_factory=list)
    opmerkingen: tuple[str, ...] = ()
    twijfel: str = ""


def pak_toetsopgave_in(opgave: Toetsopgave) -> bytes:
    """Everything a file says."""
    return pak_in(
        {
            "soort": opgave.soort.value,
            "brin": opgave.brin,
            "regels": [_in(een) for een in opgave.regels],
            "weigeringen": [[een.regel, een.wie, een.reden, een.sleutel] for een in opgave.weigeringen],
            "opmerkingen": opgave.opmerkingen,
            "twijfel": opgave.twijfel,
        }
    )


def pak_toetsopgave_uit(inhoud: bytes) -> Toetsopgave:
    """The same again.

    >>> een = Toetsregel(2, "7", "", None, "iep", "rekenen", date(2026, 1, 20), schaalscore=Decimal("81.5"))
    >>> opgave = Toetsopgave(soort=Invoersoort.UWLR, regels=[een])
    >>> pak_toetsopgave_uit(pak_toetsopgave_in(opgave)) == opgave
    True
    """
    delen = pak_uit(inhoud)
    return Toetsopgave(
        soort=Invoersoort(delen["soort"]),
        brin=delen["brin"],
        regels=_uit(delen["regels"]),
        weigeringen=[Weigering(*een) for een in delen["weigeringen"]],
        opmerkingen=tuple(delen["opmerkingen"]),
        twijfel=delen.get("twijfel", ""),  # what was handed in just before this was kept has none
    )


def _in(een: Toetsregel) -> list[object]:
    geboren, ruw, schaal = een.geboren_op, een.ruwe_score, een.schaalscore
    return [
        *(een.regel, een.sleutel, een.naam, geboren and geboren.isoformat(), een.instrument, een.vak),
        *(een.afgenomen_op.isoformat(), een.instrumentversie, een.afnamemoment),
        *(None if ruw is None else str(ruw), None if schaal is None else str(schaal)),
        *(een.niveau, een.normschema, een.percentiel, een.functioneringsniveau, een.referentieniveau),
    ]


def _uit(rijen: list[list[Any]]) -> list[Toetsregel]:
    """The rows as they are, with days and scores in the place of their texts; each is made once, for they come back."""
    dag, getal = cache(date.fromisoformat), cache(Decimal)
    for rij in rijen:
        geboren, ruw, schaal = rij[_GEBOREN], rij[_RUW], rij[_SCHAAL]
        rij[_AFGENOMEN] = dag(rij[_AFGENOMEN])
        if geboren is not None:
            rij[_GEBOREN] = dag(geboren)
        if ruw is not None:
            rij[_RUW] = getal(ruw)
        if schaal is not None:
            rij[_SCHAAL] = getal(schaal)
    return list(map(Toetsregel._make, rijen))
