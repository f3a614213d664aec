"""What plans ask of whom today, and what of them goes along with the file."""

from datetime import date, timedelta

import pytest
from tests.factories.leerlingen import maak_gezin, maak_leerling
from tests.factories.opp import BEGIN, antwoord, maak_plan, maak_rijp_plan, maak_vast_plan, schrijf
from tests.factories.profielen import OP

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.opp import Oppaanleiding, Oppantwoord
from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.models import Leerling
from passend.leerlingen.queries.taken import Leerlingtaak
from passend.plannen.actions.opp import OppError, offer_opp, set_opp, start_opp
from passend.plannen.actions.oppevaluatie import Evaluatiegegevens, evaluate_opp, revise_opp
from passend.plannen.models import Oppversie
from passend.plannen.queries.opp import get_oppbeeld, get_oppversie
from passend.plannen.queries.opplijst import OPP_EVALUEREN, OPP_GEWEIGERD, OPP_MAKEN, list_oppregels, list_opptaken
from passend.plannen.queries.oppuitvoer import list_opprubrieken

pytestmark = pytest.mark.django_db
ALLES = list(Vertrouwelijkheid)


def test_plan_that_must_be_set_is_a_task_of_who_keeps_the_file() -> None:
    plan = maak_plan()
    school = plan.school.vestiging.pk
    dag = BEGIN + timedelta(weeks=6)

    taken = {
        soort: list_opptaken(rollen={school: {soort}}, peildatum=OP.date())
        for soort in (Rolsoort.INTERN_BEGELEIDER, Rolsoort.DIRECTEUR, Rolsoort.LEERKRACHT, Rolsoort.MR_LID)
    }

    taak = Leerlingtaak(soort=OPP_MAKEN, vestiging=school, aantal=1, uiterlijk_op=dag)
    assert taken == {
        Rolsoort.INTERN_BEGELEIDER: [taak],
        Rolsoort.DIRECTEUR: [taak],
        Rolsoort.LEERKRACHT: [],
        Rolsoort.MR_LID: [],
    }


@pytest.mark.parametrize(("dag", "aantal"), [(date(2027, 7, 2), 0), (date(2027, 7, 3), 1), (date(2027, 9, 1), 1)])
def test_plan_is_a_task_again_four_weeks_before_it_must_be_looked_at(dag: date, aantal: int) -> None:
    plan = maak_vast_plan()

    taken = list_opptaken(rollen={plan.school.vestiging.pk: {Rolsoort.DIRECTEUR}}, peildatum=dag)

    assert [(taak.soort, taak.uiterlijk_op) for taak in taken] == [(OPP_EVALUEREN, date(2027, 7, 31))] * aantal


def test_list_asks_as_much_for_three_plans_as_for_one(django_assert_num_queries: object) -> None:
    plan = maak_plan()
    leerlingen = Leerling.objects.filter(vestiging=plan.school.vestiging)

    with django_assert_num_queries(3):  # type: ignore[operator]
        assert len(list_oppregels(leerlingen=leerlingen, peildatum=OP.date())) == 1
    for naam in ("Mo", "Bo"):
        start_opp(
            actor=plan.school.directeur,
            leerling=maak_leerling(plan.school, naam),
            aanleiding=Oppaanleiding.EXTRA_ONDERSTEUNING,
            begonnen_op=OP.date(),
            op=OP,
        )
    with django_assert_num_queries(3):  # type: ignore[operator]
        regels = list_oppregels(leerlingen=leerlingen, peildatum=OP.date())

    assert [(regel.leerling.voornaam, regel.is_vastgesteld) for regel in regels] == [
        ("Pip", False),
        ("Mo", False),
        ("Bo", False),
    ]


def test_file_that_goes_along_holds_the_plan_with_what_everybody_said_and_no_concept() -> None:
    gezin = maak_gezin()
    plan = maak_plan(gezin)
    assert list_opprubrieken(gezin.leerling, ALLES) == []
    plan.versie.opp.delete()
    maak_rijp_plan(gezin)

    rubrieken = {rubriek.naam: rubriek for rubriek in list_opprubrieken(gezin.leerling, ALLES)}

    assert list(rubrieken) == ["ontwikkelingsperspectieven", "leerlingstemmen", "oppoverleggen", "oppinstemmingen"]
    regel = rubrieken["ontwikkelingsperspectieven"].regels[0]
    assert (regel["uitstroom"], regel["vastgesteld_op"]) == ("Vmbo gemengd of theoretisch", None)
    assert all(set(rubriek.velden) == set(rubriek.regels[0]) for rubriek in rubrieken.values())


def test_reason_of_health_goes_along_only_for_who_may_read_it() -> None:
    gezin = maak_gezin()
    plan = maak_rijp_plan(gezin)
    schrijf(plan.versie, plan.school, {"onderwijstijd": "ja", "tijd_b": "Snel moe", "tijd_c": "De middag"})

    heel, gewoon = (
        list_opprubrieken(gezin.leerling, klassen)[0].regels[0] for klassen in (ALLES, [Vertrouwelijkheid.GEWOON])
    )

    assert (heel["tijd_b"], heel["tijd_c"]) == ("Snel moe", "De middag")
    assert ("tijd_b" in gewoon, gewoon["tijd_c"]) == (False, "De middag")


def test_version_on_top_of_one_that_holds_has_no_first_term_and_is_looked_at_in_its_own_year() -> None:
    plan = maak_vast_plan()
    ib, leerling = plan.school.intern_begeleider, plan.gezin.leerling
    gegevens = Evaluatiegegevens(
        op=OP.date(),
        werkte="Samen lezen.",
        werkte_niet="",
        vervolg="bijstellen",
        is_besproken_met_ouders=True,
        is_besproken_met_leerling=True,
    )
    evaluate_opp(actor=ib, versie=plan.versie, gegevens=gegevens, op=OP)
    leerlingen = Leerling.objects.filter(pk=leerling.pk)
    regels = [list_oppregels(leerlingen=leerlingen, peildatum=OP.date())[0]]
    nieuw = revise_opp(actor=ib, versie=plan.versie, op=OP)
    beeld = get_oppbeeld(versie=nieuw, op=OP)
    regels.append(list_oppregels(leerlingen=leerlingen, peildatum=OP.date())[0])
    Oppversie.objects.filter(pk=nieuw.pk).update(vastgesteld_op=OP)
    regels.append(list_oppregels(leerlingen=leerlingen, peildatum=OP.date())[0])
    vast = get_oppversie(leerling=leerling)
    assert vast is not None

    assert beeld.vaststellen_voor is None
    assert [(een.nummer, een.is_vastgesteld, een.termijn.wat, een.termijn.dag) for een in regels] == [
        (1, True, "opp_evalueren_regio", OP.date().replace(year=OP.year + 1)),
        (2, True, "opp_evalueren_regio", OP.date().replace(year=OP.year + 1)),
        (2, True, "opp_evalueren", date(2027, 7, 31)),
    ]
    assert [een.concept for een in regels] == [None, 2, None]
    assert get_oppbeeld(versie=vast, op=OP).evalueren_voor[0].dag == date(2027, 7, 31)


def test_plan_a_parent_said_no_to_is_a_task_until_the_school_asks_anew_and_marked_until_the_answer() -> None:
    plan = maak_rijp_plan()
    ib, leerlingen = plan.school.intern_begeleider, Leerling.objects.filter(pk=plan.gezin.leerling.pk)
    rollen = {plan.school.vestiging.pk: {Rolsoort.INTERN_BEGELEIDER}}

    def stand() -> tuple[bool, bool, bool]:
        [regel] = list_oppregels(leerlingen=leerlingen, peildatum=OP.date())
        taken = {taak.soort for taak in list_opptaken(rollen=rollen, peildatum=OP.date())}
        return regel.tegen_op is not None, regel.is_opnieuw_gevraagd, OPP_GEWEIGERD in taken

    standen = [stand()]
    antwoord(plan, Oppantwoord.NIET_AKKOORD, "Ik wil meer hulp bij rekenen.")
    standen.append(stand())
    schrijf(plan.versie, plan.school, {"begeleiding": "Elke dag een kwartier."})
    standen.append(stand())
    offer_opp(actor=ib, versie=plan.versie, op=OP + timedelta(minutes=5))
    standen.append(stand())
    antwoord(plan)
    standen.append(stand())

    assert standen == [
        (False, False, False),
        (True, False, True),
        (True, False, True),
        (True, True, False),
        (False, False, False),
    ]


def test_pupil_who_left_gets_no_plan_and_is_no_task() -> None:
    plan = maak_rijp_plan()
    ib, leerling, later = plan.school.intern_begeleider, plan.gezin.leerling, OP + timedelta(days=1)
    Leerling.objects.filter(pk=leerling.pk).update(uitgeschreven_op=OP.date())
    leerling.refresh_from_db()
    versie = get_oppversie(leerling=leerling)
    assert versie is not None
    begin = {"aanleiding": Oppaanleiding.EXTRA_ONDERSTEUNING, "begonnen_op": BEGIN}

    with pytest.raises(OppError, match="van school"):
        start_opp(actor=ib, leerling=leerling, **begin, op=later)
    for handeling in (offer_opp, set_opp, revise_opp):
        with pytest.raises(OppError, match="van school"):
            handeling(actor=ib, versie=versie, op=later)
    rollen = {plan.school.vestiging.pk: {Rolsoort.DIRECTEUR}}

    assert [len(list_opptaken(rollen=rollen, peildatum=dag)) for dag in (OP.date(), later.date())] == [1, 0]
