"""The days of coming and leaving, what goes into a report, and the fixed days of a school year."""

from datetime import date

import pytest

from passend.begrippen.periode import Periode
from passend.begrippen.schooljaar import Schooljaar
from passend.regels.jaarkalender import doorstroomtoets, jaarkalender, ondersteuningsplan_uiterlijk_op
from passend.regels.overstapdagen import (
    check_rapport,
    check_uitschrijving,
    inschrijving_op,
    uitschrijving_op,
    verzuim_vanaf,
)

OP = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("eerste_dag", "geboren", "is_eerste", "dag"),
    [
        (date(2026, 8, 24), date(2022, 8, 1), True, date(2026, 8, 1)),
        (date(2026, 8, 24), date(2022, 8, 2), True, date(2026, 8, 24)),
        (date(2026, 8, 24), date(2020, 1, 1), False, date(2026, 8, 24)),
        (date(2027, 1, 11), date(2020, 1, 1), False, date(2027, 1, 11)),
    ],
)
def test_who_is_four_on_the_first_school_day_is_enrolled_from_august(
    eerste_dag: date,
    geboren: date,
    is_eerste: bool,  # noqa: FBT001 -- a case
    dag: date,
) -> None:
    termijn = inschrijving_op(eerste_dag, geboren_op=geboren, is_eerste_schooldag=is_eerste)

    assert (termijn.wat, termijn.dag, termijn.uitleg, str(termijn.vindplaats)) == (
        "inschrijving",
        dag,
        f"Het kind is ingeschreven vanaf {dag:%d-%m-%Y}.",
        "Besluit bekostiging WPO 2022 artikel 9",
    )


def test_who_comes_later_in_the_year_is_enrolled_on_the_first_day() -> None:
    assert inschrijving_op(date(2027, 1, 11), geboren_op=date(2020, 1, 1)).dag == date(2027, 1, 11)


@pytest.mark.parametrize(
    ("elders", "bericht", "dag"),
    [
        (None, None, date(2026, 11, 6)),
        (date(2026, 11, 16), None, date(2026, 11, 6)),
        (None, date(2026, 11, 16), date(2026, 11, 6)),
        (date(2026, 11, 16), date(2026, 12, 4), date(2026, 11, 15)),
        (date(2026, 11, 16), date(2026, 12, 5), date(2026, 11, 6)),
        (date(2026, 11, 7), date(2026, 11, 7), date(2026, 11, 6)),
        (date(2026, 11, 6), date(2026, 11, 6), date(2026, 11, 6)),
    ],
)
def test_new_school_that_tells_in_time_moves_the_last_day(elders: date | None, bericht: date | None, dag: date) -> None:
    termijn = uitschrijving_op(date(2026, 11, 6), elders_op=elders, bericht_op=bericht)

    assert (termijn.wat, termijn.dag) == ("uitschrijving", dag)
    assert termijn.uitleg == f"Het kind is tot en met {dag:%d-%m-%Y} leerling van deze school."


@pytest.mark.parametrize(
    ("geschreven", "vanaf"),
    [(OP, date(2025, 11, 25)), (date(2028, 2, 29), date(2027, 3, 1)), (date(2026, 8, 1), date(2025, 8, 1))],
)
def test_absence_of_a_year_goes_into_the_report(geschreven: date, vanaf: date) -> None:
    termijn = verzuim_vanaf(geschreven)

    assert (termijn.wat, termijn.dag) == ("rapport_verzuim", vanaf)
    assert termijn.uitleg == f"In het rapport staat alleen verzuim zonder goede reden vanaf {vanaf:%d-%m-%Y}."
    assert str(termijn.vindplaats) == "Besluit uitwisseling leer- en begeleidingsgegevens artikel 7"


@pytest.mark.parametrize(
    ("verzonden", "ouders", "codes"),
    [
        (OP, OP, []),
        (OP, date(2026, 11, 26), ["ouders_geinformeerd"]),
        (OP, None, ["ouders_geinformeerd"]),
        (date(2026, 11, 26), OP, ["verzonden_toekomst"]),
    ],
)
def test_report_waits_for_the_parents(verzonden: date, ouders: date | None, codes: list[str]) -> None:
    bezwaren = check_rapport(verzonden_op=verzonden, ouders_geinformeerd_op=ouders, peildatum=OP)

    assert [een.code for een in bezwaren] == codes


def test_sentences_of_the_report_say_what_to_do() -> None:
    morgen = date(2026, 11, 26)

    bezwaren = check_rapport(verzonden_op=morgen, ouders_geinformeerd_op=None, peildatum=OP)

    assert [(een.zin, een.vindplaats.is_beleid) for een in bezwaren] == [
        ("Het rapport gaat weg op 26-11-2026: die dag is nog niet geweest. Controleer de dag.", False),
        ("Geef eerst de ouders het rapport te lezen, en schrijf op wanneer en hoe dat ging.", True),
    ]


@pytest.mark.parametrize(
    ("jaar", "weken"),
    [
        (2026, Periode(date(2027, 2, 1), date(2027, 2, 12))),
        (2027, Periode(date(2028, 2, 7), date(2028, 2, 18))),
        (2029, Periode(date(2030, 2, 4), date(2030, 2, 15))),
    ],
)
def test_test_is_in_the_first_two_full_weeks_of_february(jaar: int, weken: Periode) -> None:
    assert doorstroomtoets(Schooljaar(jaar)) == weken


def test_fixed_days_are_told_in_order() -> None:
    assert [(een.wat, een.uitleg) for een in jaarkalender(Schooljaar(2026))] == [
        ("advies_vanaf", "Vanaf 10-01-2027 geeft de school het voorlopige schooladvies."),
        ("advies_tot_en_met", "Uiterlijk op 31-01-2027 heeft elk kind van groep 8 een voorlopig advies."),
        ("doorstroomtoets", "De doorstroomtoets is tussen 01-02-2027 en 12-02-2027."),
        ("advies_definitief", "Uiterlijk op 24-03-2027 is het schooladvies definitief."),
        ("schoolgids", "Uiterlijk op 31-07-2027 staat de schoolgids voor het volgende schooljaar vast."),
    ]


def test_plan_of_the_region_is_sent_before_may() -> None:
    termijn = ondersteuningsplan_uiterlijk_op(Schooljaar(2029))

    assert (termijn.wat, termijn.dag, str(termijn.vindplaats)) == (
        "ondersteuningsplan",
        date(2029, 4, 30),
        "WPO artikel 18a lid 10",
    )
    assert termijn.uitleg == "Het ondersteuningsplan vanaf 2029-2030 is uiterlijk op 30-04-2029 bij de inspectie."


@pytest.mark.parametrize(
    ("feiten", "codes"),
    [
        ({}, []),
        ({"elders_op": date(2026, 11, 6)}, []),
        ({"elders_op": date(2026, 11, 6), "bericht_op": date(2026, 11, 1)}, []),
        ({"elders_op": date(2026, 11, 5)}, ["elders_te_vroeg"]),
        ({"bericht_op": date(2026, 11, 5)}, ["bericht_zonder_elders"]),
    ],
)
def test_new_school_enrols_from_the_last_day_here_and_says_so(feiten: dict[str, date], codes: list[str]) -> None:
    assert [een.code for een in check_uitschrijving(date(2026, 11, 6), **feiten)] == codes
