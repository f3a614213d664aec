"""What the school offers, to point at from a line of a plan."""

from passend.begrippen.profielformaat import inhoud_uit_dict
from passend.begrippen.profielinhoud import Tabelrij
from passend.begrippen.uitgave import AANBOD
from passend.organisaties.models import Vestiging
from passend.profielen.queries.openbaar import list_nieuwste_edities

_NIET_IN_TE_ZETTEN = frozenset(
    {
        *("hgw", "toegankelijk", "verzorging"),  # how a school works, and its building
        *("sbo", "so", "leerplicht", "jgz", "jeugdhulp", "politie", "medisch", "gemeente"),  # whom it works with
    }
)
"""Kinds of what a school tells of itself that nobody gives to one pupil as help."""


def list_beloften(*, vestiging: Vestiging) -> dict[str, str]:
    """The rows of the newest edition that offer help for one pupil, by their key, by name; none before the first."""
    editie = list_nieuwste_edities(vestigingen=[vestiging]).get(vestiging.pk)
    if editie is None:
        return {}
    rijen = [rij for rij in inhoud_uit_dict(editie.inhoud).tabellen if _biedt(rij)]
    return {rij.sleutel: rij.label for rij in sorted(rijen, key=lambda rij: rij.label.casefold())}


def _biedt(rij: Tabelrij) -> bool:
    soort = rij.soort_ondersteuning
    return (
        bool(soort)
        and soort not in _NIET_IN_TE_ZETTEN
        and (rij.waarde in AANBOD or (rij.rij is None and rij.waarde is None))
    )
