"""A report goes to a school of which name and BRIN are one, never to the own school, and a file goes to no other."""

import pytest

from passend.regels.bestemming import BestemmingError, Scholen, check_adres, check_school, is_voor

SCHOLEN = Scholen(
    eigen="99AA00",
    namen={"99AA00": "OBS De Wilg", "99AC00": "Montessorischool De Kiem", "99AD00": "Het Duin", "99AD01": "Het Duin"},
)

GEEN_BRIN = (
    "Dit is geen BRIN. Een BRIN heeft twee cijfers en twee letters, zoals 99AA, en soms nog twee cijfers voor de "
    "vestiging. Weet u het niet, laat het dan leeg."
)
EIGEN_SCHOOL = "Dit is uw eigen school. Vul de school in waar de leerling naartoe gaat."


@pytest.mark.parametrize(
    ("naam", "brin", "code"),
    [
        ("De Kiem", "", "99AC00"),
        ("Basisschool de kiem", "99ac", "99AC"),
        ("Het Duin", "", ""),
        ("Het Duin", "99AD01", "99AD01"),
        ("Een school elders", "", ""),
        ("Een school elders", " 12ab00 ", "12AB00"),
    ],
)
def test_a_school_that_can_be_has_the_brin_that_was_filled_in_or_the_one_that_is_known(
    naam: str, brin: str, code: str
) -> None:
    assert check_school(naam, brin, SCHOLEN) == code


@pytest.mark.parametrize(
    ("naam", "brin", "zin"),
    [
        ("De Kiem", "zz", GEEN_BRIN),
        ("De Kiem", "99AC0", GEEN_BRIN),
        ("De Kiem", "99AD", "BRIN 99AD is van Het Duin. De naam die u invulde is anders. Kijk na welke school het is."),
        (
            "Een school elders",
            "99AC",
            "BRIN 99AC is van Montessorischool De Kiem. De naam die u invulde is anders. Kijk na welke school het is.",
        ),
        ("De Kiem", "12AB", "Deze school heeft BRIN 99AC00, en niet 12AB. Kijk na welke school het is."),
        ("De Wilg", "", EIGEN_SCHOOL),
        ("Een school elders", "99AA", EIGEN_SCHOOL),
    ],
)
def test_a_school_that_cannot_be_is_refused(naam: str, brin: str, zin: str) -> None:
    with pytest.raises(BestemmingError) as fout:
        check_school(naam, brin, SCHOLEN)

    assert str(fout.value) == zin


@pytest.mark.parametrize(
    ("nummer", "postcode", "geschreven"),
    [("14", "9999zz", "9999 ZZ"), ("14-2a", "", ""), ("", " 9999 ZZ ", "9999 ZZ"), (" ", " ", "")],
)
def test_an_address_has_a_number_and_a_postal_code_or_nothing(nummer: str, postcode: str, geschreven: str) -> None:
    assert check_adres(nummer, postcode) == geschreven


@pytest.mark.parametrize(
    ("nummer", "postcode", "zin"),
    [
        ("abc", "", "Een huisnummer begint met een cijfer, zoals 14 of 14a. Kijk het huisnummer na."),
        ("1", "99", "Een postcode heeft vier cijfers en twee letters, zoals 9999 ZZ. Kijk de postcode na."),
    ],
)
def test_an_address_that_cannot_be_is_refused(nummer: str, postcode: str, zin: str) -> None:
    with pytest.raises(BestemmingError) as fout:
        check_adres(nummer, postcode)

    assert str(fout.value) == zin


@pytest.mark.parametrize(
    ("naar_brin", "naar_school", "is_zo"),
    [
        ("99AC00", "De Kiem", True),
        ("99AC", "Iets", True),
        ("99AD00", "De Kiem", False),
        ("", "De Kiem", True),
        ("", "Het Duin", False),
    ],
)
def test_a_file_is_for_the_school_that_the_report_names(naar_brin: str, naar_school: str, is_zo: bool) -> None:  # noqa: FBT001
    assert is_voor(naar_brin, naar_school, brin="99AC00", school="Montessorischool De Kiem") is is_zo
