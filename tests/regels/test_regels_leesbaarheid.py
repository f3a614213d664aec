"""How easily a text for parents reads: a hint about sentences and words, never a verdict."""

import pytest

from passend.regels.leesbaarheid import Leesbaarheid, leesbaarheid

MAKKELIJK = "Pip gaat beter lezen.\n\nZo helpen we:\n- Elke dag een kwartier met een maatje.\n- Thuis leest u voor."
VIJFTIEN = "Pip leest elke dag een kwartier met een maatje in de hoek van de klas."
ZESTIEN = "Pip leest elke dag een kwartier met een maatje in de hoek van de eigen klas."


@pytest.mark.parametrize("tekst", ["", "  \n ", MAKKELIJK, VIJFTIEN, "Kijk 's middags naar de tv. Of bel 06-12345678."])
def test_short_sentences_with_everyday_words_read_easily(tekst: str) -> None:
    assert leesbaarheid(tekst) == Leesbaarheid()
    assert leesbaarheid(tekst).is_makkelijk


def test_sentence_of_more_than_fifteen_words_is_shown() -> None:
    assert leesbaarheid(f"{VIJFTIEN} {ZESTIEN} Klaar.") == Leesbaarheid(lange_zinnen=(ZESTIEN,))


def test_line_is_a_sentence_of_its_own() -> None:
    regels = "\n".join(f"- {woord} lezen met een maatje" for woord in ("elke", "hele", "korte", "lange"))

    assert leesbaarheid(regels).is_makkelijk


def test_number_with_points_does_not_end_a_sentence_and_a_question_does() -> None:
    assert leesbaarheid(ZESTIEN.replace("eigen", "1.000")).lange_zinnen == ()
    assert leesbaarheid(ZESTIEN.replace("een maatje", "wie? Met een maatje")).is_makkelijk


def test_long_words_and_abbreviations_are_named_once() -> None:
    tekst = "Het handelingsdeel is van de IB. Handelingsdeel en OPP staan in de map van de IB, op TV."

    lezing = leesbaarheid(tekst)

    assert ([woord.casefold() for woord in lezing.lange_woorden], lezing.afkortingen) == (
        ["handelingsdeel"],
        ("IB", "OPP"),
    )
    assert not lezing.is_makkelijk


@pytest.mark.parametrize("veld", ["lange_zinnen", "lange_woorden", "afkortingen"])
def test_one_thing_that_is_hard_to_read_is_enough(veld: str) -> None:
    assert not Leesbaarheid(**{veld: ("iets",)}).is_makkelijk
    assert Leesbaarheid().is_makkelijk


def test_abbreviation_has_two_to_five_capitals() -> None:
    assert leesbaarheid("A IB SWVXX GEMEEN").afkortingen == ("IB", "SWVXX")
