"""What a school sees of a pupil: results, observations, absence."""

from datetime import date
from decimal import Decimal
from typing import Any

from tests.factories.profielen import OP, School

from passend.begrippen.volgen import Herkomst, Signaalregel, Vak, Verzuimsoort, Waarnemingsoort
from passend.leerlingen.models import Leerling
from passend.volgen.models import Signaalbesluit, Toetsresultaat, Verzuim, Waarneming


def maak_resultaat(leerling: Leerling, afgenomen_op: date = date(2026, 6, 15), **feiten: Any) -> Toetsresultaat:
    """A result on a test of Cito, for reading with understanding; what is given is otherwise."""
    return Toetsresultaat.objects.create(
        **{
            "bestuur_id": leerling.bestuur_id,
            "leerling": leerling,
            "instrument": "cito_lvs",
            "instrumentversie": "3.0",
            "vak": Vak.BEGRIJPEND_LEZEN,
            "afnamemoment": "E5",
            "afgenomen_op": afgenomen_op,
            "schaalscore": Decimal(150),
            "niveau": "II",
            "normschema": "cito_romeins",
            "percentiel": 65,
            "herkomst": Herkomst.GETYPT,
            "vastgelegd_op": OP,
            **feiten,
        }
    )


def vul_volgen(school: School, leerling: Leerling) -> None:
    """A row in every table of the room."""
    van = {"bestuur_id": leerling.bestuur_id, "leerling": leerling, "door": school.intern_begeleider}
    maak_resultaat(leerling)
    Waarneming.objects.create(
        **van, soort=Waarnemingsoort.OBSERVATIE, tekst="Werkt graag samen.", gezien_op=OP.date(), vastgelegd_op=OP
    )
    Verzuim.objects.create(
        **van,
        soort=Verzuimsoort.ZIEK,
        op=OP.date(),
        uren=Decimal("5.5"),
        herkomst=Herkomst.GETYPT,
        vastgelegd_op=OP,
    )
    Signaalbesluit.objects.create(
        **van, regel=Signaalregel.DALING, kenmerk="0" * 12, woord="Bekend bij ons.", besloten_op=OP
    )
