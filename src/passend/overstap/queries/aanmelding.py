"""The registrations at a school of the child that a file of another school is about."""

from passend.begrippen.overstap import Overstapopgave
from passend.organisaties.models import Vestiging
from passend.toelating.models import Aanmelding


def list_aanmeldingen_van(*, vestiging: Vestiging, opgave: Overstapopgave) -> list[Aanmelding]:
    """Registrations of this child: of this day of birth, and with the same first name or surname; newest first."""
    geboren = Aanmelding.objects.filter(vestiging=vestiging, geboren_op=opgave.geboren_op).order_by("-pk")
    return [een for een in geboren if _is_zelfde(een, opgave)]


def _is_zelfde(een: Aanmelding, opgave: Overstapopgave) -> bool:
    paren = ((een.voornaam, opgave.voornaam), (een.achternaam, opgave.achternaam))
    return any(hier.casefold() == daar.casefold() for hier, daar in paren)
