"""Plans of a previous school: offered once, and a plan here only when somebody takes them over."""

from datetime import date, timedelta

import pytest
from tests.factories.dossiers import nieuwe_regels, onderwerp
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.opp import maak_plan
from tests.factories.plannen import maak_voorstel
from tests.factories.profielen import OP

from passend.begrippen.hgw import Voorstelsoort
from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.opp import Oppaanleiding
from passend.begrippen.overstap import Meegekomenopp, Meegekomenplan
from passend.begrippen.rollen import GeenToegangError
from passend.plannen.actions.kenmerken import PlanError
from passend.plannen.actions.opp import OppError
from passend.plannen.actions.oppregels import add_oppregel
from passend.plannen.actions.plannen import Regelgegevens
from passend.plannen.actions.voorstellen import (
    decline_voorstel,
    offer_plannen,
    take_over_opp,
    take_over_plan,
)
from passend.plannen.models import Leerlingkenmerk, Opp, Oppversie, Plan, Planregel, Planvoorstel
from passend.plannen.queries.opp import teksten
from passend.plannen.queries.oppregels import list_oppregels
from passend.plannen.queries.voorstellen import get_oppvoorstel, list_planvoorstellen
from passend.plannen.queries.voorsteluitvoer import list_voorstelrubrieken

pytestmark = pytest.mark.django_db
TERUG = date(2027, 1, 14)
PLAN = Meegekomenplan(
    niveau=2, aanleiding="Leest traag.", doel="Vlot.", geldig_van=date(2026, 6, 1), geldig_tot_en_met=TERUG
)
MEE = Meegekomenopp(
    begonnen_op=date(2026, 1, 12), vastgesteld_op=date(2026, 1, 14), delen={"begeleiding": "Elke dag lezen."}
)
ALLES = frozenset(Vertrouwelijkheid)


def test_what_comes_along_is_offered_once_and_is_no_plan() -> None:
    gezin = maak_gezin()
    mee = {"actor": gezin.school.intern_begeleider, "leerling": gezin.leerling, "van_school": "De Kiem", "op": OP}

    eerst = offer_plannen(**mee, plannen=[PLAN], opp=MEE)
    later = offer_plannen(**mee, plannen=[PLAN], opp=MEE)

    assert (eerst, later) == (2, 0)
    assert [een.plan for een in list_planvoorstellen(leerling=gezin.leerling)] == [PLAN]
    opp = get_oppvoorstel(leerling=gezin.leerling, klassen=ALLES)
    assert opp is not None
    assert (opp.opp, opp.delen) == (MEE, [("Welke begeleiding krijgt het kind?", "Elke dag lezen.")])
    assert (Plan.objects.count(), Opp.objects.count()) == (0, 0)


def test_a_plan_goes_on_here_with_its_goal_its_lines_its_need_and_its_day() -> None:
    gezin = maak_gezin()
    voorstel = maak_voorstel(gezin)
    leerkracht = gezin.school.leerkracht

    with nieuwe_regels() as log:
        plan = take_over_plan(actor=leerkracht, voorstel=voorstel, geldig_tot_en_met=TERUG, op=OP)

    assert (plan.aanleiding, plan.doel, plan.niveau) == ("Leest traag.", "Leest vlotter.", 2)
    assert (plan.geldig_van, plan.geldig_tot_en_met) == (OP.date(), TERUG)
    regel = Planregel.objects.get(plan=plan)
    assert (regel.aanpak, regel.wie, regel.hoe_vaak) == ("Samen lezen", "Juf Els", "elke dag")
    assert Leerlingkenmerk.objects.get(pk=regel.kenmerk_id).tekst == "korte stappen"
    voorstel.refresh_from_db()
    assert (voorstel.stand, voorstel.beslist_door) == ("overgenomen", leerkracht)
    wie, wat = leerkracht, onderwerp(gezin.leerling)
    assert [regel[:3] for regel in log.regels] == [(wie, "add_plan", wat), (wie, "take_over_plan", wat)]


def test_a_plan_of_a_child_that_is_still_to_come_begins_on_its_first_day() -> None:
    gezin = maak_gezin()
    gezin.leerling.ingeschreven_op = OP.date() + timedelta(days=30)
    gezin.leerling.save()

    plan = take_over_plan(actor=gezin.school.directeur, voorstel=maak_voorstel(gezin), geldig_tot_en_met=TERUG, op=OP)

    assert plan.geldig_van == OP.date() + timedelta(days=30)


def test_a_day_to_look_back_that_is_over_is_refused_and_nothing_is_taken() -> None:
    gezin = maak_gezin()
    voorstel = maak_voorstel(gezin, geldig_tot_en_met="2026-06-30")

    with pytest.raises(PlanError, match="Kies een latere dag"):
        take_over_plan(actor=gezin.school.directeur, voorstel=voorstel, geldig_tot_en_met=date(2026, 6, 30), op=OP)

    assert Plan.objects.count() == 0
    assert Planvoorstel.objects.get().stand == "wacht"


def test_a_plan_is_taken_over_or_put_aside_once() -> None:
    gezin = maak_gezin()
    ib = gezin.school.intern_begeleider
    genomen, weg = maak_voorstel(gezin), maak_voorstel(gezin)
    take_over_plan(actor=ib, voorstel=genomen, geldig_tot_en_met=TERUG, op=OP)
    decline_voorstel(actor=ib, voorstel=weg, op=OP)

    for voorstel in (genomen, weg):
        with pytest.raises(PlanError, match="al beslist"):
            take_over_plan(actor=ib, voorstel=voorstel, geldig_tot_en_met=TERUG, op=OP)

    assert Plan.objects.count() == 1
    assert list_planvoorstellen(leerling=gezin.leerling) == []


def test_a_perspective_becomes_a_concept_that_nobody_agreed_to_yet() -> None:
    gezin = maak_gezin()
    voorstel = maak_voorstel(gezin, Voorstelsoort.OPP)

    versie = take_over_opp(
        actor=gezin.school.intern_begeleider,
        voorstel=voorstel,
        aanleiding=Oppaanleiding.EXTRA_ONDERSTEUNING,
        begonnen_op=gezin.leerling.ingeschreven_op,
        op=OP,
    )

    assert teksten(versie) == {
        "beginsituatie": "Leest als groep 3.",
        "uitstroom": "vmbo_kader",
        "begeleiding": "Elke dag lezen.",
    }
    assert {deel["bron"] for deel in versie.inhoud.values()} == {"vorige_school"}
    assert (versie.voorgelegd_op, versie.vastgesteld_op) == (None, None)


def test_a_perspective_fills_only_what_is_empty_in_a_concept_of_here() -> None:
    plan = maak_plan(delen={"begeleiding": "Twee keer per week lezen."})
    voorstel = maak_voorstel(plan.gezin, Voorstelsoort.OPP)

    versie = take_over_opp(
        actor=plan.school.intern_begeleider,
        voorstel=voorstel,
        aanleiding=Oppaanleiding.EXTRA_ONDERSTEUNING,
        begonnen_op=OP.date(),
        op=OP,
    )

    assert versie.pk == plan.versie.pk
    assert teksten(versie) == {
        "beginsituatie": "Leest als groep 3.",
        "uitstroom": "vmbo_kader",
        "begeleiding": "Twee keer per week lezen.",
    }


REGEL = {"aanpak": "Samen plannen", "wie": "juf", "hoe_vaak": "elke dag", "behoefte": "korte stappen"}


def _neem_opp_over(voorstel: Planvoorstel, gezin: Gezin) -> Oppversie:
    return take_over_opp(
        actor=gezin.school.intern_begeleider,
        voorstel=voorstel,
        aanleiding=Oppaanleiding.EXTRA_ONDERSTEUNING,
        begonnen_op=gezin.leerling.ingeschreven_op,
        op=OP,
    )


def test_lines_of_a_perspective_are_lines_here_and_stay_when_somebody_adds_one() -> None:
    gezin = maak_gezin()
    voorstel = maak_voorstel(gezin, Voorstelsoort.OPP, regels=[REGEL, {"aanpak": "Rust", "wie": "meester"}])

    versie = _neem_opp_over(voorstel, gezin)
    eigen = Regelgegevens(aanpak="Eigen hulp", wie="assistent", hoe_vaak="")
    add_oppregel(actor=gezin.school.intern_begeleider, versie=versie, regel=eigen, op=OP)

    regels = list_oppregels(Oppversie.objects.get(pk=versie.pk))
    assert [(een["nummer"], een["aanpak"], een["behoefte"]) for een in regels] == [
        (1, "Samen plannen", "korte stappen"),
        (2, "Rust", ""),
        (3, "Eigen hulp", ""),
    ]
    assert Leerlingkenmerk.objects.get(pk=regels[0]["kenmerk"]).tekst == "korte stappen"
    assert teksten(versie)["begeleidingsregels"].startswith("Samen plannen, juf, elke dag (voor: korte stappen)\nRust")


def test_lines_in_a_concept_of_here_stay_as_they_are() -> None:
    plan = maak_plan()
    ib = plan.school.intern_begeleider
    add_oppregel(actor=ib, versie=plan.versie, regel=Regelgegevens(aanpak="Eigen hulp", wie="ib"), op=OP)

    versie = _neem_opp_over(maak_voorstel(plan.gezin, Voorstelsoort.OPP, regels=[REGEL]), plan.gezin)

    assert [een["aanpak"] for een in list_oppregels(versie)] == ["Eigen hulp"]


def test_lines_that_came_as_words_only_are_read_with_the_guidance() -> None:
    gezin = maak_gezin()
    woorden = "Samen plannen, juf (voor: korte stappen; uit het aanbod: Club)\nRust (uit het aanbod: Rustig)"
    delen = {"begeleiding": "Elke dag lezen.", "begeleidingsregels": woorden}

    versie = _neem_opp_over(maak_voorstel(gezin, Voorstelsoort.OPP, delen=delen), gezin)

    assert teksten(versie) == {"begeleiding": "Elke dag lezen.\nSamen plannen, juf (voor: korte stappen)\nRust"}


def test_the_page_shows_the_lines_before_they_are_taken_over() -> None:
    gezin = maak_gezin()
    maak_voorstel(gezin, Voorstelsoort.OPP, regels=[REGEL])

    beeld = get_oppvoorstel(leerling=gezin.leerling, klassen=ALLES)

    assert beeld is not None
    assert beeld.delen[-1] == (
        "Wie doet wat, en hoe vaak?",
        "Samen plannen, juf, elke dag (voor: korte stappen)",
    )


def test_a_perspective_that_was_set_here_is_not_touched() -> None:
    plan = maak_plan()
    plan.versie.vastgesteld_op = OP
    plan.versie.save()

    with pytest.raises(OppError, match="al een ontwikkelingsperspectief vastgesteld"):
        take_over_opp(
            actor=plan.school.intern_begeleider,
            voorstel=maak_voorstel(plan.gezin, Voorstelsoort.OPP),
            aanleiding=Oppaanleiding.EXTRA_ONDERSTEUNING,
            begonnen_op=OP.date(),
            op=OP,
        )


def test_who_teaches_takes_no_perspective_over_and_a_parent_nothing() -> None:
    gezin = maak_gezin()
    opp, plan = maak_voorstel(gezin, Voorstelsoort.OPP), maak_voorstel(gezin)

    with pytest.raises(GeenToegangError):
        take_over_opp(
            actor=gezin.school.leerkracht,
            voorstel=opp,
            aanleiding=Oppaanleiding.EXTRA_ONDERSTEUNING,
            begonnen_op=OP.date(),
            op=OP,
        )
    with pytest.raises(GeenToegangError):
        decline_voorstel(actor=gezin.school.leerkracht, voorstel=opp, op=OP)
    with pytest.raises(GeenToegangError):
        take_over_plan(actor=gezin.ouder, voorstel=plan, geldig_tot_en_met=TERUG, op=OP)


def test_what_came_along_goes_with_the_file_and_care_only_for_who_reads_care() -> None:
    gezin = maak_gezin()
    maak_voorstel(gezin, Voorstelsoort.OPP, delen={"doelen": "Lezen.", "tijd_b": "Snel moe."})

    gewoon = list_voorstelrubrieken(gezin.leerling, {Vertrouwelijkheid.GEWOON})
    heel = list_voorstelrubrieken(gezin.leerling, ALLES)

    assert [een["tekst"] for een in gewoon[0].regels] == ["Wat willen we bereiken?: Lezen."]
    assert [een["tekst"] for een in heel[0].regels] == [
        "Wat willen we bereiken?: Lezen.\nWaarom het nodig is: Snel moe."
    ]
    assert list_voorstelrubrieken(gezin.leerling, set()) == []
