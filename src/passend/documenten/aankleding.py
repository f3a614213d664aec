"""The words Passend prints around what a school says: one source for those who set a document and those who read it.

A school edits the Word file and hands it in again. Then its own words must be told from ours, by what they say: who
types in a note, or copies one, takes the looks of it along.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

# In fields and cells
LEEG_INGELEZEN: Final = "Niet ingevuld in het ingelezen document"
LEEG: Final = "Nog niet ingevuld"
OVERGESLAGEN: Final = "Deze stap is overgeslagen; achterin staat waarom"
LEEG_KORT: Final = "leeg"
GEEN: Final = "–"
TWIJFEL: Final = "Niet zeker gelezen, nog nakijken"
EIGEN_REGEL: Final = "Eigen regel van de school"
EIGEN_REGEL_KORT: Final = "eigen regel"
OPMERKING: Final = "Opmerking: {woorden}"
ONDERBOUWING: Final = "Te zien aan: {wat} (sinds {dag})"
ZONDER_ONDERBOUWING: Final = "Zonder onderbouwing"
BEVESTIGD: Final = "Bevestigd op {dag}"
KOP_GEGEVENS: Final = ("Gegeven", "Waarde")

# Below tables and texts
ALLE_BEVESTIGD: Final = "Alle regels bevestigd op {dag}"
BRON: Final = "Bron: het ingelezen document"
VASTE_TEKST: Final = "Vaste tekst van {regio}, geldig vanaf {dag}"
GEEN_FIGUUR: Final = "Hier hoort een afbeelding: ‘{titel}’."
GEEN_FIGUUR_INGELEZEN: Final = "In het ingelezen document staat er geen."
GEEN_FIGUUR_GETEKEND: Final = "Die is nog niet getekend."
IN_WOORDEN: Final = "Hetzelfde in woorden"

# On the cover, the contents and every page
INHOUD: Final = "Inhoud"
VERBAND: Final = "Samenwerkingsverband {naam}"
IN_FORMAT: Final = "{verband}, in het format van {regio}"
ZONDER_SCHOOLNAAM: Final = "Naam van de school niet ingevuld"
ZONDER_SCHOOLJAAR: Final = "schooljaar niet ingevuld"
STAND: Final = "Stand van {dag}"
HERKOMST_INGELEZEN: Final = (
    "Dit document is gemaakt uit een ingelezen profiel. Wat daar niet in stond, is zichtbaar leeg gelaten. "
    "De vaste teksten van de regio zijn die van vandaag."
)
HERKOMST: Final = "Dit document is gemaakt uit het profiel van de school. Wat nog niet is ingevuld, is zichtbaar leeg."
TE_LEZEN: Final = "Te lezen op"
LEESWIJZER: Final = "Zo leest u dit document"
BLADZIJDE: Final = "pagina"
VAN: Final = "van"
KOPRUIMTE_MM: Final = 30.0  # a head stands above this on a page of the PDF, a foot below the other
VOETRUIMTE_MM: Final = 26.0
ZIJRUIMTE_MM: Final = 25.0
LANGSTE_HELE_WOORD: Final = 28  # characters; a longer word with a dash or a slash can break there
LANGSTE_HELE_ALINEA: Final = 2400  # characters; a longer paragraph or item can run on to the next page

# After the chapters
DOELEN: Final = "Doelen van dit schooljaar"
KOP_DOELEN: Final = ("Doel", "Wat wij doen", "Wie", "Hoe het ging")
OVER: Final = "Bij: {rij}"
TE_ZIEN_AAN: Final = "Te zien aan: {wat}"
NIET_TERUGGEKEKEN: Final = "Nog niet teruggekeken"
TOT_STAND: Final = "Hoe dit profiel tot stand kwam"
KOP_STAPPEN: Final = ("Stap", "Wanneer en door wie")

_GATEN: Final = {
    "dag": r"\d{1,2}\s+[a-z]+\s+\d{4}",
    "artikel": r"(?:\s+·\s+.+)?",
}
_VELD = re.compile(r"\\{(\w+)\\}")


def _als_patroon(zin: str) -> str:
    """The pattern of a sentence of ours: what is filled in can be anything, a space also the end of a line."""
    vast = re.sub(r"(?:\\ )+", r"\\s+", re.escape(zin))
    return _VELD.sub(lambda gat: _GATEN.get(gat[1], r".+?"), vast)


def _een_van(zinnen: Iterable[str]) -> str:
    return "|".join(f"(?:{zin})" for zin in zinnen)


_DAG_EN_BRON = (
    rf"(?:(?:{_als_patroon(ALLE_BEVESTIGD)}|{_als_patroon(BEVESTIGD)})(?:\.\s+)?)?"
    rf"(?:{_als_patroon(BRON)}(?:,\s+(?:pagina|regel)\s+\d+(?:\s+tot\s+en\s+met\s+\d+)?)*)?"
)
_FIGUUR = (
    rf"{_als_patroon(GEEN_FIGUUR)}\s+(?:{_een_van(map(_als_patroon, (GEEN_FIGUUR_INGELEZEN, GEEN_FIGUUR_GETEKEND)))})"
)
_LEEG = _een_van(map(_als_patroon, (LEEG_INGELEZEN, LEEG, OVERGESLAGEN)))
_VAST = rf"{_als_patroon(VASTE_TEKST)}{_GATEN['artikel']}"
_STATUS = rf"[A-Z][^.·]*[.·]\s+{_als_patroon(STAND)}\.?"
_BLAD = rf"{BLADZIJDE}\s+\d+\s+{VAN}\s+\d+"

_HERKOMST = re.compile(_een_van(map(_als_patroon, (HERKOMST, HERKOMST_INGELEZEN))))
_OMSLAG = re.compile(
    _een_van(
        [
            _HERKOMST.pattern,
            _STATUS,
            *map(_als_patroon, (VERBAND, ZONDER_SCHOOLNAAM, INHOUD)),
            rf"{_als_patroon(TE_LEZEN)}\s+\S+",
        ]
    ),
    re.DOTALL,
)
_LOS = re.compile(
    _een_van([_VAST, _DAG_EN_BRON, _FIGUUR, _LEEG, rf"(?:.+\s[·–]\s.+\s+)?{_BLAD}"]),
    re.DOTALL,
)
_BEGIN = re.compile(
    _een_van(
        [
            "Vaste tekst van ",
            "(?:Alle regels b|B)evestigd op ",
            re.escape(BRON),
            "Hier hoort een ",
            "Dit document is gemaakt uit ",
        ]
    )
)
_KENMERKEND = re.compile(
    _een_van([_VAST, _als_patroon(HERKOMST), _als_patroon(HERKOMST_INGELEZEN), re.escape(LEESWIJZER)]), re.DOTALL
)
_CELNOOT = re.compile(
    rf"(?<!\S)(?:(?P<opmerking>{_als_patroon(OPMERKING.format(woorden='').strip())}\s+)"
    rf"|(?:(?P<eigen>{_een_van(map(_als_patroon, (EIGEN_REGEL, EIGEN_REGEL_KORT)))})"
    rf"|(?P<twijfel>{_als_patroon(TWIJFEL)})"
    rf"|(?P<bewijs>{_als_patroon(ONDERBOUWING)})"
    rf"|(?P<rest>{_een_van(map(_als_patroon, (ZONDER_ONDERBOUWING, BEVESTIGD)))}|{_LEEG}))(?!\S))",
    re.DOTALL,
)
_LEGE_CEL = re.compile(rf"(?:{LEEG_KORT}|{_LEEG})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Celwoorden:
    """The words of a cell, without our notes, and what those notes say."""

    tekst: str
    opmerking: str = ""
    is_eigen: bool = False
    is_twijfel: bool = False
    heeft_noot: bool = False


type Notensoort = Literal["eigen", "twijfel", "opmerking", "bewijs", "rest"]


def voeg_regels(regels: Iterable[str]) -> str:
    """Lines we set as one text again: a long word that was broken at a dash or a slash is one word.

    >>> voeg_regels(["Zorg en jeugdgezondheidszorg/", "schoolarts", "in- en uitloop"])
    'Zorg en jeugdgezondheidszorg/schoolarts in- en uitloop'
    """
    samen = ""
    for regel in (" ".join(regel.split()) for regel in regels):
        samen += regel if not samen or _is_afgebroken(samen, regel) else f" {regel}"
    return samen.strip()


def _is_afgebroken(voor: str, na: str) -> bool:
    if not voor.endswith(("/", "-", "–")) or not na:
        return False
    return len(voor.rsplit(maxsplit=1)[-1] + na.split(maxsplit=1)[0]) > LANGSTE_HELE_WOORD


def is_aankleding(tekst: str) -> bool:
    """True for a paragraph that is nothing but words of ours."""
    kaal = tekst.strip()
    return bool(kaal) and _LOS.fullmatch(kaal) is not None


def is_omslag(tekst: str) -> bool:
    """True for a paragraph of the cover or before the contents that is words of ours."""
    return _OMSLAG.fullmatch(tekst.strip()) is not None


def kan_beginnen(tekst: str) -> bool:
    """True for the first line of a note that can run over lines."""
    return _BEGIN.match(tekst.strip()) is not None


def is_kenmerkend(tekst: str) -> bool:
    """True for words that only a document made by Passend has."""
    return _KENMERKEND.fullmatch(tekst.strip()) is not None


def is_herkomst(tekst: str) -> bool:
    """True for the words with which the contents of a document made by Passend end."""
    return _HERKOMST.fullmatch(tekst.strip()) is not None


def is_leeg(tekst: str) -> bool:
    """True for words that say that nothing was filled in.

    >>> is_leeg("Nog niet ingevuld"), is_leeg("leeg"), is_leeg("X")
    (True, True, False)
    """
    return _LEGE_CEL.fullmatch(tekst.strip()) is not None


def zonder_noten(tekst: str) -> Celwoorden:
    r"""The words of a cell apart from our notes behind them.

    >>> zonder_noten("Rots en Water\nEigen regel van de school\nOpmerking: elk jaar").tekst
    'Rots en Water'
    >>> zonder_noten("Rots en Water\nOpmerking: elk\njaar\nNog niet ingevuld").opmerking
    'elk jaar'
    """
    noten = list(_CELNOOT.finditer(tekst))
    if not noten:
        return Celwoorden(tekst=tekst)
    soorten = {noot.lastgroup for noot in noten}
    return Celwoorden(
        tekst=tekst[: noten[0].start()].rstrip(),
        opmerking=" ".join(_woorden_na(noten, "opmerking", tekst)),
        is_eigen="eigen" in soorten,
        is_twijfel="twijfel" in soorten,
        heeft_noot=any(noot.lastgroup != "eigen" and not is_leeg(noot[0]) for noot in noten),
    )


def _woorden_na(noten: list[re.Match[str]], soort: Notensoort, tekst: str) -> Iterator[str]:
    """What stands behind each note of a kind, up to the next note."""
    einden = [*(noot.start() for noot in noten[1:]), len(tekst)]
    for noot, eind in zip(noten, einden, strict=True):
        if noot.lastgroup == soort:
            yield voeg_regels(tekst[noot.end() : eind].splitlines())
