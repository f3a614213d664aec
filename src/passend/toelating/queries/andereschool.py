"""From which school a child comes, as rooms above this one know it: they add it with `register_andere_school`."""

from collections.abc import Callable

from passend.organisaties.models import Vestiging
from passend.toelating.queries.contact import Contactkind

type Schoolgever = Callable[[Vestiging, Contactkind], str]
_GEVERS: dict[str, Schoolgever] = {}


def register_andere_school(kamer: str, gever: Schoolgever) -> None:
    """Let a room say from which school a child comes that is registered here."""
    _GEVERS[kamer] = gever


def find_andere_school(*, vestiging: Vestiging, kind: Contactkind) -> str:
    """The name of the school that a child comes from, of which something lies here; empty when nothing does."""
    return next(filter(None, (gever(vestiging, kind) for gever in _GEVERS.values())), "")
