"""What was written down at an MDO that was closed, for a form that asks the same again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from passend.begrippen.overleg import Deelnemerrol, Deelsoort, Overlegsoort, Overlegstand
from passend.leerlingen.models import Leerling
from passend.overleggen.models import Overleg, Overlegdeel
from passend.overleggen.queries.blad import list_besluiten, list_delen
from passend.overleggen.queries.overleggen import list_deelnemers
from passend.regels.namen import wie_zei_wat, zonder_spreker

NOG_AAN_TE_BIEDEN = timedelta(days=183)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgeschreven:
    """What the minutes of a meeting say.

    Attributes:
        op: the day of the meeting.
        ouders: what each parent said, with the name; or what they said together, or the only one who came.
        kind: what the child said.
        geprobeerd: what was tried, and what helped.
        doelen: where one wants to get to.
        besluiten: what was decided, with the name of who does it.
        erbij: whether each parent was there, by the key of the relation; None where nobody said so.
        is_kind_erbij: True when somebody said that the child was there.
    """

    op: date
    ouders: str
    kind: str
    geprobeerd: str
    doelen: str
    besluiten: Sequence[tuple[str, str]]
    erbij: Mapping[int, bool | None]
    is_kind_erbij: bool


def is_aan_te_bieden(overleg: Overleg, *, op: datetime) -> bool:
    """True for an MDO that was closed and is not too long ago to fill a form in from; as `list_gesloten_mdos` asks."""
    is_mdo = overleg.soort == Overlegsoort.MDO and overleg.stand == Overlegstand.GESLOTEN
    return is_mdo and overleg.begint_op >= op - NOG_AAN_TE_BIEDEN


def list_gesloten_mdos(*, zichtbaar: QuerySet[Overleg], leerling: Leerling, op: datetime) -> list[Overleg]:
    """The MDOs about a pupil of the last half year that were closed, of those somebody may read, newest first."""
    gesloten = zichtbaar.filter(
        leerling=leerling,
        soort=Overlegsoort.MDO.value,
        stand=Overlegstand.GESLOTEN.value,
        begint_op__gte=op - NOG_AAN_TE_BIEDEN,
    )
    return list(gesloten.order_by("-begint_op", "-pk"))


def get_opgeschreven(*, overleg: Overleg) -> Opgeschreven:
    """What the minutes of a meeting say."""
    delen, deelnemers = list_delen(overleg=overleg), list_deelnemers(overleg=overleg)
    besluiten = list_besluiten(overleg=overleg)
    per_soort = {Deelsoort(deel.soort): deel.tekst for deel in delen}
    erbij = {een.ouder_id: een.is_aanwezig for een in deelnemers if een.ouder_id is not None}
    return Opgeschreven(
        op=timezone.localtime(overleg.begint_op).date(),
        ouders=_van_ouders([deel for deel in delen if deel.soort == Deelsoort.OUDERS and deel.tekst], erbij),
        kind=per_soort.get(Deelsoort.KIND, ""),
        geprobeerd=per_soort.get(Deelsoort.GEPROBEERD, ""),
        doelen=per_soort.get(Deelsoort.DOELEN, ""),
        besluiten=[(een.wat, een.eigenaar.naam if een.eigenaar else "") for een in besluiten if een.wat.strip()],
        erbij=erbij,
        is_kind_erbij=any(een.is_aanwezig for een in deelnemers if een.rol == Deelnemerrol.LEERLING),
    )


def _van_ouders(delen: Sequence[Overlegdeel], erbij: Mapping[int, bool | None]) -> str:
    """Who came is told beside it: where only one did, and nobody else said anything, no name stands before it again."""
    eerste = delen[0].ouder if len(delen) == 1 else None
    wie_er_was = [pk for pk, is_er in erbij.items() if is_er is not False]
    if eerste is not None and erbij.get(eerste.pk) and wie_er_was == [eerste.pk]:
        return zonder_spreker(delen[0].tekst, eerste.naam)
    return wie_zei_wat([(deel.ouder.naam if deel.ouder else "", deel.tekst) for deel in delen])
