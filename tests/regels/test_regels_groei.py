"""Growth against the own line: how a pupil grew before, drawn on to the day of the newest test."""

from datetime import date, timedelta

import pytest

from passend.regels.groei import Eigenlijn, Groeistand, eigen_lijn

BEGIN = date(2025, 1, 1)
DAG = timedelta(days=1)


def _gemeten(*punten: tuple[int, float]) -> list[tuple[date, float]]:
    return [(BEGIN + dagen * DAG, score) for dagen, score in punten]


def test_own_line_goes_on_as_the_pupil_grew_before() -> None:
    lijn = eigen_lijn(_gemeten((0, 100.0), (180, 110.0), (360, 115.0)))

    assert lijn == Eigenlijn(van=100.0, tot=120.0)
    assert [lijn.stand(score) for score in (115.0, 119.0, 130.0)] == [Groeistand.ONDER, Groeistand.OP, Groeistand.BOVEN]


def test_line_lies_between_scores_that_go_up_and_down() -> None:
    lijn = eigen_lijn(_gemeten((0, 100.0), (100, 120.0), (200, 110.0), (400, 90.0)))

    assert lijn is not None
    assert (round(lijn.van, 6), round(lijn.tot, 6)) == (105.0, 125.0)


def test_order_in_which_results_come_in_makes_no_difference() -> None:
    gemeten = _gemeten((0, 100.0), (180, 110.0), (360, 115.0))

    assert eigen_lijn(gemeten[::-1]) == eigen_lijn(gemeten)


@pytest.mark.parametrize("aantal", [0, 1, 2])
def test_two_measurements_make_no_line_yet(aantal: int) -> None:
    assert eigen_lijn(_gemeten(*((180 * nummer, 100.0) for nummer in range(aantal)))) is None


def test_two_measurements_of_one_day_show_no_growth() -> None:
    assert eigen_lijn(_gemeten((0, 100.0), (0, 104.0), (180, 110.0))) is None


def test_two_measurements_of_the_first_day_and_a_later_one_do() -> None:
    lijn = eigen_lijn(_gemeten((0, 98.0), (0, 102.0), (100, 110.0), (200, 130.0)))

    assert lijn is not None
    assert (round(lijn.van, 6), round(lijn.tot, 6)) == (100.0, 120.0)


@pytest.mark.parametrize(
    ("lijn", "score", "stand"),
    [
        (Eigenlijn(van=100, tot=110), 112, Groeistand.OP),
        (Eigenlijn(van=100, tot=110), 112.5, Groeistand.BOVEN),
        (Eigenlijn(van=100, tot=110), 108, Groeistand.OP),
        (Eigenlijn(van=100, tot=110), 107.5, Groeistand.ONDER),
        (Eigenlijn(van=100, tot=140), 144, Groeistand.OP),
        (Eigenlijn(van=100, tot=140), 144.5, Groeistand.BOVEN),
        (Eigenlijn(van=100, tot=140), 136, Groeistand.OP),
        (Eigenlijn(van=100, tot=140), 135.5, Groeistand.ONDER),
        (Eigenlijn(van=140, tot=100), 104, Groeistand.OP),
    ],
)
def test_two_points_or_a_tenth_of_the_growth_is_no_difference(lijn: Eigenlijn, score: float, stand: Groeistand) -> None:
    assert lijn.stand(score) is stand
