"""How far two areas of a postcode lie from each other, as the crow flies; to look near home first.

The middle of each area comes with the product (`catalogus/postcodegebieden.csv`, rounded from the list "4pp" of 2019
under the MIT licence beside it), so that nothing is asked of anybody about where a child lives.
"""

import csv
import math
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_POSTCODE = re.compile(r"(?<!\d)([1-9]\d{3}) ?[A-Za-z]{2}(?![A-Za-z])")
_KM_PER_GRAAD = 111.2


def gebied_in(tekst: str) -> str:
    """The four digits of the first postcode in a text, such as an address; empty where there is none.

    >>> gebied_in("Rietkade 14, 9999 XA Voorbeeldstad"), gebied_in("Rietkade 1400")
    ('9999', '')
    """
    gevonden = _POSTCODE.search(tekst)
    return gevonden[1] if gevonden else ""


def afstand_km(van: str, naar: str) -> float | None:
    """Kilometres between the middles of two areas, in tenths; None where one of them is not known.

    >>> afstand_km("2526", "2512"), afstand_km("2526", "2526"), afstand_km("2526", "")
    (0.6, 0.0, None)
    """
    middens = load_middens()
    if van not in middens or naar not in middens:
        return None
    (breed, lang), (breed_daar, lang_daar) = middens[van], middens[naar]
    schuin = math.cos(math.radians((breed + breed_daar) / 2))
    return round(math.hypot(breed - breed_daar, (lang - lang_daar) * schuin) * _KM_PER_GRAAD, 1)


@cache
def load_middens() -> Mapping[str, tuple[float, float]]:
    """Latitude and longitude of the middle of each area, in degrees."""
    tekst = files("passend.regels").joinpath("catalogus", "postcodegebieden.csv").read_bytes().decode()
    return {
        rij["postcode"]: (float(rij["breedte"]), float(rij["lengte"])) for rij in csv.DictReader(tekst.splitlines())
    }
