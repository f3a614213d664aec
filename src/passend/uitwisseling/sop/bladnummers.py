"""Numbers of pages and marks between them: lines that say nothing of the school."""

import re
from collections.abc import Sequence

from passend.documenten.document import Regel
from passend.documenten.lezen.tekst import is_bladwissel

_RUIS = re.compile(r"^(?:-{3,}.*-{3,}|\d{1,3}|(?:pagina|blz\.?) \d+.*)$", re.IGNORECASE)
_RAND = 6


def is_bladnummer(regels: Sequence[Regel], plek: int) -> bool:
    """True for a number alone at the foot or the head of a page; elsewhere it can be a word like any other."""
    rond = regels[max(plek - _RAND, 0) : plek + _RAND + 1]
    return any(regel.pagina != regels[plek].pagina or is_bladwissel(regel.tekst) for regel in rond)


def is_ruis(tekst: str) -> bool:
    """True for a page number or a mark between pages."""
    return bool(_RUIS.match(tekst.strip()))
