"""Plans, the development perspective plan, the voice of the child and meetings on the page of a pupil."""

from typing import Any

import pytest
from django.utils import timezone
from lxml import html
from pytest_django import DjangoAssertNumQueries
from tests.factories.dossiers import plek
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.opp import hoor, maak_plan, maak_vast_plan
from tests.factories.overleggen import NA, Mdo, maak_mdo
from tests.factories.paginas import meld_aan
from tests.factories.profielen import OP
from tests.plannen.test_plannen_leerlingplan import FEITEN, REGEL, UITSLAG

from passend.overleggen.actions.sluiten import close_overleg
from passend.plannen.actions.plannen import add_plan, evaluate_plan
from passend.plannen.models import Plan
from passend.toegang.models import Account

VRAGEN = 48
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def _bladzij(account: Account, gezin: Gezin) -> Any:
    antwoord = meld_aan(account).get(plek(gezin.leerling, "volgen"))
    return html.fromstring(antwoord.content.decode())


def _regels(account: Account, gezin: Gezin) -> dict[str, Any]:
    """What stands on the line but for the pieces of the file, by its heading without the day."""
    regels = _bladzij(account, gezin).xpath(".//ol[@class='tijdlijn']/li")
    koppen = {" ".join(een.xpath("string(.//strong)").split()).split(",")[0]: een for een in regels}
    return {kop: een for kop, een in koppen.items() if not kop.startswith("Stuk in het dossier")}


def _plan(gezin: Gezin) -> Plan:
    return add_plan(actor=gezin.school.leerkracht, leerling=gezin.leerling, feiten=FEITEN, regels=[REGEL], op=OP)


def _gesloten(gezin: Gezin) -> Mdo:
    mdo = maak_mdo(gezin)
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=timezone.localtime(NA), is_toch_gesloten=True)
    return mdo


def test_line_holds_plans_their_outcome_the_plan_with_the_voice_of_the_child_and_meetings_newest_first() -> None:
    gezin = maak_gezin()
    evaluate_plan(actor=gezin.school.leerkracht, plan=_plan(gezin), op=OP, **UITSLAG)
    maak_vast_plan(gezin)
    _gesloten(gezin)

    regels = _regels(gezin.school.intern_begeleider, gezin)

    assert next(iter(regels)) == "MDO"
    assert {kop: een.xpath("string(.//p[@class='verhaal'])") for kop, een in regels.items()} == {
        "Plan begonnen": "Leest vlot.",
        "Teruggekeken op het plan: deels behaald": "Gaat vooruit.",
        "Ontwikkelingsperspectief aan de ouders voorgelegd": "",
        "Ontwikkelingsperspectief vastgesteld": "",
        "Wat het kind zegt · eigen woorden": "Ik wil samen lezen.",
        "MDO": "",
    }
    assert all(een.xpath(".//strong/a/@href") for een in regels.values())


def test_parent_sees_no_concept_in_the_making_and_follows_the_plan_to_their_own_page() -> None:
    gezin = maak_gezin()
    hoor(maak_plan(gezin))
    _plan(gezin)

    assert list(_regels(gezin.ouder, gezin)) == ["Plan begonnen"]
    assert set(_regels(gezin.school.leerkracht, gezin)) == {"Plan begonnen", "Wat het kind zegt · eigen woorden"}


def test_page_of_parents_is_where_they_read_the_plan_that_was_set() -> None:
    gezin = maak_vast_plan().gezin

    adressen = [een.xpath("string(.//strong/a/@href)") for een in _regels(gezin.ouder, gezin).values()]

    assert set(adressen) == {plek(gezin.leerling, "opp_ouder") + "?versie=1"}


def test_meeting_that_was_held_is_there_for_who_may_read_its_sheet() -> None:
    gezin = maak_gezin()
    mdo = maak_mdo(gezin)
    mdo.overleg.stand = "gehouden"
    mdo.overleg.save()

    leest = {wie: list(_regels(wie, gezin)) for wie in (gezin.school.intern_begeleider, gezin.ouder)}

    assert list(leest.values()) == [["MDO"], []]


@pytest.mark.parametrize("aantal", [1, 3])
def test_page_takes_the_same_queries_with_one_plan_and_meeting_and_with_three(
    aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    gezin = maak_vast_plan().gezin
    for _keer in range(aantal):
        _plan(gezin)
        _gesloten(gezin)
    client, adres = meld_aan(gezin.school.intern_begeleider), plek(gezin.leerling, "volgen")
    client.get(adres)

    with django_assert_num_queries(VRAGEN):
        client.get(adres)
