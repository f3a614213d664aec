"""What the cells of a row in a grid say: marks, ja or nee in all the ways they are written, words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from passend.begrippen.profielinhoud import Celwaarde
from passend.begrippen.sjabloon import Keuze, Kolom, Kolomsoort, Tabel
from passend.documenten.aankleding import GEEN, is_leeg, voeg_regels
from passend.documenten.document import Cel
from passend.uitwisseling.sop.woordvorm import MERK_TEKEN, eerste_woord, lijkt_kop, merk_waarde

_KOPDREMPEL = 85.0
_LEEG_VAK = re.compile(r"(?<=[\[(])\s+(?=[\])])")
_VAK = r"[☐☒☑□■○●✓✔✗✘🗹🗷🗵]|[\[(][xX]?[\])]"
_KEUZE = re.compile(rf"(?P<voor>{_VAK})\s*(?P<woord>ja|nee)\b|\b(?P<woord2>ja|nee)\s*(?P<na>{_VAK})", re.IGNORECASE)
_EEN = "1"


@dataclass(slots=True)
class Celinhoud:
    """The values of a row, the remarks in its cells, and whether a mark was one that can mean something else."""

    waarden: dict[str, Celwaarde] = field(default_factory=dict)
    opmerkingen: list[str] = field(default_factory=list)
    is_gok: bool = False


def lees_cellen(
    cellen: Sequence[Cel], tabel: Tabel, kolommen: Mapping[int, str], leeg: Celwaarde, *, is_eigen_druk: bool
) -> Celinhoud:
    """The cells of a row by their columns; `leeg` is what an empty one means."""
    per_code = {kolom.code: kolom for kolom in tabel.kolommen}
    uit = Celinhoud()
    for plek, code in kolommen.items():
        cel = cellen[plek] if plek < len(cellen) else Cel(tekst="")
        tekst = voeg_regels(cel.tekst.splitlines()) if is_eigen_druk else " ".join(cel.tekst.split())
        tekst = _LEEG_VAK.sub("", tekst)
        kolom = per_code[code]
        if is_leeg(tekst):
            los = kolom.soort is not Kolomsoort.MERK or tabel.keuze is Keuze.LOS
            uit.waarden[code] = None if los else leeg
        elif kolom.soort is Kolomsoort.MERK:
            _lees_merk(uit, kolom, cel, tekst, leeg)
        elif kolom.soort is Kolomsoort.JA_NEE:
            _lees_ja_nee(uit, code, cel, tekst)
        else:
            uit.waarden[code] = None if tekst == GEEN else tekst or None
    return uit


def _lees_merk(uit: Celinhoud, kolom: Kolom, cel: Cel, tekst: str, leeg: Celwaarde) -> None:
    if tekst and lijkt_kop(tekst, (kolom.kop,), _KOPDREMPEL):
        uit.waarden[kolom.code] = True
        return
    if tekst == _EEN:  # a mark, or a number of something
        uit.waarden[kolom.code], uit.is_gok = True, True
        return
    uit.waarden[kolom.code] = _merk(cel, tekst, leeg)
    if (tekst and merk_waarde(eerste_woord(tekst)) is None) or len(tekst.split()) > 1:
        uit.opmerkingen.append(tekst)


def _merk(cel: Cel, tekst: str, leeg: Celwaarde) -> Celwaarde:
    if cel.is_aangevinkt is not None and not tekst.strip("☐☒☑"):
        return cel.is_aangevinkt
    return merk_waarde(eerste_woord(tekst)) if tekst else leeg


def _lees_ja_nee(uit: Celinhoud, code: str, cel: Cel, tekst: str) -> None:
    """The word ja or nee; the one of two boxes that is checked; or a mark, which probably means ja."""
    woord = tekst.lower()
    if (gekozen := _gekozen(tekst)) is not None:
        uit.waarden[code] = gekozen
    elif woord in {"j", "n"}:
        uit.waarden[code] = "ja" if woord == "j" else "nee"
    elif tekst == _EEN or MERK_TEKEN.match(tekst) or (not tekst and cel.is_aangevinkt):
        uit.waarden[code], uit.is_gok = "ja", True
    elif " " in woord and eerste_woord(woord) in {"ja", "nee"}:
        uit.waarden[code] = eerste_woord(woord)
        uit.opmerkingen.append(tekst)
    else:
        uit.waarden[code] = woord or None


def _gekozen(tekst: str) -> str | None:
    """The word whose box is checked, when that is one of two."""
    keuzes = [(g["woord"] or g["woord2"], g["voor"] or g["na"]) for g in _KEUZE.finditer(tekst)]
    waar = {woord.lower() for woord, vak in keuzes if merk_waarde(vak)}
    alle = {woord.lower() for woord, _vak in keuzes}
    return next(iter(waar)) if len(waar) == 1 and len(alle) == len(keuzes) > 1 else None
