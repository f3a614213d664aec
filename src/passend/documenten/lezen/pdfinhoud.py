"""What is hidden in a PDF that opens as any other: something that runs when it opens, or a part that never ends.

A reader counts only the programs that have a name of their own. One that hangs on opening the document, on a page or on
a button has none; so the words by which a PDF says that something runs are looked for in all of its objects, packed
ones too. Every packed part is unpacked a piece at a time, so that a small file cannot fill the memory.
"""

import re
import zlib
from typing import Final

from passend.documenten.document import GevaarlijkBestandError, TeGrootBestandError

MEESTE_UITGEPAKT: Final = 400 * 1024 * 1024
VERSTOPT: Final = "In deze PDF zit een programma of een ander bestand verstopt. Maak een gewone scan, en kies die."
TE_VEEL: Final = "Deze PDF wordt uitgepakt veel te groot. Maak een gewone scan, en kies die."
_STUK: Final = 1024 * 1024
_DEEL: Final = re.compile(rb"stream\r?\n")
_LOOPT: Final = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia)(?![A-Za-z])")
_LETTER: Final = re.compile(rb"#([0-9A-Fa-f]{2})")


def check_pdf(inhoud: bytes) -> None:
    """Refuse a PDF in which something runs, or a part of which unpacks without end.

    Raises:
        GevaarlijkBestandError: something in it runs, or is packed along.
        TeGrootBestandError: it holds more than any scan.
    """
    uitgepakt, plek, objecten = 0, 0, []
    for begin in _DEEL.finditer(inhoud):
        if begin.start() < plek:
            continue  # the word stands in what is packed
        kop = inhoud[plek : begin.start()]
        objecten.append(kop)
        einde = inhoud.find(b"endstream", begin.end())
        plek = len(inhoud) if einde < 0 else einde
        woordenboek = kop[kop.rfind(b"obj") :]
        is_objecten = b"ObjStm" in _leesbaar(woordenboek)
        if b"Fl" in _leesbaar(woordenboek):
            tekst, omvang = _pak_uit(inhoud[begin.end() : plek], MEESTE_UITGEPAKT - uitgepakt, bewaar=is_objecten)
            uitgepakt += omvang
            objecten.append(tekst)
    objecten.append(inhoud[plek:])
    if any(_LOOPT.search(_leesbaar(een)) for een in objecten):
        raise GevaarlijkBestandError(VERSTOPT)


def _leesbaar(tekst: bytes) -> bytes:
    """Names with their letters written out: `/J#53` is `/JS`."""
    return _LETTER.sub(lambda gevonden: bytes([int(gevonden[1], 16)]), tekst)


def _pak_uit(ingepakt: bytes, meeste: int, *, bewaar: bool) -> tuple[bytes, int]:
    uitpakker, delen, omvang = zlib.decompressobj(), [], 0
    rest = ingepakt
    try:
        while rest and not uitpakker.eof:
            stuk = uitpakker.decompress(rest, _STUK)
            omvang += len(stuk)
            if omvang > meeste:
                raise TeGrootBestandError(TE_VEEL)
            if bewaar:
                delen.append(stuk)
            rest = uitpakker.unconsumed_tail
            if not stuk and not rest:
                break
    except zlib.error:
        pass  # broken or locked otherwise: the reader says so, or shows nothing of it
    return b"".join(delen), omvang
