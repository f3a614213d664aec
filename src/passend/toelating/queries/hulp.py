"""A call for help of the samenwerkingsverband with one registration: since when, what was done, and if it is over."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.toelating.models import Aanmeldgebeurtenis
from passend.toelating.queries.aanmeldingen import geldige

ANTWOORDEN = frozenset({Soort.HULP_GEGEVEN.value, Soort.HULP_KLAAR.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hulpverloop:
    """How a call for help goes.

    Attributes:
        gevraagd: the call that counts: the last one.
        antwoorden: what the samenwerkingsverband did about it, earliest first.
        nieuws_op: the day of its last answer, as long as nothing was noted after it; None otherwise.
    """

    gevraagd: Aanmeldgebeurtenis
    antwoorden: list[Aanmeldgebeurtenis]
    nieuws_op: date | None

    @property
    def is_open(self) -> bool:
        """True until the samenwerkingsverband says that it is done."""
        return not any(een.soort == Soort.HULP_KLAAR for een in self.antwoorden)

    @property
    def laatste(self) -> Aanmeldgebeurtenis | None:
        """The last answer."""
        return self.antwoorden[-1] if self.antwoorden else None


def get_hulpverloop(gebeurtenissen: Collection[Aanmeldgebeurtenis]) -> Hulpverloop | None:
    """How the last call for help goes; None when the school never asked."""
    rij = sorted(geldige(gebeurtenissen), key=lambda een: een.pk)
    gevraagd = next((een for een in reversed(rij) if een.soort == Soort.OPGESCHAALD), None)
    if gevraagd is None:
        return None
    antwoorden = [een for een in rij if een.pk > gevraagd.pk and een.soort in ANTWOORDEN]
    is_nieuws = bool(antwoorden) and rij[-1].pk == antwoorden[-1].pk
    return Hulpverloop(gevraagd=gevraagd, antwoorden=antwoorden, nieuws_op=antwoorden[-1].op if is_nieuws else None)
