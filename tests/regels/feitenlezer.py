"""Turns what a scenario gives into facts: the keys of the file are the names of the facts."""

from collections.abc import Mapping
from typing import Any

from passend.begrippen.aanmelding import Andereschool, Tlvstand
from passend.begrippen.periode import Periode
from passend.begrippen.toelating import Toelatingsbesluit, Weigeringsgrond
from passend.regels.aanmeldingsfeiten import (
    Aanmeldingsfeiten,
    Afwijking,
    Besluit,
    Gevraagdeschool,
    Grondslagvraag,
    Onderbreking,
    Verklaring,
    Verlenging,
)
from passend.regels.schorsing import Schorsingsfeiten
from passend.regels.verwijdering import Verwijderingsfeiten
from passend.regels.volleschool import Volleschool

DELEN = {
    "verlengd": Verlenging,
    "vol": Volleschool,
    "grondslag": Grondslagvraag,
    "afwijking": Afwijking,
    "tlv": Verklaring,
}


def lees_besluit(ruw: Mapping[str, Any]) -> Besluit:
    return Besluit(
        soort=Toelatingsbesluit(ruw["soort"]),
        op=ruw["op"],
        grond=Weigeringsgrond(ruw.get("grond", "andere_school")),
        motivering=ruw.get("motivering", ""),
        bekendgemaakt_op=ruw.get("bekendgemaakt_op"),
    )


def lees_aanmelding(ruw: Mapping[str, Any]) -> Aanmeldingsfeiten:
    feiten = _delen(ruw)
    if "besluit" in ruw:
        feiten["besluit"] = lees_besluit(ruw["besluit"])
    if "onderbrekingen" in ruw:
        feiten["onderbrekingen"] = tuple(Onderbreking(**een) for een in ruw["onderbrekingen"])
    return Aanmeldingsfeiten(**{"ontvangen_op": ruw.get("verzocht_op"), **feiten})


def lees_verwijdering(ruw: Mapping[str, Any]) -> Verwijderingsfeiten:
    return Verwijderingsfeiten(**_delen(ruw))


def lees_schorsing(ruw: Mapping[str, Any]) -> Schorsingsfeiten:
    andere = tuple(Periode(**een) for een in ruw.get("andere", ()))
    return Schorsingsfeiten(**{**ruw, "andere": andere})


def _delen(ruw: Mapping[str, Any]) -> dict[str, Any]:
    feiten = {naam: DELEN[naam](**waarde) if naam in DELEN else waarde for naam, waarde in ruw.items()}
    for naam in {"scholen", "scholen_nu"} & set(ruw):
        feiten[naam] = tuple(_school(een) for een in ruw[naam])
    return feiten


def _school(ruw: Mapping[str, Any]) -> Gevraagdeschool:
    soort, tlv = ruw.get("soort"), ruw.get("tlv")
    return Gevraagdeschool(
        **{
            **ruw,
            "soort": Andereschool(soort) if soort else None,
            "tlv": Tlvstand(tlv) if tlv else None,
        }
    )
