"""Where a rule comes from, in the language of the page: the name of a law stays, the words around it do not."""

import re

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from passend.begrippen.vindplaats import Vindplaats

_LOSSE_WOORDEN = re.compile(r"\b(lid|onder|en|tot en met)\b")


def bron(vindplaats: Vindplaats | str | None) -> str:
    """A law and its article, or the policy that says it: `WPO article 40a paragraph 4` on an English page."""
    if vindplaats is None:
        return ""
    if get_language() in {None, settings.LANGUAGE_CODE}:
        return str(vindplaats)
    if isinstance(vindplaats, str):
        return _in_woorden(vindplaats)
    regeling = _in_woorden(vindplaats.regeling)
    if not vindplaats.artikel:
        return regeling
    woorden = {"lid": _("lid"), "onder": _("onder"), "en": _("en"), "tot en met": _("tot en met")}
    artikel = _LOSSE_WOORDEN.sub(lambda woord: woorden[woord[1]], vindplaats.artikel)
    return _("%(regeling)s artikel %(artikel)s") % {"regeling": regeling, "artikel": artikel}


def _in_woorden(regeling: str) -> str:
    """What is no name of a law, in words of the page."""
    woorden = {
        "afspraak van de sector, naar WPO": _("afspraak van de sector, naar WPO"),
        "werkwijze van het samenwerkingsverband": _("werkwijze van het samenwerkingsverband"),
        "werkwijze van de geschillencommissie passend onderwijs": _(
            "werkwijze van de geschillencommissie passend onderwijs"
        ),
        "verzonnen regio Duinrand, zoals Haaglanden": _("verzonnen regio Duinrand, zoals Haaglanden"),
        "afspraak in de regio Haaglanden": _("afspraak in de regio Haaglanden"),
        "afspraak in de regio": _("afspraak in de regio"),
        "besluit van het bestuur": _("besluit van het bestuur"),
        "eigen keuze van Passend": _("eigen keuze van Passend"),
        "richtlijn van de PO-Raad over bewaartermijnen": _("richtlijn van de PO-Raad over bewaartermijnen"),
        "instelling van Passend": _("instelling van Passend"),
    }
    return woorden.get(regeling, regeling)
