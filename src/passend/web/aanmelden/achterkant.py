"""Which account a name and a password open."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from passend.toegang.queries import find_account


class Wachtwoordcontrole(AuthenticationBackend):
    """Checks one password once.

    Allauth tries a name as an address and as a user name, so that a wrong password at an account that exists took two
    to three times as long as one at an account that does not, which told strangers who has an account.
    """

    def _authenticate(self, request: HttpRequest | None, **credentials: Any) -> AbstractBaseUser | None:
        naam = credentials.get("username") or credentials.get("email") or ""
        return self._check_password(find_account(naam=naam), credentials["password"])
