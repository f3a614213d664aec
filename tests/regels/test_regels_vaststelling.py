"""The path of adoption, told as what happens at a school."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.uitgave import Stapsoort
from passend.regels.vaststelling import (
    ARTIKELEN,
    NAMEN,
    VOLGORDE,
    VOOR_PUBLICATIE,
    Stapbezwaar,
    check_dag,
    check_stap,
    evaluatie_uiterlijk_op,
    namen,
    volgende_stap,
)

GEHOORD, GEVRAAGD, ADVIES, VASTGESTELD, GEPUBLICEERD, GEEVALUEERD = VOLGORDE
VANDAAG = date(2026, 6, 24)


def _code(soort: Stapsoort, op: date, genomen: dict[Stapsoort, date]) -> str | None:
    bezwaar = check_stap(soort, op=op, genomen=genomen, peildatum=VANDAAG)
    return bezwaar.code if bezwaar else None


def test_a_school_that_takes_every_step_on_its_day_meets_no_objection() -> None:
    genomen: dict[Stapsoort, date] = {}
    for dag, stap in enumerate(VOLGORDE, start=1):
        assert volgende_stap(genomen) is stap
        assert _code(stap, date(2026, 6, dag), genomen) is None
        genomen[stap] = date(2026, 6, dag)

    assert volgende_stap(genomen) is None


def test_all_steps_may_be_taken_on_one_day() -> None:
    genomen: dict[Stapsoort, date] = {}
    for stap in VOLGORDE:
        assert _code(stap, VANDAAG, genomen) is None
        genomen[stap] = VANDAAG


def test_the_board_cannot_adopt_before_the_mr_has_advised() -> None:
    genomen = {GEHOORD: date(2026, 5, 1), GEVRAAGD: date(2026, 5, 18)}

    bezwaar = check_stap(VASTGESTELD, op=date(2026, 6, 1), genomen=genomen, peildatum=VANDAAG)

    assert bezwaar is not None
    assert bezwaar.code == "te_vroeg"
    assert bezwaar.zin == "Eerst komt: advies van de MR. Zet die stap, of zeg waarom u hem overslaat."


def test_a_step_that_was_openly_skipped_counts_as_passed() -> None:
    genomen = {GEHOORD: date(2026, 5, 1)}

    assert _code(GEVRAAGD, date(2026, 5, 2), genomen) is None


def test_a_step_is_recorded_only_once() -> None:
    assert check_stap(GEHOORD, op=date(2026, 5, 2), genomen={GEHOORD: date(2026, 5, 1)}, peildatum=VANDAAG) == (
        Stapbezwaar("dubbel", "Deze stap is al gezet. Kijk op de pagina wie dat deed en wanneer.")
    )


def test_a_step_of_tomorrow_has_not_happened() -> None:
    assert check_stap(GEHOORD, op=VANDAAG + timedelta(days=1), genomen={}, peildatum=VANDAAG) == Stapbezwaar(
        "toekomst", "Deze datum ligt in de toekomst. Vul de dag in waarop het echt gebeurde."
    )


def test_a_step_cannot_lie_before_the_one_it_follows() -> None:
    bezwaar = check_stap(GEVRAAGD, op=date(2026, 4, 30), genomen={GEHOORD: date(2026, 5, 1)}, peildatum=VANDAAG)

    assert bezwaar is not None
    assert (bezwaar.code, "01-05-2026" in bezwaar.zin) == ("volgorde", True)


@pytest.mark.parametrize("genomen", list(combinations(VOOR_PUBLICATIE, len(VOOR_PUBLICATIE) - 1)))
def test_nothing_is_published_while_any_step_before_is_open(genomen: tuple[Stapsoort, ...]) -> None:
    assert _code(GEPUBLICEERD, VANDAAG, dict.fromkeys(genomen, date(2026, 5, 1))) == "te_vroeg"


@given(st.sets(st.sampled_from(VOLGORDE)), st.sampled_from(VOLGORDE), st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_a_step_that_meets_no_objection_keeps_the_path_in_order(
    gezet: set[Stapsoort], stap: Stapsoort, op: date
) -> None:
    genomen = dict.fromkeys(gezet, date(2026, 3, 1))

    if _code(stap, op, genomen) is None:
        vooraf = set(VOLGORDE[: VOLGORDE.index(stap)])
        assert vooraf <= gezet
        assert op <= VANDAAG
        assert all(genomen[eerder] <= op for eerder in vooraf)


@pytest.mark.parametrize(
    ("op", "vorige_editie", "code"),
    [
        (date(2020, 1, 1), None, "te_lang_geleden"),
        (date(2025, 7, 31), None, "te_lang_geleden"),
        (date(2025, 8, 1), None, None),
        (date(2026, 6, 1), date(2026, 6, 2), "voor_vorige_editie"),
        (date(2026, 6, 2), date(2026, 6, 2), None),
    ],
)
def test_a_step_is_of_the_year_before_at_the_earliest_and_of_after_the_previous_edition(
    op: date, vorige_editie: date | None, code: str | None
) -> None:
    bezwaar = check_dag(op, schooljaar=Schooljaar(2026), vorige_editie=vorige_editie)

    assert (bezwaar.code if bezwaar else None) == code


def test_a_step_that_cannot_be_of_its_day_says_what_why_and_what_now() -> None:
    bezwaar = check_dag(date(2020, 1, 1), schooljaar=Schooljaar(2026), vorige_editie=None)

    assert bezwaar is not None
    assert bezwaar.zin == (
        "Deze dag (01-01-2020) is te lang geleden voor het profiel van 2026-2027: een stap telt mee vanaf 01-08-2025. "
        "Vul de dag in waarop het voor dit profiel gebeurde, of sla de stap over en zeg waarom."
    )


def test_a_step_of_before_the_previous_edition_belongs_to_that_one_and_says_so() -> None:
    bezwaar = check_dag(date(2026, 6, 1), schooljaar=Schooljaar(2026), vorige_editie=date(2026, 6, 2))

    assert bezwaar is not None
    assert bezwaar.zin == (
        "Deze dag (01-06-2026) ligt voor de vorige editie, die op 02-06-2026 openbaar werd. Wat u toen deed, hoort bij "
        "die editie. Vul de dag in waarop het voor de nieuwe editie gebeurde, of sla de stap over en zeg waarom."
    )


def test_the_evaluation_is_due_on_the_last_day_before_the_first_of_august() -> None:
    assert evaluatie_uiterlijk_op(Schooljaar(2026)) == date(2027, 7, 31)


def test_every_step_has_a_name_and_says_what_asks_for_it() -> None:
    assert set(NAMEN) == set(ARTIKELEN) == set(Stapsoort)
    assert namen([GEHOORD, VASTGESTELD]) == "leerlingen gehoord, vastgesteld door het bestuur"
