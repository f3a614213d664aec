"""A file of another site, a school day that just can be, and an age that is looked at again."""

from datetime import date
from typing import Any

import pytest

from passend.begrippen.opgave import Leerlingopgave
from passend.regels.opgavecontrole import (
    bezwaar_vestiging,
    check_opgave,
    is_andere_vestiging,
    melding_vestiging,
    twijfel_leeftijd,
)

NU = date(2026, 10, 12)
PIP = Leerlingopgave(2, "L1", "Pip", "Wilg", date(2018, 3, 14), ingeschreven_op=date(2024, 8, 1), groep="5")


@pytest.mark.parametrize(
    ("van_bestand", "code", "melding"),
    [
        (
            "99AA01",
            "99AA00",
            (
                "Dit bestand noemt vestiging 01, en deze vestiging heeft nummer 00. Kijk na of het bestand van deze "
                "school is."
            ),
        ),
        (
            "99aa10",
            "99AA00",
            (
                "Dit bestand noemt vestiging 10, en deze vestiging heeft nummer 00. Kijk na of het bestand van deze "
                "school is."
            ),
        ),
        ("99AA01", "99AA01", ""),
        ("99AA", "99AA01", ""),
        ("", "99AA01", ""),
    ],
)
def test_file_with_the_number_of_another_site_is_to_be_looked_at(van_bestand: str, code: str, melding: str) -> None:
    assert is_andere_vestiging(van_bestand, code=code) is bool(melding)
    assert melding_vestiging(van_bestand, code=code) == melding


def test_file_of_another_site_that_is_here_too_is_refused_by_its_six_signs() -> None:
    assert bezwaar_vestiging("99aa01bc", code="99AA00") == (
        "Dit bestand is van vestiging 99AA01, en u leest in voor 99AA00. Kies het goede bestand, of lees het bij die "
        "vestiging in."
    )


@pytest.mark.parametrize(
    "dagen",
    [
        {"ingeschreven_op": date(2027, 10, 13)},
        {"ingeschreven_op": date(2018, 3, 14)},
        {"uitgeschreven_op": date(2024, 8, 1)},
        {"ingeschreven_op": None, "uitgeschreven_op": date(2018, 3, 14)},
    ],
    ids=["a year ahead", "on the day of birth", "one day of school", "one day of life"],
)
def test_school_days_that_just_can_be_are_taken(dagen: dict[str, Any]) -> None:
    assert check_opgave(PIP._replace(**dagen), peildatum=NU) is None


@pytest.mark.parametrize(
    ("geboren_op", "groep", "jaren"),
    [
        (date(2011, 10, 13), "Groep 8", None),
        (date(2011, 10, 12), "Groep 8", 15),
        (date(2011, 10, 12), None, None),
        (date(2005, 10, 13), "VSO 3", None),
        (date(2005, 10, 12), "VSO 3", 21),
        (date(2023, 10, 12), "1", None),
        (date(2023, 10, 13), "1", 2),
    ],
)
def test_age_is_asked_about_from_the_birthday_on(geboren_op: date, groep: str | None, jaren: int | None) -> None:
    zin = f"Deze leerling is {jaren} jaar. Klopt de geboortedatum?"

    assert twijfel_leeftijd(PIP._replace(geboren_op=geboren_op, groep=groep), peildatum=NU) == (zin if jaren else "")


def test_age_that_counts_is_that_of_the_first_day() -> None:
    straks = PIP._replace(geboren_op=date(2012, 1, 10), ingeschreven_op=date(2027, 8, 16), groep="Groep 8")

    assert twijfel_leeftijd(straks, peildatum=NU) == "Deze leerling is 15 jaar. Klopt de geboortedatum?"
    assert twijfel_leeftijd(straks._replace(ingeschreven_op=NU), peildatum=NU) == ""
