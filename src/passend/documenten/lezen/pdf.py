"""PDF: words with their places, tables between ruling lines, links and pictures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from passend.documenten.document import (
    Afbeelding,
    Blok,
    Cel,
    Document,
    Documentlink,
    Kader,
    Regel,
    Rooster,
    ScanError,
    TeGrootBestandError,
    Woord,
)
from passend.documenten.lezen.codes import Codestuk, Codetabel, Codeverzamelaar
from passend.documenten.lezen.pdfbladzijde import Bladzijde, lees_bladzijde
from passend.documenten.lezen.pdfium import Pdf, open_pdf
from passend.documenten.lezen.pdfwoorden import Plekwoord, in_regels, kader_van, raakt, staat_in, tekst_van, woorden_uit
from passend.documenten.lezen.rasters import Raster, zoek_rasters

MAX_PAGINAS = 200
_WITREGEL = 0.75
_MIN_TEKENS = 20

type Woorden = Sequence[Plekwoord]


def read_pdf(inhoud: bytes, naam: str, sha256: str) -> Document:
    """Read a PDF.

    Raises:
        DocumentError: it is locked, broken, too long, or a scan without text.
    """
    with open_pdf(inhoud) as pdf:
        _check_lengte(pdf)
        lezer = _Lezer(_codetabellen(pdf) if pdf.heeft_codes() else [])
        for nummer in range(1, pdf.aantal + 1):
            lezer.bladzijde(lees_bladzijde(pdf, nummer))
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
        aantal_paginas=pdf.aantal,
        links=tuple(lezer.links),
    )


def _codetabellen(pdf: Pdf) -> list[Codetabel]:
    from passend.documenten.lezen.codeboom import lees_codetabellen  # only a PDF with tags needs it

    return lees_codetabellen(pdf)


def _check_lengte(pdf: Pdf) -> None:
    if pdf.aantal > MAX_PAGINAS:
        raise TeGrootBestandError(
            f"Deze PDF heeft {pdf.aantal} bladzijden. Een profiel heeft er hooguit {MAX_PAGINAS}. "
            "Lever alleen het profiel zelf in."
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

    def bladzijde(self, bladzijde: Bladzijde) -> None:
        """Add what stands on a page, from top to bottom."""
        los_tekens, codestukken = self.codes.verdeel(bladzijde.nummer, bladzijde.tekens)
        woorden = woorden_uit(los_tekens)
        self.tekens += len(bladzijde.tekens)
        wit = _WITREGEL * _hoogte(woorden)
        vorige: float | None = None
        for stuk in sorted(_stukken(bladzijde, codestukken, woorden), key=lambda stuk: stuk.top):
            if isinstance(stuk.inhoud, list) and vorige is not None and stuk.top - vorige > wit:
                self._witregel(bladzijde.nummer)
            self._stuk(stuk.inhoud, bladzijde.nummer)
            vorige = vorige if stuk.bottom is None else stuk.bottom
        self.links += [
            Documentlink(url=url, tekst="", nummer=self.nummer, pagina=bladzijde.nummer)
            for url in bladzijde.adressen
            if url.startswith(("http:", "https:"))
        ]

    def _stuk(self, inhoud: "_Inhoud", pagina: int) -> None:
        if inhoud is None:
            self.nummer += 1
            self.blokken.append(Afbeelding(nummer=self.nummer, pagina=pagina))
        elif isinstance(inhoud, Codestuk):
            self._codestuk(inhoud, pagina)
        elif isinstance(inhoud, _Tabel):
            self.blokken.append(self._rooster(inhoud, pagina))
        else:
            self.blokken.append(self._regel(inhoud, pagina))

    def _witregel(self, pagina: int) -> None:
        self.nummer += 1
        self.blokken.append(Regel(nummer=self.nummer, tekst="", woorden=(), pagina=pagina))

    def _regel(self, woorden: Woorden, pagina: int) -> Regel:
        self.nummer += 1
        return Regel(
            nummer=self.nummer,
            tekst=" ".join(woord.tekst for woord in woorden),
            woorden=tuple(Woord(tekst=woord.tekst, x0=woord.x0, x1=woord.x1) for woord in woorden),
            pagina=pagina,
            kader=kader_van(woorden),
        )

    def _rooster(self, tabel: "_Tabel", pagina: int) -> Rooster:
        regels = tuple(self._regel(regel, pagina) for regel in in_regels(tabel.woorden))
        return Rooster(
            rijen=tuple(tuple(_cel(kader, tabel.woorden) for kader in rij) for rij in tabel.raster.rijen),
            methode="lijnen",
            nummer=regels[0].nummer if regels else self.nummer,
            pagina=pagina,
            kader=tabel.raster.kader,
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


@dataclass(frozen=True, slots=True)
class _Tabel:
    """A ruled table and the words in it."""

    raster: Raster
    woorden: Woorden


type _Inhoud = list[Plekwoord] | Codestuk | _Tabel | None  # a line, a table by its tags or by its lines, a picture


@dataclass(frozen=True, slots=True)
class _Stuk:
    """Something on a page and how high it stands; a picture has no bottom, for text runs on beside it."""

    top: float
    bottom: float | None
    inhoud: _Inhoud


def _stukken(bladzijde: Bladzijde, codestukken: Sequence[Codestuk], woorden: Woorden) -> Iterator[_Stuk]:
    rasters = [raster for raster in _rasters(bladzijde) if not any(raakt(raster.kader, c.kader) for c in codestukken)]
    los = [woord for woord in woorden if not any(staat_in(woord, raster.kader) for raster in rasters)]
    for kader in bladzijde.beelden:
        yield _Stuk(kader[1], None, None)
    for raster in rasters:
        binnen = [woord for woord in woorden if staat_in(woord, raster.kader)]
        yield _Stuk(raster.kader[1], raster.kader[3], _Tabel(raster, binnen))
    for stuk in codestukken:
        yield _Stuk(stuk.kader[1], stuk.kader[3], stuk)
    for regel in in_regels(los):
        yield _Stuk(regel[0].top, max(woord.bottom for woord in regel), regel)


def _rasters(bladzijde: Bladzijde) -> list[Raster]:
    """The ruled tables; a frame around words is none."""
    rasters = zoek_rasters(bladzijde.liggend, bladzijde.staand)
    return [raster for raster in rasters if len(raster.rijen) > 1 and len(raster.rijen[0]) > 1]


def _hoogte(woorden: Woorden) -> float:
    """How high words are as a rule."""
    hoogtes = sorted(woord.bottom - woord.top for woord in woorden)
    return hoogtes[len(hoogtes) // 2] if hoogtes else 0.0


def _cel(kader: Kader | None, woorden: Woorden) -> Cel:
    if kader is None:
        return Cel(tekst="")
    return Cel(tekst=tekst_van(woord for woord in woorden if staat_in(woord, kader)), kader=kader)
