"""Nine digits that can be a burgerservicenummer, and everything that cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passend.regels.burgerservicenummer import heeft_burgerservicenummer, is_burgerservicenummer

CIJFERS = st.text("0123456789", min_size=9, max_size=9)
GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2)


def _rest(acht: str) -> int:
    return sum(gewicht * int(cijfer) for gewicht, cijfer in zip(GEWICHTEN, acht, strict=True)) % 11


ACHT = st.text("0123456789", min_size=8, max_size=8).filter(lambda acht: _rest(acht) < 10 and int(acht) > 0)
NUMMERS = ACHT.map(lambda acht: f"{acht}{_rest(acht)}")


@pytest.mark.parametrize("nummer", ["999999990", "123456782", "111222333", "000000012"])
def test_number_that_passes_the_test_of_eleven_can_be_one(nummer: str) -> None:
    assert is_burgerservicenummer(nummer) is True


@pytest.mark.parametrize(
    "nummer",
    [
        "999999991",
        "123456789",
        "000000000",
        "",
        "12345678",
        "0123456782",
        "1234567820",
        "12345678a",
        "123 456 782",
        "123456782\n",
        " 123456782",
        "1234.56.782",
        "-23456782",
        "٩٩٩٩٩٩٩٩٠",
        "９９９９９９９９０",
    ],
)
def test_anything_else_cannot(nummer: str) -> None:
    assert is_burgerservicenummer(nummer) is False


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Het nummer is 999999990.", True),
        ("Het nummer is 9999.99.990.", True),
        ("123 456 782", True),
        ("BSN 9-9-9-9-9-9-9-9-0, van Noa", True),
        ("Groep 5 999999990", True),
        ("Het nummer is 999999991, of anders 1234.56.782.", True),
        ("999999991", False),
        ("9999999900", False),
        ("999/999/990", False),
        ("99  9999990", False),
        ("Bel 06-12345678 na 1-8-2026.", False),
        ("Noa leest op niveau M5.", False),
        ("", False),
    ],
)
def test_number_is_found_in_a_text_however_it_is_cut_up(tekst: str, *, verwacht: bool) -> None:
    assert heeft_burgerservicenummer(tekst) is verwacht


@given(NUMMERS)
def test_number_that_was_reckoned_to_fit_can_be_one(nummer: str) -> None:
    assert is_burgerservicenummer(nummer) is True


@given(CIJFERS)
def test_at_most_one_last_digit_fits_the_eight_before_it(nummer: str) -> None:
    passend = [cijfer for cijfer in "0123456789" if is_burgerservicenummer(nummer[:8] + cijfer)]

    assert len(passend) <= 1


@given(NUMMERS, st.integers(0, 8), st.integers(1, 9))
def test_one_digit_that_was_typed_wrong_is_always_found(nummer: str, plek: int, verschil: int) -> None:
    anders = nummer[:plek] + str((int(nummer[plek]) + verschil) % 10) + nummer[plek + 1 :]

    assert is_burgerservicenummer(anders) is False


@given(NUMMERS, st.integers(0, 7))
def test_two_neighbours_that_changed_places_are_found(nummer: str, plek: int) -> None:
    anders = nummer[:plek] + nummer[plek + 1] + nummer[plek] + nummer[plek + 2 :]

    assert is_burgerservicenummer(anders) is (anders == nummer)


@given(st.text(max_size=12))
def test_no_text_at_all_makes_it_fall_over(tekst: str) -> None:
    assert is_burgerservicenummer(tekst) in {True, False}
