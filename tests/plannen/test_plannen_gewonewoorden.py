"""What parents read first: a part of the plan and of the version, kept as it was."""

from datetime import timedelta

import pytest
from tests.factories.dossiers import nieuwe_regels, onderwerp
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.opp import maak_plan, maak_rijp_plan, maak_vast_plan, schrijf
from tests.factories.profielen import OP
from tests.plannen.test_plannen_leerlingplan import FEITEN, REGEL, UITSLAG

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import GeenToegangError
from passend.plannen.actions.groepsplannen import GelijktijdigPlanError
from passend.plannen.actions.kenmerken import PlanError
from passend.plannen.actions.opp import OppError, offer_opp, save_oppdeel
from passend.plannen.actions.oppevaluatie import revise_opp
from passend.plannen.actions.plannen import (
    add_plan,
    add_planregel,
    continue_plan,
    evaluate_plan,
    save_doel,
    save_gewone_woorden,
)
from passend.plannen.models import Plan
from passend.plannen.queries.opp import get_oppbeeld, teksten
from passend.plannen.queries.opppapier import get_oppapier
from passend.plannen.queries.oppregels import get_gewoon_begin, is_gewoon_achter
from passend.plannen.queries.oppuitvoer import list_opprubrieken
from passend.plannen.queries.plannen import get_planbegin, list_plannen
from passend.regels.tekstmerk import tekstmerk

pytestmark = pytest.mark.django_db
LEEG = tekstmerk("")
GEWOON = {"gewone_woorden": "Pip gaat lezen.", "gewone_woorden_engels": "Pip will read."}


def _plan(gezin: Gezin | None = None) -> Plan:
    gezin = gezin or maak_gezin()
    return add_plan(actor=gezin.school.leerkracht, leerling=gezin.leerling, feiten=FEITEN, regels=[REGEL], op=OP)


def test_plan_keeps_plain_words_in_two_languages_and_notices_a_colleague() -> None:
    plan = _plan()

    with nieuwe_regels() as nieuw:
        save_gewone_woorden(actor=plan.door, plan=plan, tekst=" Pip gaat lezen. ", merk=LEEG, op=OP)
        save_gewone_woorden(actor=plan.door, plan=plan, tekst="Pip will read.", merk=LEEG, is_engels=True, op=OP)

    plan.refresh_from_db()
    assert (plan.gewone_woorden, plan.gewone_woorden_engels) == ("Pip gaat lezen.", "Pip will read.")
    assert nieuw.regels == [(plan.door, "change_plan", onderwerp(plan.leerling), "eigen_groep", "wijzigen")] * 2
    with pytest.raises(GelijktijdigPlanError):
        save_gewone_woorden(actor=plan.door, plan=plan, tekst="Anders.", merk=LEEG, op=OP)


def test_school_is_told_when_a_plan_of_one_pupil_changed_after_the_plain_words() -> None:
    plan = _plan()

    def is_achter() -> bool:
        [beeld] = list_plannen(leerling=plan.leerling, peildatum=OP.date())
        return beeld.is_gewoon_achter

    standen = [is_achter()]
    save_gewone_woorden(actor=plan.door, plan=plan, tekst="Pip gaat lezen.", merk=LEEG, op=OP)
    standen.append(is_achter())
    save_doel(actor=plan.door, plan=plan, doel="Iets heel anders.", merk=tekstmerk(plan.doel), op=OP)
    standen.append(is_achter())
    merk = tekstmerk("Pip gaat lezen.")
    save_gewone_woorden(actor=plan.door, plan=plan, tekst="Pip gaat rekenen.", merk=merk, op=OP)
    standen.append(is_achter())
    add_planregel(actor=plan.door, plan=plan, regel=REGEL, op=OP)
    standen.append(is_achter())

    assert standen == [False, False, True, False, True]


def test_plain_words_that_cannot_be_are_refused() -> None:
    gezin = maak_gezin()
    plan = _plan(gezin)

    with pytest.raises(PlanError, match="te lang"):
        save_gewone_woorden(actor=plan.door, plan=plan, tekst="x" * 2001, merk=LEEG, op=OP)
    with pytest.raises(GeenToegangError):
        save_gewone_woorden(actor=gezin.ouder, plan=plan, tekst="x", merk=LEEG, op=OP)


def test_plain_words_of_a_plan_that_was_evaluated_stay_and_what_follows_begins_anew() -> None:
    plan = _plan()
    save_gewone_woorden(actor=plan.door, plan=plan, tekst="Pip gaat lezen.", merk=LEEG, op=OP)
    later = OP + timedelta(days=60)
    plan = evaluate_plan(actor=plan.door, plan=plan, **UITSLAG, op=later)

    with pytest.raises(PlanError, match="geëvalueerd"):
        save_gewone_woorden(actor=plan.door, plan=plan, tekst="Anders.", merk=LEEG, op=later)
    einde = later.date() + timedelta(days=50)
    vervolg = continue_plan(actor=plan.door, plan=plan, geldig_tot_en_met=einde, op=later)

    assert (Plan.objects.get(pk=plan.pk).gewone_woorden, vervolg.gewone_woorden) == ("Pip gaat lezen.", "")


def test_nobody_types_the_goal_and_the_help_twice() -> None:
    plan = _plan()

    assert get_planbegin(plan=plan).splitlines() == [
        "Dit gaat Pip leren:",
        "- Leest vlot.",
        "",
        "Zo helpen we:",
        "- Samen lezen. Wie: leerkracht. Wanneer: elke dag.",
        "",
        "Op 1-12-2026 kijken we samen of het helpt.",
    ]


def test_opp_begins_with_its_goals_its_words_and_its_lines() -> None:
    versie = maak_plan().versie

    assert get_gewoon_begin(versie).splitlines() == [
        "Zo helpen we:",
        "- Drie keer per week een kwartier lezen met de onderwijsassistent.",
    ]


def test_plain_words_are_no_part_of_what_parents_agree_to() -> None:
    plan = maak_rijp_plan()

    schrijf(plan.versie, plan.school, GEWOON)

    assert [een.is_akkoord for een in get_oppbeeld(versie=plan.versie, op=OP).ouders] == [True]


def test_plain_words_of_a_set_version_do_not_change_and_the_next_begins_with_them() -> None:
    gezin = maak_gezin()
    plan = maak_vast_plan(gezin)
    ib = plan.school.intern_begeleider

    with pytest.raises(OppError, match="al vastgesteld"):
        save_oppdeel(actor=ib, versie=plan.versie, code="gewone_woorden", tekst="x", gezien=0, op=OP)
    volgende = revise_opp(actor=ib, versie=plan.versie, op=OP)
    schrijf(volgende, plan.school, GEWOON)

    assert teksten(volgende)["gewone_woorden"] == "Pip gaat lezen."


def test_school_is_told_when_the_plan_changed_after_the_plain_words() -> None:
    plan = maak_plan()
    leeg = is_gewoon_achter(plan.versie)
    schrijf(plan.versie, plan.school, GEWOON)
    gelijk = is_gewoon_achter(plan.versie)

    save_oppdeel(
        actor=plan.school.leerkracht,
        versie=plan.versie,
        code="begeleiding",
        tekst="Iets heel anders.",
        gezien=1,
        op=OP + timedelta(hours=1),
    )

    assert (leeg, gelijk, is_gewoon_achter(plan.versie)) == (False, False, True)


def test_paper_begins_with_them_and_they_go_along_with_the_file_apart_from_the_plan() -> None:
    plan = maak_plan()
    schrijf(plan.versie, plan.school, GEWOON)
    offer_opp(actor=plan.school.intern_begeleider, versie=plan.versie, op=OP)

    papier = get_oppapier(versie=plan.versie, klassen=list(Vertrouwelijkheid), op=OP)
    rubrieken = {een.naam: een.regels for een in list_opprubrieken(plan.gezin.leerling, list(Vertrouwelijkheid))}

    assert (papier["gewoon"], papier["engels"]) == ("Pip gaat lezen.", "Pip will read.")
    assert "Voor de ouders, in gewone woorden" not in [groep["kop"] for groep in papier["groepen"]]
    assert rubrieken["oppgewonewoorden"] == [{"versie": 1, **GEWOON}]
    assert not GEWOON.keys() & rubrieken["ontwikkelingsperspectieven"][0].keys()
