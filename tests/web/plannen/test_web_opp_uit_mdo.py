"""What an MDO about the plan noted is not typed again on the plan: its forms are filled in from the minutes."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.factories.leerlingen import maak_ouder
from tests.factories.opp import Plan, maak_plan, maak_vast_plan
from tests.factories.overleggen import Mdo, maak_mdo
from tests.factories.paginas import meld_aan
from tests.web.conftest import NU

from passend.begrippen.overleg import Overlegstand
from passend.overleggen.actions.blad import save_deel
from passend.overleggen.actions.deelnemers import set_aanwezigheid
from passend.overleggen.actions.sluiten import close_overleg
from passend.overleggen.models import Overleg, Overlegdeel, Overlegdeelnemer
from passend.overleggen.queries.opgeschreven import get_opgeschreven, list_gesloten_mdos

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def _gesloten(plan: Plan) -> Mdo:
    """An MDO two hours ago to which one parent came and another did not, closed with words of everybody."""
    _account, relatie = maak_ouder(plan.school, plan.gezin.leerling)
    mdo = maak_mdo(plan.gezin, begint_op=NU - timedelta(hours=2), met_toestemming=False)
    op = NU - timedelta(hours=1)
    woorden = {"kind": "Ik wil rust.", "geprobeerd": "Een koptelefoon hielp."}
    for deel in Overlegdeel.objects.filter(overleg=mdo.overleg):
        tekst = woorden.get(deel.soort, "")
        if deel.soort == "ouders":
            tekst = "Wel onderzoek." if deel.ouder_id == plan.gezin.relatie.pk else "Geen onderzoek."
        if tekst:
            save_deel(actor=mdo.ib, deel=deel, tekst=tekst, versie=deel.versie, op=op)
    for deelnemer in Overlegdeelnemer.objects.filter(overleg=mdo.overleg, rol__in=["ouder", "leerling"]):
        erbij = deelnemer.ouder_id != relatie.pk
        set_aanwezigheid(actor=mdo.ib, deelnemer=deelnemer, is_aanwezig=erbij, op=op)
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=op + timedelta(minutes=5))
    return mdo


def _lees(plan: Plan, vraag: str = "") -> str:
    plek = {"code": plan.school.vestiging.code, "sleutel": plan.gezin.leerling.sleutel}
    return meld_aan(plan.school.intern_begeleider).get(reverse("opp", kwargs=plek) + vraag).content.decode()


def test_talk_with_the_parents_is_filled_in_with_the_day_who_came_and_what_each_said() -> None:
    plan = maak_plan()
    mdo = _gesloten(plan)
    ander = Overlegdeel.objects.filter(overleg=mdo.overleg, soort="ouders").latest("ouder").ouder_id

    leeg, gevuld = _lees(plan), _lees(plan, f"?gesprek={mdo.overleg.pk}")

    assert f"?gesprek={mdo.overleg.pk}#ouders" in leeg
    assert "Geen onderzoek." not in leeg
    assert "Jo Duinmans: Wel onderzoek.\n\nJo Duinmans: Geen onderzoek.</textarea>" in gevuld
    assert f'value="{(NU - timedelta(hours=2)).date().isoformat()}"' in gevuld
    assert f'name="ouder-{plan.gezin.relatie.pk}" value="erbij" checked' in gevuld
    assert f'name="ouder-{ander}" value="afwezig" checked' in gevuld


def test_words_of_the_child_are_filled_in_as_a_talk() -> None:
    plan = maak_plan()
    mdo = _gesloten(plan)

    assert "Ik wil rust.</textarea>" in _lees(plan, f"?stem={mdo.overleg.pk}")


def test_looking_back_is_filled_in_with_what_worked_and_with_whom() -> None:
    plan = maak_vast_plan()
    mdo = _gesloten(plan)

    pagina = _lees(plan, f"?terugblik={mdo.overleg.pk}")

    assert "Een koptelefoon hielp.</textarea>" in pagina
    assert 'name="met_ouders" value="1" checked' in pagina
    assert 'name="met_leerling" value="1" checked' in pagina


def test_meeting_that_is_open_too_long_ago_or_not_there_fills_nothing_in() -> None:
    plan = maak_plan()
    mdo = _gesloten(plan)
    alle = Overleg.objects.all()

    def aanbod() -> list[Overleg]:
        return list_gesloten_mdos(zichtbaar=alle, leerling=plan.gezin.leerling, op=timezone.localtime(NU))

    assert aanbod() == [mdo.overleg]
    alle.update(begint_op=NU - timedelta(days=184))
    assert aanbod() == []
    alle.update(begint_op=NU, stand=Overlegstand.GEHOUDEN)
    assert aanbod() == []
    for nummer in (mdo.overleg.pk, 99_999):
        assert "Geen onderzoek." not in _lees(plan, f"?gesprek={nummer}")


def test_who_was_there_is_told_only_when_somebody_said_so() -> None:
    mdo = maak_mdo()

    uit = get_opgeschreven(overleg=mdo.overleg)

    assert (dict(uit.erbij), uit.is_kind_erbij, uit.ouders, uit.kind) == ({mdo.gezin.relatie.pk: None}, False, "", "")
