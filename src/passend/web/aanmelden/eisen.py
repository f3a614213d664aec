"""What a password must be, in our words."""

import re

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from passend.web.aanmelden.alledaags import is_alledaags


class Lengte(MinimumLengthValidator):
    """Long enough."""

    def get_error_message(self) -> str:
        """Say how long."""
        return _("Dit wachtwoord is te kort. Neem %(aantal)s tekens of meer.") % {"aantal": self.min_length}


class NietAlledaags:
    """Not one of those that everybody tries first."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        """Refuse what is on the list, in whatever capitals.

        Raises:
            ValidationError: it is one of those that are used most.
        """
        if is_alledaags(password):
            raise ValidationError(te_raden(), code="password_too_common")

    def get_help_text(self) -> str:
        """Nothing to say beforehand that the length does not."""
        return ""


def te_raden() -> str:
    """Say what helps."""
    return _("Dit wachtwoord raden anderen snel. Neem een zin van vier woorden.")


# words that somebody who knows the product, the work or the school tries first; see docs/developer/explanation
WOORDEN_VAN_HIER = (
    *("passend", "onderwijs", "ondersteuning", "basisschool", "school", "leerkracht", "directeur", "begeleider"),
    *("bestuur", "samenwerkingsverband", "leerling", "profiel", "juf", "meester", "groep", "klas"),
    *("wachtwoord", "password", "welkom", "welcome", "geheim", "admin", "beheer", "inloggen", "aanmelden", "demo"),
    *("lente", "zomer", "herfst", "winter", "januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december", "nederland", "qwerty", "asdfgh", "abc"),
)
_VAN_HIER = re.compile("|".join(sorted(map(re.escape, WOORDEN_VAN_HIER), key=len, reverse=True)))
MINSTE_EIGEN = 6  # letters that are left when those words, digits and signs are taken away


class NietVanHier:
    """Not only words of the school and the work, one's own name, digits and signs."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        """Refuse what is left with next to nothing.

        Raises:
            ValidationError: a stranger who knows the school guesses it.
        """
        rest = password.lower()
        for eigen in _namen_van(user):
            rest = rest.replace(eigen, "")
        if len(re.sub(r"[\W\d_]", "", _VAN_HIER.sub("", rest))) < MINSTE_EIGEN:
            raise ValidationError(te_raden(), code="password_of_here")

    def get_help_text(self) -> str:
        """Nothing to say beforehand that the length does not."""
        return ""


def _namen_van(user: AbstractBaseUser | None) -> list[str]:
    """The parts of somebody's name and address, the longest first."""
    waarden = [str(getattr(user, veld, "")) for veld in ("first_name", "last_name", "username", "email")]
    delen = {deel for waarde in waarden for deel in re.split(r"\W+", waarde.lower()) if len(deel) > 2}  # noqa: PLR2004 -- "de" is no name
    return sorted(delen, key=len, reverse=True)
