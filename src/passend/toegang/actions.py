"""Writes of accounts, roles and the log."""

from datetime import date, datetime

from passend.begrippen.rollen import Reden, Rolsoort
from passend.organisaties.models import Bestuur, Samenwerkingsverband, Vestiging
from passend.toegang.models import Account, Logregel, Rol

_PLAATS = {Rolsoort.BESTUURDER: Bestuur, Rolsoort.ADVISEUR: Samenwerkingsverband}


class RolError(ValueError):
    """A role that cannot be given; the text says what to do."""


def log_handeling(*, account: Account | None, handeling: str, onderwerp: str, reden: Reden, op: datetime) -> None:
    """Write one line in the log; `onderwerp` is a key such as `profiel:12`, never a name."""
    Logregel.objects.create(account=account, handeling=handeling, onderwerp=onderwerp, reden=reden.code, op=op)


def create_account(*, gebruikersnaam: str, voornaam: str, achternaam: str, wachtwoord: str | None) -> Account:
    """Make somebody; without a password they cannot sign in, and they can do nothing until they have a role."""
    return Account.objects.create_user(
        username=gebruikersnaam, first_name=voornaam, last_name=achternaam, password=wachtwoord
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


def grant_rol(
    *, account: Account, soort: Rolsoort, bij: Vestiging | Bestuur | Samenwerkingsverband, geldig_van: date
) -> Rol:
    """Give an account a role at a site, a board or a samenwerkingsverband.

    Raises:
        RolError: this role does not exist at such an organisation.
    """
    if not isinstance(bij, _PLAATS.get(soort, Vestiging)):
        raise RolError(f"De rol '{soort}' bestaat niet bij {bij}. Kies een andere rol of een andere organisatie.")
    rol = Rol(account=account, soort=soort.value, geldig_van=geldig_van)
    if isinstance(bij, Vestiging):
        rol.vestiging = bij
    elif isinstance(bij, Bestuur):
        rol.bestuur = bij
    else:
        rol.samenwerkingsverband = bij
    rol.save()
    return rol
