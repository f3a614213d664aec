"""Writing, setting and looking again at a development perspective plan."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from tests.factories.leerlingen import maak_gezin, maak_ouder
from tests.factories.opp import (
    BEGIN,
    TEKST,
    Plan,
    antwoord,
    hoor,
    maak_plan,
    maak_rijp_plan,
    maak_vast_plan,
    overleg,
    schrijf,
    verwerk,
)
from tests.factories.profielen import OP

from passend.begrippen.opp import Oppaanleiding, Oppantwoord, Stemwijze
from passend.begrippen.rollen import GeenToegangError
from passend.plannen.actions.opp import (
    AL_VAST,
    OppError,
    OppGelijktijdigError,
    offer_opp,
    record_oppoverleg,
    save_oppdeel,
    set_opp,
    start_opp,
)
from passend.plannen.actions.oppevaluatie import Evaluatiegegevens, evaluate_opp, revise_opp
from passend.plannen.models import Opp, Oppevaluatie, Oppversie
from passend.plannen.queries.opp import get_oppbeeld, get_oppversie, get_ouderversie, teksten

pytestmark = pytest.mark.django_db
LATER = OP + timedelta(days=200)
TERUGBLIK = Evaluatiegegevens(
    op=LATER.date(),
    werkte="Lezen met een maatje.",
    werkte_niet="",
    vervolg="vervolg",
    is_besproken_met_ouders=True,
    is_besproken_met_leerling=True,
)


def _stel_vast(plan: Plan) -> None:
    set_opp(actor=plan.school.intern_begeleider, versie=plan.versie, op=OP)


def _bezwaren(plan: Plan) -> list[str]:
    versie = get_oppversie(leerling=plan.gezin.leerling)
    assert versie is not None
    return [bezwaar.stap for bezwaar in get_oppbeeld(versie=versie, op=OP).bezwaren]


def test_plan_of_which_everything_is_there_is_set_and_says_what_it_said() -> None:
    plan = maak_rijp_plan()

    assert _bezwaren(plan) == []
    _stel_vast(plan)

    versie = Oppversie.objects.get()
    assert (versie.vastgesteld_op, versie.vastgesteld_door) == (OP, plan.school.intern_begeleider)
    assert teksten(versie) == TEKST


def test_each_stop_on_the_way_that_is_missing_keeps_it_from_being_set() -> None:
    plan = maak_plan(delen={code: tekst for code, tekst in TEKST.items() if code != "afwijking"})
    seen = [_bezwaren(plan)]
    schrijf(plan.versie, plan.school, {"afwijking": "Niets"})
    seen.append(_bezwaren(plan))
    stem = hoor(plan)
    seen.append(_bezwaren(plan))
    verwerk(plan, stem)
    overleg(plan)
    seen.append(_bezwaren(plan))
    offer_opp(actor=plan.school.intern_begeleider, versie=plan.versie, op=OP)
    antwoord(plan, Oppantwoord.NIET_AKKOORD, "Te weinig hulp bij rekenen.")
    seen.append(_bezwaren(plan))
    with pytest.raises(OppError, match="is het niet eens met het handelingsdeel"):
        _stel_vast(plan)
    antwoord(plan)
    seen.append(_bezwaren(plan))

    assert seen == [
        ["concept", "kind", "overleg", "instemming"],
        ["kind", "overleg", "instemming"],
        ["kind", "overleg", "instemming"],
        ["instemming"],
        ["instemming"],
        [],
    ]
    assert Oppversie.objects.get().vastgesteld_op is None


def test_agreement_lapses_when_the_handelingsdeel_changes_and_not_when_something_else_does() -> None:
    plan = maak_rijp_plan()
    schrijf(plan.versie, plan.school, {"beginsituatie": "Groep 5"})
    los = _bezwaren(plan)
    schrijf(plan.versie, plan.school, {"begeleiding": "Twee keer per week"})
    anders = _bezwaren(plan)
    antwoord(plan)

    assert (los, anders, _bezwaren(plan)) == ([], ["instemming"], [])


def test_second_parent_with_authority_must_agree_too() -> None:
    plan = maak_rijp_plan()
    maak_ouder(plan.school, plan.gezin.leerling)

    with pytest.raises(OppError, match="Het hele plan is nog niet besproken"):
        _stel_vast(plan)


def test_set_version_is_changed_by_nobody_and_the_database_says_so_too() -> None:
    plan = maak_vast_plan()

    with pytest.raises(OppError, match=AL_VAST):
        schrijf(plan.versie, plan.school, {"werkt": "Iets"})
    with pytest.raises(OppError, match=AL_VAST):
        hoor(plan)
    with pytest.raises(DatabaseError, match="onveranderlijk"), transaction.atomic():
        Oppversie.objects.filter(pk=plan.versie.pk).update(inhoud={})
    assert teksten(Oppversie.objects.get()) == TEKST


def test_two_people_who_save_the_same_part_lose_nothing() -> None:
    plan = maak_plan(delen={})
    een, ander = plan.school.intern_begeleider, plan.school.leerkracht
    versie = Oppversie.objects.get()

    eerste = save_oppdeel(actor=een, versie=versie, code="werkt", tekst="Rust", gezien=0, op=OP)
    with pytest.raises(OppGelijktijdigError) as botsing:
        save_oppdeel(actor=ander, versie=versie, code="werkt", tekst="Muziek", gezien=0, op=OP)
    zelfde = save_oppdeel(actor=ander, versie=versie, code="werkt", tekst=" Rust ", gezien=0, op=OP)
    elders = save_oppdeel(actor=ander, versie=versie, code="bevorderend", tekst="Muziek", gezien=0, op=OP)

    assert (botsing.value.huidig, zelfde, eerste["versie"], elders["versie"]) == (eerste, eerste, 1, 1)
    assert teksten(Oppversie.objects.get()) == {"werkt": "Rust", "bevorderend": "Muziek"}


def test_words_that_go_on_from_what_came_in_meanwhile_are_kept_and_a_choice_is_not_words() -> None:
    plan = maak_plan(delen={})
    wie, versie = plan.school.intern_begeleider, Oppversie.objects.get()
    save_oppdeel(actor=wie, versie=versie, code="werkt", tekst="Rust", gezien=0, op=OP)

    verder = save_oppdeel(actor=wie, versie=versie, code="werkt", tekst="Rust en regelmaat", gezien=0, op=OP)
    save_oppdeel(actor=wie, versie=versie, code="uitstroom", tekst="havo", gezien=0, op=OP)
    with pytest.raises(OppGelijktijdigError):
        save_oppdeel(actor=wie, versie=versie, code="uitstroom", tekst="vwo", gezien=0, op=OP)

    assert (verder["versie"], teksten(Oppversie.objects.get())["werkt"]) == (2, "Rust en regelmaat")


@pytest.mark.parametrize(
    ("code", "tekst", "zin"),
    [
        ("uitstroom", "gymnasium", "Dit is geen van de keuzes"),
        ("onderwijstijd", "misschien", "Dit is geen van de keuzes"),
        ("inbreng", "Iets", "Dit onderdeel is er niet"),
        ("bestaat_niet", "Iets", "Dit onderdeel is er niet"),
        ("werkt", "x" * 6_001, "Dit is te lang"),
    ],
)
def test_what_a_part_cannot_hold_is_refused_with_a_sentence(code: str, tekst: str, zin: str) -> None:
    plan = maak_plan(delen={})

    with pytest.raises(OppError, match=zin):
        schrijf(plan.versie, plan.school, {code: tekst})
    assert teksten(Oppversie.objects.get()) == {}


def test_why_a_child_misses_lessons_for_its_health_is_not_for_the_teacher() -> None:
    plan = maak_plan(delen={"onderwijstijd": "ja"})

    with pytest.raises(GeenToegangError):
        save_oppdeel(actor=plan.school.leerkracht, versie=plan.versie, code="tijd_b", tekst="x", gezien=0, op=OP)
    schrijf(plan.versie, plan.school, {"tijd_b": "Snel moe"})


def test_who_does_not_keep_the_file_begins_sets_and_closes_nothing() -> None:
    gezin = maak_gezin()
    plan = maak_rijp_plan(gezin)
    buiten = [gezin.school.leerkracht, gezin.ouder, gezin.ouder_zonder_gezag, gezin.deskundige, gezin.school.bestuurder]

    for actor in buiten:
        with pytest.raises(GeenToegangError):
            set_opp(actor=actor, versie=plan.versie, op=OP)
        with pytest.raises(GeenToegangError):
            evaluate_opp(actor=actor, versie=plan.versie, gegevens=TERUGBLIK, op=LATER)
        with pytest.raises(GeenToegangError):
            start_opp(
                actor=actor,
                leerling=gezin.leerling,
                aanleiding=Oppaanleiding.EXTRA_ONDERSTEUNING,
                begonnen_op=BEGIN,
                op=OP,
            )
    for actor in buiten[1:]:
        with pytest.raises(GeenToegangError):
            save_oppdeel(actor=actor, versie=plan.versie, code="werkt", tekst="x", gezien=0, op=OP)


def test_plan_cannot_begin_before_the_pupil_came_to_the_school() -> None:
    gezin = maak_gezin()
    wat = {"actor": gezin.school.directeur, "leerling": gezin.leerling, "aanleiding": Oppaanleiding.EXTRA_ONDERSTEUNING}
    eerste = gezin.leerling.ingeschreven_op

    with pytest.raises(OppError, match=f"voor de eerste dag op deze school, {eerste:%d-%m-%Y}"):
        start_opp(**wat, begonnen_op=eerste - timedelta(days=1), op=OP)
    assert start_opp(**wat, begonnen_op=eerste, op=OP).nummer == 1


@pytest.mark.parametrize("dagen", [1, -20_000])
def test_plan_cannot_begin_on_a_day_that_cannot_be(dagen: int) -> None:
    gezin = maak_gezin()

    with pytest.raises(OppError, match="Deze dag kan niet kloppen"):
        start_opp(
            actor=gezin.school.directeur,
            leerling=gezin.leerling,
            aanleiding=Oppaanleiding.EXTRA_ONDERSTEUNING,
            begonnen_op=(OP + timedelta(days=dagen)).date(),
            op=OP,
        )


def test_pupil_has_one_plan_at_a_time() -> None:
    plan = maak_plan()

    with pytest.raises(OppError, match="Er loopt al een ontwikkelingsperspectief"):
        maak_plan(plan.gezin)
    assert Opp.objects.count() == 1


def test_parents_read_a_concept_from_the_moment_it_is_laid_before_them() -> None:
    plan = maak_plan(delen={"werkt": "Rust"})
    leerling = plan.gezin.leerling

    voor = get_ouderversie(leerling=leerling)
    with pytest.raises(OppError, match="Schrijf eerst op welke begeleiding"):
        offer_opp(actor=plan.school.intern_begeleider, versie=plan.versie, op=OP)
    schrijf(plan.versie, plan.school, {"begeleiding": "Een uur"})
    offer_opp(actor=plan.school.intern_begeleider, versie=plan.versie, op=OP)

    assert (voor, get_ouderversie(leerling=leerling)) == (None, plan.versie)


def test_parents_keep_reading_what_holds_while_the_school_writes_the_next_version() -> None:
    plan = maak_vast_plan()
    nieuw = revise_opp(actor=plan.school.intern_begeleider, versie=plan.versie, op=LATER)
    leerling = plan.gezin.leerling

    assert [get_ouderversie(leerling=leerling), get_ouderversie(leerling=leerling, nummer=2)] == [plan.versie, None]
    assert nieuw.nummer == 2


def test_evaluation_keeps_what_worked_for_the_next_version_and_agreement_stays_when_nothing_changed() -> None:
    plan = maak_vast_plan()
    actor = plan.school.intern_begeleider
    evaluate_opp(actor=actor, versie=plan.versie, gegevens=TERUGBLIK, op=LATER)

    nieuw = revise_opp(actor=actor, versie=plan.versie, op=LATER)

    assert teksten(nieuw) == {**TEKST, "werkt": "Lezen met een maatje."}
    beeld = get_oppbeeld(versie=nieuw, op=LATER)
    assert [bezwaar.stap for bezwaar in beeld.bezwaren] == ["kind", "overleg"]
    assert [ouder.is_akkoord for ouder in beeld.ouders] == [True]
    with pytest.raises(OppError, match="Er is al een nieuwere versie"):
        revise_opp(actor=actor, versie=plan.versie, op=LATER)


def test_evaluation_counts_for_the_law_when_parents_and_child_were_part_of_it() -> None:
    plan = maak_vast_plan()
    actor, leerling = plan.school.intern_begeleider, plan.gezin.leerling
    zonder_kind = replace(TERUGBLIK, is_besproken_met_leerling=False)

    def dagen() -> list[str]:
        versie = get_oppversie(leerling=leerling)
        assert versie is not None
        return [termijn.dag.isoformat() for termijn in get_oppbeeld(versie=versie, op=LATER).evalueren_voor]

    seen = [dagen()]
    for gegevens in (zonder_kind, TERUGBLIK):
        evaluate_opp(actor=actor, versie=plan.versie, gegevens=gegevens, op=LATER)
        seen.append(dagen())

    assert seen == [["2027-07-31", "2027-10-05"], ["2027-07-31", "2027-10-05"], ["2028-07-31", "2028-04-23"]]


def test_plan_that_is_not_needed_any_more_ends_on_the_day_of_its_evaluation() -> None:
    plan = maak_vast_plan()
    einde = replace(TERUGBLIK, vervolg="eindigen")

    evaluate_opp(actor=plan.school.directeur, versie=plan.versie, gegevens=einde, op=LATER)

    assert Opp.objects.get().geeindigd_op == LATER.date()
    versie = get_oppversie(leerling=plan.gezin.leerling)
    assert versie is not None
    with pytest.raises(OppError, match="nog loopt"):
        revise_opp(actor=plan.school.directeur, versie=versie, op=LATER)


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"op": (LATER + timedelta(days=1)).date()}, "Deze dag moet nog komen"),
        ({"op": (OP - timedelta(days=1)).date()}, "De evaluatie ligt voor de dag"),
        ({"werkte": " "}, "Schrijf op wat werkte"),
        ({"vervolg": "stoppen"}, "Schrijf op wat werkte"),
    ],
)
def test_evaluation_that_cannot_be_is_refused(anders: dict[str, object], zin: str) -> None:
    plan = maak_vast_plan()

    with pytest.raises(OppError, match=zin):
        evaluate_opp(actor=plan.school.directeur, versie=plan.versie, gegevens=replace(TERUGBLIK, **anders), op=LATER)
    assert Oppevaluatie.objects.count() == 0


def test_talk_with_somebody_who_has_no_authority_is_no_talk_over_the_plan() -> None:
    plan = maak_plan()
    _account, zonder = maak_ouder(plan.school, plan.gezin.leerling, heeft_gezag=False)
    velden = {"actor": plan.school.directeur, "versie": plan.versie, "dag": OP.date(), "gedaan": "", "op": OP}

    for ouders, gezegd in (({zonder: True}, "Goed"), ({}, "Goed"), ({plan.gezin.relatie: True}, " ")):
        with pytest.raises(OppError):
            record_oppoverleg(**velden, ouders=ouders, gezegd=gezegd)
    assert _bezwaren(plan)[-2:] == ["overleg", "instemming"]


def test_parent_who_was_asked_and_did_not_come_does_not_stop_the_talk() -> None:
    plan = maak_plan()

    overleg(plan, is_verschenen=False)

    assert _bezwaren(plan) == ["kind", "instemming"]


def test_child_that_did_not_want_to_say_anything_does_not_keep_the_plan_from_being_set() -> None:
    plan = maak_plan()
    overleg(plan)
    offer_opp(actor=plan.school.intern_begeleider, versie=plan.versie, op=OP)
    antwoord(plan)
    hoor(plan, wijze=Stemwijze.NIET_GEHOORD, gezegd="", reden="Pip wilde er niet over praten, ook niet met kaarten.")

    _stel_vast(plan)

    assert Oppversie.objects.get().is_vastgesteld
