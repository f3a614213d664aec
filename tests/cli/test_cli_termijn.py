"""`passend termijn`: dates with their articles, on the command line."""

import json

import pytest

from passend.cli.__main__ import main

BEKOSTIGING = ["termijn", "bewaren", "--klasse", "bekostiging", "--begin", "2026-07-31", "--peildatum", "2026-11-25"]


def test_dates_come_as_json_with_their_article(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*BEKOSTIGING, "--json"]) == 0

    datums = json.loads(capsys.readouterr().out)
    assert [(datum["datum"], datum["wat"], datum["stand"]) for datum in datums] == [
        ("2031-07-31", "bewaren_tot", "bewaren"),
        ("2031-09-25", "vernietigen_uiterlijk_op", "bewaren"),
    ]
    assert {datum["grondslag"] for datum in datums} == {
        "Besluit bekostiging WPO 2022 artikel 11 lid 1 onder b en c en 12"
    }


def test_dates_come_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*BEKOSTIGING, "--aangehouden"]) == 0

    woorden = capsys.readouterr().out
    assert "bewaren tot 31-07-2031 en weg uiterlijk op 25-09-2031" in woorden
    assert "Nu niet vernietigen" in woorden
    assert "aangehouden; Besluit bekostiging" in woorden


def test_day_before_the_first_rule_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*BEKOSTIGING[:-1], "2020-01-01"]) == 1

    assert "Kies een dag vanaf 01-08-2026." in capsys.readouterr().err


@pytest.mark.parametrize(
    "opties",
    [["--klasse", "alles", "--begin", "2026-07-31"], ["--klasse", "begeleiding", "--begin", "31 juli"]],
)
def test_what_is_not_understood_is_told_in_one_sentence(opties: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as einde:
        main(["termijn", "bewaren", *opties])

    assert einde.value.code == 2
    assert "dit begrijp ik niet" in capsys.readouterr().err


def test_days_of_a_plan_come_as_json_with_their_article(capsys: pytest.CaptureFixture[str]) -> None:
    opdracht = ["termijn", "opp", "--ingeschreven", "2026-09-14", "--vastgesteld", "2026-10-20", "--json"]

    assert main(opdracht) == 0
    assert [
        (een["datum"], een["wat"], een["grondslag"], een["is_beleid"]) for een in json.loads(capsys.readouterr().out)
    ] == [
        ("2026-10-26", "opp_vaststellen", "WPO artikel 40a lid 3", False),
        ("2027-07-31", "opp_evalueren", "WPO artikel 40a lid 4", False),
        ("2027-10-20", "opp_evalueren_regio", "werkwijze van het samenwerkingsverband", True),
    ]


@pytest.mark.parametrize(
    ("optie", "woorden"),
    [
        ("--definitief", "nadat de tijdelijke plaatsing definitief werd: uiterlijk op 26-10-2026"),
        ("--extra-ondersteuning", "na het begin van de extra ondersteuning: uiterlijk op 26-10-2026"),
    ],
)
def test_day_of_a_plan_comes_in_words(optie: str, woorden: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["termijn", "opp", optie, "2026-09-14"]) == 0

    assert woorden in capsys.readouterr().out


def test_plan_of_before_there_were_any_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["termijn", "opp", "--ingeschreven", "2014-07-31"]) == 1

    assert "Kies een dag vanaf 01-08-2014." in capsys.readouterr().err
