"""Plans, the development perspective plan, the voice of the child and meetings on the page of a pupil."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from lxml import html
from pytest_django import DjangoAssertNumQueries
from tests.factories.dossiers import plek
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.opp import SCAN, hoor, maak_plan, maak_vast_plan
from tests.factories.overleggen import NA, Mdo, maak_besluit, maak_groepsbespreking, maak_mdo
from tests.factories.paginas import meld_aan
from tests.factories.profielen import OP
from tests.plannen.test_plannen_leerlingplan import FEITEN, REGEL, UITSLAG

from passend.begrippen.opp import Stemwijze
from passend.overleggen.actions.blad import Besluitgegevens, add_besluit
from passend.overleggen.actions.sluiten import close_overleg
from passend.overleggen.queries.overleggen import list_deelnemers
from passend.plannen.actions.plannen import add_plan, evaluate_plan
from passend.plannen.models import Plan
from passend.regels.praatkaarten import PRAATKAARTEN
from passend.toegang.models import Account

VRAGEN = 45
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


def _gesloten(gezin: Gezin, *, besluit: bool = False) -> Mdo:
    mdo = maak_mdo(gezin)
    if besluit:
        maak_besluit(mdo)
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
        _gesloten(gezin, besluit=True)
    client, adres = meld_aan(gezin.school.intern_begeleider), plek(gezin.leerling, "volgen")
    client.get(adres)

    with django_assert_num_queries(VRAGEN):
        client.get(adres)


def _nu(account: Account, gezin: Gezin) -> list[str]:
    """What stands under what is agreed now: what was written, and who and when."""
    regels = _bladzij(account, gezin).xpath(".//section[@class='nu-afgesproken']//li")
    return [" | ".join(" ".join(p.text_content().split()) for p in een.xpath(".//p")) for een in regels]


def test_what_is_agreed_now_is_on_top_with_who_does_it_and_by_when_for_who_may_read_it() -> None:
    gezin = maak_vast_plan().gezin
    _plan(gezin)
    evaluate_plan(actor=gezin.school.leerkracht, plan=_plan(gezin), op=OP, **UITSLAG)
    mdo = maak_mdo(gezin)
    maak_besluit(mdo, dagen=1)
    nog_niet = _nu(gezin.school.intern_begeleider, gezin)
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=timezone.localtime(NA), is_toch_gesloten=True)

    nu = _nu(gezin.school.intern_begeleider, gezin)

    assert nu == [
        "Leest vlot. | Plan: terugkijken · di 1 december 2026 (over 50 dagen)",
        "Terugkijken met ouders en kind | Ontwikkelingsperspectief · za 31 juli 2027 (over 292 dagen)",
        f"Leesgroepje | MDO · {gezin.school.leerkracht} · vr 9 oktober 2026 (3 dagen geleden) te laat",
    ]
    assert (nog_niet, _nu(gezin.ouder, gezin)) == (nu[:2], nu)


def _kind(account: Account, gezin: Gezin) -> list[str]:
    """What the child says at the top of the page, and when and how it said so."""
    vakken = _bladzij(account, gezin).xpath("//*[@class='kinderwoord']")
    return [" | ".join(" ".join(deel.text_content().split()) for deel in vak) for vak in vakken]


def test_words_the_child_said_last_are_at_the_top_for_who_may_read_them() -> None:
    gezin = maak_gezin()
    plan = maak_plan(gezin)
    hoor(plan, gezegd="Ik wil een tent.", op=OP.date() - timedelta(days=9))
    hoor(plan)
    hoor(plan, wijze=Stemwijze.NIET_GEHOORD, gezegd="", reden="Was de hele maand ziek thuis.")

    assert _kind(gezin.school.leerkracht, gezin) == [
        f"Ik wil samen lezen. | {gezin.leerling.voornaam}, ma 5 oktober 2026 · eigen woorden"
    ]
    assert _kind(gezin.ouder, gezin) == []  # the concept was not laid before them


def test_cards_and_a_drawing_stand_there_when_the_child_used_no_words() -> None:
    gezin = maak_gezin()
    plan = maak_plan(gezin)
    hoor(plan, wijze=Stemwijze.PRAATKAARTEN, gezegd="", praatkaarten=["rust"])
    kaarten = _kind(gezin.school.leerkracht, gezin)
    hoor(plan, wijze=Stemwijze.TEKENING, gezegd="", tekening=SCAN, op=OP.date())

    bladzij = _bladzij(gezin.school.leerkracht, gezin)

    assert kaarten == [
        f"{PRAATKAARTEN['rust'].woorden.capitalize()} | {gezin.leerling.voornaam}, ma 5 oktober 2026 · praatkaarten"
    ]
    assert bladzij.xpath("//*[@class='kinderwoord']/img/@alt") == ["Tekening van het kind"]


def test_decision_of_a_meeting_about_the_group_is_there_for_the_school_and_not_for_parents() -> None:
    gezin = maak_gezin()
    bespreking = maak_groepsbespreking(gezin)
    wie = next(een for een in list_deelnemers(overleg=bespreking) if een.account_id)
    besluit = Besluitgegevens(wat="Vooraan zitten", eigenaar=wie, uiterlijk_op=NA.date(), leerling=gezin.leerling)
    add_besluit(actor=gezin.school.intern_begeleider, overleg=bespreking, gegevens=besluit, op=timezone.localtime(NA))
    close_overleg(
        actor=gezin.school.intern_begeleider, overleg=bespreking, op=timezone.localtime(NA), is_toch_gesloten=True
    )

    assert ["Vooraan zitten" in een for een in _nu(gezin.school.leerkracht, gezin)] == [True]
    assert _nu(gezin.ouder, gezin) == []
