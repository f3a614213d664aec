"""A sjabloon from JSON values: checked on the way in, so that a mistake in a template is told, not discovered.

The format is described by `docs/schema/sjabloon-1.json`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final

from passend.begrippen.profielinhoud import Eenheid
from passend.begrippen.sjabloon import (
    Figuur,
    Grondslag,
    Keuze,
    Kolom,
    Kolomsoort,
    Onderdeel,
    Prozatekst,
    Rij,
    Sectie,
    Sjabloon,
    Tabel,
    Tekstversie,
    VasteTekst,
    Veld,
    Veldsoort,
    Verantwoording,
)
from passend.begrippen.soorten import SOORT_BIJ_CODE

LANGSTE_NAAM = 160
_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)


class SjabloonError(ValueError):
    """A template that cannot be used; the text says where and why, in Dutch."""


def sjabloon_uit_dict(waarden: Mapping[str, Any]) -> Sjabloon:
    """Build a template from JSON values.

    Raises:
        SjabloonError: a key is missing, a value is of the wrong kind or unknown, or a code occurs twice.
    """
    sjabloon = _sjabloon(waarden)
    _check_codes(sectie.code for sectie in sjabloon.secties)
    _check_codes(deel.code for deel in sjabloon.onderdelen())
    for tabel in sjabloon.tabellen():
        _check_codes(kolom.code for kolom in tabel.kolommen)
        _check_codes(rij.code for rij in tabel.rijen)
        _check_tabel(tabel)
    return sjabloon


def _sjabloon(waarden: Mapping[str, Any]) -> Sjabloon:
    van, tot = _dag(waarden, "", "geldig_van"), waarden.get("geldig_tot_en_met")
    einde = _dag(waarden, "", "geldig_tot_en_met") if tot else None
    if einde is not None and einde < van:
        raise SjabloonError("In het sjabloon ligt 'geldig_tot_en_met' voor 'geldig_van'. Verbeter een van de twee.")
    secties = _lijst(waarden, "", "secties", _sectie)
    if not secties:
        raise SjabloonError("In het sjabloon is 'secties' leeg. Zonder hoofdstukken valt er niets in te vullen.")
    return Sjabloon(
        code=_code(waarden, "", "code"),
        naam=_tekst(waarden, "", "naam", langste=LANGSTE_NAAM),
        samenwerkingsverband=_tekst(waarden, "", "samenwerkingsverband"),
        regio=_tekst(waarden, "", "regio"),
        titel=_tekst(waarden, "", "titel"),
        geldig_van=van,
        geldig_tot_en_met=einde,
        secties=secties,
        herkenning=_teksten(waarden, "", "herkenning"),
        kenmerken_algemeen=frozenset(_teksten(waarden, "", "kenmerken_algemeen")),
    )


def _sectie(waarden: Mapping[str, Any], plek: str) -> Sectie:
    niveau = waarden.get("niveau", 1)
    if niveau not in (1, 2):
        raise SjabloonError(f"In het sjabloon is '{plek}niveau' geen 1 of 2. Een hoofdstuk is 1, een deel ervan 2.")
    return Sectie(
        code=_code(waarden, plek, "code"),
        titel=_tekst(waarden, plek, "titel"),
        nummer=_tekst(waarden, plek, "nummer", standaard=""),
        niveau=niveau,
        koppen=_teksten(waarden, plek, "koppen"),
        onderdelen=_lijst(waarden, plek, "onderdelen", _onderdeel),
    )


def _onderdeel(waarden: Mapping[str, Any], plek: str) -> Onderdeel:
    soort = _tekst(waarden, plek, "type")
    maker = _MAKERS.get(soort)
    if maker is None:
        raise SjabloonError(
            f"In het sjabloon is '{plek}type' nu '{soort}'. Dat bestaat niet. Kies uit: {', '.join(_MAKERS)}."
        )
    return maker(waarden, plek)


def _verantwoording(waarden: Mapping[str, Any], plek: str) -> Verantwoording:
    return Verantwoording(
        grondslag=_soort(waarden, plek, "grondslag", Grondslag),
        artikel=_tekst(waarden, plek, "artikel", standaard=""),
        hulp=_tekst(waarden, plek, "hulp", standaard=""),
    )


def _veld(waarden: Mapping[str, Any], plek: str) -> Veld:
    return Veld(
        code=_code(waarden, plek, "code"),
        label=_tekst(waarden, plek, "label"),
        soort=_soort(waarden, plek, "soort", Veldsoort),
        verantwoording=_verantwoording(waarden, plek),
        labels=_teksten(waarden, plek, "labels"),
    )


def _kolom(waarden: Mapping[str, Any], plek: str) -> Kolom:
    code = _code(waarden, plek, "code")
    return Kolom(
        code=code,
        kop=_tekst(waarden, plek, "kop"),
        waarde=_tekst(waarden, plek, "waarde", standaard=code),
        soort=_soort(waarden, plek, "soort", Kolomsoort, standaard=Kolomsoort.MERK),
        eenheid=str(_soort(waarden, plek, "eenheid", Eenheid)) if waarden.get("eenheid") else "",
        koppen=_teksten(waarden, plek, "koppen"),
    )


def _rij(waarden: Mapping[str, Any], plek: str) -> Rij:
    return Rij(
        code=_code(waarden, plek, "code"),
        label=_tekst(waarden, plek, "label"),
        soort=_tekst(waarden, plek, "soort", standaard=""),
        labels=_teksten(waarden, plek, "labels"),
    )


def _tabel(waarden: Mapping[str, Any], plek: str) -> Tabel:
    return Tabel(
        code=_code(waarden, plek, "code"),
        titel=_tekst(waarden, plek, "titel"),
        kop=_tekst(waarden, plek, "kop"),
        keuze=_soort(waarden, plek, "keuze", Keuze),
        kolommen=_lijst(waarden, plek, "kolommen", _kolom),
        rijen=_lijst(waarden, plek, "rijen", _rij),
        verantwoording=_verantwoording(waarden, plek),
        koppen=_teksten(waarden, plek, "koppen"),
        is_uitbreidbaar=_vlag(waarden, plek, "is_uitbreidbaar", standaard=True),
        vraagt_onderbouwing=_vlag(waarden, plek, "vraagt_onderbouwing", standaard=False),
    )


def _prozatekst(waarden: Mapping[str, Any], plek: str) -> Prozatekst:
    return Prozatekst(
        code=_code(waarden, plek, "code"),
        titel=_tekst(waarden, plek, "titel"),
        verantwoording=_verantwoording(waarden, plek),
        koppen=_teksten(waarden, plek, "koppen"),
        toont_bedrag=_vlag(waarden, plek, "toont_bedrag", standaard=False),
    )


def _vaste_tekst(waarden: Mapping[str, Any], plek: str) -> VasteTekst:
    versies = _lijst(waarden, plek, "versies", _tekstversie)
    code = _code(waarden, plek, "code")
    if not versies:
        raise SjabloonError(f"De vaste tekst '{code}' heeft geen versie. Zet er een tekst met een eerste dag bij.")
    return VasteTekst(
        code=code,
        titel=_tekst(waarden, plek, "titel"),
        versies=tuple(sorted(versies, key=lambda versie: versie.geldig_van)),
        verantwoording=_verantwoording(waarden, plek),
        kenmerken=frozenset(_teksten(waarden, plek, "kenmerken")),
    )


def _tekstversie(waarden: Mapping[str, Any], plek: str) -> Tekstversie:
    return Tekstversie(geldig_van=_dag(waarden, plek, "geldig_van"), tekst=_tekst(waarden, plek, "tekst"))


def _figuur(waarden: Mapping[str, Any], plek: str) -> Figuur:
    return Figuur(
        code=_code(waarden, plek, "code"),
        titel=_tekst(waarden, plek, "titel"),
        verantwoording=_verantwoording(waarden, plek),
        aankondigingen=_teksten(waarden, plek, "aankondigingen"),
    )


_MAKERS: Final[Mapping[str, Callable[[Mapping[str, Any], str], Onderdeel]]] = {
    "veld": _veld,
    "tabel": _tabel,
    "tekst": _prozatekst,
    "vaste_tekst": _vaste_tekst,
    "figuur": _figuur,
}


def _check_codes(codes: Iterable[str]) -> None:
    gezien: set[str] = set()
    for code in codes:
        if code in gezien:
            raise SjabloonError(f"De code '{code}' komt twee keer voor in het sjabloon. Elke code is uniek.")
        gezien.add(code)


def _check_tabel(tabel: Tabel) -> None:
    for rij in tabel.rijen:
        if rij.soort and rij.soort not in SOORT_BIJ_CODE:
            raise SjabloonError(f"De soort ondersteuning '{rij.soort}' van rij '{rij.label}' bestaat niet.")
    if tabel.keuze is Keuze.JA_NEE and not any(kolom.soort is Kolomsoort.JA_NEE for kolom in tabel.kolommen):
        raise SjabloonError(f"De tabel '{tabel.code}' vraagt ja of nee, maar heeft geen kolom van de soort 'ja_nee'.")


def _lees(waarden: Mapping[str, Any], plek: str, naam: str) -> Any:
    if naam not in waarden:
        raise SjabloonError(f"In het sjabloon ontbreekt '{plek}{naam}'. Vul dit aan en probeer het opnieuw.")
    return waarden[naam]


def _tekst(
    waarden: Mapping[str, Any], plek: str, naam: str, *, standaard: str | None = None, langste: int | None = None
) -> str:
    waarde = _lees(waarden, plek, naam) if standaard is None else waarden.get(naam, standaard)
    if not isinstance(waarde, str) or (standaard is None and not waarde.strip()):
        raise SjabloonError(f"In het sjabloon is '{plek}{naam}' geen tekst. Zet er woorden tussen aanhalingstekens.")
    if langste is not None and len(waarde) > langste:
        raise SjabloonError(f"In het sjabloon is '{plek}{naam}' te lang. Houd het bij {langste} tekens.")
    return waarde


def _code(waarden: Mapping[str, Any], plek: str, naam: str) -> str:
    waarde = _lees(waarden, plek, naam)
    if not isinstance(waarde, str) or not _CODE.fullmatch(waarde):
        raise SjabloonError(
            f"In het sjabloon is '{plek}{naam}' geen code. Gebruik kleine letters, cijfers en liggende streepjes, "
            "hoogstens 40, zoals eigen_aanbod."
        )
    return waarde


def _teksten(waarden: Mapping[str, Any], plek: str, naam: str) -> tuple[str, ...]:
    waarde = waarden.get(naam, [])
    if not isinstance(waarde, list) or not all(isinstance(een, str) for een in waarde):
        raise SjabloonError(f"In het sjabloon is '{plek}{naam}' geen lijst van teksten. Verbeter dit.")
    return tuple(waarde)


def _lijst[T](
    waarden: Mapping[str, Any], plek: str, naam: str, maak: Callable[[Mapping[str, Any], str], T]
) -> tuple[T, ...]:
    waarde = _lees(waarden, plek, naam)
    if not isinstance(waarde, list) or not all(isinstance(een, Mapping) for een in waarde):
        raise SjabloonError(f"In het sjabloon is '{plek}{naam}' geen lijst van objecten. Verbeter dit.")
    return tuple(maak(een, f"{plek}{naam} {nummer} > ") for nummer, een in enumerate(waarde, start=1))


def _soort[T: StrEnum](
    waarden: Mapping[str, Any], plek: str, naam: str, soorten: type[T], *, standaard: T | None = None
) -> T:
    waarde = _lees(waarden, plek, naam) if standaard is None else waarden.get(naam, standaard)
    if not isinstance(waarde, str) or waarde not in list(soorten):
        keuzes = ", ".join(soorten)
        raise SjabloonError(f"In het sjabloon is '{plek}{naam}' nu '{waarde}'. Dat bestaat niet. Kies uit: {keuzes}.")
    return soorten(waarde)


def _dag(waarden: Mapping[str, Any], plek: str, naam: str) -> date:
    waarde = _lees(waarden, plek, naam)
    try:
        return date.fromisoformat(waarde)
    except (TypeError, ValueError) as fout:
        raise SjabloonError(
            f"In het sjabloon is '{plek}{naam}' geen dag. Schrijf hem als jaar-maand-dag, zoals 2026-08-01."
        ) from fout


def _vlag(waarden: Mapping[str, Any], plek: str, naam: str, *, standaard: bool) -> bool:
    waarde = waarden.get(naam, standaard)
    if not isinstance(waarde, bool):
        raise SjabloonError(f"In het sjabloon is '{plek}{naam}' geen true of false. Verbeter dit.")
    return waarde
