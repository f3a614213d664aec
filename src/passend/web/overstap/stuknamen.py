"""What the pieces in a transfer file are called, in the language of the page; in a file of a pupil they are Dutch."""

from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from passend.overstap.actions.bestand import VORIGE
from passend.web.zinnen import vertaal

_NAMEN: Final = {
    "Schoolloopbaan": _("Schoolloopbaan"),
    "Toetsen": _("Toetsen"),
    "Eindtoets": _("Eindtoets"),
    "Cijfers": _("Cijfers"),
    "Ondersteuning": _("Ondersteuning"),
    "Verzuim": _("Verzuim"),
    "Wat de ouders ervan vinden": _("Wat de ouders ervan vinden"),
}


def stuknaam(titel: str) -> str:
    """The title of a piece; one that the other school made up stays as it is.

    >>> stuknaam("Schoolloopbaan (vorige school)"), stuknaam("Brief van de tandarts")
    ('Schoolloopbaan (vorige school)', 'Brief van de tandarts')
    """
    wat = titel.removesuffix(VORIGE)
    naam = str(_NAMEN.get(wat, "")) or vertaal(wat)
    if wat in {naam, titel}:
        return titel
    return gettext("%(wat)s (vorige school)") % {"wat": naam}
