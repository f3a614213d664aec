"""Since when what admission says of a pupil is known, and which day it is about."""

from typing import Final

from passend.leerlingen.queries.kennis import Kennis, Tabel
from passend.toelating.models import (
    Aanmeldgebeurtenis,
    Aanmelding,
    Aanmeldouder,
    Aanmeldscan,
    Aanmeldsleutel,
    Brief,
    Schoolcontact,
    Schorsing,
    Verwijdergebeurtenis,
    Verwijdering,
)

KENNIS: Final[dict[Tabel, Kennis]] = {
    Aanmelding: Kennis(bekend=("ingevoerd_op",), geldig=("ontvangen_op",)),
    Aanmeldouder: Kennis(bekend=("aanmelding__ingevoerd_op",), geldig=("aanmelding__ontvangen_op",)),
    Aanmeldgebeurtenis: Kennis(bekend=("vastgelegd_op",), geldig=("op",)),
    Aanmeldscan: Kennis(bekend=("toegevoegd_op",), geldig=("toegevoegd_op",)),
    Aanmeldsleutel: Kennis(
        bekend=("gemaakt_op",), geldig=("gemaakt_op",), later={"ingetrokken_op": {"ingetrokken_op": None}}
    ),
    Brief: Kennis(bekend=("vastgelegd_op",), geldig=("vastgelegd_op",)),
    Schoolcontact: Kennis(bekend=("vastgelegd_op",), geldig=("op",)),
    Schorsing: Kennis(
        bekend=("besloten_op",),
        geldig=("geldig_van",),
        later={
            "ingetrokken_op": {"ingetrokken_op": None, "ingetrokken_door": None, "waarom_ingetrokken": ""},
            "inspectie_gemeld_op": {"inspectie_gemeld_op": None, "inspectie_bewijs": ""},
        },
    ),
    Verwijdering: Kennis(bekend=("begonnen_op",), geldig=("begonnen_op",)),
    Verwijdergebeurtenis: Kennis(bekend=("vastgelegd_op",), geldig=("op",)),
}
