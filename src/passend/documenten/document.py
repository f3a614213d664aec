"""A document as plain data: lines, grids and pictures in reading order, each with its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

type Kader = tuple[float, float, float, float]


def omvattend(kaders: Sequence[Kader]) -> Kader:
    """The box around boxes."""
    return (
        min(kader[0] for kader in kaders),
        min(kader[1] for kader in kaders),
        max(kader[2] for kader in kaders),
        max(kader[3] for kader in kaders),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Woord:
    """A word and where it stands: `x0` and `x1` in characters for plain text, in points for PDF."""

    tekst: str
    x0: float
    x1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A line of text, white space included: it can be the only witness of a column.

    `kader` is x0, top, x1, bottom in points from the top left corner. `stijl` is `kop1`, `kop2`, `lijst`,
    `inhoud` (a line of the table of contents), `alinea` (the first line of a paragraph), `vervolg` (a line that goes
    on with the one above it) or `los` (words beside the text: in a box, the head or foot of pages, a note) when the
    format says so.
    """

    nummer: int
    tekst: str
    woorden: tuple[Woord, ...]
    pagina: int | None = None
    kader: Kader | None = None
    stijl: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cel:
    """A cell of a grid; `is_aangevinkt` is the state of a checkbox in it, None when it has none.

    `pagina` is told when it can be another one than that of the grid.
    """

    tekst: str
    pagina: int | None = None
    kader: Kader | None = None
    is_aangevinkt: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooster:
    """A table with cells, found by ruling lines (`lijnen`), told by tags (`codes`) or by the format (`cellen`).

    `nummer` is that of its first line; in `cellen` each row is a line.
    """

    rijen: tuple[tuple[Cel, ...], ...]
    methode: Literal["lijnen", "codes", "cellen"]
    nummer: int
    pagina: int | None = None
    kader: Kader | None = None
    regels: tuple[Regel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Afbeelding:
    """A picture stands here."""

    nummer: int
    pagina: int | None = None
    alt: str = ""


type Blok = Regel | Rooster | Afbeelding


def volgend_nummer(blokken: Sequence[Blok]) -> int:
    """The number of the line after these blocks in a format without lines of its own: each row of a grid is one."""
    if not blokken:
        return 1
    laatste = blokken[-1]
    return laatste.nummer + (max(len(laatste.rijen), 1) if isinstance(laatste, Rooster) else 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Documentlink:
    """A web address behind words."""

    url: str
    tekst: str
    nummer: int
    pagina: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a file holds. `aantal_paginas` is None where the format knows no pages."""

    naam: str
    soort: Literal["tekst", "pdf", "docx", "odt"]
    sha256: str
    blokken: tuple[Blok, ...]
    aantal_paginas: int | None = None
    links: tuple[Documentlink, ...] = ()


class DocumentError(Exception):
    """A file that cannot be read; the text says what is wrong, why, and what to do."""


class LeegBestandError(DocumentError):
    """Nothing in it."""


class OnbekendBestandError(DocumentError):
    """Not a kind of file that can hold a profile."""


class BeveiligdBestandError(DocumentError):
    """Opens only with a password."""


class BeschadigdBestandError(DocumentError):
    """Broken or cut off."""


class TeGrootBestandError(DocumentError):
    """More than can be read safely."""


class ScanError(DocumentError):
    """Pictures of pages, no text."""


class GevaarlijkBestandError(DocumentError):
    """Built to do harm."""
