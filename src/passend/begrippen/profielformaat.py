"""Profielinhoud and Profiellezing as JSON values and back: the open format of a support profile, version 1."""

from collections.abc import Mapping
from typing import Any, Final

from passend.begrippen.profielinhoud import (
    Bron,
    Link,
    Omvang,
    Profielinhoud,
    Profiellezing,
    Structuurdeel,
    Tabelrij,
    Tekst,
    Veldwaarde,
)

VERSIE: Final = "1.0"
_HERKOMST: Final = frozenset({"bron", "zekerheid"})


def zegt_hetzelfde(een: Mapping[str, Any], ander: Mapping[str, Any]) -> bool:
    """Whether two elements in the open format say the same, wherever each was found and however certain that is."""
    kaal_een, kaal_ander = ({k: v for k, v in deel.items() if k not in _HERKOMST} for deel in (een, ander))
    return kaal_een == kaal_ander


def veld_als_dict(waarde: Veldwaarde) -> dict[str, Any]:
    """A field as JSON values."""
    return {
        "sectie": waarde.sectie,
        "veld": waarde.veld,
        "label": waarde.label,
        "waarde": waarde.waarde,
        "zekerheid": waarde.zekerheid,
        "bron": waarde.bron.als_dict(),
    }


def veld_uit_dict(waarden: Mapping[str, Any]) -> Veldwaarde:
    """The inverse of `veld_als_dict`."""
    return Veldwaarde(**{**waarden, "bron": Bron.uit_dict(waarden["bron"])})


def rij_als_dict(rij: Tabelrij) -> dict[str, Any]:
    """A table row as JSON values; `is_eigen` says that the school added it."""
    return {
        "tabel": rij.tabel,
        "rij": rij.rij,
        "is_eigen": rij.rij is None,
        "label": rij.label,
        "waarde": rij.waarde,
        "cellen": dict(rij.cellen),
        "omvang": rij.omvang.als_dict() if rij.omvang else None,
        "periode": rij.periode,
        "soort_ondersteuning": rij.soort_ondersteuning,
        "opmerking": rij.opmerking,
        "zekerheid": rij.zekerheid,
        "bron": rij.bron.als_dict(),
    }


def rij_uit_dict(waarden: Mapping[str, Any]) -> Tabelrij:
    """The inverse of `rij_als_dict`."""
    gewoon = {sleutel: waarde for sleutel, waarde in waarden.items() if sleutel != "is_eigen"}
    omvang = waarden.get("omvang")
    gewoon |= {"bron": Bron.uit_dict(waarden["bron"]), "omvang": Omvang.uit_dict(omvang) if omvang else None}
    return Tabelrij(**gewoon)


def tekst_als_dict(tekst: Tekst) -> dict[str, Any]:
    """A prose text as JSON values."""
    return {
        "sectie": tekst.sectie,
        "code": tekst.code,
        "tekst": tekst.tekst,
        "is_vast": tekst.is_vast,
        "zekerheid": tekst.zekerheid,
        "bron": tekst.bron.als_dict(),
    }


def tekst_uit_dict(waarden: Mapping[str, Any]) -> Tekst:
    """The inverse of `tekst_als_dict`."""
    return Tekst(**{**waarden, "bron": Bron.uit_dict(waarden["bron"])})


def structuurdeel_als_dict(deel: Structuurdeel) -> dict[str, Any]:
    """A part of the ondersteuningsstructuur as JSON values."""
    return {
        "soort": deel.soort,
        "naam": deel.naam,
        "rol": deel.rol,
        "ring": deel.ring,
        "toelichting": deel.toelichting,
    }


def inhoud_als_dict(inhoud: Profielinhoud) -> dict[str, Any]:
    """A profile as JSON values; see the published JSON Schema."""
    return {
        "sjabloon": inhoud.sjabloon,
        "schooljaar": inhoud.schooljaar,
        "velden": [veld_als_dict(veld) for veld in inhoud.velden],
        "tabellen": [rij_als_dict(rij) for rij in inhoud.tabellen],
        "teksten": [tekst_als_dict(tekst) for tekst in inhoud.teksten],
        "links": [{"url": link.url, "tekst": link.tekst, "bron": link.bron.als_dict()} for link in inhoud.links],
        "structuur": [structuurdeel_als_dict(deel) for deel in inhoud.structuur],
    }


def inhoud_uit_dict(waarden: Mapping[str, Any]) -> Profielinhoud:
    """The inverse of `inhoud_als_dict`."""
    return Profielinhoud(
        sjabloon=waarden["sjabloon"],
        schooljaar=waarden["schooljaar"],
        velden=tuple(veld_uit_dict(veld) for veld in waarden["velden"]),
        tabellen=tuple(rij_uit_dict(rij) for rij in waarden["tabellen"]),
        teksten=tuple(tekst_uit_dict(tekst) for tekst in waarden["teksten"]),
        links=tuple(Link(**{**link, "bron": Bron.uit_dict(link["bron"])}) for link in waarden["links"]),
        structuur=tuple(Structuurdeel(**deel) for deel in waarden.get("structuur", ())),
    )


def lezing_als_dict(lezing: Profiellezing) -> dict[str, Any]:
    """The result of reading as one JSON object: what was read, what to look at, what was not understood."""
    return {
        "formaat": "passend-profiellezing",
        "versie": VERSIE,
        "bestand": {"naam": lezing.bestand, "soort": lezing.bestandssoort, "sha256": lezing.sha256},
        "sjabloonzekerheid": lezing.sjabloonzekerheid,
        **inhoud_als_dict(lezing.inhoud),
        "ontbrekende_figuren": list(lezing.ontbrekende_figuren),
        "waarschuwingen": [
            {
                "code": waarschuwing.code,
                "tekst": waarschuwing.tekst,
                "sleutel": waarschuwing.sleutel,
                "bron": waarschuwing.bron.als_dict() if waarschuwing.bron else None,
            }
            for waarschuwing in lezing.waarschuwingen
        ],
        "ongelezen": [
            {"tekst": stuk.tekst, "sectie": stuk.sectie, "na": stuk.na, "bron": stuk.bron.als_dict()}
            for stuk in lezing.ongelezen
        ],
    }
