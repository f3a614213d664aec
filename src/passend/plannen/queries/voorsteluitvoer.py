"""What came along from another school and waits or was put aside, as part of the file that goes along."""

from collections.abc import Collection

from passend.begrippen.hgw import Voorstelsoort
from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rubriek import Rubriek
from passend.leerlingen.models import Leerling
from passend.plannen.models import Planvoorstel
from passend.plannen.queries.voorstellen import delen_in_woorden, lees_opp, lees_plan
from passend.regels.brieven.feiten import in_woorden


def list_voorstelrubrieken(leerling: Leerling, klassen: Collection[Vertrouwelijkheid]) -> list[Rubriek]:
    """Every plan that came along, with what was decided on it."""
    voorstellen = list(Planvoorstel.objects.filter(leerling=leerling)) if Vertrouwelijkheid.GEWOON in klassen else []
    if not voorstellen:
        return []
    return [
        Rubriek(
            naam="planvoorstellen",
            kop="Plannen van een vorige school",
            velden={
                "gekomen_op": "Gekomen op",
                "van_school": "Van school",
                "tekst": "Wat er stond",
                "stand": "Stand",
                "beslist_op": "Beslist op",
            },
            regels=[
                {
                    "gekomen_op": een.gekomen_op.isoformat(timespec="seconds"),
                    "van_school": een.van_school,
                    "tekst": _tekst(een, klassen),
                    "stand": str(een.get_stand_display()),
                    "beslist_op": een.beslist_op.isoformat(timespec="seconds") if een.beslist_op else None,
                }
                for een in voorstellen
            ],
            is_doorlopend=True,
        )
    ]


def _tekst(voorstel: Planvoorstel, klassen: Collection[Vertrouwelijkheid]) -> str:
    if voorstel.soort == Voorstelsoort.OPP:
        return "\n".join(f"{naam}: {tekst}" for naam, tekst in delen_in_woorden(lees_opp(voorstel), klassen))
    plan = lees_plan(voorstel)
    gedaan = [", ".join(filter(None, [een.aanpak, een.wie, een.hoe_vaak])) for een in plan.regels]
    van, tot = in_woorden(plan.geldig_van), in_woorden(plan.geldig_tot_en_met)
    dagen = f"van {van} tot en met {tot}, niveau {plan.niveau}"
    return "\n".join([f"Plan {dagen}", plan.aanleiding, plan.doel, *gedaan])
