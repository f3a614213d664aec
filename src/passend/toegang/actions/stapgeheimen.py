"""What encrypts the secrets of second steps, and encrypts them anew when the secret key changed."""

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import batched
from typing import Any

from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import transaction
from django.utils.encoding import force_str

from passend.begrippen.rollen import Reden
from passend.toegang.actions.logboek import log_handeling

SLEUTEL_GEWISSELD = Reden("sleutel_gewisseld", "Er kwam een nieuwe sleutel.")
PER_KEER = 100  # rows: after each hundred it is done for good, and who starts again goes on from there
_VELDEN = ("secret", "seed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapwissel:
    """How many second steps have the newest key now, and of how many no key is known; those stayed as they were."""

    vernieuwd: int
    onleesbaar: int


def stapkluis() -> MultiFernet:
    """Keys made from the secret key, so that a stolen copy of the database alone gives no codes."""
    return MultiFernet(_sleutels())


def _sleutels() -> list[Fernet]:
    geheimen = [force_str(geheim) for geheim in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    return [
        Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"passend.tweedestap:" + geheim.encode()).digest()))
        for geheim in geheimen
    ]


def rotate_stapgeheimen(*, op: datetime) -> Stapwissel:
    """Encrypt the secrets of apps and the seeds of recovery codes anew with the newest key, so that older ones can go.

    What has it already is left alone, so that who was interrupted starts again and it goes on.
    """
    stappen = Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN).order_by("pk")  # passkeys have no secret
    gelukt: list[bool] = []
    for deel in batched(list(stappen.values_list("pk", flat=True)), PER_KEER):
        gelukt += _vernieuw(deel, op)
    return Stapwissel(vernieuwd=sum(gelukt), onleesbaar=len(gelukt) - sum(gelukt))


@transaction.atomic
def _vernieuw(sleutels: Iterable[int], op: datetime) -> list[bool]:
    rijen = list(Authenticator.objects.select_for_update().filter(pk__in=sleutels).order_by("pk"))
    eerder = [str(rij.data) for rij in rijen]
    gelukt = [_vernieuw_rij(rij) for rij in rijen]
    veranderd = [rij for rij, was in zip(rijen, eerder, strict=True) if str(rij.data) != was]
    if veranderd:
        Authenticator.objects.bulk_update(veranderd, ["data"])
        log_handeling(
            account=None, handeling="rotate_sleutels", onderwerp="tweede_stap", reden=SLEUTEL_GEWISSELD, op=op
        )
    return gelukt


def _vernieuw_rij(rij: Authenticator) -> bool:
    """False when no key fits: then the row stays as it was."""
    try:
        nieuw: dict[str, Any] = {veld: _vernieuwd(rij.data[veld]) for veld in _VELDEN if veld in rij.data}
    except InvalidToken:
        return False
    rij.data = {**rij.data, **nieuw}
    return True


def _vernieuwd(geheim: str) -> str:
    """The same with the newest key; what has it already stays as it is, to the letter."""
    try:
        _sleutels()[0].decrypt(geheim)
    except InvalidToken:
        return stapkluis().rotate(geheim).decode()
    return geheim
