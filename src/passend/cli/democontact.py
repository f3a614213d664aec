"""A talk between two made-up schools, as the examples write it down."""

from datetime import date
from typing import Any

from passend.begrippen.overstap import Contactreden, Contactwijze
from passend.toelating.actions.contact import Contactgegevens


def lees_contact(bron: dict[str, Any], dag: date) -> Contactgegevens:
    """The talk on a day."""
    codes = {"wijze": Contactwijze(bron["wijze"]), "reden": Contactreden(bron["reden"])}
    return Contactgegevens(**{**bron, **codes}, op=dag)
