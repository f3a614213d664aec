"""In which order the parts and the fields of a report are read: that of the decree, never that of the alphabet.

A database and a sealed file may lay the fields of a thing in another order; a report says itself which one is right.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from passend.begrippen.overstap import RAPPORTTEKSTEN
from passend.regels.oppdelen import DELEN

VOLGORDE: Final = "volgorde"
_EERSTE_VERSIE: Final[Mapping[str, Sequence[str]]] = {
    "loopbaan": ("schooljaar", "groep", "van", "tot_en_met"),
    "kenmerken": ("soort", "tekst", "van", "tot_en_met"),
    "plannen": ("nummer", "van", "tot_en_met", "niveau", "aanleiding", "doel", "uitkomst", "evaluatie", "wat_werkte"),
    "planregels": ("plan", "aanpak", "wie", "hoe_vaak", "behoefte"),
    "ontwikkelingsperspectieven": (
        *("versie", "begonnen_op", "geeindigd_op", "vastgesteld_op"),
        *(deel.code for deel in DELEN),
    ),
    "oppevaluaties": ("versie", "op", "werkte", "werkte_niet", "vervolg"),
    "besluiten": ("op", "wat", "wie", "uiterlijk_op", "gedaan_op"),
    "relatief_verzuim": ("op", "uren"),
}
"""Of reports of before they said it themselves."""


def in_volgorde(inhoud: Mapping[str, Any]) -> dict[str, Any]:
    """A report with its fields in the order in which a person reads them (Besluit uitwisseling 2 tot en met 7).

    >>> rubriek = {"naam": "planregels", "velden": {"aanpak": "Wat", "plan": "Plan"}, "regels": []}
    >>> deel = {"code": "begeleiding", "teksten": {}, "rubrieken": [rubriek]}
    >>> list(in_volgorde({"onderdelen": [deel]})["onderdelen"][0]["rubrieken"][0]["velden"])
    ['plan', 'aanpak']
    """
    return {**inhoud, "onderdelen": [_deel(deel) for deel in inhoud["onderdelen"]]}


def _deel(deel: Mapping[str, Any]) -> dict[str, Any]:
    teksten = _sorteer(deel["teksten"], RAPPORTTEKSTEN)
    return {**deel, "teksten": teksten, "rubrieken": [_rubriek(een) for een in deel["rubrieken"]]}


def _rubriek(rubriek: Mapping[str, Any]) -> dict[str, Any]:
    volgorde = rubriek.get(VOLGORDE) or _EERSTE_VERSIE.get(rubriek["naam"], ())
    return {**rubriek, "velden": _sorteer(rubriek["velden"], volgorde)}


def _sorteer(waarden: Mapping[str, Any], volgorde: Iterable[str]) -> dict[str, Any]:
    """Those of the order first; what it does not name after them, as it came."""
    eerst = [code for code in volgorde if code in waarden]
    return {code: waarden[code] for code in (*eerst, *(code for code in waarden if code not in eerst))}
