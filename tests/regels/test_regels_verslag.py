"""Words that have to prove something."""

import pytest

from passend.regels.verslag import is_verslag
from passend.regels.volleschool import check_eerder_openbaar


@pytest.mark.parametrize(
    ("woorden", "dingen", "genoeg"),
    [
        ("Prima", 1, True),  # five letters, of one thing
        ("Goed", 1, False),
        ("12345", 1, False),
        ("gids, pagina", 2, True),  # ten letters, of two things
        ("gids, pagin", 2, False),
        ("Schoolgids", 2, False),  # letters enough, and one word
        ("a b c d e", 1, True),
        ("a b", 2, False),  # words enough, and hardly a letter
    ],
)
def test_words_are_a_report_of_as_many_things_as_are_asked(woorden: str, dingen: int, *, genoeg: bool) -> None:
    assert is_verslag(woorden, dingen=dingen) is genoeg
    if dingen == 1:
        assert is_verslag(woorden) is genoeg


def test_place_and_evidence_of_a_policy_are_asked_in_more_than_a_word() -> None:
    assert check_eerder_openbaar("Schoolgids 2025, bladzijde 12.") == ""
    assert check_eerder_openbaar("Schoolgids") == (
        "Schrijf op welke plek iedereen het beleid toen kon lezen, en waaraan dat te zien is, bijvoorbeeld: in de "
        "schoolgids van 2025, bladzijde 12. De ouders lezen dit in de brief, en moeten het kunnen nakijken."
    )
