"""What is odd about a result in a file: a band that does not go with its score, or a test that is there already.

It can be right, so it is not refused: somebody looks at it, and leaves it out or takes it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from passend.begrippen.toetsopgave import Toetsregel
from passend.regels.instrumenten import Normschema, get_normschema
from passend.regels.toetsherkenning import schema_bij_vak

ZELFDE_RONDE = timedelta(weeks=6)
_SPELING = 1  # of a percentile or score: makers round near a border

type Toetssleutel = tuple[int, str, str, str, str, date]
type Uitslag = tuple[Decimal | None, Decimal | None, str, str, int | None, str, str]


@dataclass(frozen=True, slots=True)
class Bekenduitslag:
    """A result that is known: the key of its row, and what came out."""

    pk: int
    uitslag: Uitslag


class Eerdere:
    """The results that are known, to find the same test on another day or in another version."""

    def __init__(self, resultaten: Mapping[Toetssleutel, Bekenduitslag]) -> None:
        self._resultaten = resultaten
        self._per_vak: dict[tuple[int, str, str], list[tuple[date, str, Uitslag]]] | None = None

    def twijfel(self, leerling: int, een: Toetsregel) -> str:
        """What is known of about that day; empty when nothing is."""
        if not self._resultaten:
            return ""
        if self._per_vak is None:
            self._per_vak = {}
            for (pk, instrument, _versie, vak, moment, dag), bekend in self._resultaten.items():
                self._per_vak.setdefault((pk, instrument, vak), []).append((dag, moment, bekend.uitslag))
        for dag, moment, uitslag in self._per_vak.get((leerling, een.instrument, een.vak), ()):
            if _is_zelfde_ronde(een, moment, dag):
                return _er_al(dag, uitslag)
        return ""


def list_dubbele(
    nieuw: Sequence[tuple[int, Toetsregel]], gewijzigd: Sequence[tuple[int, Toetsregel]]
) -> dict[Toetssleutel, tuple[str, ...]]:
    """What is asked about a test that a file has twice, on another day or in another version.

    Args:
        nieuw: the results that are not known yet, each with the key of the pupil.
        gewijzigd: those that are known on that day; two of these were both taken over before, and are not asked about.
    """
    alle = (*nieuw, *gewijzigd)
    is_met_moment = all(een.afnamemoment for _pk, een in alle)  # then only tests of one moment can be the same
    if is_met_moment and len({(pk, een.instrument, een.vak, een.afnamemoment) for pk, een in alle}) == len(alle):
        return {}  # as in most files: each test once
    per_toets: dict[tuple[int, str, str, str], list[Toetsregel]] = {}
    for pk, een in alle:
        moment = een.afnamemoment if is_met_moment else ""
        per_toets.setdefault((pk, een.instrument, een.vak, moment), []).append(een)
    bekend = {(pk, *een.toets) for pk, een in gewijzigd}
    zinnen: dict[Toetssleutel, tuple[str, ...]] = {}
    for (pk, _instrument, _vak, _moment), regels in per_toets.items():
        for een, ander in _van_een_ronde(regels) if len(regels) > 1 else ():
            sleutel, andere = (pk, *een.toets), (pk, *ander.toets)
            if sleutel in bekend and andere in bekend:
                continue
            zinnen[sleutel] = (*zinnen.get(sleutel, ()), _twee_keer(een, ander))
            zinnen[andere] = (*zinnen.get(andere, ()), _twee_keer(ander, een))
    return zinnen


def _van_een_ronde(regels: Sequence[Toetsregel]) -> Iterator[tuple[Toetsregel, Toetsregel]]:
    """Each two of one round, the first day first; a pupil can have ten years of tests, so only what is near is held."""
    op_dag = sorted(regels, key=lambda een: een.afgenomen_op)
    for plek, een in enumerate(op_dag):
        for ander in islice(op_dag, plek + 1, None):
            if ander.afgenomen_op - een.afgenomen_op > ZELFDE_RONDE:
                break
            if _is_zelfde_ronde(een, ander.afnamemoment, ander.afgenomen_op):
                yield een, ander


def _twee_keer(een: Toetsregel, ander: Toetsregel) -> str:
    return (
        f"Deze toets staat twee keer in het bestand: op regel {een.regel} van {een.afgenomen_op:%d-%m-%Y}, en op regel "
        f"{ander.regel} van {ander.afgenomen_op:%d-%m-%Y}. Welke klopt? Sla de andere over. Zijn het echt twee "
        "afnames, laat dan beide staan."
    )


def _is_zelfde_ronde(een: Toetsregel, moment: str, dag: date) -> bool:
    is_zelfde = moment == een.afnamemoment or not (moment and een.afnamemoment)
    return is_zelfde and abs(een.afgenomen_op - dag) <= ZELFDE_RONDE


def _er_al(dag: date, uitslag: Uitslag) -> str:
    ruw, schaal, niveau, _schema, percentiel, functionering, referentie = uitslag
    if schaal is not None:
        return f"Van {dag:%d-%m-%Y} staat deze toets er al, met score {_getal(schaal)}. Is dit een andere toets?"
    if ruw is not None:
        return f"Van {dag:%d-%m-%Y} staat deze toets er al, met ruwe score {_getal(ruw)}. Is dit een andere toets?"
    woord = niveau or referentie or functionering or f"P{percentiel}"
    return f"Van {dag:%d-%m-%Y} staat deze toets er al, met uitslag {woord}. Is dit een andere toets?"


def list_twijfels_niveau(een: Toetsregel) -> tuple[str, ...]:
    """Which band or reference level does not go with the percentile or the score beside it."""
    niveau, schema, percentiel, referentie = een.niveau, een.normschema, een.percentiel, een.referentieniveau
    zin = _bij_percentiel(niveau, schema, percentiel) if niveau and percentiel is not None else ""
    normen = schema_bij_vak(een.instrument, een.vak)
    if not normen or een.schaalscore is None:
        return (zin,) if zin else ()
    woorden = dict.fromkeys((niveau, referentie))  # each once, in this order
    zinnen = (zin, *(_bij_score(woord, normen, een.schaalscore) for woord in woorden if woord))
    return tuple(zin for zin in zinnen if zin)


@lru_cache(maxsize=4096)  # pupils share bands and percentiles
def _bij_percentiel(niveau: str, schema: str, percentiel: int) -> str:
    normen = get_normschema(schema)
    if normen is None or normen.meting != "percentiel" or niveau in _rond(normen, percentiel):
        return ""
    hoort = normen.niveau_van(percentiel)
    return f"Niveau {niveau} past niet bij percentiel {percentiel}: daar hoort {hoort} bij. Klopt het?"


def _bij_score(niveau: str, schema: str, score: Decimal) -> str:
    normen = get_normschema(schema)
    if normen is None or niveau in _rond(normen, score):
        return ""
    hoort = normen.niveau_van(score)
    return f"Niveau {niveau} past niet bij score {_getal(score)}: daar hoort {hoort} bij. Klopt het?"


def _rond(normen: Normschema, waarde: Decimal | int) -> set[str]:
    """The bands a number can be in: makers round near a border, and no band is narrower than that."""
    return {normen.niveau_van(waarde - _SPELING), normen.niveau_van(waarde + _SPELING)}


def _getal(waarde: Decimal | int) -> str:
    return f"{Decimal(waarde).normalize():f}".replace(".", ",")
