"""The addresses of how a pupil is doing, for the pupil of the world."""

from typing import Any

from tests.factories.leerlingen import Gezin
from tests.factories.profielen import OP
from tests.web.grenzen.rij import BIJ_PIP, FOUT_IN_FORMULIER, SCHRIJVERS, TEAM, Rij

from passend.begrippen.volgen import Waarnemingsoort
from passend.volgen.actions.waarnemingen import Waarneminggegevens, add_waarneming


def rijen_van_volgen(gezin: Gezin) -> dict[str, Rij]:
    """What each of them expects of whom."""
    waarneming = add_waarneming(
        actor=gezin.school.leerkracht,
        leerling=gezin.leerling,
        gegevens=Waarneminggegevens(soort=Waarnemingsoort.OBSERVATIE, tekst="Leest graag.", gezien_op=OP.date()),
        op=OP,
    )
    van = {"code": "99AA00", "sleutel": str(gezin.leerling.sleutel)}

    def leerling(lezen: set[str] | None = None, **meer: Any) -> Rij:
        waarden = {**van, **meer.pop("waarden", {})}
        return Rij(lezen=lezen or set(), binnen=BIJ_PIP, van_school=False, waarden=waarden, **meer)

    return {
        "noteren": Rij(lezen=TEAM, sturen=TEAM, gestuurd=FOUT_IN_FORMULIER),
        "toets_noteren": Rij(lezen=TEAM, sturen=TEAM, gestuurd=FOUT_IN_FORMULIER),
        "signalen": Rij(lezen=TEAM),
        "signaalinstelling": Rij(sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER),
        "volgen": leerling({*TEAM, "ouder"}),
        "waarneming_nieuw": leerling(
            sturen=TEAM, velden={"soort": "observatie", "tekst": "Lacht veel.", "gezien_op": "2026-10-01"}
        ),
        "waarneming_intrekken": leerling(sturen=TEAM, waarden={"pk": waarneming.pk}),
        "verzuim_nieuw": leerling(sturen=TEAM, velden={"soort": "ziek", "van": "2026-10-01", "uren": "5,5"}),
        "verzuim_weg": leerling(sturen=TEAM, velden={"dag": "ziek:2026-10-01"}),
        "signaal_opzij": leerling(sturen=TEAM, gestuurd=FOUT_IN_FORMULIER, velden={"kenmerk": "x", "woord": "Gezien"}),
    }
