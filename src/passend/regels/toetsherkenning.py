"""Which test a name in a file means: its instrument, version, subject and moment, by the words of the catalogue.

What is not recognised stays empty: somebody says it then, and nothing is guessed (AVG artikel 5 lid 1 onder d).
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from passend.begrippen.volgen import Vak
from passend.regels.herkenning import platte_tekst
from passend.regels.instrumenten import list_andere_makers, list_instrumenten, list_normschemas, vakwoorden

IEP_REKENEN, IEP_TAAL = "iep_rekenen", "iep_taal"
EINDMAANDEN, BEGINMAANDEN = (4, 5, 6, 7), (8, 9, 10)
_MOMENT = re.compile(r"\b([BME])\s?([3-8])\b", re.IGNORECASE)
_VERSIE = re.compile(r"\b(\d\.\d)\b")
_TEKENS = re.compile(r"[^a-z0-9.]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsduiding:
    """What a test is; empty where it could not be told."""

    instrument: str = ""
    versie: str = ""
    vak: str = ""
    moment: str = ""

    @property
    def is_heel(self) -> bool:
        """True when a result can be kept with it."""
        return bool(self.instrument and self.vak)


@lru_cache(maxsize=1024)
def duid_toets(naam: str, vakgebied: str) -> Toetsduiding:
    """What the name of a test says; the subject that the file names goes first.

    >>> duid_toets("Cito LVS Rekenen-Wiskunde 3.0 M5", "")
    Toetsduiding(instrument='cito_lvs', versie='3.0', vak='rekenen', moment='M5')
    """
    versie = _VERSIE.search(naam)
    return Toetsduiding(
        instrument=herken_instrument(naam),
        versie=versie[1] if versie else "",
        vak=herken_vak(vakgebied) or herken_vak(naam),
        moment=herken_moment(naam),
    )


def herken_vak(tekst: str) -> str:
    """The subject in a name; empty when there is none.

    >>> herken_vak("Begr. lezen"), herken_vak("DMT"), herken_vak("Gym")
    ('begrijpend_lezen', 'technisch_lezen', '')
    """
    woorden = f" {_plat(tekst.replace('.', ' '))} "
    return next((vak.value for woord, vak in vakwoorden() if f" {_plat(woord)} " in woorden), "")


def herken_instrument(tekst: str) -> str:
    """The instrument in a name; empty when there is none.

    >>> herken_instrument("IEP LVS Rekenen"), herken_instrument("Leerling in beeld 3"), herken_instrument("AVI")
    ('iep', 'cito_lib', '')
    """
    gezocht = f" {_plat(tekst)} "
    namen = sorted(
        ((_plat(naam), een.code) for een in list_instrumenten().values() for naam in (een.code, een.naam, *een.ook)),
        key=lambda paar: -len(paar[0]),
    )
    return next((code for naam, code in namen if f" {naam} " in gezocht), "")


def herken_moment(tekst: str) -> str:
    """The moment in a name: beginning, middle or end of a group.

    >>> herken_moment("Spelling e4"), herken_moment("Spelling")
    ('E4', '')
    """
    gevonden = _MOMENT.search(tekst)
    return f"{gevonden[1].upper()}{gevonden[2]}" if gevonden else ""


def gewoon_moment(groep: str, dag: date) -> str:
    """The moment at which a group is usually tested around a day: the middle in winter, the end in summer.

    >>> gewoon_moment("5", date(2026, 1, 20)), gewoon_moment("5a", date(2026, 6, 9))
    ('M5', 'E5')
    """
    jaargroep = re.match(r"[3-8]", groep)
    if jaargroep is None:
        return ""
    return f"{'E' if dag.month in EINDMAANDEN else 'B' if dag.month in BEGINMAANDEN else 'M'}{jaargroep[0]}"


def herken_schema(niveaus: Collection[str], *, instrument: str, vak: str) -> str:
    """The first norm scheme that has all of these bands; the one of the subject where a maker has one for each.

    >>> herken_schema({"I+", "III"}, instrument="", vak=""), herken_schema({"1F"}, instrument="iep", vak="rekenen")
    ('cito_romeins_plus', 'iep_rekenen')
    """
    mogelijk = list_instrumenten()[instrument].normschemas if instrument else tuple(list_normschemas())
    past = [
        code
        for code in mogelijk
        if niveaus and set(niveaus) <= {naam for naam, _vanaf in list_normschemas()[code].niveaus}
    ]
    if past and (vast := schema_bij_vak(instrument, vak)):
        return vast
    return next(iter(past), "")


@cache
@lru_cache(maxsize=512)  # of a file each line asks it
def schema_bij_vak(instrument: str, vak: str) -> str:
    """The norm scheme that follows from the subject, of a maker that has one for each; empty for another maker.

    >>> schema_bij_vak("iep", "rekenen"), schema_bij_vak("iep", "taalverzorging"), schema_bij_vak("cito_lvs", "rekenen")
    ('iep_rekenen', 'iep_taal', '')
    """
    gekend = list_instrumenten().get(instrument)
    if not vak or gekend is None or set(gekend.normschemas) != {IEP_TAAL, IEP_REKENEN}:
        return ""
    return IEP_REKENEN if vak == Vak.REKENEN else IEP_TAAL


def herken_andere_maker(tekst: str) -> str:
    """The maker in a name whose tests are not read; empty when there is none.

    >>> herken_andere_maker("SCOL leerlinglijst"), herken_andere_maker("Spelling M5")
    ('SCOL', '')
    """
    gezocht = f" {_plat(tekst)} "
    return next((maker for maker in list_andere_makers() if f" {_plat(maker)} " in gezocht), "")


def _plat(tekst: str) -> str:
    return " ".join(_TEKENS.sub(" ", platte_tekst(tekst)).split())
