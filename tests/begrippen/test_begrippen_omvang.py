from decimal import Decimal

import pytest

from passend.begrippen.omvang import lees_omvang
from passend.begrippen.profielinhoud import Eenheid


@pytest.mark.parametrize(
    ("tekst", "standaard", "getal", "eenheid"),
    [
        ("1.0 FTE", None, "1.0", Eenheid.FTE),
        ("0,9 fte", Eenheid.UREN, "0.9", Eenheid.FTE),
        ("0,4wtf", None, "0.4", Eenheid.FTE),
        ("6 uur per week", None, "6", Eenheid.UREN),
        ("12u", None, "12", Eenheid.UREN),
        ("2 dagdelen", None, "2", Eenheid.DAGDELEN),
        ("een dagdeel: 1 dagdeel", None, "1", Eenheid.DAGDELEN),
        ("8", Eenheid.UREN, "8", Eenheid.UREN),
        ("45 minuten per week", Eenheid.UREN, "0.75", Eenheid.UREN),
        ("40 min.", Eenheid.UREN, "0.67", Eenheid.UREN),
        ("½ dag", Eenheid.UREN, "1", Eenheid.DAGDELEN),
        ("een halve dag", Eenheid.UREN, "1", Eenheid.DAGDELEN),
        ("1,5 dag", Eenheid.UREN, "3", Eenheid.DAGDELEN),
        ("10 dagen", Eenheid.UREN, "20", Eenheid.DAGDELEN),
        ("anderhalf uur", None, "1.5", Eenheid.UREN),
        ("1½ uur", None, "1.5", Eenheid.UREN),
        ("¼ fte", None, "0.25", Eenheid.FTE),
        ("groep 3: 6 uur", None, "6", Eenheid.UREN),
        ("een kwartier", None, "0.25", Eenheid.UREN),
        ("0,8 fte (ma-do)", None, "0.8", Eenheid.FTE),
    ],
)
def test_an_amount_is_read_with_the_unit_that_stands_beside_it(
    tekst: str, standaard: Eenheid | None, getal: str, eenheid: Eenheid
) -> None:
    omvang = lees_omvang(tekst, standaard=standaard).omvang

    assert omvang is not None
    assert (omvang.getal, omvang.eenheid) == (Decimal(getal), eenheid)


@pytest.mark.parametrize("tekst", ["-", "", "ja", "wekelijks", "8", "n.v.t.", "4-6 uur", "2 x 30 minuten"])
def test_words_without_number_or_unit_are_no_amount(tekst: str) -> None:
    assert lees_omvang(tekst).omvang is None


@pytest.mark.parametrize(
    "tekst", ["4-6 uur", "2 x 30 minuten", "twee keer een uur", "40 minuten", "4 uur of 2 dagdelen", "4 tot 6"]
)
def test_an_amount_that_can_be_read_in_two_ways_is_for_a_person(tekst: str) -> None:
    assert not lees_omvang(tekst, standaard=Eenheid.UREN).is_eenduidig


@pytest.mark.parametrize("tekst", ["6 uur per week", "45 minuten", "1,5 dag", "n.v.t.", "-", "0,8 fte (ma-do)", "12"])
def test_an_amount_that_can_be_read_in_one_way_is_certain(tekst: str) -> None:
    assert lees_omvang(tekst, standaard=Eenheid.UREN).is_eenduidig
