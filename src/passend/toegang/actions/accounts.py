"""Writes of accounts: made, signed out everywhere, and forgotten when their term is over."""

from contextlib import nullcontext
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.deling import Deling
from passend.begrippen.rollen import Reden
from passend.organisaties.queries import in_bestuur, list_besturen
from passend.toegang.actions.logboek import log_handeling
from passend.toegang.models import Account, Uitnodiging
from passend.toegang.queries import list_te_vergeten

BEHEERDER_SERVER = Reden("beheerder_van_de_server", "De beheerder van de server deed dit.")
GEEN_ROL_MEER = Reden("geen_rol_meer", "De laatste rol is geëindigd.")
TERMIJN_OVER = Reden("termijn_over", "De bewaartermijn is voorbij.")


def create_account(*, gebruikersnaam: str, voornaam: str, achternaam: str, wachtwoord: str | None) -> Account:
    """Make somebody; without a password they cannot sign in, and they can do nothing until they have a role."""
    return Account.objects.create_user(
        username=gebruikersnaam,
        email=gebruikersnaam if "@" in gebruikersnaam else "",
        first_name=voornaam,
        last_name=achternaam,
        password=wachtwoord,
    )


def create_demo_account(*, gebruikersnaam: str, voornaam: str, achternaam: str, wachtwoordhash: str) -> Account:
    """Make somebody made up, whose password is public; one hash serves them all, for hashing is slow on purpose."""
    return Account.objects.create(
        username=gebruikersnaam,
        first_name=voornaam,
        last_name=achternaam,
        password=wachtwoordhash,
        is_demo=True,
    )


@transaction.atomic
def end_sessies(
    *, actor: Account | None, account: Account, reden: Reden, op: datetime, bestuur: int | None = None
) -> None:
    """Sign an account out everywhere at once: each session holds the round in which it was opened."""
    Account.objects.filter(pk=account.pk).update(sessieronde=F("sessieronde") + 1)
    log_handeling(
        account=actor,
        handeling="end_sessies",
        onderwerp=f"account:{account.pk}",
        reden=reden,
        op=op,
        bestuur=bestuur,
    )


@transaction.atomic
def end_alle_sessies(*, op: datetime) -> int:
    """Sign everybody out everywhere at once; how many accounts that are."""
    aantal = Account.objects.update(sessieronde=F("sessieronde") + 1)
    log_handeling(account=None, handeling="end_sessies", onderwerp="account:iedereen", reden=BEHEERDER_SERVER, op=op)
    return aantal


def forget_accounts(*, op: datetime) -> int:
    """Take name, address, roles and ways to sign in from who had no role for the term of an account (AVG 5 lid 1 e).

    What they wrote stays, and says that it was written by somebody who is gone. The log stays as it is: it
    knows people by number.

    Returns:
        How many accounts were forgotten.
    """
    accounts = list_te_vergeten(peildatum=op.date())
    for account in accounts:
        _forget(account, op)
    return len(accounts)


@transaction.atomic
def _forget(account: Account, op: datetime) -> None:
    if account.email:
        Uitnodiging.objects.filter(email__iexact=account.email).delete()
    for tabel, kolom in _van_account():
        _delete(tabel, **{kolom: account})
    account.set_unusable_password()
    account.username, account.email, account.first_name, account.last_name = f"vergeten-{account.pk}", "", "", ""
    account.is_active, account.vergeten_op, account.last_login = False, op.date(), None
    account.save()
    log_handeling(
        account=None, handeling="forget_account", onderwerp=f"account:{account.pk}", reden=TERMIJN_OVER, op=op
    )


def _van_account() -> list[tuple[Any, str]]:
    """Every table with rows that are kept as long as the account they belong to, and the column that says whose.

    What is not ours has no class: ways to sign in, addresses and sessions, which are nothing without their account.
    """
    kolommen: list[Any] = [
        kant.remote_field
        for kant in Account._meta.get_fields(include_hidden=True)  # noqa: SLF001 -- Django documents it
        if kant.one_to_many and kant.auto_created
    ]
    return [
        (kolom.model, kolom.name)
        for kolom in kolommen
        if kolom.name in {"account", "user"}
        and getattr(kolom.model, "bewaarklasse", None) in {None, Bewaarklasse.ACCOUNT}
    ]


def _delete(tabel: Any, **van: Account) -> None:
    """Rows of a board are reached within its wall only, so each is entered."""
    is_achter_muur = getattr(tabel, "deling", None) is Deling.BESTUUR
    for bestuur in list_besturen() if is_achter_muur else (None,):
        with nullcontext() if bestuur is None else in_bestuur(bestuur.pk):
            tabel.objects.filter(**van).delete()
