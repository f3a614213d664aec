"""Tables whose cells are words in text without layout: ja or nee with hours, an offer with its period."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from passend.begrippen.profielinhoud import Bron, Celwaarde, Methode, Tabelrij
from passend.begrippen.sjabloon import Kolomsoort, Tabel
from passend.documenten.document import Regel
from passend.uitwisseling.sop.rijherkenning import match_rij, netjes
from passend.uitwisseling.sop.tabellezing import Tabellezing, maak_rij
from passend.uitwisseling.sop.woordvorm import plat

_JA_NEE = re.compile(r"^(?P<label>.*?)\s+(?P<ja_nee>ja|nee)(?=\s|$)\s*(?P<rest>.*)$", re.IGNORECASE)
_GAT = re.compile(r"\s+")
_WIT = re.compile(r"\s{2,}|\t")
_PERIODE = re.compile(
    r"(?<!\S)(?:op aanvraag|op afspraak|indien nodig|zo nodig|bij behoefte|op indicatie"
    r"|wekelijks\w*|dagelijks\w*|maandelijks\w*|jaarlijks\w*|doorlopend"
    r"|(?:het )?(?:hele|gehele) (?:school)?jaar|heel het jaar|elke? |ieder?e? "
    r"|\d+\s?(?:x|keer|maal|weken|lessen|bijeenkomsten)\b|(?:een|twee|drie|vier) (?:keer|maal) |\w+ weken\b"
    r"|(?:in|vanaf|tussen|van|t/m|na) "
    r"(?:jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|de \w+vakantie|najaar|voorjaar|groep)"
    r"|de eerste |n\.?v\.?t\.?|-$)",
    re.IGNORECASE,
)
ZEKER = 0.95
AANNEMELIJK = 0.9
ONZEKER = 0.5
_CEL_EN_WAARDE = 2
_GENOEG_CELLEN = 3


def lees_woordkolommen(regels: Sequence[Regel], tabel: Tabel) -> Tabellezing:
    """Rows separated by blank lines, or one to a line; the last column may run on over lines."""
    heeft_ja_nee = any(kolom.soort is Kolomsoort.JA_NEE for kolom in tabel.kolommen)
    rijen: list[Tabelrij] = []
    rest: list[Regel] = []
    hoogstens = 1.0
    if heeft_ja_nee and _heeft_losse_cellen(regels):
        regels, hoogstens = [regel for regel in regels if regel.tekst.strip()], ONZEKER
    for alinea in _alineas(regels, tabel, heeft_ja_nee=heeft_ja_nee):
        tekst = " ".join(regel.tekst.strip() for regel in alinea)
        gelezen = _ja_nee_cellen(tekst, tabel) if heeft_ja_nee else _periode_cellen(alinea, tabel)
        if gelezen is None:
            rest += alinea
            rijen[-1:] = [_kan_erbij(rij) for rij in rijen[-1:]]
            continue
        label, cellen, zekerheid = gelezen
        zekerheid = min(zekerheid, hoogstens)
        zekerheid = min(zekerheid, ONZEKER) if heeft_ja_nee and _kan_los_zijn(alinea, cellen) else zekerheid
        rij, _score = match_rij(label, tabel)
        bron = Bron(methode=Methode.TEKST, regel=alinea[0].nummer, pagina=alinea[0].pagina, kader=alinea[0].kader)
        rijen.append(maak_rij(tabel, label=netjes(label, rij), rij=rij, cellen=cellen, zekerheid=zekerheid, bron=bron))
    return Tabellezing(tuple(rijen), tuple(rest))


def _heeft_losse_cellen(regels: Sequence[Regel]) -> bool:
    """True where blank lines stand between the cells of a row: ja and nee make paragraphs of their own."""
    wit = [None, *(regel if regel.tekst.strip() else None for regel in regels)]
    alleen = sum(_is_cel(regel) and boven is None for boven, regel in pairwise(wit))
    return alleen >= _GENOEG_CELLEN


def _kan_erbij(rij: Tabelrij) -> Tabelrij:
    """A row with an empty cell below which words stand that are no row: they can be of that cell."""
    return replace(rij, zekerheid=min(rij.zekerheid, ONZEKER)) if None in rij.cellen.values() else rij


def _alineas(regels: Sequence[Regel], tabel: Tabel, *, heeft_ja_nee: bool) -> list[list[Regel]]:
    """Lines that belong together: up to a blank line, and each line that is a row by itself."""
    groepen: list[list[Regel]] = [[]]
    for regel, volgende in zip(regels, [*regels[1:], None], strict=True):
        if not regel.tekst.strip():
            groepen.append([])
        elif (
            groepen[-1]
            and _is_hele_rij(groepen[-1], tabel, heeft_ja_nee=heeft_ja_nee)
            and (_begint_rij(regel, tabel, heeft_ja_nee=heeft_ja_nee) or (heeft_ja_nee and _is_cel(volgende)))
        ):
            groepen.append([regel])
        else:
            groepen[-1].append(regel)
    return [groep for groep in groepen if groep]


def _kan_los_zijn(alinea: Sequence[Regel], cellen: Mapping[str, Celwaarde]) -> bool:
    """True where ja stands on a line alone and what belongs to it does not follow, or more than that."""
    plek = next((nummer for nummer, regel in enumerate(alinea) if _is_cel(regel)), None)
    if plek is None:
        return False
    zonder_omvang = "ja" in cellen.values() and None in cellen.values()
    return zonder_omvang or len(alinea) - plek > _CEL_EN_WAARDE


def _is_cel(regel: Regel | None) -> bool:
    """True for a line with ja or nee alone: then the line above it is a label, for each cell has its own line."""
    return regel is not None and plat(regel.tekst) in {"ja", "nee"}


def _is_hele_rij(groep: Sequence[Regel], tabel: Tabel, *, heeft_ja_nee: bool) -> bool:
    tekst = " ".join(regel.tekst.strip() for regel in groep)
    return bool(_JA_NEE.match(tekst)) if heeft_ja_nee else bool(_PERIODE.search(tekst) or _WIT.search(tekst))


def _begint_rij(regel: Regel, tabel: Tabel, *, heeft_ja_nee: bool) -> bool:
    if heeft_ja_nee:
        return bool(_JA_NEE.match(regel.tekst.strip())) or match_rij(regel.tekst, tabel)[0] is not None
    return bool(_PERIODE.search(regel.tekst) or _WIT.search(regel.tekst.strip()))


def _ja_nee_cellen(tekst: str, tabel: Tabel) -> tuple[str, dict[str, Celwaarde], float] | None:
    omvang = [kolom.code for kolom in tabel.kolommen if kolom.soort is not Kolomsoort.JA_NEE]
    ja_nee = next(kolom.code for kolom in tabel.kolommen if kolom.soort is Kolomsoort.JA_NEE)
    gevonden = _JA_NEE.match(tekst)
    if gevonden is None:
        rij, _score = match_rij(tekst, tabel)
        return None if rij is None else (tekst, {ja_nee: None, **dict.fromkeys(omvang)}, ONZEKER)
    cellen: dict[str, Celwaarde] = {ja_nee: gevonden["ja_nee"].lower(), **dict.fromkeys(omvang)}
    if omvang:
        cellen[omvang[0]] = gevonden["rest"].strip() or None
    return gevonden["label"], cellen, ZEKER


def _kolomwit(tekst: str) -> re.Match[str] | None:
    """The white between two cells; None where all words stand as far apart, for then it tells nothing."""
    gaten = _GAT.findall(tekst)
    return _WIT.search(tekst) if len(gaten) == 1 or any(gat == " " for gat in gaten) or "\t" in tekst else None


def _periode_cellen(alinea: Sequence[Regel], tabel: Tabel) -> tuple[str, dict[str, Celwaarde], float] | None:
    tekst = " ".join(regel.tekst.strip() for regel in alinea)
    if plat(tekst) in {plat(kolom.kop) for kolom in tabel.kolommen}:
        return None
    cellen: dict[str, Celwaarde] = {kolom.code: None for kolom in tabel.kolommen}
    code = tabel.kolommen[-1].code
    gevonden = _PERIODE.search(tekst)
    wit = _kolomwit(alinea[0].tekst.strip())
    if wit is not None:
        snede = wit.start()
        zekerheid = ZEKER if gevonden is None or gevonden.start() >= snede else AANNEMELIJK
    elif gevonden is not None and gevonden.start() > 0:
        snede, zekerheid = gevonden.start(), AANNEMELIJK if len(alinea) == 1 else ONZEKER
    else:
        return tekst, cellen, ONZEKER
    cellen[code] = " ".join(tekst[snede:].split()) or None
    return tekst[:snede].strip(), cellen, zekerheid
