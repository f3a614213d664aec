"""How far a school is, from what an address says."""

import pytest

from passend.regels.afstand import afstand_km, gebied_in, load_middens


@pytest.mark.parametrize(
    ("tekst", "gebied"),
    [
        ("Rietkade 14, 9999 XA Voorbeeldstad", "9999"),
        ("9999xa", "9999"),
        ("Rietkade 1400", ""),
        ("Rietkade 1400 Voorbeeldstad", ""),
        ("0999 XA", ""),
        ("19999 XA", ""),
        ("", ""),
    ],
)
def test_area_is_the_digits_of_a_postcode_and_no_other_number(tekst: str, gebied: str) -> None:
    assert gebied_in(tekst) == gebied


@pytest.mark.parametrize(
    ("van", "naar", "km"),
    [
        ("1012", "3511", 35.0),  # the middle of Amsterdam and of Utrecht
        ("3511", "1012", 35.0),
        ("6211", "9712", 270.0),  # Maastricht and Groningen
        ("1012", "1012", 0.0),
        ("1012", "", None),
        ("0000", "1012", None),
    ],
)
def test_distance_is_that_of_the_map_and_unknown_where_an_area_is(van: str, naar: str, km: float | None) -> None:
    gemeten = afstand_km(van, naar)

    assert gemeten == (km if km is None else pytest.approx(km, rel=0.02))


def test_distance_is_told_in_tenths() -> None:
    assert [afstand_km("2526", "2512"), afstand_km("6211", "9712")] == [0.6, 270.5]


def test_every_area_lies_in_the_netherlands() -> None:
    buiten = {
        gebied: plek for gebied, plek in load_middens().items() if not (50.7 < plek[0] < 53.6 and 3.3 < plek[1] < 7.3)
    }

    assert buiten == {}
    assert len(load_middens()) == 4699
