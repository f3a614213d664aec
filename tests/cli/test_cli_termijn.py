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
    assert "aangehouden: " in woorden


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


TOELATING = ["termijn", "toelating", "--ontvangen", "2026-09-14"]


def test_dates_of_an_application_come_as_json_with_their_article(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*TOELATING, "--json"]) == 0

    datums = json.loads(capsys.readouterr().out)
    assert datums[0] == {
        "datum": "2026-10-26",
        "wat": "besluit",
        "grondslag": "WPO artikel 40 lid 6",
        "is_beleid": False,
        "is_voorlopig": False,
        "uitleg": "De school beslist zo snel mogelijk, en uiterlijk op 26-10-2026: 6 weken na ontvangst van de "
        "aanmelding. Vakanties tellen mee.",
    }
    assert [datum["wat"] for datum in datums] == ["besluit", "verlenging_hooguit", "tijdelijke_plaatsing"]


def test_dates_of_an_application_come_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*TOELATING, "--verlengd-tot", "2026-11-09", "--ingeschreven-elders"]) == 0

    assert capsys.readouterr().out == (
        "09-11-2026  De school heeft meer tijd nodig en heeft dat verteld. Zij beslist uiterlijk op 09-11-2026. (WPO "
        "artikel 40 lid 6)\n"
    )


@pytest.mark.parametrize("ontvangen", ["9999-12-30", "9999-12-31"])
def test_day_that_is_too_far_away_is_told(ontvangen: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["termijn", "toelating", "--ontvangen", ontvangen]) == 1

    assert "ligt te ver weg" in capsys.readouterr().err


@pytest.mark.parametrize(
    "opdracht",
    [
        ["toelating"],
        ["toelating", "--ontvangen", "14-09-2026"],
        ["toelating", "--ontvangen", "2026-09-14", "--onderbroken", "gisteren:vandaag"],
        ["toelating", "--ontvangen", "2026-09-14", "--onderbroken", ":2026-10-01"],
        ["toelating", "--ontvangen", "2026-09-14", "--besluit", "2026-10-19", "--soort", "misschien"],
        ["tlv", "--gegeven", "2026-11-10", "--schooljaren", "0"],
        ["tlv", "--gegeven", "2026-11-10", "--schooljaren", "twee"],
        ["tlv", "--gegeven", "2026-11-10", "--schooljaren", "13"],
        ["schooljaar", "--begin", "dit jaar"],
    ],
)
def test_other_terms_tell_what_they_do_not_understand(opdracht: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as einde:
        main(["termijn", *opdracht])

    assert einde.value.code == 2
    assert "dit begrijp ik niet" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("opdracht", "waarom"),
    [
        (["toelating", "--ontvangen", "2026-09-14", "--soort", "geweigerd"], "op welke dag het besluit viel"),
        (["tlv", "--gegeven", "2026-09-10", "--bezwaar", "2026-09-09"], "Het bezwaar komt na het besluit"),
        (["opp", "--ingeschreven", "2026-09-14", "--geevalueerd", "2026-10-01"], "zeg met --vastgesteld wanneer"),
        (
            ["opp", "--ingeschreven", "2026-09-14", "--vastgesteld", "2026-09-13"],
            "niet zijn vastgesteld voor 14-09-2026",
        ),
        (
            ["opp", "--definitief", "2026-09-14", "--vastgesteld", "2026-10-20", "--geevalueerd", "2026-10-19"],
            "voordat het op 20-10-2026 werd vastgesteld",
        ),
    ],
)
def test_day_that_lacks_or_cannot_be_is_told(
    opdracht: list[str], waarom: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["termijn", *opdracht]) == 1

    assert waarom in capsys.readouterr().err


def test_objection_that_came_too_late_is_told_and_still_gets_its_day_and_days_come_in_order(
    capsys: pytest.CaptureFixture[str],
) -> None:
    opdracht = ["termijn", "bezwaar", "--besluit", "2026-08-16", "--ontvangen", "2026-11-20"]

    assert main([*opdracht, "--peildatum", "2026-11-26"]) == 0
    uit = capsys.readouterr()
    assert "Bezwaar maken kon tot en met 27-09-2026." in uit.err
    assert [regel[:10] for regel in uit.out.splitlines()] == ["27-09-2026", "27-09-2026", "18-12-2026"]


@pytest.mark.parametrize(
    "opties", [["--ontvangen", "9999-12-30"], ["--ontvangen", "2026-09-14", "--besluit", "9000-01-01"]]
)
def test_day_to_come_is_pointed_at_only_when_there_is_an_answer(
    opties: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["termijn", "toelating", *opties]) == 1

    assert "U ziet wat er dan zou gelden" not in capsys.readouterr().err


def test_dates_come_in_order_as_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    opdracht = ["termijn", "bezwaar", "--besluit", "2026-10-19", "--ontvangen", "2026-11-20", "--json"]

    assert main([*opdracht, "--peildatum", "2026-11-26"]) == 0
    assert [een["datum"] for een in json.loads(capsys.readouterr().out)] == ["2026-11-30", "2026-11-30", "2026-12-18"]


def test_objection_to_a_verklaring_that_came_too_late_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    tlv = ["termijn", "tlv", "--gegeven", "2026-09-01"]

    assert main([*tlv, "--bezwaar", "2026-10-13"]) == 0
    assert "kon tot en met" not in capsys.readouterr().err
    assert main([*tlv, "--bezwaar", "2026-10-14"]) == 0
    assert "Let op: bezwaar maken kon tot en met 13-10-2026." in capsys.readouterr().err


def test_day_on_which_an_application_is_complete_may_lie_ahead(capsys: pytest.CaptureFixture[str]) -> None:
    opdracht = ["toelating", "--ontvangen", "9000-01-01", "--onderbroken", "9000-01-20:9000-01-30", "--json"]

    assert main(["termijn", *opdracht]) == 0
    besluit = next(een for een in json.loads(capsys.readouterr().out) if een["wat"] == "besluit")
    assert (besluit["datum"], besluit["is_voorlopig"]) == ("9000-02-22", False)
    assert besluit["uitleg"].endswith("zonder de dagen waarop de aanmelding niet compleet was.")
