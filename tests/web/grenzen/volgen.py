"""The addresses of how a pupil is doing, for the pupil of the world."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone
from tests.factories.leerlingen import Gezin
from tests.factories.profielen import OP
from tests.factories.toetsen import lever_toetsen_in
from tests.web.grenzen.rij import BIJ_PIP, FOUT_IN_FORMULIER, OK, SCHRIJVERS, TEAM, Rij

from passend.begrippen.periode import Periode
from passend.begrippen.toetsopgave import Toetsregel
from passend.begrippen.volgen import Waarnemingsoort
from passend.regels.lesvrij import Lesvrijregel
from passend.volgen.actions.lesvrij import add_lesvrijeperiode
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
        **_rijen_van_toetsen(gezin),
        "signalen": Rij(lezen=TEAM),
        "signalen_aantal": Rij(lezen=SCHRIJVERS),
        "lesvrij": Rij(lezen=SCHRIJVERS, sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER),
        "lesvrij_weg": Rij(sturen=SCHRIJVERS, velden={"periode": _lesvrij(gezin)}),
        "signaalinstelling": Rij(sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER),
        "volgen": leerling({*TEAM, "ouder"}),
        "waarneming_nieuw": leerling(
            sturen=TEAM, velden={"soort": "observatie", "tekst": "Lacht veel.", "gezien_op": "2026-10-01"}
        ),
        "waarneming_zienswijze": leerling(
            {"ouder"}, sturen={"ouder"}, waarden={"pk": waarneming.pk}, velden={"zienswijze": "Thuis ook."}, gelezen=OK
        ),
        "waarneming_intrekken": leerling(sturen=TEAM, waarden={"pk": waarneming.pk}),
        "toets_intrekken": leerling(sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER),
        "resultaten_als_stuk": leerling(sturen=TEAM, gestuurd=FOUT_IN_FORMULIER),
        "toetsresultaat_nieuw": leerling(TEAM, sturen=TEAM, gestuurd=FOUT_IN_FORMULIER),
        "verzuim_nieuw": leerling(sturen=TEAM, velden={"soort": "ziek", "van": "2026-10-01", "uren": "5,5"}),
        "verzuim_weg": leerling(sturen=TEAM, velden={"dag": "ziek:2026-10-01"}),
        "signaal_opzij": leerling(sturen=TEAM, gestuurd=FOUT_IN_FORMULIER, velden={"kenmerk": "x", "woord": "Gezien"}),
    }


def _lesvrij(gezin: Gezin) -> int:
    dag = date(2026, 9, 3)
    regel = Lesvrijregel(naam="Studiedag", periode=Periode(dag, dag))
    school = gezin.school
    return add_lesvrijeperiode(actor=school.directeur, vestiging=school.vestiging, regel=regel, op=OP).pk


def _rijen_van_toetsen(gezin: Gezin) -> dict[str, Rij]:
    """The addresses of files with results; one waits to be carried out, another to be thrown away."""
    regel = Toetsregel(2, "L1", "", None, "iep", "rekenen", date(2026, 1, 20), schaalscore=Decimal(81))
    wacht, weg = (lever_toetsen_in(gezin.school, regel, op=timezone.now()).pk for _keer in range(2))
    waarden = {"pk": wacht}
    kolommen = Rij(lezen=SCHRIJVERS, sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER, waarden=waarden)
    return {
        "toetsen_inlezen": Rij(lezen=SCHRIJVERS, sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER),
        "toetsinvoer": Rij(lezen=SCHRIJVERS, waarden=waarden),
        "toetsinvoer_kolommen": kolommen,
        "toetsinvoer_uitvoeren": Rij(sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER, waarden=waarden),
        "toetsinvoer_weg": Rij(sturen=SCHRIJVERS, waarden={"pk": weg}),
        "toetsinvoer_geweigerd": Rij(lezen=SCHRIJVERS, waarden=waarden),
    }
