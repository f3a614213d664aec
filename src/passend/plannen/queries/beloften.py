"""What the school offers, to point at from a line of a plan."""

from passend.begrippen.profielformaat import inhoud_uit_dict
from passend.begrippen.profielinhoud import Tabelrij
from passend.begrippen.uitgave import AANBOD
from passend.organisaties.models import Vestiging
from passend.profielen.queries.openbaar import list_nieuwste_edities


def list_beloften(*, vestiging: Vestiging) -> dict[str, str]:
    """The rows of the newest edition that offer something, by their key, by name; none before the first edition."""
    editie = list_nieuwste_edities(vestigingen=[vestiging]).get(vestiging.pk)
    if editie is None:
        return {}
    rijen = [rij for rij in inhoud_uit_dict(editie.inhoud).tabellen if _biedt(rij)]
    return {rij.sleutel: rij.label for rij in sorted(rijen, key=lambda rij: rij.label.casefold())}


def _biedt(rij: Tabelrij) -> bool:
    return bool(rij.soort_ondersteuning) and (rij.waarde in AANBOD or (rij.rij is None and rij.waarde is None))
