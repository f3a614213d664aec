"""By which word of a surname somebody is found in a list, and whose name stands before what was said."""

import pytest

from passend.regels.namen import sorteernaam, wie_zei_wat, zonder_spreker


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


SANNE, JOOST = "Sanne Duinmans", "Joost Kwast"
GESPREK = f"{SANNE}: Wel onderzoek.\n\n{JOOST}: Geen onderzoek."


@pytest.mark.parametrize(
    ("sanne", "joost", "samen"),
    [
        ("Wel onderzoek.", "Geen onderzoek.", GESPREK),
        (f"{SANNE}: Wel onderzoek.", f"{JOOST} : Geen onderzoek.", GESPREK),
        ("Sanne: Wel onderzoek.", "Joost: Geen onderzoek.", GESPREK),
        (GESPREK, GESPREK, GESPREK),
        (GESPREK, "Geen onderzoek.", GESPREK),
        ("Wel onderzoek.", GESPREK, GESPREK),
        (GESPREK, f"{GESPREK}\n\nHij blijft erbij.", f"{GESPREK}\n\n{JOOST}: Hij blijft erbij."),
        ("Wel onderzoek.", f"{SANNE}: Wel onderzoek.\n\nJoost: Geen onderzoek.", GESPREK),
        ("Ja.", "Ja.", f"{SANNE}: Ja.\n\n{JOOST}: Ja."),
        ("Ja.\n\nEn snel.", "", f"{SANNE}: Ja.\n\nEn snel."),
        ("Ja.\n\nEn snel.", "Nee.\n\nEn snel.", f"{SANNE}: Ja.\n\nEn snel.\n\n{JOOST}: Nee.\n\nEn snel."),
        ("Joost wil het niet.", "", f"{SANNE}: Joost wil het niet."),
        ("", f"{JOOST}:", ""),
        ("", "", ""),
    ],
)
def test_name_stands_once_before_what_somebody_said(sanne: str, joost: str, samen: str) -> None:
    assert wie_zei_wat([(SANNE, sanne), (JOOST, joost)]) == samen


def test_what_parents_said_together_has_no_name_before_it() -> None:
    assert wie_zei_wat([("", "Wij willen rust.")]) == "Wij willen rust."
    assert zonder_spreker("Wij: rust.", "") == "Wij: rust."
    assert zonder_spreker("Sanne: rust.", "Sanne van Duinmans") == "rust."
