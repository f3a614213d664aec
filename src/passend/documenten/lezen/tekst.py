"""Plain text: every space is kept."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from passend.documenten.document import (
    Blok,
    Cel,
    Document,
    OnbekendBestandError,
    Regel,
    Rooster,
    TeGrootBestandError,
)
from passend.documenten.lezen.woorden import woorden_in

MAX_REGELS = 10_000
MAX_TEKENS = 1_500_000
MAX_REGELLENGTE = 20_000
_BLADWISSEL = re.compile(r"^-{3,} ?(?:pagina|page|blz\.?)( \d+)? ?-{3,}$", re.IGNORECASE)
_TOEGESTAAN = {"\n", "\r", "\t", "\f", "\u200b", "\u00ad", "\ufeff", "\uf0b7", "\uf0a7"}
_AANDEEL_VREEMD = 0.02
_PROEF = 400
_MIN_TABS = 2
_OP_DE_TWINTIG = 20
_MIN_REGELS = 2
_LANGSTE_RIJ = 40
_LANGSTE_KOP = 8


def read_tekst(inhoud: bytes, naam: str, sha256: str) -> Document:
    """Read plain text in UTF-8, UTF-16 with its mark, or Windows-1252."""
    if len(inhoud) > 2 * MAX_TEKENS:
        raise _te_lang()
    tekst = _decode(inhoud).replace("\r\n", "\n").replace("\r", "\n")
    regels = []
    pagina = 1
    for nummer, regel in enumerate(_zonder_vast_wit(tekst.split("\n")), start=1):
        if nummer > MAX_REGELS or len(regel) > MAX_REGELLENGTE or len(tekst) > MAX_TEKENS:
            raise _te_lang()
        pagina += regel.count("\f")
        schoon = regel.replace("\f", "").replace("\u00ad", "").replace("\u00a0", " ")
        regels.append(Regel(nummer=nummer, tekst=schoon, woorden=woorden_in(schoon), pagina=pagina))
        if _BLADWISSEL.match(schoon.strip()):
            pagina += 1
    return Document(
        naam=naam, soort="tekst", sha256=sha256, blokken=tuple(_met_roosters(regels)), aantal_paginas=pagina
    )


def _zonder_vast_wit(regels: Sequence[str]) -> Sequence[str]:
    """Lines without the spaces that a program put behind all of them, but for the one that always stands there."""
    achter = sorted(len(regel) - len(regel.rstrip(" ")) for regel in regels if regel.strip())
    te_veel = achter[len(achter) // _OP_DE_TWINTIG] - 1 if len(achter) >= _OP_DE_TWINTIG else 0
    return [regel.removesuffix(" " * te_veel) for regel in regels] if te_veel > 0 else regels


def _te_lang() -> TeGrootBestandError:
    return TeGrootBestandError(
        "Deze tekst is te lang voor een profiel. Controleer of u het juiste bestand koos en probeer het opnieuw."
    )


def _met_roosters(regels: Sequence[Regel]) -> Iterator[Blok]:
    """Lines with tabs below each other are a table: so a table is pasted from Word or a page.

    Tabs at the end of a line can be lost, as empty cells; the first line has all of them.
    """
    index = 0
    while index < len(regels):
        eind = _eind_van_rooster(regels, index)
        if eind - index < _MIN_REGELS:
            yield regels[index]
            index += 1
            continue
        samen = tuple(regels[index:eind])
        cellen = [[Cel(tekst=cel.strip()) for cel in regel.tekst.split("\t")] for regel in samen]
        rijen = tuple((*rij, *[Cel(tekst="")] * (len(cellen[0]) - len(rij))) for rij in cellen)
        yield Rooster(rijen=rijen, methode="cellen", nummer=samen[0].nummer, pagina=samen[0].pagina, regels=samen)
        index = eind


def _eind_van_rooster(regels: Sequence[Regel], begin: int) -> int:
    """Where the table ends whose headings may be this line: of its lines none has more tabs, nor is one blank."""
    meeste = regels[begin].tekst.count("\t")
    if not meeste or (meeste < _MIN_TABS and not _is_kopregel(regels[begin])):
        return begin
    mag_korter = _is_kopregel(regels[begin])
    eind = laatste = begin + 1
    while eind < len(regels) and _hoort_bij(regels[eind], meeste, mag_korter=mag_korter):
        eind += 1
        laatste = eind if "\t" in regels[eind - 1].tekst else laatste
    return laatste


def _hoort_bij(regel: Regel, meeste: int, *, mag_korter: bool) -> bool:
    aantal = regel.tekst.count("\t")
    if aantal == meeste:
        return True
    return mag_korter and aantal < meeste and bool(regel.tekst.strip()) and len(regel.woorden) <= _LANGSTE_RIJ


def _is_kopregel(regel: Regel) -> bool:
    """True for a line of which every cell is filled and short, as headings are."""
    cellen = regel.tekst.split("\t")
    return len(cellen) > 1 and all(0 < len(cel.split()) <= _LANGSTE_KOP for cel in cellen)


def is_bladwissel(tekst: str) -> bool:
    """True for a line that only marks the end of a page."""
    return bool(_BLADWISSEL.match(tekst.strip()))


def _decode(inhoud: bytes) -> str:
    for codering, bij_fout in _coderingen(inhoud):
        try:
            tekst = inhoud.decode(codering, bij_fout)
        except UnicodeDecodeError:
            continue
        if _is_leesbaar(tekst):
            return tekst
    raise OnbekendBestandError(
        "Dit is geen tekst die te lezen is, en ook geen Word-, ODT- of PDF-bestand. "
        "Kies het document van het profiel zelf."
    )


def _coderingen(inhoud: bytes) -> tuple[tuple[str, str], ...]:
    """Encodings to try, and what to do with bytes that do not fit: a few damaged ones are no reason to refuse."""
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        return (("utf-16", "strict"), ("utf-16", "replace"))
    helft = min(len(inhoud), _PROEF) / 4
    if inhoud[1:_PROEF:2].count(0) > helft:
        return (("utf-16-le", "replace"),)
    if inhoud[0:_PROEF:2].count(0) > helft:
        return (("utf-16-be", "replace"),)
    return (("utf-8-sig", "strict"), ("cp1252", "strict"), ("utf-8-sig", "replace"))


def _is_leesbaar(tekst: str) -> bool:
    proef = tekst[:200_000]
    vreemd = sum(
        1
        for teken in proef
        if teken not in _TOEGESTAAN and (unicodedata.category(teken) in {"Cc", "Cn", "Co", "Cs"} or teken == "\ufffd")
    )
    letters = sum(1 for teken in proef if teken.isalnum() or teken.isspace())
    return vreemd <= _AANDEEL_VREEMD * len(proef) and letters >= len(proef) / 2
