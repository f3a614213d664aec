"""Whose advice is enough for a toelaatbaarheidsverklaring, and how long it holds."""

from datetime import date

import pytest

from passend.begrippen.tlv import Deskundigheid, Schoolsoort
from passend.regels.tlv import (
    Deskundigenadvies,
    check_deskundigen,
    check_tlv,
    tlv_bezwaar_uiterlijk_op,
    tlv_doorsturen_uiterlijk_op,
    tlv_geldig_tot_en_met,
    tlv_vervolg_vanaf,
)

OP = date(2026, 11, 10)
EERSTE, TWEEDE = ["eerste_deskundige"], ["tweede_deskundige"]


def _advies(naam: str, deskundigheid: str, op: date = OP) -> Deskundigenadvies:
    return Deskundigenadvies(naam=naam, deskundigheid=Deskundigheid(deskundigheid), op=op)


@pytest.mark.parametrize("eerste", ["orthopedagoog", "psycholoog"])
@pytest.mark.parametrize(
    "tweede", ["kinderpsycholoog", "pedagoog", "kinderpsychiater", "maatschappelijk_werker", "arts"]
)
def test_one_of_each_list_is_enough(eerste: str, tweede: str) -> None:
    assert check_deskundigen([_advies("Kim", eerste), _advies("Sam", tweede)], op=OP) == ()


@pytest.mark.parametrize(
    ("adviezen", "codes"),
    [
        ([], EERSTE),
        ([_advies("Kim", "arts"), _advies("Sam", "pedagoog")], EERSTE),
        ([_advies("Kim", "orthopedagoog")], TWEEDE),
        ([_advies("Kim", "orthopedagoog"), _advies("Sam", "psycholoog")], TWEEDE),
        ([_advies("Kim", "orthopedagoog"), _advies("Kim", "pedagoog")], TWEEDE),
        ([_advies("Kim", "orthopedagoog"), _advies("Sam", "arts", date(2026, 11, 11))], TWEEDE),
        ([_advies("Kim", "orthopedagoog", date(2026, 11, 11)), _advies("Sam", "arts")], EERSTE),
        ([_advies("Kim", "orthopedagoog"), _advies("Kim", "pedagoog"), _advies("Sam", "psycholoog")], []),
    ],
)
def test_two_people_of_two_professions_advise_before_the_decision(
    adviezen: list[Deskundigenadvies], codes: list[str]
) -> None:
    bezwaren = check_deskundigen(adviezen, op=OP)

    assert [een.code for een in bezwaren] == codes
    assert {str(een.vindplaats) for een in bezwaren} <= {"Inrichtingsbesluit WPO artikel 3.2"}


def test_sentences_name_the_professions() -> None:
    eerste, tweede = (check_deskundigen(adviezen, op=OP)[0] for adviezen in ([], [_advies("Kim", "psycholoog")]))

    assert eerste.zin == "Er is nog geen advies van een orthopedagoog of een psycholoog. Vraag dat."
    assert tweede.zin == (
        "Er is nog geen advies van een tweede deskundige: een kinderpsycholoog, pedagoog, kinderpsychiater, "
        "maatschappelijk werker of arts. Vraag dat aan iemand anders dan de eerste."
    )


@pytest.mark.parametrize(
    ("gegeven", "jaren", "tot_en_met"),
    [
        (date(2026, 7, 31), 1, date(2027, 7, 31)),
        (date(2026, 8, 1), 1, date(2027, 7, 31)),
        (date(2026, 8, 2), 1, date(2028, 7, 31)),
        (date(2026, 11, 10), 2, date(2029, 7, 31)),
        (date(2027, 2, 28), 3, date(2030, 7, 31)),
    ],
)
def test_rest_of_the_year_and_whole_years(gegeven: date, jaren: int, tot_en_met: date) -> None:
    termijn = tlv_geldig_tot_en_met(gegeven, schooljaren=jaren)

    assert (termijn.wat, termijn.dag, str(termijn.vindplaats)) == (
        "tlv_geldig_tot_en_met",
        tot_en_met,
        "WPO artikel 40 lid 13",
    )
    assert termijn.uitleg == f"De verklaring geldt vanaf {gegeven:%d-%m-%Y} en tot en met {tot_en_met:%d-%m-%Y}."


def test_other_special_education_has_its_own_law() -> None:
    geldig = tlv_geldig_tot_en_met(OP, schooljaren=1, soort=Schoolsoort.SO)
    vervolg = tlv_vervolg_vanaf(geldig.dag, soort=Schoolsoort.SO)

    assert [str(een.vindplaats) for een in (geldig, vervolg)] == ["WEC artikel 40 lid 15"] * 2


def test_every_other_date_tells_who_does_what() -> None:
    termijnen = [
        tlv_vervolg_vanaf(date(2029, 7, 31)),
        tlv_bezwaar_uiterlijk_op(OP),
        tlv_doorsturen_uiterlijk_op(date(2026, 12, 22)),
    ]

    assert [(een.wat, een.uitleg) for een in termijnen] == [
        (
            "tlv_vervolg",
            (
                "Vanaf 01-08-2028 loopt het laatste schooljaar. De school zorgt dat het kind terug kan naar een gewone "
                "school, of dat er een nieuwe verklaring is."
            ),
        ),
        (
            "tlv_bezwaar",
            "Niet eens met dit besluit? Schrijf dat uiterlijk op 22-12-2026 aan het samenwerkingsverband.",
        ),
        (
            "tlv_doorsturen",
            "Het samenwerkingsverband stuurt het bezwaar uiterlijk op 05-01-2027 door naar de commissie.",
        ),
    ]


@pytest.mark.parametrize(
    ("tot", "mag"),
    [
        (date(2027, 7, 31), False),
        (date(2028, 7, 30), False),
        (date(2028, 7, 31), True),
        (date(2028, 8, 1), False),
        (date(2030, 7, 31), True),
    ],
)
def test_verklaring_holds_for_whole_school_years(tot: date, *, mag: bool) -> None:
    zin = "Een verklaring geldt altijd tot en met 31 juli, en deze minstens tot en met 31-07-2028."

    assert check_tlv(date(2026, 11, 10), tot) == ("" if mag else zin)
