"""What may stand in EDEXML, per version: the names of its parts, its lists of codes, and how long words may be.

Passend keeps few of these values, and still looks at all of them: a file that breaks its own rules is not to be trusted
with the rest. School years are not taken from the list of the standard, which ends at 2024-2025.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from passend.begrippen.opgave import OnleesbaarError

_JAARGROEPEN_1 = frozenset({*map(str, range(9)), *map(str, range(11, 14)), *"SH"})
_JAARGROEPEN_2 = frozenset({*map(str, range(9)), *map(str, range(11, 17)), *"BDSVCNH"})
_ROLLEN = frozenset(
    {
        *("ADJ", "ADM", "CON", "DIR", "ICT", "IB", "KLA", "LRK"),
        *("LOS", "LOC", "OWA", "OUD", "RT", "SMW", "STA", "VAK"),
    }
)
_NAAM = "achternaam voorvoegsel voorletters-1 roepnaam"
_KOP = f"{_NAAM} geboortedatum geslacht jaargroep groep"
_NUMMERS_1 = frozenset({"sofinummer", "onderwijsnummer"})
_NUMMERS_2 = _NUMMERS_1 | {"bsn", "bsn_ondwnr-4", "rijksregisternummer"}
_STAART = "etniciteit land land_vader land_moeder gewicht_nieuw gewicht postcodenl postcodeoverig"
_SLOT = "instroomdatum uitstroomdatum toevoegingen mutatiedatum"
_LEERLING_1 = frozenset(f"{_KOP} {_STAART} {_SLOT}".split())
_NIEUW_IN_2 = "voornamen start_ondw_jgr3 samengestelde_groepen vestiging gebruikersnaam emailadres fotourl postnummerbe"
_LEERLING_2 = frozenset(f"{_KOP} {_STAART} {_SLOT} {_NIEUW_IN_2}".split())
_LEERKRACHT = frozenset(
    f"{_NAAM} voornamen gebruikersnaam emailadres rol rolomschrijving groepen toevoegingen mutatiedatum".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Formaat:
    """One version of the standard; `gewone_delen` are the parts of a pupil that are no number of the state."""

    versie: str
    langste_sleutel: int
    langste_achternaam: int
    gewone_delen: frozenset[str]
    nummers: frozenset[str]
    van_leerkracht: frozenset[str]
    codes: Mapping[str, frozenset[str]]
    rollen: frozenset[str]


def _codes(jaargroepen: frozenset[str]) -> dict[str, frozenset[str]]:
    return {
        "geslacht": frozenset("0129"),
        "jaargroep": jaargroepen,
        "etniciteit": frozenset("901"),
        "gewicht_nieuw": frozenset({"?", "0", "0,3", "1,2"}),
        "gewicht": frozenset({"?", "0.00", "0.25", "0.40", "0.70", "0.90"}),
    }


_EEN = Formaat(
    versie="1.0.3",
    langste_sleutel=64,
    langste_achternaam=70,
    gewone_delen=_LEERLING_1,
    nummers=_NUMMERS_1,
    van_leerkracht=_LEERKRACHT,
    codes=_codes(_JAARGROEPEN_1),
    rollen=_ROLLEN,
)
_TWEE = Formaat(
    versie="2.0",
    langste_sleutel=64,
    langste_achternaam=200,
    gewone_delen=_LEERLING_2,
    nummers=_NUMMERS_2,
    van_leerkracht=_LEERKRACHT,
    codes=_codes(_JAARGROEPEN_2),
    rollen=_ROLLEN,
)
_TWEE_EEN = Formaat(
    versie="2.1",
    langste_sleutel=256,
    langste_achternaam=200,
    gewone_delen=_LEERLING_2,
    nummers=_NUMMERS_2,
    van_leerkracht=_LEERKRACHT,
    codes=_codes(_JAARGROEPEN_2),
    rollen=_ROLLEN | {"TAL"},
)
FORMATEN = {"1.0.3": _EEN, "1.03": _EEN, "2.0": _TWEE, "2.1": _TWEE_EEN}
NIEUWSTE = _TWEE_EEN


def kies_formaat(versie: str) -> Formaat:
    """The version that a file says it has, or that somebody asks for; the newest when nothing is said.

    >>> kies_formaat("1.03").versie, kies_formaat("").versie
    ('1.0.3', '2.1')

    Raises:
        OnleesbaarError: no such version is known.
    """
    if not versie:
        return NIEUWSTE
    if versie not in FORMATEN:
        bekend = ", ".join(sorted({formaat.versie for formaat in FORMATEN.values()}))
        raise OnleesbaarError(
            f"Dit bestand is EDEXML {versie}. Passend leest {bekend}. Maak het opnieuw in een van die versies."
        )
    return FORMATEN[versie]
