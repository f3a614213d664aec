"""A group plan fits on one page, says what it must, and hands on what worked."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passend.begrippen.hgw import Cluster, Uitkomst
from passend.regels.groepsplannen import (
    LANGSTE,
    Clusterfeiten,
    Overdracht,
    Planbezwaar,
    check_afsluiten,
    check_plan,
    check_tekst,
    is_vroeg_gesloten,
    neem_mee,
    wijst_mee,
)

V, B, I = Cluster  # noqa: E741 -- the letters of the clusters
BEHAALD, DEELS, NIET = Uitkomst


@pytest.mark.parametrize("veld", sorted(LANGSTE))
def test_text_that_just_fits_is_kept(veld: str) -> None:
    assert check_tekst(veld, "x" * LANGSTE[veld]) is None


def test_text_that_asks_for_a_second_page_is_sent_back() -> None:
    assert check_tekst("doel", "x" * 401) == Planbezwaar(
        "te_lang", None, "Dit past niet op een bladzijde. Houd 'doel' bij 400 tekens; nu is het 401."
    )


def test_plan_with_goals_and_approaches_misses_nothing() -> None:
    assert check_plan({cluster: Clusterfeiten(leerlingen=3, doel="d", aanpak="a") for cluster in Cluster}) == []


def test_cluster_without_pupils_may_be_blank() -> None:
    assert check_plan({V: Clusterfeiten(leerlingen=0)}) == []
    assert check_afsluiten({V: Clusterfeiten(leerlingen=0)}) == []


def test_cluster_without_pupils_does_not_hide_what_the_next_one_misses() -> None:
    clusters = {V: Clusterfeiten(leerlingen=0), B: Clusterfeiten(leerlingen=1)}

    assert [een.code for een in check_plan(clusters)] == ["geen_doel", "geen_aanpak"]
    assert [een.code for een in check_afsluiten(clusters)] == ["geen_uitkomst", "geen_evaluatie"]


def test_what_is_missing_is_said_by_cluster() -> None:
    clusters = {V: Clusterfeiten(leerlingen=2, doel="d", aanpak=" "), I: Clusterfeiten(leerlingen=1, aanpak="a")}

    assert check_plan(clusters, zonder_cluster=["Pip", "Bo"]) == [
        Planbezwaar("geen_aanpak", V, "Zeg hoe u verdiept dat leert."),
        Planbezwaar("geen_doel", I, "Zeg wat intensief deze ronde leert."),
        Planbezwaar("zonder_cluster", None, "Nog zonder cluster: Pip, Bo. Kies er een."),
    ]


def test_what_closing_still_asks_is_said_by_cluster() -> None:
    assert check_afsluiten({B: Clusterfeiten(leerlingen=1)}) == [
        Planbezwaar("geen_uitkomst", B, "Kies of het doel van basis is behaald."),
        Planbezwaar("geen_evaluatie", B, "Schrijf in een zin hoe het ging met basis."),
    ]


@pytest.mark.parametrize(
    ("feiten", "codes"),
    [
        (Clusterfeiten(leerlingen=1), ["geen_uitkomst", "geen_evaluatie"]),
        (Clusterfeiten(leerlingen=1, uitkomst=DEELS), ["geen_evaluatie"]),
        (Clusterfeiten(leerlingen=1, evaluatie="Ging goed."), ["geen_uitkomst"]),
        (Clusterfeiten(leerlingen=1, uitkomst=NIET, evaluatie=" "), ["geen_evaluatie"]),
        (Clusterfeiten(leerlingen=1, uitkomst=NIET, evaluatie="x"), []),
    ],
)
def test_round_is_closed_with_an_evaluation(feiten: Clusterfeiten, codes: list[str]) -> None:
    assert [een.code for een in check_afsluiten({B: feiten})] == codes


@pytest.mark.parametrize(
    ("uitkomst", "wat_werkte", "mee"),
    [
        (BEHAALD, "", Overdracht("", "aanpak")),
        (BEHAALD, "spel", Overdracht("", "spel")),
        (DEELS, "", Overdracht("doel", "aanpak")),
        (DEELS, "spel", Overdracht("doel", "spel")),
        (NIET, "", Overdracht("doel", "")),
        (NIET, "spel", Overdracht("doel", "spel")),
        (None, "", Overdracht("doel", "aanpak")),
    ],
)
def test_what_goes_along(uitkomst: Uitkomst | None, wat_werkte: str, mee: Overdracht) -> None:
    assert neem_mee(uitkomst, doel="doel", aanpak="aanpak", wat_werkte=wat_werkte) == mee


@pytest.mark.parametrize(
    ("peildatum", "vroeg"),
    [
        (date(2026, 11, 25), True),
        (date(2027, 1, 16), True),
        (date(2027, 1, 17), False),
        (date(2027, 1, 31), False),
        (date(2027, 2, 3), False),
    ],
    ids=["halfway", "15 days before", "two weeks before", "last day", "after it"],
)
def test_closing_a_round_is_early_until_its_last_two_weeks(peildatum: date, *, vroeg: bool) -> None:
    assert is_vroeg_gesloten(eindigt_op=date(2027, 1, 31), peildatum=peildatum) is vroeg


@given(st.sampled_from([*Uitkomst, None]), st.text(max_size=20), st.text(max_size=20), st.text(min_size=1, max_size=20))
def test_what_worked_is_never_lost(uitkomst: Uitkomst | None, doel: str, aanpak: str, wat_werkte: str) -> None:
    mee = neem_mee(uitkomst, doel=doel, aanpak=aanpak, wat_werkte=wat_werkte)

    assert wat_werkte.strip() in mee.aanpak


def test_what_a_cluster_points_at_goes_along_unless_its_goal_was_missed() -> None:
    assert {uitkomst: wijst_mee(uitkomst) for uitkomst in Uitkomst} == {
        uitkomst: uitkomst is not Uitkomst.NIET for uitkomst in Uitkomst
    }
