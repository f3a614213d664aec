"""Since when what this room keeps of a pupil is known, and which day it is about."""

from typing import Final

from passend.leerlingen.queries.kennis import Kennis, Tabel
from passend.volgen.models import Signaalbesluit, Toetsresultaat, Verzuim, Waarneming

KENNIS: Final[dict[Tabel, Kennis]] = {
    Toetsresultaat: Kennis(bekend=("vastgelegd_op",), geldig=("afgenomen_op",), heeft_vorig=True),
    Waarneming: Kennis(
        bekend=("vastgelegd_op",), geldig=("gezien_op",), later={"ingetrokken_op": {"ingetrokken_op": None}}
    ),
    Verzuim: Kennis(bekend=("vastgelegd_op",), geldig=("op",), heeft_vorig=True),
    Signaalbesluit: Kennis(bekend=("besloten_op",), geldig=("besloten_op",)),
}
