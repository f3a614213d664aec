"""ODT documents, straight from their XML."""

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
from passend.documenten.lezen.woorden import woorden_in
from passend.documenten.lezen.zipbestand import BESCHADIGD, lees_deel, lees_xml

_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TAB = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_D = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_X = "{http://www.w3.org/1999/xlink}"
_DOORKIJK = {f"{_T}section", f"{_T}list", f"{_T}list-item", f"{_T}index-body", f"{_T}table-of-content"}
_MAX_HERHALING = 50


def read_odt(inhoud: bytes, naam: str, sha256: str) -> Document:
    """Read an ODT document.

    Raises:
        DocumentError: it is broken, too large or dangerous.
    """
    xml = lees_deel(inhoud, "content.xml")
    romp = lees_xml(xml).find(f"{_O}body/{_O}text") if xml else None
    if romp is None:
        raise BeschadigdBestandError(BESCHADIGD)
    blokken: list[Blok] = []
    links: list[Documentlink] = []
    _lees(romp, blokken, links)
    return Document(naam=naam, soort="odt", sha256=sha256, blokken=tuple(blokken), links=tuple(links))


def _lees(ouder: etree._Element, blokken: list[Blok], links: list[Documentlink]) -> None:
    for kind in ouder:
        if kind.tag in {f"{_T}p", f"{_T}h"}:
            stijl = f"kop{min(int(kind.get(f'{_T}outline-level', '1')), 2)}" if kind.tag == f"{_T}h" else None
            for tekst in _tekst(kind).split("\n"):
                nummer = volgend_nummer(blokken)
                blokken.append(Regel(nummer=nummer, tekst=tekst, woorden=woorden_in(tekst), stijl=stijl))
            _links(kind, blokken, links)
            for _beeld in kind.iter(f"{_D}image"):
                blokken.append(Afbeelding(nummer=volgend_nummer(blokken)))
        elif kind.tag == f"{_TAB}table":
            rijen = tuple(_rij(rij) for rij in kind.iter(f"{_TAB}table-row"))
            _links(kind, blokken, links)
            blokken.append(Rooster(rijen=rijen, methode="cellen", nummer=volgend_nummer(blokken)))
        elif kind.tag in _DOORKIJK:
            _lees(kind, blokken, links)


def _links(element: etree._Element, blokken: list[Blok], links: list[Documentlink]) -> None:
    for link in element.iter(f"{_T}a"):
        url = link.get(f"{_X}href")
        if url and url.startswith(("http:", "https:", "mailto:")):
            links.append(Documentlink(url=url, tekst=_tekst(link).strip(), nummer=volgend_nummer(blokken) - 1))


def _rij(rij: etree._Element) -> tuple[Cel, ...]:
    cellen: list[Cel] = []
    for cel in rij:
        if cel.tag not in {f"{_TAB}table-cell", f"{_TAB}covered-table-cell"}:
            continue
        herhaald = str(cel.get(f"{_TAB}number-columns-repeated", "1"))
        tekst = "\n".join(_tekst(alinea) for alinea in cel.iter(f"{_T}p", f"{_T}h"))
        cellen += [Cel(tekst=tekst)] * (min(int(herhaald), _MAX_HERHALING) if herhaald.isdigit() else 1)
    return tuple(cellen)


def _tekst(element: etree._Element) -> str:
    return "".join(_stukken(element))


def _stukken(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for kind in element:
        if kind.tag == f"{_T}s":
            aantal = str(kind.get(f"{_T}c", "1"))
            yield " " * (min(int(aantal), 200) if aantal.isdigit() else 1)
        elif kind.tag == f"{_T}tab":
            yield "\t"
        elif kind.tag == f"{_T}line-break":
            yield "\n"
        elif kind.tag not in {f"{_D}frame", f"{_T}note"} and isinstance(kind.tag, str):
            yield from _stukken(kind)
        yield kind.tail or ""
