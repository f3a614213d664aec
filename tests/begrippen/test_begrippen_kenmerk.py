import pytest
from hypothesis import given
from hypothesis import strategies as st

from passend.begrippen.kenmerk import kenmerk, zinnen


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Dit is vast.", "dit  is\nvast"),
        ("Financiën basisondersteuning", "FINANCIEN  basis-ondersteuning!"),
        ("‘Aanhaling’", "'aanhaling'"),
    ],
)
def test_a_fingerprint_does_not_see_case_accents_white_space_and_punctuation(een: str, ander: str) -> None:
    assert kenmerk(een) == kenmerk(ander)


def test_other_words_have_another_fingerprint() -> None:
    assert kenmerk("De school mag weigeren.") != kenmerk("De school mag niet weigeren.")


def test_a_text_is_cut_into_sentences_wherever_its_lines_break() -> None:
    assert zinnen("Een zin.\nNog een\nzin! En dit: de rest") == ["Een zin.", "Nog een zin!", "En dit:", "de rest"]


@given(st.text())
def test_a_fingerprint_is_always_twelve_hexadecimal_digits(tekst: str) -> None:
    gevonden = kenmerk(tekst)

    assert len(gevonden) == 12
    assert int(gevonden, 16) >= 0


@given(st.text())
def test_no_word_is_lost_when_a_text_is_cut_into_sentences(tekst: str) -> None:
    assert " ".join(zinnen(tekst)).split() == tekst.split()
