"""A score of a test of the method in use is a mark, a percentage, points of points or a word; nothing else."""

import pytest

from passend.regels.methodescore import is_methodescore


@pytest.mark.parametrize(
    "score",
    [
        "7,5",
        "7.5",
        "10",
        "0",
        "100",
        "80%",
        "80 %",
        "34/40",
        "40/40",
        "34,5/40",
        "34 van 40",
        "150/200",
        "G",
        "Zeer goed",
    ],
)
def test_mark_percentage_points_and_word_are_a_score(score: str) -> None:
    assert is_methodescore(score)


@pytest.mark.parametrize("score", ["acht", "150", "101", "41/40", "<b>", "x" * 20, "-1", "7,5,5", "", "7 8", "٧"])
def test_anything_else_is_not(score: str) -> None:
    assert not is_methodescore(score)
