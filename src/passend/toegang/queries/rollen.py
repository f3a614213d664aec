"""Reads of roles, and of who works where."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localtime

from passend.begrippen.rollen import GASTEN, Rolsoort
from passend.organisaties.models import Vestiging
from passend.toegang.models import ROLSOORTEN, Account, Logregel, Rol, Uitnodiging
from passend.toegang.queries.accounts import Bezoeker, find_account

_onthouden: ContextVar[dict[tuple[int, date], tuple[Rol, ...]] | None] = ContextVar("onthouden rollen", default=None)


@contextmanager
def onthoud_rollen() -> Iterator[None]:
    """Ask for the roles of somebody once, however many rules want to know; only while nothing can change them."""
    bewijs = _onthouden.set({})
    try:
        yield
    finally:
        _onthouden.reset(bewijs)


def rollen_van(*, account: Bezoeker, peildatum: date) -> tuple[Rol, ...]:
    """`list_rollen` as rows, from memory within `onthoud_rollen`."""
    if not isinstance(account, Account) or not account.is_active:
        return ()
    onthouden = _onthouden.get()
    if onthouden is None:
        return _rijen(account, peildatum)
    sleutel = (account.pk, peildatum)
    if sleutel not in onthouden:
        onthouden[sleutel] = _rijen(account, peildatum)
    return onthouden[sleutel]


def _rijen(account: Account, peildatum: date) -> tuple[Rol, ...]:
    return tuple(list_rollen(account=account, peildatum=peildatum).order_by("pk"))


def list_rollen(*, account: Bezoeker, peildatum: date) -> QuerySet[Rol]:
    """The roles an account has on a day; none for who is not signed in."""
    if not isinstance(account, Account) or not account.is_active:
        return Rol.objects.none()
    return account.rollen.filter(_geldig(peildatum)).select_related("vestiging", "bestuur", "samenwerkingsverband")


def list_rollen_van(*, accounts: Collection[Account], peildatum: date) -> dict[int, list[Rol]]:
    """`list_rollen` of many people at once, by the key of the account."""
    rollen: dict[int, list[Rol]] = {een.pk: [] for een in accounts}
    actief = [een.pk for een in accounts if een.is_active]
    for rol in Rol.objects.filter(_geldig(peildatum), account__in=actief).select_related("vestiging"):
        rollen[rol.account_id].append(rol)
    return rollen


def list_werkplekken(*, peildatum: date) -> list[tuple[int, int, int | None]]:
    """Account, board and site of every role at a board that counts on a day, by site; whoever has it."""
    rollen = Rol.objects.filter(_geldig(peildatum)).order_by("vestiging", "pk")
    rijen = rollen.values_list("account", "bestuur", "vestiging__bestuur", "vestiging")
    return [
        (account, bestuur or van_vestiging, vestiging)
        for account, bestuur, van_vestiging, vestiging in rijen
        if bestuur or van_vestiging
    ]


def _geldig(peildatum: date) -> Q:
    nog = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=peildatum)
    return Q(geldig_van__lte=peildatum) & nog


def rolsoorten_bij(*, account: Bezoeker, vestiging: Vestiging, peildatum: date) -> frozenset[Rolsoort]:
    """The kinds of role an account has for a site: at the site, its board or its samenwerkingsverband."""
    return rolsoorten_uit(rollen_van(account=account, peildatum=peildatum), vestiging)


def list_rolsoorten(
    *, account: Bezoeker, vestigingen: Collection[Vestiging], peildatum: date
) -> dict[int, frozenset[Rolsoort]]:
    """`rolsoorten_bij` for many sites at once, by the key of the site; their boards must be at hand."""
    rollen = rollen_van(account=account, peildatum=peildatum)
    return {vestiging.pk: rolsoorten_uit(rollen, vestiging) for vestiging in vestigingen}


def rolsoorten_uit(rollen: Collection[Rol], vestiging: Vestiging) -> frozenset[Rolsoort]:
    """The kinds among these roles that count for a site; its board is needed for those of a samenwerkingsverband."""
    return frozenset(Rolsoort(rol.soort) for rol in rollen if _is_voor(rol, vestiging))


def _is_voor(rol: Rol, vestiging: Vestiging) -> bool:
    if rol.samenwerkingsverband_id is not None:
        return rol.samenwerkingsverband_id == vestiging.bestuur.samenwerkingsverband_id
    return rol.vestiging_id == vestiging.pk or rol.bestuur_id == vestiging.bestuur_id


def list_vestigingen_uit(*, rollen: Collection[Rol]) -> QuerySet[Vestiging]:
    """The sites that these roles are for."""
    bij = (
        Q(pk__in={rol.vestiging_id for rol in rollen if rol.vestiging_id})
        | Q(bestuur__in={rol.bestuur_id for rol in rollen if rol.bestuur_id})
        | Q(bestuur__samenwerkingsverband__in={rol.samenwerkingsverband_id for rol in rollen})
    )
    return Vestiging.objects.filter(bij).select_related("bestuur__samenwerkingsverband")


def list_vestigingen_van(
    *, account: Bezoeker, peildatum: date, soorten: Collection[Rolsoort] = tuple(Rolsoort)
) -> QuerySet[Vestiging]:
    """The sites an account has a role for, of any kind or of these."""
    rollen = rollen_van(account=account, peildatum=peildatum)
    return list_vestigingen_uit(rollen=[rol for rol in rollen if Rolsoort(rol.soort) in soorten])


def is_gast(account: Bezoeker, *, peildatum: date) -> bool:
    """True for who comes for a child, and has no part in what a school does."""
    soorten = {rol.soort for rol in rollen_van(account=account, peildatum=peildatum)}
    return bool(soorten) and soorten <= GASTEN


def list_gastrollen(*, bestuur: int, sinds_voor: date, peildatum: date) -> list[Rol]:
    """The roles at the sites of a board of who comes for a child, that count on a day and began before another."""
    nog = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=peildatum)
    rollen = Rol.objects.filter(
        nog,
        soort__in=[soort.value for soort in GASTEN],
        vestiging__bestuur=bestuur,
        geldig_van__lt=sinds_voor,
        account__is_demo=False,
    )
    return list(rollen.select_related("account", "vestiging").order_by("pk"))


ROLNAMEN = dict(ROLSOORTEN)


def list_mensen(*, vestiging: Vestiging, peildatum: date) -> QuerySet[Rol]:
    """The roles people have at a site on a day, by name."""
    geldig = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=peildatum)
    rollen = Rol.objects.filter(geldig, vestiging=vestiging, geldig_van__lte=peildatum, account__is_active=True)
    return rollen.select_related("account").order_by("account__first_name", "account__last_name", "pk")


def list_rolsoorten_van_email(*, vestiging: Vestiging, email: str, peildatum: date) -> list[Rolsoort]:
    """The roles at a site of whoever signs in with this address."""
    account = find_account(naam=email)
    if account is None:
        return []
    rollen = list_rollen(account=account, peildatum=peildatum).filter(vestiging=vestiging)
    return [Rolsoort(soort) for soort in rollen.order_by("pk").values_list("soort", flat=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolperiode:
    """A role with the moments at which it began and ended, as far as those are known closer than by their days."""

    rol: Rol
    begon_op: datetime | None
    eindigde_op: datetime | None

    def gold_op(self, op: datetime) -> bool:
        """True when somebody had this role at that moment, and not only at another moment of that day."""
        dag, rol = localtime(op).date(), self.rol
        if dag < rol.geldig_van or (self.begon_op is not None and op < self.begon_op):
            return False
        if self.eindigde_op is not None:
            return op < self.eindigde_op
        return rol.geldig_tot_en_met is None or dag <= rol.geldig_tot_en_met


def list_rolperioden_bij_bestuur(*, accounts: Collection[int], bestuur: int) -> list[Rolperiode]:
    """The roles of people at a board, at its sites or around it, whenever they had them; by the key of the account."""
    bij = Q(vestiging__bestuur=bestuur) | Q(bestuur=bestuur) | Q(samenwerkingsverband__besturen=bestuur)
    rollen = list(
        Rol.objects.filter(bij, account__in=accounts)
        .select_related("vestiging", "account")
        .order_by("account", "pk")
        .distinct()
    )
    adressen = {adres.lower() for rol in rollen for adres in (rol.account.username, rol.account.email) if adres}
    aangenomen = {
        (rij.email.lower(), rij.soort, rij.vestiging_id or 0, localtime(rij.gebruikt_op).date()): rij.gebruikt_op
        for rij in Uitnodiging.objects.filter(bij, email__in=adressen).order_by("-gebruikt_op")
        if rij.gebruikt_op is not None
    }
    einden = Logregel.objects.filter(
        bestuur=bestuur,
        handeling="end_rol",
        onderwerp__in=[f"rol:{rol.pk}" for rol in rollen if rol.geldig_tot_en_met is not None],
    )
    beeindigd = dict(einden.order_by("-op").values_list("onderwerp", "op"))
    return [
        Rolperiode(rol=rol, begon_op=_aangenomen_op(rol, aangenomen), eindigde_op=beeindigd.get(f"rol:{rol.pk}"))
        for rol in rollen
    ]


def _aangenomen_op(rol: Rol, aangenomen: dict[tuple[str, str, int, date], datetime]) -> datetime | None:
    """When the invitation was accepted that gave a role; None when it came in another way."""
    adressen = (rol.account.email.lower(), rol.account.username.lower())
    sleutels = ((adres, rol.soort, rol.vestiging_id or 0, rol.geldig_van) for adres in adressen)
    return next((aangenomen[sleutel] for sleutel in sleutels if sleutel in aangenomen), None)


def get_rol(*, pk: int, vestiging: Vestiging) -> Rol | None:
    """A role at a site; None when it is not there."""
    return Rol.objects.select_related("account", "vestiging").filter(pk=pk, vestiging=vestiging).first()
