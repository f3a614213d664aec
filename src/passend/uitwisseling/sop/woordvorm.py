"""Words made comparable: case, accents, punctuation and broken lines do not count."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

_NUMMER = re.compile(r"^\s*(?:[•·●▪\uf0b7-]\s*)?(?:(?:\d{1,2}|[A-Za-z])(?:\.\d{1,2})*[.)]\s+)?")
_NOOT = r"(?:\*{1,2}|\d{1,2}\)?)?"
_TEKEN = rf"[(\[]?(?:[xX]{{1,3}}|[vV✓✔☒☑✗✘✕✖×⊠√■🗹🗷🗵✅ⓧⓍ\uf0fc\uf0fe\uf0fb\uf052\uf078]|\d{{1,2}}\s?[xX])[)\]]?{_NOOT}"
_LOS_TEKEN = r"[*●•▪◆⚫]|\+{1,3}"  # a mark when it stands alone in a cell; beside words it is a bullet or an "and"
MERK_WAAR = re.compile(rf"^(?:{_TEKEN}|{_LOS_TEKEN}|[jJ](?:[aA])?{_NOOT})$")
MERK_ONWAAR = re.compile(rf"^(?:[nN](?:[eE]{{2}})?{_NOOT}|☐|□|○|◯|🗆|\[\]|\(\)|\uf0a8|\uf06f)$")
MERK_ONBEKEND = re.compile(r"^(?:[-–—?]|[↓↑→←]|idem|n\.?v\.?t\.?|nvt)$", re.IGNORECASE)
MERK_VERWIJST = re.compile(r"^(?:[?↓↑→←]|idem|n\.?v\.?t\.?|nvt)$", re.IGNORECASE)
KRUIS = re.compile(rf"^{_TEKEN}$")
MERK_TEKEN = re.compile(rf"^(?:{_TEKEN}|{_LOS_TEKEN})$")

_GEEN_LETTER_OF_CIJFER = re.compile(r"[\W_]+")
_AFKORTING = 4
_KORT = 200  # labels and headings come back often; whole documents are not kept


def plat(tekst: str) -> str:
    """Lower case, without accents, single spaces.

    >>> plat("Financiën  Basis")
    'financien basis'
    """
    los = unicodedata.normalize("NFKD", tekst.casefold().replace("’", "'").replace("‘", "'"))
    kaal = los if los.isascii() else "".join(teken for teken in los if not unicodedata.combining(teken))
    return " ".join(kaal.split())


def compact(tekst: str) -> str:
    r"""Only letters and digits.

    >>> compact("School-\nverpleegkundige (+)")
    'schoolverpleegkundige'
    """
    return _compact(tekst) if len(tekst) <= _KORT else _compact.__wrapped__(tekst)


@lru_cache(maxsize=16_384)
def _compact(tekst: str) -> str:
    return _GEEN_LETTER_OF_CIJFER.sub("", plat(tekst))


def zonder_nummer(tekst: str) -> str:
    """A heading without its number, letter or bullet.

    >>> zonder_nummer(" A. Basiskwaliteit  ")
    'Basiskwaliteit'
    """
    return _NUMMER.sub("", tekst).strip()


def is_merk(tekst: str) -> bool:
    """True for a mark in a cell: x, ja, nee, 1x, a dash, an arrow."""
    return bool(MERK_WAAR.match(tekst) or MERK_ONWAAR.match(tekst) or MERK_ONBEKEND.match(tekst))


def lijkt_kop(tekst: str, koppen: Iterable[str], drempel: float) -> bool:
    """True when words are one of these headings, nearly, or one of them cut short with a full stop."""
    eigen = compact(tekst)
    afgekort = len(eigen) >= _AFKORTING and tekst.rstrip().endswith(".")
    vormen = [compact(kop) for kop in koppen]
    return any(fuzz.ratio(eigen, kop) >= drempel or (afgekort and kop.startswith(eigen)) for kop in vormen)


def is_verwijzing(tekst: str) -> bool:
    """True for a mark that says to look elsewhere, asks, or does not answer: an arrow, idem, a question mark, n.v.t."""
    return bool(MERK_VERWIJST.match(tekst))


def eerste_woord(tekst: str) -> str:
    """The first word without the comma behind it.

    >>> eerste_woord("Ja, om de week")
    'Ja'
    """
    return tekst.split(maxsplit=1)[0].rstrip(",.;:") or tekst


def merk_waarde(tekst: str) -> bool | None:
    """What a mark says; None when it says nothing that can be read."""
    if MERK_WAAR.match(tekst):
        return True
    return False if MERK_ONWAAR.match(tekst) else None
