"""A decision in words, wherever it is shown: what it is, on which ground with its articles, and whether it was in time.

Parents read of themselves; what was missing they read as in their letter.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from passend.begrippen.toelating import Weigeringsgrond
from passend.regels.besluitgrond import Besluitgrond, grond_van
from passend.regels.brieven.ontbrekend import MISSING, ONTBREKEND
from passend.regels.toelatingsstand import Toelatingsstand
from passend.toelating.queries.zaken import Zaak
from passend.web.bronnen import bron
from passend.web.toelating.woorden import BEREID, BESLUITGRONDEN, BESLUITUITKOMST, ONVOLLEDIG, OUDERGRONDEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitwoorden:
    """A decision as a page says it.

    Attributes:
        wat: what was decided and why: `geweigerd, want er is geen plaats`.
        waar: the articles of that ground; empty for an admission.
        optijd: whether the parents were told in time; empty where the decision does not count.
    """

    wat: str
    waar: str = ""
    optijd: str = ""
    is_te_laat: bool = False


def maak_besluitwoorden(zaak: Zaak, stand: Toelatingsstand, *, is_ouder: bool) -> Besluitwoorden | None:
    """The decision of a case in words; None without one."""
    besluit = zaak.feiten.besluit
    if besluit is None:
        return None
    wat, grond = str(BESLUITUITKOMST[besluit.soort.value]), grond_van(zaak.feiten, besluit)
    if grond is not None:
        woorden = {**BESLUITGRONDEN, **OUDERGRONDEN} if is_ouder else BESLUITGRONDEN
        wat = _("%(wat)s, want %(grond)s") % {"wat": wat, "grond": woorden[_welke(grond)]}
    return Besluitwoorden(
        wat=wat,
        waar=_waar(grond) if grond else "",
        optijd=_op_tijd(stand.dagen_te_laat),
        is_te_laat=bool(stand.dagen_te_laat),
    )


def wat_ontbrak(stand: Toelatingsstand) -> tuple[str, ...]:
    """What was missing when the board decided, for the parents, each with its article; nothing when nothing was."""
    woorden = ONTBREKEND if get_language() == settings.LANGUAGE_CODE else MISSING
    bezwaren = stand.bezwaren if stand.is_afwijking else ()
    regels = [f"{woorden[een.code]} ({bron(een.vindplaats)})" for een in bezwaren if een.code in woorden]
    return tuple(dict.fromkeys(regels))


def _welke(grond: Besluitgrond) -> str:
    if grond.grond is None:
        return ONVOLLEDIG
    return BEREID if grond.grond is Weigeringsgrond.ANDERE_SCHOOL and grond.is_bereid else grond.grond.value


def _waar(grond: Besluitgrond) -> str:
    waar = ", ".join(bron(een) for een in grond.vindplaatsen)
    return _("de redenen: %(waar)s") % {"waar": waar} if grond.is_motivering else waar


def _op_tijd(dagen: int | None) -> str:
    if dagen is None:
        return ""
    return ngettext("%(num)s dag te laat", "%(num)s dagen te laat", dagen) % {"num": dagen} if dagen else _("op tijd")
