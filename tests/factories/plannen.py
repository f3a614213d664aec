"""Rounds and plans for tests."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from tests.factories.leerlingen import Gezin
from tests.factories.profielen import OP, School

from passend.begrippen.hgw import Cluster, Kenmerksoort, Voorstelsoort
from passend.leerlingen.models import Leerling
from passend.organisaties.models import Groep
from passend.plannen.models import (
    Clusterbehoefte,
    Clusterplaats,
    Groepsplan,
    Groepsplancluster,
    Leerlingkenmerk,
    Plan,
    Planregel,
    Planronde,
    Planvoorstel,
)
from passend.toegang.models import Account

PLANINHOUD: dict[str, Any] = {
    "niveau": 2,
    "aanleiding": "Leest traag.",
    "doel": "Leest vlotter.",
    "geldig_van": "2026-06-01",
    "geldig_tot_en_met": "2027-01-14",
    "regels": [{"aanpak": "Samen lezen", "wie": "Juf Els", "hoe_vaak": "elke dag", "behoefte": "korte stappen"}],
}
OPPINHOUD: dict[str, Any] = {
    "begonnen_op": "2026-01-12",
    "vastgesteld_op": "2026-01-14",
    "delen": {"beginsituatie": "Leest als groep 3.", "uitstroom": "vmbo_kader", "begeleiding": "Elke dag lezen."},
    "geevalueerd_op": [],
}
BEGIN, EIND = date(2026, 8, 1), date(2027, 1, 31)


def maak_ronde(school: School, nummer: int = 1, van: date = BEGIN, tot_en_met: date = EIND) -> Planronde:
    """A round of a school."""
    return Planronde.objects.create(
        bestuur_id=school.vestiging.bestuur_id,
        vestiging=school.vestiging,
        schooljaar="2026-2027",
        nummer=nummer,
        geldig_van=van,
        geldig_tot_en_met=tot_en_met,
    )


def maak_planrijen(school: School, leerling: Leerling, groep: Groep) -> None:
    """A row about a pupil in every table of plans."""
    ib, bestuur = school.intern_begeleider, {"bestuur_id": leerling.bestuur_id}
    behoefte = Leerlingkenmerk.objects.create(
        **bestuur,
        leerling=leerling,
        soort=Kenmerksoort.BEHOEFTE,
        tekst="korte stappen",
        geldig_van=OP.date(),
        vastgelegd_op=OP,
        door=ib,
    )
    ronde = Planronde.objects.filter(vestiging=school.vestiging).first() or maak_ronde(school)
    groepsplan = Groepsplan.objects.create(
        **bestuur, groep=groep, ronde=ronde, vak="rekenen", begonnen_op=OP, begonnen_door=ib
    )
    Clusterplaats.objects.create(
        **bestuur,
        groepsplan=groepsplan,
        leerling=leerling,
        cluster=Cluster.BASIS,
        voorstel=Cluster.BASIS,
        waarom="Er is nog geen toets.",
        gewijzigd_op=OP,
        gewijzigd_door=ib,
    )
    cluster = Groepsplancluster.objects.create(
        **bestuur, groepsplan=groepsplan, cluster=Cluster.BASIS, gewijzigd_op=OP, gewijzigd_door=ib
    )
    Clusterbehoefte.objects.create(**bestuur, groepsplancluster=cluster, kenmerk=behoefte)
    plan = Plan.objects.create(
        **bestuur,
        leerling=leerling,
        niveau=2,
        aanleiding="Leest traag.",
        doel="Leest vlotter.",
        geldig_van=OP.date(),
        geldig_tot_en_met=OP.date() + timedelta(days=60),
        vastgelegd_op=OP,
        door=ib,
        gewijzigd_op=OP,
        gewijzigd_door=ib,
    )
    Planregel.objects.create(**bestuur, plan=plan, aanpak="Samen lezen", wie="Juf", kenmerk=behoefte)
    maak_voorstel_van(leerling, ib, Voorstelsoort.PLAN, PLANINHOUD)


def maak_voorstel(gezin: Gezin, soort: Voorstelsoort = Voorstelsoort.PLAN, **anders: object) -> Planvoorstel:
    """A plan or a perspective that a previous school gave along, on which nobody decided yet."""
    inhoud = PLANINHOUD if soort is Voorstelsoort.PLAN else OPPINHOUD
    return maak_voorstel_van(gezin.leerling, gezin.school.intern_begeleider, soort, {**inhoud, **anders})


def maak_voorstel_van(leerling: Leerling, ib: Account, soort: Voorstelsoort, inhoud: dict[str, Any]) -> Planvoorstel:
    """The same, of a pupil by itself."""
    return Planvoorstel.objects.create(
        bestuur_id=leerling.bestuur_id,
        leerling=leerling,
        soort=soort,
        van_school="De Kiem",
        inhoud=inhoud,
        vingerafdruk=uuid4().hex,
        gekomen_op=OP,
        door=ib,
    )
