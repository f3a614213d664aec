"""What one address expects of whom."""

from dataclasses import dataclass, field
from typing import Any

OK, DOOR, FOUT_IN_FORMULIER, NEE, WEG, ANDERS = 200, 302, 422, 403, 404, 405


@dataclass(frozen=True, kw_only=True)
class Rij:
    """An address: who may read it, who may send to it, and what the answer is when they do."""

    lezen: set[str] = field(default_factory=set)
    sturen: set[str] = field(default_factory=set)
    gelezen: int = OK
    gestuurd: int = DOOR
    velden: dict[str, Any] = field(default_factory=dict)
    waarden: dict[str, str | int] = field(default_factory=dict)
    weg: set[str] = field(default_factory=set)  # for whom the thing is not there at all
    door: set[str] = field(default_factory=set)  # who is led on to a page of their own
    binnen: set[str] | None = None  # who comes further than the door at all
    van_school: bool = True
    alles: int | None = None
