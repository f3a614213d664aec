"""How a field of a dataclass stands in a file: as an element, in a list with a name of its own, or as text.

The order of the fields is the order of the standard; reading and writing both follow it, so that a block is described
once.
"""

import dataclasses
from typing import Any

NAAM, LIJST, SOORT, VERPLICHT = "naam", "lijst", "soort", "verplicht"
ELEMENT, TEKST, ATTRIBUUT = "element", "tekst", "attribuut"


def element(naam: str = "", *, lijst: str = "") -> Any:
    """A field that may be left out; `naam` where the element is called otherwise, `lijst` the element around a list."""
    return dataclasses.field(default=None, metadata={NAAM: naam, LIJST: lijst, SOORT: ELEMENT})


def elementen(naam: str, *, lijst: str = "") -> Any:
    """A field with any number of elements."""
    return dataclasses.field(default=(), metadata={NAAM: naam, LIJST: lijst, SOORT: ELEMENT})


def verplicht(naam: str = "") -> Any:
    """A field that is always there."""
    return dataclasses.field(metadata={NAAM: naam, LIJST: "", SOORT: ELEMENT, VERPLICHT: True})


def tekst() -> Any:
    """What stands in the element itself."""
    return dataclasses.field(metadata={NAAM: "", SOORT: TEKST, VERPLICHT: True})


def attribuut() -> Any:
    """What stands on the element."""
    return dataclasses.field(default=None, metadata={NAAM: "", SOORT: ATTRIBUUT})
