"""How an edition accounts for itself: steps, goals and the samenwerkingsverband as it keeps and names them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from passend.begrippen.uitgave import Stap, Stapsoort, Verband
from passend.organisaties.models import Vestiging
from passend.profielen.models import Doelregel, Vaststellingsstap


def get_verband(*, vestiging: Vestiging) -> Verband:
    """The samenwerkingsverband of a site, as an output names it."""
    verband = vestiging.bestuur.samenwerkingsverband
    return Verband(nummer=verband.nummer, naam=verband.naam)


def stap_als_dict(stap: Vaststellingsstap) -> dict[str, Any]:
    """A step as JSON values, for an edition."""
    return {
        "soort": stap.soort,
        "op": stap.op.isoformat(),
        "door": stap.door,
        "hoe": stap.hoe,
        "gezegd": stap.gezegd,
        "gedaan": stap.gedaan,
        "document": stap.documentnaam,
        "is_overgeslagen": stap.is_overgeslagen,
        "reden": stap.reden,
    }


def stap_uit_dict(waarden: Mapping[str, Any]) -> Stap:
    """The inverse of `stap_als_dict`, as a concept."""
    return Stap(**{**waarden, "soort": Stapsoort(waarden["soort"]), "op": date.fromisoformat(waarden["op"])})


def doel_als_dict(doel: Doelregel) -> dict[str, str]:
    """A goal as JSON values, for an edition."""
    return {
        "sleutel": doel.sleutel,
        "doel": doel.doel,
        "actie": doel.actie,
        "eigenaar": doel.eigenaar,
        "onderbouwing": doel.onderbouwing,
        "evaluatie": doel.evaluatie,
    }
