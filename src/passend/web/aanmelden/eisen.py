"""What a password must be, in our words."""

from django.contrib.auth.password_validation import CommonPasswordValidator, MinimumLengthValidator
from django.utils.translation import gettext as _


class Lengte(MinimumLengthValidator):
    """Long enough."""

    def get_error_message(self) -> str:
        """Say how long."""
        return _("Dit wachtwoord is te kort. Neem %(aantal)s tekens of meer.") % {"aantal": self.min_length}


class NietAlledaags(CommonPasswordValidator):
    """Not one of those that everybody tries first."""

    def get_error_message(self) -> str:
        """Say what helps."""
        return _("Dit wachtwoord raden anderen snel. Neem een zin van vier woorden.")
