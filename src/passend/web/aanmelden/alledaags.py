"""The passwords that are used most, of those that are long enough: what somebody who guesses tries first.

The file is made by `scripts/wachtwoordlijst.py`, which says of what. It is read when somebody chooses a password, which
is seldom, and not kept.
"""

import hashlib
from bisect import bisect_left
from pathlib import Path

LIJST = Path(__file__).with_name("alledaags.bin")
STUK = 5  # bytes of a hash for each password, in their order


def is_alledaags(wachtwoord: str) -> bool:
    """True when a password is on the list, in whatever capitals."""
    inhoud, merk = LIJST.read_bytes(), merk_van(wachtwoord)
    plek = bisect_left(range(len(inhoud) // STUK), merk, key=lambda nummer: _stuk(inhoud, nummer))
    return _stuk(inhoud, plek) == merk


def merk_van(wachtwoord: str) -> bytes:
    """What stands for a password in the list."""
    return hashlib.sha256(wachtwoord.strip().lower().encode("utf-8", "surrogatepass")).digest()[:STUK]


def _stuk(inhoud: bytes, nummer: int) -> bytes:
    return inhoud[nummer * STUK : (nummer + 1) * STUK]
