"""Since when what goes along to another school is known, and which day it is about."""

from typing import Final

from passend.leerlingen.queries.kennis import Kennis, Tabel
from passend.overstap.models import (
    Onderwijskundigrapport,
    Overstapbestand,
    Rapportbericht,
    Rapportreactie,
    Rapporttekst,
    Rapportuitvoer,
)

KENNIS: Final[dict[Tabel, Kennis]] = {
    Onderwijskundigrapport: Kennis(bekend=("vastgesteld_op",), geldig=("vastgesteld_op",)),
    Rapporttekst: Kennis(bekend=("gewijzigd_op",), geldig=("gewijzigd_op",), is_laatste=True),
    Rapportbericht: Kennis(bekend=("vastgelegd_op",), geldig=("geinformeerd_op",), is_laatste=True),
    Rapportreactie: Kennis(
        bekend=("gelezen_op", "gezegd_op"),
        geldig=("gelezen_op", "gezegd_op"),
        later={"gezegd_op": {"akkoord": "", "opmerking": "", "gezegd_op": None}},
    ),
    Rapportuitvoer: Kennis(bekend=("op",), geldig=("op",), later={"ontvangen_op": {"ontvangen_op": None}}),
    Overstapbestand: Kennis(bekend=("ingelezen_op",), geldig=("ingelezen_op",)),
}
