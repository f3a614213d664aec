"""What the federation tells, believed only after it was checked: who signed it, for whom, when, and to which question.

Allauth leaves the signature out when a token comes straight from the federation, as OpenID Connect allows. Here it is
always checked, by allauth's own means, so that one place less has to be trusted.
"""

from enum import StrEnum
from typing import Any

import jwt
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, get_random_string

WIJZEN = ("RS256", "ES256", "PS256")  # how a token may be signed: by a key of which only the federation has both halves
VERPLICHT = ("iss", "sub", "aud", "exp", "iat")
SPELING = 30  # seconds that clocks may differ
LENGTE_NONCE = 32


class Antwoordbezwaar(StrEnum):
    """Why an answer is not believed, as it stands in the log."""

    ANTWOORD = "school_antwoord"
    ANDER_MENS = "school_ander_mens"
    HANDTEKENING = "school_handtekening"
    NONCE = "school_nonce"
    ONBEREIKBAAR = "school_onbereikbaar"
    ONVOLLEDIG = "school_onvolledig"
    PUBLIEK = "school_publiek"
    UITGEVER = "school_uitgever"
    VERLOPEN = "school_verlopen"
    WIJZE = "school_wijze"


class Ongeloofd(OAuth2Error):  # noqa: N818 -- what went wrong is in its name
    """An answer that is not believed."""

    def __init__(self, bezwaar: Antwoordbezwaar) -> None:
        super().__init__(bezwaar.value)
        self.bezwaar = bezwaar


_VAN_TOKEN: tuple[tuple[type[Exception], Antwoordbezwaar], ...] = (
    (jwt.ExpiredSignatureError, Antwoordbezwaar.VERLOPEN),
    (jwt.ImmatureSignatureError, Antwoordbezwaar.VERLOPEN),
    (jwt.InvalidIssuerError, Antwoordbezwaar.UITGEVER),
    (jwt.InvalidAudienceError, Antwoordbezwaar.PUBLIEK),
    (jwt.InvalidAlgorithmError, Antwoordbezwaar.WIJZE),
    (jwt.MissingRequiredClaimError, Antwoordbezwaar.ONVOLLEDIG),
)


def bezwaar_van(fout: Exception) -> Antwoordbezwaar:
    """What an exception on the way comes down to; `requests` tells by an OSError that it got no answer."""
    if isinstance(fout, Ongeloofd):
        return fout.bezwaar
    is_onleesbaar = isinstance(fout, ValueError)  # what should have been JSON is both
    return Antwoordbezwaar.ONBEREIKBAAR if isinstance(fout, OSError) and not is_onleesbaar else Antwoordbezwaar.ANTWOORD


def check_nonce(sociallogin: SocialLogin) -> None:
    """Refuse a token that answers another question than this browser asked.

    Raises:
        Ongeloofd: its number is not the one that was sent.
    """
    gevraagd = sociallogin.state.get("nonce") or ""
    gezegd = (sociallogin.account.extra_data.get("id_token") or {}).get("nonce") or ""
    if not gevraagd or not constant_time_compare(str(gezegd), gevraagd):
        raise Ongeloofd(Antwoordbezwaar.NONCE)


class Schoolprovider(OpenIDConnectProvider):
    """The federation; each question has a number of its own, which the answer must repeat."""

    def get_redirect_from_request_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        """What goes along and what is kept in the session; nothing of it is for the visitor to choose."""
        nonce = get_random_string(LENGTE_NONCE)
        return {
            **super().get_redirect_from_request_kwargs(request),
            "scope": self.get_scope(),  # type: ignore[no-untyped-call]
            "auth_params": {**self.get_auth_params(), "nonce": nonce},  # type: ignore[no-untyped-call]
            "nonce": nonce,
        }

    def get_oauth2_adapter(self, request: HttpRequest) -> "Schoolgesprek":
        """Who talks to it."""
        return Schoolgesprek(request, self.app.provider_id)


class Schoolgesprek(OpenIDConnectOAuth2Adapter):
    """The conversation of our server with that of the federation."""

    def get_provider(self) -> Schoolprovider:
        """The federation of the settings."""
        return Schoolprovider(self.request, app=super().get_provider().app)  # type: ignore[no-untyped-call]

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the federation says of itself, which must be the one of the settings.

        Raises:
            Ongeloofd: it calls itself something else.
        """
        metadata: dict[str, Any] = super().openid_config
        verwacht, _teken, _pad = self.get_provider().app.settings["server_url"].partition("/.well-known/")
        if str(metadata.get("issuer")).removesuffix("/") != verwacht.removesuffix("/"):
            raise Ongeloofd(Antwoordbezwaar.UITGEVER)
        return metadata

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any) -> SocialLogin:
        """Who this is, once the token is believed and the rest is about the same person.

        Raises:
            Ongeloofd: one of the two is not so.
        """
        if not kwargs["response"].get("id_token"):
            raise Ongeloofd(Antwoordbezwaar.ONVOLLEDIG)
        sociallogin: SocialLogin = super().complete_login(request, app, token, **kwargs)
        verteld = sociallogin.account.extra_data
        mens = verteld.get("userinfo", verteld["id_token"])
        if not isinstance(mens, dict) or mens.get("sub") != verteld["id_token"]["sub"]:
            raise Ongeloofd(Antwoordbezwaar.ANDER_MENS)
        return sociallogin

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        """What the token says, once its signature, its moment, who made it and for whom are as they must be."""
        metadata = self.openid_config
        try:
            feiten: dict[str, Any] = jwt.decode(
                id_token,
                _sleutel(id_token, metadata["jwks_uri"]),
                algorithms=WIJZEN,
                issuer=metadata["issuer"],
                audience=app.client_id,
                leeway=SPELING,
                options={"require": list(VERPLICHT), "enforce_minimum_key_length": True},
            )
        except jwt.PyJWTError as fout:
            soorten = [bezwaar for soort, bezwaar in _VAN_TOKEN if isinstance(fout, soort)]
            raise Ongeloofd(next(iter(soorten), Antwoordbezwaar.HANDTEKENING)) from fout
        voor_meer = feiten["aud"] not in (app.client_id, [app.client_id])
        if feiten.get("azp", "" if voor_meer else app.client_id) != app.client_id:
            raise Ongeloofd(Antwoordbezwaar.PUBLIEK)
        jwtkit.verify_jti(feiten)
        return feiten


def _sleutel(id_token: str, adres: str) -> Any:
    """The key of the federation that a token names."""
    try:
        _wijze, sleutel = jwtkit.fetch_key(id_token, adres, jwtkit.lookup_kid_jwk)
    except (OAuth2Error, KeyError) as fout:
        raise Ongeloofd(Antwoordbezwaar.HANDTEKENING) from fout
    return sleutel
