"""A suspension: how long, from when, and who must still be told."""

from dataclasses import replace
from datetime import date

import pytest

from passend.begrippen.periode import Periode
from passend.regels.schorsing import (
    Schorsingsfeiten,
    check_melding,
    check_schorsing,
    dagen_aaneen,
    lopende_schorsingstermijnen,
    moet_inspectie_weten,
    openstaand,
    schorsingstermijnen,
)

MAANDAG = date(2026, 11, 2)
FEITEN = Schorsingsfeiten(
    besloten_op=MAANDAG, van=MAANDAG, tot_en_met=date(2026, 11, 3), motivering="Er werd gevochten."
)


def _bezwaren(**anders: object) -> list[tuple[str, str, str]]:
    bezwaren = check_schorsing(replace(FEITEN, **anders), peildatum=MAANDAG)
    return [(een.code, een.zin, str(een.vindplaats)) for een in bezwaren]


@pytest.mark.parametrize("vrij", [MAANDAG, date(2026, 11, 3)])
def test_one_day_of_school_is_enough_to_be_suspended_from(vrij: date) -> None:
    assert _bezwaren(vrij=frozenset({vrij})) == []
    assert _bezwaren(van=date(2026, 11, 6), tot_en_met=date(2026, 11, 8)) == []


@pytest.mark.parametrize("tot_en_met", [MAANDAG, date(2026, 11, 3), date(2026, 11, 8)])
def test_suspension_of_at_most_a_week_is_allowed(tot_en_met: date) -> None:
    assert _bezwaren(tot_en_met=tot_en_met) == []


@pytest.mark.parametrize(
    ("anders", "code", "zin"),
    [
        (
            {"tot_en_met": date(2026, 11, 9)},
            "te_lang",
            "Een schorsing duurt hooguit een week. Kies als laatste dag 08-11-2026 of eerder.",
        ),
        (
            {"tot_en_met": date(2026, 11, 1)},
            "andersom",
            "De laatste dag ligt voor de eerste (02-11-2026). Controleer beide dagen.",
        ),
        (
            {"van": date(2026, 11, 1)},
            "voor_besluit",
            "De schorsing begint voor het besluit (02-11-2026). Controleer beide dagen.",
        ),
        (
            {"van": date(2026, 11, 7), "tot_en_met": date(2026, 11, 8)},
            "geen_schooldag",
            "In deze dagen is er geen school: het is weekend of vakantie. Kijk de dagen na.",
        ),
        (
            {"vrij": frozenset({MAANDAG, date(2026, 11, 3)})},
            "geen_schooldag",
            "In deze dagen is er geen school: het is weekend of vakantie. Kijk de dagen na.",
        ),
        (
            {"motivering": " "},
            "motivering",
            "Schrijf op waarom het bestuur schorst. De ouders lezen dat in de brief.",
        ),
        (
            {"van": date(2010, 11, 20), "tot_en_met": date(2010, 11, 21), "eerste_schooldag": date(2024, 8, 26)},
            "eerste_schooldag",
            "De schorsing ligt voor de eerste schooldag (26-08-2024). Kijk de dagen na.",
        ),
        (
            {"laatste_schooldag": MAANDAG},
            "laatste_schooldag",
            "De leerling is hier tot en met 02-11-2026. Kijk de dagen na.",
        ),
        (
            {"andere": (Periode(date(2026, 11, 3), date(2026, 11, 5)),)},
            "overlapt",
            ("Er is al een schorsing van 03-11-2026 tot en met 05-11-2026. Kies andere dagen, of trek die eerst in."),
        ),
        (
            {"andere": (Periode(date(2026, 10, 30), MAANDAG),)},
            "overlapt",
            ("Er is al een schorsing van 30-10-2026 tot en met 02-11-2026. Kies andere dagen, of trek die eerst in."),
        ),
        (
            {"andere": (Periode(date(2026, 10, 26), date(2026, 10, 30)),)},
            "sluit_aan",
            (
                "Deze schorsing sluit aan op een andere: er ligt geen schooldag tussen. Samen duren zij langer dan een "
                "week, en dat mag niet."
            ),
        ),
        (
            {"besloten_op": date(2026, 11, 3), "van": date(2026, 11, 3)},
            "besluit_toekomst",
            "Het besluit is van 03-11-2026: die dag is nog niet geweest. Controleer de dag.",
        ),
    ],
)
def test_suspension_that_cannot_be_is_told(anders: dict[str, date], code: str, zin: str) -> None:
    assert _bezwaren(**anders) == [(code, zin, "WPO artikel 40c lid 1")]


@pytest.mark.parametrize("anders", [{"eerste_schooldag": MAANDAG}, {"laatste_schooldag": FEITEN.tot_en_met}])
def test_pupil_can_be_suspended_from_its_first_school_day_until_its_last(anders: dict[str, date]) -> None:
    assert _bezwaren(**anders) == []


@pytest.mark.parametrize(("tot_en_met", "moet"), [(MAANDAG, False), (date(2026, 11, 3), True)])
def test_inspectie_is_told_of_more_than_one_day(tot_en_met: date, moet: bool) -> None:  # noqa: FBT001 -- a case
    feiten = replace(FEITEN, tot_en_met=tot_en_met)

    assert moet_inspectie_weten(feiten) is moet
    assert [een.wat for een in schorsingstermijnen(feiten)][2:] == ["schorsing_inspectie"] * moet
    assert [een.code for een in openstaand(feiten)][1:] == ["inspectie"] * moet


def test_every_date_says_what_must_be_done() -> None:
    assert [een.uitleg for een in schorsingstermijnen(FEITEN)] == [
        "Een schorsing duurt hooguit een week: tot en met 08-11-2026.",
        "De ouders krijgen de brief met de redenen meteen: op 02-11-2026.",
        "Duurt een schorsing langer dan een dag, dan hoort de inspectie dat meteen: op 02-11-2026.",
    ]


def test_what_was_sent_is_not_asked_again() -> None:
    assert [(een.code, een.zin, str(een.vindplaats)) for een in openstaand(FEITEN)] == [
        ("brief", "De ouders hebben nog geen brief. Stuur die vandaag.", "WPO artikel 40c lid 2"),
        (
            "inspectie",
            "De inspectie weet het nog niet. Meld het vandaag, met de redenen, en bewaar het bewijs.",
            "WPO artikel 40c lid 3",
        ),
    ]
    assert [een.code for een in openstaand(replace(FEITEN, brief_op=MAANDAG))] == ["inspectie"]
    assert openstaand(replace(FEITEN, brief_op=MAANDAG, gemeld_op=MAANDAG)) == ()


@pytest.mark.parametrize(
    ("op", "anders", "lopend"),
    [
        (MAANDAG, {}, [("schorsing_inspectie", MAANDAG), ("schorsing_einde", date(2026, 11, 3))]),
        (date(2026, 11, 3), {"gemeld_op": MAANDAG}, [("schorsing_einde", date(2026, 11, 3))]),
        (date(2026, 11, 4), {}, [("schorsing_inspectie", MAANDAG)]),
        (date(2026, 11, 4), {"gemeld_op": MAANDAG}, []),
        (MAANDAG, {"tot_en_met": MAANDAG}, [("schorsing_einde", MAANDAG)]),
        (date(2026, 11, 3), {"tot_en_met": MAANDAG}, []),
    ],
)
def test_suspension_has_a_day_until_it_was_reported_and_is_over(
    op: date, anders: dict[str, date], lopend: list[tuple[str, date]]
) -> None:
    termijnen = lopende_schorsingstermijnen(replace(FEITEN, **anders), peildatum=op)

    assert [(een.wat, een.dag) for een in termijnen] == lopend


def test_last_day_of_a_suspension_says_until_when_it_lasts_and_by_which_article() -> None:
    [einde] = lopende_schorsingstermijnen(replace(FEITEN, gemeld_op=MAANDAG), peildatum=MAANDAG)

    assert (einde.uitleg, str(einde.vindplaats)) == (
        "De schorsing duurt tot en met 03-11-2026.",
        "WPO artikel 40c lid 1",
    )


@pytest.mark.parametrize(
    "van", [date(2026, 12, 29), date(2029, 11, 20), date(9999, 12, 31)], ids=["a_day_too_far", "years", "the_end"]
)
def test_suspension_that_begins_long_after_the_decision_has_a_wrong_month_or_year(van: date) -> None:
    assert _bezwaren(van=van, tot_en_met=van) == [
        (
            "te_ver",
            "De schorsing begint meer dan 56 dagen na het besluit. Kijk het jaar en de maand na.",
            "eigen keuze van Passend",
        )
    ]


def test_suspension_can_begin_after_a_long_holiday() -> None:
    assert _bezwaren(van=date(2026, 12, 28), tot_en_met=date(2026, 12, 28)) == []


@pytest.mark.parametrize(
    ("andere", "vrij", "dagen"),
    [
        ([], [], 2),
        ([(23, 27)], [], 2),  # the week before the week before
        ([(30, 30)], [], 5),  # Friday before, with the weekend
        ([(26, 30)], [], 9),
        ([(26, 28), (29, 30)], [], 9),
        ([(16, 16)], range(17, 26), 2),  # a holiday, and then school days
        ([(23, 23)], range(26, 31), 7),  # a holiday of a week in between is not counted, its weekends are
        ([(28, 30)], [28], 7),  # what is free within a suspension is of it: its first day,
        ([(28, 30)], [30], 7),  # and its last
    ],
)
def test_suspensions_adjoin_when_no_school_day_lies_between(
    andere: list[tuple[int, int]], vrij: list[int], dagen: int
) -> None:
    feiten = replace(FEITEN, vrij=frozenset(date(2026, 10, dag) for dag in vrij))

    assert dagen_aaneen(feiten, [Periode(date(2026, 10, van), date(2026, 10, tot)) for van, tot in andere]) == dagen


def test_free_day_within_a_suspension_stays_a_day_of_it_when_another_adjoins() -> None:
    feiten = replace(FEITEN, vrij=frozenset({MAANDAG}))

    assert dagen_aaneen(feiten, [Periode(date(2026, 11, 4), date(2026, 11, 4))]) == 3


def test_later_suspension_counts_on_as_well() -> None:
    later = Periode(date(2026, 11, 4), date(2026, 11, 9))

    assert dagen_aaneen(FEITEN, [later]) == 8
    assert [code for code, *_meer in _bezwaren(andere=(later,))] == ["sluit_aan"]
    assert _bezwaren(andere=(Periode(date(2026, 11, 5), date(2026, 11, 9)),)) == []


def test_inspectie_is_told_of_two_single_days_in_a_row_with_the_second() -> None:
    eerste = replace(FEITEN, tot_en_met=MAANDAG, andere=(Periode(date(2026, 11, 3), date(2026, 11, 3)),))
    tweede = replace(FEITEN, van=date(2026, 11, 3), andere=(Periode(MAANDAG, MAANDAG),))

    assert (moet_inspectie_weten(eerste), moet_inspectie_weten(tweede)) == (False, True)


def test_suspension_that_begins_on_the_same_day_does_not_lie_before_it() -> None:
    zelfde_begin = replace(FEITEN, tot_en_met=MAANDAG, andere=(Periode(MAANDAG, date(2026, 11, 3)),))

    assert not moet_inspectie_weten(zelfde_begin)


@pytest.mark.parametrize(
    ("dag", "gevonden"),
    [
        (
            date(2026, 11, 1),
            [("melding_voor_besluit", "De melding ligt voor het besluit (02-11-2026). Kijk de dag na.")],
        ),
        (MAANDAG, []),
        (date(2026, 11, 4), []),
        (
            date(2026, 11, 5),
            [("melding_toekomst", "De dag 05-11-2026 is nog niet geweest. Vul in op welke dag u het meldde.")],
        ),
    ],
)
def test_inspectie_is_told_between_the_decision_and_today(dag: date, gevonden: list[tuple[str, str]]) -> None:
    bezwaren = check_melding(FEITEN, dag, peildatum=date(2026, 11, 4))

    assert [(een.code, een.zin) for een in bezwaren] == gevonden
    assert {str(een.vindplaats) for een in bezwaren} <= {"WPO artikel 40c lid 3"}
