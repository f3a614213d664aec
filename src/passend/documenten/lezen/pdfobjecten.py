"""The objects a PDF is made of, as plain values: dictionaries with names such as `/Type`, lists, numbers, texts.

PDFium has no way to ask for them, but it can write a whole document again, unpacked and unlocked, in one plain form;
that form is what is read here, and no other.
"""

import ctypes
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pypdfium2_raw.bindings as pdfium

from passend.documenten.lezen.pdfium import Pdf

_DELEN = re.compile(
    rb"""\s*(?:
        (?P<open><<|\[) | (?P<dicht>>>|\])
        | (?P<naam>/[^\s()<>\[\]{}/%]*)
        | (?P<nummer>\d+)\s+\d+\s+R(?![^\s()<>\[\]{}/%])
        | (?P<getal>[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
        | \((?P<tekst>(?:[^()\\]|\\.)*)\) | <(?P<hex>[0-9A-Fa-f]*)>
        | (?P<woord>[A-Za-z]+)
    )""",
    re.VERBOSE | re.DOTALL,
)
_SLEUTEL = re.compile(rb"\\(.)", re.DOTALL)
_INHOUDSOPGAVE = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_REEKS = re.compile(rb"\s*(\d+) (\d+)\s*?\r?\n")
_REGEL = 20  # bytes of each line in the table of contents


class Verwijzing(NamedTuple):
    """The number of an object that stands elsewhere."""

    nummer: int


class Objecten:
    """The objects of a document, each read when it is asked for."""

    def __init__(self, kopie: bytes) -> None:
        self._kopie = kopie
        self._plekken: dict[int, int] = {}
        self._gelezen: dict[int, Any] = {}
        plek = _INHOUDSOPGAVE.search(kopie[-1024:])
        if plek is None:
            raise ValueError("A document without a table of contents.")
        self.slot = self._lees_inhoudsopgave(int(plek[1]))

    @classmethod
    def van(cls, pdf: Pdf) -> "Objecten":
        """Those of an open document.

        Raises:
            ValueError: it could not be written again.
        """
        return cls(_schrijf(pdf))

    def _lees_inhoudsopgave(self, plek: int) -> dict[str, Any]:
        plek += len(b"xref")
        while reeks := _REEKS.match(self._kopie, plek):
            eerste, aantal = int(reeks[1]), int(reeks[2])
            for nummer in range(aantal):
                regel = self._kopie[reeks.end() + _REGEL * nummer :][:_REGEL]
                if regel[17:18] == b"n":
                    self._plekken[eerste + nummer] = int(regel[:10])
            plek = reeks.end() + _REGEL * aantal
        slot = _waarde(_delen(self._kopie, self._kopie.index(b"trailer", plek) + len(b"trailer")))
        return slot if isinstance(slot, dict) else {}

    def los(self, waarde: Any) -> Any:
        """The value itself, when it stands elsewhere; None when it is nowhere."""
        if not isinstance(waarde, Verwijzing):
            return waarde
        if waarde.nummer not in self._gelezen:
            plek = self._plekken.get(waarde.nummer)
            begin = -1 if plek is None else self._kopie.find(b"obj", plek)
            self._gelezen[waarde.nummer] = None if begin < 0 else _waarde(_delen(self._kopie, begin + len(b"obj")))
        return self._gelezen[waarde.nummer]

    def bij(self, houder: Any, naam: str) -> Any:
        """What a dictionary holds under a name, itself."""
        houder = self.los(houder)
        return self.los(houder.get(naam)) if isinstance(houder, dict) else None


def _schrijf(pdf: Pdf) -> bytes:
    delen: list[bytes] = []

    def bewaar(_zelf: object, wijzer: int, lengte: int) -> int:
        delen.append(ctypes.string_at(wijzer, lengte))
        return 1

    schrijver = pdfium.FPDF_FILEWRITE()
    schrijver.version = 1
    schrijver.WriteBlock = type(schrijver.WriteBlock)(bewaar)
    if not pdfium.FPDF_SaveAsCopy(pdf.wijzer, ctypes.byref(schrijver), pdfium.FPDF_REMOVE_SECURITY):
        raise ValueError("A document that cannot be written again.")
    return b"".join(delen)


def _delen(kopie: bytes, plek: int) -> Iterator[re.Match[bytes]]:
    while deel := _DELEN.match(kopie, plek):
        yield deel
        plek = deel.end()


def _waarde(delen: Iterator[re.Match[bytes]]) -> Any:
    """The next value.

    Raises:
        ValueError: there is none.
    """
    deel = next(delen, None)
    if deel is None or deel["dicht"]:
        raise ValueError("A value was expected.")
    return _van(deel, delen)


def _van(deel: re.Match[bytes], delen: Iterator[re.Match[bytes]]) -> Any:
    soort = deel.lastgroup or ""
    bron = deel[soort]
    if soort != "open":
        return _LEZERS[soort](bron)
    leden = list(_leden(delen))
    return leden if bron == b"[" else dict(zip(leden[::2], leden[1::2], strict=True))


def _leden(delen: Iterator[re.Match[bytes]]) -> Iterator[Any]:
    for deel in delen:
        if deel["dicht"]:
            return
        yield _van(deel, delen)
    raise ValueError("It ends too soon.")


def _teken(sleutel: re.Match[bytes]) -> bytes:
    return {b"n": b"\n", b"r": b"\r"}.get(sleutel[1], sleutel[1])


class Tekst(str):
    """A text, as told from a name."""

    __slots__ = ()


def _tekst(bron: bytes) -> Tekst:
    if bron.startswith(b"\xfe\xff"):
        return Tekst(bron[2:].decode("utf-16-be", "replace"))
    if bron.startswith(b"\xef\xbb\xbf"):
        return Tekst(bron[3:].decode("utf-8", "replace"))
    return Tekst(bron.decode("latin-1"))


_LEZERS: dict[str, Callable[[bytes], Any]] = {
    "naam": lambda bron: bron.decode("latin-1"),
    "nummer": lambda bron: Verwijzing(int(bron)),
    "getal": lambda bron: int(bron) if bron.lstrip(b"+-").isdigit() else float(bron),
    "tekst": lambda bron: _tekst(_SLEUTEL.sub(_teken, bron)),
    "hex": lambda bron: _tekst(bytes.fromhex(bron.decode() + "0" * (len(bron) % 2))),
    "woord": {b"true": True, b"false": False}.get,
}
