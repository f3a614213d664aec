"""What this room keeps of a pupil, for the file that goes along and for destruction."""

from collections.abc import Collection
from datetime import date

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rubriek import Rubriek
from passend.leerlingen.models import Leerling
from passend.organisaties.models import Bestuurstabel
from passend.plannen.models import (
    Clusterbehoefte,
    Clusterplaats,
    Leerlingkenmerk,
    Plan,
    Planregel,
    Planvoorstel,
)
from passend.plannen.queries.plannen import list_behoeftewoorden
from passend.plannen.queries.rondes import list_niveaus
from passend.volgen.queries.resultaten import VAKNAMEN

TABELLEN: dict[type[Bestuurstabel], str] = {
    Planregel: "plan__leerling",
    Plan: "leerling",
    Clusterbehoefte: "kenmerk__leerling",
    Planvoorstel: "leerling",
    Clusterplaats: "leerling",
    Leerlingkenmerk: "leerling",
}
"""Every table with data of a pupil and the way from a row to the pupil, children before parents."""


def list_rubrieken(leerling: Leerling, klassen: Collection[Vertrouwelijkheid]) -> list[Rubriek]:
    """Phrases, places in clusters and plans of a pupil; they belong to the ordinary file."""
    if Vertrouwelijkheid.GEWOON not in klassen:
        return []
    rubrieken = [_kenmerken(leerling), _clusters(leerling), _clusterhulp(leerling)]
    rubrieken += [_plannen(leerling), _regels(leerling)]
    return [rubriek for rubriek in rubrieken if rubriek.regels]


def _kenmerken(leerling: Leerling) -> Rubriek:
    kenmerken = Leerlingkenmerk.objects.filter(leerling=leerling).select_related("door")
    return Rubriek(
        naam="kenmerken",
        kop="Wat helpt, wat in de weg zit en wat nodig is",
        velden={"soort": "Soort", "tekst": "Wat", "van": "Sinds", "tot_en_met": "Tot en met", "door": "Door"},
        regels=[
            {
                "soort": str(een.get_soort_display()),
                "tekst": een.tekst,
                "van": een.geldig_van.isoformat(),
                "tot_en_met": _dag(een.geldig_tot_en_met),
                "door": str(een.door),
            }
            for een in kenmerken
        ],
        sleutels=[f"kenmerken:{een.pk}" for een in kenmerken],
        titels={f"kenmerken:{een.pk}": f"{_hoofd(een.get_soort_display())}: {een.tekst}" for een in kenmerken},
        dagen={f"kenmerken:{een.pk}": een.geldig_van for een in kenmerken},
        uitgelicht=("van", "tot_en_met"),
    )


def _clusters(leerling: Leerling) -> Rubriek:
    bestuur = leerling.bestuur_id
    gevonden = Clusterplaats.objects.filter(
        leerling=leerling,
        groepsplan__bestuur=bestuur,
        groepsplan__groep__bestuur=bestuur,
        groepsplan__ronde__bestuur=bestuur,
    ).select_related("groepsplan__groep", "groepsplan__ronde")
    plaatsen = list(gevonden.order_by("groepsplan__ronde__schooljaar", "groepsplan__ronde__nummer", "pk"))
    return Rubriek(
        naam="clusters",
        kop="Plaats in groepsplannen",
        velden={
            "schooljaar": "Schooljaar",
            "ronde": "Ronde",
            "groep": "Groep",
            "vak": "Vak",
            "cluster": "Cluster",
            "voorstel": "Voorstel was",
            "waarom": "Waarom",
        },
        regels=[
            {
                "schooljaar": een.groepsplan.ronde.schooljaar,
                "ronde": een.groepsplan.ronde.nummer,
                "groep": een.groepsplan.groep.naam,
                "vak": een.groepsplan.vak,
                "cluster": str(een.get_cluster_display()),
                "voorstel": str(een.get_voorstel_display()),
                "waarom": een.waarom,
            }
            for een in plaatsen
        ],
        sleutels=[f"clusters:{een.pk}" for een in plaatsen],
        titels={
            f"clusters:{een.pk}": f"Plaats in een groepsplan: {VAKNAMEN.get(een.groepsplan.vak, een.groepsplan.vak)}, "
            f"{een.groepsplan.ronde.schooljaar}, ronde {een.groepsplan.ronde.nummer}"
            for een in plaatsen
        },
        dagen={f"clusters:{een.pk}": een.groepsplan.ronde.geldig_van for een in plaatsen},
    )


def _clusterhulp(leerling: Leerling) -> Rubriek:
    """What the approach of a cluster was for this pupil: only where it points at a need of its own."""
    bestuur = leerling.bestuur_id
    rijen = Clusterbehoefte.objects.filter(
        kenmerk__bestuur=bestuur,
        kenmerk__leerling=leerling,
        groepsplancluster__bestuur=bestuur,
        groepsplancluster__groepsplan__bestuur=bestuur,
        groepsplancluster__groepsplan__ronde__bestuur=bestuur,
    ).select_related("kenmerk", "groepsplancluster__groepsplan__ronde")
    volgorde = ("groepsplancluster__groepsplan__ronde__geldig_van", "pk")
    return Rubriek(
        naam="clusterhulp",
        kop="Hulp in een groepsplan",
        velden={
            "schooljaar": "Schooljaar",
            "ronde": "Ronde",
            "vak": "Vak",
            "behoefte": "Voor welke behoefte",
            "belofte": "Aanbod van de school",
        },
        regels=[
            {
                "schooljaar": een.groepsplancluster.groepsplan.ronde.schooljaar,
                "ronde": een.groepsplancluster.groepsplan.ronde.nummer,
                "vak": str(VAKNAMEN.get(een.groepsplancluster.groepsplan.vak, een.groepsplancluster.groepsplan.vak)),
                "behoefte": een.kenmerk.tekst,
                "belofte": een.groepsplancluster.belofte,
            }
            for een in rijen.order_by(*volgorde)
        ],
    )


def _plannen(leerling: Leerling) -> Rubriek:
    plannen = list(Plan.objects.filter(leerling=leerling).select_related("door").order_by("geldig_van", "pk"))
    niveaus = list_niveaus(vestiging=leerling.vestiging) if plannen else {}
    return Rubriek(
        naam="plannen",
        kop="Individuele plannen",
        velden={
            "nummer": "Plan",
            "van": "Van",
            "tot_en_met": "Tot en met",
            "niveau": "Niveau van ondersteuning",
            "niveau_naam": "Wat dat niveau is",
            "aanleiding": "Aanleiding",
            "doel": "Doel",
            "gewone_woorden": "In gewone woorden",
            "gewone_woorden_engels": "In het Engels",
            "uitkomst": "Uitkomst",
            "evaluatie": "Evaluatie",
            "wat_werkte": "Wat werkte",
            "geevalueerd_op": "Teruggekeken op",
            "door": "Gemaakt door",
        },
        regels=[
            {
                "nummer": nummer,
                "van": een.geldig_van.isoformat(),
                "tot_en_met": een.geldig_tot_en_met.isoformat(),
                "niveau": een.niveau,
                "niveau_naam": niveaus[een.niveau].naam if een.niveau in niveaus else "",
                "aanleiding": een.aanleiding,
                "doel": een.doel,
                "gewone_woorden": een.gewone_woorden,
                "gewone_woorden_engels": een.gewone_woorden_engels,
                "uitkomst": str(een.get_uitkomst_display()),
                "evaluatie": een.evaluatie,
                "wat_werkte": een.wat_werkte,
                "geevalueerd_op": _dag(een.geevalueerd_op),
                "door": str(een.door),
            }
            for nummer, een in enumerate(plannen, start=1)
        ],
        is_doorlopend=True,
        sleutels=[f"plannen:{een.pk}" for een in plannen],
        titels={f"plannen:{een.pk}": f"Individueel plan van {een.geldig_van:%d-%m-%Y}" for een in plannen},
        dagen={f"plannen:{een.pk}": een.geldig_van for een in plannen},
    )


def _regels(leerling: Leerling) -> Rubriek:
    bestuur = leerling.bestuur_id
    nummers = {
        pk: nummer
        for nummer, pk in enumerate(
            Plan.objects.filter(leerling=leerling).order_by("geldig_van", "pk").values_list("pk", flat=True), start=1
        )
    }
    regels = Planregel.objects.filter(plan__bestuur=bestuur, plan__leerling=leerling)
    behoeften = list_behoeftewoorden(leerling=leerling)
    return Rubriek(
        naam="planregels",
        kop="Wat er in de plannen wordt gedaan",
        velden={
            "plan": "Plan",
            "aanpak": "Wat",
            "wie": "Wie",
            "hoe_vaak": "Hoe vaak",
            "behoefte": "Voor welke behoefte",
            "belofte": "Aanbod van de school",
        },
        regels=[
            {
                "plan": nummers[een.plan_id],
                "aanpak": een.aanpak,
                "wie": een.wie,
                "hoe_vaak": een.hoe_vaak,
                "behoefte": behoeften.get(een.kenmerk_id or 0, ""),
                "belofte": een.belofte,
            }
            for een in regels
        ],
        sleutels=[f"plannen:{een.plan_id}" for een in regels],
    )


def _hoofd(woorden: object) -> str:
    tekst = str(woorden)
    return f"{tekst[:1].upper()}{tekst[1:]}"


def _dag(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None
