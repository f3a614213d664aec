"""What each address of a meeting and of the agenda expects of whom; the facts of a row, by its name."""

from typing import Any

from tests.factories.leerlingen import Gezin
from tests.factories.overleggen import maak_besluit, maak_groepsbespreking, maak_mdo, nodig_uit
from tests.factories.profielen import OP

from passend.begrippen.overleg import Deelnemerrol
from passend.overleggen.actions.blad import add_besluit
from passend.overleggen.models import Overlegdeel, Overlegdeelnemer

SCHRIJVERS = {"directeur", "intern_begeleider"}
TEAM = {*SCHRIJVERS, "leerkracht"}
LEZERS = {*TEAM, "ouder"}  # the expert of this world was let in for something else
BIJ_PIP = {*LEZERS, "deskundige"}
GASTEN = {"ouder", "ouder_zonder_gezag", "ander_ouder", "deskundige"}
SCHOOL = {*TEAM, "mr_lid", "bestuurder", "beheerder", "adviseur"}
AANGEMELD = {*SCHOOL, *GASTEN, "leerkracht_andere_groep", "buiten", "adviseur_elders"}
OK, WEG = 200, 404
TIJD = {"dag": "2026-11-02", "tijd": "15:30", "minuten": "45", "plaats": "Aula"}


def rijen_van_overleg(gezin: Gezin) -> dict[str, dict[str, Any]]:
    """The addresses of two meetings about the pupil of this world, and of one about the group."""
    mdo, groep = nodig_uit(maak_mdo(gezin, met_toestemming=False)), maak_groepsbespreking(gezin)
    besluit, deel = maak_besluit(mdo, op=OP), mdo.deel("vraag").pk
    regel = Overlegdeel.objects.get(overleg=groep, leerling=gezin.leerling).pk
    van_groep = add_besluit(actor=mdo.ib, overleg=groep, op=besluit.gewijzigd_op)
    leerling = {"code": "99AA00", "sleutel": str(gezin.leerling.sleutel), "nr": mdo.overleg.pk}
    van_groep_plek = {"code": "99AA00", "nr": groep.pk}
    nieuw = {"soort": "mdo", "leerling": str(gezin.leerling.sleutel), **TIJD}
    extern = {"naam": "Noor", "email": "n@x.example", "rol": Deelnemerrol.ADVISEUR.value}
    ib = mdo.deelnemer(Deelnemerrol.INTERN_BEGELEIDER).pk

    def pip(**feiten: Any) -> dict[str, Any]:
        return {"binnen": LEZERS, "van_school": False, "waarden": leerling, **feiten}

    def vijf(**feiten: Any) -> dict[str, Any]:
        return {"binnen": TEAM, "van_school": False, "waarden": van_groep_plek, **feiten}

    return {
        "overleggen": {"lezen": TEAM},
        "overleg_nieuw": {"sturen": SCHRIJVERS, "velden": nieuw},
        "leerling_overleggen": pip(
            lezen=BIJ_PIP, binnen=BIJ_PIP, waarden={naam: leerling[naam] for naam in ("code", "sleutel")}
        ),
        "overleg": pip(lezen=LEZERS),
        "overleg_pdf": pip(lezen=LEZERS),
        "overleg_nieuws": pip(lezen=LEZERS),
        "overleg_versies": pip(lezen=LEZERS, velden={"deel": deel}),
        "overleg_deel": pip(
            lezen=LEZERS, sturen=TEAM, gestuurd=OK, velden={"deel": deel, "waarde": "Hoe?", "versie": "1"}
        ),
        "overleg_besluit": pip(lezen=LEZERS, sturen=TEAM, velden={"sleutel": "7" * 32}, gestuurd=OK),
        "overleg_gedaan": pip(sturen=TEAM, velden={"besluit": besluit.pk}),
        "overleg_deelnemer": pip(sturen=SCHRIJVERS, velden=extern),
        "overleg_toestemming": pip(
            sturen=SCHRIJVERS, velden={"deelnemer": mdo.extern.pk, "geldig_tot_en_met": "2026-11-02"}
        ),
        "overleg_stuk": pip(sturen=SCHRIJVERS, velden={"stuk": gezin.stuk.pk, "ligt_erop": "nee"}),
        "overleg_uitnodigen": pip(sturen=SCHRIJVERS),
        "overleg_tijd": pip(sturen=SCHRIJVERS, velden=TIJD),
        "overleg_sluiten": pip(lezen=SCHRIJVERS, sturen=SCHRIJVERS),
        "overleg_heropenen": pip(sturen=SCHRIJVERS),
        "overleg_aanwezig": pip(sturen=TEAM, velden={"deelnemer": ib, "aanwezig": "ja"}),
        "groepsoverleg": vijf(lezen=TEAM),
        "groepsoverleg_pdf": vijf(lezen=TEAM),
        "groepsoverleg_nieuws": vijf(lezen=TEAM),
        "groepsoverleg_versies": vijf(lezen=TEAM, velden={"deel": regel}),
        "groepsoverleg_deel": vijf(
            lezen=TEAM, sturen=TEAM, gestuurd=OK, velden={"deel": regel, "waarde": "Goed", "versie": "1"}
        ),
        "groepsoverleg_besluit": vijf(lezen=TEAM, sturen=TEAM, velden={"sleutel": "8" * 32}, gestuurd=OK),
        "groepsoverleg_gedaan": vijf(sturen=SCHRIJVERS, velden={"besluit": van_groep.pk}),
        "groepsoverleg_deelnemer": vijf(sturen=SCHRIJVERS, velden={"weg": _lid(groep.pk)}),
        "groepsoverleg_uitnodigen": vijf(sturen=SCHRIJVERS),
        "groepsoverleg_tijd": vijf(sturen=SCHRIJVERS, velden=TIJD),
        "groepsoverleg_sluiten": vijf(lezen=SCHRIJVERS, sturen=SCHRIJVERS, gestuurd=422),
        "groepsoverleg_heropenen": vijf(sturen=SCHRIJVERS),
        "groepsoverleg_aanwezig": vijf(sturen=TEAM, velden={"deelnemer": _lid(groep.pk), "aanwezig": "ja"}),
        "agenda": {"lezen": AANGEMELD, "van_school": False},
        "agenda_adres": {"sturen": AANGEMELD, "gestuurd": OK, "van_school": False},
        "agenda_feed": {
            "lezen": {*AANGEMELD, "vreemde"},
            "gelezen": WEG,
            "waarden": {"nummer": ib, "geheim": "x"},
            "van_school": False,
        },
    }


def _lid(overleg: int) -> int:
    eerste = Overlegdeelnemer.objects.filter(overleg=overleg).first()
    assert eerste is not None
    return eerste.pk
