"""What other rooms know of a pupil, for the sheet of a meeting: read where it is kept, each with its origin."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from passend.begrippen.hgw import Kenmerksoort
from passend.begrippen.inzage import Vertrouwelijkheid
from passend.leerlingen.models import Leerling
from passend.plannen.models import Plan
from passend.plannen.queries.kenmerken import list_kenmerken
from passend.regels.instrumenten import naam_van
from passend.volgen.models import Toetsresultaat
from passend.volgen.queries.resultaten import list_toetsresultaten


@dataclass(frozen=True, slots=True, kw_only=True)
class Bekend:
    """One thing that is known: what it is about, what it says, and from where and when that is.

    `kort` is a result in one or two signs, for a line with all of them; empty for what is no result. `is_zin` says that
    the words are of Passend, and are shown in the language of who reads; `erbij` is what Passend adds to theirs.
    `is_doel` says that the sheet asks this too, so that it can be taken over.
    """

    waarover: str
    tekst: str
    herkomst: str
    op: date
    kort: str = ""
    is_zin: bool = False
    erbij: str = ""
    is_doel: bool = False


def list_bekend(*, leerling: Leerling, leesbaar: Collection[Vertrouwelijkheid], peildatum: date) -> list[Bekend]:
    """What helps and is needed, the plans that run, and the newest result of each subject, as on a day.

    For who may read the ordinary file whole; nobody else.
    """
    if Vertrouwelijkheid.GEWOON not in leesbaar:
        return []
    return [*_kenmerken(leerling, peildatum), *_plannen(leerling, peildatum), *_resultaten(leerling, peildatum)]


def _resultaten(leerling: Leerling, peildatum: date) -> list[Bekend]:
    laatste = {een.vak: een for een in list_toetsresultaten(leerling=leerling, peildatum=peildatum)}
    return [
        Bekend(
            waarover=str(een.get_vak_display()),
            tekst=_in_woorden(een),
            herkomst=" ".join(filter(None, [naam_van(een.instrument), een.afnamemoment])),
            op=een.afgenomen_op,
            kort=een.kort,
        )
        for een in laatste.values()
    ]


def _in_woorden(een: Toetsresultaat) -> str:
    """Each sign with what it means; a score where there is no sign."""
    delen = [
        _("niveau %(n)s") % {"n": een.niveau} if een.niveau else "",
        _("werkt op %(n)s") % {"n": een.functioneringsniveau} if een.functioneringsniveau else "",
        _("referentieniveau %(n)s") % {"n": een.referentieniveau} if een.referentieniveau else "",
    ]
    return ", ".join(filter(None, delen)) or een.kort


def _kenmerken(leerling: Leerling, peildatum: date) -> list[Bekend]:
    kenmerken = list_kenmerken(leerlingen=[leerling], peildatum=peildatum)[leerling.pk]
    return [
        Bekend(waarover=str(een.get_soort_display()), tekst=een.tekst, herkomst=str(een.door), op=een.geldig_van)
        for soort in Kenmerksoort
        for een in kenmerken[soort]
    ]


def _plannen(leerling: Leerling, peildatum: date) -> list[Bekend]:
    plannen = Plan.objects.filter(leerling=leerling, geldig_van__lte=peildatum, geevalueerd_op__isnull=True)
    return [
        Bekend(waarover=_("plan"), tekst=een.doel, herkomst=str(een.door), op=een.geldig_van, is_doel=True)
        for een in plannen.select_related("door")
    ]
