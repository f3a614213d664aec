"""Which test a name in a file means, as schools and makers write them; what is not recognised stays empty."""

from datetime import date

import pytest

from passend.regels.toetsherkenning import (
    Toetsduiding,
    duid_toets,
    gewoon_moment,
    herken_andere_maker,
    herken_instrument,
    herken_moment,
    herken_schema,
    herken_vak,
    schema_bij_vak,
)


@pytest.mark.parametrize(
    ("naam", "vakgebied", "duiding"),
    [
        (
            "Cito LVS Rekenen-Wiskunde 3.0 M5",
            "",
            Toetsduiding(instrument="cito_lvs", versie="3.0", vak="rekenen", moment="M5"),
        ),
        ("IEP LVS e6", "Taalverzorging", Toetsduiding(instrument="iep", vak="taalverzorging", moment="E6")),
        ("Cito Lezen M3", "Technisch lezen", Toetsduiding(instrument="cito_lvs", vak="technisch_lezen", moment="M3")),
        ("Zwemdiploma", "", Toetsduiding()),
    ],
)
def test_name_of_a_test_says_what_it_is(naam: str, vakgebied: str, duiding: Toetsduiding) -> None:
    assert duid_toets(naam, vakgebied) == duiding


@pytest.mark.parametrize(
    ("duiding", "heel"),
    [
        (Toetsduiding(instrument="iep", vak="rekenen"), True),
        (Toetsduiding(instrument="iep"), False),
        (Toetsduiding(vak="rekenen", versie="3.0", moment="M5"), False),
    ],
)
def test_result_can_be_kept_when_instrument_and_subject_are_known(duiding: Toetsduiding, *, heel: bool) -> None:
    assert duiding.is_heel is heel


@pytest.mark.parametrize(
    ("naam", "vak"),
    [
        ("Begrijpend lezen 3.0", "begrijpend_lezen"),
        ("Begr.lezen", "begrijpend_lezen"),
        ("Begr. lezen", "begrijpend_lezen"),
        ("DMT", "technisch_lezen"),
        ("Technisch lezen", "technisch_lezen"),
        ("Rekenen/Wiskunde", "rekenen"),
        ("Wereldoriëntatie", "wereldorientatie"),
        ("Dmtx", ""),
        ("Gym", ""),
        ("", ""),
    ],
)
def test_subject_is_known_by_the_longest_of_its_whole_words(naam: str, vak: str) -> None:
    assert herken_vak(naam) == vak


@pytest.mark.parametrize(
    ("naam", "instrument"),
    [
        ("IEP LVS Rekenen", "iep"),
        ("cito_lvs", "cito_lvs"),
        ("Cito Rekenen M5", "cito_lvs"),
        ("Cito Leerling in beeld 3", "cito_lib"),
        ("LEERLING-IN-BEELD", "cito_lib"),
        ("Toets van Bureau ICE", "iep"),
        ("Citoets", ""),
        ("AVI", ""),
    ],
)
def test_instrument_is_known_by_the_longest_of_its_names(naam: str, instrument: str) -> None:
    assert herken_instrument(naam) == instrument


@pytest.mark.parametrize(
    ("naam", "moment"),
    [("Spelling e4", "E4"), ("M 8 Rekenen", "M8"), ("b3", "B3"), ("M2", ""), ("M9", ""), ("XM5", ""), ("Spelling", "")],
)
def test_moment_is_beginning_middle_or_end_of_group_three_to_eight(naam: str, moment: str) -> None:
    assert herken_moment(naam) == moment


def test_moment_that_is_usual_follows_the_school_year() -> None:
    momenten = {maand: gewoon_moment("5", date(2026, maand, 15))[0] for maand in range(1, 13)}

    assert "".join(momenten.values()) == "MMMEEEEBBBMM"


@pytest.mark.parametrize(
    ("groep", "moment"), [("5", "M5"), ("5a", "M5"), ("3", "M3"), ("8", "M8"), ("2", ""), ("Zon", ""), ("", "")]
)
def test_usual_moment_is_of_the_year_that_a_group_begins_with(groep: str, moment: str) -> None:
    assert gewoon_moment(groep, date(2026, 1, 20)) == moment


@pytest.mark.parametrize(
    ("niveaus", "instrument", "vak", "schema"),
    [
        ({"II", "V"}, "", "", "cito_romeins"),
        ({"I", "II", "III", "IV", "V"}, "", "", "cito_romeins"),
        ({"I+", "III"}, "", "", "cito_romeins_plus"),
        ({"A", "D"}, "", "", "cito_letters"),
        ({"A", "D"}, "cito_lvs", "rekenen", "cito_letters"),
        ({"1F"}, "", "", "iep_taal"),
        ({"1F"}, "iep", "taalverzorging", "iep_taal"),
        ({"1F"}, "iep", "rekenen", "iep_rekenen"),
        ({"2F"}, "iep", "rekenen", "iep_rekenen"),
        ({"1S"}, "", "", "iep_rekenen"),
        ({"A"}, "iep", "", ""),
        ({"A", "II"}, "", "", ""),
        (set(), "", "rekenen", ""),
    ],
)
def test_scheme_is_the_first_that_has_every_band(niveaus: set[str], instrument: str, vak: str, schema: str) -> None:
    assert herken_schema(niveaus, instrument=instrument, vak=vak) == schema


@pytest.mark.parametrize(
    ("instrument", "vak", "schema"),
    [
        ("iep", "rekenen", "iep_rekenen"),
        ("iep", "begrijpend_lezen", "iep_taal"),
        ("iep", "", ""),
        ("cito_lvs", "rekenen", ""),
        ("toetsomaat", "rekenen", ""),
        ("", "", ""),
    ],
)
def test_scheme_follows_from_the_subject_of_a_maker_that_has_one_for_each(
    instrument: str, vak: str, schema: str
) -> None:
    assert schema_bij_vak(instrument, vak) == schema


@pytest.mark.parametrize(
    ("naam", "maker"),
    [
        ("SCOL leerlinglijst", "SCOL"),
        ("Vragenlijst zien!", "ZIEN"),
        ("Toets route-8 (M8)", "Route 8"),
        ("Diataal", "Diataal"),
        ("Scolair", ""),
        ("Spelling M5", ""),
        ("", ""),
    ],
)
def test_maker_that_is_not_read_is_known_by_a_whole_word(naam: str, maker: str) -> None:
    assert herken_andere_maker(naam) == maker
