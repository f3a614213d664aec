"""Read a file from a stranger in a process of its own, with a limit on memory and on time.

The child gets the bytes on its standard input and answers with a pickle. A file that takes the child over writes that
answer too, so nothing is made of it but the parts of a document.
"""

import io
import pickle
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from passend.documenten import document as bouwstenen
from passend.documenten.document import BeschadigdBestandError, Document, DocumentError, TeGrootBestandError
from passend.documenten.lezen import check_grootte, read_document

SECONDEN = 4  # of the processor, so that a busy computer refuses nothing it could read
WACHTTIJD = 30.0  # of the clock, for a child that sleeps
GEHEUGEN = 450 * 1024 * 1024  # of address space, so that what is really used stays below 512 MB
_GEEN_GEHEUGEN = 3
# time is up, or memory: Python tells of it, and a library in C or C++ that gets none stops at once
_OP = {
    _GEEN_GEHEUGEN,
    *(-einde for einde in (signal.SIGXCPU, signal.SIGKILL, signal.SIGABRT, signal.SIGTRAP, signal.SIGILL)),
}
_TE_ZWAAR = (
    "Dit bestand kost te veel tijd of geheugen om te lezen. Een gewoon profiel doet dat niet. "
    "Bewaar het opnieuw, zonder grote plaatjes, en lever dat in."
)
_MISLUKT = (
    "Dit bestand is niet te lezen: er zit iets in dat niet klopt. "
    "Open het, bewaar het opnieuw als PDF of Word, en lever dat in."
)


def read_bewaakt(bron: Path | bytes, naam: str | None = None, *, wachttijd: float = WACHTTIJD) -> Document:
    """Read a file or its bytes with limits.

    Raises:
        DocumentError: the file cannot be read, or reading it takes too much.
        OSError: a path cannot be opened.
    """
    if isinstance(bron, Path):
        naam = naam or bron.name
        check_grootte(bron.stat().st_size)
        bron = bron.read_bytes()
    check_grootte(len(bron))
    opdracht = [sys.executable, "-m", "passend.documenten.lezen.bewaakt", naam or "document"]
    try:
        kind = subprocess.run(opdracht, input=bron, capture_output=True, timeout=wachttijd, check=False)
    except subprocess.TimeoutExpired as fout:
        raise TeGrootBestandError(_TE_ZWAAR) from fout
    if kind.returncode in _OP:
        raise TeGrootBestandError(_TE_ZWAAR)
    if kind.returncode != 0:
        raise BeschadigdBestandError(_MISLUKT)
    antwoord = lees_antwoord(kind.stdout)
    if isinstance(antwoord, Document):
        return antwoord
    soort, tekst = antwoord
    raise next((klasse for klasse in DocumentError.__subclasses__() if klasse.__name__ == soort), DocumentError)(tekst)


class _AlleenDocumenten(pickle.Unpickler):
    """Makes words, numbers, lists, and the parts of a document; no other class, and no function at all."""

    def find_class(self, module: str, naam: str) -> Any:
        gevonden = vars(bouwstenen).get(naam) if module == bouwstenen.__name__ else None
        if isinstance(gevonden, type) and gevonden.__module__ == module:
            return gevonden
        raise pickle.UnpicklingError(naam)


def lees_antwoord(inhoud: bytes) -> Any:
    """What the child says.

    Raises:
        BeschadigdBestandError: it is no answer that our own code gives.
    """
    try:
        return _AlleenDocumenten(io.BytesIO(inhoud)).load()
    except (pickle.UnpicklingError, EOFError, ValueError, TypeError, AttributeError, IndexError, KeyError) as fout:
        raise BeschadigdBestandError(_MISLUKT) from fout


def main() -> int:
    """The child: limits first, then read; the exit code tells when memory ran out."""
    resource.setrlimit(resource.RLIMIT_AS, (GEHEUGEN, GEHEUGEN))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDEN, SECONDEN + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    antwoord: Document | tuple[str, str]
    try:
        antwoord = read_document(sys.stdin.buffer.read(), sys.argv[1])
    except DocumentError as fout:
        antwoord = (type(fout).__name__, str(fout))
    except MemoryError:
        return _GEEN_GEHEUGEN
    sys.stdout.buffer.write(pickle.dumps(antwoord))
    return 0


if __name__ == "__main__":
    sys.exit(main())
