"""Reads of the log, and whether it is whole."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from passend.organisaties.models import Bestuur
from passend.organisaties.queries import in_bestuur
from passend.regels.logketen import Breuk, Regelfeiten, Zegelregel, check_keten
from passend.toegang.models import Account, Installatieregel, Logketen, Logregel

type Regels = QuerySet[Logregel] | QuerySet[Installatieregel]


def list_logregels(*, onderwerp: str) -> QuerySet[Logregel]:
    """What was done to one thing of a board, newest first."""
    return Logregel.objects.filter(onderwerp=onderwerp).select_related("account").order_by("-op", "-pk")


def list_logregels_over(
    *, onderwerpen: Collection[str], ook: Collection[tuple[str, date, date | None]], bestuur: int
) -> QuerySet[Logregel]:
    """What was done to one thing, by all its names, and to what it was part of between two days, newest first."""
    over = Q(onderwerp__in=onderwerpen)
    for geheel, van, tot_en_met in ook:
        deel = Q(onderwerp=geheel, op__date__gte=van)
        over |= deel & Q(op__date__lte=tot_en_met) if tot_en_met else deel
    return Logregel.objects.filter(over, bestuur=bestuur).select_related("account").order_by("-op", "-pk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Logstand:
    """The log of one board: how many lines, the seal of the last, and where it is broken; None when it is whole.

    `vernietigd` counts the lines before these, of which the term was over.
    """

    bestuur: int | None
    naam: str
    aantal: int
    vernietigd: int
    zegel: str
    breuk: Breuk | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Einde:
    """The end of the log of a board, or of what belongs to none, as it was on a moment.

    `vernietigd` is the last line that was destroyed because its term was over; remembered elsewhere it is the last that
    may be.
    """

    bestuur: int | None
    volgnummer: int
    zegel: str
    vernietigd: int = 0


def check_logboek(*, onthouden: Collection[Einde] = ()) -> list[Logstand]:
    """Where the log of each board stands, and of what belongs to none; reads every line.

    A log without an end that was kept apart is broken when it has lines. So is one that no longer has a line that is
    remembered elsewhere: then the log was made anew, or put back as it was before. And so is one of which lines were
    destroyed that were not to go yet, as is remembered elsewhere too.
    """
    per = {einde.bestuur: einde for einde in onthouden}
    besturen: list[Bestuur | None] = [None, *Bestuur.objects.order_by("pk")]
    standen = [_stand(bestuur, per.get(bestuur.pk if bestuur else None)) for bestuur in besturen]
    return [stand for stand in standen if stand is not None]


def _stand(bestuur: Bestuur | None, onthouden: Einde | None) -> Logstand | None:
    """One log; None when nothing was ever written there."""
    sleutel = bestuur.pk if bestuur else None
    with log_van(sleutel) as regels:
        keten = _keten(sleutel)
        kop = (keten.volgnummer, keten.zegel)
        tot_nu = _zegelregels(regels.filter(volgnummer__lte=keten.volgnummer))
        breuk = check_keten(tot_nu, kop=kop, vanaf=(keten.vernietigd, keten.zegel_vernietigd))
        if breuk is None:
            breuk = _check_staart(sleutel, regels, vanaf=kop)
        if breuk is None and onthouden is not None:
            breuk = _check_onthouden(keten, regels, onthouden)
    if breuk is not None and _keten(sleutel).vernietigd != keten.vernietigd:
        return _stand(bestuur, onthouden)  # lines whose term is over went while this was reading them
    if breuk is None and keten.volgnummer == 0:
        return None
    return Logstand(
        bestuur=sleutel,
        naam=str(bestuur or "zonder bestuur"),
        aantal=keten.volgnummer - keten.vernietigd,
        vernietigd=keten.vernietigd,
        zegel=keten.zegel,
        breuk=breuk,
    )


def _check_onthouden(keten: Logketen, regels: Regels, onthouden: Einde) -> Breuk | None:
    """What a log lost of what is remembered elsewhere."""
    if keten.vernietigd > onthouden.vernietigd:
        return Breuk(keten.vernietigd, f"Regels tot en met {keten.vernietigd} zijn weg, en Passend deed dat niet.")
    if not _heeft(regels, onthouden):
        return Breuk(onthouden.volgnummer, f"Regel {onthouden.volgnummer}, die eerder is onthouden, is er niet.")
    return None


def _check_staart(bestuur: int | None, regels: Regels, *, vanaf: tuple[int, str]) -> Breuk | None:
    """What was written while the rest was read, and what lies behind the end that is kept; nobody writes meanwhile."""
    with transaction.atomic():
        keten = _keten(bestuur, op_slot=True)
        rest = _zegelregels(regels.filter(volgnummer__gt=vanaf[0]))
        return check_keten(rest, kop=(keten.volgnummer, keten.zegel), vanaf=vanaf)


def _keten(bestuur: int | None, *, op_slot: bool = False) -> Logketen:
    """Where a log begins and ends, as it is kept apart; one without lines when it is not."""
    ketens = Logketen.objects.filter(**({"bestuur__isnull": True} if bestuur is None else {"bestuur": bestuur}))
    return (ketens.select_for_update() if op_slot else ketens).first() or Logketen()


def _zegelregels(regels: Regels) -> Iterator[Zegelregel]:
    return map(_zegelregel, regels.order_by("volgnummer").iterator(chunk_size=2000))


def list_einden() -> list[Einde]:
    """Where each log ends now, for who keeps that elsewhere."""
    return [
        Einde(bestuur=keten.bestuur_id, volgnummer=keten.volgnummer, zegel=keten.zegel, vernietigd=keten.vernietigd)
        for keten in Logketen.objects.exclude(volgnummer=0).order_by("bestuur")
    ]


def is_er_nog(einde: Einde) -> bool:
    """True when a log still has the line that was its last, and lost none that were not to go yet."""
    with log_van(einde.bestuur) as regels:
        return _check_onthouden(_keten(einde.bestuur), regels, einde) is None


def find_laatste_om(*, bestuur: int | None, laatste_dag: date, behalve: Collection[str] = ()) -> int:
    """The number of the last line of a log that may be destroyed; 0 when none may.

    Lines go from the beginning on, so that the chain stays whole: what came after a line that stays, stays too. The
    last line of a log never goes, for it says where the log ends.

    Args:
        bestuur: the board whose log it is; None for what belongs to no board.
        laatste_dag: the last day of which the term of a line is over.
        behalve: things that are contested, of which no line may go.
    """
    keten, na = _keten(bestuur), timezone.make_aware(datetime.combine(laatste_dag + timedelta(days=1), time.min))
    with log_van(bestuur) as regels:
        blijven = regels.filter(Q(op__gte=na) | Q(onderwerp__in=behalve)).order_by("volgnummer")
        eerste = blijven.values_list("volgnummer", flat=True).first()
    laatste = min(keten.volgnummer, eerste or keten.volgnummer) - 1
    return laatste if laatste > keten.vernietigd else 0


def list_onderwerpen(*, bestuur: int, tot_en_met: int) -> list[str]:
    """What the lines of a log are about, up to one of them."""
    with log_van(bestuur) as regels:
        return list(regels.filter(volgnummer__lte=tot_en_met).order_by().values_list("onderwerp", flat=True).distinct())


def _heeft(regels: Regels, einde: Einde) -> bool:
    return regels.filter(volgnummer=einde.volgnummer, zegel=einde.zegel).exists()


@contextmanager
def log_van(bestuur: int | None) -> Iterator[Regels]:
    """The lines of a log, within the wall of its board; those of no board stand outside every wall."""
    if bestuur is None:
        yield Installatieregel.objects.all()
        return
    with in_bestuur(bestuur):
        yield Logregel.objects.filter(bestuur=bestuur)


def _zegelregel(rij: Logregel | Installatieregel) -> Zegelregel:
    feiten = Regelfeiten(
        bestuur=rij.bestuur_id if isinstance(rij, Logregel) else None,
        volgnummer=rij.volgnummer,
        op=rij.op,
        account=rij.account_id,
        soort=rij.soort,
        handeling=rij.handeling,
        onderwerp=rij.onderwerp,
        reden=rij.reden,
    )
    return Zegelregel(feiten=feiten, zegel_vooraf=rij.zegel_vooraf, zegel=rij.zegel)


def has_aanmelding_zonder_regel() -> bool:
    """True when somebody signed in once, and the log of that is empty."""
    return Account.objects.filter(last_login__isnull=False).exists() and not Installatieregel.objects.exists()


def has_zegel(*, zegel: str) -> bool:
    """True when a line with this seal is in the log: whoever wrote it down can see that nothing before it changed."""
    return any(_heeft_zegel(keten, zegel) for keten in Logketen.objects.all())


def _heeft_zegel(keten: Logketen, zegel: str) -> bool:
    with log_van(keten.bestuur_id) as regels:
        return regels.filter(zegel=zegel).exists()
