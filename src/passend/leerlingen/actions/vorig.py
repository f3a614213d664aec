"""Keeping what rows said before they are put right; part of every action that replaces a value of a pupil.

Called before the change, within its transaction, with the moment of the change: the log has a line of that same moment.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from passend.begrippen.bewaren import Bewaarklasse
from passend.leerlingen.models import Vorigegegeven, Vorigestand, Vorigfeit
from passend.leerlingen.queries.bewaren import TABELLEN
from passend.organisaties.models import Bestuurstabel

TABEL_VAN: dict[Bewaarklasse, type[Vorigestand]] = {
    Bewaarklasse.INSCHRIJVING: Vorigegegeven,
    Bewaarklasse.BEGELEIDING: Vorigfeit,
}
VAN_LEERLING = ("voornaam", "achternaam", "geboren_op", "ingeschreven_op")
VAN_UITSCHRIJVING = ("uitgeschreven_op", "is_verwezen", "uitgeschreven_naar")
VAN_OUDER = ("naam", "heeft_gezag", "geldig_van", "geldig_tot_en_met")  # no address: nobody has to know an old one
VAN_OPSLAG = ("herkomst", "vastgelegd_op", "door_id")
_PER_KEER = 500
_ERBIJ = frozenset({"id", "bestuur_id", "leerling_id"})


def keep_vorig(rijen: Iterable[Bestuurstabel], velden: Sequence[str], *, op: datetime) -> None:
    """Keep what rows say now in these fields, before they say something else; rows as the database has them."""
    _keep(rijen, lambda rij: {veld: getattr(rij, veld) for veld in velden}, op)


def keep_dag(rijen: Iterable[Bestuurstabel], velden: Sequence[str], *, eerder: datetime, op: datetime) -> None:
    """The same for words that are saved while somebody types: once a day, for a file is shown as at the end of a day.

    `eerder` is when they were saved last; `velden` are all of the row that are saved this way.
    """
    if timezone.localtime(eerder).date() < timezone.localtime(op).date():
        keep_vorig(rijen, velden, op=op)


def keep_nieuw(rijen: Iterable[Bestuurstabel], *, op: datetime) -> None:
    """Keep that rows were not there before this moment."""
    _keep(rijen, lambda _rij: None, op)


def keep_weg(rijen: Iterable[Bestuurstabel], *, op: datetime, velden: Sequence[str] = ()) -> None:
    """Keep rows that go, whole or only these fields of them; the key among the values says that the row went."""
    _keep(rijen, lambda rij: {"id": rij.pk} | {veld: getattr(rij, veld) for veld in velden or _alle_velden(rij)}, op)


def _alle_velden(rij: Bestuurstabel) -> Collection[str]:
    return [veld.attname for veld in rij._meta.concrete_fields if veld.attname not in _ERBIJ]  # noqa: SLF001 -- Django documents it


def _keep(rijen: Iterable[Bestuurstabel], was: Any, op: datetime) -> None:
    per_tabel: dict[type[Vorigestand], list[Vorigestand]] = defaultdict(list)
    for rij in rijen:
        leerling = _leerling_van(rij)
        if leerling is None:  # a decision of a meeting that is of no pupil
            continue
        tabel = TABEL_VAN[getattr(rij, "bewaarklasse")]  # noqa: B009 -- every table declares one, and a test says so
        per_tabel[tabel].append(
            tabel(
                bestuur_id=rij.bestuur_id,
                leerling_id=leerling,
                tabel=rij._meta.model_name or "",  # noqa: SLF001 -- Django documents it
                rij=rij.pk,
                was=was(rij),
                vervangen_op=op,
            )
        )
    for tabel, standen in per_tabel.items():
        tabel.objects.bulk_create(standen, batch_size=_PER_KEER)


def _leerling_van(rij: Any) -> int | None:
    *stappen, laatste = TABELLEN[type(rij)].split("__")
    for stap in stappen:
        rij = getattr(rij, stap)
    leerling: int | None = rij.pk if laatste == "pk" else getattr(rij, f"{laatste}_id")
    return leerling
