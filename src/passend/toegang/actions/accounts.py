"""Writes of accounts: made, signed out everywhere, and forgotten when their term is over."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from passend.begrippen.rollen import Reden
from passend.toegang.actions.logboek import log_handeling
from passend.toegang.models import Account


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
def end_sessies(*, actor: Account | None, account: Account, op: datetime) -> None:
    """Sign an account out everywhere at once: each session holds the round in which it was opened."""
    Account.objects.filter(pk=account.pk).update(sessieronde=F("sessieronde") + 1)
    log_handeling(
        account=actor,
        handeling="end_sessies",
        onderwerp=f"account:{account.pk}",
        reden=Reden("eigen_account" if actor == account else "geen_rol_meer", "De sessies zijn gesloten."),
        op=op,
    )
