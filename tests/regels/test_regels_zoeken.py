"""A name is found by the beginning of each of its words, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passend.regels.zoeken import na_alles_met, zoekwoorden

KLEIN = "abcdefghijklmnopqrstuvwxyz0123456789"


@pytest.mark.parametrize(
    ("naam", "woorden"),
    [
        ("Fenna de Wit", ("fenna", "de", "wit")),
        ("  ZOË   ", ("zoe",)),
        ("van 't Hof-Özdemir", ("van", "t", "hof", "ozdemir")),
        ("Jørgen Łukasz Weiß", ("jorgen", "lukasz", "weiss")),
        ("Jan Jan", ("jan",)),
        ("% _ '", ()),
        ("", ()),
    ],
)
def test_words_of_a_name_are_small_letters_without_marks(naam: str, woorden: tuple[str, ...]) -> None:
    assert zoekwoorden(naam) == woorden


def test_endless_search_ends() -> None:
    assert len(zoekwoorden(" ".join(map(str, range(5000))))) == 12
    assert [len(woord) for woord in zoekwoorden("x" * 5000)] == [120]


@pytest.mark.parametrize(
    ("begin", "einde"),
    [
        ("fen", "feo"),
        ("fez", "ff"),
        ("zz", None),
        ("z", None),
        ("azz", "b"),
        ("2", "3"),
        ("9", "a"),
        ("groep9", "groepa"),
    ],
)
def test_range_ends_at_the_next_letter_and_letters_come_after_numbers(begin: str, einde: str | None) -> None:
    assert na_alles_met(begin) == einde


@given(begin=st.text(KLEIN, min_size=1, max_size=6), woord=st.text(KLEIN, max_size=8))
def test_range_holds_what_begins_with_it_and_nothing_else(begin: str, woord: str) -> None:
    einde = na_alles_met(begin)

    for proef in (woord, begin + woord):
        is_erin = proef >= begin and (einde is None or proef < einde)
        assert is_erin == proef.startswith(begin)
