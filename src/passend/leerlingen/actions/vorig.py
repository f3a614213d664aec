"""Keeping what rows said before they are put right; part of every action that replaces a value of a pupil.

Called before the change, within its transaction, with the moment of the change: the log has a line of that same moment.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from passend.begrippen.bewaren import Bewaarklasse
from passend.leerlingen.models import Leerling, Vorigegegeven, Vorigestand, Vorigfeit
from passend.organisaties.models import Bestuurstabel

TABEL_VAN: dict[Bewaarklasse, type[Vorigestand]] = {
    Bewaarklasse.INSCHRIJVING: Vorigegegeven,
    Bewaarklasse.BEGELEIDING: Vorigfeit,
}
VAN_LEERLING = ("voornaam", "achternaam", "geboren_op", "ingeschreven_op")
VAN_UITSCHRIJVING = ("uitgeschreven_op", "is_verwezen", "uitgeschreven_naar")
VAN_OUDER = ("naam", "heeft_gezag", "geldig_van", "geldig_tot_en_met")  # no address: nobody has to know an old one
_PER_KEER = 500
_ERBIJ = frozenset({"id", "bestuur_id", "leerling_id"})


def keep_vorig(rijen: Iterable[Bestuurstabel], velden: Sequence[str], *, op: datetime) -> None:
    """Keep what rows say now in these fields, before they say something else; rows as the database has them."""
    _keep(rijen, lambda rij: {veld: getattr(rij, veld) for veld in velden}, op)


def keep_nieuw(rijen: Iterable[Bestuurstabel], *, op: datetime) -> None:
    """Keep that rows were not there before this moment."""
    _keep(rijen, lambda _rij: None, op)


def keep_weg(rijen: Iterable[Bestuurstabel], *, op: datetime, velden: Sequence[str] = ()) -> None:
    """Keep rows that go, whole or only these fields of them."""
    _keep(rijen, lambda rij: {veld: getattr(rij, veld) for veld in velden or _alle_velden(rij)}, op)


def _alle_velden(rij: Bestuurstabel) -> Collection[str]:
    return [veld.attname for veld in rij._meta.concrete_fields if veld.attname not in _ERBIJ]  # noqa: SLF001 -- Django documents it


def _keep(rijen: Iterable[Bestuurstabel], was: Any, op: datetime) -> None:
    per_tabel: dict[type[Vorigestand], list[Vorigestand]] = defaultdict(list)
    for rij in rijen:
        tabel = TABEL_VAN[getattr(rij, "bewaarklasse")]  # noqa: B009 -- every table declares one, and a test says so
        per_tabel[tabel].append(
            tabel(
                bestuur_id=rij.bestuur_id,
                leerling_id=_leerling_van(rij),
                tabel=rij._meta.model_name or "",  # noqa: SLF001 -- Django documents it
                rij=rij.pk,
                was=was(rij),
                vervangen_op=op,
            )
        )
    for tabel, standen in per_tabel.items():
        tabel.objects.bulk_create(standen, batch_size=_PER_KEER)


def _leerling_van(rij: Any) -> int:
    if isinstance(rij, Leerling):
        return rij.pk
    return int(rij.leerling_id) if hasattr(rij, "leerling_id") else int(rij.stuk.leerling_id)
