"""Whether a document is of this school: names are written in many ways, a postcode in one."""

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


def is_andere_postcode(gelezen: str, eigen: str) -> bool:
    """True when both name a postcode and none of those read is the school's own.

    >>> is_andere_postcode("Zeeweg 1, 2555 ab Den Haag", "2555AB")
    False
    >>> is_andere_postcode("Zeeweg 1", "2555AB")
    False
    """
    links, rechts = _postcodes(gelezen), _postcodes(eigen)
    return bool(links and rechts) and not links & rechts


def kern_van_naam(naam: str) -> list[str]:
    """The words of a name that say which school it is, not of what kind.

    >>> kern_van_naam("OBS De Wilgenboom")
    ['wilgenboom']
    """
    kaal = unicodedata.normalize("NFKD", naam.casefold())
    zonder_tekens = "".join(teken for teken in kaal if not unicodedata.combining(teken))
    return [woord for woord in re.findall(r"[a-z0-9]+", zonder_tekens) if woord not in ALGEMEEN]


def _postcodes(tekst: str) -> set[tuple[str, str]]:
    return set(_POSTCODE.findall(tekst.upper()))
