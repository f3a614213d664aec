"""Whom a parent turns to: what the profile says about the school, and the people in its structure."""

from dataclasses import dataclass

from passend.begrippen.profielinhoud import Structuurdeel
from passend.begrippen.sjabloon import Veld
from passend.begrippen.uitgave import Uitgave
from passend.documenten.zetten.woorden import verwijzing

_CODES = ("adres", "telefoon", "email", "website", "schoolgids", "schoolplan")
_AANSPREEKPUNT = ("intern begeleider", "zorgcoördinator", "zorgcoordinator", "kwaliteitscoördinator", "ib'er", "ib-er")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A way to reach the school; `adres` is where a link goes."""

    code: str
    label: str
    waarde: str
    adres: str = ""


def lees_contacten(uitgave: Uitgave) -> tuple[Contact, ...]:
    """The filled-in ways to reach the school and its guides, in a fixed order."""
    velden = {deel.code: deel for deel in uitgave.sjabloon.onderdelen() if isinstance(deel, Veld)}
    return tuple(
        Contact(code=code, label=velden[code].label, waarde=waarde, adres=verwijzing(waarde, velden[code].soort))
        for code in _CODES
        if code in velden and (waarde := uitgave.inhoud.waarde(code))
    )


def aanspreekpunten(uitgave: Uitgave) -> tuple[Structuurdeel, ...]:
    """The people parents talk to about support."""
    return tuple(
        deel
        for deel in uitgave.inhoud.structuur
        if deel.soort == "mens" and any(woord in f"{deel.naam} {deel.rol}".casefold() for woord in _AANSPREEKPUNT)
    )
