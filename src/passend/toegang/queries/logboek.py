"""Reads of the log, and whether it is whole."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from passend.organisaties.queries import in_bestuur
from passend.regels.logketen import Breuk, Regelfeiten, Zegelregel, check_keten
from passend.toegang.models import Installatieregel, Logketen, Logregel


def list_logregels(*, onderwerp: str) -> QuerySet[Logregel]:
    """What was done to one thing of a board, newest first."""
    return Logregel.objects.filter(onderwerp=onderwerp).select_related("account").order_by("-op", "-pk")


def list_logregels_over(
    *, onderwerp: str, ook: Collection[tuple[str, date, date | None]], bestuur: int
) -> QuerySet[Logregel]:
    """What was done to one thing, and to what it was part of from a day until and including another, newest first."""
    over = Q(onderwerp=onderwerp)
    for geheel, van, tot_en_met in ook:
        deel = Q(onderwerp=geheel, op__date__gte=van)
        over |= deel & Q(op__date__lte=tot_en_met) if tot_en_met else deel
    return Logregel.objects.filter(over, bestuur=bestuur).select_related("account").order_by("-op", "-pk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Logstand:
    """The log of one board: how many lines, the seal of the last, and where it is broken; None when it is whole."""

    naam: str
    aantal: int
    zegel: str
    breuk: Breuk | None


def check_logboek() -> list[Logstand]:
    """Where each log stands; reads every line."""
    return [_stand(keten) for keten in Logketen.objects.select_related("bestuur").order_by("bestuur")]


def _stand(keten: Logketen) -> Logstand:
    kop = (keten.volgnummer, keten.zegel)
    with _log_van(keten) as regels:
        breuk = check_keten(map(_zegelregel, regels.order_by("volgnummer").iterator(chunk_size=2000)), kop=kop)
    return Logstand(
        naam=str(keten.bestuur or "zonder bestuur"), aantal=keten.volgnummer, zegel=keten.zegel, breuk=breuk
    )


@contextmanager
def _log_van(keten: Logketen) -> Iterator[QuerySet[Logregel] | QuerySet[Installatieregel]]:
    """The lines of a log, within the wall of its board; those of no board stand outside every wall."""
    if keten.bestuur_id is None:
        yield Installatieregel.objects.all()
        return
    with in_bestuur(keten.bestuur_id):
        yield Logregel.objects.all()


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


def has_zegel(*, zegel: str) -> bool:
    """True when a line with this seal is in the log: whoever wrote it down can see that nothing before it changed."""
    return any(_heeft_zegel(keten, zegel) for keten in Logketen.objects.all())


def _heeft_zegel(keten: Logketen, zegel: str) -> bool:
    with _log_van(keten) as regels:
        return regels.filter(zegel=zegel).exists()
