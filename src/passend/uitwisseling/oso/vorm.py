"""Whether every part of a transfer file is one the standard has there, and says what can stand in it.

The parts are those of the blocks that are read and written (`dossier.py` and below): nothing is described twice.
"""

import base64
import binascii
import dataclasses
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from passend.uitwisseling.oso.bevinding import Bevinding, regel_van
from passend.uitwisseling.oso.formaat import Formaat
from passend.uitwisseling.oso.lezen import LEZERS, SOORTEN, Plek, plekken, soort_van

_VORMEN = {
    "brincode": (re.compile(r"[0-9]{2}[A-Z]{2}"), "twee cijfers en twee hoofdletters, zoals 99AA"),
    "vestigingscode": (re.compile(r"[0-9]{2}"), "twee cijfers, zoals 00"),
    "postcode": (re.compile(r"[0-9]{4} ?[A-Z]{2}|[0-9]{4,5}"), "een postcode, zoals 9999ZZ"),
    "schooljaar": (re.compile(r"[0-9]{4}-[0-9]{4}"), "een schooljaar, zoals 2026-2027"),
}


def vormfouten(boom: etree._Element, formaat: Formaat) -> Iterator[Bevinding]:
    """Every part that has no place in a file of a primary school, and every value that cannot stand where it stands."""
    yield from _loop(soort_van(boom, formaat), boom)


def _loop(soort: type, element: etree._Element) -> Iterator[Bevinding]:
    los, lijsten, _eigen = plekken(soort)
    for kind in element:
        naam = _naam(kind)
        if naam in los:
            yield from _kind(los[naam], kind)
        elif naam in lijsten:
            for een in kind:
                if _naam(een) == lijsten[naam].lijst:
                    yield from _kind(lijsten[naam], een)
                else:
                    yield _onbekend(een, naam)
        else:
            yield _onbekend(kind, _naam(element))


def _kind(plek: Plek, element: etree._Element) -> Iterator[Bevinding]:
    if dataclasses.is_dataclass(plek.type):
        soort: Any = plek.type
        yield from _loop(soort, element)
        return
    naam, tekst = _naam(element), (element.text or "").strip()
    if not tekst:
        zin = f"Bij '{naam}' staat niets. Vul het in, of laat dit deel weg."
        yield Bevinding(code="leeg", regel=regel_van(element), zin=zin)
    elif naam == "bestandsinhoud":
        if not _is_base64(tekst):
            zin = "Een bijlage is kapot: wat erin staat is geen bestand. Vraag de andere school om die bijlage opnieuw."
            yield Bevinding(code="bijlage", regel=regel_van(element), zin=zin)
    elif (wat := _wat_er_hoort(plek.type, naam, tekst)) is not None:
        zin = f"Bij '{naam}' staat iets dat daar niet kan staan. Er hoort {wat}. Verbeter het."
        yield Bevinding(code="vorm", regel=regel_van(element), zin=zin)


def _wat_er_hoort(soort: Any, naam: str, tekst: str) -> str | None:
    """What should stand there, when that is not what stands there."""
    vorm = _VORMEN.get(naam)
    if vorm is not None and not vorm[0].fullmatch(tekst):
        return vorm[1]
    try:
        LEZERS[soort](tekst)
    except (KeyError, ValueError):
        return SOORTEN[soort]
    return None


def _is_base64(tekst: str) -> bool:
    try:
        return bool(base64.b64decode("".join(tekst.split()), validate=True))
    except (binascii.Error, ValueError):
        return False


def _onbekend(element: etree._Element, waarin: str) -> Bevinding:
    naam = _naam(element)
    zin = f"Het deel '{naam}' hoort niet bij '{waarin}' in een dossier van een basisschool. Haal het weg."
    return Bevinding(code="onbekend", regel=regel_van(element), zin=zin)


def _naam(element: etree._Element) -> str:
    return etree.QName(element).localname
