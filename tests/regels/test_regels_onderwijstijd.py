"""What the points about less teaching time must say before a plan can be set."""

from datetime import date

import pytest

from passend.begrippen.opp import Oppaanleiding
from passend.regels.handelingsdeel import handelingsdeel, vergelijk_delen
from passend.regels.inschrijving import bezwaar_als_weg
from passend.regels.namen import namen_in
from passend.regels.onderwijstijd import GEEN_UREN, check_minder_uren
from passend.regels.opp import Oppfeiten, check_vaststelling, opp_uiterlijk_op, versie_uiterlijk_op

JA = {"onderwijstijd": "ja"}
BESTAAT_NIET = "bestaat niet. Kijk de periode na. Schrijf het zo: van 11-01-2027 tot en met 26-03-2027."
TWEE_DAGEN = "Schrijf bij de periode de eerste en de laatste dag op, zoals 11-01-2027 tot en met 26-03-2027."


@pytest.mark.parametrize("uren", ["2 uur per dag, 10 per week", "5,5 uur", "10"])
def test_hours_are_a_number(uren: str) -> None:
    assert check_minder_uren({**JA, "tijd_d": uren}) == {}


@pytest.mark.parametrize("uren", ["veel", "0 uur", "elke middag"])
def test_hours_without_a_number_are_sent_back(uren: str) -> None:
    assert check_minder_uren({**JA, "tijd_d": uren}) == {"tijd_d": GEEN_UREN}


@pytest.mark.parametrize(
    "periode",
    [
        "Van 11-01-2027 tot en met 26-03-2027",
        "11/1/2027 - 26.3.2027",
        "van 11 januari tot en met 26 maart 2027",
        "11 Januari 2027 tot 26 maart",
        "11-01-2027 tot en met 11-01-2027",
        "01-08-2026 tot en met 31-07-2027",
    ],
)
def test_period_within_a_school_year_is_read_as_people_write_it(periode: str) -> None:
    assert check_minder_uren({**JA, "tijd_e": periode}) == {}


@pytest.mark.parametrize(
    ("periode", "zin"),
    [
        ("31-02-2027 tot later", f"De dag '31-02-2027' {BESTAAT_NIET}"),
        ("van 11-01-2027 tot 31 april 2027", f"De dag '31 april 2027' {BESTAAT_NIET}"),
        ("tot later", TWEE_DAGEN),
        ("van 11 januari tot 26 maart", TWEE_DAGEN),
        ("vanaf 11-01-2027", TWEE_DAGEN),
        ("26-03-2027 tot 11-01-2027", "De laatste dag van de periode ligt voor de eerste. Kijk de dagen na."),
        ("11-01-2027 tot 01-08-2027", "De periode blijft binnen een schooljaar: uiterlijk tot en met 31-07-2027."),
        (
            "11-01-2027 tot 26-03-2027, en nog eens tot 01-08-2027",
            "De periode blijft binnen een schooljaar: uiterlijk tot en met 31-07-2027.",
        ),
    ],
)
def test_period_that_cannot_be_is_sent_back_with_what_is_wrong(periode: str, zin: str) -> None:
    assert check_minder_uren({**JA, "tijd_e": periode}) == {"tijd_e": zin}


def test_nothing_is_checked_of_a_child_that_misses_no_lessons_or_of_what_is_empty() -> None:
    onzin = {"tijd_d": "veel", "tijd_e": "later"}

    assert check_minder_uren(onzin) == {}
    assert check_minder_uren({**onzin, "onderwijstijd": "nee"}) == {}
    assert check_minder_uren({**JA, "tijd_d": " ", "tijd_e": ""}) == {}


def test_nonsense_of_hours_keeps_a_plan_from_being_set_and_names_its_article() -> None:
    feiten = Oppfeiten(inhoud={**JA, "tijd_d": "veel"})

    bezwaren = check_vaststelling(feiten, op=date(2026, 10, 5))

    gevonden = [(een.stap, str(een.vindplaats)) for een in bezwaren if een.zin == GEEN_UREN]
    assert gevonden == [("concept", "Beleidsregel afwijken onderwijstijd artikel 4 lid 4 onder d")]


def test_first_term_is_met_once_and_no_version_after_it_inherits_it() -> None:
    begin, waarom = date(2026, 9, 14), Oppaanleiding.INSCHRIJVING

    assert versie_uiterlijk_op(waarom, begin, is_eerder_vastgesteld=True) is None
    assert versie_uiterlijk_op(waarom, begin, is_eerder_vastgesteld=False) == opp_uiterlijk_op(waarom, begin)


def test_difference_between_versions_is_what_applies_and_says_something_else() -> None:
    was = {"doelen": "Lezen", "begeleiding": "Een uur", "onderwijstijd": "nee", "tijd_d": "2 uur", "werkt": "Rust"}
    wordt = {"doelen": "Lezen ", "onderwijstijd": "ja", "tijd_d": "2 uur", "werkt": "Rust en tijd"}

    anders = vergelijk_delen(was, wordt)

    assert [(een.deel.code, een.was, een.wordt) for een in anders] == [
        ("werkt", "Rust", "Rust en tijd"),
        ("begeleiding", "Een uur", ""),
        ("onderwijstijd", "", "ja"),
        ("tijd_d", "", "2 uur"),
    ]
    assert handelingsdeel(wordt) == {"doelen": "Lezen", "onderwijstijd": "ja", "tijd_d": "2 uur"}
    assert handelingsdeel(was) == {"doelen": "Lezen", "begeleiding": "Een uur"}


def test_last_day_at_school_is_still_a_day_at_school() -> None:
    laatste = date(2026, 7, 10)

    assert bezwaar_als_weg(None, laatste) == ""
    assert bezwaar_als_weg(laatste, laatste) == ""
    assert bezwaar_als_weg(laatste, date(2026, 7, 11)) == (
        "Deze leerling ging op 10-07-2026 van school. In dit dossier komt niets nieuws meer. "
        "Klopt dat niet? Maak dan in het dossier de uitschrijving ongedaan."
    )


def test_name_is_found_as_a_word_of_its_own_with_its_capital() -> None:
    namen = ["Pip", "Bo", "de Wit", " ", "An"]

    assert namen_in("Pip en Bo: te druk. Andere kinderen ook, zei de Wit.", namen) == ["Bo", "Pip", "de Wit"]
    assert namen_in("Wij willen een stille plek, zonder bo of pip.", namen) == []
