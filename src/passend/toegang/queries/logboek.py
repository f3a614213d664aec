"""Reads of the log, and whether it is whole."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet

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
    """The log of one board: how many lines, the seal of the last, and where it is broken; None when it is whole."""

    bestuur: int | None
    naam: str
    aantal: int
    zegel: str
    breuk: Breuk | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Einde:
    """The end of the log of a board, or of what belongs to none, as it was on a moment."""

    bestuur: int | None
    volgnummer: int
    zegel: str


def check_logboek(*, onthouden: Collection[Einde] = ()) -> list[Logstand]:
    """Where the log of each board stands, and of what belongs to none; reads every line.

    A log without an end that was kept apart is broken when it has lines. So is one that no longer has a line that is
    remembered elsewhere: then the log was made anew, or put back as it was before.
    """
    per = {einde.bestuur: einde for einde in onthouden}
    besturen: list[Bestuur | None] = [None, *Bestuur.objects.order_by("pk")]
    standen = [_stand(bestuur, per.get(bestuur.pk if bestuur else None)) for bestuur in besturen]
    return [stand for stand in standen if stand is not None]


def _stand(bestuur: Bestuur | None, onthouden: Einde | None) -> Logstand | None:
    """One log; None when nothing was ever written there."""
    sleutel = bestuur.pk if bestuur else None
    with _log_van(sleutel) as regels:
        begin = _einde(sleutel)
        kop = (begin.volgnummer, begin.zegel)
        breuk = check_keten(_zegelregels(regels.filter(volgnummer__lte=begin.volgnummer)), kop=kop)
        if breuk is None:
            breuk = _check_staart(sleutel, regels, vanaf=kop)
        if breuk is None and onthouden is not None and not _heeft(regels, onthouden):
            breuk = Breuk(onthouden.volgnummer, f"Regel {onthouden.volgnummer}, die eerder is onthouden, is er niet.")
    if breuk is None and begin.volgnummer == 0:
        return None
    return Logstand(
        bestuur=sleutel,
        naam=str(bestuur or "zonder bestuur"),
        aantal=begin.volgnummer,
        zegel=begin.zegel,
        breuk=breuk,
    )


def _check_staart(bestuur: int | None, regels: Regels, *, vanaf: tuple[int, str]) -> Breuk | None:
    """What was written while the rest was read, and what lies behind the end that is kept; nobody writes meanwhile."""
    with transaction.atomic():
        einde = _einde(bestuur, op_slot=True)
        rest = _zegelregels(regels.filter(volgnummer__gt=vanaf[0]))
        return check_keten(rest, kop=(einde.volgnummer, einde.zegel), vanaf=vanaf)


def _einde(bestuur: int | None, *, op_slot: bool = False) -> Einde:
    """Where a log ends, as it is kept apart; at the beginning when it is not."""
    ketens = Logketen.objects.filter(**({"bestuur__isnull": True} if bestuur is None else {"bestuur": bestuur}))
    keten = (ketens.select_for_update() if op_slot else ketens).first() or Logketen()
    return Einde(bestuur=bestuur, volgnummer=keten.volgnummer, zegel=keten.zegel)


def _zegelregels(regels: Regels) -> Iterator[Zegelregel]:
    return map(_zegelregel, regels.order_by("volgnummer").iterator(chunk_size=2000))


def list_einden() -> list[Einde]:
    """Where each log ends now, for who keeps that elsewhere."""
    return [
        Einde(bestuur=keten.bestuur_id, volgnummer=keten.volgnummer, zegel=keten.zegel)
        for keten in Logketen.objects.exclude(volgnummer=0).order_by("bestuur")
    ]


def is_er_nog(einde: Einde) -> bool:
    """True when the line that was the last of its log still has its number and its seal."""
    with _log_van(einde.bestuur) as regels:
        return _heeft(regels, einde)


def _heeft(regels: Regels, einde: Einde) -> bool:
    return regels.filter(volgnummer=einde.volgnummer, zegel=einde.zegel).exists()


@contextmanager
def _log_van(bestuur: int | None) -> Iterator[Regels]:
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
    with _log_van(keten.bestuur_id) as regels:
        return regels.filter(zegel=zegel).exists()
