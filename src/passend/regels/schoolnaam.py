"""Which school is meant, by a document or by who types it: names are written in many ways, a postcode in one."""

import re
import unicodedata
from collections.abc import Collection
from difflib import SequenceMatcher

# words that say what kind of school it is, not which one
_WOORDEN = (
    "basisschool school scholen onderwijs primair openbare protestants christelijke katholieke rooms bijzondere "
    "montessori dalton jenaplan bs obs cbs rkbs kbs pcb pcbs pcbo ibs sbo so de het een t van der den in te en "
    "locatie vestiging"
)
ALGEMEEN = frozenset(_WOORDEN.split())
_BIJZONDER = frozenset({"cbs", "rkbs", "kbs", "pcb", "pcbs", "pcbo", "ibs"})
_VERSCHIL = (
    (frozenset({"sbo", "so"}), frozenset({"basisschool", "bs", "obs"}) | _BIJZONDER),
    (
        frozenset({"obs", "openbare"}),
        frozenset({"bijzondere", "christelijke", "protestants", "katholieke", "rooms"}) | _BIJZONDER,
    ),
)
LIJKT = 0.8  # a slip of the pen apart
_POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([A-Z]{2})\b")


def is_andere_naam(gelezen: str, eigen: str) -> bool:
    """True when a name clearly is that of another school.

    >>> is_andere_naam("OBS Het Duinpad (Den Haag)", "Basisschool 't Duinpad")
    False
    >>> is_andere_naam("Basisschool 't Palet", "Basisschool Het Duinpad")
    True
    """
    links, rechts = kern_van_naam(gelezen), kern_van_naam(eigen)
    if set(links).issubset(rechts) or set(rechts).issubset(links):
        return False
    return SequenceMatcher(None, "".join(links), "".join(rechts)).ratio() < LIJKT


def naam_van_school(gelezen: str, eigen: str) -> str:
    """The name a profile gives its school, when that is this school; else the name it is registered under.

    >>> naam_van_school("OBS De Wilgenboom", "De Wilgenboom"), naam_van_school("Het Kompas", "De Wilgenboom")
    ('OBS De Wilgenboom', 'De Wilgenboom')
    """
    naam = " ".join(gelezen.split())
    return naam if kern_van_naam(naam) and not is_andere_naam(naam, eigen) else eigen


def is_zelfde_school(naam: str, *, eigen: Collection[str], plaats: str) -> bool:
    """True when somebody typed this very school: one of its names, however written, with its own place or without.

    A school of the same name in another place is another school.

    >>> is_zelfde_school("OBS De Wilgenboom", eigen=["De Wilgenboom"], plaats="Duinrand")
    True
    >>> is_zelfde_school("de wilgenboom, duinrand", eigen=["De Wilgenboom"], plaats="Duinrand")
    True
    >>> is_zelfde_school("De Wilgenboom, Zeestad", eigen=["De Wilgenboom"], plaats="Duinrand")
    False
    """
    getypt, plek = set(kern_van_naam(naam)), set(kern_van_naam(plaats))
    kernen = [set(kern_van_naam(een)) for een in eigen]
    return any(kern and kern <= getypt <= kern | plek for kern in kernen)


def splits_plaats(school: str) -> tuple[str, str]:
    """The name of a school and the place behind its last comma; the place is empty where nobody wrote one.

    >>> splits_plaats("De Wilgenboom, locatie Zuid, Zeestad"), splits_plaats("De Wilgenboom")
    (('De Wilgenboom, locatie Zuid', 'Zeestad'), ('De Wilgenboom', ''))
    """
    naam, _komma, plaats = school.rpartition(",")
    return (naam.strip(), plaats.strip()) if naam.strip() else (school.strip(), "")


def is_zelfde_plaats(een: str, ander: str) -> bool:
    """True when two places are one, however written.

    >>> is_zelfde_plaats("den haag", "Den Haag"), is_zelfde_plaats("Een", "een"), is_zelfde_plaats("", "")
    (True, True, False)
    """
    links, rechts = (kern_van_naam(plaats) or plaats.casefold().split() for plaats in (een, ander))
    return bool(links) and links == rechts


def is_zelfde_in_plaats(school: str, *, eigen: Collection[str], plaats: str) -> bool:
    """True when a name with its place is that of a school: a name without a place never is.

    >>> is_zelfde_in_plaats("OBS de wilgenboom, DUINRAND", eigen=["De Wilgenboom"], plaats="Duinrand")
    True
    >>> is_zelfde_in_plaats("De Wilgenboom", eigen=["De Wilgenboom"], plaats="Duinrand")
    False
    """
    naam, plek = splits_plaats(school)
    return is_zelfde_plaats(plek, plaats) and is_zelfde_school(naam, eigen=eigen, plaats=plaats)


def is_andere_soort(een: str, ander: str) -> bool:
    """True when two names each say of what kind their school is, and say something else.

    >>> is_andere_soort("Basisschool De Wilg", "SBO De Wilg"), is_andere_soort("OBS De Wilg", "RKBS De Wilg")
    (True, True)
    >>> is_andere_soort("De Wilg", "SBO De Wilg"), is_andere_soort("OBS De Wilg", "Basisschool De Wilg")
    (False, False)
    """
    links, rechts = set(_woorden(een)), set(_woorden(ander))
    return any((links & dit and rechts & dat) or (rechts & dit and links & dat) for dit, dat in _VERSCHIL)


def noemt_sbo(naam: str) -> bool:
    """True when a name says that its school is one for special primary education.

    >>> noemt_sbo("sbo De Wilg"), noemt_sbo("De Sbolt")
    (True, False)
    """
    return "sbo" in _woorden(naam)


def is_andere_postcode(gelezen: str, eigen: str) -> bool:
    """True when both name a postcode and none of those read is the school's own.

    >>> is_andere_postcode("Zeeweg 1, 2555 ab Den Haag", "2555AB")
    False
    >>> is_andere_postcode("Zeeweg 1", "2555AB")
    False

    A post-office box says nothing of where the school stands.

    >>> is_andere_postcode("Postbus 12, 2500 AA Den Haag", "2555AB")
    False
    """
    if "postbus" in gelezen.casefold():
        return False
    links, rechts = _postcodes(gelezen), _postcodes(eigen)
    return bool(links and rechts) and not links & rechts


def kern_van_naam(naam: str) -> list[str]:
    """The words of a name that say which school it is, not of what kind.

    >>> kern_van_naam("OBS De Wilgenboom")
    ['wilgenboom']
    """
    return [woord for woord in _woorden(naam) if woord not in ALGEMEEN]


def _woorden(naam: str) -> list[str]:
    kaal = unicodedata.normalize("NFKD", naam.casefold())
    zonder_tekens = "".join(teken for teken in kaal if not unicodedata.combining(teken))
    return re.findall(r"[a-z0-9]+", zonder_tekens)


def _postcodes(tekst: str) -> set[tuple[str, str]]:
    return set(_POSTCODE.findall(tekst.upper()))
