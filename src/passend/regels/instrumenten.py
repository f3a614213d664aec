"""Which instruments test results come from, with their norm schemes; what is not in the catalogue is refused.

A band means something within its scheme only, and a score on a scale within one instrument and version: nothing here
adds or compares over instruments. The catalogue is data: `catalogus/instrumenten.toml`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Protocol

from passend.begrippen.volgen import Vak

HOOGSTE_PERCENTIEL = 100
OUDSTE_TOETS = 20  # years: an older day was typed wrong
HOOGSTE_SCORE, KORT, LANGSTE_VERSIE = Decimal(99_999), 12, 40
_KORTE_WOORDEN = ("afnamemoment", "niveau", "functioneringsniveau", "referentieniveau")


class ToetsresultaatError(ValueError):
    """A result that cannot be; the text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Normschema:
    """A division in bands: lowest first, each with where it begins.

    Attributes:
        code: what a row names.
        naam: what a person reads.
        meting: `percentiel` or `schaalscore`: what the borders are measured in.
        hoogste: the end of the scale.
        niveaus: the bands with where they begin.
    """

    code: str
    naam: str
    meting: str
    hoogste: int
    niveaus: tuple[tuple[str, int], ...]

    def rang(self, niveau: str) -> int | None:
        """How high a band is, 0 for the lowest; None for one that is not of this scheme.

        >>> get_normschema("cito_letters").rang("C"), get_normschema("cito_letters").rang("II")
        (2, None)
        """
        return next((rang for rang, (naam, _vanaf) in enumerate(self.niveaus) if naam == niveau), None)

    def niveau_van(self, waarde: Decimal | float) -> str:
        """The band a percentile or score falls in.

        >>> get_normschema("cito_romeins").niveau_van(20)
        'IV'
        """
        return next((naam for naam, vanaf in reversed(self.niveaus) if waarde >= vanaf), self.niveaus[0][0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A test or system of tests, as its maker calls it, with the schemes and subjects it reports in."""

    code: str
    naam: str
    ook: tuple[str, ...]
    schaalnaam: str
    normschemas: tuple[str, ...]
    vakken: tuple[Vak, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resultaatgegevens:
    """One result as it was typed or read, before it is anybody's."""

    instrument: str
    vak: str
    afgenomen_op: date
    instrumentversie: str = ""
    afnamemoment: str = ""
    ruwe_score: Decimal | None = None
    schaalscore: Decimal | None = None
    niveau: str = ""
    normschema: str = ""
    percentiel: int | None = None
    functioneringsniveau: str = ""
    referentieniveau: str = ""


class Resultaat(Protocol):
    """What is checked of a result, whether it was typed or read."""

    @property
    def instrument(self) -> str: ...
    @property
    def vak(self) -> str: ...
    @property
    def afgenomen_op(self) -> date: ...
    @property
    def instrumentversie(self) -> str: ...
    @property
    def afnamemoment(self) -> str: ...
    @property
    def ruwe_score(self) -> Decimal | None: ...
    @property
    def schaalscore(self) -> Decimal | None: ...
    @property
    def niveau(self) -> str: ...
    @property
    def normschema(self) -> str: ...
    @property
    def percentiel(self) -> int | None: ...
    @property
    def functioneringsniveau(self) -> str: ...
    @property
    def referentieniveau(self) -> str: ...


@cache
def _catalogus() -> Mapping[str, Any]:
    bron = files("passend.regels").joinpath("catalogus", "instrumenten.toml")
    return tomllib.loads(bron.read_bytes().decode())


@cache
def vakwoorden() -> tuple[tuple[str, Vak], ...]:
    """The words by which a subject is known in the name of a test, the longest first.

    >>> next(vak.value for woord, vak in vakwoorden() if woord in "begrijpend lezen 3.0")
    'begrijpend_lezen'
    """
    paren = [(woord, Vak(vak)) for vak, woorden in _catalogus()["vakwoorden"].items() for woord in woorden]
    return tuple(sorted(paren, key=lambda paar: -len(paar[0])))


@cache
def list_normschemas() -> Mapping[str, Normschema]:
    """Every norm scheme by its code."""
    return {
        code: Normschema(
            code=code,
            naam=ruw["naam"],
            meting=ruw["meting"],
            hoogste=ruw["hoogste"],
            niveaus=tuple((naam, vanaf) for naam, vanaf in ruw["niveaus"]),
        )
        for code, ruw in _catalogus()["normschema"].items()
    }


@cache
def list_referentieniveaus() -> tuple[str, ...]:
    """The reference levels that tests give, the lowest first."""
    return tuple(_catalogus()["referentieniveaus"])


@cache
def list_andere_makers() -> tuple[str, ...]:
    """The makers whose tests are not read."""
    return tuple(_catalogus()["andere_makers"])


@cache
def naam_van(code: str) -> str:
    """What a person calls an instrument; its code when it is not in the catalogue any more.

    >>> naam_van("cito_lvs")
    'Cito Volgsysteem'
    """
    instrument = list_instrumenten().get(code)
    return instrument.naam if instrument else code


@cache
def list_instrumenten() -> Mapping[str, Instrument]:
    """Every instrument by its code."""
    return {
        code: Instrument(
            code=code,
            naam=ruw["naam"],
            ook=tuple(ruw["ook"]),
            schaalnaam=ruw["schaalnaam"],
            normschemas=tuple(ruw["normschemas"]),
            vakken=tuple(Vak(vak) for vak in ruw["vakken"]),
        )
        for code, ruw in _catalogus()["instrument"].items()
    }


def get_normschema(code: str) -> Normschema | None:
    """The scheme with a code; None for one that is not known."""
    return list_normschemas().get(code)


@lru_cache(maxsize=512)  # a file names the same few over and over
def find_instrument(naam: str) -> Instrument:
    """The instrument with a code or a name, as a file or a person writes it.

    >>> find_instrument(" cito lovs ").code
    'cito_lvs'

    Raises:
        ToetsresultaatError: the catalogue does not know it.
    """
    gezocht = _plat(naam)
    for instrument in list_instrumenten().values():
        if gezocht in {_plat(woord) for woord in (instrument.code, instrument.naam, *instrument.ook)}:
            return instrument
    bekend = ", ".join(instrument.naam for instrument in list_instrumenten().values())
    raise ToetsresultaatError(
        f"Passend kent de toets “{naam.strip()}” niet. Bekend zijn: {bekend}. Kies er een van, of vraag ons om hem toe "
        "te voegen."
    )


def check_resultaat(
    gegevens: Resultaat, *, geboren_op: date, peildatum: date, uitgeschreven_op: date | None = None
) -> None:
    """Refuse a result that cannot be, with what is wrong and what to do.

    Raises:
        ToetsresultaatError: an unknown instrument, a subject or band that is not of it, a number outside its scale, a
            day that cannot be, or nothing that was scored.
    """
    _check_dag(gegevens.afgenomen_op, geboren_op, peildatum)
    if uitgeschreven_op is not None and gegevens.afgenomen_op > uitgeschreven_op:
        raise ToetsresultaatError(
            f"Deze leerling ging op {uitgeschreven_op:%d-%m-%Y} van school. Een toets van daarna hoort hier niet."
        )
    _check_toets(gegevens.instrument, gegevens.vak, gegevens.niveau, gegevens.normschema, gegevens.percentiel)
    _check_woorden(
        gegevens.instrumentversie,
        gegevens.afnamemoment,
        gegevens.niveau,
        gegevens.functioneringsniveau,
        gegevens.referentieniveau,
    )
    if gegevens.ruwe_score is not None:
        _check_score(gegevens.ruwe_score)
    if gegevens.schaalscore is not None:
        _check_score(gegevens.schaalscore)
        hoogste = _hoogste(gegevens.instrument)
        if hoogste is not None and gegevens.schaalscore > hoogste:
            raise ToetsresultaatError(
                f"De hoogste score van {naam_van(gegevens.instrument)} is {hoogste}. Kijk het na."
            )
    elif gegevens.ruwe_score is None and not _heeft_woord(gegevens):
        raise ToetsresultaatError("Er staat geen score en geen niveau. Vul in wat de toets zegt.")


@lru_cache(maxsize=4096)  # pupils share tests, bands and percentiles
def _check_toets(naam: str, vak: str, niveau: str, normschema: str, percentiel: int | None) -> None:
    instrument = find_instrument(naam)
    if vak not in instrument.vakken:
        vakken = ", ".join(een.replace("_", " ") for een in instrument.vakken)
        gevraagd = vak.replace("_", " ")
        raise ToetsresultaatError(f"{instrument.naam} heeft geen toets voor “{gevraagd}”. Kies uit: {vakken}.")
    if niveau:
        _check_niveau(niveau, normschema, instrument)
    if percentiel is not None and not 0 <= percentiel <= HOOGSTE_PERCENTIEL:
        raise ToetsresultaatError("Een percentiel ligt tussen 0 en 100. Kijk het getal na.")


def _check_dag(afgenomen_op: date, geboren_op: date, peildatum: date) -> None:
    if afgenomen_op > peildatum:
        raise ToetsresultaatError(f"De toets is op {afgenomen_op:%d-%m-%Y}, en dat moet nog komen. Kijk de datum na.")
    if afgenomen_op <= geboren_op or afgenomen_op.year < peildatum.year - OUDSTE_TOETS:
        raise ToetsresultaatError(f"De toets is van {afgenomen_op:%d-%m-%Y}. Dat kan niet. Kijk het jaar na.")


@lru_cache(maxsize=4096)  # pupils share scores
def _check_score(score: Decimal) -> None:
    if not score.is_finite() or not 0 <= score <= HOOGSTE_SCORE:
        raise ToetsresultaatError(f"Een score ligt tussen 0 en {HOOGSTE_SCORE}. Kijk het getal na.")
    if int(score.as_tuple().exponent) < -2:  # noqa: PLR2004 -- hundredths
        raise ToetsresultaatError("Een score heeft hoogstens twee cijfers na de komma. Kijk het getal na.")


@lru_cache(maxsize=512)
def _hoogste(naam: str) -> int | None:
    """The end of the scale of an instrument whose bands are parts of it; None where that is not known."""
    schemas = [list_normschemas()[code] for code in find_instrument(naam).normschemas]
    is_schaal = all(schema.meting == "schaalscore" for schema in schemas)
    return max(schema.hoogste for schema in schemas) if is_schaal else None


@lru_cache(maxsize=4096)
def _check_woorden(versie: str, *woorden: str) -> None:
    te_lang = [len(woord) > KORT for woord in woorden]
    if True in te_lang:
        wat = _KORTE_WOORDEN[te_lang.index(True)]
        raise ToetsresultaatError(f"Het {wat} is langer dan {KORT} tekens. Kijk het na.")
    referentieniveau = woorden[-1]
    if referentieniveau and referentieniveau not in list_referentieniveaus():
        bekend = ", ".join(list_referentieniveaus())
        raise ToetsresultaatError(f"Referentieniveau {referentieniveau} bestaat niet. Kies uit: {bekend}.")
    if len(versie) > LANGSTE_VERSIE:
        raise ToetsresultaatError(f"De versie van de toets is langer dan {LANGSTE_VERSIE} tekens. Maak haar korter.")


def _check_niveau(niveau: str, normschema: str, instrument: Instrument) -> None:
    schema = get_normschema(normschema)
    if schema is None or schema.code not in instrument.normschemas:
        namen = "; ".join(list_normschemas()[code].naam for code in instrument.normschemas)
        raise ToetsresultaatError(f"Bij niveau {niveau} hoort een indeling van {instrument.naam}. Kies uit: {namen}.")
    if schema.rang(niveau) is None:
        niveaus = ", ".join(naam for naam, _vanaf in reversed(schema.niveaus))
        raise ToetsresultaatError(f"Niveau {niveau} bestaat niet in deze indeling. Kies uit: {niveaus}.")


def _heeft_woord(gegevens: Resultaat) -> bool:
    woorden = (gegevens.niveau, gegevens.functioneringsniveau, gegevens.referentieniveau)
    return gegevens.percentiel is not None or any(woorden)


def _plat(naam: str) -> tuple[str, ...]:
    return tuple(naam.casefold().replace("_", " ").split())
