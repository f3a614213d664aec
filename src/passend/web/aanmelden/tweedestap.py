"""What of the second step is ours: secrets that are stored encrypted, our sentences, refused codes in the log."""

from collections.abc import Collection
from typing import Any

from allauth.core import context
from allauth.mfa import app_settings
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm, LoginWebAuthnForm, ReauthenticateWebAuthnForm
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import AddWebAuthnView
from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passend.toegang.actions import record_geweigerde_aanmelding
from passend.toegang.actions.stapgeheimen import stapkluis
from passend.toegang.queries import Account
from passend.web.verzoek import account_van


def list_stappen(account: Account, soorten: Collection[str]) -> list[tuple[int, str]]:
    """The second steps of an account that are of these kinds: the key and the kind of each."""
    return list(Authenticator.objects.filter(user=account, type__in=soorten).values_list("pk", "type"))


class Stapadapter(DefaultMFAAdapter):
    """The half of allauth that is about second steps."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _(
            "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code en probeer het opnieuw."
        ),
    }

    def encrypt(self, text: str) -> str:
        """As it is stored."""
        return stapkluis().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """As it is used."""
        return stapkluis().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002 -- allauth's name
        """A name for a passkey of which its owner gave none."""
        nummer = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return str(_("Toegangssleutel %(nummer)s") % {"nummer": nummer})

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """How the browser names us."""
        return {"id": context.request.get_host().partition(":")[0], "name": "Passend"}


class _Eenmalig(forms.Form):
    """Asks for a code of an app, and takes it no second time for as long as it is right.

    That is its own half minute and those beside it, while allauth remembers it for half a minute, and the one that
    linked an app not at all.
    """

    user: Account

    def clean_code(self) -> str:
        """The code, which works once."""
        code: str = super().clean_code()  # type: ignore[misc] # that of allauth's form
        duur = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
        cache.set(TOTP(Authenticator(user_id=self.user.pk))._get_used_cache_key(code), "y", timeout=duur)  # noqa: SLF001 -- allauth looks there
        return code


class Codeformulier(_Eenmalig, AuthenticateForm):
    """The second step; a wrong code is written down."""

    def _emit_authentication_failed(self, authenticator: Authenticator) -> None:
        record_geweigerde_aanmelding(account=self.user, op=timezone.now())
        super()._emit_authentication_failed(authenticator)


class Bevestigcode(_Eenmalig, ReauthenticateForm):
    """A code to show once more who somebody is."""


class Appformulier(_Eenmalig, ActivateTOTPForm):
    """A code that shows that an app is linked."""


class _Leesbaar(AuthenticateWebAuthnForm):
    """An answer of a passkey; one that no browser would give is refused like a wrong one."""

    def clean_credential(self) -> Authenticator:
        """Whose passkey this is."""
        try:
            return super().clean_credential()
        except (KeyError, TypeError, ValueError, AttributeError) as fout:
            raise Stapadapter().validation_error("incorrect_code") from fout


class Sleutelformulier(_Leesbaar):
    """A passkey as the second step."""


class Inlogformulier(_Leesbaar, LoginWebAuthnForm):
    """A passkey instead of a password."""


class Bevestigformulier(_Leesbaar, ReauthenticateWebAuthnForm):
    """A passkey to show once more who somebody is."""


class SleutelErbij(AddWebAuthnView):
    """Makes a passkey that asks for a finger, a face or a PIN, so that it is two steps by itself."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the browser needs to make it."""
        feiten: dict[str, Any] = super().get_context_data(**kwargs)
        feiten["js_data"] = {"creation_options": auth.begin_registration(account_van(self.request), passwordless=True)}
        return feiten


sleutel_erbij = SleutelErbij.as_view()
