"""What the rows of a table say of test results, once it is known what the columns are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from passend.begrippen.opgave import Invoersoort, Weigering
from passend.begrippen.toetsopgave import Toetsopgave, Toetsregel
from passend.regels.herkenning import platte_tekst
from passend.regels.instrumenten import ToetsresultaatError, list_instrumenten, list_normschemas
from passend.regels.toetsherkenning import (
    Toetsduiding,
    duid_toets,
    herken_andere_maker,
    herken_instrument,
    herken_moment,
    schema_bij_vak,
)
from passend.uitwisseling.tabel.kolommen import Koppeling
from passend.uitwisseling.tabel.opgave import RijError, namen_uit
from passend.uitwisseling.tabel.tabel import Tabel
from passend.uitwisseling.tabel.toetskolommen import ALLE, BIJ_VAK, WAARDEN
from passend.uitwisseling.tabel.waarden import lees_kolomdag

_LEEG = frozenset({"", "-", "–", "n.v.t.", "nvt", "x"})
_DAGNAMEN = {"geboren_op": "geboortedatum", "afgenomen_op": "datum van de toets"}
_ONDER = frozenset({"< 1F", "ONDER 1F", "-1F", "NOG GEEN 1F"})

type Waarden = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Lezer:
    """Where the columns are, and what is the same for all rows."""

    plekken: Mapping[str, int]
    alle: Mapping[str, str]
    vakken: tuple[str, ...]  # those that are in a heading

    @property
    def is_lang(self) -> bool:
        """True when a score stands in a column without a subject in its heading."""
        return any(veld in self.plekken for veld in WAARDEN)


def maak_toetsopgave(tabel: Tabel, koppeling: Koppeling, soort: Invoersoort) -> Toetsopgave:
    """Everything the rows say; what cannot be is refused with its line and the reason."""
    plekken = {
        veld: tabel.koppen.index(kop)
        for veld, kop in koppeling.items()
        if kop in tabel.koppen and not veld.startswith(ALLE)
    }
    alle = {veld.removeprefix(ALLE): wat for veld, wat in koppeling.items() if veld.startswith(ALLE)}
    vakken = tuple(dict.fromkeys(vak for veld in plekken if (vak := veld.partition(BIJ_VAK)[2])))
    lezer = _Lezer(plekken, alle, vakken)
    regels, weigeringen = [], []
    for regel, cellen in tabel.rijen:
        waarden = {veld: cellen[plek] for veld, plek in plekken.items()}
        wie = " ".join(deel for deel in namen_uit(waarden) if deel)
        for vak in (*lezer.vakken, *([""] if lezer.is_lang else [])):
            eigen = _van_vak(waarden, vak)
            if vak and all(eigen[veld] in _LEEG for veld in WAARDEN):
                continue
            try:
                regels.append(_regel(regel, wie, eigen, vak, lezer))
            except (RijError, ToetsresultaatError) as fout:
                weigeringen.append(
                    Weigering(regel, wie or waarden.get("sleutel", ""), str(fout), waarden.get("sleutel", ""))
                )
    opmerkingen = (
        f"De kolom '{kop}' is weggelaten, want daar staan burgerservicenummers of onderwijsnummers in."
        for kop in tabel.weggelaten
    )
    return Toetsopgave(
        soort=soort,
        regels=regels,
        weigeringen=weigeringen,
        opmerkingen=(*tabel.opmerkingen, *opmerkingen),
        twijfel=tabel.twijfel,
    )


def _van_vak(waarden: Waarden, vak: str) -> dict[str, str]:
    """The values of a row with the scores of one subject, under their plain names."""
    achter = f"{BIJ_VAK}{vak}" if vak else ""
    gewoon = {veld: waarde for veld, waarde in waarden.items() if BIJ_VAK not in veld and veld not in WAARDEN}
    return gewoon | {veld: waarden.get(f"{veld}{achter}", "").strip() for veld in WAARDEN}


def _regel(regel: int, wie: str, waarden: Waarden, vak: str, lezer: _Lezer) -> Toetsregel:
    duiding = duid_toets(waarden.get("toets", ""), waarden.get("vak", ""))
    instrument = _instrument(waarden, duiding, lezer)
    vak = vak or duiding.vak or lezer.alle.get("vak", "")
    if not vak:
        gevonden = waarden.get("vak") or waarden.get("toets") or ""
        raise RijError(
            f"Passend kent het vak '{gevonden}' niet. Kies een vak voor alle toetsen, of verander het woord."
        )
    niveau = _niveau(waarden["niveau"])
    return Toetsregel(
        regel,
        waarden.get("sleutel", ""),
        wie,
        _dag("geboren_op", waarden["geboren_op"]) if waarden.get("geboren_op") else None,
        instrument,
        vak,
        _afname(waarden, lezer),
        waarden.get("instrumentversie", "") or duiding.versie,
        _moment(waarden, duiding, lezer),
        _getal(waarden["ruwe_score"]),
        _getal(waarden["schaalscore"]),
        niveau,
        _schema(niveau, waarden, instrument, vak, lezer),
        _percentiel(waarden["percentiel"]),
        _woord(waarden["functioneringsniveau"]),
        _niveau(waarden["referentieniveau"]),
    )


def _instrument(waarden: Waarden, duiding: Toetsduiding, lezer: _Lezer) -> str:
    """The code of the instrument.

    Raises:
        RijError: the catalogue does not know what the row says, or the row does not say it and nobody said it of the
            file.
    """
    if gegeven := waarden.get("instrument"):
        return _find_maker(gegeven)
    toets = waarden.get("toets", "")
    if not duiding.instrument and (maker := herken_andere_maker(toets)):
        raise RijError(f"Passend leest geen toetsen van {maker}. Deze regel blijft weg.")
    if instrument := duiding.instrument or lezer.alle.get("instrument", ""):
        return instrument
    raise RijError(
        f"Passend kent de toets '{toets}' niet, en deze regel blijft weg. Is hij van een maker die Passend leest? "
        "Kies die maker dan voor alle toetsen."
    )


@lru_cache(maxsize=256)
def _find_maker(naam: str) -> str:
    """The code of the maker in a column of makers, also where its name stands among other words.

    Raises:
        RijError: its tests are not read, or the catalogue does not know it.
    """
    if maker := herken_andere_maker(naam):
        raise RijError(f"Passend leest geen toetsen van {maker}. Deze regel blijft weg.")
    if instrument := herken_instrument(naam):
        return instrument
    bekend = ", ".join(een.naam for een in list_instrumenten().values())
    raise RijError(
        f"Passend kent de maker '{naam}' niet. Passend leest toetsen van: {bekend}. Is het een van deze? Kies dan "
        "Kolommen aanpassen, lees de kolom met de maker niet in, en kies de maker voor alle toetsen. Anders blijft "
        "deze regel weg."
    )


def _afname(waarden: Waarden, lezer: _Lezer) -> date:
    tekst = waarden.get("afgenomen_op", "") or lezer.alle.get("afgenomen_op", "")
    if not tekst:
        raise RijError("De datum van de toets is leeg. Vul hem in, of kies een datum voor alle toetsen.")
    return _dag("afgenomen_op", tekst)


@lru_cache(maxsize=4096)
def _dag(wat: str, tekst: str) -> date:
    dag = lees_kolomdag(tekst)
    if dag is None:
        raise RijError(f"De {_DAGNAMEN[wat]} '{tekst}' bestaat niet. Schrijf een dag als 14-03-2026.")
    return dag


def _moment(waarden: Waarden, duiding: Toetsduiding, lezer: _Lezer) -> str:
    gegeven = waarden.get("afnamemoment", "")
    return herken_moment(gegeven) or gegeven or duiding.moment or lezer.alle.get("afnamemoment", "")


def _getal(tekst: str) -> Decimal | None:
    if tekst.lower() in _LEEG:
        return None
    try:
        getal = Decimal(tekst.replace("%", "").replace(",", ".").strip())
    except InvalidOperation:
        raise RijError(f"'{tekst}' is geen getal. Kijk de score na.") from None
    if not getal.is_finite():
        raise RijError(f"'{tekst}' is geen getal. Kijk de score na.")
    return getal


def _percentiel(tekst: str) -> int | None:
    getal = _getal(tekst)
    if getal is not None and getal != int(getal):
        raise RijError(f"Het percentiel '{tekst}' is geen heel getal. Kijk het na.")
    return None if getal is None else int(getal)


def _woord(tekst: str) -> str:
    return "" if tekst.lower() in _LEEG else tekst


def _niveau(tekst: str) -> str:
    groot = _woord(tekst).upper()
    return "<1F" if groot in _ONDER else groot


def _schema(niveau: str, waarden: Waarden, instrument: str, vak: str, lezer: _Lezer) -> str:
    """The scheme a band belongs to: what the row says, what follows from the subject, or what was said of the file."""
    if not niveau:
        return ""
    if gegeven := waarden.get("normschema", ""):
        return _find_schema(gegeven)
    if vast := schema_bij_vak(instrument, vak):
        return vast
    return lezer.alle.get("normschema", "")


@lru_cache(maxsize=256)
def _find_schema(naam: str) -> str:
    gezocht = platte_tekst(naam)
    for code, schema in list_normschemas().items():
        if gezocht in {code, platte_tekst(schema.naam)}:
            return code
    bekend = "; ".join(schema.naam for schema in list_normschemas().values())
    raise RijError(f"Passend kent de indeling '{naam}' niet. Bekend zijn: {bekend}.")
