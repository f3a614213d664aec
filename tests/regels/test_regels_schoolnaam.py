"""A school's name is known in the ways in which schools write it, and another school's is not taken for it."""

import pytest

from passend.regels.schoolnaam import (
    is_andere_naam,
    is_andere_postcode,
    is_andere_soort,
    is_zelfde_in_plaats,
    is_zelfde_school,
    naam_van_school,
    noemt_sbo,
    splits_plaats,
)


@pytest.mark.parametrize(
    ("gelezen", "eigen"),
    [
        ("Basisschool Het Duinpad", "Het Duinpad"),
        ("OBS 't Duinpad", "Basisschool Het Duinpad"),
        ("DUINPAD", "Het Duinpad"),
        ("Het Duin-pad", "Het Duinpad"),
        ("Het Duinpat", "Het Duinpad"),
        ("Openbare basisschool Het Duinpad te Den Haag", "Het Duinpad"),
        ("Crèche en school Élan", "Elan"),
        ("Het Duinpat", "Duin Pad"),
        ("De Linde", "De Lindt"),  # one letter in five
        ("Wind en Zon", "Zon en Wind"),
        ("", "Het Duinpad"),
        ("Het Duinpad", ""),
        ("Basisschool", "Het Duinpad"),
        ("De School", "De School"),
    ],
)
def test_own_name_is_known_however_it_is_written(gelezen: str, eigen: str) -> None:
    assert not is_andere_naam(gelezen, eigen)


@pytest.mark.parametrize(
    ("gelezen", "eigen"),
    [
        ("'t Palet", "Basisschool Het Duinpad"),
        ("Basisschool De Wilgenboom", "Basisschool De Kiem"),
        ("OBS De Regenboog", "OBS De Zonnebloem"),
        ("De Eik", "De Els"),
        ("Zon en Wind", "Zon en Regen"),
    ],
)
def test_name_of_another_school_is_told_apart(gelezen: str, eigen: str) -> None:
    assert is_andere_naam(gelezen, eigen)


@pytest.mark.parametrize(
    ("gelezen", "naam"),
    [
        ("OBS  De\nWilgenboom ", "OBS De Wilgenboom"),
        ("Wilgenboom", "Wilgenboom"),
        ("Het Kompas", "Basisschool De Wilgenboom"),
        ("De school", "Basisschool De Wilgenboom"),
        ("", "Basisschool De Wilgenboom"),
    ],
    ids=["own name in full", "shorter", "name of another school", "says nothing", "no name"],
)
def test_profile_names_its_school_only_when_it_is_that_school(gelezen: str, naam: str) -> None:
    assert naam_van_school(gelezen, "Basisschool De Wilgenboom") == naam


@pytest.mark.parametrize(
    ("gelezen", "eigen", "verwacht"),
    [
        ("Zeeweg 1, 2555 AB Den Haag", "2555 AB", False),
        ("Zeeweg 1, 2555AB / postbus 9, 2500 CC", "2500 cc", False),
        ("Zeeweg 1, 2555 AB Den Haag", "5011 XY", True),
        ("Zeeweg 1", "5011 XY", False),
        ("Zeeweg 1, 2555 AB", "", False),
        ("Postbus 12, 2500 AA Zeestad", "5011 XY", False),
    ],
)
def test_postcode_tells_schools_apart_only_when_both_are_known(gelezen: str, eigen: str, *, verwacht: bool) -> None:
    assert is_andere_postcode(gelezen, eigen) is verwacht


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("OBS De Wilgenboom", True),
        (" basisschool de wilgenboom ", True),
        ("De Wilgenboom, Den Haag", True),
        ("De Wilgenboom (den haag)", True),
        ("99aa00", True),
        ("De Wilgenboom, Zeestad", False),
        ("De Wilgenboom Zuid, Den Haag", False),
        ("De Wilg", False),
        ("De Els, Den Haag", False),
        ("Den Haag", False),
        ("De School", False),
        ("", False),
    ],
)
def test_school_is_its_own_by_any_of_its_names_and_at_no_other_place(naam: str, *, verwacht: bool) -> None:
    assert is_zelfde_school(naam, eigen=["OBS De Wilgenboom", "99AA00"], plaats="Den Haag") is verwacht


def test_school_without_a_name_of_its_own_is_never_meant() -> None:
    assert not is_zelfde_school("De School, Den Haag", eigen=["De School"], plaats="Den Haag")


@pytest.mark.parametrize(
    ("school", "verwacht"),
    [
        ("De Wilgenboom, den haag", True),
        ("OBS De Wilgenboom Den Haag, DEN HAAG", True),
        ("De Wilgenboom, Zeestad", False),
        ("De Wilgenboom Den Haag", False),
        ("De Wilgenboom Zuid, Den Haag", False),
        ("De Wilgenboom", False),
        (", Den Haag", False),
        ("", False),
    ],
)
def test_typed_school_is_another_one_we_know_only_by_its_name_and_its_place(school: str, *, verwacht: bool) -> None:
    assert is_zelfde_in_plaats(school, eigen=["De Wilgenboom", "99AA00"], plaats="Den Haag") is verwacht


def test_place_that_is_only_a_common_word_is_told_apart_all_the_same() -> None:
    assert is_zelfde_in_plaats("De Wilgenboom, een", eigen=["De Wilgenboom"], plaats="Een")
    assert not is_zelfde_in_plaats("De Wilgenboom, Den", eigen=["De Wilgenboom"], plaats="Een")


def test_kind_in_a_name_tells_two_schools_apart_from_either_side() -> None:
    assert is_andere_soort("SBO De Wilg", "Basisschool De Wilg")
    assert is_andere_soort("RKBS De Wilg", "Openbare school De Wilg")
    assert not is_andere_soort("De Wilg", "De Wilg")


@pytest.mark.parametrize("kind", ["SBO De Wilg", "Basisschool De Wilg", "RKBS De Wilg", "Openbare school De Wilg"])
def test_name_that_says_no_kind_can_be_a_school_of_any(kind: str) -> None:
    assert not is_andere_soort("De Wilg", kind)
    assert not is_andere_soort(kind, "De Wilg")


def test_place_stands_behind_the_last_comma_and_only_where_a_name_stands_before_it() -> None:
    assert splits_plaats(" De Wilgenboom, locatie Zuid , Zeestad ") == ("De Wilgenboom, locatie Zuid", "Zeestad")
    assert splits_plaats("De Wilgenboom ") == ("De Wilgenboom", "")
    assert splits_plaats(" , Zeestad") == (", Zeestad", "")


def test_special_school_is_known_by_a_word_of_its_own() -> None:
    assert noemt_sbo("De Zandkorrel (SBO)")
    assert not noemt_sbo("De Sbolt")
