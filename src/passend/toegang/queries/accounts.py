"""Reads of accounts."""

from datetime import date

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from passend.begrippen.bewaren import Bewaarklasse, Bewaarstand
from passend.regels.bewaartermijnen import bewaartermijn
from passend.toegang.models import Account, Rol

type Bezoeker = Account | AnonymousUser


def has_account(*, pk: int) -> bool:
    """True when there is an account with this number."""
    return Account.objects.filter(pk=pk).exists()


def list_demo_accounts() -> QuerySet[Account]:
    """The made-up accounts of the demo region, with their roles; empty on a real installation, or where it is off."""
    demo = Account.objects.filter(is_demo=True, is_active=True).order_by("pk")
    if not settings.DEMONSTRATIE:
        demo = demo.none()
    return demo.prefetch_related("rollen__vestiging", "rollen__bestuur", "rollen__samenwerkingsverband")


def get_account(*, gebruikersnaam: str) -> Account | None:
    """The account with a user name; None when unknown."""
    return Account.objects.filter(username=gebruikersnaam).first()


def find_account(*, naam: str) -> Account | None:
    """The account somebody means with a user name or an e-mail address; None when there is none, or more than one.

    Everybody knows the password of the made-up people: where the demonstration is off, they are not there.
    """
    accounts = Account.objects.all() if settings.DEMONSTRATIE else Account.objects.filter(is_demo=False)
    gevonden = list(accounts.filter(Q(username__iexact=naam.strip()) | Q(email__iexact=naam.strip()))[:3])
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
