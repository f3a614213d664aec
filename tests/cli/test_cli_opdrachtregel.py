"""What the command line says by itself is Dutch, and tells where to look."""

import pytest

from passend.cli.__main__ import main

TOELATING = ["termijn", "toelating", "--ontvangen", "2026-09-14", "--peildatum", "2026-11-26"]


@pytest.mark.parametrize(
    ("opties", "zin"),
    [
        ([], "dit ontbreekt nog: OPDRACHT"),
        (["termijn", "tlv"], "dit ontbreekt nog: --gegeven"),
        (["termijn", "opp"], "een van deze ontbreekt nog: --ingeschreven --definitief --extra-ondersteuning"),
        (
            ["termijn", "opp", "--ingeschreven", "2026-11-02", "--definitief", "2026-11-03"],
            "--definitief gaat niet samen met --ingeschreven",
        ),
        (["termijn", "opp", "--ingeschreven"], "achter --ingeschreven hoort iets te staan"),
        (["termijn", "opp", "--ingeschreven", "2 november"], "--ingeschreven: '2 november' is geen dag; schrijf"),
        (["termijn", "opp", "--ingeschreven", "2026-11-02", "--json=ja"], "achter --json hoort niets te staan"),
        (["termijn", "tlv", "--gegeven", "2026-11-02", "--soort", "vmbo"], "'vmbo' kan niet bij --soort; kies uit"),
        (["termijn", "schooljaar", "--begin", "nu"], "'nu' kan niet bij --begin"),
        (["termijn", "toelating", "--ver", "2026-11-02"], "--ver kan van alles zijn: --verzocht, --verlengd-tot"),
        ([*TOELATING, "nog", "wat"], "dit ken ik niet: nog wat"),
    ],
)
def test_what_is_not_understood_is_told_in_dutch(
    opties: list[str], zin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as einde:
        main(opties)

    assert einde.value.code == 2
    assert f"dit begrijp ik niet ({zin}" in capsys.readouterr().err


def test_help_of_a_command_is_dutch_and_named_where_somebody_erred(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["termijn", "tlv"])
    assert "Met 'passend termijn tlv --help' ziet u wat er kan." in capsys.readouterr().err

    with pytest.raises(SystemExit):
        main(["termijn", "tlv", "--help"])
    hulp = capsys.readouterr().out
    assert hulp.startswith("gebruik: passend termijn tlv")
    assert "toon deze uitleg" in hulp
    assert [woord for woord in ("usage", "options", "positional", "show this") if woord in hulp] == []


@pytest.mark.parametrize(
    "opdracht",
    [
        ["termijn", "toelating", "--ontvangen", "2126-09-14"],
        ["termijn", "tlv", "--gegeven", "2126-09-14"],
        ["termijn", "opp", "--ingeschreven", "2126-09-14"],
    ],
)
def test_day_that_is_still_to_come_is_answered_and_pointed_at(
    opdracht: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(opdracht) == 0

    gezegd = capsys.readouterr()
    assert gezegd.err == "Let op: 14-09-2126 moet nog komen. U ziet wat er dan zou gelden.\n"
    assert gezegd.out != ""


def test_telling_the_parents_of_more_time_needs_until_when(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*TOELATING, "--verlengd-op", "2026-10-20"]) == 1

    assert "Zeg met --verlengd-tot" in capsys.readouterr().err


def test_no_date_any_more_is_said_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*TOELATING, "--besluit", "2026-10-19", "--soort", "toegelaten"]) == 0

    assert capsys.readouterr().out == "Hierna komt er geen dag meer die in de wet staat.\n"


def test_how_long_something_is_kept_begins_with_the_days(capsys: pytest.CaptureFixture[str]) -> None:
    klasse = ["--klasse", "bekostiging", "--begin", "2026-07-31", "--peildatum", "2026-11-25"]

    assert main(["termijn", "bewaren", *klasse]) == 0
    assert [regel[:36] for regel in capsys.readouterr().out.splitlines()] == [
        "31-07-2031  tot deze dag bewaren (Be",
        "25-09-2031  uiterlijk op deze dag we",
        "bewaren: Gegevens van leerling en ou",
    ]
