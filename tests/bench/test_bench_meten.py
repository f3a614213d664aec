"""The bench's own sums: what it says of a figure must not depend on what it measures."""

import json
from pathlib import Path

import pytest
from bench.meten import Meting, middelste, om_en_om, verhouding
from bench.verslag import KOP, Deel, als_json, als_markdown, als_tabel, bewaar, getal, haal, vernieuw


def test_the_middle_of_some_figures_is_told_with_the_least_and_the_most() -> None:
    meting = middelste("lezen", [0.3, 0.1, 0.9, 0.2, 0.4], "s", 0.5)

    assert meting == Meting(naam="lezen", waarde=0.3, eenheid="s", doel=0.5, spreiding=(0.1, 0.9), herhalingen=5)


@pytest.mark.parametrize(
    ("waarde", "doel", "gehaald"), [(0.5, 0.5, True), (0.50001, 0.5, False), (0.1, 0.5, True), (9.9, None, None)]
)
def test_a_goal_is_met_up_to_and_including_itself(waarde: float, doel: float | None, gehaald: bool | None) -> None:  # noqa: FBT001 -- a row of the table above
    assert Meting(naam="x", waarde=waarde, eenheid="s", doel=doel).gehaald is gehaald


def test_a_ratio_is_taken_round_by_round_so_that_a_slow_round_counts_once() -> None:
    meting = verhouding("pdf tegen Chromium", [0.1, 1.0, 0.1], [1.0, 10.0, 0.5], 0.25)

    assert (meting.waarde, meting.spreiding, meting.eenheid) == (0.1, (0.1, 0.2), "keer")


def test_tasks_take_turns_after_one_round_to_warm_up() -> None:
    gedaan: list[str] = []

    tijden = om_en_om({"a": lambda: gedaan.append("a"), "b": lambda: gedaan.append("b")}, 2)

    assert gedaan == ["a", "b", "a", "b", "a", "b"]
    assert {naam: len(seconden) for naam, seconden in tijden.items()} == {"a": 2, "b": 2}


def test_the_file_is_a_list_of_objects_with_a_verdict_each() -> None:
    metingen = [middelste("lezen", [0.123456, 0.2, 0.1], "s", 0.1), Meting(naam="kaal", waarde=1.0, eenheid="s")]

    assert json.loads(als_json(metingen)) == [
        {
            "naam": "lezen",
            "waarde": 0.1235,
            "eenheid": "s",
            "doel": 0.1,
            "gehaald": False,
            "spreiding": [0.1, 0.2],
            "herhalingen": 3,
        },
        {
            "naam": "kaal",
            "waarde": 1.0,
            "eenheid": "s",
            "doel": None,
            "gehaald": None,
            "spreiding": None,
            "herhalingen": 1,
        },
    ]


def test_the_table_says_loudly_which_goal_was_missed() -> None:
    regels = als_tabel([Meting(naam="lezen", waarde=0.7, eenheid="s", doel=0.5)]).splitlines()

    assert [regel.split() for regel in regels] == [
        ["naam", "waarde", "doel", "gehaald"],
        ["lezen", "0.7", "s", "<=", "0.5", "NEE"],
    ]


@pytest.mark.parametrize(
    ("waarde", "geschreven"), [(123.4, "123"), (6122.0, "6122"), (12.34, "12.3"), (0.01234, "0.0123")]
)
def test_figures_are_written_with_three_digits(waarde: float, geschreven: str) -> None:
    assert getal(waarde) == geschreven


def test_figures_on_the_page_are_replaced_and_the_words_before_them_stay() -> None:
    pagina = f"# Measurements\n\nWords.\n\n{KOP}\n\nOld figures.\n"

    assert vernieuw(pagina, "New figures.\n") == f"# Measurements\n\nWords.\n\n{KOP}\n\nNew figures.\n"


def test_a_page_without_a_place_for_figures_is_left_alone() -> None:
    with pytest.raises(ValueError, match=KOP):
        vernieuw("# Measurements\n", "New figures.\n")


def test_a_row_on_the_page_has_figure_spread_rounds_goal_and_verdict() -> None:
    deel = Deel(naam="lezen", gemeten="Measured once.", metingen=(middelste("lezen", [0.1, 0.2, 0.3], "s", 0.5),))

    tabel = als_markdown([deel]).splitlines()

    assert tabel[:3] == ["### lezen", "", "Measured once."]
    assert tabel[-1] == "| lezen | 0.2 s | 0.1 to 0.3 | 3 | <= 0.5 | ja |"


def test_a_part_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    metingen = (middelste("lezen", [0.500004, 0.2, 0.9], "s", 0.5), Meting(naam="bom", waarde=1.0, eenheid="MB"))
    deel = Deel(naam="lezen", gemeten="Measured once.", metingen=metingen)

    bewaar(tmp_path, deel)

    assert haal(tmp_path, "lezen") == deel
    assert haal(tmp_path, "groei") is None
