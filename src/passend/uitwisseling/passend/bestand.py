"""A report between two Passends: nothing of it is lost, only the receiver can read it, and who sent it is certain.

Encrypted by HPKE (RFC 9180: X25519, HKDF-SHA256, AES-256-GCM) to the key of the receiver, signed by Ed25519 over all of
it. The receiver gives a signed receipt back, so that the sender knows that this very file arrived.
"""

import base64
import hashlib
import json
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

from passend.begrippen.opgave import GeweigerdBestandError, OnleesbaarError
from passend.regels.klok import is_toekomst
from passend.uitwisseling.passend.sleutels import Sleutelkaart, Sleutels, kaart_van, vast

FORMAAT: Final = "passend-overstapbestand-1"
BEWIJSFORMAAT: Final = "passend-ontvangstbewijs-1"
MEESTE_BYTES: Final = 20 * 1024 * 1024
_SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)
GEEN_BESTAND = "Dit is geen overstapbestand van Passend, of het is beschadigd. Vraag het opnieuw aan de andere school."
NIET_VOOR_ONS = "Dit bestand is voor een andere school gemaakt. Geef de andere school de sleutelkaart van uw school."
VERANDERD = "Dit bestand is onderweg veranderd, of het komt niet van wie erop staat. Neem het niet over. Bel de school."
UIT_DE_TOEKOMST = (
    "Volgens dit bestand is het gemaakt op een moment dat nog moet komen. Neem het niet over. Bel de andere school: "
    "de klok van haar computer staat verkeerd, of het bestand klopt niet."
)
GEEN_BEWIJS = "Dit is geen ontvangstbewijs van Passend. Vraag de andere school om het bewijs."


@dataclass(frozen=True, slots=True, kw_only=True)
class Geopend:
    """What was in a file, and who sent it when; whether that school is known is for the reader to say."""

    inhoud: dict[str, Any]
    van: Sleutelkaart
    op: datetime


def is_passendbestand(inhoud: bytes) -> bool:
    """True when a file says it is one of ours."""
    return inhoud[:400].lstrip().startswith(b"{") and FORMAAT.encode() in inhoud[:400]


def verzegel(
    inhoud: dict[str, Any], *, aan: Sleutelkaart, van: Sleutelkaart, sleutels: Sleutels, op: datetime
) -> bytes:
    """The file of a report for one school."""
    kop = {
        "formaat": FORMAAT,
        "aan": aan.vingerafdruk,
        "van": van.als_dict(),
        "gemaakt_op": op.isoformat(timespec="seconds"),
    }
    sleutel = X25519PublicKey.from_public_bytes(aan.ontvangst)
    geheim = _SUITE.encrypt(zlib.compress(vast(inhoud)), sleutel, vast(kop))
    heel = {**kop, "geheim": base64.b64encode(geheim).decode()}
    return json.dumps({**heel, "handtekening": _teken(heel, sleutels)}, ensure_ascii=False).encode()


def open_bestand(bestand: bytes, *, kaart: Sleutelkaart, sleutels: Sleutels, nu: datetime) -> Geopend:
    """What is in a file for this school.

    Raises:
        OnleesbaarError: it is none, is for another school, was changed on its way, or is of a moment yet to come.
    """
    ruw = _lees(bestand, FORMAAT, GEEN_BESTAND)
    if ruw.get("aan") != kaart.vingerafdruk:
        raise GeweigerdBestandError(NIET_VOOR_ONS)
    van = kaart_van(ruw.get("van"))
    _check_handtekening(ruw, van.ondertekening)
    op = _moment(ruw, "gemaakt_op", GEEN_BESTAND)
    if is_toekomst(op, nu=nu):
        raise GeweigerdBestandError(UIT_DE_TOEKOMST)
    kop = {naam: ruw[naam] for naam in ("formaat", "aan", "van", "gemaakt_op")}
    try:
        ingepakt = _SUITE.decrypt(base64.b64decode(ruw["geheim"]), sleutels.ontvangst, vast(kop))
    except (InvalidTag, KeyError, TypeError, ValueError):
        raise GeweigerdBestandError(VERANDERD) from None
    return Geopend(inhoud=_pak_uit(ingepakt), van=van, op=op)


def maak_bewijs(bestand: bytes, *, kaart: Sleutelkaart, sleutels: Sleutels, op: datetime) -> bytes:
    """The receipt for a file, signed by who got it."""
    heel = {
        "formaat": BEWIJSFORMAAT,
        "bestand": hashlib.sha256(bestand).hexdigest(),
        "van": kaart.als_dict(),
        "ontvangen_op": op.isoformat(timespec="seconds"),
    }
    return json.dumps({**heel, "handtekening": _teken(heel, sleutels)}, ensure_ascii=False, indent=1).encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontvangst:
    """That a file arrived: which, when, and by whom it is said."""

    vingerafdruk: str
    op: datetime
    van: Sleutelkaart


def lees_bewijs(bewijs: bytes) -> Ontvangst:
    """What a receipt says; whether the school is known is for the reader to say.

    Raises:
        OnleesbaarError: it is none, or it was changed.
    """
    ruw = _lees(bewijs, BEWIJSFORMAAT, GEEN_BEWIJS)
    van = kaart_van(ruw.get("van"))
    _check_handtekening(ruw, van.ondertekening)
    return Ontvangst(vingerafdruk=str(ruw.get("bestand")), op=_moment(ruw, "ontvangen_op", GEEN_BEWIJS), van=van)


def _moment(ruw: dict[str, Any], veld: str, zin: str) -> datetime:
    """A moment out of what somebody else wrote: with a time zone, or else nobody knows which one it is."""
    try:
        moment = datetime.fromisoformat(ruw[veld])
    except (KeyError, TypeError, ValueError):
        raise OnleesbaarError(zin) from None
    if moment.utcoffset() is None:
        raise OnleesbaarError(zin)
    return moment


def _lees(inhoud: bytes, formaat: str, zin: str) -> dict[str, Any]:
    try:
        ruw = json.loads(inhoud)
    except (ValueError, RecursionError):  # the latter of lists in lists in lists
        raise OnleesbaarError(zin) from None
    if not isinstance(ruw, dict) or ruw.get("formaat") != formaat:
        raise OnleesbaarError(zin)
    return ruw


def _teken(heel: dict[str, Any], sleutels: Sleutels) -> str:
    return base64.b64encode(sleutels.ondertekening.sign(vast(heel))).decode()


def _check_handtekening(ruw: dict[str, Any], sleutel: bytes) -> None:
    heel = {naam: waarde for naam, waarde in ruw.items() if naam != "handtekening"}
    try:
        Ed25519PublicKey.from_public_bytes(sleutel).verify(base64.b64decode(ruw["handtekening"]), vast(heel))
    except (InvalidSignature, KeyError, TypeError, ValueError):
        raise GeweigerdBestandError(VERANDERD) from None


def _pak_uit(ingepakt: bytes) -> dict[str, Any]:
    """Unpack with a limit, for a small file can hold a very large one."""
    uitpakker = zlib.decompressobj()
    try:
        tekst = uitpakker.decompress(ingepakt, MEESTE_BYTES)
        inhoud = json.loads(tekst)
    except (zlib.error, ValueError, RecursionError):
        raise OnleesbaarError(GEEN_BESTAND) from None
    if uitpakker.unconsumed_tail or not isinstance(inhoud, dict):
        raise OnleesbaarError(GEEN_BESTAND)
    return inhoud
