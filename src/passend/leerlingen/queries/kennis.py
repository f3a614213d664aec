"""Reading what rooms keep of a pupil as it was known at a moment that is over, with the readers of today.

A room says with `register_kennis` of each of its tables since when a row is known and which day it is about. Within
`zoals_toen` every question of such a table leaves out what came later, and gives rows back what they said then. A
table of a pupil of which nobody said it has no rows there: better nothing than what was not known.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import DateTimeField, Q, QuerySet
from django.db.models.query import ModelIterable
from django.utils import timezone

from passend.leerlingen.models import Leerling
from passend.leerlingen.queries.bewaren import TABELLEN
from passend.leerlingen.queries.toen import list_standen, zet_terug
from passend.organisaties.models import ZOALS_TOEN, Bestuurstabel

type Tabel = type[Bestuurstabel]
KAMER = "leerlingen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kennis:
    """Since when rows of a table are known, and which day they are about.

    Attributes:
        bekend: the ways to the moment or day on which a row was written down; of several one is enough.
        geldig: the ways to the day it is about; of several one is enough, and without one every day counts.
        later: what came onto a row at a moment of its own: by the field of that moment the values before it.
        heeft_vorig: True when what a row said before is kept; then `bekend` is looked at after it was put back.
        gewijzigd: the way to the moment on which a row last changed; what it said before is not kept when it is older.
        is_laatste: True when `bekend` is written over with each change, so that a row that changed later is left out.
        herstel: gives rows their words of then, from versions that the room keeps itself.
    """

    bekend: tuple[str, ...]
    geldig: tuple[str, ...] = ()
    later: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    heeft_vorig: bool = False
    gewijzigd: str = ""
    is_laatste: bool = False
    herstel: Callable[[list[Any], datetime], list[Any]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toen:
    """The day and the moment that are looked at, and what of the rows that were read was not kept.

    Attributes:
        leerling: the pupil.
        geldig_op: the day that it is about.
        bekend_op: the moment of knowing.
        zoals_nu: the tables of which a row changed later and its words of then were not kept.
    """

    leerling: Leerling
    geldig_op: date
    bekend_op: datetime
    zoals_nu: set[Tabel] = field(default_factory=set)


KENNIS: dict[Tabel, Kennis] = {}
NIET_BEWAARD: set[Tabel] = set()
"""Tables with data of a pupil that say of no row since when it is known; the page names them."""
_TOEN: ContextVar[Toen | None] = ContextVar("toen", default=None)


def register_kennis(kennis: Mapping[Tabel, Kennis], niet_bewaard: Collection[Tabel] = ()) -> None:
    """Let a room say since when rows of its tables are known, and of which tables that cannot be said."""
    KENNIS.update(kennis)
    NIET_BEWAARD.update(niet_bewaard)


@contextmanager
def zoals_toen(*, leerling: Leerling, geldig_op: date, bekend_op: datetime) -> Iterator[Toen]:
    """Read what other rooms keep of a pupil as it was known then; nothing may be written within it."""
    toen = Toen(leerling=leerling, geldig_op=geldig_op, bekend_op=bekend_op)
    merk, wijze = _TOEN.set(toen), ZOALS_TOEN.set(_beperk)
    try:
        yield toen
    finally:
        ZOALS_TOEN.reset(wijze)
        _TOEN.reset(merk)


def list_laatste() -> list[Tabel]:
    """The tables of which only the last change says when it was."""
    return [tabel for tabel, kennis in KENNIS.items() if kennis.is_laatste]


def namen_van(tabellen: Collection[Tabel]) -> list[str]:
    """What a person calls tables, by the alphabet."""
    return sorted({str(tabel._meta.verbose_name_plural) for tabel in tabellen})  # noqa: SLF001 -- Django documents it


def _beperk(rijen: QuerySet[Any]) -> QuerySet[Any]:
    """The rows that were known by then and are about that day or before; they are put back when they are read."""
    tabel, toen = rijen.model, _TOEN.get()
    if toen is None or tabel not in TABELLEN or tabel._meta.app_label == KAMER:  # noqa: SLF001 -- Django documents it
        return rijen
    kennis = KENNIS.get(tabel)
    if kennis is None:
        return rijen.none()
    if kennis.heeft_vorig:
        mee = [weg.rsplit("__", 1)[0] for weg in kennis.bekend if "__" in weg]
        rijen = rijen.select_related(*mee) if mee else rijen  # without a name it would follow every key
    else:
        rijen = rijen.filter(_tot(tabel, kennis.bekend, toen.bekend_op))
    if kennis.geldig:
        einde = timezone.make_aware(datetime.combine(toen.geldig_op, time.max))
        rijen = rijen.filter(_tot(tabel, kennis.geldig, einde))
    rijen._iterable_class = _Toeniterable  # noqa: SLF001 -- the one place where every row of a question passes
    return rijen


def _tot(tabel: Any, wegen: Collection[str], moment: datetime) -> Q:
    keuze = Q()
    for weg in wegen:
        keuze |= Q(**{f"{weg}__lte": moment if _is_moment(tabel, weg) else timezone.localtime(moment).date()})
    return keuze


def _is_moment(tabel: Any, weg: str) -> bool:
    *stappen, laatste = weg.split("__")
    for stap in stappen:
        tabel = tabel._meta.get_field(stap).related_model  # noqa: SLF001 -- Django documents it
    return isinstance(tabel._meta.get_field(laatste), DateTimeField)  # noqa: SLF001 -- idem


class _Toeniterable(ModelIterable):  # type: ignore[type-arg]  # it is not generic when it runs
    """Rows of the database as they were; what was taken away later is among them again."""

    def _tabel(self) -> Tabel:
        tabel = self.queryset.model
        assert issubclass(tabel, Bestuurstabel)  # noqa: S101 -- only such a table passes here
        return tabel

    def __iter__(self) -> Iterator[Any]:
        rijen, toen = list(super().__iter__()), _TOEN.get()
        return iter(rijen if toen is None else _zet_terug(self._tabel(), rijen, toen))


def _zet_terug(tabel: Tabel, rijen: list[Any], toen: Toen) -> list[Any]:
    kennis = KENNIS[tabel]
    if kennis.heeft_vorig:
        rijen = _met_vorig(tabel, kennis, rijen, toen)
    elif kennis.gewijzigd:
        toen.zoals_nu.update({tabel} if any(_is_anders(rij, kennis, toen) for rij in rijen) else ())
    if kennis.herstel:
        rijen = kennis.herstel(rijen, toen.bekend_op)
    for rij in rijen:
        _maak_leeg(rij, toen)
    return rijen


def _met_vorig(tabel: Tabel, kennis: Kennis, rijen: list[Any], toen: Toen) -> list[Any]:
    standen = list(list_standen(leerling=toen.leerling, bekend_op=toen.bekend_op, tabel=tabel))
    terug = zet_terug(tabel, {rij.pk: rij for rij in rijen}, standen, leerling=toen.leerling)
    bewaard = {stand.rij for stand in standen}
    if any(_is_anders(rij, kennis, toen) for rij in terug if rij.pk not in bewaard and _is_bekend(rij, kennis, toen)):
        toen.zoals_nu.add(tabel)
    bekend = [rij for rij in terug if _is_bekend(rij, kennis, toen)]
    if {rij.pk for rij in bekend} <= {rij.pk for rij in rijen} or not kennis.geldig:
        return bekend
    tot = [rij for rij in bekend if _dag(_waarde(rij, kennis.geldig[0])) <= toen.geldig_op]
    return sorted(tot, key=lambda rij: _dag(_waarde(rij, kennis.geldig[0])))


def _is_bekend(rij: Any, kennis: Kennis, toen: Toen) -> bool:
    return not all(_is_later(rij, weg, toen) for weg in kennis.bekend)


def _is_anders(rij: Any, kennis: Kennis, toen: Toen) -> bool:
    """True when a row changed after the moment that is looked at, as far as it says when."""
    if not kennis.gewijzigd or _waarde(rij, kennis.gewijzigd) is None:
        return False
    return _is_later(rij, kennis.gewijzigd, toen)


def _is_later(rij: Any, weg: str, toen: Toen) -> bool:
    """True when a moment of a row is after the moment that is looked at, or is not there."""
    waarde = _waarde(rij, weg)
    if waarde is None:
        return True
    return bool(waarde > toen.bekend_op) if isinstance(waarde, datetime) else _dag(waarde) > _dag(toen.bekend_op)


def _waarde(rij: Any, weg: str) -> Any:
    """What a row says, or a row that it points at; None when that one was not known yet."""
    try:
        for stap in weg.split("__"):
            rij = getattr(rij, stap)
    except ObjectDoesNotExist:
        return None
    return rij


def _dag(moment: Any) -> date:
    dag: date = timezone.localtime(moment).date() if isinstance(moment, datetime) else moment
    return dag


def _maak_leeg(rij: Any, toen: Toen) -> None:
    """Take from a row, and from rows that came along with it, what was only said of it later."""
    kennis = KENNIS.get(type(rij))
    for moment, waarden in (kennis.later if kennis else {}).items():
        if getattr(rij, moment) is not None and _is_later(rij, moment, toen):
            for veld, waarde in waarden.items():
                setattr(rij, veld, waarde)
    for ander in list(rij._state.fields_cache.values()):  # noqa: SLF001 -- what `select_related` read
        if isinstance(ander, Bestuurstabel) and type(ander) in KENNIS:
            _maak_leeg(ander, toen)
