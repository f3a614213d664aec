"""A line that is written once a quarter of an hour: for lists, and for parts that a page asks for by itself."""

from datetime import datetime, timedelta

import pytest
from tests.factories.profielen import OP, School, maak_school

from passend.begrippen.rollen import Logsoort, Reden
from passend.organisaties.queries import in_bestuur
from passend.toegang.actions import log_eens
from passend.toegang.models import Account, Logregel
from passend.toegang.queries import check_logboek

pytestmark = pytest.mark.django_db
WAAROM = Reden("directeur", "U bent directeur van deze school.")


def _kijk(school: School, wie: Account, *onderwerpen: str, op: datetime = OP, handeling: str = "list_dingen") -> None:
    bestuur = school.vestiging.bestuur_id
    log_eens(account=wie, handeling=handeling, onderwerpen=onderwerpen, reden=WAAROM, op=op, bestuur=bestuur)


def _regels(school: School) -> list[tuple[str, str]]:
    regels = Logregel.objects.filter(bestuur=school.vestiging.bestuur_id, handeling__endswith="_dingen")
    return list(regels.order_by("volgnummer").values_list("onderwerp", "soort"))


def test_who_looks_again_within_a_quarter_of_an_hour_adds_no_line_and_after_it_does() -> None:
    school = maak_school()

    with in_bestuur(school.vestiging.bestuur_id):
        for minuten in (0, 1, 14, 15, 16):
            _kijk(school, school.directeur, "vestiging:1", op=OP + timedelta(minutes=minuten))

        assert _regels(school) == [("vestiging:1", Logsoort.LEZEN.value)] * 2


def test_another_person_another_list_and_another_thing_have_a_line_of_their_own() -> None:
    school = maak_school()

    with in_bestuur(school.vestiging.bestuur_id):
        _kijk(school, school.directeur, "vestiging:1")
        _kijk(school, school.leerkracht, "vestiging:1")
        _kijk(school, school.directeur, "vestiging:1", handeling="zoek_dingen")
        _kijk(school, school.directeur, "vestiging:1", "vestiging:2")
        _kijk(school, school.directeur)

        assert [onderwerp for onderwerp, _soort in _regels(school)] == [*["vestiging:1"] * 3, "vestiging:2"]
    assert [stand.breuk for stand in check_logboek()] == [None] * len(check_logboek())
