"""The same thing sent twice is one thing: it makes one row, one letter and one line in the log."""

from collections.abc import Collection, Mapping
from typing import Any

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.organisaties.models import Vestiging
from passend.toelating.models import Aanmeldgebeurtenis, Verwijdergebeurtenis
from passend.toelating.queries.aanmeldingen import geldige

type Gebeurtenis = Aanmeldgebeurtenis | Verwijdergebeurtenis
_VAN_SCHOOL = frozenset({Soort.SCHOOL_GEVRAAGD, Soort.SCHOOL_BEREID, Soort.SCHOOL_NIET_BEREID})
_GROEPEN = (
    _VAN_SCHOOL | {Soort.BEREIDHEID_INGETROKKEN},
    frozenset({Soort.AANVULLING_GEVRAAGD, Soort.AANGEVULD}),
    frozenset({Soort.OPGESCHAALD, Soort.HULP_KLAAR}),
    frozenset({Soort.GPO_GEVRAAGD, Soort.GPO_OORDEEL}),
)
_STAPPEN = frozenset({Soort.BESLUIT, Soort.BEZWAAR, Soort.BEZWAAR_BESLIST})


def find_herhaling[G: (Aanmeldgebeurtenis, Verwijdergebeurtenis)](
    gebeurtenissen: Collection[G], soort: Soort, waarden: Mapping[str, Any]
) -> G | None:
    """What was noted already of the same kind, day, school and words; None when this is news.

    A school that says yes, takes it back and says yes again on one day says something new each time, and so does
    everything that is noted again after a decision or an objection.
    """
    tellend = geldige(gebeurtenissen)
    zelfde = [een for een in tellend if een.soort == soort and _is_gelijk(een, waarden)]
    gevonden = max(zelfde, key=lambda een: een.pk, default=None)
    if gevonden is None or any(_keert(een, gevonden) for een in tellend if een.pk > gevonden.pk):
        return None
    gevonden.is_herhaald = True
    return gevonden


def _is_gelijk(een: Gebeurtenis, waarden: Mapping[str, Any]) -> bool:
    return all(_kaal(_van(een, veld)) == _kaal(waarde) for veld, waarde in waarden.items())


def _van(een: Gebeurtenis, veld: str) -> Any:
    return een.vestiging_id if veld == "vestiging" else getattr(een, veld)


def _kaal(waarde: Any) -> Any:
    if isinstance(waarde, Vestiging):
        return waarde.pk
    return waarde.strip().replace("\r\n", "\n") if isinstance(waarde, str) else waarde


def _keert(later: Gebeurtenis, eerder: Gebeurtenis) -> bool:
    """True when something noted later makes that the earlier one, said again, is news."""
    if later.soort in _STAPPEN and later.soort != eerder.soort:
        return True
    groep: frozenset[Soort] = next((een for een in _GROEPEN if eerder.soort in een), frozenset())
    return later.soort in groep and later.soort != eerder.soort and later.school.casefold() == eerder.school.casefold()
