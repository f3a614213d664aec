"""What encrypts and decrypts what is kept secret: the newest key locks, any opens.

A room with secrets of its own calls `register_geheimen` in its `ready`, so that they get the newest key with the rest.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import transaction

from passend.leerlingen.actions.leerlingen import INSTALLATIE
from passend.leerlingen.models import Burgerservicenummer
from passend.toegang.actions import log_handeling

_TABELLEN: dict[str, Any] = {"burgerservicenummers": Burgerservicenummer}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wissel:
    """How many secrets have the newest key now, and of how many no key is known; those stayed as they were."""

    vernieuwd: int
    onleesbaar: int


def register_geheimen(wat: str, tabel: Any) -> None:
    """Let the secrets in the column `geheim` of a table of a board have the newest key when keys change."""
    _TABELLEN[wat] = tabel


def kluis() -> MultiFernet:
    """The keys as they are now: a new one in `var` counts at once, also for a server that runs."""
    in_bestand = settings.PASSEND_SLEUTELS_IN_BESTAND
    sleutels = settings.PASSEND_SLEUTELBESTAND.read_text().split() if in_bestand else settings.PASSEND_SLEUTELS
    return MultiFernet([Fernet(sleutel) for sleutel in sleutels])


@transaction.atomic
def rotate_sleutels(*, bestuur: int, op: datetime) -> Wissel:
    """Encrypt every secret of a board anew with the newest key, so that the older ones can go; all or nothing.

    Must be called within the scope of that board.
    """
    gelukt = [_vernieuw(rij) for tabel in _TABELLEN.values() for rij in _rijen(tabel, bestuur)]
    if any(gelukt):
        log_handeling(
            account=None,
            handeling="rotate_sleutels",
            onderwerp=f"bestuur:{bestuur}",
            reden=INSTALLATIE,
            op=op,
            bestuur=bestuur,
        )
    return Wissel(vernieuwd=sum(gelukt), onleesbaar=len(gelukt) - sum(gelukt))


def _rijen(tabel: Any, bestuur: int) -> Any:
    return tabel.objects.select_for_update().filter(bestuur=bestuur).order_by("pk")


def _vernieuw(rij: Any) -> bool:
    """False when no key fits: then the row stays as it was."""
    try:
        rij.geheim = kluis().rotate(bytes(rij.geheim))
    except InvalidToken:
        return False
    rij.save(update_fields=["geheim"])
    return True
