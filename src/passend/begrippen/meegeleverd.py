"""The templates that ship with the product; a region's own come from the database."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from passend.begrippen.sjabloon import Sjabloon
from passend.begrippen.sjabloonformaat import sjabloon_uit_dict

NAMEN = ("haaglanden", "plein013")


def load_definitie(naam: str) -> dict[str, Any]:
    """The JSON values of a shipped template."""
    tekst = (files("passend.begrippen") / "sjablonen" / f"{naam}.json").read_text(encoding="utf-8")
    definitie: dict[str, Any] = json.loads(tekst)
    return definitie


@cache
def load_sjablonen() -> tuple[Sjabloon, ...]:
    """All shipped templates."""
    return tuple(sjabloon_uit_dict(load_definitie(naam)) for naam in NAMEN)
