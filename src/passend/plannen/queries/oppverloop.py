"""What happened with the development perspective plans of a pupil, and what comes next by when."""

from collections.abc import Sequence
from dataclasses import dataclass

from passend.begrippen.opp import Oppaanleiding
from passend.leerlingen.models import Leerling
from passend.plannen.models import Leerlingstem, Oppevaluatie, Oppversie
from passend.plannen.queries.opp import evaluatietermijnen, list_opps
from passend.regels.opp import Opptermijn, versie_uiterlijk_op


@dataclass(frozen=True, slots=True, kw_only=True)
class Oppverloop:
    """The versions with how the child was heard on them and how they were looked at again.

    Attributes:
        nieuwste: the key of the plan that has a page; None when there is none.
        is_vast: True when a version of that plan holds, so that looking at it again comes next.
        termijn: by when it must be set or looked at again; None when nothing is asked any more.
    """

    versies: Sequence[Oppversie] = ()
    stemmen: Sequence[Leerlingstem] = ()
    evaluaties: Sequence[Oppevaluatie] = ()
    nieuwste: int | None = None
    is_vast: bool = False
    termijn: Opptermijn | None = None


def get_oppverloop(*, leerling: Leerling, is_ouder: bool) -> Oppverloop:
    """What happened and comes next, without what was withdrawn; a parent sees what was laid before them or set.

    As many questions for one version as for ten.
    """
    opps = {opp.pk: opp for opp in list_opps(leerling=leerling)}
    alle = Oppversie.objects.filter(opp__in=opps).defer("inhoud").order_by("nummer") if opps else ()
    versies = {een.pk: een for een in alle if not is_ouder or een.is_vastgesteld or een.voorgelegd_op is not None}
    if not versies:
        return Oppverloop()
    evaluaties = list(Oppevaluatie.objects.filter(versie__in=versies).select_related("vastgelegd_door"))
    opp = next(iter(opps.values()))
    eigen = [een for een in versies.values() if een.opp_id == opp.pk]
    is_vast = any(een.is_vastgesteld for een in eigen)
    van_opp = {een.pk for een in eigen}
    kijken = evaluatietermijnen(eigen, [een for een in evaluaties if een.versie_id in van_opp])
    maken = versie_uiterlijk_op(Oppaanleiding(opp.aanleiding), opp.begonnen_op, is_eerder_vastgesteld=is_vast)
    termijnen = [*kijken, *([maken] if maken and eigen else [])]
    return Oppverloop(
        versies=list(versies.values()),
        stemmen=list(Leerlingstem.objects.filter(versie__in=versies).select_related("vastgelegd_door")),
        evaluaties=evaluaties,
        nieuwste=opp.pk,
        is_vast=is_vast,
        termijn=None if opp.geeindigd_op else min(termijnen, key=lambda een: een.dag, default=None),
    )
