"""Writes a transfer file from plain values, in the order of the standard."""

import dataclasses
from datetime import date
from typing import Any

from lxml import etree

from passend.uitwisseling.oso.dossier import Bestand
from passend.uitwisseling.oso.formaat import NIEUWSTE, Formaat
from passend.uitwisseling.oso.velden import ATTRIBUUT, LIJST, NAAM, SOORT, TEKST


def schrijf_oso(bestand: Bestand, formaat: Formaat = NIEUWSTE) -> bytes:
    """The file, as bytes."""
    namen: dict[Any, str] = {None: formaat.ruimte}
    wortel = etree.Element(f"{{{formaat.ruimte}}}dossier", nsmap=namen)
    _vul(wortel, bestand, formaat.ruimte)
    return etree.tostring(wortel, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _vul(element: etree._Element, blok: Any, ruimte: str) -> None:
    for veld in dataclasses.fields(blok):
        waarde, soort = getattr(blok, veld.name), veld.metadata[SOORT]
        if waarde is None or waarde == ():
            continue
        if soort == TEKST:
            element.text = _tekst(waarde)
        elif soort == ATTRIBUUT:
            element.set(veld.name, _tekst(waarde))
        else:
            ouder = element
            if veld.metadata[LIJST]:
                ouder = etree.SubElement(element, f"{{{ruimte}}}{veld.metadata[LIJST]}")
            for een in waarde if isinstance(waarde, tuple) else (waarde,):
                _zet(ouder, veld.metadata[NAAM] or veld.name, een, ruimte)


def _zet(ouder: etree._Element, naam: str, waarde: Any, ruimte: str) -> None:
    kind = etree.SubElement(ouder, f"{{{ruimte}}}{naam}")
    if dataclasses.is_dataclass(waarde):
        _vul(kind, waarde, ruimte)
    else:
        kind.text = _tekst(waarde)


def _tekst(waarde: object) -> str:
    if isinstance(waarde, bool):
        return "true" if waarde else "false"
    if isinstance(waarde, date):
        return waarde.isoformat()
    return str(waarde)
