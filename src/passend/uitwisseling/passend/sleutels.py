"""The keys of a school for files between two Passends, and the card that others need to send it something.

A card holds two public keys: one to encrypt to, one to check signatures with. Who gets a card by e-mail reads its code
to the other school over the telephone, so that nobody in between can put a card of their own in its place.
"""

import base64
import hashlib
import json
from dataclasses import dataclass
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from passend.begrippen.opgave import OnleesbaarError

KAARTFORMAAT: Final = "passend-sleutelkaart-1"
SLEUTELBYTES: Final = 32
_GROEPEN, _CIJFERS = 8, 4
GEEN_KAART = "Dit is geen sleutelkaart van Passend. Vraag de andere school om haar sleutelkaart."


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleutelkaart:
    """What others may know of a school: who it is, and its two public keys."""

    school: str
    brin: str
    ontvangst: bytes
    ondertekening: bytes

    @property
    def vingerafdruk(self) -> str:
        """What tells this card from every other."""
        return hashlib.sha256(vast(self.als_dict())).hexdigest()

    @property
    def code(self) -> str:
        """The code to read over the telephone: eight groups of four digits."""
        getal = int.from_bytes(bytes.fromhex(self.vingerafdruk))
        groepen = []
        for _groep in range(_GROEPEN):
            getal, groep = divmod(getal, 10**_CIJFERS)
            groepen.append(f"{groep:0{_CIJFERS}d}")
        return " ".join(groepen)

    def als_dict(self) -> dict[str, str]:
        """The card as it is stored and sent."""
        return {
            "formaat": KAARTFORMAAT,
            "school": self.school,
            "brin": self.brin,
            "ontvangst": base64.b64encode(self.ontvangst).decode(),
            "ondertekening": base64.b64encode(self.ondertekening).decode(),
        }

    def als_bestand(self) -> bytes:
        """The card as a file."""
        return json.dumps(self.als_dict(), ensure_ascii=False, indent=1).encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleutels:
    """The private keys of a school; nothing of them is ever shown."""

    ontvangst: X25519PrivateKey
    ondertekening: Ed25519PrivateKey

    def __repr__(self) -> str:
        return "Sleutels(...)"

    def als_bytes(self) -> bytes:
        """Both keys, to be encrypted before they are stored."""
        return self.ontvangst.private_bytes_raw() + self.ondertekening.private_bytes_raw()

    def kaart(self, *, school: str, brin: str) -> Sleutelkaart:
        """The card that goes with these keys."""
        return Sleutelkaart(
            school=school,
            brin=brin,
            ontvangst=self.ontvangst.public_key().public_bytes_raw(),
            ondertekening=self.ondertekening.public_key().public_bytes_raw(),
        )


def maak_sleutels() -> Sleutels:
    """New keys."""
    return Sleutels(ontvangst=X25519PrivateKey.generate(), ondertekening=Ed25519PrivateKey.generate())


def lees_sleutels(ruw: bytes) -> Sleutels:
    """Keys as they were stored."""
    return Sleutels(
        ontvangst=X25519PrivateKey.from_private_bytes(ruw[:SLEUTELBYTES]),
        ondertekening=Ed25519PrivateKey.from_private_bytes(ruw[SLEUTELBYTES:]),
    )


def lees_kaart(inhoud: bytes) -> Sleutelkaart:
    """A card out of a file.

    Raises:
        OnleesbaarError: it is none.
    """
    try:
        ruw = json.loads(inhoud)
    except (ValueError, RecursionError):
        raise OnleesbaarError(GEEN_KAART) from None
    return kaart_van(ruw)


def kaart_van(ruw: Any) -> Sleutelkaart:
    """A card out of plain values.

    Raises:
        OnleesbaarError: these are none.
    """
    try:
        if ruw["formaat"] != KAARTFORMAAT:
            raise OnleesbaarError(GEEN_KAART)
        kaart = Sleutelkaart(
            school=str(ruw["school"])[:160],
            brin=str(ruw["brin"])[:6],
            ontvangst=base64.b64decode(ruw["ontvangst"], validate=True),
            ondertekening=base64.b64decode(ruw["ondertekening"], validate=True),
        )
        X25519PublicKey.from_public_bytes(kaart.ontvangst)
        Ed25519PublicKey.from_public_bytes(kaart.ondertekening)
    except (KeyError, TypeError, ValueError):
        raise OnleesbaarError(GEEN_KAART) from None
    return kaart


def vast(waarde: Any) -> bytes:
    """The one way in which values are written before they are signed."""
    return json.dumps(waarde, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
