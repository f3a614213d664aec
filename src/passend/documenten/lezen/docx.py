"""Word documents, straight from their XML: paragraphs, tables, content controls, checkboxes, links, pictures."""

import re
from collections.abc import Iterator

from lxml import etree

from passend.documenten.document import (
    Afbeelding,
    BeschadigdBestandError,
    Blok,
    Cel,
    Document,
    Documentlink,
    Regel,
    Rooster,
    volgend_nummer,
)
from passend.documenten.lezen.symbolen import ONBEKEND, in_gewone_tekens, teken_van
from passend.documenten.lezen.woorden import woorden_in
from passend.documenten.lezen.zipbestand import BESCHADIGD, lees_deel, lees_xml, namen_van_delen

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WOORD = re.compile(r"[^\W\d_]{2,}")
_KOPSTIJLEN = {"1": "kop1", "2": "kop2", "3": "kop2"}
_LOSSE_DELEN = re.compile(r"^word/(?:header|footer|footnotes|endnotes)\d*\.xml$")
_OVERGESLAGEN = {
    f"{_W}txbxContent",
    f"{_W}del",
    f"{_W}pPr",
    f"{_W}rPr",
    f"{_W}sdtPr",
    f"{_W}instrText",
    f"{_MC}Fallback",
}


def read_docx(inhoud: bytes, naam: str, sha256: str) -> Document:
    """Read a Word document.

    Raises:
        DocumentError: it is broken, too large or dangerous.
    """
    xml = lees_deel(inhoud, "word/document.xml")
    romp = lees_xml(xml).find(f"{_W}body") if xml else None
    if romp is None:
        raise BeschadigdBestandError(BESCHADIGD)
    lezer = _Lezer(_relaties(inhoud))
    lezer.lees(romp)
    for naam_van_deel in namen_van_delen(inhoud):
        if _LOSSE_DELEN.match(naam_van_deel) and (deel := lees_deel(inhoud, naam_van_deel)):
            lezer.lees_los(lees_xml(deel))
    return Document(naam=naam, soort="docx", sha256=sha256, blokken=tuple(lezer.blokken), links=tuple(lezer.links))


def _relaties(inhoud: bytes) -> dict[str, str]:
    xml = lees_deel(inhoud, "word/_rels/document.xml.rels")
    if xml is None:
        return {}
    return {str(rel.get("Id")): str(rel.get("Target")) for rel in lees_xml(xml) if rel.get("TargetMode") == "External"}


class _Lezer:
    """Walks the body in order; content controls are looked through."""

    def __init__(self, relaties: dict[str, str]) -> None:
        self.relaties = relaties
        self.blokken: list[Blok] = []
        self.links: list[Documentlink] = []
        self._los: set[str] = set()

    def lees(self, ouder: etree._Element) -> None:
        for kind in _doorkijk(ouder):
            if kind.tag == f"{_W}p":
                self._alinea(kind)
            elif kind.tag == f"{_W}tbl":
                self.blokken.append(self._tabel(kind))
                self._kaders(kind)

    def lees_los(self, element: etree._Element) -> None:
        """Words beside the text: a box, the head or foot of pages, notes; each line once, for pages repeat them."""
        for alinea in element.iter(f"{_W}p"):
            tekst = " ".join(_tekst(alinea).split())
            if _WOORD.search(tekst) and tekst not in self._los and not _in_terugval(alinea):
                self._los.add(tekst)
                nummer = volgend_nummer(self.blokken)
                self.blokken.append(Regel(nummer=nummer, tekst=tekst, woorden=woorden_in(tekst), stijl="los"))

    def _alinea(self, alinea: etree._Element) -> None:
        stijl: str | None = _stijl(alinea)
        for tekst in _tekst(alinea).replace(ONBEKEND, "•").split("\n"):  # in a sentence a symbol is a bullet
            nummer = volgend_nummer(self.blokken)
            self.blokken.append(Regel(nummer=nummer, tekst=tekst, woorden=woorden_in(tekst), stijl=stijl))
            stijl = stijl if stijl in {"kop1", "kop2", "inhoud"} else None
        self._kaders(alinea)
        self._links(alinea)
        for beeld in alinea.iter(f"{_WP}docPr"):
            self.blokken.append(Afbeelding(nummer=volgend_nummer(self.blokken), alt=str(beeld.get("descr") or "")))

    def _kaders(self, element: etree._Element) -> None:
        for kader in element.iter(f"{_W}txbxContent"):
            self.lees_los(kader)

    def _links(self, element: etree._Element) -> None:
        for link in element.iter(f"{_W}hyperlink"):
            url = self.relaties.get(str(link.get(f"{_R}id")))
            if url:
                self.links.append(
                    Documentlink(url=url, tekst=_tekst(link).strip(), nummer=volgend_nummer(self.blokken) - 1)
                )

    def _tabel(self, tabel: etree._Element) -> Rooster:
        rijen: list[tuple[Cel, ...]] = []
        for rij in _doorkijk(tabel):
            if rij.tag != f"{_W}tr":
                continue
            cellen: list[Cel] = []
            for cel in _doorkijk(rij):
                if cel.tag == f"{_W}tc":
                    cellen += [_cel(cel)] + [Cel(tekst="")] * (_breedte(cel) - 1)
            rijen.append(tuple(cellen))
        self._links(tabel)
        return Rooster(rijen=tuple(rijen), methode="cellen", nummer=volgend_nummer(self.blokken))


def _in_terugval(element: etree._Element) -> bool:
    """True for the copy of a box that programs without drawings show."""
    return next(element.iterancestors(f"{_MC}Fallback"), None) is not None


def _in_kader(element: etree._Element) -> bool:
    return next(element.iterancestors(f"{_W}txbxContent"), None) is not None


def _doorkijk(ouder: etree._Element) -> Iterator[etree._Element]:
    for kind in ouder:
        if kind.tag == f"{_W}sdt":
            inhoud = kind.find(f"{_W}sdtContent")
            if inhoud is not None:
                yield from _doorkijk(inhoud)
        elif kind.tag in {f"{_W}ins", f"{_W}smartTag", f"{_W}customXml"}:
            yield from _doorkijk(kind)
        else:
            yield kind


def _breedte(cel: etree._Element) -> int:
    spanne = cel.find(f"{_W}tcPr/{_W}gridSpan")
    waarde = str(spanne.get(f"{_W}val", "1")) if spanne is not None else "1"
    return min(int(waarde), 20) if waarde.isdigit() and waarde != "0" else 1


def _cel(cel: etree._Element) -> Cel:
    vinkjes = [vink.get(f"{_W14}val") in {"1", "true", "on"} for vink in cel.iter(f"{_W14}checked")]
    vinkjes += [_oud_vinkje(vak) for vak in cel.iter(f"{_W}checkBox")]
    tekst = "\n".join(_tekst(alinea) for alinea in cel.iter(f"{_W}p") if not _in_kader(alinea))
    return Cel(tekst=tekst, is_aangevinkt=any(vinkjes) if vinkjes else None)


def _oud_vinkje(vak: etree._Element) -> bool:
    stand = vak.find(f"{_W}checked")
    stand = vak.find(f"{_W}default") if stand is None else stand
    return stand is not None and stand.get(f"{_W}val", "1") in {"1", "true", "on"}


def _stijl(alinea: etree._Element) -> str:
    """What a paragraph is: a heading, an item of a list, a line of the contents, or just a paragraph."""
    stijl = alinea.find(f"{_W}pPr/{_W}pStyle")
    waarde = str(stijl.get(f"{_W}val", "")).lower() if stijl is not None else ""
    if waarde.startswith(("heading", "kop", "title", "titel")):
        return _KOPSTIJLEN.get(waarde[-1], "kop1")
    if waarde.startswith(("toc", "inhopg", "inhoud")):
        return "inhoud"
    is_punt = waarde.startswith(("listbullet", "listnumber", "lijstopsom", "lijstnummering"))
    return "lijst" if is_punt or alinea.find(f"{_W}pPr/{_W}numPr") is not None else "alinea"


def _tekst(element: etree._Element) -> str:
    return "".join(_stukken(element))


def _stukken(element: etree._Element) -> Iterator[str]:
    for kind in element:
        if kind.tag in _OVERGESLAGEN:
            continue
        if kind.tag == f"{_W}t":
            yield in_gewone_tekens(kind.text or "", _lettertype(kind))
        elif kind.tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n"
        elif kind.tag == f"{_W}tab":
            yield "\t"
        elif kind.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif kind.tag == f"{_W}sym":
            yield _symbool(kind)
        else:
            yield from _stukken(kind)


def _symbool(symbool: etree._Element) -> str:
    code = str(symbool.get(f"{_W}char", ""))
    try:
        return teken_van(str(symbool.get(f"{_W}font", "")), int(code, 16))
    except ValueError:
        return ONBEKEND


def _lettertype(letters: etree._Element) -> str:
    """The font of a piece of text, as far as it says one itself."""
    stuk = letters.getparent()
    soort = stuk.find(f"{_W}rPr/{_W}rFonts") if stuk is not None else None
    return str(soort.get(f"{_W}ascii") or soort.get(f"{_W}hAnsi") or "") if soort is not None else ""
