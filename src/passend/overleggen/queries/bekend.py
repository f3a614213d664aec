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
    """One thing that is known: what it is about, what it says, and from where and when that is."""

    waarover: str
    tekst: str
    herkomst: str
    op: date


def list_bekend(*, leerling: Leerling, leesbaar: Collection[Vertrouwelijkheid], peildatum: date) -> list[Bekend]:
    """The newest result of each subject, what helps and is needed, and the plans that run, as on a day.

    For who may read the ordinary file whole; nobody else.
    """
    if Vertrouwelijkheid.GEWOON not in leesbaar:
        return []
    return [*_resultaten(leerling, peildatum), *_kenmerken(leerling, peildatum), *_plannen(leerling, peildatum)]


def _resultaten(leerling: Leerling, peildatum: date) -> list[Bekend]:
    laatste = {een.vak: een for een in list_toetsresultaten(leerling=leerling, peildatum=peildatum)}
    return [
        Bekend(
            waarover=str(een.get_vak_display()),
            tekst=" · ".join(filter(None, [een.niveau, een.functioneringsniveau, een.referentieniveau])) or _score(een),
            herkomst=" ".join(filter(None, [naam_van(een.instrument), een.afnamemoment])),
            op=een.afgenomen_op,
        )
        for een in laatste.values()
    ]


def _score(een: Toetsresultaat) -> str:
    return f"{een.schaalscore:g}" if een.schaalscore is not None else ""


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
        Bekend(waarover=_("plan"), tekst=een.doel, herkomst=str(een.door), op=een.geldig_van)
        for een in plannen.select_related("door")
    ]
