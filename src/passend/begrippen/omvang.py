"""An amount of help out of words: hours, minutes, days, dagdelen or FTE, with numbers as people write them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from passend.begrippen.profielinhoud import Eenheid, Omvang

_BREUKEN = MappingProxyType({"½": "0.5", "¼": "0.25", "¾": "0.75"})
_WOORDEN: Mapping[str, str] = MappingProxyType(
    {"half": "0.5", "halve": "0.5", "anderhalf": "1.5", "anderhalve": "1.5"}
    | {woord: str(nummer) for nummer, woord in enumerate(("een", "twee", "drie", "vier", "vijf", "zes"), start=1)}
    | {"één": "1"}
)
_CIJFERS = r"(?<![\d.,])\d{1,3}(?:[.,]\d{1,3})?(?:\s?[½¼¾])?|[½¼¾]"
_GETAL = rf"(?:{_CIJFERS}|\b(?:{'|'.join(_WOORDEN)})\b)"
_MATEN = (
    (r"fte|wtf", Eenheid.FTE, Decimal(1)),
    (r"dagde(?:el|len)", Eenheid.DAGDELEN, Decimal(1)),
    (r"dag(?:en)?", Eenheid.DAGDELEN, Decimal(2)),
    (r"uur|uren|u", Eenheid.UREN, Decimal(1)),
    (r"min(?:uut|uten)?", Eenheid.UREN, Decimal(1) / Decimal(60)),
    (r"kwartier", Eenheid.UREN, Decimal("0.25")),
)
_MAAT = "|".join(vorm for vorm, _eenheid, _maal in _MATEN)
_MET_MAAT = re.compile(rf"(?P<getal>{_GETAL})\s*(?P<maat>(?:{_MAAT})\b)", re.IGNORECASE)
_KAAL = re.compile(_CIJFERS)
_REEKS = re.compile(rf"(?:{_CIJFERS})\s*(?:[-–x×]|à|tot|t/m|of)\s*(?:{_CIJFERS})", re.IGNORECASE)
_KEER = re.compile(rf"{_GETAL}\s*(?:[x×]|keer|maal)(?![^\W\d_])", re.IGNORECASE)
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Omvanglezing:
    """What a cell says of an amount; `omvang` is None when it tells none, or not which one of two.

    `is_eenduidig` is False when a person should look: a range, a number of times, more amounts, or minutes that are no
    round number of hours.
    """

    omvang: Omvang | None
    is_eenduidig: bool


def lees_omvang(tekst: str, *, standaard: Eenheid | None = None) -> Omvanglezing:
    """The amount in a cell; `standaard` is the unit of the heading, for a bare number.

    >>> lees_omvang("0,9 FTE").omvang
    Omvang(getal=Decimal('0.9'), eenheid=<Eenheid.FTE: 'fte'>)
    >>> lees_omvang("4-6 uur")
    Omvanglezing(omvang=None, is_eenduidig=False)
    """
    if _REEKS.search(tekst):
        return Omvanglezing(None, is_eenduidig=False)
    gevonden = list(_MET_MAAT.finditer(tekst))
    if gevonden:
        omvang, is_rond = _omgerekend(gevonden[0]["getal"], gevonden[0]["maat"])
        een = all(_omgerekend(ander["getal"], ander["maat"])[0] == omvang for ander in gevonden[1:])
        return Omvanglezing(omvang, is_eenduidig=is_rond and een and not _KEER.search(tekst))
    kaal = _KAAL.search(tekst)
    if kaal is None or standaard is None:
        return Omvanglezing(None, is_eenduidig=True)
    alleen = not _KEER.search(tekst) and len(_KAAL.findall(tekst)) == 1
    return Omvanglezing(Omvang(getal=_als_getal(kaal[0]), eenheid=standaard), is_eenduidig=alleen)


def _omgerekend(getal: str, maat: str) -> tuple[Omvang, bool]:
    """An amount in a unit of the vocabulary, and whether that is exact; a day has two dagdelen."""
    eenheid, maal = next((e, m) for vorm, e, m in _MATEN if re.fullmatch(vorm, maat, re.IGNORECASE))
    precies = _als_getal(getal) * maal
    rond = precies.quantize(_CENT)
    is_rond = abs(precies - rond) < Decimal("1e-9")
    eigen = maal == 1
    return Omvang(getal=precies if eigen else rond.normalize() + 0, eenheid=eenheid), eigen or is_rond


def _als_getal(tekst: str) -> Decimal:
    """A number in digits, with a fraction, or as a word."""
    schoon = tekst.strip().casefold()
    if schoon in _WOORDEN:
        return Decimal(_WOORDEN[schoon])
    breuk = _BREUKEN.get(schoon[-1], "0")
    cijfers = schoon.rstrip("½¼¾ ").replace(",", ".") or "0"
    return Decimal(cijfers) + Decimal(breuk) if breuk != "0" else Decimal(cijfers)
