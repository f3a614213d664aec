"""What is going on for a pupil reaches the page of that pupil from the rooms that know it, by their own keys."""

from datetime import date, timedelta

import pytest
from tests.factories.leerlingen import Gezin, maak_gezin, maak_leerling
from tests.factories.overleggen import BEGINT, maak_mdo
from tests.factories.profielen import OP

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.plannen.actions.plannen import add_plan, evaluate_plan
from passend.plannen.models import Plan
from passend.regels.planevaluatie import Planfeiten
from passend.volgen.queries.signalen import list_signalen
from passend.volgen.queries.vervolg import Afspraak, Planperiode, Vervolg, get_vervolg

pytestmark = pytest.mark.django_db
EINDE = date(2026, 12, 1)
FEITEN = Planfeiten(
    aanleiding="Leest traag.", doel="Leest vlot.", niveau=2, geldig_van=OP.date(), geldig_tot_en_met=EINDE
)


def _plan(gezin: Gezin) -> Plan:
    return add_plan(actor=gezin.school.leerkracht, leerling=gezin.leerling, feiten=FEITEN, regels=(), op=OP)


def _vervolg(gezin: Gezin, klassen: frozenset[Vertrouwelijkheid] = frozenset(Vertrouwelijkheid)) -> Vervolg:
    return get_vervolg(leerling=gezin.leerling, klassen=klassen, peildatum=OP.date())


def _te_laat(gezin: Gezin, dag: date) -> list[str]:
    beelden = list_signalen(leerlingen=[gezin.leerling], vestiging=gezin.school.vestiging, peildatum=dag)
    return [beeld.signaal.regel for beeld in beelden.get(gezin.leerling.pk, [])]


def test_plan_stands_behind_the_curves_and_its_last_day_and_a_meeting_are_to_come() -> None:
    mdo = maak_mdo(maak_gezin())
    _plan(mdo.gezin)
    maak_leerling(mdo.gezin.school, "Ot")

    vervolg = _vervolg(mdo.gezin)

    periode = Planperiode(naam="Leest vlot", vak="", van=OP.date(), tot_en_met=EINDE)
    dagen = [Afspraak(op=BEGINT.date(), wat="MDO", is_getypt=False), Afspraak(op=EINDE, wat="Leest vlot")]
    assert vervolg == Vervolg(periodes=[periode], afspraken=sorted(dagen, key=lambda een: een.op))
    assert _vervolg(mdo.gezin, frozenset({Vertrouwelijkheid.ZORG})) == Vervolg(periodes=[], afspraken=[])


def test_plan_that_nobody_looked_back_on_in_time_is_a_signal_until_somebody_does() -> None:
    gezin = maak_gezin()
    plan = _plan(gezin)

    assert _te_laat(gezin, EINDE) == []
    assert _te_laat(gezin, EINDE + timedelta(days=30)) == ["evaluatie"]

    evaluate_plan(
        actor=gezin.school.leerkracht, plan=plan, uitkomst="deels", evaluatie="Gaat vooruit.", wat_werkte="", op=OP
    )
    assert _te_laat(gezin, EINDE + timedelta(days=30)) == []
