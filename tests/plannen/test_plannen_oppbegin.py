"""Why a plan began is corrected, and what was begun by mistake is withdrawn, as long as nobody read it."""

from datetime import date, timedelta

import pytest
from tests.factories.leerlingen import maak_gezin
from tests.factories.opp import BEGIN, Plan, maak_plan, maak_rijp_plan, maak_vast_plan
from tests.factories.profielen import OP

from passend.begrippen.opp import Oppaanleiding
from passend.begrippen.rollen import GeenToegangError, Rolsoort
from passend.plannen.actions.opp import OppError, offer_opp, set_opp, start_opp
from passend.plannen.actions.oppbegin import change_oppbegin, withdraw_opp
from passend.plannen.actions.plannen import Regelgegevens, add_plan
from passend.plannen.models import Opp
from passend.plannen.queries.opp import get_oppversie, list_ingetrokken, teksten
from passend.plannen.queries.opplijst import list_opptaken
from passend.regels.planevaluatie import Planfeiten
from passend.toegang.queries import list_logregels

pytestmark = [pytest.mark.django_db]


def test_concept_nobody_read_is_withdrawn_asks_nothing_any_more_and_a_new_one_can_begin() -> None:
    plan = maak_plan()
    ib, leerling = plan.school.intern_begeleider, plan.gezin.leerling
    rollen = {plan.school.vestiging.pk: {Rolsoort.INTERN_BEGELEIDER}}
    assert [taak.aantal for taak in list_opptaken(rollen=rollen, peildatum=OP.date())] == [1]

    with pytest.raises(OppError, match="waarom dit plan wordt ingetrokken"):
        withdraw_opp(actor=ib, versie=plan.versie, waarom=" ", op=OP)
    with pytest.raises(GeenToegangError):
        withdraw_opp(actor=plan.school.leerkracht, versie=plan.versie, waarom="Verkeerd kind.", op=OP)
    withdraw_opp(actor=ib, versie=plan.versie, waarom="Verkeerd kind.", op=OP)

    assert get_oppversie(leerling=leerling) is None
    assert [een.ingetrokken_waarom for een in list_ingetrokken(leerling=leerling)] == ["Verkeerd kind."]
    assert list_opptaken(rollen=rollen, peildatum=OP.date()) == []
    log = [regel.handeling for regel in list_logregels(onderwerp=f"leerling:{leerling.sleutel.hex}")]
    assert "withdraw_opp" in log
    assert maak_plan(plan.gezin).versie.opp_id != plan.versie.opp_id


@pytest.mark.parametrize("stap", ["voorleggen", "vaststellen"])
def test_plan_that_parents_read_or_that_was_set_is_not_withdrawn(stap: str) -> None:
    plan = maak_plan() if stap == "voorleggen" else maak_vast_plan()
    if stap == "voorleggen":
        offer_opp(actor=plan.school.intern_begeleider, versie=plan.versie, op=OP)

    with pytest.raises(OppError, match="kan niet meer worden ingetrokken"):
        withdraw_opp(actor=plan.school.intern_begeleider, versie=plan.versie, waarom="Toch niet.", op=OP)


def _verbeter(plan: Plan, dagen: int) -> tuple[str, date]:
    change_oppbegin(
        actor=plan.school.intern_begeleider,
        versie=plan.versie,
        aanleiding=Oppaanleiding.DEFINITIEVE_PLAATSING,
        begonnen_op=BEGIN + timedelta(days=dagen),
        op=OP,
    )
    opp = Opp.objects.get(pk=plan.versie.opp_id)
    return opp.aanleiding, opp.begonnen_op


def test_day_and_reason_are_corrected_until_the_plan_is_set() -> None:
    plan = maak_rijp_plan()

    assert _verbeter(plan, -3) == ("definitieve_plaatsing", BEGIN - timedelta(days=3))
    with pytest.raises(OppError, match="kan niet kloppen"):
        _verbeter(plan, 30)
    set_opp(actor=plan.school.intern_begeleider, versie=plan.versie, op=OP)
    with pytest.raises(OppError, match="al een keer vastgesteld"):
        _verbeter(plan, -4)


def test_what_the_running_plan_of_the_pupil_does_stands_in_the_new_one_already() -> None:
    gezin = maak_gezin()
    leerkracht, dag = gezin.school.leerkracht, OP.date()
    add_plan(
        actor=leerkracht,
        leerling=gezin.leerling,
        feiten=Planfeiten(
            aanleiding="Lezen blijft achter.",
            doel="Leest E4.",
            niveau=3,
            geldig_van=dag,
            geldig_tot_en_met=dag + timedelta(days=40),
        ),
        regels=[Regelgegevens(aanpak="Samen lezen", wie="assistent", hoe_vaak="elke dag")],
        op=OP,
    )

    inhoud = teksten(maak_plan(gezin, delen={}).versie)

    assert (inhoud["doelen"], inhoud["begeleidingsregels"]) == ("Leest E4.", "Samen lezen, assistent, elke dag")


def test_who_came_with_extra_support_has_six_weeks_from_the_enrolment_and_no_other_day() -> None:
    gezin = maak_gezin()
    wat = {"actor": gezin.school.directeur, "leerling": gezin.leerling, "aanleiding": Oppaanleiding.INSCHRIJVING}
    eerste = gezin.leerling.ingeschreven_op

    with pytest.raises(OppError, match=f"ingeschreven op {eerste:%d-%m-%Y}, en dan tellen de zes weken vanaf die dag"):
        start_opp(**wat, begonnen_op=BEGIN, op=OP)
    versie = start_opp(**wat, begonnen_op=None, op=OP)

    assert versie.opp.begonnen_op == eerste
    with pytest.raises(OppError, match="Vul de dag in waarop de extra ondersteuning begon"):
        change_oppbegin(
            actor=gezin.school.directeur,
            versie=versie,
            aanleiding=Oppaanleiding.EXTRA_ONDERSTEUNING,
            begonnen_op=None,
            op=OP,
        )
