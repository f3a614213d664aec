"""What a file in UWLR says of results, once it is known which test of the catalogue each of its tests is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from passend.begrippen.opgave import Invoersoort, Weigering
from passend.begrippen.toetsopgave import LAAT_WEG, Toetsopgave, Toetsregel
from passend.regels.instrumenten import list_instrumenten
from passend.regels.toetsherkenning import Toetsduiding, duid_toets, herken_schema
from passend.uitwisseling.uwlr.bestand import Uwlrbestand, Uwlrtoets, Uwlruitslag

SCHAAL, RUW = "schaalscore", "ruwe_score"
_BANDEN = {"IV": "IV", "AE": "AE", "CIV": "IV", "CAE": "AE"}


class UitslagError(ValueError):
    """A result that cannot be taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetskeuze:
    """What a test of a file is, and what its score and its bands are measured in; `geen` leaves it, or them, out."""

    instrument: str = ""
    vak: str = ""
    normschema: str = ""
    maat: str = RUW

    @property
    def is_weg(self) -> bool:
        """True for a test that should not come along."""
        return self.instrument == LAAT_WEG

    @property
    def is_heel(self) -> bool:
        """True when it is known what the test is."""
        return bool(self.instrument and self.vak) or self.is_weg

    @classmethod
    def uit(cls, tekst: str) -> "Toetskeuze":
        """As it was kept.

        >>> Toetskeuze.uit("iep|rekenen|iep_rekenen|schaalscore").vak
        'rekenen'
        """
        instrument, vak, normschema, maat = (*tekst.split("|"), "", "", "", "")[:4]
        return cls(instrument=instrument, vak=vak, normschema=normschema, maat=maat or RUW)

    def __str__(self) -> str:
        return f"{self.instrument}|{self.vak}|{self.normschema}|{self.maat}"


def kies_toetsen(bestand: Uwlrbestand, eerder: Mapping[str, str]) -> dict[str, Toetskeuze]:
    """What each test with results is: as somebody said before, or as its words say."""
    gebruikt = dict.fromkeys(een.toets for een in bestand.uitslagen)
    termen = _termen(bestand)
    return {
        code: Toetskeuze.uit(eerder[code]) if code in eerder else _herken(bestand.toetsen[code], termen[code])
        for code in gebruikt
    }


def maak_toetsopgave(bestand: Uwlrbestand, keuzes: Mapping[str, Toetskeuze]) -> Toetsopgave:
    """Every result with its test; one that cannot be is refused with its line and the reason."""
    regels, weigeringen = [], list(bestand.weigeringen)
    duidingen = {code: _duiding(toets) for code, toets in bestand.toetsen.items()}
    for een in bestand.uitslagen:
        keuze = keuzes.get(een.toets, Toetskeuze())
        if keuze.is_weg:
            continue
        try:
            regels.append(_regel(een, bestand.toetsen[een.toets], duidingen[een.toets], keuze))
        except UitslagError as fout:
            weigeringen.append(Weigering(een.regel, een.leerling, str(fout), een.leerling))
    weg = [bestand.toetsen[code].naam for code, keuze in keuzes.items() if keuze.is_weg]
    opmerkingen = (f"Deze toetsen zijn weggelaten: {', '.join(weg)}.",) if weg else ()
    return Toetsopgave(
        soort=Invoersoort.UWLR, brin=bestand.brin, regels=regels, weigeringen=weigeringen, opmerkingen=opmerkingen
    )


def _duiding(toets: Uwlrtoets) -> Toetsduiding:
    return duid_toets(f"{toets.naam} {toets.code}", toets.vakgebied)


def _herken(toets: Uwlrtoets, termen: set[str]) -> Toetskeuze:
    duiding = _duiding(toets)
    instrument, vak = duiding.instrument, duiding.vak
    if vak and instrument and vak not in list_instrumenten()[instrument].vakken:
        vak = ""
    if toets.is_onderdeel and not vak:
        instrument = LAAT_WEG
    schema = herken_schema(termen, instrument=instrument if instrument != LAAT_WEG else "", vak=vak)
    maat = SCHAAL if schema.startswith("iep_") else RUW
    return Toetskeuze(instrument=instrument, vak=vak, normschema=schema, maat=maat)


def _termen(bestand: Uwlrbestand) -> dict[str, set[str]]:
    """Per test the bands that its results are in."""
    termen: dict[str, set[str]] = {code: set() for code in bestand.toetsen}
    for een in bestand.uitslagen:
        if niveau := _niveau(een, bestand.toetsen[een.toets], ""):
            termen[een.toets].add(niveau)
    return termen


def _niveau(een: Uwlruitslag, toets: Uwlrtoets, schema: str) -> str:
    """The band of a result: the one that is given, or the one the file itself has for this score."""
    gegeven = {_BANDEN[code]: waarde for code, waarde in een.referenties if code in _BANDEN}
    if gegeven:
        is_letters = schema.startswith("letters") or schema.endswith("letters")
        volgorde: Iterable[str] = ("AE", "IV") if is_letters else ("IV", "AE")
        return next((gegeven[soort] for soort in volgorde if soort in gegeven), "")
    if een.score is None:
        return ""
    return next((term for term, van, tot in toets.normen if van <= een.score <= tot), "")


def _regel(een: Uwlruitslag, toets: Uwlrtoets, duiding: Toetsduiding, keuze: Toetskeuze) -> Toetsregel:
    niveau = "" if keuze.normschema == LAAT_WEG else _niveau(een, toets, keuze.normschema)
    waarden = dict(een.referenties)
    score = Decimal(een.score) if een.score is not None else None
    schaal = _getal(een.vaardigheid) if een.vaardigheid else score if keuze.maat == SCHAAL else None
    ruw = _getal(een.goed) if een.goed else score if keuze.maat == RUW else None
    return Toetsregel(
        een.regel,
        een.leerling,
        "",
        None,
        keuze.instrument,
        keuze.vak,
        een.op,
        toets.versie or duiding.versie,
        duiding.moment,
        ruw,
        schaal,
        niveau,
        keuze.normschema if niveau else "",
        _percentiel(waarden.get("Percentiel", "")),
        waarden.get("FN", ""),
        niveau if keuze.normschema.startswith("iep_") else "",
    )


def _getal(tekst: str) -> Decimal:
    try:
        return Decimal(tekst)
    except InvalidOperation:
        raise UitslagError(f"'{tekst}' is geen getal. Kijk de score na.") from None


def _percentiel(tekst: str) -> int | None:
    if not tekst:
        return None
    if not (tekst.isascii() and tekst.isdigit()):
        raise UitslagError(f"Het percentiel '{tekst}' is geen heel getal. Kijk het na.")
    return int(tekst)
