"""The keys of a school and the cards of others."""

from passend.organisaties.models import Vestiging
from passend.overstap.models import Schoolsleutel, Sleutelkaart


def get_schoolsleutel(*, vestiging: Vestiging) -> Schoolsleutel | None:
    """The keys of a school, when it made them."""
    return Schoolsleutel.objects.filter(vestiging=vestiging).first()


def list_kaarten(*, vestiging: Vestiging) -> list[Sleutelkaart]:
    """The cards of other schools."""
    return list(Sleutelkaart.objects.filter(vestiging=vestiging))


def get_kaart(*, vestiging: Vestiging, pk: int) -> Sleutelkaart | None:
    """One card."""
    return Sleutelkaart.objects.filter(vestiging=vestiging, pk=pk).first()


def is_bekend(*, vestiging: Vestiging, vingerafdruk: str) -> bool:
    """True for a card of which somebody heard the code."""
    return Sleutelkaart.objects.filter(
        vestiging=vestiging, vingerafdruk=vingerafdruk, gecontroleerd_op__isnull=False
    ).exists()
