"""An individual plan: from a need to a plan to an evaluation to what follows; nothing is typed twice."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.factories.dossiers import nieuwe_regels, onderwerp
from tests.factories.leerlingen import Gezin, maak_gezin, maak_leerling
from tests.factories.profielen import OP, maak_editie, maak_profiel

from passend.begrippen.hgw import Kenmerksoort
from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.soorten import SOORTEN
from passend.plannen.actions.groepsplannen import GelijktijdigPlanError
from passend.plannen.actions.kenmerken import PlanError, save_kenmerken
from passend.plannen.actions.plannen import (
    Regelgegevens,
    add_plan,
    add_planregel,
    continue_plan,
    evaluate_plan,
    remove_planregel,
    save_doel,
)
from passend.plannen.models import Plan, Planregel
from passend.plannen.queries.beloften import list_beloften
from passend.plannen.queries.plannen import get_plan, list_lopende_plannen, list_plannen
from passend.plannen.queries.uitvoer import list_rubrieken
from passend.plannen.queries.vervolg import get_planvervolg, list_evaluaties
from passend.profielen.actions.onderdelen import add_rij
from passend.regels.planevaluatie import Evaluatiestand, Planfeiten
from passend.regels.planregels import MEESTE_REGELS
from passend.regels.signalen import Evaluatiefeit
from passend.regels.tekstmerk import tekstmerk
from passend.volgen.queries.vervolg import Afspraak, Vervolg

pytestmark = pytest.mark.django_db
EINDE = date(2026, 12, 1)
LATER = OP + timedelta(days=60)
FEITEN = Planfeiten(
    aanleiding="Leest traag.", doel="Leest vlot.", niveau=2, geldig_van=OP.date(), geldig_tot_en_met=EINDE
)
REGEL = Regelgegevens(aanpak="Samen lezen", wie="leerkracht", hoe_vaak="elke dag")
UITSLAG = {"uitkomst": "deels", "evaluatie": "Gaat vooruit.", "wat_werkte": "Om en om lezen."}


def _plan(gezin: Gezin, feiten: Planfeiten = FEITEN, *regels: Regelgegevens) -> Plan:
    return add_plan(actor=gezin.school.leerkracht, leerling=gezin.leerling, feiten=feiten, regels=regels, op=OP)


def test_plan_points_at_the_need_and_at_what_the_school_offers() -> None:
    gezin = maak_gezin()
    profiel, ib = maak_profiel(gezin.school), gezin.school.intern_begeleider
    add_rij(actor=ib, profiel=profiel, tabel="aanbod", label="Leesclub", soort=SOORTEN[0].code, op=OP)
    for label, soort in (("Zo werken wij", "hgw"), ("Invalidetoilet", "toegankelijk"), ("Wijkteam", "jeugdhulp")):
        add_rij(actor=ib, profiel=profiel, tabel="aanbod", label=label, soort=soort, op=OP)  # no help for one pupil
    maak_editie(gezin.school, profiel)
    behoefte = save_kenmerken(
        actor=gezin.school.leerkracht,
        leerling=gezin.leerling,
        soort=Kenmerksoort.BEHOEFTE,
        tekst="korte stappen",
        gezien=[],
        op=OP,
    ).gezien[0]
    beloften = list_beloften(vestiging=gezin.school.vestiging)
    assert beloften == {"rij:aanbod:+leesclub": "Leesclub"}
    ((sleutel, belofte),) = beloften.items()

    with nieuwe_regels() as nieuw:
        plan = _plan(gezin, FEITEN, replace(REGEL, kenmerk=behoefte, onderdeel=sleutel))

    (regel,) = Planregel.objects.all()
    assert (regel.kenmerk_id, regel.onderdeel, regel.belofte) == (behoefte, sleutel, belofte)
    assert nieuw.regels == [(gezin.school.leerkracht, "add_plan", onderwerp(gezin.leerling), "eigen_groep", "wijzigen")]
    (beeld,) = list_plannen(leerling=gezin.leerling, peildatum=OP.date())
    assert (beeld.plan, beeld.regels, beeld.stand, beeld.behoeften, beeld.heeft_vervolg) == (
        plan,
        [regel],
        Evaluatiestand.LOOPT,
        {behoefte: "korte stappen"},
        False,
    )


def test_row_that_the_school_does_not_offer_and_need_of_another_are_left_out() -> None:
    gezin = maak_gezin()
    ander = maak_leerling(gezin.school, "Bo", groep=gezin.groep)
    vreemd = save_kenmerken(
        actor=gezin.school.leerkracht, leerling=ander, soort=Kenmerksoort.BEHOEFTE, tekst="x", gezien=[], op=OP
    ).gezien[0]

    _plan(gezin, FEITEN, replace(REGEL, kenmerk=vreemd, onderdeel="rij:aanbod:+verzonnen"))

    regel = Planregel.objects.get()
    assert (regel.kenmerk, regel.onderdeel, regel.belofte) == (None, "", "")


@pytest.mark.parametrize(
    ("feiten", "regels"),
    [
        (replace(FEITEN, doel=""), []),
        (replace(FEITEN, geldig_tot_en_met=OP.date()), []),
        (replace(FEITEN, doel="x" * 2001), []),
        (FEITEN, [REGEL, replace(REGEL, wie=" ")]),
        (FEITEN, [REGEL, replace(REGEL, aanpak="x" * 301)]),
        (FEITEN, [replace(REGEL, hoe_vaak="x" * 121)]),
        (FEITEN, [REGEL] * (MEESTE_REGELS + 1)),
    ],
)
def test_plan_that_cannot_be_stores_nothing(feiten: Planfeiten, regels: list[Regelgegevens]) -> None:
    gezin = maak_gezin()

    with pytest.raises(PlanError):
        _plan(gezin, feiten, *regels)

    assert (Plan.objects.count(), Planregel.objects.count()) == (0, 0)


def test_goal_is_saved_as_typed_and_a_colleague_who_was_first_is_noticed() -> None:
    gezin = maak_gezin()
    plan = _plan(gezin)
    merk = tekstmerk(plan.doel)
    save_doel(actor=gezin.school.intern_begeleider, plan=plan, doel="Leest een boek.", merk=merk, op=OP)
    stand = get_plan(leerling=gezin.leerling, pk=plan.pk)
    assert stand is not None

    with pytest.raises(GelijktijdigPlanError) as botsing:
        save_doel(actor=gezin.school.leerkracht, plan=stand, doel="Leest een zin.", merk=merk, op=OP)

    assert (botsing.value.huidig, botsing.value.wie) == ("Leest een boek.", str(gezin.school.intern_begeleider))
    assert Plan.objects.get().doel == "Leest een boek."
    save_doel(actor=gezin.school.leerkracht, plan=stand, doel="Leest een boek. Elke week.", merk=merk, op=OP)
    assert Plan.objects.get().doel == "Leest een boek. Elke week."


def test_line_comes_and_goes_while_the_plan_runs() -> None:
    gezin = maak_gezin()
    plan = _plan(gezin)
    regel = add_planregel(actor=gezin.school.leerkracht, plan=plan, regel=REGEL, op=OP)

    remove_planregel(actor=gezin.school.intern_begeleider, regel=regel, op=OP)

    assert not Planregel.objects.exists()


def test_evaluation_is_final() -> None:
    gezin = maak_gezin()
    plan = evaluate_plan(actor=gezin.school.leerkracht, plan=_plan(gezin, FEITEN, REGEL), **UITSLAG, op=LATER)

    for actie in (
        lambda: evaluate_plan(actor=gezin.school.leerkracht, plan=plan, **UITSLAG, op=LATER),
        lambda: save_doel(actor=gezin.school.leerkracht, plan=plan, doel="x", merk=tekstmerk(plan.doel), op=LATER),
        lambda: add_planregel(actor=gezin.school.leerkracht, plan=plan, regel=REGEL, op=LATER),
        lambda: remove_planregel(actor=gezin.school.leerkracht, regel=plan.regels.get(), op=LATER),
    ):
        with pytest.raises(PlanError):
            actie()
    (beeld,) = list_plannen(leerling=gezin.leerling, peildatum=LATER.date())
    assert (beeld.stand, plan.geevalueerd_op, plan.wat_werkte) == (
        Evaluatiestand.GEDAAN,
        LATER.date(),
        "Om en om lezen.",
    )
    assert list_lopende_plannen(leerlingen=[gezin.leerling]) == {gezin.leerling.pk: []}


@pytest.mark.parametrize("anders", [{"uitkomst": ""}, {"uitkomst": "prima"}, {"evaluatie": " "}])
def test_evaluation_that_says_nothing_is_sent_back(anders: dict[str, str]) -> None:
    gezin = maak_gezin()
    plan = _plan(gezin)

    with pytest.raises(PlanError):
        evaluate_plan(actor=gezin.school.leerkracht, plan=plan, **{**UITSLAG, **anders}, op=LATER)

    assert Plan.objects.get().geevalueerd_op is None


@pytest.mark.parametrize(
    ("uitkomst", "regels"), [("deels", ["Om en om lezen.", "Samen lezen"]), ("niet", ["Om en om lezen."])]
)
def test_what_follows_begins_with_what_is_known(uitkomst: str, regels: list[str]) -> None:
    gezin = maak_gezin()
    plan = _plan(gezin, FEITEN, REGEL)
    plan = evaluate_plan(actor=gezin.school.leerkracht, plan=plan, **{**UITSLAG, "uitkomst": uitkomst}, op=LATER)

    vervolg = continue_plan(actor=gezin.school.leerkracht, plan=plan, geldig_tot_en_met=date(2027, 1, 31), op=LATER)

    assert (vervolg.reeks, vervolg.aanleiding, vervolg.doel, vervolg.bron) == (
        plan.reeks,
        "Gaat vooruit.",
        "Leest vlot.",
        f"plan:{plan.pk}",
    )
    assert [(een.aanpak, een.wie, een.hoe_vaak) for een in vervolg.regels.all()] == [
        (regel, "leerkracht", "elke dag") for regel in regels
    ]
    beelden = list_plannen(leerling=gezin.leerling, peildatum=LATER.date())
    assert [(beeld.plan, beeld.heeft_vervolg) for beeld in beelden] == [(vervolg, False), (plan, True)]
    with pytest.raises(PlanError, match="heeft al een vervolg"):
        continue_plan(actor=gezin.school.leerkracht, plan=plan, geldig_tot_en_met=date(2027, 1, 31), op=LATER)


def test_reached_goal_makes_place_for_a_new_one_and_what_worked_is_what_is_done() -> None:
    gezin = maak_gezin()
    plan = _plan(gezin, FEITEN, REGEL)
    plan = evaluate_plan(actor=gezin.school.leerkracht, plan=plan, **{**UITSLAG, "uitkomst": "behaald"}, op=LATER)
    einde = date(2027, 1, 31)

    with pytest.raises(PlanError, match="Schrijf een nieuw doel"):
        continue_plan(actor=gezin.school.leerkracht, plan=plan, geldig_tot_en_met=einde, op=LATER)
    vervolg = continue_plan(
        actor=gezin.school.leerkracht, plan=plan, geldig_tot_en_met=einde, doel="Leest zelf een boek.", op=LATER
    )

    assert (vervolg.doel, vervolg.aanleiding) == ("Leest zelf een boek.", "Behaald: Leest vlot. Gaat vooruit.")
    assert [een.aanpak for een in vervolg.regels.all()] == ["Om en om lezen."]


def test_lines_go_on_when_nobody_said_what_worked_and_what_worked_needs_no_lines() -> None:
    gezin = maak_gezin()
    met, zonder = _plan(gezin, FEITEN, REGEL), _plan(gezin)
    volgende = []
    for plan, werkte in ((met, " "), (zonder, "Rust.\n\nEen maatje.")):
        uitslag = {**UITSLAG, "wat_werkte": werkte}
        klaar = evaluate_plan(actor=gezin.school.leerkracht, plan=plan, **uitslag, op=LATER)
        volgende.append(
            continue_plan(actor=gezin.school.leerkracht, plan=klaar, geldig_tot_en_met=date(2027, 1, 31), op=LATER)
        )

    assert [[(een.aanpak, een.wie, een.hoe_vaak) for een in plan.regels.all()] for plan in volgende] == [
        [("Samen lezen", "leerkracht", "elke dag")],
        [("Rust.", "leerkracht", ""), ("Een maatje.", "leerkracht", "")],
    ]


def test_pupil_who_left_gets_no_plan_and_no_need_but_may_be_looked_back_on() -> None:
    gezin = maak_gezin()
    plan = _plan(gezin)
    gezin.leerling.uitgeschreven_op = OP.date()
    gezin.leerling.save()
    wie = {"actor": gezin.school.intern_begeleider}

    with pytest.raises(PlanError, match="van school"):
        add_plan(**wie, leerling=gezin.leerling, feiten=FEITEN, regels=[], op=LATER)
    with pytest.raises(PlanError, match="van school"):
        save_kenmerken(**wie, leerling=gezin.leerling, soort=Kenmerksoort.BEHOEFTE, tekst="rust", gezien=[], op=LATER)
    plan.leerling = gezin.leerling
    klaar = evaluate_plan(**wie, plan=plan, **UITSLAG, op=LATER)
    with pytest.raises(PlanError, match="van school"):
        continue_plan(**wie, plan=klaar, geldig_tot_en_met=date(2027, 1, 31), op=LATER)

    assert Plan.objects.count() == 1


def test_nothing_follows_before_looking_back() -> None:
    gezin = maak_gezin()

    with pytest.raises(PlanError, match="Kijk eerst terug"):
        continue_plan(actor=gezin.school.leerkracht, plan=_plan(gezin), geldig_tot_en_met=EINDE, op=OP)


@pytest.mark.parametrize("wie", ["ouder", "deskundige", "ouder_zonder_gezag"])
def test_who_comes_for_the_pupil_makes_no_plan(wie: str) -> None:
    gezin = maak_gezin()

    with pytest.raises(GeenToegangError):
        add_plan(actor=getattr(gezin, wie), leerling=gezin.leerling, feiten=FEITEN, regels=[], op=OP)


def test_page_of_the_pupil_and_signals_learn_of_plans() -> None:
    gezin = maak_gezin()
    _plan(gezin)
    klaar = evaluate_plan(actor=gezin.school.leerkracht, plan=_plan(gezin), **UITSLAG, op=OP + timedelta(days=7))

    vervolg = get_planvervolg(gezin.leerling, list(Vertrouwelijkheid), OP.date())

    assert [(een.naam, een.van, een.tot_en_met) for een in vervolg.periodes] == [
        ("Leest vlot", OP.date(), klaar.geevalueerd_op),
        ("Leest vlot", OP.date(), EINDE),
    ]
    assert vervolg.afspraken == [Afspraak(op=EINDE, wat="Leest vlot")]
    assert get_planvervolg(gezin.leerling, [Vertrouwelijkheid.ZORG], OP.date()) == Vervolg()
    assert list_evaluaties([gezin.leerling], EINDE) == {}
    assert list_evaluaties([gezin.leerling], EINDE + timedelta(days=1)) == {
        gezin.leerling.pk: [Evaluatiefeit(wat="Leest vlot.", uiterlijk_op=EINDE)]
    }


def test_everything_goes_along_with_the_file() -> None:
    gezin = maak_gezin()
    plan = _plan(gezin, FEITEN, REGEL)
    evaluate_plan(actor=gezin.school.leerkracht, plan=plan, **UITSLAG, op=LATER)

    rubrieken = {rubriek.naam: rubriek.regels for rubriek in list_rubrieken(gezin.leerling, list(Vertrouwelijkheid))}

    assert rubrieken == {
        "plannen": [
            {
                "nummer": 1,
                "van": "2026-10-05",
                "tot_en_met": "2026-12-01",
                "niveau": 2,
                "niveau_naam": "Extra in de groep",
                "aanleiding": "Leest traag.",
                "doel": "Leest vlot.",
                "gewone_woorden": "",
                "gewone_woorden_engels": "",
                "uitkomst": "deels behaald",
                "evaluatie": "Gaat vooruit.",
                "wat_werkte": "Om en om lezen.",
                "geevalueerd_op": LATER.date().isoformat(),
                "door": str(gezin.school.leerkracht),
            }
        ],
        "planregels": [
            {
                "plan": 1,
                "aanpak": "Samen lezen",
                "wie": "leerkracht",
                "hoe_vaak": "elke dag",
                "behoefte": "",
                "belofte": "",
            }
        ],
    }
    assert list_rubrieken(gezin.leerling, [Vertrouwelijkheid.ZORG]) == []
