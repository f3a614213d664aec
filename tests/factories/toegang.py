"""Accounts for tests, made through the actions of their room."""

from datetime import date
from itertools import count

from passend.begrippen.rollen import Rolsoort
from passend.organisaties.models import Bestuur, Samenwerkingsverband, Vestiging
from passend.toegang.actions import create_account, grant_rol
from passend.toegang.models import Account

_nummers = count(1)
SINDS = date(2020, 8, 1)


def maak_account(
    soort: Rolsoort | None = None, bij: Vestiging | Bestuur | Samenwerkingsverband | None = None, naam: str = "Bos"
) -> Account:
    """An account, with a role when one is given."""
    account = create_account(
        gebruikersnaam=f"account{next(_nummers)}@voorbeeld.nl", voornaam="Jo", achternaam=naam, wachtwoord=None
    )
    if soort is not None and bij is not None:
        grant_rol(account=account, soort=soort, bij=bij, geldig_van=SINDS)
    return account
