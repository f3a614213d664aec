"""PDF: words with their places, tables between ruling lines, links and pictures."""

import io
import statistics
from collections.abc import Sequence
from typing import Any

import pikepdf
from pdfminer.pdfparser import PDFSyntaxError
from pdfplumber import open as open_pdf
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from passend.documenten.document import (
    Afbeelding,
    BeschadigdBestandError,
    BeveiligdBestandError,
    Blok,
    Cel,
    Document,
    Documentlink,
    Regel,
    Rooster,
    ScanError,
    TeGrootBestandError,
    Woord,
)
from passend.documenten.lezen.codes import Codestuk, Codetabel, Codeverzamelaar, lees_codetabellen
from passend.documenten.lezen.pdfbladzijde import Bladzijde
from passend.documenten.lezen.pdfwoorden import Woorden, in_regels, kader_van, raakt, staat_in, tekst_van, woorden_uit

MAX_PAGINAS = 200
_WITREGEL = 0.75
_MIN_TEKENS = 20
_LIJNEN = {"vertical_strategy": "lines", "horizontal_strategy": "lines", "snap_tolerance": 4}


def read_pdf(inhoud: bytes, naam: str, sha256: str) -> Document:
    """Read a PDF.

    Raises:
        DocumentError: it is locked, broken, too long, or a scan without text.
    """
    aantal, codetabellen = _open(inhoud)
    lezer = _Lezer(codetabellen)
    try:
        with open_pdf(io.BytesIO(inhoud)) as pdf:
            for pagina in map(Bladzijde.van, pdf.pages):
                lezer.pagina(pagina)
                pagina.close()
    except PdfminerException as fout:
        geheugen_op = bool(fout.args) and isinstance(fout.args[0], MemoryError)
        raise MemoryError if geheugen_op else _beschadigd() from fout
    except (PDFSyntaxError, ValueError, KeyError, TypeError, IndexError, RecursionError) as fout:
        raise _beschadigd() from fout
    if lezer.tekens < _MIN_TEKENS:
        raise ScanError(
            "In deze PDF staat geen tekst, alleen plaatjes van bladzijden: een scan. "
            "Zoek het document waar hij van gemaakt is (Word of een gewone PDF) en lever dat in."
        )
    return Document(
        naam=naam,
        soort="pdf",
        sha256=sha256,
        blokken=lezer.alle_blokken(),
        aantal_paginas=aantal,
        links=tuple(lezer.links),
    )


def _open(inhoud: bytes) -> tuple[int, list[Codetabel]]:
    """The number of pages and the tables the tags tell of, when the file can be opened at all."""
    try:
        with pikepdf.open(io.BytesIO(inhoud)) as pdf:
            aantal = len(pdf.pages)
            codetabellen = lees_codetabellen(pdf) if aantal <= MAX_PAGINAS else []
    except pikepdf.PasswordError as fout:
        raise BeveiligdBestandError(
            "Deze PDF heeft een wachtwoord. Haal het wachtwoord eraf of bewaar hem opnieuw, en lever hem dan in."
        ) from fout
    except (pikepdf.PdfError, ValueError, RuntimeError, RecursionError, OverflowError) as fout:
        raise _beschadigd() from fout
    if aantal > MAX_PAGINAS:
        raise TeGrootBestandError(
            f"Deze PDF heeft {aantal} bladzijden. Een profiel heeft er hooguit {MAX_PAGINAS}. "
            "Lever alleen het profiel zelf in."
        )
    return aantal, codetabellen


def _beschadigd() -> BeschadigdBestandError:
    return BeschadigdBestandError(
        "Deze PDF is beschadigd of niet helemaal overgekomen. "
        "Open hem en bewaar hem opnieuw als PDF, of lever het Word-bestand in."
    )


class _Lezer:
    """Collects blocks page by page; lines are numbered through the document."""

    def __init__(self, codetabellen: Sequence[Codetabel]) -> None:
        self.codes = Codeverzamelaar(codetabellen)
        self.codeplekken: list[tuple[int, Codestuk, int]] = []
        self.coderegels: dict[int, list[Regel]] = {}
        self.blokken: list[Blok] = []
        self.links: list[Documentlink] = []
        self.nummer = 0
        self.tekens = 0

    def pagina(self, pagina: Page) -> None:
        los_tekens, codestukken = self.codes.verdeel(pagina.page_number, pagina.chars)
        woorden = woorden_uit(los_tekens)
        self.tekens += len(pagina.chars)
        tabellen = sorted(pagina.find_tables(_LIJNEN), key=lambda tabel: tabel.bbox[1]) if pagina.edges else []
        tabellen = [tabel for tabel in tabellen if len(tabel.rows) > 1 and len(tabel.rows[0].cells) > 1]
        tabellen = [tabel for tabel in tabellen if not any(raakt(tabel.bbox, stuk.kader) for stuk in codestukken)]
        beelden = [(float(beeld["top"]), beeld) for beeld in pagina.images]
        los = [woord for woord in woorden if not any(staat_in(woord, tabel.bbox) for tabel in tabellen)]
        stukken: list[tuple[float, str, Any]] = [(top, "beeld", beeld) for top, beeld in beelden]
        stukken += [(tabel.bbox[1], "tabel", tabel) for tabel in tabellen]
        stukken += [(stuk.kader[1], "codes", stuk) for stuk in codestukken]
        stukken += [(regel[0]["top"], "regel", regel) for regel in in_regels(los)]
        hoogte = statistics.median([w["bottom"] - w["top"] for w in woorden]) if woorden else 10.0
        vorige: float | None = None
        for top, soort, ding in sorted(stukken, key=lambda stuk: stuk[0]):
            if soort == "regel":
                if vorige is not None and top - vorige > _WITREGEL * hoogte:
                    self._witregel(pagina.page_number)
                self.blokken.append(self._regel(ding, pagina.page_number))
                vorige = max(woord["bottom"] for woord in ding)
            elif soort == "codes":
                self._codestuk(ding, pagina.page_number)
                vorige = ding.kader[3]
            elif soort == "tabel":
                binnen = [woord for woord in woorden if staat_in(woord, ding.bbox)]
                self.blokken.append(self._rooster(ding, binnen, pagina.page_number))
                vorige = ding.bbox[3]
            else:
                self.nummer += 1
                self.blokken.append(Afbeelding(nummer=self.nummer, pagina=pagina.page_number))
        self._links(pagina)

    def _witregel(self, pagina: int) -> None:
        self.nummer += 1
        self.blokken.append(Regel(nummer=self.nummer, tekst="", woorden=(), pagina=pagina))

    def _regel(self, woorden: Woorden, pagina: int) -> Regel:
        self.nummer += 1
        return Regel(
            nummer=self.nummer,
            tekst=" ".join(str(woord["text"]) for woord in woorden),
            woorden=tuple(Woord(tekst=w["text"], x0=float(w["x0"]), x1=float(w["x1"])) for w in woorden),
            pagina=pagina,
            kader=kader_van(woorden),
        )

    def _rooster(self, tabel: Any, woorden: Woorden, pagina: int) -> Rooster:
        rijen = tuple(tuple(_cel(kader, woorden) for kader in rij.cells) for rij in tabel.rows)
        regels = tuple(self._regel(regel, pagina) for regel in in_regels(woorden))
        x0, top, x1, onder = tabel.bbox
        return Rooster(
            rijen=rijen,
            methode="lijnen",
            nummer=regels[0].nummer if regels else self.nummer,
            pagina=pagina,
            kader=(x0, top, x1, onder),
            regels=regels,
        )

    def _codestuk(self, stuk: Codestuk, pagina: int) -> None:
        """Remember where a tagged table begins; its cells are known when all pages have passed."""
        if stuk.tabel not in self.coderegels:
            self.codeplekken.append((len(self.blokken), stuk, pagina))
        regels = [self._regel(regel, pagina) for regel in in_regels(stuk.woorden)]
        self.coderegels.setdefault(stuk.tabel, []).extend(regels)

    def alle_blokken(self) -> tuple[Blok, ...]:
        """The blocks of all pages, with the tagged tables in their places."""
        blokken = list(self.blokken)
        for plek, stuk, pagina in reversed(self.codeplekken):
            regels = tuple(self.coderegels[stuk.tabel])
            rooster = Rooster(
                rijen=self.codes.rijen(stuk.tabel),
                methode="codes",
                nummer=regels[0].nummer,
                pagina=pagina,
                kader=stuk.kader,
                regels=regels,
            )
            blokken.insert(plek, rooster)
        return tuple(blokken)

    def _links(self, pagina: Page) -> None:
        for link in pagina.hyperlinks:
            url = link.get("uri")
            if isinstance(url, str) and url.startswith(("http:", "https:")):
                self.links.append(Documentlink(url=url, tekst="", nummer=self.nummer, pagina=pagina.page_number))


def _cel(kader: Sequence[float] | None, woorden: Woorden) -> Cel:
    if kader is None:
        return Cel(tekst="")
    binnen = [woord for woord in woorden if staat_in(woord, kader)]
    return Cel(tekst=tekst_van(binnen), kader=(float(kader[0]), float(kader[1]), float(kader[2]), float(kader[3])))
