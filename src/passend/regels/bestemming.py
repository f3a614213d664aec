"""To which school a report goes: its name and its BRIN must be of one school, and not of the school that writes it.

A report and its file are for the school where the pupil is or will be enrolled (WPO artikel 42 lid 1), so that a file
that goes to another school than the report names is a leak.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_BRIN = re.compile(r"[0-9]{2}[A-Z]{2}([0-9]{2})?")
_POSTCODE = re.compile(r"[0-9]{4} ?[A-Z]{2}")
_NUMMER = re.compile(r"[0-9]+([ -]?[0-9A-Za-z]+)*")
_SOORTWOORDEN = frozenset(
    {
        "basisschool",
        "school",
        "obs",
        "cbs",
        "rkbs",
        "pcbs",
        "openbare",
        "bijzondere",
        "christelijke",
        "katholieke",
        "montessorischool",
        "daltonschool",
        "jenaplanschool",
        "vrijeschool",
        "kindcentrum",
        "ikc",
        "sbo",
        "so",
        "vso",
        "de",
        "het",
    }
)


class BestemmingError(ValueError):
    """A school or an address that cannot be; the text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scholen:
    """The schools that are known: the own one, and the name of each by its BRIN and site."""

    eigen: str
    namen: Mapping[str, str]


def check_school(naam: str, brin: str, scholen: Scholen) -> str:
    """The BRIN of the school a pupil goes to, found by its name when it was not filled in and one school is called so.

    >>> scholen = Scholen(eigen="99AA00", namen={"99AA00": "De Wilg", "99AC00": "Montessorischool De Kiem"})
    >>> check_school("De Kiem", "", scholen), check_school("Een school elders", "12ab", scholen)
    ('99AC00', '12AB')

    Raises:
        BestemmingError: the BRIN is none, is of another school than the name, or it is the own school.
    """
    code = brin.strip().upper()
    if code and not _BRIN.fullmatch(code):
        raise BestemmingError(
            "Dit is geen BRIN. Een BRIN heeft twee cijfers en twee letters, zoals 99AA, en soms nog twee cijfers voor "
            "de vestiging. Weet u het niet, laat het dan leeg."
        )
    zo_genoemd = [een for een, bekend in scholen.namen.items() if is_zelfde_naam(naam, bekend)]
    if not code:
        code = zo_genoemd[0] if len(zo_genoemd) == 1 else ""
    if (code and scholen.eigen.startswith(code)) or scholen.eigen in zo_genoemd:
        raise BestemmingError("Dit is uw eigen school. Vul de school in waar de leerling naartoe gaat.")
    van_brin = [bekend for een, bekend in scholen.namen.items() if code and een.startswith(code)]
    if van_brin and not any(is_zelfde_naam(naam, bekend) for bekend in van_brin):
        school = van_brin[0]
        raise BestemmingError(
            f"BRIN {code} is van {school}. De naam die u invulde is anders. Kijk na welke school het is."
        )
    if code and zo_genoemd and not any(een.startswith(code) for een in zo_genoemd):
        ander = zo_genoemd[0]
        raise BestemmingError(f"Deze school heeft BRIN {ander}, en niet {code}. Kijk na welke school het is.")
    return code


def check_adres(nummer: str, postcode: str) -> str:
    """The postal code as it is written, when it and the house number can be; both may be left out.

    >>> check_adres("14a", "9999zz")
    '9999 ZZ'

    Raises:
        BestemmingError: one of them cannot be.
    """
    if nummer.strip() and not _NUMMER.fullmatch(nummer.strip()):
        raise BestemmingError("Een huisnummer begint met een cijfer, zoals 14 of 14a. Kijk het huisnummer na.")
    code = postcode.strip().upper()
    if code and not _POSTCODE.fullmatch(code):
        raise BestemmingError("Een postcode heeft vier cijfers en twee letters, zoals 9999 ZZ. Kijk de postcode na.")
    return f"{code[:4]} {code[-2:]}" if code else ""


def is_voor(naar_brin: str, naar_school: str, *, brin: str, school: str) -> bool:
    """True when a file for a school with this BRIN and name is a file for the school that the report names.

    >>> is_voor("99AC", "De Kiem", brin="99AC00", school="Montessorischool De Kiem")
    True
    """
    if naar_brin and brin:
        return brin.startswith(naar_brin) or naar_brin.startswith(brin)
    return is_zelfde_naam(naar_school, school)


def is_zelfde_naam(een: str, ander: str) -> bool:
    """True when two names are of one school, whatever kind of school each of them says that it is.

    >>> is_zelfde_naam("de kiem", "Montessorischool De Kiem"), is_zelfde_naam("De Kiem", "OBS De Zandloper")
    (True, False)
    """
    return _kern(een) == _kern(ander)


def _kern(naam: str) -> list[str]:
    woorden = re.findall(r"\w+", naam.casefold())
    return [woord for woord in woorden if woord not in _SOORTWOORDEN] or woorden
