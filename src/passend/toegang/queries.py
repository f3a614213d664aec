"""Reads of accounts and roles."""

import hashlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils.timezone import localtime

from passend.begrippen.bewaren import Bewaarklasse, Bewaarstand
from passend.begrippen.rollen import GASTEN, Rolsoort
from passend.organisaties.models import Vestiging
from passend.organisaties.queries import in_bestuur
from passend.regels.bewaartermijnen import bewaartermijn
from passend.regels.logketen import Breuk, Regelfeiten, Zegelregel, check_keten
from passend.regels.uitnodiging import GELDIG, Uitnodigingbezwaar, check_uitnodiging
from passend.toegang.models import ROLSOORTEN, Account, Installatieregel, Logketen, Logregel, Rol, Uitnodiging

type Bezoeker = Account | AnonymousUser


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
    bij = (
        Q(vestiging=vestiging)
        | Q(bestuur_id=vestiging.bestuur_id)
        | Q(samenwerkingsverband__besturen=vestiging.bestuur_id)
    )
    rollen = list_rollen(account=account, peildatum=peildatum).filter(bij)
    return frozenset(Rolsoort(soort) for soort in rollen.values_list("soort", flat=True))


def list_rolsoorten(
    *, account: Bezoeker, vestigingen: Collection[Vestiging], peildatum: date
) -> dict[int, frozenset[Rolsoort]]:
    """`rolsoorten_bij` for many sites at once, by the key of the site; their boards must be at hand."""
    rollen = list(list_rollen(account=account, peildatum=peildatum))
    return {vestiging.pk: rolsoorten_uit(rollen, vestiging) for vestiging in vestigingen}


def rolsoorten_uit(rollen: Collection[Rol], vestiging: Vestiging) -> frozenset[Rolsoort]:
    """The kinds among these roles that count for a site; its board must be at hand."""
    return frozenset(
        Rolsoort(rol.soort)
        for rol in rollen
        if rol.vestiging_id == vestiging.pk
        or rol.bestuur_id == vestiging.bestuur_id
        or rol.samenwerkingsverband_id == vestiging.bestuur.samenwerkingsverband_id
    )


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
    rollen = list_rollen(account=account, peildatum=peildatum).filter(soort__in=soorten)
    bij = (
        Q(pk__in=rollen.values("vestiging"))
        | Q(bestuur__in=rollen.values("bestuur"))
        | Q(bestuur__samenwerkingsverband__in=rollen.values("samenwerkingsverband"))
    )
    return Vestiging.objects.filter(bij).select_related("bestuur__samenwerkingsverband")


def is_gast(account: Bezoeker, *, peildatum: date) -> bool:
    """True for who comes for a child, and has no part in what a school does."""
    soorten = set(list_rollen(account=account, peildatum=peildatum).values_list("soort", flat=True))
    return bool(soorten) and soorten <= GASTEN


def list_demo_accounts() -> QuerySet[Account]:
    """The made-up accounts of the demo region, with their roles; empty on a real installation."""
    demo = Account.objects.filter(is_demo=True, is_active=True).order_by("pk")
    return demo.prefetch_related("rollen__vestiging", "rollen__bestuur", "rollen__samenwerkingsverband")


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


def get_account(*, gebruikersnaam: str) -> Account | None:
    """The account with a user name; None when unknown."""
    return Account.objects.filter(username=gebruikersnaam).first()


def find_account(*, naam: str) -> Account | None:
    """The account somebody means with a user name or an e-mail address; None when there is none, or more than one."""
    gevonden = list(Account.objects.filter(Q(username__iexact=naam.strip()) | Q(email__iexact=naam.strip()))[:3])
    op_naam = [account for account in gevonden if account.username.lower() == naam.strip().lower()]
    kandidaten = op_naam or gevonden
    return kandidaten[0] if len(kandidaten) == 1 else None


def list_te_vergeten(*, peildatum: date) -> list[Account]:
    """The accounts whose term is over: no role any more, for as long as an account stays after the last one."""
    nog = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=peildatum)
    over = Account.objects.filter(vergeten_op__isnull=True, is_demo=False)
    met_einde = over.filter(~Exists(Rol.objects.filter(nog, account=OuterRef("pk")))).annotate(
        laatste=Max("rollen__geldig_tot_en_met")
    )
    return [account for account in met_einde if _is_over(account.laatste or account.date_joined.date(), peildatum)]


def _is_over(laatste_dag: date, peildatum: date) -> bool:
    termijn = bewaartermijn(Bewaarklasse.ACCOUNT, begin=laatste_dag, peildatum=peildatum, is_aangehouden=False)
    return termijn.stand in {Bewaarstand.MOET_WEG, Bewaarstand.TE_LAAT}


ROLNAMEN = dict(ROLSOORTEN)


def sleutel_hash(sleutel: str) -> str:
    """What is kept of the key of an invitation; the key itself is random enough to need no salt."""
    return hashlib.sha256(sleutel.encode()).hexdigest()


def find_uitnodiging(*, sleutel: str) -> Uitnodiging | None:
    """The invitation of a key; None when there is none."""
    return Uitnodiging.objects.select_related("vestiging").filter(sleutel=sleutel_hash(sleutel)).first()


def bezwaar_tegen(rij: Uitnodiging | None, *, account: Account | None, op: datetime) -> Uitnodigingbezwaar | None:
    """Why somebody cannot accept an invitation; None when they can."""
    if rij is None:
        return Uitnodigingbezwaar.ONBEKEND
    bezwaar = check_uitnodiging(
        gebruikt_op=rij.gebruikt_op, ingetrokken_op=rij.ingetrokken_op, verloopt_op=rij.verloopt_op, op=op
    )
    if bezwaar is not None:
        return bezwaar
    genodigd = find_account(naam=rij.email)
    if account is None:
        return Uitnodigingbezwaar.EERST_AANMELDEN if genodigd else None
    return None if genodigd == account else Uitnodigingbezwaar.VOOR_EEN_ANDER


def list_mensen(*, vestiging: Vestiging, peildatum: date) -> QuerySet[Rol]:
    """The roles people have at a site on a day, by name."""
    geldig = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=peildatum)
    rollen = Rol.objects.filter(geldig, vestiging=vestiging, geldig_van__lte=peildatum, account__is_active=True)
    return rollen.select_related("account").order_by("account__first_name", "account__last_name", "pk")


def list_uitnodigingen(*, vestiging: Vestiging, op: datetime) -> QuerySet[Uitnodiging]:
    """The invitations of a site that still count."""
    return Uitnodiging.objects.filter(
        vestiging=vestiging, gebruikt_op__isnull=True, ingetrokken_op__isnull=True, verloopt_op__gt=op
    ).order_by("pk")


def get_uitnodiging(*, pk: int, vestiging: Vestiging) -> Uitnodiging | None:
    """An invitation of a site; None when it is another's."""
    return Uitnodiging.objects.select_related("vestiging").filter(pk=pk, vestiging=vestiging).first()


def list_rolsoorten_van_email(*, vestiging: Vestiging, email: str, peildatum: date) -> list[Rolsoort]:
    """The roles at a site of whoever signs in with this address."""
    account = find_account(naam=email)
    if account is None:
        return []
    rollen = list_rollen(account=account, peildatum=peildatum).filter(vestiging=vestiging)
    return [Rolsoort(soort) for soort in rollen.order_by("pk").values_list("soort", flat=True)]


def list_uitgenodigd(*, vestiging: Vestiging, soort: Rolsoort) -> dict[str, datetime]:
    """When each address was last invited for a role at a site, by the address in small letters."""
    rijen = Uitnodiging.objects.filter(vestiging=vestiging, soort=soort.value).order_by("verloopt_op")
    return {rij.email.lower(): rij.verloopt_op - GELDIG for rij in rijen}


def list_open_uitgenodigd(*, vestiging: Vestiging, soort: Rolsoort, op: datetime) -> dict[str, datetime]:
    """When each address was invited whose invitation for a role at a site still counts, by the address in small."""
    rijen = list_uitnodigingen(vestiging=vestiging, op=op).filter(soort=soort.value)
    return {rij.email.lower(): rij.verloopt_op - GELDIG for rij in rijen}


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
        (rij.email.lower(), rij.soort, rij.vestiging_id, localtime(rij.gebruikt_op).date()): rij.gebruikt_op
        for rij in Uitnodiging.objects.filter(vestiging__bestuur=bestuur, email__in=adressen).order_by("-gebruikt_op")
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
