"""Reads a transfer file into plain values, and says what it had to look past."""

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from lxml import etree

from passend.begrippen.opgave import OnleesbaarError
from passend.uitwisseling.oso.boom import lees_boom
from passend.uitwisseling.oso.dossier import Bestand, Overstapbestand, Swvbestand
from passend.uitwisseling.oso.formaat import SWV_SOORT, Formaat, kies_formaat
from passend.uitwisseling.oso.velden import ATTRIBUUT, LIJST, NAAM, SOORT, TEKST, VERPLICHT

_GEEN_DOSSIER = "Dit OSO-bestand is geen dossier van een leerling. Vraag de andere school om het overstapdossier."


@dataclass(frozen=True, slots=True, kw_only=True)
class Lezing:
    """What was read.

    Attributes:
        bestand: the values.
        boom: the tree, for the checks.
        formaat: the version.
        overgeslagen: the elements for which there is no place in `bestand`, each named once.
    """

    bestand: Bestand
    boom: etree._Element
    formaat: Formaat
    overgeslagen: tuple[str, ...]


def open_oso(inhoud: bytes) -> tuple[etree._Element, Formaat]:
    """The tree of a file and its version, before anything in it is read; for who wants to know all that is wrong.

    Raises:
        OnleesbaarError: it is no transfer file, or one of another year.
    """
    boom = lees_boom(inhoud)
    naam = etree.QName(boom)
    formaat = kies_formaat(naam.namespace or "")
    if naam.localname != "dossier":
        raise OnleesbaarError(_GEEN_DOSSIER)
    return boom, formaat


def soort_van(boom: etree._Element, formaat: Formaat) -> type[Bestand]:
    """Which of the two kinds of file it says it is."""
    soort = boom.findtext(f"{{{formaat.ruimte}}}overdrachtsoort", "")
    return Swvbestand if soort == SWV_SOORT else Overstapbestand


def lees_oso(inhoud: bytes) -> Lezing:
    """Read a file.

    Raises:
        OnleesbaarError: it cannot be read, is of another year, or lacks something without which there is no file.
    """
    boom, formaat = open_oso(inhoud)
    overgeslagen: dict[str, None] = {}
    bestand = _lees(soort_van(boom, formaat), boom, "", overgeslagen)
    return Lezing(bestand=bestand, boom=boom, formaat=formaat, overgeslagen=tuple(overgeslagen))


@dataclass(frozen=True, slots=True)
class Plek:
    """Where the value of an element goes."""

    veld: str
    type: Any
    lijst: str
    is_veel: bool


@cache
def plekken(soort: type) -> tuple[dict[str, Plek], dict[str, Plek], dict[str, str]]:
    """The fields of a block by the name of their element, the lists by theirs, and what is text or attribute."""
    hints = get_type_hints(soort)
    los: dict[str, Plek] = {}
    lijsten: dict[str, Plek] = {}
    eigen: dict[str, str] = {}
    for veld in dataclasses.fields(soort):
        waar = veld.metadata[SOORT]
        if waar in {TEKST, ATTRIBUUT}:
            eigen[veld.name] = waar
            continue
        kern, is_veel = _kern(hints[veld.name])
        naam, lijst = veld.metadata[NAAM] or veld.name, veld.metadata[LIJST]
        plek = Plek(veld.name, kern, naam if lijst else "", is_veel)
        (lijsten if lijst else los)[lijst or naam] = plek
    return los, lijsten, eigen


def _kern(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) is tuple:
        return get_args(hint)[0], True
    kern = [een for een in get_args(hint) if een is not NoneType]
    return (kern[0] if kern else hint), False


def _lees(soort: type, element: etree._Element, pad: str, overgeslagen: dict[str, None]) -> Any:
    los, lijsten, eigen = plekken(soort)
    waarden: dict[str, Any] = {
        naam: (element.text or "").strip() if waar == TEKST else element.get(naam) for naam, waar in eigen.items()
    }
    for kind, plek in _kinderen(element, los, lijsten, pad, overgeslagen):
        waarde = _waarde(plek.type, kind, f"{pad}/{_naam(kind)}", overgeslagen)
        waarden[plek.veld] = (*waarden.get(plek.veld, ()), waarde) if plek.is_veel else waarde
    for veld in dataclasses.fields(soort):
        if veld.metadata.get(VERPLICHT) and veld.name not in waarden:
            naam, waar = veld.metadata[NAAM] or veld.name, pad.removeprefix("/") or "dossier"
            regel: object = element.sourceline
            raise OnleesbaarError(
                f"In dit bestand ontbreekt '{naam}' bij '{waar}' (regel {regel}). "
                "Zo is het geen overstapdossier. Vraag het opnieuw aan de andere school."
            )
    return soort(**waarden)


def _kinderen(
    element: etree._Element,
    los: dict[str, Plek],
    lijsten: dict[str, Plek],
    pad: str,
    overgeslagen: dict[str, None],
) -> Iterator[tuple[etree._Element, Plek]]:
    for kind in element:
        naam = _naam(kind)
        if naam in los:
            yield kind, los[naam]
        elif naam in lijsten:
            plek = lijsten[naam]
            for een in kind:
                if _naam(een) == plek.lijst:
                    yield een, plek
                else:
                    overgeslagen[f"{pad}/{naam}/{_naam(een)}".removeprefix("/")] = None
        else:
            overgeslagen[f"{pad}/{naam}".removeprefix("/")] = None


def _naam(element: etree._Element) -> str:
    return etree.QName(element).localname


def _waarde(soort: Any, element: etree._Element, pad: str, overgeslagen: dict[str, None]) -> Any:
    if dataclasses.is_dataclass(soort):
        assert isinstance(soort, type)  # noqa: S101 -- a class, no instance: the hint says so
        return _lees(soort, element, pad, overgeslagen)
    tekst = (element.text or "").strip()
    try:
        return LEZERS[soort](tekst)
    except (KeyError, ValueError) as fout:
        regel: object = element.sourceline
        waar, wat = pad.removeprefix("/"), SOORTEN[soort]
        raise OnleesbaarError(
            f"Bij '{waar}' (regel {regel}) staat iets dat daar niet kan staan. "
            f"Er hoort {wat}. Vraag het bestand opnieuw aan de andere school."
        ) from fout


_JA_NEE = {"true": True, "1": True, "false": False, "0": False}
_DAG = re.compile(r"(\d{4}-\d\d-\d\d)(Z|[+-]\d\d:\d\d)?", re.ASCII)


def lees_dag(tekst: str) -> date:
    """A day as the standard writes it, with or without its place on earth; nothing may stand behind it.

    >>> lees_dag("2026-11-26+01:00")
    datetime.date(2026, 11, 26)

    Raises:
        ValueError: it is no day.
    """
    gevonden = _DAG.fullmatch(tekst)
    if gevonden is None:
        raise ValueError(tekst)
    return date.fromisoformat(gevonden[1])


LEZERS: dict[Any, Any] = {str: str, int: int, bool: _JA_NEE.__getitem__, date: lees_dag}
SOORTEN = {str: "tekst", int: "een heel getal", bool: "ja of nee", date: "een dag"}
