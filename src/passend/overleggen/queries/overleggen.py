"""Meetings and who takes part in them."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db.models import F, Q, QuerySet

from passend.begrippen.overleg import EXTERN, Deelnemerrol, Overlegstand
from passend.leerlingen.models import Groepsplaatsing, Leerling, Toestemming
from passend.leerlingen.queries.inzage import get_toestemmingfeiten
from passend.organisaties.models import Vestiging
from passend.overleggen.models import Overleg, Overlegdeelnemer
from passend.regels.toestemming import toestemming_geldt
from passend.toegang.queries import Account

OPEN = (Overlegstand.GEPLAND.value, Overlegstand.GEHOUDEN.value)


def get_overleg(*, leerling: Leerling, pk: int) -> Overleg | None:
    """One meeting about this pupil; None when it is another's."""
    return Overleg.objects.filter(leerling=leerling, pk=pk).first()


def get_groepsoverleg(*, vestiging: Vestiging, pk: int) -> Overleg | None:
    """One meeting about a group of this school; None when it is no such meeting."""
    overleggen = Overleg.objects.filter(bestuur=vestiging.bestuur_id, vestiging=vestiging, leerling__isnull=True, pk=pk)
    return overleggen.filter(groep__bestuur=F("bestuur")).select_related("groep").first()


def get_overlegstand(*, overleg: Overleg) -> Overleg:
    """The meeting as it is now."""
    return Overleg.objects.get(pk=overleg.pk)


def list_overleggen(*, leerling: Leerling) -> list[Overleg]:
    """All meetings about a pupil, newest first."""
    return list(Overleg.objects.filter(leerling=leerling).order_by("-begint_op", "-pk"))


def list_deelnemers(*, overleg: Overleg) -> list[Overlegdeelnemer]:
    """Who takes part, in the order in which they were asked."""
    return list(
        Overlegdeelnemer.objects.filter(overleg=overleg)
        .select_related("account")
        .prefetch_related("ouder__account", "toestemming")
    )


def get_deelnemer(*, overleg: Overleg, pk: int) -> Overlegdeelnemer | None:
    """One participant of this meeting; None when it is another's."""
    return Overlegdeelnemer.objects.filter(overleg=overleg, pk=pk).first()


def mijn_deelnames(*, account: Account) -> QuerySet[Overlegdeelnemer]:
    """Where somebody takes part, within the boards in scope."""
    return deelnames_van(accounts=[account.pk])


def deelnames_van(*, accounts: Collection[int]) -> QuerySet[Overlegdeelnemer]:
    """Where these people take part, within the boards in scope."""
    los = Overlegdeelnemer.objects.filter(account__in=accounts)
    als_ouder = Overlegdeelnemer.objects.filter(ouder__bestuur=F("bestuur"), ouder__account__in=accounts)
    als_deskundige = Overlegdeelnemer.objects.filter(
        toestemming__bestuur=F("bestuur"), toestemming__account__in=accounts
    )
    wegen = [een.order_by().values_list("pk", flat=True) for een in (los, als_ouder, als_deskundige)]
    return Overlegdeelnemer.objects.filter(pk__in=set(wegen[0].union(*wegen[1:])))  # each way has an index of its own


def wie_is(deelname: Overlegdeelnemer) -> set[int]:
    """The keys of the accounts that a row lets take part: a colleague, a parent, or who came by a permission."""
    via = (deelname, deelname.ouder, deelname.toestemming)
    return {een.account_id for een in via if een is not None and een.account_id is not None}


def geldige_toestemmingen(*, toestemmingen: Iterable[Toestemming], op: datetime) -> set[int]:
    """The keys of those that count at a moment."""
    gevraagd = list(toestemmingen)
    feiten = get_toestemmingfeiten(toestemmingen=gevraagd)
    return {een.pk for een in gevraagd if toestemming_geldt(feiten[een.pk], op=op)}


def toegelaten(*, deelnemers: Collection[Overlegdeelnemer], overleg: Overleg, op: datetime) -> set[int]:
    """The keys of those who may come now: the school and parents, and whom the parents let in until that day.

    A permission that ends before the day of the meeting lets nobody in.
    """
    dag = overleg.begint_op.astimezone(op.tzinfo).date()
    gevraagd = [een.toestemming for een in deelnemers if een.toestemming is not None]
    geldig = geldige_toestemmingen(toestemmingen=gevraagd, op=op)
    mogen = {een.pk for een in gevraagd if een.pk in geldig and een.geldig_tot_en_met >= dag}
    return {een.pk for een in deelnemers if Deelnemerrol(een.rol) not in EXTERN or een.toestemming_id in mogen}


def list_leerlingen_van(*, overleg: Overleg) -> list[Leerling]:
    """The pupils that are in the group of a meeting on its day, by name."""
    dag = overleg.begint_op.date()
    geldig = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=dag)
    plaatsingen = Groepsplaatsing.objects.filter(geldig, groep=overleg.groep, geldig_van__lte=dag)
    return list(Leerling.objects.filter(vestiging=overleg.vestiging_id, pk__in=plaatsingen.values("leerling")))


def adres_van(account: Account) -> str:
    """Where a colleague gets letters; people of the demonstration have the address they sign in with."""
    return account.email or (account.username if "@" in account.username else "")
