"""Writing down that a pupil was not there: hours by day and kind, never why in words."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import transaction

from passend.begrippen.volgen import Herkomst, Verzuimsoort
from passend.leerlingen.actions.leerlingen import log_leerling
from passend.leerlingen.actions.vorig import VAN_OPSLAG, keep_vorig, keep_weg
from passend.leerlingen.models import Leerling
from passend.toegang.models import Account
from passend.volgen.actions.waarnemingen import VolgenError, check_dag, check_op_school, mag_noteren
from passend.volgen.models import Verzuim
from passend.volgen.queries.vakanties import vakantiedagen

MEESTE_UREN = Decimal(8)
SCHOOLDAG = Decimal("5.5")  # hours, where five days are equal; absence of more kinds on one day fits within it
LANGSTE_PERIODE = 62  # days: longer was typed wrong, or belongs to more than one entry
ZATERDAG = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzuimgegevens:
    """So many hours on each school day of a period, of one kind."""

    soort: Verzuimsoort
    van: date
    tot_en_met: date
    uren: Decimal


@transaction.atomic
def record_verzuim(*, actor: Account, leerling: Leerling, gegevens: Verzuimgegevens, op: datetime) -> int:
    """Set the hours of one kind for each school day of a period; what was there of this kind for a day is replaced.

    Weekends, school holidays and free days of the school are passed over, for there is nothing to miss.

    Returns:
        On how many days something changed; 0 when all of it stood there already.

    Raises:
        GeenToegangError: the actor does not write in the ordinary file of this pupil.
        VolgenError: the pupil left, the hours or the days cannot be, there is no school day among them, or with
            absence of another kind a day would be longer than a school day.
    """
    reden = mag_noteren(actor, leerling, op)
    check_op_school(leerling, op)
    _check(gegevens, leerling, op)
    vrij = vakantiedagen(vestiging=leerling.vestiging, van=gegevens.van, tot_en_met=gegevens.tot_en_met)
    dagen = [dag for dag in _dagen(gegevens) if dag.weekday() < ZATERDAG and dag not in vrij]
    if not dagen:
        raise VolgenError(
            "In deze dagen is er geen les: het is weekend, vakantie of een vrije dag van de school. Kijk de datums na."
        )
    dagen = _te_zetten(leerling, gegevens, dagen)
    if not dagen:
        return 0
    _keep(leerling, gegevens.soort, dagen, op)
    Verzuim.objects.bulk_create(
        [
            Verzuim(
                bestuur_id=leerling.bestuur_id,
                leerling=leerling,
                soort=gegevens.soort,
                op=dag,
                uren=gegevens.uren,
                herkomst=Herkomst.GETYPT,
                vastgelegd_op=op,
                door=actor,
            )
            for dag in dagen
        ],
        update_conflicts=True,
        unique_fields=["bestuur", "leerling", "op", "soort"],
        update_fields=["uren", "herkomst", "vastgelegd_op", "door"],
    )
    log_leerling(actor, leerling, "record_verzuim", reden, op)
    return len(dagen)


@transaction.atomic
def remove_verzuim(*, actor: Account, leerling: Leerling, soort: Verzuimsoort, dag: date, op: datetime) -> None:
    """Take away what was written down for a day by mistake; when there is nothing, nothing changes.

    Raises:
        GeenToegangError: the actor does not write in the ordinary file of this pupil.
        VolgenError: it follows from a suspension, and goes only with that.
    """
    reden = mag_noteren(actor, leerling, op)
    rijen = Verzuim.objects.filter(leerling=leerling, soort=soort, op=dag)
    if rijen.filter(herkomst=Herkomst.BESLUIT).exists():
        raise VolgenError("Deze dag hoort bij een schorsing. Alleen wie die intrekt, haalt de dag weg.")
    keep_weg(rijen, op=op)
    weg, _per_tabel = rijen.delete()
    if weg:
        log_leerling(actor, leerling, "remove_verzuim", reden, op)


@transaction.atomic
def set_schorsingsverzuim(*, door: Account, leerling: Leerling, van: date, tot_en_met: date, op: datetime) -> None:
    """Write down that a suspended pupil is not there on the school days of a period; part of the decision to suspend.

    What stands there of another kind stays, so that a day never gets longer than a school day.
    """
    vrij = vakantiedagen(vestiging=leerling.vestiging, van=van, tot_en_met=tot_en_met)
    aantal = (tot_en_met - van).days + 1
    dagen = [dag for nummer in range(aantal) if (dag := van + timedelta(days=nummer)).weekday() < ZATERDAG]
    ander: dict[date, Decimal] = defaultdict(Decimal)
    staat = Verzuim.objects.filter(leerling=leerling, op__in=dagen).exclude(soort=Verzuimsoort.SCHORSING)
    for dag, uren in staat.values_list("op", "uren"):
        ander[dag] += uren
    _keep(leerling, Verzuimsoort.SCHORSING, dagen, op)
    Verzuim.objects.bulk_create(
        [
            Verzuim(
                bestuur_id=leerling.bestuur_id,
                leerling=leerling,
                soort=Verzuimsoort.SCHORSING,
                op=dag,
                uren=SCHOOLDAG - ander[dag],
                herkomst=Herkomst.BESLUIT,
                vastgelegd_op=op,
                door=door,
            )
            for dag in dagen
            if dag not in vrij and ander[dag] < SCHOOLDAG
        ],
        update_conflicts=True,
        unique_fields=["bestuur", "leerling", "op", "soort"],
        update_fields=["uren", "herkomst", "vastgelegd_op", "door"],
    )


@transaction.atomic
def remove_schorsingsverzuim(*, leerling: Leerling, van: date, tot_en_met: date, op: datetime) -> None:
    """Take away what `set_schorsingsverzuim` wrote down; part of taking a suspension back."""
    dagen = Verzuim.objects.filter(leerling=leerling, op__gte=van, op__lte=tot_en_met)
    weg = dagen.filter(soort=Verzuimsoort.SCHORSING, herkomst=Herkomst.BESLUIT)
    keep_weg(weg, op=op)
    weg.delete()


def _keep(leerling: Leerling, soort: Verzuimsoort, dagen: list[date], op: datetime) -> None:
    """Keep the hours that are about to be replaced, so that it stays to be seen what was known before."""
    keep_vorig(Verzuim.objects.filter(leerling=leerling, soort=soort, op__in=dagen), ["uren", *VAN_OPSLAG], op=op)


def _te_zetten(leerling: Leerling, gegevens: Verzuimgegevens, dagen: list[date]) -> list[date]:
    """The days on which these hours do not stand yet.

    Raises:
        VolgenError: on one of them the pupil is suspended, or away for another reason too and together for longer than
            a day lasts.
    """
    staat: dict[date, dict[str, Decimal]] = defaultdict(dict)
    rijen = Verzuim.objects.filter(leerling=leerling, op__in=dagen).order_by("op")
    for dag, soort, uren, herkomst in rijen.values_list("op", "soort", "uren", "herkomst"):
        if herkomst == Herkomst.BESLUIT:
            raise VolgenError(f"Op {dag:%d-%m-%Y} is deze leerling geschorst. Dat staat er al: noteer niets.")
        staat[dag][soort] = uren
    for dag in dagen:
        ander = sum((uren for soort, uren in staat[dag].items() if soort != gegevens.soort), Decimal(0))
        if ander and ander + gegevens.uren > SCHOOLDAG:
            raise VolgenError(
                f"Op {dag:%d-%m-%Y} staat al {_uren(ander)} uur van een andere soort. Samen is dat langer dan een "
                f"schooldag van {_uren(SCHOOLDAG)} uur. Haal dat eerst weg bij Alle dagen, of vul minder uren in."
            )
    return [dag for dag in dagen if staat[dag].get(gegevens.soort) != gegevens.uren]


def _uren(uren: Decimal) -> str:
    return f"{uren.normalize():f}".replace(".", ",")


def _check(gegevens: Verzuimgegevens, leerling: Leerling, op: datetime) -> None:
    if not 0 < gegevens.uren <= MEESTE_UREN:
        raise VolgenError(f"Kies een aantal uren van meer dan 0 en hoogstens {MEESTE_UREN} per dag.")
    if gegevens.tot_en_met < gegevens.van:
        raise VolgenError("De laatste dag ligt voor de eerste. Kijk de twee datums na.")
    if (gegevens.tot_en_met - gegevens.van).days > LANGSTE_PERIODE:
        raise VolgenError("Dit is langer dan twee maanden. Vul het in delen in, of kijk de datums na.")
    check_dag(gegevens.tot_en_met, leerling, op)
    check_dag(gegevens.van, leerling, op)


def _dagen(gegevens: Verzuimgegevens) -> list[date]:
    aantal = (gegevens.tot_en_met - gegevens.van).days + 1
    return [gegevens.van + timedelta(days=nummer) for nummer in range(aantal)]
