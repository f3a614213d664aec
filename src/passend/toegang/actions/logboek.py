"""Writes of the log: who did what, to which thing, and why they might; and who was refused."""

from collections.abc import Collection, Sequence
from contextlib import nullcontext
from dataclasses import asdict
from datetime import datetime, timedelta

from django.db import connection, transaction

from passend.begrippen.rollen import Logsoort, Reden
from passend.organisaties.actions.stapel import insert_stapel
from passend.organisaties.queries import in_bestuur, is_binnen
from passend.regels.logketen import Regelfeiten, zegel_van
from passend.toegang.models import Account, Installatieregel, Logketen, Logregel
from passend.toegang.queries.logboek import log_van

GEEN_REDEN = Reden("geen_reden", "Er is geen reden om dit te mogen.")
KWARTIER = timedelta(minutes=15)
"""So long a line of a list, or of a part of a page, says that somebody looks there."""
_KOLOMMEN = (
    "bestuur", "volgnummer", "op", "account", "soort", "handeling", "onderwerp", "reden", "zegel_vooraf", "zegel"
)  # fmt: skip


@transaction.atomic
def log_handeling(  # noqa: PLR0913 -- a line has this many facts
    *,
    account: Account | None,
    handeling: str,
    onderwerp: str,
    reden: Reden,
    op: datetime,
    bestuur: int | None = None,
    soort: Logsoort = Logsoort.WIJZIGEN,
) -> None:
    """Write one line in the log, sealed to the one before it.

    Args:
        account: who did it; None for the installation itself.
        handeling: the verb, such as `publish_profiel`.
        onderwerp: a key such as `profiel:12`, never a name.
        reden: why they may.
        op: the moment.
        bestuur: the board whose log it is; None for what belongs to no board.
        soort: what kind of act it is.
    """
    keten = _keten(bestuur)
    feiten = Regelfeiten(
        bestuur=bestuur,
        volgnummer=keten.volgnummer + 1,
        op=op,
        account=account.pk if account else None,
        soort=soort.value,
        handeling=handeling,
        onderwerp=onderwerp,
        reden=reden.code,
    )
    zegel = zegel_van(feiten, keten.zegel)
    _schrijf(feiten, zegel_vooraf=keten.zegel, zegel=zegel)
    keten.volgnummer, keten.zegel = feiten.volgnummer, zegel
    keten.save(update_fields=["volgnummer", "zegel"])


@transaction.atomic
def log_onderwerpen(  # noqa: PLR0913 -- a line has this many facts
    *,
    account: Account | None,
    handeling: str,
    onderwerpen: Sequence[str],
    reden: Reden,
    op: datetime,
    bestuur: int,
    soort: Logsoort = Logsoort.WIJZIGEN,
) -> None:
    """Write the same line of many things, within the wall of their board; each is sealed to the one before it."""
    if not onderwerpen:
        return
    keten, wie = _keten(bestuur), account.pk if account else None
    moment, rijen = str(connection.ops.adapt_datetimefield_value(op)), []
    for onderwerp in onderwerpen:
        feiten = Regelfeiten(
            bestuur=bestuur,
            volgnummer=keten.volgnummer + 1,
            op=op,
            account=wie,
            soort=soort.value,
            handeling=handeling,
            onderwerp=onderwerp,
            reden=reden.code,
        )
        vooraf, keten.zegel = keten.zegel, zegel_van(feiten, keten.zegel)
        keten.volgnummer = feiten.volgnummer
        rijen.append(
            (
                bestuur, feiten.volgnummer, moment, wie, feiten.soort, handeling, onderwerp, reden.code, vooraf,
                keten.zegel,
            )
        )  # fmt: skip
    insert_stapel(Logregel, _KOLOMMEN, rijen)
    keten.save(update_fields=["volgnummer", "zegel"])


def log_eens(  # noqa: PLR0913 -- a line has this many facts
    *,
    account: Account,
    handeling: str,
    onderwerpen: Collection[str],
    reden: Reden,
    op: datetime,
    bestuur: int,
    soort: Logsoort = Logsoort.LEZEN,
) -> None:
    """Write the line of each thing of which this person left no such line in the last quarter of an hour.

    For lists of names, and for parts that a page asks for by itself: whoever looks again adds nothing to what the log
    says. What somebody reads of a file has a line each time.
    """
    eerder = Logregel.objects.filter(
        bestuur=bestuur,
        onderwerp__in=onderwerpen,
        account=account,
        handeling=handeling,
        soort=soort.value,
        reden=reden.code,
        op__gt=op - KWARTIER,
    )
    gezegd = set(eerder.values_list("onderwerp", flat=True))
    if nieuw := [een for een in onderwerpen if een not in gezegd]:  # a page that adds nothing waits for no writer
        log_onderwerpen(
            account=account, handeling=handeling, onderwerpen=nieuw, reden=reden, op=op, bestuur=bestuur, soort=soort
        )


@transaction.atomic
def destroy_logregels(*, bestuur: int | None, tot_en_met: int, reden: Reden, op: datetime) -> int:
    """Destroy the lines of a log up to one of them, of which the term is over; its newest line then says so.

    The last line stays, also when it is asked for. What is left seals the last that went, so that the chain stays
    whole.

    Returns:
        How many lines went.
    """
    keten = _keten(bestuur)
    tot_en_met = min(tot_en_met, keten.volgnummer - 1)
    if tot_en_met <= keten.vernietigd:
        return 0
    with log_van(bestuur) as regels:
        keten.zegel_vernietigd = regels.get(volgnummer=tot_en_met).zegel
        keten.vernietigd = tot_en_met
        keten.save(update_fields=["vernietigd", "zegel_vernietigd"])  # first: the database lets nothing after it go
        aantal, _per_tabel = regels.filter(volgnummer__lte=tot_en_met).delete()
    log_handeling(
        account=None,
        handeling="destroy_logregels",
        onderwerp=f"logboek:{tot_en_met}",
        reden=reden,
        op=op,
        bestuur=bestuur,
    )
    return aantal


def _schrijf(feiten: Regelfeiten, **zegels: str) -> None:
    """A line of a board is written within its wall, also when the page that was refused never came there."""
    waarden = {"account_id" if naam == "account" else naam: feit for naam, feit in asdict(feiten).items()}
    bestuur = waarden.pop("bestuur")
    if bestuur is None:
        Installatieregel.objects.create(**waarden, **zegels)
        return
    with nullcontext() if is_binnen(bestuur) else in_bestuur(bestuur):
        Logregel.objects.create(bestuur_id=bestuur, **waarden, **zegels)


def log_weigering(
    *, account: Account, onderwerp: str, bestuur: int | None, op: datetime, handeling: str = "geweigerd"
) -> None:
    """Write down that somebody was refused: the name of the page or the key of the file, and whose log it is about."""
    log_handeling(
        account=account,
        handeling=handeling,
        onderwerp=onderwerp,
        reden=GEEN_REDEN,
        op=op,
        bestuur=bestuur,
        soort=Logsoort.GEWEIGERD,
    )


def _keten(bestuur: int | None) -> Logketen:
    """The end of a log, held until the line is written, so that two lines never get one number."""
    ketens = Logketen.objects.filter(**({"bestuur__isnull": True} if bestuur is None else {"bestuur": bestuur}))
    keten = ketens.select_for_update().first()
    if keten is None:
        Logketen.objects.bulk_create([Logketen(bestuur_id=bestuur)], ignore_conflicts=True)  # two first lines at once
        keten = ketens.select_for_update().get()
    return keten


def record_aanmelding(*, account: Account, hoe: str, op: datetime) -> None:
    """Write down that somebody came in, and by which proof: a code such as `password_totp` or `demo`."""
    log_handeling(
        account=account,
        handeling="sign_in",
        onderwerp=f"account:{account.pk}",
        reden=Reden(hoe, "U meldde zich aan."),
        op=op,
    )


def record_geweigerde_aanmelding(*, account: Account | None, op: datetime, waarom: str = "geen_bewijs") -> None:
    """Write down that somebody tried to come in and was refused; who it was is not known, only at which account."""
    log_handeling(
        account=None,
        handeling="sign_in",
        onderwerp=f"account:{account.pk if account else 'onbekend'}",
        reden=Reden(waarom, "Er was geen bewijs dat dit mocht."),
        op=op,
        soort=Logsoort.GEWEIGERD,
    )


def record_te_vaak(*, account: Account | None, wat: str, op: datetime) -> None:
    """Write down that a limit on tries was met: of what, a code such as `zoeken`; from which address is not kept."""
    log_handeling(
        account=account,
        handeling=f"te_vaak:{wat}",
        onderwerp=f"account:{account.pk if account else 'onbekend'}",
        reden=Reden("te_vaak", "Dit ging te vaak achter elkaar."),
        op=op,
        soort=Logsoort.GEWEIGERD,
    )


def record_andere_aanmelding(*, account: Account, wat: str, op: datetime) -> None:
    """Write down that somebody changed how they sign in: a code such as `totp_activated`."""
    log_handeling(
        account=account,
        handeling=f"change_aanmelding:{wat}",
        onderwerp=f"account:{account.pk}",
        reden=Reden("eigen_account", "Dit is uw eigen account."),
        op=op,
    )
