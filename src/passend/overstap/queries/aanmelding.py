"""The registrations at a school of the child that a file of another school is about."""

from dataclasses import dataclass

from passend.begrippen.overstap import Overstapopgave
from passend.organisaties.models import Vestiging
from passend.regels.kindnaam import is_zelfde_naam, lijkt_op_naam
from passend.toelating.models import Aanmelding


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanmeldingskeuze:
    """The registrations to choose from; when none has the names of the file, a person says whether it is this child."""

    aanmeldingen: list[Aanmelding]
    is_zeker: bool

    @property
    def enige(self) -> Aanmelding | None:
        """The one registration that is surely of this child."""
        return self.aanmeldingen[0] if self.is_zeker and len(self.aanmeldingen) == 1 else None


def get_aanmeldingskeuze(*, vestiging: Vestiging, opgave: Overstapopgave) -> Aanmeldingskeuze:
    """Registrations of this day of birth, newest first: those with both names, or else those with names that are alike.

    A twin, or a child with only one of the names, is never among them: what is in a file is about one child.
    """
    naam = (opgave.voornaam, opgave.achternaam)
    geboren = list(Aanmelding.objects.filter(vestiging=vestiging, geboren_op=opgave.geboren_op).order_by("-pk"))
    zelfde = [een for een in geboren if is_zelfde_naam((een.voornaam, een.achternaam), naam)]
    if zelfde:
        return Aanmeldingskeuze(aanmeldingen=zelfde, is_zeker=True)
    lijkt = [een for een in geboren if lijkt_op_naam((een.voornaam, een.achternaam), naam)]
    return Aanmeldingskeuze(aanmeldingen=lijkt, is_zeker=False)
