"""What a file in UWLR says, as plain values: its tests, and its results, before it is known which tests these are."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from passend.begrippen.opgave import Weigering
from passend.begrippen.opgaveformaat import pak_in, pak_uit

type Norm = tuple[str, int, int]


class Uwlruitslag(NamedTuple):
    """One result: whose, on which test or part of it, and a score, or what the exchange of files between schools has.

    `referenties` are pairs of a code, such as `IV` or `FN`, and a value.
    """

    regel: int
    leerling: str
    toets: str
    op: date
    score: int | None = None
    goed: str = ""
    vaardigheid: str = ""
    referenties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Uwlrtoets:
    """A test or a part of one; `normen` are its bands with the first and the last score."""

    code: str
    naam: str
    versie: str = ""
    leerjaar: str = ""
    vakgebied: str = ""
    normen: tuple[Norm, ...] = ()
    is_onderdeel: bool = False


@dataclass(slots=True, kw_only=True)
class Uwlrbestand:
    """A whole file; it fills up while the file goes by."""

    brin: str = ""
    toetsen: dict[str, Uwlrtoets] = field(default_factory=dict)
    uitslagen: list[Uwlruitslag] = field(default_factory=list)
    weigeringen: list[Weigering] = field(default_factory=list)


def pak_bestand_in(bestand: Uwlrbestand) -> bytes:
    """Everything a file says, to be kept until somebody told which tests it is about."""
    return pak_in(
        {
            "brin": bestand.brin,
            "toetsen": [
                [een.code, een.naam, een.versie, een.leerjaar, een.vakgebied, een.normen, een.is_onderdeel]
                for een in bestand.toetsen.values()
            ],
            "uitslagen": [
                [een.regel, een.leerling, een.toets, een.op.isoformat(), *een[4:]] for een in bestand.uitslagen
            ],
            "weigeringen": [[een.regel, een.wie, een.reden, een.sleutel] for een in bestand.weigeringen],
        }
    )


def pak_bestand_uit(inhoud: bytes) -> Uwlrbestand:
    """The same again.

    >>> toets = Uwlrtoets(code="RW-M5", naam="Rekenen M5", normen=(("A", 80, 120),))
    >>> uitslag = Uwlruitslag(12, "7", "RW-M5", date(2026, 1, 20), 92, referenties=(("FN", "M5"),))
    >>> bestand = Uwlrbestand(toetsen={"RW-M5": toets}, uitslagen=[uitslag])
    >>> pak_bestand_uit(pak_bestand_in(bestand)) == bestand
    True
    """
    delen = pak_uit(inhoud)
    toetsen = [_toets(een) for een in delen["toetsen"]]
    return Uwlrbestand(
        brin=delen["brin"],
        toetsen={een.code: een for een in toetsen},
        uitslagen=[_uitslag(*een) for een in delen["uitslagen"]],
        weigeringen=[Weigering(*een) for een in delen["weigeringen"]],
    )


def _toets(waarden: list[Any]) -> Uwlrtoets:
    code, naam, versie, leerjaar, vakgebied, normen, is_onderdeel = waarden
    return Uwlrtoets(
        code=code,
        naam=naam,
        versie=versie,
        leerjaar=leerjaar,
        vakgebied=vakgebied,
        normen=tuple((term, van, tot) for term, van, tot in normen),
        is_onderdeel=is_onderdeel,
    )


def _uitslag(regel: int, leerling: str, toets: str, op: str, score: Any, *rest: Any) -> Uwlruitslag:
    goed, vaardigheid, referenties = rest
    paren = tuple((code, waarde) for code, waarde in referenties)
    return Uwlruitslag(regel, leerling, toets, date.fromisoformat(op), score, goed, vaardigheid, paren)
