"""By which word of a surname somebody is found in a list."""

import pytest

from passend.regels.namen import sorteernaam


@pytest.mark.parametrize(
    ("achternaam", "gezocht"),
    [
        ("Wilg", "wilg"),
        ("van der Schelp", "schelp van der"),
        ("de Wit Duinmans", "wit duinmans de"),
        ("'t Hof", "hof 't"),
        ("Özgür-de Wit", "ozgur-de wit"),
        ("van der wilg", "van der wilg"),
        ("dE wit", "de wit"),
        ("", ""),
    ],
)
def test_surname_stands_in_a_list_by_its_first_word_with_a_capital(achternaam: str, gezocht: str) -> None:
    assert sorteernaam(achternaam) == gezocht
