"""Files between two Passends on the pages: sealing, opening, and the receipt."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from passend.begrippen.opgave import GeweigerdBestandError
from passend.organisaties.queries import Vestiging
from passend.overstap.actions.contact import OverstapError
from passend.overstap.actions.sleutels import open_schoolsleutel
from passend.overstap.queries.overstap import Onderwijskundigrapport
from passend.overstap.queries.sleutels import get_kaart, get_schoolsleutel, is_bekend
from passend.regels.bestemming import is_voor
from passend.uitwisseling.passend.bestand import maak_bewijs, open_bestand, verzegel
from passend.uitwisseling.passend.sleutels import Sleutelkaart, Sleutels, kaart_van, lees_sleutels


@sensitive_variables()
def sleutels_van(vestiging: Vestiging) -> tuple[Sleutels, Sleutelkaart]:
    """The keys of a school and its card.

    Raises:
        OverstapError: it made none yet.
    """
    bewaard = get_schoolsleutel(vestiging=vestiging)
    if bewaard is None:
        raise OverstapError(_("Uw school heeft nog geen sleutels. Maak ze op de bladzijde Sleutelkaarten."))
    return lees_sleutels(open_schoolsleutel(bewaard)), kaart_van(bewaard.kaart)


def is_kaart_voor(kaart: dict[str, str], rapport: Onderwijskundigrapport) -> bool:
    """True for the card of the school that a report is for."""
    van = kaart_van(kaart)
    return is_voor(rapport.naar_brin, rapport.naar_school, brin=van.brin, school=van.school)


@sensitive_variables()
def verzegel_voor(
    vestiging: Vestiging, kaart: int, rapport: Onderwijskundigrapport, inhoud: dict[str, Any], op: datetime
) -> bytes:
    """The file of a report for the school of a card.

    Raises:
        OverstapError: there is no such card, nobody heard its code yet, it is of another school than the report is for,
            or this school has no keys.
    """
    aan = get_kaart(vestiging=vestiging, pk=kaart)
    if aan is None or aan.gecontroleerd_op is None:
        raise OverstapError(_("Kies een school waarvan u de code aan de telefoon heeft gehoord."))
    if not is_kaart_voor(aan.kaart, rapport):
        raise OverstapError(
            _("Dit rapport is voor %(school)s. Voor een andere school gaat het niet op slot.")
            % {"school": rapport.naar_school}
        )
    sleutels, van = sleutels_van(vestiging)
    return verzegel(inhoud, aan=kaart_van(aan.kaart), van=van, sleutels=sleutels, op=op)


@sensitive_variables()
def open_voor(vestiging: Vestiging, bestand: bytes) -> dict[str, Any]:
    """What is in a file of another Passend, when it is for this school and of a school that is known.

    Raises:
        OnleesbaarError: it cannot be opened.
        GeweigerdBestandError: it was changed, is for another, or its sender is not known.
        OverstapError: this school has no keys.
    """
    sleutels, kaart = sleutels_van(vestiging)
    geopend = open_bestand(bestand, kaart=kaart, sleutels=sleutels, nu=timezone.now())
    if not is_bekend(vestiging=vestiging, vingerafdruk=geopend.van.vingerafdruk):
        raise GeweigerdBestandError(
            _(
                "U kent de afzender van dit bestand nog niet. Vraag de sleutelkaart van die school, "
                "hoor de code aan de telefoon, en lever het bestand dan opnieuw in."
            )
        )
    return geopend.inhoud


@sensitive_variables()
def bewijs_voor(vestiging: Vestiging, bestand: bytes, op: datetime) -> bytes:
    """The receipt for a file that was taken over.

    Raises:
        OverstapError: this school has no keys.
    """
    sleutels, kaart = sleutels_van(vestiging)
    return maak_bewijs(bestand, kaart=kaart, sleutels=sleutels, op=op)
