"""What the classes said of the offer, as a beginning of the step in which the pupils are heard (WPO 13b)."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import translation
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from passend.begrippen.schooljaar import Schooljaar
from passend.plannen.queries.groepsstem import list_groepsstemmen
from passend.web.verzoek import Bezoek


def uit_groepsstemmen(bezoek: Bezoek) -> dict[str, str]:
    """The fields of the step, in the language of the school; empty when no class was heard in this school year.

    No name of a pupil is in them: those are refused when the words of a class are kept.
    """
    stemmen = sorted(
        list_groepsstemmen(vestiging=bezoek.vestiging, schooljaar=str(Schooljaar.op(bezoek.vandaag))),
        key=lambda een: (een.groep.naam, een.op),
    )
    if not stemmen:
        return {}
    groepen = list(dict.fromkeys(een.groep.naam for een in stemmen))
    with translation.override(settings.LANGUAGE_CODE):
        wijzen = list(dict.fromkeys(str(een.get_wijze_display()) for een in stemmen))
        return {
            "op": max(een.op for een in stemmen).isoformat(),
            "door": _("Groep %(groepen)s") % {"groepen": get_text_list(groepen, _("en"))},
            "hoe": _("Per groep in de klas: %(wijzen)s.") % {"wijzen": get_text_list(wijzen, _("en"))},
            "gezegd": _per_groep((een.groep.naam, een.gezegd) for een in stemmen),
            "gedaan": _per_groep((een.groep.naam, een.gedaan) for een in stemmen),
        }


def _per_groep(regels: Iterable[tuple[str, str]]) -> str:
    return "\n".join(
        _("Groep %(groep)s: %(woorden)s") % {"groep": groep, "woorden": woorden.strip()}
        for groep, woorden in regels
        if woorden.strip()
    )
