"""Since when what this room keeps of a pupil is known, and which day it is about."""

from typing import Final

from passend.begrippen.hgw import Voorstelstand
from passend.leerlingen.queries.kennis import Kennis, Tabel
from passend.plannen.models import (
    Clusterbehoefte,
    Clusterplaats,
    Leerlingkenmerk,
    Leerlingstem,
    Opp,
    Oppbestand,
    Oppdeelname,
    Oppevaluatie,
    Oppinstemming,
    Oppoverleg,
    Oppversie,
    Oppzienswijze,
    Plan,
    Planregel,
    Planvoorstel,
)

_TERUGGEKEKEN = {"uitkomst": "", "evaluatie": "", "wat_werkte": "", "geevalueerd_op": None}

KENNIS: Final[dict[Tabel, Kennis]] = {
    Leerlingkenmerk: Kennis(bekend=("vastgelegd_op",), geldig=("geldig_van",), heeft_vorig=True),
    Plan: Kennis(
        bekend=("vastgelegd_op",),
        geldig=("geldig_van",),
        later={"geevalueerd_op": _TERUGGEKEKEN},
        heeft_vorig=True,
        gewijzigd="gewijzigd_op",
    ),
    Planregel: Kennis(bekend=("plan__vastgelegd_op",), geldig=("plan__geldig_van",), heeft_vorig=True),
    Planvoorstel: Kennis(
        bekend=("gekomen_op",),
        geldig=("gekomen_op",),
        later={"beslist_op": {"stand": Voorstelstand.WACHT.value, "beslist_op": None, "beslist_door": None}},
    ),
    Clusterplaats: Kennis(bekend=("gewijzigd_op",), geldig=("groepsplan__ronde__geldig_van",), is_laatste=True),
    Opp: Kennis(
        bekend=("gemaakt_op",),
        geldig=("begonnen_op",),
        later={"geeindigd_op": {"geeindigd_op": None}, "ingetrokken_op": {"ingetrokken_op": None}},
    ),
    Oppversie: Kennis(
        bekend=("voorgelegd_op", "vastgesteld_op"),
        geldig=("voorgelegd_op", "vastgesteld_op"),
        later={"vastgesteld_op": {"vastgesteld_op": None, "vastgesteld_door": None}},
        heeft_vorig=True,
        gewijzigd="geschreven_op",
    ),
    Leerlingstem: Kennis(
        bekend=("vastgelegd_op",),
        geldig=("op",),
        later={"teruggekoppeld_op": {"gedaan": "", "teruggekoppeld_op": None}},
    ),
    Oppoverleg: Kennis(bekend=("vastgelegd_op",), geldig=("op",)),
    Oppdeelname: Kennis(bekend=("overleg__vastgelegd_op",), geldig=("overleg__op",)),
    Oppinstemming: Kennis(bekend=("op",), geldig=("op",)),
    Oppzienswijze: Kennis(bekend=("ingediend_op",), geldig=("ingediend_op",)),
    Oppevaluatie: Kennis(bekend=("vastgelegd_op",), geldig=("op",)),
    Oppbestand: Kennis(bekend=("op",), geldig=("op",)),
}

NIET_BEWAARD: Final = (Clusterbehoefte,)
"""Which need the approach of a cluster points at is written over, without a moment."""
