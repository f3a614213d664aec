"""Storing test results, typed or out of a file: the same result twice changes nothing."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from passend.begrippen.rollen import Reden
from passend.begrippen.volgen import Herkomst
from passend.leerlingen.actions.delen import clear_deelstuk
from passend.leerlingen.actions.leerlingen import WIE_BEHEERT, log_leerling
from passend.leerlingen.actions.vorig import VAN_OPSLAG, keep_vorig
from passend.leerlingen.models import Leerling
from passend.leerlingen.permissions import SCHOOL, get_inzage, require, why_may_manage
from passend.organisaties.models import Vestiging
from passend.regels.instrumenten import Resultaatgegevens, ToetsresultaatError, check_resultaat
from passend.regels.toetsherkenning import herken_moment
from passend.regels.toetsvraag import vragen_bij
from passend.toegang.actions import log_handeling
from passend.toegang.models import Account
from passend.volgen.actions.delen import clear_in_resultatenstukken
from passend.volgen.actions.waarnemingen import VolgenError, mag_noteren
from passend.volgen.models import Toetsresultaat

SLEUTEL = ("leerling_id", "instrument", "instrumentversie", "vak", "afnamemoment", "afgenomen_op")
WAARDEN = (
    "ruwe_score",
    "schaalscore",
    "niveau",
    "normschema",
    "percentiel",
    "functioneringsniveau",
    "referentieniveau",
)
PER_KEER = 500
KORTSTE_WAAROM, LANGSTE_WAAROM = 3, 300  # words, signs

type Resultaatregel = tuple[Leerling, Resultaatgegevens]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opslag:
    """What storing came to."""

    nieuw: int
    gewijzigd: int
    gelijk: int


class ToetsvraagError(ToetsresultaatError):
    """A result that can be, but that nobody expects: it is kept once somebody says that they looked."""


@transaction.atomic
def record_toetsresultaat(
    *,
    actor: Account,
    leerling: Leerling,
    gegevens: Resultaatgegevens,
    op: datetime,
    is_nagekeken: bool = False,
) -> Opslag:
    """Write down one result that somebody typed.

    Raises:
        GeenToegangError: the actor does not write in the ordinary file of this pupil.
        ToetsvraagError: it is far from the results before, and nobody said that it was looked at again.
        ToetsresultaatError: the result cannot be, or its moment does not exist.
    """
    reden = mag_noteren(actor, leerling, op)
    _check(leerling, gegevens, op)
    if gegevens.afnamemoment and herken_moment(gegevens.afnamemoment) != gegevens.afnamemoment:
        raise ToetsresultaatError(
            f"Het moment '{gegevens.afnamemoment}' bestaat niet. Schrijf B, M of E en de groep, zoals M5 of E6."
        )
    geldig = Toetsresultaat.objects.filter(leerling=leerling, ingetrokken_op__isnull=True)
    eerder = list(geldig.order_by("afgenomen_op", "pk"))
    if not is_nagekeken and (vragen := vragen_bij(gegevens, eerder)):
        raise ToetsvraagError(*vragen)
    opslag = _bewaar([(leerling, gegevens)], Herkomst.GETYPT, actor, op)
    log_leerling(actor, leerling, "record_toetsresultaat", reden, op)
    return opslag


@transaction.atomic
def import_toetsresultaten(
    *, actor: Account, vestiging: Vestiging, regels: Sequence[Resultaatregel], op: datetime
) -> Opslag:
    """Store the results of pupils of one school out of a file: all of them, or none when one cannot be.

    Raises:
        GeenToegangError: the actor does not keep the pupils of this school.
        ToetsresultaatError: a result cannot be.
    """
    reden = require(why_may_manage(actor, vestiging, op=op), WIE_BEHEERT)
    opslag = _bewaar(regels, Herkomst.BESTAND, actor, op)
    _log(actor, vestiging, len(regels), reden, op)
    return opslag


@transaction.atomic
def withdraw_toetsresultaat(*, actor: Account, leerling: Leerling, pk: int, waarom: str, op: datetime) -> None:
    """Take a result away that belongs to another pupil; that it was here, who took it away and why, stays.

    What a parent asked about it and what the school answered stays too; the words of the result there are destroyed, as
    is its line in pieces that were made of results.

    Raises:
        GeenToegangError: the actor does not keep the file of this pupil.
        VolgenError: there is no such result here any more, or the reason says too little or too much.
    """
    inzage = get_inzage(actor, leerling, op=op)
    reden = require(inzage.reden_als(SCHOOL) if inzage else None, WIE_BEHEERT)
    if len(waarom.split()) < KORTSTE_WAAROM or len(waarom.strip()) > LANGSTE_WAAROM:
        raise VolgenError(
            "Schrijf in drie woorden of meer, en kort, waarom deze toets hier weg moet. De ouders lezen dat."
        )
    geldig = Toetsresultaat.objects.select_for_update().filter(leerling=leerling, pk=pk, ingetrokken_op__isnull=True)
    if not geldig.update(ingetrokken_op=op, ingetrokken_door=actor, waarom_ingetrokken=waarom.strip()):
        raise VolgenError("Deze toets staat hier niet meer. Kies een toets uit de lijst.")
    clear_deelstuk(leerling=leerling, sleutel=f"toetsresultaten:{pk}", waarom=waarom, door=actor, op=op)
    clear_in_resultatenstukken(resultaat=Toetsresultaat.objects.get(pk=pk), waarom=waarom, door=actor, op=op)
    log_leerling(actor, leerling, "withdraw_toetsresultaat", reden, op)


def _log(actor: Account, vestiging: Vestiging, aantal: int, reden: Reden, op: datetime) -> None:
    log_handeling(
        account=actor,
        handeling="import_toetsresultaten",
        onderwerp=f"vestiging:{vestiging.pk} resultaten:{aantal}",
        reden=reden,
        op=op,
        bestuur=vestiging.bestuur_id,
    )


def _bewaar(regels: Sequence[Resultaatregel], herkomst: Herkomst, door: Account, op: datetime) -> Opslag:
    nieuw: dict[tuple[Any, ...], Toetsresultaat] = {}
    gewijzigd: dict[tuple[Any, ...], Toetsresultaat] = {}
    bekend = {_sleutel(een): een for een in _bekend({leerling.pk for leerling, _gegevens in regels})}
    for leerling, gegevens in regels:
        _check(leerling, gegevens, op)
        rij = Toetsresultaat(
            bestuur_id=leerling.bestuur_id,
            leerling=leerling,
            herkomst=herkomst,
            vastgelegd_op=op,
            door=door,
            **asdict(gegevens),
        )
        er_al = bekend.get(_sleutel(rij))
        if er_al is None:
            nieuw[_sleutel(rij)] = rij
        elif _waarden(er_al) != _waarden(rij):
            rij.pk = er_al.pk
            gewijzigd[_sleutel(rij)] = rij
    Toetsresultaat.objects.bulk_create(nieuw.values(), batch_size=PER_KEER)
    if gewijzigd:
        velden = [*WAARDEN, "herkomst", "vastgelegd_op", "door"]
        keep_vorig([bekend[sleutel] for sleutel in gewijzigd], [*WAARDEN, *VAN_OPSLAG], op=op)
        Toetsresultaat.objects.bulk_update(gewijzigd.values(), velden, batch_size=PER_KEER)
    return Opslag(nieuw=len(nieuw), gewijzigd=len(gewijzigd), gelijk=len(regels) - len(nieuw) - len(gewijzigd))


def _check(leerling: Leerling, gegevens: Resultaatgegevens, op: datetime) -> None:
    check_resultaat(
        gegevens, geboren_op=leerling.geboren_op, peildatum=op.date(), uitgeschreven_op=leerling.uitgeschreven_op
    )


def _bekend(leerlingen: Collection[int]) -> Iterable[Toetsresultaat]:
    sleutels = sorted(leerlingen)
    for begin in range(0, len(sleutels), PER_KEER):
        yield from Toetsresultaat.objects.filter(
            leerling__in=sleutels[begin : begin + PER_KEER], ingetrokken_op__isnull=True
        )


def _sleutel(rij: Toetsresultaat) -> tuple[str | int | date, ...]:
    return tuple(getattr(rij, veld) for veld in SLEUTEL)


def _waarden(rij: Toetsresultaat) -> tuple[str | int | Decimal | None, ...]:
    return tuple(getattr(rij, veld) for veld in WAARDEN)
